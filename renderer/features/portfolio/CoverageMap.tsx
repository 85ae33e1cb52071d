import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ClientFilter } from '#shared/contract/clients.ts';
import type { CoverageRow } from '#shared/contract/portfolio.ts';
import { isThemeId, themeById } from '#shared/domain/model/index.ts';
import { queries } from '#renderer/api.ts';
import { DataGrid, usePagedRows } from '#renderer/components/data-grid/index.ts';
import type { GridColumn } from '#renderer/components/data-grid/index.ts';
import { ErrorState } from '#renderer/components/ErrorState.tsx';
import { NameText } from '#renderer/components/NameText.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { ShareTile } from '#renderer/portfolio/HeatTile.tsx';
import { ThemeCoverage } from '#renderer/portfolio/ThemeCoverage.tsx';
import { useModelNames } from '#renderer/rating/model-names.ts';
import { NoMatch } from './HeatMap.tsx';

/** What is not known: of which themes, and of which clients, the least known first. */
export function CoverageMap({ filter }: { readonly filter: ClientFilter }) {
  const { t } = useTranslation('portfolio');
  const first = useQuery(queries.portfolio.coverage.queryOptions({ input: { filter, offset: 0, limit: 100 } }));
  if (first.error) return <ErrorState error={first.error} onRetry={() => void first.refetch()} />;
  if (!first.data) return <LoadingBlock lines={8} />;
  const { themeIds, means } = first.data;
  return (
    <div className="flex flex-col gap-8">
      <Section title={t('coverage.means')} description={t('coverage.meansHow')}>
        <ThemeCoverage themeIds={themeIds} means={means} />
      </Section>
      <Section title={t('coverage.clients')} description={t('coverage.clientsHow')}>
        <ClientCoverage filter={filter} themeIds={themeIds} />
      </Section>
    </div>
  );
}

function ClientCoverage({ filter, themeIds }: { readonly filter: ClientFilter; readonly themeIds: readonly string[] }) {
  const { t } = useTranslation('portfolio');
  const navigate = useNavigate();
  const source = usePagedRows<CoverageRow>((window) => queries.portfolio.coverage.queryOptions({ input: { filter, ...window } }));
  const columns = useCoverageColumns(themeIds);
  return (
    <DataGrid
      label={t('coverage.clients')}
      columns={columns}
      source={source}
      rowKey={(row) => row.clientId}
      rowRem={2.75}
      onOpen={(row) => void navigate(`/clients/${row.clientId}/score`)}
      height={30}
      empty={<NoMatch />}
    />
  );
}

function useCoverageColumns(themeIds: readonly string[]): readonly GridColumn<CoverageRow>[] {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  const names = useModelNames();
  return useMemo(
    (): readonly GridColumn<CoverageRow>[] => [
      { id: 'client', header: t('clients:column.client'), minRem: 11, grow: 3, cell: (row) => <NameText className="font-medium">{row.name}</NameText> },
      { id: 'coverage', header: t('coverage.known'), minRem: 5, grow: 1, align: 'end', cell: (row) => format.percent(row.coverage) },
      ...themeIds.flatMap((id, index): GridColumn<CoverageRow>[] =>
        isThemeId(id)
          ? [{ id, header: names.theme(id), short: format.integer(themeById(id).number), minRem: 2.6, grow: 1, isTight: true, cell: (row) => <ShareTile share={row.themes[index] ?? 0} /> }]
          : [],
      ),
    ],
    [t, format, names, themeIds],
  );
}
