import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { calendars, documentLanguageOf, documentLanguages } from '#shared/i18n/locale.ts';
import type { DocumentLanguage } from '#shared/i18n/locale.ts';
import { Banner } from '#renderer/components/Banner.tsx';
import { ErrorState } from '#renderer/components/ErrorState.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { RadioGroup } from '#renderer/components/RadioGroup.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { LocaleScope, useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { usePreferences } from '#renderer/state/preferences.ts';
import { FittedPaper } from '../FittedPaper.tsx';
import { PaperPages } from '../PaperPages.tsx';
import { paperSizes, papers } from '../paper.ts';
import { PrintActions } from '../PrintActions.tsx';
import { certificateRoute, localeFor } from './certificate-choice.ts';
import type { CertificateChoice } from './certificate-choice.ts';
import { CertificateDocument } from './CertificateDocument.tsx';
import type { PrintedCertificate } from './CertificateDocument.tsx';
import { readPrintedCertificate } from './CertificatePrint.tsx';
import { useCertificateWords } from './use-certificate-words.ts';

/** Beyond so many points the sheets on screen stop; paper and PDF have all. */
const SHOWN = 1000;

/** The certificate inside the app: its language and paper are chosen, and what is seen is what is printed. */
export function CertificatePreview() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery({ queryKey: ['certificate-print', id], queryFn: () => readPrintedCertificate(id), staleTime: 0 });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingBlock lines={12} />;
  return <Preview key={id} printed={data} />;
}

function Preview({ printed }: { readonly printed: PrintedCertificate }) {
  const { t } = useTranslation('certificates');
  const preferences = usePreferences();
  const { certificate, points } = printed;
  const [choice, setChoice] = useState<CertificateChoice>(() => ({ ...localeFor(documentLanguageOf(certificate.document.language), preferences), paper: preferences.paper }));
  const [pageCount, setPageCount] = useState(0);
  const leftOut = Math.max(0, points.length - SHOWN);
  const { language, calendar, digits, paper } = choice;
  return (
    <div className="flex w-full flex-col gap-5">
      <PageHeader
        title={t('print.title', { number: certificate.number })}
        parent={<LinkButton variant="text" to={`/certificates/${certificate.id}`}>{t('print.back', { number: certificate.number })}</LinkButton>}
        description={t('print.description')}
        actions={<PrintActions route={certificateRoute(certificate.id, { language, calendar, digits, paper })} paper={paper} fileName={t('print.fileName', { number: certificate.number })} />}
      />
      {leftOut === 0 ? null : <Banner tone="info">{t('print.shortened', { shown: SHOWN, total: points.length })}</Banner>}
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <RadioGroup
          label={t('print.language')}
          look="segments"
          options={documentLanguages.map((id) => ({ id, label: t(`surveyScreen:languages.${id}`) }))}
          value={language}
          onChange={(next: DocumentLanguage) => { setChoice({ ...choice, ...localeFor(next, preferences) }); }}
        />
        <RadioGroup label={t('print.calendar')} look="segments" options={calendars.map((id) => ({ id, label: t(`common:locale.calendars.${id}`) }))} value={calendar} onChange={(next) => { setChoice({ ...choice, calendar: next }); }} />
        <RadioGroup label={t('print.paper')} look="segments" options={papers.map((id) => ({ id, label: t(`report:papers.${id}`) }))} value={paper} onChange={(next) => { setChoice({ ...choice, paper: next }); }} />
        {pageCount === 0 || leftOut > 0 ? null : <p role="status" className="pb-1.5 text-sm text-ink-2">{t('print.pages', { count: pageCount })}</p>}
      </div>
      <section aria-label={t('print.sheets')}>
        <FittedPaper width={paperSizes[paper].width}>
          <LocaleScope choice={choice}>
            <Sheets printed={{ ...printed, points: leftOut === 0 ? points : points.slice(0, SHOWN) }} leftOut={leftOut} choice={choice} onPageCount={setPageCount} />
          </LocaleScope>
        </FittedPaper>
      </section>
    </div>
  );
}

interface SheetsProps {
  readonly printed: PrintedCertificate;
  readonly leftOut: number;
  readonly choice: CertificateChoice;
  readonly onPageCount: (count: number) => void;
}

/** Inside the certificate's own language. */
function Sheets({ printed, leftOut, choice, onPageCount }: SheetsProps) {
  const words = useCertificateWords(printed.certificate);
  const format = useFormat();
  return (
    <PaperPages paper={choice.paper} words={words} numeral={(value) => format.integer(value)} onPageCount={onPageCount}>
      <CertificateDocument {...printed} leftOut={leftOut} />
    </PaperPages>
  );
}
