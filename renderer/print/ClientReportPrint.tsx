import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import type { ClientReport } from '#shared/contract/reports.ts';
import { queries } from '#renderer/api.ts';
import { ErrorState } from '#renderer/components/ErrorState.tsx';
import { LocaleScope } from '#renderer/i18n/LocaleScope.tsx';
import { ClientReportDocument } from './ClientReportDocument.tsx';
import { readReportChoice } from './report-choice.ts';
import type { ReportChoice } from './report-choice.ts';
import { tellPrinter, usePrintReady } from './use-print-ready.ts';
import { useRunningWords } from './use-running-words.ts';

/** The report and nothing else: what the hidden printing window loads, and a browser's new tab. `then=print` asks to print it at once. */
export function ClientReportPrint() {
  const { id = '' } = useParams();
  const [query] = useSearchParams();
  const { data, error, refetch } = useQuery(queries.reports.client.queryOptions({ input: { clientId: id } }));
  useEffect(() => {
    if (error) tellPrinter('error');
  }, [error]);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const choice = readReportChoice(query);
  return (
    <LocaleScope choice={choice}>
      <Sheet report={data} choice={choice} printsItself={query.get('then') === 'print'} />
    </LocaleScope>
  );
}

function Sheet({ report, choice, printsItself }: { readonly report: ClientReport; readonly choice: ReportChoice; readonly printsItself: boolean }) {
  const { t } = useTranslation('report');
  const words = useRunningWords(report);
  const onReady = useCallback(() => {
    if (printsItself) print();
  }, [printsItself]);
  usePrintReady(choice.paper, words, t('documentTitle', { client: report.client.name }), onReady);
  return (
    <main>
      <ClientReportDocument report={report} />
    </main>
  );
}
