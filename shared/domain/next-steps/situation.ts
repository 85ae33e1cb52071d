import type { DimensionId, IndicatorId } from '../model/index.ts';
import { dimensionOfIndicator } from '../model/index.ts';
import type { ExplainedScore, IndicatorScore, LedgerEntry, RecordRef } from '../scoring/index.ts';
import type { ClientFacts, OpenMatter, StepCode, StepUrgency, SuggestedStep } from './types.ts';

/** A step rests on at most so many records: enough to open and act on. */
const mostSources = 5;
/** Below this an indicator is worth a step of its own. */
const weakIndicatorBelow = 60;
/** Below this a dimension is weak; the weakest one is also worth a step when it is not strong. */
const weakDimensionBelow = 50;
const strongDimensionFrom = 70;
/** What went wrong longer ago is history rather than something to act on. */
const recentDays = 120;

/** One client's score and facts, with the questions that plays ask of them. */
export interface Situation {
  readonly score: ExplainedScore;
  readonly facts: ClientFacts;
  readonly indicator: (id: IndicatorId) => IndicatorScore | null;
  /** The score when the indicator has data and is weak, else null. */
  readonly weakScore: (id: IndicatorId) => number | null;
  readonly isWeakDimension: (id: DimensionId) => boolean;
  /** Recent ledger entries with one of the reason codes, the most telling first. */
  readonly recent: (id: IndicatorId, reasons: readonly string[]) => readonly LedgerEntry[];
}

export const situationOf = (score: ExplainedScore, facts: ClientFacts): Situation => {
  const indicators = new Map(score.indicators.map((each) => [each.indicatorId, each]));
  const dimensionScores = new Map(score.dimensions.map(({ dimensionId, value }) => [dimensionId, value?.score ?? null]));
  const indicator = (id: IndicatorId): IndicatorScore | null => indicators.get(id) ?? null;
  return {
    score,
    facts,
    indicator,
    weakScore: (id) => {
      const value = indicator(id)?.value ?? null;
      return value !== null && value.score < weakIndicatorBelow ? value.score : null;
    },
    isWeakDimension: (id) => {
      const dimensionScore = dimensionScores.get(id) ?? null;
      if (dimensionScore === null) return false;
      return dimensionScore < weakDimensionBelow || (score.weakestDimension === id && dimensionScore < strongDimensionFrom);
    },
    recent: (id, reasons) =>
      (indicator(id)?.ledger ?? []).filter(({ ageDays, reason }) => ageDays <= recentDays && reasons.some((code) => reason.code === `${id}.${code}`)),
  };
};

export const sourcesOf = (entries: readonly { readonly source: RecordRef }[]): readonly RecordRef[] => entries.slice(0, mostSources).map(({ source }) => source);

/** Longest waiting first. */
export const byWaiting = (matters: readonly OpenMatter[]): readonly OpenMatter[] =>
  matters.toSorted((left, right) => right.days - left.days || (left.source.id < right.source.id ? -1 : 1));

interface StepGiven {
  readonly params?: SuggestedStep['params'];
  readonly sources?: readonly RecordRef[];
}

export const indicatorStep = (code: StepCode, urgency: StepUrgency, indicatorId: IndicatorId, { params = {}, sources = [] }: StepGiven = {}): SuggestedStep => ({
  code, urgency, params, indicatorId, dimensionId: dimensionOfIndicator(indicatorId), sources,
});

export const dimensionStep = (code: StepCode, urgency: StepUrgency, dimensionId: DimensionId, { params = {}, sources = [] }: StepGiven = {}): SuggestedStep => ({
  code, urgency, params, indicatorId: null, dimensionId, sources,
});
