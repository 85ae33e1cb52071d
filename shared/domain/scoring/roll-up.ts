import { dimensions, indicators, indicatorsOf, themes, themesOf } from '../model/index.ts';
import type { DimensionId } from '../model/index.ts';
import { matchedBand, posteriorMean, posteriorVariance } from './formula.ts';
import { allEffectiveParameters } from './priors.ts';
import { hasEnoughData, positionOf } from './tallies.ts';
import type { Tallies } from './tallies.ts';
import type { Banded, IndicatorParameters, Priors, StageResult, Weights } from './types.ts';
import { weightOf } from './weights.ts';

/** One number on its way up: a mean in [0, 1] with its variance; `mean` is NaN without data. */
export interface Estimate {
  mean: number;
  variance: number;
  /** Share of weight with data, 0–1. */
  coverage: number;
}

/** Every level of one client's score in the order of the model; written anew by each run, so copy what is to be kept. */
export interface RollUp {
  readonly indicators: readonly Estimate[];
  readonly themes: readonly Estimate[];
  readonly dimensions: readonly Estimate[];
  readonly overall: Estimate;
}

export interface Part {
  readonly position: number;
  readonly weight: number;
}

/** Parts of every theme and dimension, and the dimensions themselves, by position. */
interface ModelParts {
  readonly ofThemes: readonly (readonly Part[])[];
  readonly ofDimensions: readonly (readonly Part[])[];
  readonly ofOverall: readonly Part[];
}

const partsOf = (weights: Weights): ModelParts => ({
  ofThemes: themes.map(({ id }) => indicatorsOf(id).map((row) => ({ position: positionOf(row.id), weight: weightOf(weights.indicators, row.id) }))),
  ofDimensions: dimensions.map(({ id }) =>
    themesOf(id).map((theme) => ({ position: themes.findIndex((row) => row.id === theme.id), weight: weightOf(weights.themes, theme.id) })),
  ),
  ofOverall: dimensions.map(({ id }, position) => ({ position, weight: weightOf(weights.dimensions, id) })),
});

const noData: Readonly<Estimate> = { mean: Number.NaN, variance: 0, coverage: 0 };
const emptyEstimate = (): Estimate => ({ ...noData });

/** Weighted mean over the parts that have data; errors of the parts are taken as independent, so variances add by squared shares. */
const meanOf = (parts: readonly Part[], from: readonly Estimate[], to: Estimate): void => {
  let total = 0;
  let present = 0;
  let covered = 0;
  let sum = 0;
  for (const { position, weight } of parts) {
    const part = from[position] ?? noData;
    total += weight;
    covered += weight * part.coverage;
    if (Number.isNaN(part.mean)) continue;
    present += weight;
    sum += weight * part.mean;
  }
  to.coverage = total > 0 ? covered / total : 0;
  to.mean = present > 0 ? sum / present : Number.NaN;
  to.variance = 0;
  if (!(present > 0)) return;
  for (const { position, weight } of parts) {
    const part = from[position] ?? noData;
    if (!Number.isNaN(part.mean)) to.variance += (weight / present) ** 2 * part.variance;
  }
};

/** One link is not a chain: a single dimension, such as how complete our own record is, says nothing of the whole. */
const dimensionsForOverall = 2;

/**
 * Weighted geometric mean: the dimensions form a chain, and a drop in one harms the whole. A dimension at 0 makes the
 * whole 0. No number where fewer than {@link dimensionsForOverall} of the dimensions that weigh anything have data. Variance by the delta method in log space: Var(ln G) ≈ Σ share²·Var(d)/d², Var(G) ≈ G²·Var(ln G).
 */
