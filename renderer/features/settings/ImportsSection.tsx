import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '#renderer/api.ts';
import { ErrorState } from '#renderer/components/ErrorState.tsx';
import { Isolate } from '#renderer/components/Isolate.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { Pill } from '#renderer/components/Pill.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';

/** What came in from files; undoing one is done where imports are made. */
export function ImportsSection() {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const imports = useQuery(queries.imports.list.queryOptions());
  const batches = imports.data ?? [];
  return (
    <Section
      title={t('imports.title')}
      actions={
        <LinkButton to="/import" size="small">
          {batches.length === 0 ? t('imports.first') : t('imports.manage')}
        </LinkButton>
      }
    >
      {imports.isPending ? <LoadingBlock lines={2} /> : null}
      {imports.error ? <ErrorState error={imports.error} onRetry={() => void imports.refetch()} /> : null}
      {imports.data && batches.length === 0 ? <p className="text-ink-2">{t('imports.none')}</p> : null}
      <ul className="divide-y divide-line">
        {batches.map((batch) => (
          <li key={batch.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <span className="min-w-0 flex-1 basis-60">
              <span className="font-medium">
                <Isolate>{batch.fileName}</Isolate>
              </span>
              <span className="block text-sm text-ink-3">
                {format.instant(batch.committedAt)}
                {' · '}
                {t('imports.rows', { count: batch.rowsRead })}
                {batch.rowsRejected > 0 ? ` · ${t('imports.rejected', { count: batch.rowsRejected })}` : null}
                {batch.staffName === null ? null : <bdi> · {batch.staffName}</bdi>}
              </span>
            </span>
            {batch.state === 'undone' ? <Pill>{t('imports.undone')}</Pill> : <Pill tone="accent">{t('imports.committed')}</Pill>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
