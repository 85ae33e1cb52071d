import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorWords } from '#renderer/components/ErrorState.tsx';
import { toast } from '#renderer/state/toasts.ts';

/** Says what was done, with an Undo that takes it back and says so when it could not. */
export function useUndo(): (text: string, takeBack: () => Promise<unknown>, done?: string) => void {
  const { t } = useTranslation('records');
  const client = useQueryClient();
  const errorWords = useErrorWords();
  return useCallback(
    (text, takeBack, done) => {
      toast(text, {
        label: t('undo'),
        run: async () => {
          try {
            await takeBack();
            if (done !== undefined) toast(done);
          } catch (error) {
            toast(errorWords(error), null, 'danger');
          } finally {
            await client.invalidateQueries();
          }
        },
      });
    },
    [t, client, errorWords],
  );
}
