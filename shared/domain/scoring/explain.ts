import { dimensions, indicators, modelVersion, themes } from '../model/index.ts';
import type { IndicatorId } from '../model/index.ts';
import { posteriorBand, posteriorMean } from './formula.ts';
import { parametersOf } from './parameters.ts';
import { bandOf, createRollUp, defaultStageThreshold, stageOf, weakestOf } from './roll-up.ts';
import type { Estimate, Part as WeightedPart } from './roll-up.ts';
import { collectCompany, createCollector, createTallies, hasEnoughData, positionOf, tallyImagined } from './tallies.ts';
import type { ImaginedWitness, IndicatorTally, Witness } from './tallies.ts';
import type {
  AssessmentRecord, ClientRecords, ClientScore, ExplainedScore, ImaginedEvent, IndicatorParameters, IndicatorScore, LedgerEntry, OverallPart, Part, RecordRef,
  Reason, ScoreBasis, ScoringContext, Tally,
} from './types.ts';

/** An event as it was witnessed, before N is known. */
interface WitnessedEvent {
  readonly from: LedgerEntry['from'];
  readonly source: RecordRef;
  readonly day: number;
  readonly outcome: number;
  readonly weight: number;
  readonly weighted: number;
  readonly reason: Reason;
}

const assessmentReason = ({ rating, source }: AssessmentRecord): Reason => ({ code: 'assessment', params: { rating, source } });

interface Witnesses {
  readonly witness: Witness;
  readonly imagined: ImaginedWitness;
  readonly eventsOf: (position: number) => readonly WitnessedEvent[];
}

const createWitness = (): Witnesses => {
  const events = new Map<number, WitnessedEvent[]>();
  const add = (id: IndicatorId, event: WitnessedEvent): void => {
    const position = positionOf(id);
    const known = events.get(position);
    if (known === undefined) events.set(position, [event]);
    else known.push(event);
  };
  const witness: Witness = {
    evidence: (rule, outcome, weight, weighted, day, sourceKind, sourceId, reason, first, second) => {
      const names = rule.reasons[reason];
      if (names === undefined) throw new RangeError(`rule "${rule.indicatorId}" gives a reason "${reason}" that it does not name`);
      const values = [first, second];
      const params = Object.fromEntries(names.map((name, index) => [name, values[index] ?? 0]));
      add(rule.indicatorId, {
        from: 'evidence', source: { kind: sourceKind, id: sourceId }, day, outcome, weight, weighted,
        reason: { code: `${rule.indicatorId}.${reason}`, params },
      });
    },
    assessment: (assessment, outcome, weight, weighted) => {
      add(assessment.indicatorId, {
        from: 'assessment', source: { kind: 'assessment', id: assessment.id }, day: assessment.day, outcome, weight, weighted,
        reason: assessmentReason(assessment),
      });
    },
  };
  const imagined = (event: ImaginedEvent, weight: number, weighted: number, number: number): void => {
    add(event.indicatorId, {
      from: 'evidence', source: { kind: 'imagined', id: String(number) }, day: event.day, outcome: event.outcome, weight, weighted,
      reason: { code: 'imagined', params: { outcome: event.outcome } },
    });
  };
  return { witness, imagined, eventsOf: (position) => events.get(position) ?? [] };
};

/** The most telling first; ties by day and record, so that the same records always give the same ledger. */
const byEffect = (left: LedgerEntry, right: LedgerEntry): number =>
  Math.abs(right.effect) - Math.abs(left.effect) || right.day - left.day || (left.source.id < right.source.id ? -1 : 1);

