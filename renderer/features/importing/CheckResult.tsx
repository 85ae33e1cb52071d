import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DryRun, Inspection } from '#shared/contract/imports.ts';
import type { Template } from '#shared/domain/importing/index.ts';
import { queries } from '#renderer/api.ts';
import { Banner } from '#renderer/components/Banner.tsx';
import { KeyValueList } from '#renderer/components/KeyValueList.tsx';
import { RadioGroup } from '#renderer/components/RadioGroup.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { usePreferences } from '#renderer/state/preferences.ts';
import { localToday } from '#renderer/state/today.ts';
import { bringsAnything } from './counts.ts';
import { CountsTable } from './CountsTable.tsx';
import { Findings } from './Findings.tsx';
import { readingChoice } from './reading-day.ts';
import { setReadOn, useWizard } from './wizard.ts';

interface CheckResultProps {
  readonly inspection: Inspection;
  readonly template: Template;
  readonly result: DryRun;
}

export function CheckResult({ inspection, template, result }: CheckResultProps) {
  const { t } = useTranslation('importWizard');
  const format = useFormat();
  const { rowsRead, rowsAccepted, rowsRejected, duplicateRows, newestOn, oldestOn } = result;
  return (
    <>
      {rowsAccepted === 0 ? (
        <Banner tone="danger" isLive>
          {t('check.noneAccepted')}
        </Banner>
      ) : bringsAnything(result.counts) ? null : (
        <Banner tone="info" isLive>
          {t('check.nothingNew')}
        </Banner>
      )}
      <div className="grid grid-cols-2 gap-x-10 gap-y-6 max-lg:grid-cols-1">
        <Section title={t('check.would')}>
          <CountsTable counts={result.counts} />
        </Section>
        <Section title={t('check.file')}>
          <KeyValueList
            items={[
              { key: 'read', label: t('check.rowsRead'), value: format.integer(rowsRead) },
              { key: 'accepted', label: t('check.rowsAccepted'), value: format.integer(rowsAccepted) },
              {
                key: 'rejected', label: t('check.rowsRejected'),
                value: rowsRejected === 0 ? format.integer(0) : <strong className="font-semibold text-danger">{format.integer(rowsRejected)}</strong>,
              },
              ...(duplicateRows === 0 ? [] : [{ key: 'duplicates', label: t('check.duplicateRows'), value: format.integer(duplicateRows) }]),
              ...(result.countryCount === 0 ? [] : [{ key: 'countries', label: t('check.countries'), value: format.integer(result.countryCount) }]),
              ...(result.values.length === 0
                ? []
                : [{ key: 'value', label: t('check.value'), value: result.values.map((amount) => <div key={amount.currency}>{format.money(amount)}</div>) }]),
              ...(newestOn === null || oldestOn === null
                ? []
                : [{ key: 'days', label: t('check.days'), value: t('check.fromTo', { from: format.day(oldestOn), to: format.day(newestOn) }) }]),
            ]}
          />
        </Section>
      </div>
      <ReadingDay newestOn={newestOn} />
      <Findings inspection={inspection} template={template} result={result} />
    </>
  );
}

/** Old history read today says little: the person decides on which day it is read. */
function ReadingDay({ newestOn }: { readonly newestOn: string | null }) {
  const { t } = useTranslation('importWizard');
  const format = useFormat();
  const { scoringOn } = usePreferences();
  const readOn = useWizard((state) => state.readOn);
  const portfolio = useQuery(queries.scores.portfolio.queryOptions());
  if (portfolio.isPending) return null;
  const choice = readingChoice({ newestOn, newestRecordOn: portfolio.data?.newestRecordOn ?? null, scoringOn, today: localToday() });
  if (choice === null) return null;
  return (
    <Section title={t('readingDay.title')} description={t('readingDay.why', { day: format.day(choice.newestOn, 'long') })}>
      <RadioGroup
        label={t('readingDay.title')}
        isLabelHidden
        look="cards"
        options={[
          { id: 'newest', label: t('readingDay.newest', { day: format.day(choice.newestOn) }), description: t('readingDay.newestWhy') },
          {
            id: 'unchanged',
            label: scoringOn === null ? t('readingDay.today') : t('readingDay.chosen', { day: format.day(scoringOn) }),
            description: t('readingDay.unchangedWhy'),
          },
        ]}
        value={readOn ?? choice.proposed}
        onChange={setReadOn}
      />
    </Section>
  );
}
