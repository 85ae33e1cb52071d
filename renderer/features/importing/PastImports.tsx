import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ImportBatch } from '#shared/contract/imports.ts';
import { queries } from '#renderer/api.ts';
import { Button } from '#renderer/components/Button.tsx';
import { ErrorState } from '#renderer/components/ErrorState.tsx';
import { Pill } from '#renderer/components/Pill.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { isolated } from '#renderer/records/isolate.ts';
import { countedEntities, countsOf } from './counts.ts';

interface PastImportsProps {
  /** The batch that is told of elsewhere on the page. */
  readonly except: string | null;
  readonly onUndo: (batchId: string) => void;
}

/** What was imported so far; each whole batch can be taken back. */
export function PastImports({ except, onUndo }: PastImportsProps) {
  const { t } = useTranslation('importWizard');
  const imports = useQuery(queries.imports.list.queryOptions());
  const batches = imports.data?.filter(({ id }) => id !== except);
  if (batches?.length === 0) return null;
  return (
    <Section title={t('past.title')} description={t('past.why')}>
      {imports.isPending ? <LoadingBlock lines={2} /> : null}
      {imports.error ? <ErrorState error={imports.error} onRetry={() => void imports.refetch()} /> : null}
      <ul className="divide-y divide-line">
        {batches?.map((batch) => <PastImport key={batch.id} batch={batch} onUndo={onUndo} />)}
      </ul>
    </Section>
  );
}

function PastImport({ batch, onUndo }: { readonly batch: ImportBatch; readonly onUndo: (batchId: string) => void }) {
  const { t } = useTranslation('importWizard');
  const format = useFormat();
  const created = countedEntities.filter((entity) => countsOf(batch.counts, entity).created > 0);
  const changed = countedEntities.reduce((sum, entity) => sum + countsOf(batch.counts, entity).changed, 0);
  const brought = [
    ...created.map((entity) => t(`past.created.${entity}`, { count: countsOf(batch.counts, entity).created })),
    ...(changed === 0 ? [] : [t('past.changed', { count: changed })]),
    ...(batch.rowsRejected === 0 ? [] : [t('past.rejected', { count: batch.rowsRejected })]),
  ];
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2.5">
      <div className="min-w-0 flex-1 basis-72">
        <p className="font-medium [overflow-wrap:anywhere]">
          <bdi>{batch.fileName}</bdi>
        </p>
        <p className="text-sm text-ink-2">{brought.join(' · ')}</p>
        <p className="text-sm text-ink-3">
          <time dateTime={batch.committedAt}>{format.instant(batch.committedAt)}</time>
          {batch.staffName === null ? null : (
            <>
              {' · '}
              <bdi>{batch.staffName}</bdi>
            </>
          )}
        </p>
      </div>
      {batch.state === 'undone' ? (
        <Pill>{batch.undoneAt === null ? t('past.undone') : t('past.undoneAt', { when: format.instant(batch.undoneAt) })}</Pill>
      ) : (
        <Button size="small" aria-label={t('undo.buttonFor', { name: isolated(batch.fileName) })} onPress={() => { onUndo(batch.id); }}>
          {t('undo.button')}
        </Button>
      )}
    </li>
  );
}
