import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { day as daySchema } from '#shared/contract/common.ts';
import { api } from '#renderer/api.ts';
import { ErrorState } from '#renderer/components/ErrorState.tsx';
import { LocaleScope, useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { questionOf } from '#renderer/instruments/due-question.ts';
import { localToday } from '#renderer/state/today.ts';
import { DueCalendarDocument } from './DueCalendarDocument.tsx';
import type { DueMonth } from './DueCalendarDocument.tsx';
import { monthAround } from './due-month.ts';
import { readReportChoice } from './report-choice.ts';
import type { ReportChoice } from './report-choice.ts';
import { tellPrinter, usePrintReady } from './use-print-ready.ts';
import { useEdgeWords } from './use-running-words.ts';

/** Rows of the list: about twelve sheets; the document says how many there are in all. */
const ROWS = 400;

async function readMonth(day: string, choice: ReportChoice): Promise<DueMonth> {
  const { firstOn, lastOn } = monthAround(day, choice);
  const { sort, descending, ...filter } = questionOf('all');
  const [list, days, settings] = await Promise.all([
    api.instruments.list({ ...filter, dueFromOn: firstOn, dueToOn: lastOn, sort, descending, offset: 0, limit: ROWS }),
    api.recall.calendar({ ...filter, fromOn: firstOn, toOn: lastOn }),
    api.settings.get(),
  ]);
  return {
    day, rows: list.rows, total: list.total, counts: new Map(days.map(({ on, ...count }) => [on, count])), organisation: settings.organisation, logo: settings.logo,
    preparedAt: new Date().toISOString(),
  };
}

/** The month around the day in the address and nothing else. `then=print` asks to print it at once. */
export function DueCalendarPrint() {
  const [query] = useSearchParams();
  const choice = useMemo(() => readReportChoice(query), [query]);
  const day = daySchema.safeParse(query.get('day')).data ?? localToday();
  const { data, error, refetch } = useQuery({ queryKey: ['due-calendar-print', query.toString()], queryFn: () => readMonth(day, choice) });
  useEffect(() => {
    if (error) tellPrinter('error');
  }, [error]);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  return (
    <LocaleScope choice={choice}>
      <Sheets month={data} choice={choice} printsItself={query.get('then') === 'print'} />
    </LocaleScope>
  );
}

function Sheets({ month, choice, printsItself }: { readonly month: DueMonth; readonly choice: ReportChoice; readonly printsItself: boolean }) {
  const { t } = useTranslation('recall');
  const format = useFormat();
  const words = useEdgeWords(t('print.title', { month: format.month(month.day) }), '', month.organisation?.name ?? null, month.preparedAt);
  const onReady = useCallback(() => {
    if (printsItself) print();
  }, [printsItself]);
  usePrintReady(choice.paper, words, t('print.documentTitle'), onReady, true);
  return (
    <main>
      <DueCalendarDocument month={month} />
    </main>
  );
}
