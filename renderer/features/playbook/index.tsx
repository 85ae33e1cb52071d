import { useQuery } from '@tanstack/react-query';
import { BookOpenCheck, Plus, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlaybookEntry } from '#shared/contract/playbook.ts';
import { queries } from '#renderer/api.ts';
import { Button } from '#renderer/components/Button.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { ErrorState } from '#renderer/components/ErrorState.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { EntryDialog } from './EntryDialog.tsx';
import { EntryTable } from './EntryTable.tsx';
import { ResetDialog } from './ResetDialog.tsx';

type Open = { readonly entry: PlaybookEntry | null } | 'reset' | null;

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
            <Button
              icon={<RotateCcw aria-hidden className="size-4" />}
              onPress={() => {
                setOpen('reset');
              }}
            >
              {t('reset')}
            </Button>
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
      <EntryDialog entry={open === null || open === 'reset' ? null : open.entry} isOpen={open !== null && open !== 'reset'} onClose={close} />
      <ResetDialog isOpen={open === 'reset'} onClose={close} />
    </div>
  );
}
