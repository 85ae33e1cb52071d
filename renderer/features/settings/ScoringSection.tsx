import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Preferences } from '#shared/contract/settings.ts';
import { queries } from '#renderer/api.ts';
import { Banner } from '#renderer/components/Banner.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { DatePicker } from '#renderer/components/DatePicker.tsx';
import { useErrorWords } from '#renderer/components/ErrorState.tsx';
import { NumberField } from '#renderer/components/NumberField.tsx';
import { RadioGroup } from '#renderer/components/RadioGroup.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { usePreferences, useSetPreferences } from '#renderer/state/preferences.ts';
import { rescore } from '#renderer/state/rescoring.ts';
import { localToday } from '#renderer/state/today.ts';

type Rules = Pick<Preferences, 'scoringOn' | 'windowEarlyDays' | 'windowLateDays' | 'rhythmDays' | 'answerWithinHours' | 'stageThreshold'>;
type Draft = { readonly [K in keyof Rules]: K extends 'scoringOn' ? string | null : number | null };

/** What scores are made with; saving makes all of them anew. */
export function ScoringSection() {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const errorWords = useErrorWords();
  const client = useQueryClient();
  const preferences = usePreferences();
  const portfolio = useQuery(queries.scores.portfolio.queryOptions());
  const [changes, setChanges] = useState<Partial<Draft>>({});
  const save = useSetPreferences();
  const { scoringOn, windowEarlyDays, windowLateDays, rhythmDays, answerWithinHours, stageThreshold } = preferences;
  const rules: Draft = { scoringOn, windowEarlyDays, windowLateDays, rhythmDays, answerWithinHours, stageThreshold, ...changes };
  const today = localToday();
  const newest = portfolio.data?.newestRecordOn ?? null;
  const isComplete = ![rules.windowEarlyDays, rules.windowLateDays, rules.rhythmDays, rules.answerWithinHours, rules.stageThreshold].includes(null);
  const change = (more: Partial<Draft>): void => {
    setChanges({ ...changes, ...more });
  };

  const submit = (): void => {
    const { windowEarlyDays: early, windowLateDays: late, rhythmDays: rhythm, answerWithinHours: hours, stageThreshold: threshold } = rules;
    if (early === null || late === null || rhythm === null || hours === null || threshold === null) return;
    save.mutate(
      { scoringOn: rules.scoringOn, windowEarlyDays: early, windowLateDays: late, rhythmDays: rhythm, answerWithinHours: hours, stageThreshold: threshold },
      {
        onSuccess: () => {
          setChanges({});
          void rescore(client);
        },
      },
    );
  };

  return (
    <Section title={t('scoring.title')} description={t('scoring.why')}>
      <Form
        validationBehavior="aria"
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <RadioGroup
          label={t('scoring.day')}
          description={newest === null ? undefined : t('scoring.newest', { day: format.day(newest, 'long') })}
          options={[
            { id: 'today', label: t('scoring.today') },
            { id: 'chosen', label: t('scoring.chosen') },
          ]}
          value={rules.scoringOn === null ? 'today' : 'chosen'}
          onChange={(way) => {
            change({ scoringOn: way === 'today' ? null : (newest ?? today) });
          }}
        />
        {rules.scoringOn === null ? null : (
          <div className="max-w-64">
            <DatePicker
              label={t('scoring.readOn')}
              value={rules.scoringOn}
              onChange={(day) => {
                if (day !== null) change({ scoringOn: day });
              }}
              maxValue={today}
            />
          </div>
        )}
        <fieldset>
          <legend className="mb-1 text-sm font-medium">{t('scoring.window')}</legend>
          <p className="mb-2 text-sm text-ink-3">{t('scoring.windowWhy')}</p>
          <div className="grid max-w-lg grid-cols-2 gap-4 max-sm:grid-cols-1">
            <NumberField label={t('scoring.early')} value={rules.windowEarlyDays} onChange={(value) => { change({ windowEarlyDays: value }); }} minValue={0} maxValue={365} />
            <NumberField label={t('scoring.late')} value={rules.windowLateDays} onChange={(value) => { change({ windowLateDays: value }); }} minValue={0} maxValue={365} />
          </div>
        </fieldset>
        <div className="grid max-w-lg grid-cols-2 gap-4 max-sm:grid-cols-1">
          <NumberField
            label={t('scoring.rhythm')}
            description={t('scoring.rhythmWhy')}
            value={rules.rhythmDays}
            onChange={(value) => { change({ rhythmDays: value }); }}
            minValue={1}
            maxValue={730}
          />
          <NumberField
            label={t('scoring.answer')}
            description={t('scoring.answerWhy')}
            value={rules.answerWithinHours}
            onChange={(value) => { change({ answerWithinHours: value }); }}
            minValue={1}
            maxValue={336}
          />
          <NumberField
            label={t('scoring.threshold')}
            description={t('scoring.thresholdWhy')}
            value={rules.stageThreshold}
            onChange={(value) => { change({ stageThreshold: value }); }}
            minValue={1}
            maxValue={99}
          />
        </div>
        {save.error ? (
          <Banner tone="danger" isLive>
            {errorWords(save.error)}
          </Banner>
        ) : null}
        <div>
          <Button variant="primary" type="submit" isPending={save.isPending} isDisabled={!isComplete || Object.keys(changes).length === 0}>
            {t('scoring.save')}
          </Button>
        </div>
      </Form>
    </Section>
  );
}
