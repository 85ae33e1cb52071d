import { binomialAtLeast, binomialAtMost } from './binomial.ts';
import { decimal } from './decimal.ts';
import type { DecimalText } from './types.ts';

/** One calibration of the instrument, or of its like, as it was found. */
export interface IntervalEvidence {
  readonly calibratedOn: string;
  /** As found; null: not judged, so that it counts for nothing. */
  readonly inTolerance: boolean | null;
  /** Greatest |error| over its permissible error, as found: 0.8 is 80 %. null: not known. */
  readonly errorShare: number | null;
}

export type IntervalMethod = 'staircase' | 'a1' | 'a3';

/** Why a method proposes what it does, with the numbers that it went by. */
export type IntervalReason =
  | { readonly code: 'no-calibration' }
  /** Of the last calibration; `share` null: known only to be out of tolerance. */
  | { readonly code: 'well-inside' | 'near-the-limit' | 'out-of-tolerance'; readonly share: number | null }
  | { readonly code: 'last-in-tolerance' | 'last-out-of-tolerance'; readonly factor: number; readonly reliability: number }
  | { readonly code: 'too-few-calibrations'; readonly calibrations: number; readonly needed: number }
  | {
    readonly code: 'reliability-met' | 'reliability-missed' | 'reliability-exceeded';
    readonly inTolerance: number; readonly calibrations: number; readonly probability: number; readonly reliability: number;
  }
  /** The step was held back at half or one and a half times the present interval, or at 3 or 36 months. */
  | { readonly code: 'clamped'; readonly wantedMonths: number };

export interface IntervalProposal {
  readonly method: IntervalMethod;
  readonly action: 'extend' | 'keep' | 'shorten';
  /** Whole calendar months; the present ones where nothing changes. */
  readonly months: number;
  readonly presentMonths: number;
  readonly reasons: readonly IntervalReason[];
}

export interface IntervalRules {
  /** R: share of instruments that should be found in tolerance at the end of their interval. */
  readonly reliability: DecimalText;
  /** a: the part by which a good result extends the interval (A1), and by which the staircase goes up. */
  readonly extension: number;
  /** The part of the interval by which the staircase goes down. */
  readonly reduction: number;
}

/** R = 0.90 and a = 0.1 as in NCSL RP-1's example; the staircase's way down is our choice (ILAC-G24 leaves it to the user). */
export const defaultIntervalRules: IntervalRules = { reliability: '0.90', extension: 0.1, reduction: 0.25 };

/** ILAC-G24:2022 method 1: within this share of the permissible error the interval may grow. */
const safeShare = 0.8;
/** A3 acts on what would come about by chance in at most one case of twenty. */
const significance = 0.05;
const fewestCalibrations = 5;
const stepLimits = { least: 0.5, most: 1.5 } as const;
const monthLimits = { least: 3, most: 36 } as const;

/** b = 1 − (1 + a)^(−R/(1 − R)) of NCSL RP-1 method A1: the cut that balances extensions by a at the reliability R. @throws RangeError for R outside 0…1 */
export const reductionOfA1 = (reliability: number, extension: number): number => {
  if (!(reliability > 0 && reliability < 1 && extension > 0)) throw new RangeError('method A1 needs 0 < R < 1 and a > 0');
  return 1 - (1 + extension) ** (-reliability / (1 - reliability));
};

const keep = (method: IntervalMethod, presentMonths: number, ...reasons: readonly IntervalReason[]): IntervalProposal => ({
  method, action: 'keep', months: presentMonths, presentMonths, reasons,
});

/** Against the binary noise of products such as 10 · 1.1, before months are cut down to whole ones. */
const noise = 1e-9;

/** Whole months, cut down (never longer than the method allows), within the clamps, never against the direction of the step. */
const step = (method: IntervalMethod, presentMonths: number, factor: number, reason: IntervalReason): IntervalProposal => {
  const wantedMonths = presentMonths * factor;
  const whole = Math.floor(wantedMonths + noise);
  const least = Math.ceil(Math.max(monthLimits.least, presentMonths * stepLimits.least));
  const most = Math.floor(Math.min(monthLimits.most, presentMonths * stepLimits.most));
  const isHeldBack = factor >= 1 ? whole > most : whole < least;
  const months = factor >= 1 ? Math.max(presentMonths, Math.min(most, whole)) : Math.min(presentMonths, Math.max(least, whole));
  return {
    method, months, presentMonths,
    action: months > presentMonths ? 'extend' : months < presentMonths ? 'shorten' : 'keep',
    reasons: [reason, ...(isHeldBack ? [{ code: 'clamped', wantedMonths } as const] : [])],
  };
};

