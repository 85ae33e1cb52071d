import { decimal, differenceOf, parseDecimal, plainText, squareRoot } from './decimal.ts';
import type { DecimalText, Measurand, MeasurementPoint, Uncertainty } from './types.ts';
import { convertUnit } from './units.ts';

/** Why a rule says nothing about a point. */
export type NotJudgedReason =
  | 'no-rule' | 'rule-invalid'
  | 'no-limits' | 'limits-reversed' | 'two-limits-needed'
  | 'no-value' | 'not-a-number' | 'units-differ'
  | 'no-uncertainty' | 'uncertainty-invalid';

/** Whose U it is: the judged quantity's own, another quantity's of the same point, or both of those that a difference is made of. */
export type UncertaintySource = 'error' | 'measured' | 'reference' | 'combined';

/** U of what is judged, absolute and in its unit. */
export interface JudgedUncertainty {
  readonly expanded: DecimalText;
  readonly coverageFactor: DecimalText;
  /** u = U/k, to 40 places at most: to be shown, not to be decided by. */
  readonly standard: DecimalText;
  readonly source: UncertaintySource;
}

/** What a decision rule is applied to: one number, its limits and its uncertainty, all in `unit`. */
export interface JudgedPoint {
  readonly kind: 'judged';
  readonly judged: MeasurementPoint['judged'];
  readonly value: DecimalText;
  /** The error was not stated: it is measured − reference. */
  readonly isComputed: boolean;
  readonly unit: string;
  readonly lowerLimit: DecimalText | null;
  readonly upperLimit: DecimalText | null;
  readonly uncertainty: JudgedUncertainty | null;
  /** Why `uncertainty` is null; null where it is there. */
  readonly uncertaintyReason: 'no-uncertainty' | 'uncertainty-invalid' | null;
}

export interface NotJudgeable {
  readonly kind: 'not-judged';
  readonly reason: NotJudgedReason;
}

const notJudged = (reason: NotJudgedReason): NotJudgeable => ({ kind: 'not-judged', reason });

interface Quantity {
  readonly value: DecimalText;
  readonly unit: string;
  readonly isComputed: boolean;
}

const stated = (measurand: Measurand | null): Quantity | NotJudgeable => {
  if (measurand === null) return notJudged('no-value');
  if (measurand.value === null || parseDecimal(measurand.value) === null) return notJudged('not-a-number');
  return { value: measurand.value, unit: measurand.unit, isComputed: false };
};

/** measured − reference in the unit of the measured value; readings in K and °C meet at their zeros. */
const computedError = (point: MeasurementPoint): Quantity | NotJudgeable => {
  const measured = stated(point.measured);
  const reference = stated(point.reference);
  if ('kind' in measured) return measured;
  if ('kind' in reference) return reference;
  const converted = convertUnit(reference.value, reference.unit, measured.unit, 'value');
  if (converted === null) return notJudged('units-differ');
  return { value: differenceOf(measured.value, converted), unit: measured.unit, isComputed: true };
};

const quantityOf = (point: MeasurementPoint): Quantity | NotJudgeable => {
  if (point.judged === 'value') return stated(point.measured);
  return point.error === null ? computedError(point) : stated(point.error);
};

type Absolute = Pick<JudgedUncertainty, 'expanded' | 'coverageFactor'>;

/** A negative U, a k that is not positive, or a fraction of a value that is zero or not known: no uncertainty to calculate with. */
const absolute = (uncertainty: Uncertainty, of: Measurand, unit: string): Absolute | 'uncertainty-invalid' => {
  const expanded = parseDecimal(uncertainty.expanded);
  const factor = parseDecimal(uncertainty.coverageFactor);
  if (expanded === null || factor === null || expanded.lt(0) || factor.lte(0)) return 'uncertainty-invalid';
  if (uncertainty.kind === 'absolute') {
    const converted = convertUnit(uncertainty.expanded, of.unit, unit, 'difference');
    return converted === null ? 'uncertainty-invalid' : { expanded: converted, coverageFactor: uncertainty.coverageFactor };
  }
  const value = of.value === null ? null : parseDecimal(of.value);
  if (value === null || value.eq(0)) return 'uncertainty-invalid';
  const converted = convertUnit(plainText(expanded.times(value.abs())), of.unit, unit, 'difference');
  return converted === null ? 'uncertainty-invalid' : { expanded: converted, coverageFactor: uncertainty.coverageFactor };
};

