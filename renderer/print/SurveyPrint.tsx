import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import type { Client } from '#shared/contract/clients.ts';
import { usualDocumentLocale } from '#shared/i18n/locale.ts';
import { queries } from '#renderer/api.ts';
import { ErrorState } from '#renderer/components/ErrorState.tsx';
import { LocaleScope } from '#renderer/i18n/LocaleScope.tsx';
import { useSettings } from '#renderer/state/preferences.ts';
import { askerOf } from '#renderer/survey/asker.ts';
import { isolated } from '#renderer/records/isolate.ts';
import type { Paper, RunningWords } from './paper.ts';
import { SurveyDocument } from './SurveyDocument.tsx';
import { readSurveyChoice } from './survey-route.ts';
import { tellPrinter, usePrintReady } from './use-print-ready.ts';
import { pageWords } from './use-running-words.ts';

/** The questionnaire on paper and nothing else. `then=print` asks to print it at once. */
export function SurveyPrint() {
  const { clientId = '' } = useParams();
  const [query] = useSearchParams();
  const { data: client, error, refetch } = useQuery(queries.clients.get.queryOptions({ input: { id: clientId } }));
  useEffect(() => {
    if (error) tellPrinter('error');
  }, [error]);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!client) return null;
  const { language, paper, contactId } = readSurveyChoice(clientId, query);
  return (
    <LocaleScope choice={usualDocumentLocale(language)}>
      <Sheet client={client} contactId={contactId} paper={paper} printsItself={query.get('then') === 'print'} />
    </LocaleScope>
  );
}

interface SheetProps {
  readonly client: Client;
  readonly contactId: string | null;
  readonly paper: Paper;
  readonly printsItself: boolean;
}

function Sheet({ client, contactId, paper, printsItself }: SheetProps) {
  const { t } = useTranslation('survey');
  const { organisation, logo } = useSettings();
  const heading = t('print.heading');
  const company = organisation?.name ?? '';
  const words = useMemo<RunningWords>(
    () => ({ headerStart: isolated(client.name), headerEnd: heading, footerStart: company === '' ? '' : isolated(company), pageOf: pageWords((pages) => t('print.page', pages)) }),
    [t, client.name, heading, company],
  );
  const onReady = useCallback(() => {
    if (printsItself) print();
  }, [printsItself]);
  usePrintReady(paper, words, `${heading}: ${client.name}`, onReady);
  return (
    <main>
      <SurveyDocument client={client} contactId={contactId} organisation={organisation} logo={logo} asker={askerOf(organisation)} />
    </main>
  );
}
