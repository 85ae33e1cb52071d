import { useQuery } from '@tanstack/react-query';
import { Star } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { indicatorById, isClientsOwnWord } from '#shared/domain/model/index.ts';
import type { IndicatorId } from '#shared/domain/model/index.ts';
import { assessmentHalfLifeDays } from '#shared/domain/scoring/index.ts';
import type { IndicatorScore, Tally } from '#shared/domain/scoring/index.ts';
import type { ScoreExplanation } from '#shared/contract/scores.ts';
import { queries } from '#renderer/api.ts';
import { Banner } from '#renderer/components/Banner.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { ScoreBar } from '#renderer/components/ScoreBar.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { EarlierRatings } from '#renderer/rating/EarlierRatings.tsx';
import { ratingsOf } from '#renderer/rating/ratings.ts';
import { useRecords } from '#renderer/records/records-context.ts';
import type { ImaginedThing } from './imagined.ts';
import { LedgerTable } from './LedgerTable.tsx';

interface IndicatorLedgerProps {
  readonly indicatorId: IndicatorId;
  readonly explanation: ScoreExplanation;
  readonly onRate: (id: IndicatorId) => void;
  readonly onImagine: (thing: ImaginedThing) => void;
}

/** One indicator with everything its number is made of. */
export function IndicatorLedger({ indicatorId, explanation, onRate, onImagine }: IndicatorLedgerProps) {
  const { t } = useTranslation(['score', 'scoring']);
  const indicator = indicatorById(indicatorId);
  const result = explanation.score.indicators.find((entry) => entry.indicatorId === indicatorId);
  if (!result) return null;
  const isCompany = indicator.subject === 'company';
  const hasRule = indicator.hasEvidence;
  const event = t(`scoring:indicator.${indicatorId}.event`, { defaultValue: '' });
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-col gap-3">
        <p className="text-ink-2">{t(`assessment:${indicatorId}.question`)}</p>
        <ScoreBar score={result.value?.score ?? null} lower={result.value?.lower ?? null} upper={result.value?.upper ?? null} coverage={null} size="medium" />
        {isCompany ? (
          <Banner tone="info" action={<LinkButton to={`/company?indicator=${indicatorId}`} size="small">{t('ledger.toCompany')}</LinkButton>}>
            {t('ledger.company')}
          </Banner>
        ) : (
          <div>
            <Button
              icon={<Star aria-hidden className="size-4" />}
              onPress={() => {
                onRate(indicatorId);
              }}
            >
              {t('ledger.rate')}
            </Button>
          </div>
        )}
      </div>
      <Section title={t('ledger.eventTitle')} level={3}>
        {event === '' ? null : <p>{event}</p>}
        {hasRule && event === '' ? <p>{t('ledger.noRuleYet')}</p> : null}
        <p className={event === '' ? undefined : 'mt-1 text-sm text-ink-2'}>{isClientsOwnWord(indicatorId) ? t('ledger.onlyClient') : t('scoring:indicator.ratedOnly.event')}</p>
      </Section>
      {result.value === null ? <NoData result={result} canHaveEvidence={event !== ''} /> : <Formula result={result} />}
      <Section title={t('ledger.witnesses')} level={3}>
        <div className="grid gap-3 sm:grid-cols-2">
          <Witness title={t('ledger.evidence')} tally={result.evidence} empty={t('ledger.noEvidence')} />
          <Witness title={t('ledger.assessment')} tally={result.assessment} empty={t('ledger.noAssessment')} />
        </div>
      </Section>
      {result.ledger.length === 0 ? null : (
        <Section title={t('ledger.events', { count: result.ledger.length })} level={3} description={t('ledger.order')}>
          <LedgerTable result={result} facts={explanation.facts} onImagine={onImagine} />
        </Section>
      )}
      {isCompany ? null : <Ratings indicatorId={indicatorId} />}
    </div>
  );
}

function Ratings({ indicatorId }: { readonly indicatorId: IndicatorId }) {
  const { t } = useTranslation('rating');
  const { clientId } = useRecords();
  const { data } = useQuery(queries.scores.assessments.queryOptions({ input: { clientId } }));
  const ratings = ratingsOf(data ?? [], indicatorId);
  if (ratings.length === 0) return null;
  return (
    <Section title={t('earlier')} level={3}>
      <EarlierRatings indicatorId={indicatorId} ratings={ratings} />
    </Section>
  );
}

/** Says what is missing and what would bring it. */
function NoData({ result, canHaveEvidence }: { readonly result: IndicatorScore; readonly canHaveEvidence: boolean }) {
  const { t } = useTranslation('score');
  const format = useFormat();
  const weight = result.evidence.weight + result.assessment.weight;
  return (
    <Banner tone="warn" title={t('common:score.none')}>
      {weight > 0 ? t('ledger.tooLittle', { weight: format.fixed(weight, 2) }) : t('ledger.nothing')} {canHaveEvidence ? t('ledger.wouldHelp') : t('ledger.rateHelps')}
    </Banner>
  );
}

/** The formula in words and with this client's own numbers. */
function Formula({ result }: { readonly result: IndicatorScore }) {
  const { t } = useTranslation(['score', 'scoring']);
  const format = useFormat();
  const { parameters, evidence, assessment, value, priorFrom } = result;
  const sum = evidence.sum + assessment.sum;
  const weight = evidence.weight + assessment.weight;
  const { priorWeight, priorMean, halfLifeDays } = parameters;
  const figures = {
    sum: format.fixed(sum, 2), weight: format.fixed(weight, 2), priorWeight: format.number(priorWeight, 2), priorMean: format.fixed(priorMean, 3), score: format.fixed(value?.score ?? 0, 1),
  };
  return (
    <Section title={t('ledger.how')} level={3}>
      <p>{t('ledger.words')}</p>
      <p className="my-2 rounded-md bg-sunken px-3.5 py-2 text-lg font-medium tabular-nums">
        <bdi dir="ltr">{`100 × (${figures.sum} + ${figures.priorWeight} × ${figures.priorMean}) ÷ (${figures.weight} + ${figures.priorWeight}) = ${figures.score}`.replaceAll(/100/gu, format.integer(100))}</bdi>
      </p>
      <ul className="ms-5 flex list-disc flex-col gap-0.5 text-sm text-ink-2">
        <li>{t('ledger.sum', { sum: figures.sum })}</li>
        <li>{t('ledger.weight', { weight: figures.weight, count: evidence.events + assessment.events })}</li>
        <li>{t('ledger.halfLife', { days: evidence.events > 0 ? halfLifeDays : assessmentHalfLifeDays })}</li>
        <li>{t('ledger.prior', { mean: format.percent(priorMean, 1), weight: figures.priorWeight, from: t(`scoring:from.${priorFrom}`) })}</li>
        <li>{t('ledger.band')}</li>
      </ul>
    </Section>
  );
}

function Witness({ title, tally, empty }: { readonly title: string; readonly tally: Tally; readonly empty: string }) {
  const { t } = useTranslation('score');
  const format = useFormat();
  return (
    <div className="rounded-md border border-line px-4 py-3">
      <h4 className="text-sm font-medium text-ink-2">{title}</h4>
      {tally.events === 0 ? (
        <p className="text-sm text-ink-3">{empty}</p>
      ) : (
        <>
          <p className="text-xl font-semibold">{tally.score === null ? <span className="text-base font-normal text-ink-3">{t('common:score.none')}</span> : format.fixed(tally.score, 1)}</p>
          <p className="text-sm text-ink-2">{t('ledger.tally', { count: tally.events, weight: format.fixed(tally.weight, 2) })}</p>
        </>
      )}
    </div>
  );
}