const ledgerOf = (
  events: readonly WitnessedEvent[],
  sum: number,
  weight: number,
  parameters: IndicatorParameters,
  asOfDay: number,
): readonly LedgerEntry[] => {
  const score = 100 * posteriorMean(sum, weight, parameters);
  const entries = events.map((event): LedgerEntry => ({
    from: event.from,
    source: event.source,
    day: event.day,
    ageDays: asOfDay - event.day,
    outcome: event.outcome,
    weight: event.weight,
    points: (100 * event.weighted) / (weight + parameters.priorWeight),
    effect: score - 100 * posteriorMean(sum - event.weighted, weight - event.weight, parameters),
    reason: event.reason,
  }));
  return entries.toSorted(byEffect);
};

const shownApart = (sum: number, weight: number, events: number, enough: boolean, parameters: IndicatorParameters): Tally => ({
  sum, weight, events, score: enough ? 100 * posteriorMean(sum, weight, parameters) : null,
});

const explainIndicator = (
  position: number,
  tally: IndicatorTally,
  events: readonly WitnessedEvent[],
  parameters: IndicatorParameters,
  context: ScoringContext,
): IndicatorScore => {
  const row = indicators[position];
  if (row === undefined) throw new RangeError(`no indicator at ${position}`);
  const sum = tally.evidenceSum + tally.assessmentSum;
  const weight = tally.evidenceWeight + tally.assessmentWeight;
  return {
    indicatorId: row.id,
    subject: row.subject,
    value: hasEnoughData(tally) ? posteriorBand(sum, weight, parameters) : null,
    parameters,
    priorFrom: context.priors.indicators[row.id]?.from ?? 'default',
    priorPoints: (100 * parameters.priorWeight * parameters.priorMean) / (weight + parameters.priorWeight),
    evidence: shownApart(tally.evidenceSum, tally.evidenceWeight, tally.evidenceEvents, tally.evidenceWeight >= 1, parameters),
    assessment: shownApart(
      tally.assessmentSum, tally.assessmentWeight, tally.assessmentEvents, tally.assessmentWeight >= 1 || tally.freshAssessments > 0, parameters,
    ),
    ledger: ledgerOf(events, sum, weight, parameters, context.asOfDay),
  };
};

const meanParts = <Id extends string>(
  parts: readonly WeightedPart[],
  rows: readonly { readonly id: Id }[],
  estimates: readonly Readonly<Estimate>[],
): readonly Part<Id>[] => {
  let present = 0;
  for (const { position, weight } of parts) if (!Number.isNaN(estimates[position]?.mean ?? Number.NaN)) present += weight;
  return parts.flatMap(({ position, weight }): readonly Part<Id>[] => {
    const row = rows[position];
    if (row === undefined) return [];
    const mean = estimates[position]?.mean ?? Number.NaN;
    const share = Number.isNaN(mean) || present === 0 ? 0 : weight / present;
    return [{ id: row.id, share, score: Number.isNaN(mean) ? null : 100 * mean, points: share === 0 ? 0 : 100 * share * mean }];
  });
};

const overallParts = (parts: readonly WeightedPart[], estimates: readonly Readonly<Estimate>[], overall: number): readonly OverallPart[] => {
  const plain = meanParts(parts, dimensions, estimates);
  const zeroShare = plain.reduce((total, { share, score }) => total + (score === 0 ? share : 0), 0);
  // share·ln(100/score): how far the dimension pulls the whole below 100, in log space.
  const pulls = plain.map(({ share, score }) => (share === 0 || score === null ? 0 : share * Math.log(100 / score)));
  const pull = pulls.reduce((total, each) => total + each, 0);
  return plain.map((part, index): OverallPart => {
    const ownPull = pulls[index] ?? 0;
    let lossShare = 0;
    if (zeroShare > 0) lossShare = part.score === 0 ? part.share / zeroShare : 0;
    else if (pull > 0) lossShare = ownPull / pull;
    const lossPoints = Number.isNaN(overall) ? 0 : (100 - 100 * overall) * lossShare;
    return {
      id: part.id,
      share: part.share,
      score: part.score,
      logPoints: part.share === 0 || part.score === null || part.score === 0 ? null : part.share * Math.log(part.score),
      lossPoints,
      points: 100 * part.share - lossPoints,
    };
  });
};

