import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api } from '#renderer/api.ts';
import { readFilter } from '#renderer/client-filter/filter-route.ts';
import { ErrorState } from '#renderer/components/ErrorState.tsx';
import { LocaleScope } from '#renderer/i18n/LocaleScope.tsx';
import { endOfLastQuarter } from '#renderer/portfolio/quarter.ts';
import { PortfolioDocument } from './PortfolioDocument.tsx';
import type { PortfolioPages } from './PortfolioDocument.tsx';
import { readReportChoice } from './report-choice.ts';
import type { ReportChoice } from './report-choice.ts';
import { tellPrinter, usePrintReady } from './use-print-ready.ts';
import { useEdgeWords } from './use-running-words.ts';

/** Rows of a table on paper: about fifteen sheets; the document says how many there are in all. */
const ROWS = 400;

async function readPages(query: URLSearchParams, calendar: ReportChoice['calendar']): Promise<PortfolioPages> {
  const filter = readFilter(query);
  const [overview, map, coverage, settings] = await Promise.all([
    api.portfolio.overview({ filter }),
    api.portfolio.heatMap({ filter, limit: ROWS }),
    api.portfolio.coverage({ filter, limit: ROWS }),
    api.settings.get(),
  ]);
  const sinceOn = endOfLastQuarter(overview.asOfOn, calendar);
  const falls = await api.portfolio.falls({ filter, sinceOn });
  return { filter, overview, map, coverage, falls: { ...falls, sinceOn }, organisation: settings.organisation, logo: settings.logo, preparedAt: new Date().toISOString() };
}

/** The portfolio of the filter in the address and nothing else. `then=print` asks to print it at once. */
export function PortfolioPrint() {
  const [query] = useSearchParams();
  const choice = useMemo(() => readReportChoice(query), [query]);
  const { data, error, refetch } = useQuery({ queryKey: ['portfolio-print', query.toString()], queryFn: () => readPages(query, choice.calendar) });
  useEffect(() => {
    if (error) tellPrinter('error');
  }, [error]);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  return (
    <LocaleScope choice={choice}>
      <Sheets pages={data} choice={choice} printsItself={query.get('then') === 'print'} />
    </LocaleScope>
  );
}

function Sheets({ pages, choice, printsItself }: { readonly pages: PortfolioPages; readonly choice: ReportChoice; readonly printsItself: boolean }) {
  const { t } = useTranslation('portfolio');
  const title = t('print.documentTitle');
  const words = useEdgeWords(title, '', pages.organisation?.name ?? null, pages.preparedAt);
  const onReady = useCallback(() => {
    if (printsItself) print();
  }, [printsItself]);
  usePrintReady(choice.paper, words, title, onReady, true);
  return (
    <main>
      <PortfolioDocument pages={pages} />
    </main>
  );
}
