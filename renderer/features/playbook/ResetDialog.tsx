import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '#renderer/api.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { useErrorWords } from '#renderer/components/ErrorState.tsx';
import { toast } from '#renderer/state/toasts.ts';

/** Asks before the exporter's own actions leave the playbook. */
export function ResetDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('playbook');
  const errorWords = useErrorWords();
  const reset = useMutation(queries.playbook.resetToDefault.mutationOptions());
  return (
    <Dialog
      role="alertdialog"
      size="small"
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t('resetTitle')}
      footer={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('records:cancel')}
          </Button>
          <Button
            variant="primary"
            isPending={reset.isPending}
            onPress={() => {
              reset.mutate(undefined, {
                onSuccess: () => {
                  onClose();
                  toast(t('resetDone'));
                },
                onError: (error) => {
                  toast(errorWords(error), null, 'danger');
                },
              });
            }}
          >
            {t('resetDo')}
          </Button>
        </>
      }
    >
      <p>{t('resetBody')}</p>
    </Dialog>
  );
}