const geometricMeanOf = (parts: readonly Part[], from: readonly Estimate[], to: Estimate): void => {
  let total = 0;
  let present = 0;
  let covered = 0;
  let logSum = 0;
  let weighing = 0;
  let known = 0;
  for (const { position, weight } of parts) {
    const part = from[position] ?? noData;
    total += weight;
    covered += weight * part.coverage;
    if (weight === 0) continue;
    weighing += 1;
    if (Number.isNaN(part.mean)) continue;
    known += 1;
    present += weight;
    logSum += weight * Math.log(part.mean);
  }
  to.coverage = total > 0 ? covered / total : 0;
  to.mean = known > 0 && known >= Math.min(dimensionsForOverall, weighing) ? Math.exp(logSum / present) : Number.NaN;
  to.variance = 0;
  if (Number.isNaN(to.mean) || to.mean === 0) return;
  let logVariance = 0;
  for (const { position, weight } of parts) {
    const part = from[position] ?? noData;
    if (!Number.isNaN(part.mean) && weight > 0) logVariance += (weight / present) ** 2 * (part.variance / part.mean ** 2);
  }
  to.variance = to.mean ** 2 * logVariance;
};

interface RollUpRun {
  readonly parameters: readonly IndicatorParameters[];
  readonly parts: ModelParts;
  /** Client tallies for what is asked of the client, company tallies for what is asked of the exporter. */
  readonly run: (client: Tallies, company: Tallies) => RollUp;
}

/** From sums to all levels. Both paths use it, so that a list and an explanation can never disagree. */
export const createRollUp = (weights: Weights, priors: Priors): RollUpRun => {
  const parameters = allEffectiveParameters(priors);
  const parts = partsOf(weights);
  const result: RollUp = {
    indicators: indicators.map(emptyEstimate),
    themes: themes.map(emptyEstimate),
    dimensions: dimensions.map(emptyEstimate),
    overall: emptyEstimate(),
  };
  const run = (client: Tallies, company: Tallies): RollUp => {
    for (const [position, { subject }] of indicators.entries()) {
      const estimate = result.indicators[position];
      const tally = (subject === 'company' ? company : client)[position];
      const indicatorParameters = parameters[position];
      if (estimate === undefined || tally === undefined || indicatorParameters === undefined) continue;
      if (hasEnoughData(tally)) {
        const sum = tally.evidenceSum + tally.assessmentSum;
        const weight = tally.evidenceWeight + tally.assessmentWeight;
        estimate.mean = posteriorMean(sum, weight, indicatorParameters);
        estimate.variance = posteriorVariance(sum, weight, indicatorParameters);
        estimate.coverage = 1;
      } else {
        estimate.mean = Number.NaN;
        estimate.variance = 0;
        estimate.coverage = 0;
      }
    }
    for (const [position, estimate] of result.themes.entries()) meanOf(parts.ofThemes[position] ?? [], result.indicators, estimate);
    for (const [position, estimate] of result.dimensions.entries()) meanOf(parts.ofDimensions[position] ?? [], result.themes, estimate);
    geometricMeanOf(parts.ofOverall, result.dimensions, result.overall);
    return result;
  };
  return { parameters, parts, run };
};

/** The band of a theme, a dimension or the whole; null without data. */
export const bandOf = (estimate: Readonly<Estimate>): Banded | null => (Number.isNaN(estimate.mean) ? null : matchedBand(estimate.mean, estimate.variance));

export const defaultStageThreshold = 50;

/**
 * The furthest link of the chain (table 4 of the paper) such that it and all before it reach the threshold; 0 when the
 * first does not. A link without data before any failing one leaves the client unplaced: what is past it cannot be known.
 */
export const stageOf = (rolledUp: RollUp, threshold: number): StageResult => {
  for (const { id, number } of dimensions) {
    const mean = rolledUp.dimensions[number - 1]?.mean ?? Number.NaN;
    if (Number.isNaN(mean)) return { placed: false, atLeast: number - 1, missing: id };
    if (100 * mean < threshold) return { placed: true, stage: number - 1, heldBackBy: id };
  }
  return { placed: true, stage: dimensions.length, heldBackBy: null };
};

/** The lowest dimension that has data; of equals the earlier in the chain, on which the later ones rest. */
export const weakestOf = (rolledUp: RollUp): DimensionId | null => {
  let weakest: DimensionId | null = null;
  let lowest = Infinity;
  for (const { id, number } of dimensions) {
    const mean = rolledUp.dimensions[number - 1]?.mean ?? Number.NaN;
    if (!(mean < lowest)) continue;
    weakest = id;
    lowest = mean;
  }
  return weakest;
};