/**
 * U of a difference of two uncorrelated quantities: root of the sum of squares, GUM 5.1.2. With one k for both it stays
 * (its square is then under the root alone); with two, k = 2.
 */
const combine = (left: Absolute, right: Absolute): Absolute => {
  const [k1, k2] = [decimal(left.coverageFactor), decimal(right.coverageFactor)];
  const k = k1.eq(k2) ? k1 : decimal('2');
  const scaled = (part: Absolute, own: typeof k) => (own.eq(k) ? decimal(part.expanded) : decimal(part.expanded).times(k).div(own));
  const [first, second] = [scaled(left, k1), scaled(right, k2)];
  return {
    expanded: plainText(squareRoot(first.times(first).plus(second.times(second)))),
    coverageFactor: k1.eq(k2) ? left.coverageFactor : '2',
  };
};

type UncertaintyFound = Pick<JudgedPoint, 'uncertainty' | 'uncertaintyReason'>;

const withStandard = (found: Absolute | 'uncertainty-invalid', source: UncertaintySource): UncertaintyFound => {
  if (found === 'uncertainty-invalid') return { uncertainty: null, uncertaintyReason: found };
  const standard = plainText(decimal(found.expanded).div(decimal(found.coverageFactor)));
  return { uncertainty: { ...found, standard, source }, uncertaintyReason: null };
};

/**
 * The judged quantity's own U speaks; an error without one takes that of the measured value or of the reference, and both
 * together where both are stated, so that nothing is understated. A value without one takes that of its error.
 */
const uncertaintyOf = (point: MeasurementPoint, unit: string): UncertaintyFound => {
  const of = (source: Exclude<UncertaintySource, 'combined'>): Absolute | 'uncertainty-invalid' | null => {
    const measurand = point[source];
    return measurand === null || measurand.uncertainty === null ? null : absolute(measurand.uncertainty, measurand, unit);
  };
  const order = point.judged === 'value' ? (['measured', 'error'] as const) : (['error'] as const);
  for (const source of order) {
    const found = of(source);
    if (found !== null) return withStandard(found, source);
  }
  const none: UncertaintyFound = { uncertainty: null, uncertaintyReason: 'no-uncertainty' };
  if (point.judged === 'value') return none;
  const [measured, reference] = [of('measured'), of('reference')];
  if (measured === null) return reference === null ? none : withStandard(reference, 'reference');
  if (reference === null) return withStandard(measured, 'measured');
  if (measured === 'uncertainty-invalid' || reference === 'uncertainty-invalid') return withStandard('uncertainty-invalid', 'combined');
  return withStandard(combine(measured, reference), 'combined');
};

/** The number that is judged, with its limits and its uncertainty in one unit, or why there is none. Never throws for what a file says. */
export const judge = (point: MeasurementPoint): JudgedPoint | NotJudgeable => {
  const { lowerLimit, upperLimit } = point;
  if (lowerLimit === null && upperLimit === null) return notJudged('no-limits');
  const [lower, upper] = [lowerLimit, upperLimit].map((limit) => (limit === null ? null : parseDecimal(limit)));
  if ((lowerLimit !== null && lower === null) || (upperLimit !== null && upper === null)) return notJudged('not-a-number');
  if (lower && upper && lower.gt(upper)) return notJudged('limits-reversed');
  const quantity = quantityOf(point);
  if ('kind' in quantity) return quantity;
  return {
    kind: 'judged', judged: point.judged, ...quantity, lowerLimit, upperLimit, ...uncertaintyOf(point, quantity.unit),
  };
};