const estimateAt = (estimates: readonly Estimate[], position: number): Readonly<Estimate> => {
  const estimate = estimates[position];
  if (estimate === undefined) throw new RangeError(`no estimate at ${position}`);
  return estimate;
};

/**
 * One client's score with everything it is made of: every event with its record, weight and points, the prior's part,
 * what each level gives to the one above, and the basis on which it can be computed again.
 *
 * @throws RangeError for ratings outside 1–5, weights that are no shares, or quantities that give no outcome.
 */
export const scoreClient = (records: ClientRecords, context: ScoringContext): ExplainedScore => {
  const clientTallies = createTallies();
  const companyTallies = createTallies();
  const { witness, imagined, eventsOf } = createWitness();
  createCollector(context.asOfDay, clientTallies, witness)(records);
  collectCompany(context.company, context.asOfDay, companyTallies, witness);
  tallyImagined(context.imagined ?? [], context.asOfDay, clientTallies, companyTallies, imagined);
  const { parameters, parts, run } = createRollUp(context.weights, context.priors);
  const rolledUp = run(clientTallies, companyTallies);
  const threshold = context.stageThreshold ?? defaultStageThreshold;
  return {
    clientId: records.clientId,
    basis: basisOf(context),
    weights: context.weights,
    overall: {
      value: bandOf(rolledUp.overall),
      coverage: rolledUp.overall.coverage,
      parts: overallParts(parts.ofOverall, rolledUp.dimensions, rolledUp.overall.mean),
    },
    stage: stageOf(rolledUp, threshold),
    weakestDimension: weakestOf(rolledUp),
    dimensions: dimensions.map(({ id }, position) => {
      const estimate = estimateAt(rolledUp.dimensions, position);
      return { dimensionId: id, value: bandOf(estimate), coverage: estimate.coverage, parts: meanParts(parts.ofDimensions[position] ?? [], themes, rolledUp.themes) };
    }),
    themes: themes.map(({ id }, position) => {
      const estimate = estimateAt(rolledUp.themes, position);
      return { themeId: id, value: bandOf(estimate), coverage: estimate.coverage, parts: meanParts(parts.ofThemes[position] ?? [], indicators, rolledUp.indicators) };
    }),
    indicators: indicators.map(({ id, subject }, position) => {
      const tally = (subject === 'company' ? companyTallies : clientTallies)[position];
      if (tally === undefined) throw new RangeError(`no tally of "${id}"`);
      return explainIndicator(position, tally, eventsOf(position), parameters[position] ?? parametersOf(id), context);
    }),
  };
};

export const basisOf = (context: Omit<ScoringContext, 'company' | 'imagined'>): ScoreBasis => ({
  modelVersion,
  weightsId: context.weights.id,
  priorsId: context.priors.id,
  asOfDay: context.asOfDay,
  stageThreshold: context.stageThreshold ?? defaultStageThreshold,
});

/** The compact form of an explained score: what the bulk path gives for the same client and priors. */
export const toClientScore = (explained: ExplainedScore): ClientScore => {
  const { value } = explained.overall;
  const scoreOf = (position: number): number | null => explained.dimensions[position]?.value?.score ?? null;
  return {
    clientId: explained.clientId,
    basis: explained.basis,
    overall: value?.score ?? null,
    lower: value?.lower ?? null,
    upper: value?.upper ?? null,
    coverage: explained.overall.coverage,
    themeCoverage: explained.themes.map(({ coverage }) => coverage),
    stage: explained.stage.placed ? explained.stage.stage : null,
    stageMissing: explained.stage.placed ? null : explained.stage.missing,
    weakestDimension: explained.weakestDimension,
    dimensions: { brand: scoreOf(0), arousal: scoreOf(1), quality: scoreOf(2), attraction: scoreOf(3), continuity: scoreOf(4) },
  };
};
