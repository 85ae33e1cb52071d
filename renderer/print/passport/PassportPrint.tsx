import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import type { Passport } from '#shared/contract/instruments.ts';
import { queries } from '#renderer/api.ts';
import { ErrorState } from '#renderer/components/ErrorState.tsx';
import { LocaleScope } from '#renderer/i18n/LocaleScope.tsx';
import { isolated } from '#renderer/records/isolate.ts';
import { useSettings } from '#renderer/state/preferences.ts';
import { localToday } from '#renderer/state/today.ts';
import { readReportChoice } from '../report-choice.ts';
import type { ReportChoice } from '../report-choice.ts';
import { tellPrinter, usePrintReady } from '../use-print-ready.ts';
import { useEdgeWords } from '../use-running-words.ts';
import { PassportDocument } from './PassportDocument.tsx';

/** The passport and nothing else. `then=print` asks to print it at once. */
export function PassportPrint() {
  const { id = '' } = useParams();
  const [query] = useSearchParams();
  const { data, error, refetch } = useQuery(queries.instruments.get.queryOptions({ input: { id } }));
  useEffect(() => {
    if (error) tellPrinter('error');
  }, [error]);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const choice = readReportChoice(query);
  return (
    <LocaleScope choice={choice}>
      <Sheet passport={data} choice={choice} printsItself={query.get('then') === 'print'} />
    </LocaleScope>
  );
}

function Sheet({ passport, choice, printsItself }: { readonly passport: Passport; readonly choice: ReportChoice; readonly printsItself: boolean }) {
  const { t } = useTranslation('passport');
  const { organisation, logo } = useSettings();
  const kind = t('sheet.kind');
  const words = useEdgeWords(isolated(passport.serial), kind, organisation?.name ?? null, passport.updatedAt);
  const onReady = useCallback(() => {
    if (printsItself) print();
  }, [printsItself]);
  usePrintReady(choice.paper, words, `${kind} ${passport.serial}`, onReady);
  return (
    <main>
      <PassportDocument passport={passport} organisation={organisation} logo={logo} today={localToday()} />
    </main>
  );
}