type Judged = IntervalEvidence & { readonly inTolerance: boolean };

const staircase = (presentMonths: number, last: Judged, rules: IntervalRules): IntervalProposal => {
  const share = last.errorShare;
  if (!last.inTolerance || (share !== null && share > 1)) {
    return step('staircase', presentMonths, 1 - rules.reduction, { code: 'out-of-tolerance', share });
  }
  if (share !== null && share <= safeShare) return step('staircase', presentMonths, 1 + rules.extension, { code: 'well-inside', share });
  return keep('staircase', presentMonths, { code: 'near-the-limit', share });
};

const simpleResponse = (presentMonths: number, last: Judged, rules: IntervalRules): IntervalProposal => {
  const reliability = Number(rules.reliability);
  const factor = last.inTolerance ? 1 + rules.extension : 1 - reductionOfA1(reliability, rules.extension);
  return step('a1', presentMonths, factor, { code: last.inTolerance ? 'last-in-tolerance' : 'last-out-of-tolerance', factor, reliability });
};

/**
 * NCSL RP-1 method A3 (interval test): is the share found in tolerance compatible with R? Where it is not, the new interval is
 * the one at which an exponential reliability through the observed share meets R: I·ln R / ln(x/n).
 */
const intervalTest = (presentMonths: number, judged: readonly Judged[], rules: IntervalRules): IntervalProposal => {
  const calibrations = judged.length;
  const inTolerance = judged.filter((one) => one.inTolerance).length;
  const reliability = Number(rules.reliability);
  const numbers = { inTolerance, calibrations, reliability };
  const few = binomialAtMost(inTolerance, calibrations, rules.reliability);
  const observed = inTolerance / calibrations;
  const factor = observed === 0 ? 0 : observed === 1 ? Infinity : Math.log(reliability) / Math.log(observed);
  if (few <= significance) return step('a3', presentMonths, factor, { code: 'reliability-missed', probability: few, ...numbers });
  const many = binomialAtLeast(inTolerance, calibrations, rules.reliability);
  if (many <= significance) {
    return step('a3', presentMonths, Math.min(factor, stepLimits.most), { code: 'reliability-exceeded', probability: many, ...numbers });
  }
  return keep('a3', presentMonths, { code: 'reliability-met', probability: few, ...numbers });
};

/**
 * What the three methods propose from the calibrations on record; a person decides. The staircase answers to the last
 * result alone; A1 and A3 aim at a reliability and say nothing before there are five. Steps stay within half and one and a
 * half times the present interval and between 3 and 36 months. @throws RangeError for months or rules out of range.
 */
export const proposeIntervals = (
  presentMonths: number,
  evidence: readonly IntervalEvidence[],
  rules: IntervalRules = defaultIntervalRules,
): readonly IntervalProposal[] => {
  if (!(Number.isInteger(presentMonths) && presentMonths > 0)) throw new RangeError(`${presentMonths} is no interval in months`);
  const target = decimal(rules.reliability);
  if (target.lte(0) || target.gte(1)) throw new RangeError(`a reliability of ${rules.reliability} is not between 0 and 1`);
  if (!(rules.extension > 0 && rules.reduction > 0 && rules.reduction < 1)) throw new RangeError('the steps have to be greater than 0, and down less than 1');
  const judged = evidence
    .filter((one): one is Judged => one.inTolerance !== null)
    .toSorted((left, right) => (left.calibratedOn < right.calibratedOn ? -1 : Number(left.calibratedOn > right.calibratedOn)));
  const last = judged.at(-1);
  if (last === undefined) return (['staircase', 'a1', 'a3'] as const).map((method) => keep(method, presentMonths, { code: 'no-calibration' }));
  const first = staircase(presentMonths, last, rules);
  if (judged.length < fewestCalibrations) {
    const tooFew: IntervalReason = { code: 'too-few-calibrations', calibrations: judged.length, needed: fewestCalibrations };
    return [first, keep('a1', presentMonths, tooFew), keep('a3', presentMonths, tooFew)];
  }
  return [first, simpleResponse(presentMonths, last, rules), intervalTest(presentMonths, judged, rules)];
};
