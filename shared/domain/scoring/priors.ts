import { indicators, modelVersion } from '../model/index.ts';
import type { IndicatorId } from '../model/index.ts';
import { parametersOf } from './parameters.ts';
import type { IndicatorParameters, IndicatorPrior, Priors } from './types.ts';

const fewestClients = 5;
const fewestEvents = 30;
const leastPriorWeight = 2;
const mostPriorWeight = 20;

/** One client's sums of one indicator, evidence and assessments together. */
export interface PortfolioMember {
  /** S. */
  readonly sum: number;
  /** N: decayed weight stands for the number of events throughout. */
  readonly weight: number;
  /** Events before decay. */
  readonly events: number;
}

/**
 * The portfolio's mean and the weight it deserves, by the method of moments of the beta-binomial (Kleinman 1973):
 * ρ = (Σnᵢ(pᵢ−μ)² − μ(1−μ)(k−1)) / (μ(1−μ)(N − Σnᵢ²/N − k + 1)), m = 1/ρ − 1 within [2, 20]; ρ ≤ 0 → 20.
 *
 * Read with clients that have enough data of their own (nᵢ ≥ 1); fewer than 5 of them or than 30 events: null, the
 * defaults stand. The mean is kept half an event away from 0 and 1, because a portfolio without a single failure has
 * not proven that failure is impossible. Where the denominator is not positive the weight cannot be told and `from` says so.
 */
export const estimatePrior = (members: readonly PortfolioMember[], defaults: IndicatorParameters): IndicatorPrior | null => {
  let clients = 0;
  let events = 0;
  let sum = 0;
  let weight = 0;
  let squares = 0;
  for (const member of members) {
    if (member.weight < 1) continue;
    clients += 1;
    events += member.events;
    sum += member.sum;
    weight += member.weight;
    squares += member.weight ** 2;
  }
  if (clients < fewestClients || events < fewestEvents) return null;
  const mean = sum / weight;
  const halfEvent = 0.5 / (weight + 1);
  const priorMean = Math.min(1 - halfEvent, Math.max(halfEvent, mean));
  const spread = mean * (1 - mean);
  const denominator = spread * (weight - squares / weight - clients + 1);
  if (!(denominator > 0)) return { priorWeight: defaults.priorWeight, priorMean, from: 'portfolio-mean', clients, events, rho: null };
  let between = 0;
  for (const member of members) if (member.weight >= 1) between += member.weight * (member.sum / member.weight - mean) ** 2;
  const rho = (between - spread * (clients - 1)) / denominator;
  const priorWeight = rho <= 0 ? mostPriorWeight : Math.min(mostPriorWeight, Math.max(leastPriorWeight, 1 / rho - 1));
  return { priorWeight, priorMean, from: 'portfolio', clients, events, rho };
};

/** Nothing estimated: every indicator has the parameters of the model. */
export const defaultPriors: Priors = { id: 'default', modelVersion, asOfDay: null, indicators: {} };

/** H of the model with m and p0 of the priors. */
const effectiveParameters = (id: IndicatorId, priors: Priors): IndicatorParameters => {
  const defaults = parametersOf(id);
  const prior = priors.indicators[id];
  return prior === undefined ? defaults : { halfLifeDays: defaults.halfLifeDays, priorWeight: prior.priorWeight, priorMean: prior.priorMean };
};

/** Parameters of all indicators in the order of the model. */
export const allEffectiveParameters = (priors: Priors): readonly IndicatorParameters[] => indicators.map(({ id }) => effectiveParameters(id, priors));
