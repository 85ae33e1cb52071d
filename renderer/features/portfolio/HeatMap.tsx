import { SearchX } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { dimensionId } from '#shared/contract/clients.ts';
import type { ClientFilter } from '#shared/contract/clients.ts';
import { heatMapSorts } from '#shared/contract/portfolio.ts';
import type { HeatMapRow } from '#shared/contract/portfolio.ts';
import { queries } from '#renderer/api.ts';
import { clearFilters } from '#renderer/client-filter/list-input.ts';
import { Button } from '#renderer/components/Button.tsx';
import { DataGrid, usePagedRows } from '#renderer/components/data-grid/index.ts';
import type { GridColumn } from '#renderer/components/data-grid/index.ts';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { NameText } from '#renderer/components/NameText.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { HeatTile } from '#renderer/portfolio/HeatTile.tsx';
import { ShadeLegend } from '#renderer/portfolio/ShadeLegend.tsx';

/** Rem: as many rows as a small window shows. */
const GRID_HEIGHT = 34;
type Sort = (typeof heatMapSorts)[number];

export function NoMatch() {
  const { t } = useTranslation('clients');
  return (
    <EmptyState icon={<SearchX aria-hidden />} title={t('noMatch.title')} actions={<Button onPress={clearFilters}>{t('common:filter.clearAll')}</Button>}>
      {t('noMatch.body')}
    </EmptyState>
  );
}

/** Clients × dimensions, the lowest first: where the work is, at one look. */
export function HeatMap({ filter }: { readonly filter: ClientFilter }) {
  const { t } = useTranslation('portfolio');
  const navigate = useNavigate();
  const [sort, setSort] = useState<{ readonly key: Sort; readonly descending: boolean }>({ key: 'overall', descending: false });
  const source = usePagedRows<HeatMapRow>((window) =>
    queries.portfolio.heatMap.queryOptions({ input: { filter, sort: sort.key, descending: sort.descending, ...window } }),
  );
  const columns = useHeatColumns();
  return (
    <div className="flex flex-col gap-3">
      <ShadeLegend hasWeakest />
      <DataGrid
        label={t('map.title')}
        columns={columns}
        source={source}
        rowKey={(row) => row.clientId}
        rowRem={3.25}
        sort={sort}
        onSort={({ key, descending }) => {
          const chosen = heatMapSorts.find((name) => name === key);
          if (chosen) setSort({ key: chosen, descending });
        }}
        onOpen={(row) => void navigate(`/clients/${row.clientId}`)}
        height={GRID_HEIGHT}
        empty={<NoMatch />}
      />
    </div>
  );
}

function useHeatColumns(): readonly GridColumn<HeatMapRow>[] {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  return useMemo(
    (): readonly GridColumn<HeatMapRow>[] => [
      {
        id: 'client', header: t('clients:column.client'), sort: 'name', minRem: 11, grow: 3,
        cell: (row) => (
          <>
            <NameText className="font-medium">{row.name}</NameText>
            <div className="truncate text-sm text-ink-3">{row.countryCode === null ? t('clients:noCountry') : format.country(row.countryCode)}</div>
          </>
        ),
      },
      { id: 'overall', header: t('column.overall'), sort: 'overall', minRem: 5.5, grow: 1, isTight: true, cell: (row) => <HeatTile score={row.overall} /> },
      ...dimensionId.options.map((id): GridColumn<HeatMapRow> => ({
        id, header: t(`common:dimension.${id}`), sort: id, minRem: 6.4, grow: 1, isTight: true,
        cell: (row) => <HeatTile score={row.dimensions[id]} isWeakest={row.weakestDimension === id} />,
      })),
      {
        id: 'stage', header: t('clients:column.stage'), sort: 'stage', minRem: 9, grow: 1, priority: 3,
        cell: (row) => <span className="line-clamp-2 text-sm text-ink-2">{row.stage === null ? t('common:stage.unplaced') : t(`common:stage.${row.stage}`)}</span>,
      },
    ],
    [t, format],
  );
}
