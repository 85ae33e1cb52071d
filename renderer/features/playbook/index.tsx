import { useMutation, useQuery } from '@tanstack/react-query';
import { BookOpenCheck, Plus, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlaybookEntry } from '#shared/contract/playbook.ts';
import { api, queries } from '#renderer/api.ts';
import { Button } from '#renderer/components/Button.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { ErrorState, useErrorWords } from '#renderer/components/ErrorState.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { useUndo } from '#renderer/records/use-undo.ts';
import { toast } from '#renderer/state/toasts.ts';
import { EntryDialog } from './EntryDialog.tsx';
import { EntryTable } from './EntryTable.tsx';

type Open = { readonly entry: PlaybookEntry | null } | null;

/** What this exporter can do for a client: the list that the next best actions are chosen from. */
export function PlaybookPage() {
  const { t } = useTranslation('playbook');
  const { data, error, refetch } = useQuery(queries.playbook.list.queryOptions());
  const [open, setOpen] = useState<Open>(null);
  const close = () => {
    setOpen(null);
  };
  return (
    <div className="flex w-full max-w-5xl flex-col gap-5">
      <PageHeader
        title={t('title')}
        description={<span className="block max-w-prose">{t('explain')}</span>}
        actions={
          <>
            <ResetButton />
            <Button
              variant="primary"
              icon={<Plus aria-hidden className="size-4" />}
              onPress={() => {
                setOpen({ entry: null });
              }}
            >
              {t('add')}
            </Button>
          </>
        }
      />
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <LoadingBlock lines={10} />
      ) : data.length === 0 ? (
        <EmptyState icon={<BookOpenCheck aria-hidden />} title={t('empty')}>
          {t('emptyBody')}
        </EmptyState>
      ) : (
        <EntryTable
          entries={data}
          onEdit={(entry) => {
            setOpen({ entry });
          }}
        />
      )}
      <EntryDialog entry={open === null ? null : open.entry} isOpen={open !== null} onClose={close} />
    </div>
  );
}

/** Done at once, and taken back as a whole as long as the message stands. */
function ResetButton() {
  const { t } = useTranslation('playbook');
  const errorWords = useErrorWords();
  const undo = useUndo();
  const reset = useMutation(queries.playbook.resetToDefault.mutationOptions());
  return (
    <Button
      icon={<RotateCcw aria-hidden className="size-4" />}
      isPending={reset.isPending}
      onPress={() => {
        reset.mutate(undefined, {
          onSuccess: ({ replaced }) => {
            undo(t('resetDone'), () => api.playbook.putBack({ replaced }), t('resetUndone'));
          },
          onError: (error) => {
            toast(errorWords(error), null, 'danger');
          },
        });
      }}
    >
      {t('reset')}
    </Button>
  );
}
