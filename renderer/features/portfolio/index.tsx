import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { queries } from '#renderer/api.ts';
import { FilterBar } from '#renderer/client-filter/FilterBar.tsx';
import { filterOf } from '#renderer/client-filter/list-input.ts';
import { ReadingDayBanner } from '#renderer/client-filter/ReadingDayBanner.tsx';
import { SummaryLine } from '#renderer/client-filter/SummaryLine.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { ErrorState } from '#renderer/components/ErrorState.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { Tabs } from '#renderer/components/Tabs.tsx';
import '#renderer/portfolio/portfolio.css';
import { PrintActions } from '#renderer/print/PrintActions.tsx';
import { portfolioRoute } from '#renderer/print/portfolio-route.ts';
import { useInterface } from '#renderer/state/interface.ts';
import { usePreferences } from '#renderer/state/preferences.ts';
import { localToday } from '#renderer/state/today.ts';
import { CoverageMap } from './CoverageMap.tsx';
import { Falls } from './Falls.tsx';
import { HeatMap, NoMatch } from './HeatMap.tsx';
import { Spread } from './Spread.tsx';
import { ValueAndScore } from './ValueAndScore.tsx';

const views = ['map', 'spread', 'value', 'falls', 'coverage'] as const;

/** All clients together, through the client list's own filter. */
export function PortfolioPage() {
  const { t } = useTranslation('portfolio');
  const [params, setParams] = useSearchParams();
  const asked = params.get('view');
  const view = views.find((known) => known === asked) ?? 'map';
  const input = useInterface((state) => state.clientList);
  const filter = useDeferredValue(useMemo(() => filterOf(input), [input]));
  const facets = useQuery(queries.clients.facets.queryOptions());
  const summary = useQuery(queries.scores.portfolio.queryOptions());
  const overview = useQuery(queries.portfolio.overview.queryOptions({ input: { filter }, placeholderData: (previous) => previous }));
  const { language, calendar, digits, paper } = usePreferences();
  const choice = { language, calendar, digits, paper };
  const isNobody = overview.data?.clientCount === 0;
  const content = () => {
    if (overview.error) return <ErrorState error={overview.error} onRetry={() => void overview.refetch()} />;
    if (isNobody) return <NoMatch />;
    // The map asks for its own first rows, and need not wait for what is reckoned over all clients.
    if (view === 'map') return <HeatMap filter={filter} />;
    if (!overview.data) return <LoadingBlock lines={10} />;
    if (view === 'spread') return <Spread overview={overview.data} stages={input.stages} />;
    if (view === 'value') return <ValueAndScore quadrants={overview.data.quadrants} />;
    if (view === 'falls') return <Falls filter={filter} asOfOn={overview.data.asOfOn} />;
    return <CoverageMap filter={filter} />;
  };
  return (
    <>
      <PageHeader
        title={t('title')}
        description={summary.data ? <SummaryLine portfolio={summary.data} /> : null}
        actions={
          isNobody || !overview.data ? null : (
            <PrintActions
              route={portfolioRoute(filter, choice)}
              paper={choice.paper}
              fileName={t('print.fileName', { day: localToday() })}
            />
          )
        }
      />
      {summary.data && summary.data.clientCount > 0 ? <ReadingDayBanner portfolio={summary.data} /> : null}
      {facets.error ? <ErrorState error={facets.error} onRetry={() => void facets.refetch()} /> : null}
      {facets.data?.total === 0 ? (
        <EmptyState title={t('clients:empty.title')} actions={<LinkButton to="/clients">{t('toClients')}</LinkButton>}>
          {t('noClients')}
        </EmptyState>
      ) : (
        <>
          <FilterBar input={input} facets={facets.data ?? null} />
          <Tabs
            label={t('views')}
            selected={view}
            onSelect={(id) => {
              setParams(id === 'map' ? {} : { view: id }, { replace: true });
            }}
            tabs={views.map((id) => ({ id, label: t(`view.${id}`), content: content() }))}
          />
        </>
      )}
    </>
  );
}
