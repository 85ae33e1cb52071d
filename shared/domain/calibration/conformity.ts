import { decimal, ratio } from './decimal.ts';
import { judge } from './judged.ts';
import type { JudgedPoint } from './judged.ts';
import { normalDistribution } from './normal.ts';
import type { DecimalText, MeasurementPoint } from './types.ts';

export interface Conformity {
  /** p, 0…1: that the true value lies within the tolerance limits, given this result. */
  readonly probability: number;
  /** 1 − p, with the digits that a subtraction would lose: the specific risk of a wrong acceptance of this item, where it is accepted. */
  readonly falseAccept: number;
}

/** Standard uncertainties between two numbers, in one quotient; ±∞ where u = 0. */
const distance = (from: DecimalText, to: DecimalText, uncertainty: { readonly expanded: DecimalText; readonly coverageFactor: DecimalText }): number => {
  const gap = decimal(to).minus(decimal(from)).times(decimal(uncertainty.coverageFactor));
  const expanded = decimal(uncertainty.expanded);
  // On the limit is inside it: limits are inclusive.
  if (expanded.eq(0)) return gap.lt(0) ? -Infinity : Infinity;
  return ratio(gap, expanded);
};

const conformityOf = ({ value, lowerLimit, upperLimit, uncertainty }: JudgedPoint): Conformity | null => {
  if (uncertainty === null) return null;
  const above = upperLimit === null ? Infinity : distance(value, upperLimit, uncertainty);
  const below = lowerLimit === null ? Infinity : distance(lowerLimit, value, uncertainty);
  const falseAccept = Math.min(1, normalDistribution(-above) + normalDistribution(-below));
  if (above >= 0 && below >= 0) return { probability: 1 - falseAccept, falseAccept };
  // Outside: the difference of two tails on the side where both are small.
  const nearer = Math.min(above, below);
  const farther = Math.max(above, below);
  return { probability: Math.max(0, normalDistribution(nearer) - normalDistribution(-farther)), falseAccept };
};

/**
 * p = Φ((TU − y)/u) − Φ((TL − y)/u), a normal distribution with no prior knowledge (JCGM 106:2012, 7). null: not judgeable,
 * or no uncertainty.
 */
export const conformity = (point: MeasurementPoint): Conformity | null => {
  const judged = judge(point);
  return judged.kind === 'judged' ? conformityOf(judged) : null;
};

/** {@link testUncertaintyRatio} of a point that was judged already. */
export const ratioOf = ({ lowerLimit, upperLimit, uncertainty }: JudgedPoint): number | null => {
  if (lowerLimit === null || upperLimit === null || uncertainty === null) return null;
  const doubled = decimal(uncertainty.expanded).times(2);
  if (doubled.eq(0)) return null;
  return ratio(decimal(upperLimit).minus(decimal(lowerLimit)), doubled);
};

/** TUR = (TU − TL)/(2U), ANSI/NCSL Z540.3; null with one limit only, or without an uncertainty greater than 0. */
export const testUncertaintyRatio = (point: MeasurementPoint): number | null => {
  const judged = judge(point);
  return judged.kind === 'judged' ? ratioOf(judged) : null;
};

/**
 * M of ANSI/NCSL Z540.3 method 6 (M. Dobbert, "A guard-band strategy for managing false-accept risk", NCSLI Measure 3:4,
 * 2008): max(0, 1.04 − exp(0.38·ln TUR − 0.54)), rounded to 12 decimals, from where on it is an exact decimal number.
 */
export const methodSixMultiplier = (tur: number): DecimalText => {
  if (!(tur >= 0)) throw new RangeError(`${tur} is no test uncertainty ratio`);
  return Math.max(0, 1.04 - Math.exp(0.38 * Math.log(tur) - 0.54)).toFixed(12);
};
