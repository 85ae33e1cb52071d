import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ClientFilter } from '#shared/contract/clients.ts';
import type { StageFall } from '#shared/contract/portfolio.ts';
import { queries } from '#renderer/api.ts';
import { DataGrid, useListedRows } from '#renderer/components/data-grid/index.ts';
import type { GridColumn } from '#renderer/components/data-grid/index.ts';
import { DatePicker } from '#renderer/components/DatePicker.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { ErrorState } from '#renderer/components/ErrorState.tsx';
import { NameText } from '#renderer/components/NameText.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { endOfLastQuarter } from '#renderer/portfolio/quarter.ts';

interface FallsProps {
  readonly filter: ClientFilter;
  readonly asOfOn: string;
}

/** Who stands on an earlier stage than at the end of the last quarter, and the link that gave way. */
export function Falls({ filter, asOfOn }: FallsProps) {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  const [chosen, setChosen] = useState<string | null>(null);
  const sinceOn = chosen ?? endOfLastQuarter(asOfOn, format.choice.calendar);
  const { data, error, refetch } = useQuery(queries.portfolio.falls.queryOptions({ input: { filter, sinceOn } }));
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-end gap-x-6 gap-y-2">
        <div className="w-56">
          <DatePicker label={t('falls.since')} value={sinceOn} onChange={setChosen} maxValue={asOfOn} />
        </div>
        {data ? (
          <p role="status" className="pb-1.5 text-ink-2">
            {t('falls.compared', { fallen: data.rows.length, count: data.comparedCount, day: format.day(sinceOn, 'long') })}
          </p>
        ) : null}
      </div>
      {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : data ? <FallTable rows={data.rows} comparedCount={data.comparedCount} /> : <LoadingBlock />}
    </div>
  );
}

function FallTable({ rows, comparedCount }: { readonly rows: readonly StageFall[]; readonly comparedCount: number }) {
  const { t } = useTranslation('portfolio');
  const navigate = useNavigate();
  const source = useListedRows(rows);
  const columns = useFallColumns();
  return (
    <DataGrid
      label={t('falls.title')}
      columns={columns}
      source={source}
      rowKey={(row) => row.clientId}
      onOpen={(row) => void navigate(`/clients/${row.clientId}/score`)}
      height={34}
      empty={<EmptyState title={comparedCount === 0 ? t('falls.nothingKept') : t('falls.none')}>{comparedCount === 0 ? t('falls.nothingKeptBody') : t('falls.noneBody')}</EmptyState>}
    />
  );
}

function useFallColumns(): readonly GridColumn<StageFall>[] {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  return useMemo((): readonly GridColumn<StageFall>[] => {
    const moved = (before: number | null, now: number | null): string =>
      t('falls.moved', { before: before === null ? t('common:score.noneShort') : format.fixed(before, 0), now: now === null ? t('common:score.noneShort') : format.fixed(now, 0) });
    return [
      { id: 'client', header: t('clients:column.client'), minRem: 11, grow: 2, cell: (row) => <NameText className="font-medium">{row.name}</NameText> },
      {
        id: 'stages', header: t('falls.stages'), minRem: 15, grow: 3,
        cell: (row) => <span className="line-clamp-2">{t('falls.moved', { before: t(`common:stage.${row.fromStage}`), now: t(`common:stage.${row.toStage}`) })}</span>,
      },
      { id: 'overall', header: t('column.overall'), minRem: 7, grow: 1, align: 'end', cell: (row) => moved(row.overallBefore, row.overallNow) },
      {
        id: 'broken', header: t('falls.broken'), minRem: 11, grow: 2,
        cell: (row) => (
          <>
            <div className="truncate">{t(`common:dimension.${row.brokenDimension}`)}</div>
            <div className="text-sm text-ink-3">{moved(row.dimensionBefore, row.dimensionNow)}</div>
          </>
        ),
      },
      { id: 'from', header: t('falls.fromOn'), minRem: 8, grow: 1, align: 'end', priority: 3, cell: (row) => format.day(row.fromOn) },
    ];
  }, [t, format]);
}
