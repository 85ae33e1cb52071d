/**
 * Which lead time can be promised. With enough finished orders of the lane an order statistic speaks, free of any
 * assumption about shape; with fewer, a lognormal drawn towards wider groups, labelled as such.
 */

/** One order's lead time. An open order has its age so far: what is known is only that it takes at least that long. */
export interface LeadTime {
  readonly days: number;
  readonly open: boolean;
}

/** The share of orders that the promise should hold for. */
type PromiseLevel = 'P80' | 'P90';
const shares: Readonly<Record<PromiseLevel, number>> = { P80: 0.8, P90: 0.9 };
/** Standard normal quantiles to 3e-8: with these digits both example vectors of the design come out as they are printed. */
const normalQuantiles: Readonly<Record<PromiseLevel, number>> = { P80: 0.841_621_21, P90: 1.281_551_57 };
const rounding = 1e-9;

/**
 * x₍k₎ with k = ⌈share·(n + 1)⌉ of n lead times (P80 needs 4, P90 needs 9): in the long run the next order takes no
 * longer with at least that probability. Open orders are censored: Kaplan–Meier's estimate takes the place of the
 * empirical distribution (an open order's share moves to those that took longer), which without open orders is x₍k₎
 * itself. null: too few orders, or so many open ones that the level lies beyond what was ever finished.
 */
export const orderStatisticPromise = (leadTimes: readonly LeadTime[], level: PromiseLevel): number | null => {
  const n = leadTimes.length;
  const needed = Math.ceil(shares[level] * (n + 1) - rounding) / n;
  if (!(needed <= 1)) return null;
  const sorted = leadTimes.toSorted((left, right) => left.days - right.days || Number(left.open) - Number(right.open));
  let survival = 1;
  for (const [index, leadTime] of sorted.entries()) {
    if (leadTime.open) continue;
    survival *= 1 - 1 / (n - index);
    if (1 - survival >= needed - rounding) return leadTime.days;
  }
  return null;
};

/** What a wider group of orders says: its median lead time in days and the standard deviation of the logarithm. */
interface LeadTimePrior {
  readonly medianDays: number;
  readonly logDeviation: number;
  /** n0: how many orders the prior weighs. */
  readonly weight: number;
}

/**
 * m = (n0·ln M + Σ ln x)/(n0 + n), s² = (n0·s0² + Σ(ln x − m)²)/(n0 + n), promise = exp(m + z·s·√(1 + 1/(n0 + n))).
 * Open orders enter with their age so far, which they can only exceed: the estimate is then a lower one.
 *
 * @throws RangeError for a lead time, median or weight that is not positive.
 */
export const shrunkLognormalPromise = (leadTimes: readonly LeadTime[], prior: LeadTimePrior, level: PromiseLevel): number => {
  if (!(prior.medianDays > 0 && prior.weight > 0)) throw new RangeError('the prior needs a positive median and weight');
  let sum = prior.weight * Math.log(prior.medianDays);
  for (const { days } of leadTimes) {
    if (!(days > 0)) throw new RangeError(`a lead time of ${days} days has no logarithm`);
    sum += Math.log(days);
  }
  const weight = prior.weight + leadTimes.length;
  const mean = sum / weight;
  let squares = prior.weight * prior.logDeviation ** 2;
  for (const { days } of leadTimes) squares += (Math.log(days) - mean) ** 2;
  return Math.exp(mean + normalQuantiles[level] * Math.sqrt(squares / weight) * Math.sqrt(1 + 1 / weight));
};

/** Median and log deviation of a group; null with fewer than five finished orders of at least a day. */
export const leadTimePriorOf = (leadTimes: readonly LeadTime[], weight: number = defaultPriorWeight): LeadTimePrior | null => {
  const finished = leadTimes.filter(({ open, days }) => !open && days > 0).map(({ days }) => days).toSorted((left, right) => left - right);
  if (finished.length < fewestForOrderStatistic) return null;
  const half = finished.length / 2;
  const medianDays = ((finished[Math.ceil(half) - 1] ?? 0) + (finished[Math.floor(half)] ?? 0)) / 2;
  const logs = finished.map(Math.log);
  const mean = logs.reduce((total, log) => total + log, 0) / logs.length;
  const variance = logs.reduce((total, log) => total + (log - mean) ** 2, 0) / (logs.length - 1);
  return { medianDays, logDeviation: Math.sqrt(variance), weight };
};

const fewestForOrderStatistic = 5;
const defaultPriorWeight = 4;

/** Lead times of the lane asked for, of its country, and of everything; each contains the one before. */
interface LeadTimeGroups {
  readonly lane: readonly LeadTime[];
  readonly country: readonly LeadTime[];
  readonly all: readonly LeadTime[];
}

type LeadTimePromise =
  | { readonly method: 'order-statistic'; readonly days: number; readonly orders: number; readonly open: number }
  /** "Estimate from similar lanes": `widenedTo` names the group that stands behind the few orders of the lane. */
  | { readonly method: 'similar-lanes'; readonly days: number; readonly orders: number; readonly open: number; readonly widenedTo: 'country' | 'all' };

/**
 * The promise for a lane: its own order statistic from five orders on (nine for P90), otherwise the shrunk lognormal
 * behind which the country stands, or everything where the country has fewer than five finished orders. null: nothing
 * to go by. Days are not rounded; a promise rounds them up.
 */
export const promiseLeadTime = (groups: LeadTimeGroups, level: PromiseLevel): LeadTimePromise | null => {
  const lane = groups.lane;
  const open = lane.filter((leadTime) => leadTime.open).length;
  if (lane.length >= fewestForOrderStatistic) {
    const days = orderStatisticPromise(lane, level);
    if (days !== null) return { method: 'order-statistic', days, orders: lane.length, open };
  }
  for (const widenedTo of ['country', 'all'] as const) {
    const prior = leadTimePriorOf(groups[widenedTo]);
    if (prior === null) continue;
    const usable = lane.filter(({ days }) => days > 0);
    return { method: 'similar-lanes', days: shrunkLognormalPromise(usable, prior, level), orders: lane.length, open, widenedTo };
  }
  return null;
};
