import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { RelationshipEntry } from '#shared/contract/relationship.ts';
import { api, queries } from '#renderer/api.ts';
import { useErrorWords } from '#renderer/components/ErrorState.tsx';
import { toast } from '#renderer/state/toasts.ts';
import { useRelationshipWords } from './relationship-words.ts';
import { useUndo } from './use-undo.ts';

/** Moves a record to the bin and says so, with Undo. */
export function useRemoveRelationship(): { readonly isPending: boolean; readonly run: (entry: RelationshipEntry, done?: () => void) => void } {
  const { t } = useTranslation('relationship');
  const words = useRelationshipWords();
  const undo = useUndo();
  const errorWords = useErrorWords();
  const { isPending, mutate } = useMutation(queries.relationship.remove.mutationOptions());
  return {
    isPending,
    run: ({ kind, id }, done) => {
      mutate(
        { kind, id },
        {
          onSuccess: () => {
            done?.();
            undo(t('removed', { kind: words.kind(kind) }), () => api.relationship.restore({ kind, id }));
          },
          onError: (error) => {
            toast(errorWords(error), null, 'danger');
          },
        },
      );
    },
  };
}
