import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientReport } from '#shared/contract/reports.ts';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { dayOfInstant } from '#renderer/records/days.ts';
import { isolated } from '#renderer/records/isolate.ts';
import type { RunningWords } from './paper.ts';

const PAGE = '\u0001';
const PAGES = '\u0002';

/** What runs along the edges of every page, in the language of the scope. */
export function useRunningWords({ client, organisation, preparedAt }: ClientReport): RunningWords {
  const { t } = useTranslation('report');
  const format = useFormat();
  return useMemo(() => {
    const day = format.day(dayOfInstant(preparedAt), 'long');
    const [before = '', rest = ''] = t('pageOf', { page: PAGE, pages: PAGES }).split(PAGE);
    const [between = '', after = ''] = rest.split(PAGES);
    return {
      headerStart: isolated(client.name),
      headerEnd: t('head.kind'),
      footerStart: organisation === null ? day : `${isolated(organisation.name)} · ${day}`,
      pageOf: [before, between, after],
    };
  }, [t, format, client.name, organisation, preparedAt]);
}
