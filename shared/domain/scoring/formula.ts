import { betaQuantile } from './beta.ts';
import type { Banded, IndicatorParameters } from './types.ts';

/**
 * Weights and weighted outcomes are kept as multiples of 2⁻³² (rounding error below 1.2e-10 an event), so that sums of up
 * to two million events are exact: the same records give the same score bit for bit, in whatever order they were read.
 */
const fixedPoint = 2 ** 32;
const toFixedPoint = (value: number): number => Math.round(value * fixedPoint) / fixedPoint;

/** After so many half-lives an event weighs less than the smallest step and is left out. */
const lastHalfLife = 33;
const tables = new Map<number, Float64Array>();

/** w = 2^(−a/H) by age in whole days; ages beyond the end of the table weigh 0. @throws RangeError unless H > 0. */
export const decayWeights = (halfLifeDays: number): Float64Array => {
  const known = tables.get(halfLifeDays);
  if (known !== undefined) return known;
  if (!(halfLifeDays > 0 && halfLifeDays < 1e5)) throw new RangeError(`a half-life of ${halfLifeDays} days`);
  const table = Float64Array.from({ length: Math.ceil(lastHalfLife * halfLifeDays) }, (_, age) => toFixedPoint(2 ** (-age / halfLifeDays)));
  tables.set(halfLifeDays, table);
  return table;
};

/** w·y on the fixed-point grid; never more than w. @throws RangeError unless y is in [0, 1]. */
export const weightedOutcome = (weight: number, outcome: number): number => {
  if (outcome === 1) return weight;
  if (!(outcome >= 0 && outcome < 1)) throw new RangeError(`an outcome of ${outcome} is not in [0, 1]`);
  return toFixedPoint(weight * outcome);
};

/** (S + m·p0)/(N + m), 0–1: the mean of the Beta posterior. */
export const posteriorMean = (sum: number, weight: number, { priorWeight, priorMean }: IndicatorParameters): number =>
  (sum + priorWeight * priorMean) / (weight + priorWeight);

/** Variance of Beta(S + m·p0, N − S + m(1 − p0)). */
export const posteriorVariance = (sum: number, weight: number, parameters: IndicatorParameters): number => {
  const mean = posteriorMean(sum, weight, parameters);
  return (mean * (1 - mean)) / (weight + parameters.priorWeight + 1);
};

const lowerQuantile = 0.1;
const upperQuantile = 0.9;

/** The score and the 10 % and 90 % quantiles of Beta(S + m·p0, N − S + m(1 − p0)), 0–100. */
export const posteriorBand = (sum: number, weight: number, parameters: IndicatorParameters): Banded => {
  const a = sum + parameters.priorWeight * parameters.priorMean;
  const b = weight - sum + parameters.priorWeight * (1 - parameters.priorMean);
  return {
    score: 100 * posteriorMean(sum, weight, parameters),
    lower: 100 * betaQuantile(lowerQuantile, a, b),
    upper: 100 * betaQuantile(upperQuantile, a, b),
  };
};

/** Below this concentration a matched Beta would be a coin toss between 0 and 100; only a delta-method overestimate gets there. */
const smallestConcentration = 0.05;

/** The band of a mean in [0, 1] with a known variance: the Beta with these two moments, so that it stays within 0–100. */
export const matchedBand = (mean: number, variance: number): Banded => {
  const score = 100 * mean;
  if (mean <= 0 || mean >= 1 || variance <= 0) return { score, lower: score, upper: score };
  const concentration = Math.max(smallestConcentration, (mean * (1 - mean)) / variance - 1);
  const a = mean * concentration;
  const b = (1 - mean) * concentration;
  return { score, lower: 100 * betaQuantile(lowerQuantile, a, b), upper: 100 * betaQuantile(upperQuantile, a, b) };
};

export interface AgedOutcome {
  /** y in [0, 1]. */
  readonly outcome: number;
  /** Whole days, not negative. */
  readonly ageDays: number;
}

interface EventScore {
  /** null where N < 1: not enough data. */
  readonly value: Banded | null;
  /** S = Σ w·y. */
  readonly sum: number;
  /** N = Σ w. */
  readonly weight: number;
}

/**
 * The evidence formula over bare outcomes: score = 100 (S + m·p0)/(N + m).
 *
 * @throws RangeError for an outcome outside [0, 1] or an age that is not a whole number of days from 0 on.
 */
export const scoreEvents = (events: readonly AgedOutcome[], parameters: IndicatorParameters): EventScore => {
  const weights = decayWeights(parameters.halfLifeDays);
  let sum = 0;
  let weight = 0;
  for (const { outcome, ageDays } of events) {
    if (!(Number.isInteger(ageDays) && ageDays >= 0)) throw new RangeError(`an age of ${ageDays} days`);
    const eventWeight = weights[ageDays] ?? 0;
    weight += eventWeight;
    sum += weightedOutcome(eventWeight, outcome);
  }
  return { value: weight < 1 ? null : posteriorBand(sum, weight, parameters), sum, weight };
};
