import { decimal, plainText } from './decimal.ts';
import type { Decimal } from './decimal.ts';
import type { DecimalText } from './types.ts';

/**
 * Rounding for display and print, GUM (JCGM 100:2008) 7.2.6: U to at most two significant digits, the result to the same
 * place. Never used before a decision.
 */

const significantDigits = 2;
/**
 * The GUM leaves to common sense when U goes up instead of to the nearest: its own examples take 10.47 up to 11 (to the
 * nearest it would lose 4.5 %) and 28.05 down to 28 (0.2 %). EA-4/02 M:2022 puts the border at 5 %, which two digits never
 * reach; 4 % is the widest whole border that does as the GUM does.
 */
const tolerableLoss = '0.04';

/** A power of ten: of the digit to which the value is written. */
const placeOf = (value: Decimal, digits: number): number => value.e - digits + 1;

const roundToPlace = (value: Decimal, place: number, mode: 1 | 3): Decimal => {
  const unit = decimal(`1e${place}`);
  // Exactly divisible: a power of ten only moves the point.
  return value.times(decimal(`1e${-place}`)).round(0, mode).times(unit);
};

interface RoundedUncertainty {
  readonly value: Decimal;
  readonly place: number;
}

const rounded = (expanded: DecimalText): RoundedUncertainty | null => {
  const exact = decimal(expanded);
  if (exact.lt(0)) throw new RangeError(`an uncertainty of ${expanded.slice(0, 40)} is below zero`);
  if (exact.eq(0)) return null;
  const place = placeOf(exact, significantDigits);
  const nearest = roundToPlace(exact, place, 1);
  const loses = exact.minus(nearest).gt(exact.times(decimal(tolerableLoss)));
  const value = loses ? roundToPlace(exact, place, 3) : nearest;
  // 0.0996 becomes 0.10: one more digit before, so one place less behind.
  return { value, place: placeOf(value, significantDigits) };
};

const textAt = (value: Decimal, place: number): DecimalText => plainText(value, Math.max(0, -place));

/** U to two significant digits: 0.0996 is 0.10, 10.47 is 11. Zero stays as written. @throws RangeError for no number, or one below zero. */
export const roundUncertainty = (expanded: DecimalText): DecimalText => {
  const result = rounded(expanded);
  return result === null ? expanded : textAt(result.value, result.place);
};

/**
 * The result to the last place of its rounded U, halves away from zero (ISO 80000-1:2009 annex B, rule B): 10.05762 with
 * 0.027 is 10.058. Without an uncertainty, or with one of zero, it stays as written. @throws RangeError as {@link roundUncertainty}.
 */
export const roundResult = (value: DecimalText, expanded: DecimalText | null): DecimalText => {
  const result = expanded === null ? null : rounded(expanded);
  return result === null ? value : textAt(roundToPlace(decimal(value), result.place, 1), result.place);
};
