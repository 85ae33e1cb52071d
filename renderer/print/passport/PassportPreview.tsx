import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Passport } from '#shared/contract/instruments.ts';
import { languages, usualDocumentLocale } from '#shared/i18n/locale.ts';
import { queries } from '#renderer/api.ts';
import { ErrorState } from '#renderer/components/ErrorState.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { RadioGroup } from '#renderer/components/RadioGroup.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { LocaleScope, useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { isolated } from '#renderer/records/isolate.ts';
import { usePreferences, useSettings } from '#renderer/state/preferences.ts';
import { localToday } from '#renderer/state/today.ts';
import { FittedPaper } from '../FittedPaper.tsx';
import { PaperPages } from '../PaperPages.tsx';
import { paperSizes, papers } from '../paper.ts';
import { PrintActions } from '../PrintActions.tsx';
import { languageOfClient } from '../report-choice.ts';
import type { ReportChoice } from '../report-choice.ts';
import { useEdgeWords } from '../use-running-words.ts';
import { PassportDocument } from './PassportDocument.tsx';
import { passportRoute } from './passport-route.ts';

/** The passport on paper: its language and paper are chosen, and what is seen is what is printed. */
export function PassportPreview() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(queries.instruments.get.queryOptions({ input: { id } }));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingBlock lines={12} />;
  return <Preview key={id} passport={data} />;
}

function Preview({ passport }: { readonly passport: Passport }) {
  const { t } = useTranslation('passport');
  const preferences = usePreferences();
  const localeFor = (language: ReportChoice['language']) =>
    language === preferences.language ? { language, calendar: preferences.calendar, digits: preferences.digits } : usualDocumentLocale(language);
  const [choice, setChoice] = useState<ReportChoice>(() => ({
    ...localeFor(passport.clientId === null ? preferences.language : languageOfClient(passport.clientLanguage)), paper: preferences.paper,
  }));
  return (
    <div className="flex w-full flex-col gap-5">
      <PageHeader
        title={t('sheet.title')}
        parent={
          <LinkButton variant="text" to={`/instruments/${passport.id}`}>
            {t('labels:toInstrument', { serial: passport.serial })}
          </LinkButton>
        }
        description={t('sheet.description')}
        actions={<PrintActions route={passportRoute(passport.id, choice)} paper={choice.paper} fileName={t('sheet.fileName', { serial: passport.serial, day: localToday() })} />}
      />
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <RadioGroup
          label={t('report:preview.language')}
          look="segments"
          options={languages.map((language) => ({ id: language, label: t(`common:locale.languages.${language}`), lang: language }))}
          value={choice.language}
          onChange={(language) => { setChoice({ ...choice, ...localeFor(language) }); }}
        />
        <RadioGroup
          label={t('report:preview.paper')}
          look="segments"
          options={papers.map((paper) => ({ id: paper, label: t(`report:papers.${paper}`) }))}
          value={choice.paper}
          onChange={(paper) => { setChoice({ ...choice, paper }); }}
        />
      </div>
      <section aria-label={t('report:preview.sheets')}>
        <FittedPaper width={paperSizes[choice.paper].width}>
          <LocaleScope choice={choice}>
            <Sheets passport={passport} choice={choice} />
          </LocaleScope>
        </FittedPaper>
      </section>
    </div>
  );
}

/** The passport says its page count by being one. */
const noCount = (): void => undefined;

/** Inside the sheet's own language. */
function Sheets({ passport, choice }: { readonly passport: Passport; readonly choice: ReportChoice }) {
  const { t } = useTranslation('passport');
  const format = useFormat();
  const { organisation, logo } = useSettings();
  const words = useEdgeWords(isolated(passport.serial), t('sheet.kind'), organisation?.name ?? null, passport.updatedAt);
  return (
    <PaperPages paper={choice.paper} words={words} numeral={(value) => format.integer(value)} onPageCount={noCount}>
      <PassportDocument passport={passport} organisation={organisation} logo={logo} today={localToday()} />
    </PaperPages>
  );
}
