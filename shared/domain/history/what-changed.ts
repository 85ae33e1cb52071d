import { dimensions, indicatorsOf, themesOf } from '../model/index.ts';
import type { DimensionId, IndicatorId, ThemeId } from '../model/index.ts';
import { weightOf } from '../scoring/index.ts';
import type { DimensionScore, ExplainedScore, IndicatorScore, ThemeScore } from '../scoring/index.ts';
import { eventParts, presenceParts } from './events.ts';
import type { EventPart } from './events.ts';
import { logarithmicMean, meanEffects } from './ratio.ts';
import type { ChangePart, Difference, ScoreChange } from './types.ts';

/** A dimension at 0 has no logarithm; this is nothing beside any score, and its fifth root still is. */
const nearlyZero = 1e-200;

interface Both<T> {
  readonly before: T;
  readonly after: T;
}

/** Both scores with their levels by identifier. */
interface Scores {
  readonly before: ExplainedScore;
  readonly after: ExplainedScore;
  readonly dimension: (id: DimensionId) => Both<DimensionScore>;
  readonly theme: (id: ThemeId) => Both<ThemeScore>;
  readonly indicator: (id: IndicatorId) => Both<IndicatorScore>;
}

const lookUp = <T, Id extends string>(before: readonly T[], after: readonly T[], idOf: (each: T) => Id): ((id: Id) => Both<T>) => {
  const old = new Map(before.map((each) => [idOf(each), each]));
  const current = new Map(after.map((each) => [idOf(each), each]));
  return (id) => {
    const pair = { before: old.get(id), after: current.get(id) };
    if (pair.before === undefined || pair.after === undefined) throw new RangeError(`"${id}" is not in both scores`);
    return { before: pair.before, after: pair.after };
  };
};

const scoresOf = (before: ExplainedScore, after: ExplainedScore): Scores => ({
  before,
  after,
  dimension: lookUp(before.dimensions, after.dimensions, ({ dimensionId }) => dimensionId),
  theme: lookUp(before.themes, after.themes, ({ themeId }) => themeId),
  indicator: lookUp(before.indicators, after.indicators, ({ indicatorId }) => indicatorId),
});

/** What one point of an indicator is worth above it. */
interface Worth {
  readonly dimensionId: DimensionId;
  readonly overall: number;
  readonly dimension: number;
}

const carried = (part: EventPart, indicatorId: IndicatorId | null, { dimensionId, overall, dimension }: Worth): ChangePart => ({
  cause: part.cause, dimensionId, indicatorId, change: part.change, source: part.source, reason: part.reason,
  overallPoints: part.points * overall, dimensionPoints: part.points * dimension,
});

const byWeights = (points: number): EventPart => ({ cause: 'weights', change: null, source: null, reason: null, points });

/** A theme or dimension came or went as a whole: its points go to its parts by the shares they had where it was known. */
const sharedOut = <Id extends string>(
  { before, after }: Both<{ readonly value: unknown; readonly parts: readonly { readonly id: Id; readonly share: number }[] }>,
  points: number,
): readonly (readonly [id: Id, points: number])[] => (after.value === null ? before : after).parts.filter(({ share }) => share > 0).map(({ id, share }) => [id, points * share]);

const indicatorPresence = (scores: Scores, id: IndicatorId, points: number, worth: Worth): readonly ChangePart[] => {
  const { before, after } = scores.indicator(id);
  return presenceParts(before, after, points).map((part) => carried(part, id, worth));
};

const themePresence = (scores: Scores, id: ThemeId, points: number, worth: Worth): readonly ChangePart[] =>
  sharedOut(scores.theme(id), points).flatMap(([indicatorId, share]) => indicatorPresence(scores, indicatorId, share, worth));

const scaled = (worth: Worth, slope: number): Worth => ({ ...worth, overall: worth.overall * slope, dimension: worth.dimension * slope });

/** A theme with data on both sides. */
const themeParts = (scores: Scores, id: ThemeId, worth: Worth): readonly ChangePart[] => {
  const effects = meanEffects(indicatorsOf(id).map((row) => {
    const { before, after } = scores.indicator(row.id);
    return {
      id: row.id, weightBefore: weightOf(scores.before.weights.indicators, row.id), weightAfter: weightOf(scores.after.weights.indicators, row.id),
      before: before.value?.score ?? null, after: after.value?.score ?? null,
    };
  }));
  return (effects ?? []).flatMap(({ id: indicatorId, slope, weights, presence }) => {
    const { before, after } = scores.indicator(indicatorId);
    const isKnown = before.value !== null && after.value !== null;
    return [
      isKnown ? eventParts(before, after).map((part) => carried(part, indicatorId, scaled(worth, slope))) : [],
      presence === 0 ? [] : indicatorPresence(scores, indicatorId, presence, worth),
      weights === 0 ? [] : [carried(byWeights(weights), indicatorId, worth)],
    ].flat();
  });
};

