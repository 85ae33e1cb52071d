import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Survey } from '#shared/contract/surveys.ts';
import { queries } from '#renderer/api.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { useErrorWords } from '#renderer/components/ErrorState.tsx';
import { toast } from '#renderer/state/toasts.ts';

/** Asks before, for there is no undo: what the client takes back is not kept anywhere to be put back from. */
export function WithdrawDialog({ survey, onClose }: { readonly survey: Survey | null; readonly onClose: () => void }) {
  const { t } = useTranslation('surveyScreen');
  const errorWords = useErrorWords();
  const withdraw = useMutation(queries.surveys.withdraw.mutationOptions());
  return (
    <Dialog
      role="alertdialog"
      size="small"
      isOpen={survey !== null}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={t('withdrawal.title')}
      footer={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('withdrawal.cancel')}
          </Button>
          <Button
            variant="danger"
            isPending={withdraw.isPending}
            onPress={() => {
              if (survey === null) return;
              withdraw.mutate(
                { id: survey.id },
                {
                  onSuccess: () => {
                    onClose();
                    toast(t('withdrawal.done'));
                  },
                  onError: (error) => {
                    toast(errorWords(error), null, 'danger');
                  },
                },
              );
            }}
          >
            {t('withdrawal.do')}
          </Button>
        </>
      }
    >
      <p>{t('withdrawal.body')}</p>
    </Dialog>
  );
}
