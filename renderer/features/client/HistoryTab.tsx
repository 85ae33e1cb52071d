import { useInfiniteQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isIndicatorId } from '#shared/domain/model/index.ts';
import type { ContractClient } from '#shared/contract/index.ts';
import { queries } from '#renderer/api.ts';
import { Button } from '#renderer/components/Button.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { ErrorState } from '#renderer/components/ErrorState.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useModelNames } from '#renderer/rating/model-names.ts';

type Entry = Awaited<ReturnType<ContractClient['clients']['history']>>['entries'][number];
const PAGE = 50;

/** Every change of the client and of all that belongs to it: who, when, what, before and after. */
export function HistoryTab({ clientId }: { readonly clientId: string }) {
  const { t } = useTranslation('client');
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(
    queries.clients.history.infiniteOptions({
      input: (offset: number) => ({ clientId, offset, limit: PAGE }),
      initialPageParam: 0,
      getNextPageParam: (last, pages) => {
        const read = pages.reduce((sum, { entries }) => sum + entries.length, 0);
        return read < last.total && last.entries.length > 0 ? read : undefined;
      },
    }),
  );
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingBlock lines={8} />;
  const entries = data.pages.flatMap((page) => page.entries);
  const total = data.pages[0]?.total ?? 0;
  if (entries.length === 0) return <EmptyState icon={<History aria-hidden />} title={t('history.empty')} />;
  return (
    <div className="flex flex-col gap-3">
      <ol className="flex max-w-4xl flex-col divide-y divide-line">
        {entries.map((entry) => (
          <HistoryEntry key={entry.id} entry={entry} />
        ))}
      </ol>
      <p className="flex items-center gap-3 text-sm text-ink-3">
        {t('timeline.shown', { shown: entries.length, total })}
        {hasNextPage ? (
          <Button size="small" isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>
            {t('history.more')}
          </Button>
        ) : null}
      </p>
    </div>
  );
}

/** Changes that are the deletion mark itself, which the sentence tells already. */
const TOLD = new Set(['deleted_at', 'import_batch_id', 'source_row', 'client_id', 'order_id', 'order_line_id', 'shipment_id']);
const TABLES = new Set([
  'clients', 'contacts', 'client_channels', 'orders', 'order_lines', 'line_promises', 'line_deliveries', 'shipments', 'shipment_milestones', 'interactions', 'tasks', 'assessments', 'attachments',
]);

function deed({ action, changes }: Entry): 'insert' | 'update' | 'delete' | 'bin' | 'restore' {
  const mark = changes.find(({ column }) => column === 'deleted_at');
  if (action !== 'update' || !mark) return action;
  return mark.after === null ? 'restore' : 'bin';
}

/** Columns that say which record it was, the best one first. */
const NAMING = ['subject', 'title', 'name', 'handle', 'indicator_id', 'number', 'promised_on', 'event'];

/** The value by which a person knows the record, where the entry holds it. */
function namingValue({ action, changes }: Entry): { readonly column: string; readonly value: unknown } | null {
  if (action === 'update') return null;
  for (const column of NAMING) {
    const change = changes.find((entry) => entry.column === column);
    const value = change?.after ?? change?.before;
    if (value !== null && value !== undefined) return { column, value };
  }
  return null;
}

function HistoryEntry({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation('client');
  const format = useFormat();
  const [isOpen, setIsOpen] = useState(entry.action === 'update');
  const table = TABLES.has(entry.tableName) ? t(`history.table.${entry.tableName}`) : t('history.someone');
  const naming = namingValue(entry);
  const changes = entry.changes.filter(({ column }) => !TOLD.has(column));
  return (
    <li className="flex flex-col gap-1.5 py-2.5">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-medium">
          {t(`history.did.${deed(entry)}`, { table })}
          {naming === null ? null : (
            <span className="font-normal">
              {': '}
              <Value column={naming.column} value={naming.value} />
            </span>
          )}
        </span>
        <span className="text-sm text-ink-2">
          <bdi>{entry.actor === 'unnamed' ? t('history.unnamed') : entry.actor}</bdi> · <time dateTime={entry.at}>{format.instant(entry.at)}</time>
        </span>
        {changes.length === 0 || entry.action === 'update' ? null : (
          <Button
            size="small"
            variant="quiet"
            aria-expanded={isOpen}
            onPress={() => {
              setIsOpen(!isOpen);
            }}
          >
            {t('history.values', { count: changes.length })}
          </Button>
        )}
      </p>
      {isOpen && changes.length > 0 ? (
        <table className="w-full max-w-3xl table-fixed border-collapse text-sm">
          <thead className="text-ink-3">
            <tr>
              <th scope="col" className="w-1/4 pe-3 text-start font-normal">{t('history.what')}</th>
              <th scope="col" className="pe-3 text-start font-normal">{t('history.before')}</th>
              <th scope="col" className="text-start font-normal">{t('history.after')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ column, before, after }) => (
              <tr key={column} className="align-top">
                <th scope="row" className="pe-3 text-start font-normal text-ink-2">{t(`history.column.${column}`, { defaultValue: t('history.other') })}</th>
                <td className="pe-3 [overflow-wrap:anywhere]"><Value column={column} value={before} /></td>
                <td className="[overflow-wrap:anywhere]"><Value column={column} value={after} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </li>
  );
}

const YES_NO = new Set(['is_primary', 'is_sample', 'needs_answer', 'documents_ok', 'condition_ok']);
/** Choices with a word of their own, by the column they stand in. */
const WORDS: Readonly<Record<string, string>> = {
  channel: 'records:channel', preferred_channel: 'records:channel', direction: 'records:direction', sentiment: 'records:sentiment',
  asked_by: 'records:promise.askedBy', cancelled_by: 'records:promise.askedBy', event: 'records:milestone', source: 'rating:source', mode: 'records:mode',
};

function Value({ column, value }: { readonly column: string; readonly value: unknown }) {
  const { t } = useTranslation('client');
  const format = useFormat();
  const names = useModelNames();
  if (value === null || value === undefined || value === '') return <span className="text-ink-3">{t('history.nothing')}</span>;
  if (YES_NO.has(column)) return t(value === 1 ? 'history.yes' : 'history.no');
  if (typeof value === 'number') return format.number(value);
  if (typeof value !== 'string') return <bdi>{JSON.stringify(value)}</bdi>;
  // Rows are pointed at by identifiers, which say nothing to a person: that something else is pointed at now is all there is to tell.
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-/u.test(value)) return <span className="text-ink-2">{t('history.someone')}</span>;
  if (column.endsWith('_at')) return format.instant(value);
  if (column.endsWith('_on')) return format.day(value);
  if (column === 'country_code') return format.country(value);
  if (column === 'language') return format.languageName(value);
  if (column === 'indicator_id' && isIndicatorId(value)) return names.indicator(value);
  const catalogue = WORDS[column];
  return <bdi className="whitespace-pre-wrap">{catalogue === undefined ? value : t(`${catalogue}.${value}`, { defaultValue: value })}</bdi>;
}
