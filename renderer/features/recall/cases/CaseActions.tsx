import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CheckCheck, Mail, RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api.ts';
import { Button } from '#renderer/components/Button.tsx';
import { useErrorWords } from '#renderer/components/ErrorState.tsx';
import { useUndo } from '#renderer/records/use-undo.ts';
import { toast } from '#renderer/state/toasts.ts';
import { localToday } from '#renderer/state/today.ts';
import type { Case } from './case.ts';

/** Tell those whom it touches; conclude it, or take it up again. */
export function CaseActions({ found, onConclude }: { readonly found: Case; readonly onConclude: () => void }) {
  const { t } = useTranslation('recall');
  const client = useQueryClient();
  const undo = useUndo();
  const errorWords = useErrorWords();
  const onError = (error: unknown): void => {
    toast(errorWords(error), null, 'danger');
  };
  const isAllTold = found.touched.every(({ clientId, letterId }) => clientId === null || letterId !== null);
  const write = useMutation({
    mutationFn: () => api.recall.writeNotices({ caseId: found.id, language: null }),
    onSuccess: async ({ letters }) => {
      await client.invalidateQueries();
      undo(t('letters.written', { count: letters.length }), () => api.recall.removeLetters({ ids: letters.map(({ id }) => id) }));
    },
    onError,
  });
  const reopen = useMutation({
    mutationFn: () => api.recall.reopenCase({ id: found.id }),
    onSuccess: async () => {
      await client.invalidateQueries();
      undo(t('cases.reopened'), () => api.recall.closeCase({ id: found.id, conclusion: found.conclusion ?? '', closedOn: found.closedOn ?? localToday() }));
    },
    onError,
  });
  return (
    <>
      <Button variant={isAllTold ? 'secondary' : 'primary'} icon={<Mail aria-hidden className="size-4" />} isDisabled={isAllTold} isPending={write.isPending} onPress={() => { write.mutate(); }}>
        {t('cases.write')}
      </Button>
      {found.closedOn === null ? (
        <Button variant={isAllTold ? 'primary' : 'secondary'} icon={<CheckCheck aria-hidden className="size-4" />} onPress={onConclude}>
          {t('cases.conclude')}
        </Button>
      ) : (
        <Button icon={<RotateCcw aria-hidden className="size-4" />} isPending={reopen.isPending} onPress={() => { reopen.mutate(); }}>
          {t('cases.reopen')}
        </Button>
      )}
    </>
  );
}