/** A dimension with data on both sides. */
const dimensionParts = (scores: Scores, id: DimensionId, overallSlope: number): readonly ChangePart[] => {
  const worth: Worth = { dimensionId: id, overall: overallSlope, dimension: 1 };
  const effects = meanEffects(themesOf(id).map((row) => {
    const { before, after } = scores.theme(row.id);
    return {
      id: row.id, weightBefore: weightOf(scores.before.weights.themes, row.id), weightAfter: weightOf(scores.after.weights.themes, row.id),
      before: before.value?.score ?? null, after: after.value?.score ?? null,
    };
  }));
  return (effects ?? []).flatMap(({ id: themeId, slope, weights, presence }) => [
    slope === 0 ? [] : themeParts(scores, themeId, scaled(worth, slope)),
    presence === 0 ? [] : themePresence(scores, themeId, presence, worth),
    weights === 0 ? [] : [carried(byWeights(weights), null, worth)],
  ].flat());
};

const differenceOf = (before: number | null, after: number | null): Difference => ({
  before, after, difference: before === null || after === null ? null : after - before,
});

const logOf = (score: number | null): number | null => (score === null ? null : Math.log(Math.max(nearlyZero, score)));

const overallParts = (scores: Scores, overallBefore: number, overallAfter: number): readonly ChangePart[] => {
  const logPart = dimensions.map(({ id }) => {
    const { before, after } = scores.dimension(id);
    return {
      id, weightBefore: weightOf(scores.before.weights.dimensions, id), weightAfter: weightOf(scores.after.weights.dimensions, id),
      before: logOf(before.value?.score ?? null), after: logOf(after.value?.score ?? null),
    };
  });
  const perLog = logarithmicMean(Math.max(nearlyZero, overallBefore), Math.max(nearlyZero, overallAfter));
  return (meanEffects(logPart) ?? []).flatMap(({ id, slope, weights, presence }) => {
    const { before, after } = scores.dimension(id);
    // A dimension that came or went changed by no number of its own.
    const worth: Worth = { dimensionId: id, overall: perLog, dimension: 0 };
    const parts: ChangePart[] = [];
    if (before.value !== null && after.value !== null) {
      const perPoint = 1 / logarithmicMean(Math.max(nearlyZero, before.value.score), Math.max(nearlyZero, after.value.score));
      parts.push(...dimensionParts(scores, id, perLog * slope * perPoint));
    }
    if (presence !== 0) {
      for (const [themeId, points] of sharedOut(scores.dimension(id), presence)) parts.push(...themePresence(scores, themeId, points, worth));
    }
    if (weights !== 0) parts.push(carried(byWeights(weights), null, worth));
    return parts;
  });
};

/** The dimensions alone, where there is no overall score to explain on one side. */
const withoutOverall = (scores: Scores): readonly ChangePart[] =>
  dimensions.flatMap(({ id }) => {
    const { before, after } = scores.dimension(id);
    return before.value === null || after.value === null ? [] : dimensionParts(scores, id, 0);
  });

/**
 * What moved a client's score from one explanation to another, in terms of records: every event that came, went or came
 * out differently has its own points, all that merely grew older together is 'fading', and priors and weights have
 * theirs. Each mean is taken apart exactly and symmetrically (see ratio.ts), level by level, so that no order of causes
 * had to be chosen; the points add up to the difference of the overall score, and of each dimension, within 1e-9.
 *
 * @throws RangeError where the two are of different clients.
 */
export const whatChanged = (before: ExplainedScore, after: ExplainedScore): ScoreChange => {
  if (before.clientId !== after.clientId) throw new RangeError('these are scores of two clients');
  const scores = scoresOf(before, after);
  const overall = differenceOf(before.overall.value?.score ?? null, after.overall.value?.score ?? null);
  const parts = overall.before === null || overall.after === null ? withoutOverall(scores) : overallParts(scores, overall.before, overall.after);
  const ofDimension = (id: DimensionId): Difference => {
    const pair = scores.dimension(id);
    return differenceOf(pair.before.value?.score ?? null, pair.after.value?.score ?? null);
  };
  return {
    overall,
    dimensions: {
      brand: ofDimension('brand'), arousal: ofDimension('arousal'), quality: ofDimension('quality'), attraction: ofDimension('attraction'),
      continuity: ofDimension('continuity'),
    },
    parts: parts.toSorted((left, right) => Math.abs(right.overallPoints) - Math.abs(left.overallPoints)),
    isModelChanged: before.basis.modelVersion !== after.basis.modelVersion,
  };
};
