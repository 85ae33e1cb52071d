import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '#renderer/api.ts';
import { useErrorWords } from '#renderer/components/ErrorState.tsx';
import { useUndo } from '#renderer/records/use-undo.ts';
import type { InstrumentFilter } from '#renderer/state/instrument-list.ts';
import { toast } from '#renderer/state/toasts.ts';
import { localToday } from '#renderer/state/today.ts';

/** Some instruments, or all that a filter finds. */
type Recalled = { readonly ids: readonly string[] } | { readonly filter: InstrumentFilter };

/** Recall letters and calibration orders for marked instruments, from whichever list they were marked in; both can be undone. */
export function useRecalling(onBooked: () => void) {
  const { t } = useTranslation('recall');
  const navigate = useNavigate();
  const client = useQueryClient();
  const undo = useUndo();
  const errorWords = useErrorWords();
  const onError = (error: unknown): void => {
    toast(errorWords(error), null, 'danger');
  };
  const write = useMutation({
    mutationFn: (of: Recalled) =>
      api.recall.writeLetters('ids' in of ? { instrumentIds: [...of.ids], filter: null, language: null } : { instrumentIds: null, filter: of.filter, language: null }),
    onSuccess: async ({ letters, leftOut }) => {
      await client.invalidateQueries();
      if (letters.length === 0) {
        toast(t('letters.noneWritten', leftOut));
        return;
      }
      undo(t('letters.written', { count: letters.length }), () => api.recall.removeLetters({ ids: letters.map(({ id }) => id) }));
      await navigate('/recall/letters');
    },
    onError,
  });
  const book = useMutation({
    mutationFn: (ids: readonly string[]) => api.recall.book({ instrumentIds: [...ids], laboratory: null, bookedOn: localToday(), note: null }),
    onSuccess: async (orders) => {
      onBooked();
      await client.invalidateQueries();
      undo(t('orders.booked', { count: orders.length }), async () => {
        for (const { id } of orders) await api.recall.cancel({ id, on: localToday(), reason: t('orders.byMistake') });
      });
    },
    onError,
  });
  return { write, book };
}
