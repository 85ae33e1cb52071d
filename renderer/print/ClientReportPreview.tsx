import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { ClientReport } from '#shared/contract/reports.ts';
import { calendars, languages, usualDocumentLocale } from '#shared/i18n/locale.ts';
import { queries } from '#renderer/api.ts';
import { errorKind } from '#renderer/components/describe-error.ts';
import { ErrorState } from '#renderer/components/ErrorState.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { RadioGroup } from '#renderer/components/RadioGroup.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { LocaleScope, useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { textsIn } from '#renderer/i18n/texts.ts';
import { dayOfInstant } from '#renderer/records/days.ts';
import { usePreferences } from '#renderer/state/preferences.ts';
import { ClientReportDocument } from './ClientReportDocument.tsx';
import { FittedPaper } from './FittedPaper.tsx';
import { PaperPages } from './PaperPages.tsx';
import { paperSizes, papers } from './paper.ts';
import { PrintActions } from './PrintActions.tsx';
import { languageOfClient, reportRoute } from './report-choice.ts';
import type { ReportChoice } from './report-choice.ts';
import { useRunningWords } from './use-running-words.ts';

/** The report inside the app: its language and paper are chosen, and what is seen is what is printed. */
export function ClientReportPreview() {
  const { t } = useTranslation('report');
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(queries.reports.client.queryOptions({ input: { clientId: id } }));
  if (error) {
    return errorKind(error) === 'NOT_FOUND' ? (
      <ErrorState error={error} title={t('notThere.title')}>
        {t('notThere.body')}
      </ErrorState>
    ) : (
      <ErrorState error={error} onRetry={() => void refetch()} />
    );
  }
  if (!data) return <LoadingBlock lines={12} />;
  return <Preview key={id} report={data} />;
}

function Preview({ report }: { readonly report: ClientReport }) {
  const { t } = useTranslation('report');
  const preferences = usePreferences();
  const { client } = report;
  const localeFor = (language: ReportChoice['language']) =>
    // In the person's own language, their own calendar and digits; else what readers of that language expect.
    language === preferences.language ? { language, calendar: preferences.calendar, digits: preferences.digits } : usualDocumentLocale(language);
  const [choice, setChoice] = useState<ReportChoice>(() => ({ ...localeFor(languageOfClient(client.language)), paper: preferences.paper }));
  const [pageCount, setPageCount] = useState(0);
  return (
    <div className="flex w-full flex-col gap-5">
      <PageHeader
        title={t('preview.title')}
        parent={
          <LinkButton variant="text" to={`/clients/${client.id}`}>
            {t('preview.toClient', { client: client.name })}
          </LinkButton>
        }
        description={t('preview.description')}
        actions={
          <PrintActions
            route={reportRoute(client.id, choice)}
            paper={choice.paper}
            fileName={textsIn(choice.language, choice.digits).t('report:fileName', { client: client.name, day: dayOfInstant(report.preparedAt) })}
          />
        }
      />
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <RadioGroup
          label={t('preview.language')}
          look="segments"
          options={languages.map((language) => ({ id: language, label: t(`common:locale.languages.${language}`), lang: language }))}
          value={choice.language}
          onChange={(language) => {
            setChoice({ ...choice, ...localeFor(language) });
          }}
        />
        <RadioGroup
          label={t('preview.calendar')}
          look="segments"
          options={calendars.map((calendar) => ({ id: calendar, label: t(`common:locale.calendars.${calendar}`) }))}
          value={choice.calendar}
          onChange={(calendar) => {
            setChoice({ ...choice, calendar });
          }}
        />
        <RadioGroup
          label={t('preview.paper')}
          look="segments"
          options={papers.map((paper) => ({ id: paper, label: t(`papers.${paper}`) }))}
          value={choice.paper}
          onChange={(paper) => {
            setChoice({ ...choice, paper });
          }}
        />
        {pageCount === 0 ? null : (
          <p role="status" className="pb-1.5 text-sm text-ink-2">
            {t('preview.pages', { count: pageCount })}
          </p>
        )}
      </div>
      <section aria-label={t('preview.sheets')}>
        <FittedPaper width={paperSizes[choice.paper].width}>
          <LocaleScope choice={choice}>
            <Sheets report={report} choice={choice} onPageCount={setPageCount} />
          </LocaleScope>
        </FittedPaper>
      </section>
    </div>
  );
}

interface SheetsProps {
  readonly report: ClientReport;
  readonly choice: ReportChoice;
  readonly onPageCount: (count: number) => void;
}

/** Inside the report's own language. */
function Sheets({ report, choice, onPageCount }: SheetsProps) {
  const words = useRunningWords(report);
  const format = useFormat();
  return (
    <PaperPages paper={choice.paper} words={words} numeral={(value) => format.integer(value)} onPageCount={onPageCount}>
      <ClientReportDocument report={report} />
    </PaperPages>
  );
}
