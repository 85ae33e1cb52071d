import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientReport } from '#shared/contract/reports.ts';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { dayOfInstant } from '#renderer/records/days.ts';
import { isolated } from '#renderer/records/isolate.ts';
import type { RunningWords } from './paper.ts';

const PAGE = '\u0001';
const PAGES = '\u0002';

/** What stands before, between and after the page's number and the number of pages, in any language's order of words. */
export function pageWords(say: (pages: { readonly page: string; readonly pages: string }) => string): RunningWords['pageOf'] {
  const [before = '', rest = ''] = say({ page: PAGE, pages: PAGES }).split(PAGE);
  const [between = '', after = ''] = rest.split(PAGES);
  return [before, between, after];
}

/** What runs along the edges of every page, in the language of the scope. */
export const useRunningWords = ({ client, organisation, preparedAt }: ClientReport): RunningWords => {
  const { t } = useTranslation('report');
  return useEdgeWords(isolated(client.name), t('head.kind'), organisation?.name ?? null, preparedAt);
};

/** What a document calls itself at the top, and who made it when at the bottom. */
export function useEdgeWords(headerStart: string, headerEnd: string, organisationName: string | null, preparedAt: string): RunningWords {
  const { t } = useTranslation('report');
  const format = useFormat();
  return useMemo(() => {
    const day = format.day(dayOfInstant(preparedAt), 'long');
    return {
      headerStart,
      headerEnd,
      footerStart: organisationName === null ? day : `${isolated(organisationName)} · ${day}`,
      pageOf: pageWords((pages) => t('pageOf', pages)),
    };
  }, [t, format, headerStart, headerEnd, organisationName, preparedAt]);
}
