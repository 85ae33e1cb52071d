import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChangeSince } from '#shared/contract/scores.ts';
import { addDays } from '#shared/domain/calendar/index.ts';
import { queries } from '#renderer/api.ts';
import { Banner } from '#renderer/components/Banner.tsx';
import { DatePicker } from '#renderer/components/DatePicker.tsx';
import { ErrorState } from '#renderer/components/ErrorState.tsx';
import { RadioGroup } from '#renderer/components/RadioGroup.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { ChangeTable } from './ChangeTable.tsx';
import { DimensionDifferences } from './DimensionDifferences.tsx';
import { sinceDay, sincePresets } from './since-days.ts';
import type { SincePreset } from './since-days.ts';

const CHOSEN = 'chosen';

interface ChangedSinceProps {
  readonly clientId: string;
  /** The day that the score is read on, ISO. */
  readonly asOfOn: string;
}

/** What moved the score since a day, record by record, adding up to the difference. */
export function ChangedSince({ clientId, asOfOn }: ChangedSinceProps) {
  const { t } = useTranslation('scoreMoves');
  const { choice } = useFormat();
  const [since, setSince] = useState<SincePreset | typeof CHOSEN>('threeMonths');
  const [day, setDay] = useState<string | null>(null);
  const dayBefore = addDays(asOfOn, -1);
  const sinceOn = since === CHOSEN ? day : sinceDay(since, asOfOn, choice.calendar);
  const isBefore = sinceOn !== null && sinceOn < asOfOn;
  const { data, error, refetch, isPlaceholderData } = useQuery(
    queries.scores.changed.queryOptions({ input: { clientId, sinceOn: sinceOn ?? dayBefore }, enabled: isBefore, placeholderData: keepPreviousData }),
  );
  return (
    <Section title={t('changed.title')} description={t('changed.explain')}>
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
          <RadioGroup
            label={t('changed.presets')}
            isLabelHidden
            look="segments"
            options={[...sincePresets.map((id) => ({ id, label: t(`changed.${id}`) })), { id: CHOSEN, label: t('changed.chosen') }]}
            value={since}
            onChange={(next) => {
              if (next === CHOSEN && day === null) setDay(sinceOn);
              setSince(next);
            }}
          />
          {since === CHOSEN ? (
            <div className="w-56">
              <DatePicker label={t('changed.day')} value={day} onChange={setDay} maxValue={dayBefore} error={day !== null && !isBefore ? t('changed.notBefore') : null} />
            </div>
          ) : null}
        </div>
        {error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : data === undefined ? (
          isBefore ? <LoadingBlock lines={5} /> : null
        ) : (
          <div aria-busy={isPlaceholderData} className={isPlaceholderData ? 'flex flex-col gap-5 opacity-60' : 'flex flex-col gap-5'}>
            <Difference change={data} />
          </div>
        )}
      </div>
    </Section>
  );
}

function Difference({ change: explained }: { readonly change: ChangeSince }) {
  const { t } = useTranslation('scoreMoves');
  const format = useFormat();
  const { change, sinceOn, asOfOn, before, shownThen } = explained;
  const { overall } = change;
  const valueThen = before.overall.value?.score ?? null;
  const shown = shownThen?.overall ?? null;
  const wasShownOtherwise = shown !== null && (valueThen === null || format.fixed(shown, 1) !== format.fixed(valueThen, 1));
  return (
    <>
      {overall.before === null || overall.after === null ? (
        <p className="text-ink-2">{overall.before === null ? t('changed.noneBefore', { day: format.day(sinceOn) }) : t('changed.noneAfter', { day: format.day(asOfOn) })}</p>
      ) : (
        <p className="flex flex-wrap items-baseline gap-x-3 text-lg">
          <span>
            {t('changed.fromTo', { before: format.fixed(overall.before, 1), since: format.day(sinceOn), after: format.fixed(overall.after, 1), now: format.day(asOfOn) })}
          </span>
          <strong>
            <bdi dir="ltr">{format.signed(overall.difference ?? 0, 2) || format.integer(0)}</bdi>
          </strong>
        </p>
      )}
      {wasShownOtherwise ? <p className="text-sm text-ink-2">{t('changed.shownThen', { score: format.fixed(shown, 1) })}</p> : null}
      {change.isModelChanged ? <Banner tone="info">{t('changed.model')}</Banner> : null}
      {overall.difference === null ? null : change.parts.length === 0 ? <p className="text-ink-2">{t('changed.same')}</p> : <ChangeTable explained={explained} />}
      <DimensionDifferences change={change} caption={t('changed.dimensions')} beforeName={t('changed.then')} afterName={t('changed.now')} />
    </>
  );
}
