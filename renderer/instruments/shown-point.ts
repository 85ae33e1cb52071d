import { compareDecimals, decide, decimalPlaces, isDecimal, judge, roundResult, roundUncertainty, sameUnit } from '#shared/domain/calibration/index.ts';
import type { DecisionRule, JudgedPoint, MeasurementPoint, Verdict } from '#shared/domain/calibration/index.ts';

/** What a table says of a point. Texts with a point as decimal sign; null: not stated. */
export interface ShownPoint {
  readonly reference: string | null;
  readonly measured: string | null;
  readonly error: string | null;
  /** Absolute, in `unit`. */
  readonly expanded: string | null;
  readonly coverageFactor: string | null;
  /** Of the error, the uncertainty and the limits. */
  readonly unit: string;
  readonly verdict: Verdict;
}

/** Never more digits than were written, and none beyond the place of U (GUM 7.2.6). */
const cut = (value: string, expanded: string): string => (decimalPlaces(value) > decimalPlaces(roundUncertainty(expanded)) ? roundResult(value, expanded) : value);

/** Two significant digits; one alone stays so beside a result that goes no further. */
function shortened(expanded: string, value: string): string {
  const rounded = roundUncertainty(expanded);
  const isShort = compareDecimals(rounded, expanded) === 0 && decimalPlaces(expanded) <= decimalPlaces(rounded) && decimalPlaces(value) < decimalPlaces(rounded);
  return isShort ? expanded : rounded;
}

/** A limit that every number keeps: what is judged is wanted here, whether it has limits or not. */
const quantityOf = (point: MeasurementPoint): JudgedPoint | null => {
  const read = judge(point.lowerLimit === null && point.upperLimit === null ? { ...point, lowerLimit: '0' } : point);
  return read.kind === 'judged' ? read : null;
};

const written = (value: string | null | undefined): string | null => (value === null || value === undefined || !isDecimal(value) ? null : value);

/** The point as a reader of these numbers would judge it. */
const asShown = (point: MeasurementPoint, { unit, judged }: JudgedPoint, value: string, expanded: string | null, factor: string | null): MeasurementPoint => {
  const uncertainty = expanded === null || factor === null ? null : { expanded, kind: 'absolute' as const, coverageFactor: factor, coverageProbability: null, distribution: null };
  const quantity = { value, unit, uncertainty };
  return judged === 'error' ? { ...point, error: quantity } : { ...point, measured: quantity };
};

/**
 * A point rounded for reading: U to two significant digits, the result to their place, but never so that the numbers shown
 * would lead to another verdict than the one beside them. Where they would, the digits are given as they were written.
 */
export function shownPoint(point: MeasurementPoint, rule: DecisionRule | null): ShownPoint {
  const { verdict } = decide(point, rule);
  const quantity = quantityOf(point);
  const reference = written(point.reference?.value);
  if (quantity === null) {
    return { reference, measured: written(point.measured?.value), error: written(point.error?.value), expanded: null, coverageFactor: null, unit: point.measured?.unit ?? point.error?.unit ?? point.reference?.unit ?? '', verdict };
  }
  const { value, unit, uncertainty } = quantity;
  const expanded = uncertainty?.expanded ?? null;
  const factor = uncertainty?.coverageFactor ?? null;
  const choices = expanded === null ? [[value, null] as const] : [[cut(value, expanded), shortened(expanded, value)] as const, [value, shortened(expanded, value)] as const, [value, expanded] as const];
  const [shownValue, shownExpanded] = choices.find(([number, u]) => decide(asShown(point, quantity, number, u, factor), rule).verdict === verdict) ?? [value, expanded];
  const isCut = expanded !== null && shownValue !== value;
  const measured = written(point.measured?.value);
  const isSameUnit = point.measured !== null && sameUnit(point.measured.unit, unit);
  return {
    reference,
    measured: quantity.judged === 'value' ? shownValue : measured !== null && isSameUnit && isCut ? cut(measured, expanded) : measured,
    error: quantity.judged === 'error' ? shownValue : written(point.error?.value),
    expanded: shownExpanded, coverageFactor: factor, unit, verdict,
  };
}
