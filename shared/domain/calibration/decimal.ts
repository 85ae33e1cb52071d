import { Big } from 'big.js';
import type { DecimalText } from './types.ts';

/**
 * Exact decimal arithmetic for what certificates say. Sums, differences and products are exact; a quotient, which decimal
 * places may not be able to write, has 40 of them and is rounded to the nearest. No decision hangs on a quotient: the rules
 * compare products instead.
 */
const Exact = Big();
Exact.DP = 40;
Exact.RM = Exact.roundHalfUp;

export type Decimal = InstanceType<typeof Big>;

/** XML Schema 1.1 part 2, 3.3.5 (xs:double), after whitespace is trimmed; `5.` and `.5` are both in it. */
const numberForm = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/u;
const notANumberForm = /^(?:NaN|[+-]?INF)$/u;
/** Beyond what xs:double can hold (1e±308) with room for products; a hostile `1e999999999` would otherwise fill the memory. */
const largestExponent = 400;
/** Longer than any number that was ever measured. */
const longestText = 1000;

export type DecimalReading =
  /** `text` is as written, without the whitespace around it. */
  | { readonly kind: 'number'; readonly text: DecimalText }
  /** NaN or an infinity: legal in a digital certificate, and no result. */
  | { readonly kind: 'not-a-number' }
  | { readonly kind: 'malformed' };

/** The number as an exact value; null for anything but a number of at most 1000 characters between 1e-400 and 1e400. */
export const parseDecimal = (text: string): Decimal | null => {
  const trimmed = text.trim();
  if (trimmed.length > longestText || !numberForm.test(trimmed)) return null;
  const value = new Exact(trimmed.replace(/^\+/u, '').replace(/\.(?=$|[eE])/u, ''));
  return Math.abs(value.e) > largestExponent ? null : value;
};

/** What the text of a digital certificate's number is: a number, legally none, or a mistake. */
export const readDecimal = (text: string): DecimalReading => {
  const trimmed = text.trim();
  if (parseDecimal(trimmed) !== null) return { kind: 'number', text: trimmed };
  return { kind: notANumberForm.test(trimmed) ? 'not-a-number' : 'malformed' };
};

export const isDecimal = (text: string): boolean => parseDecimal(text) !== null;

/** @throws RangeError where the text is no decimal number; ask {@link isDecimal} of what a person or a file wrote. */
export const decimal = (text: DecimalText): Decimal => {
  const value = parseDecimal(text);
  if (value === null) throw new RangeError(`"${text.slice(0, 40)}" is not a decimal number`);
  return value;
};

/** How far the number was read: digits after the decimal point once the exponent is worked in (`0.020` and `2.0e-2` have 3). @throws RangeError */
export const decimalPlaces = (text: DecimalText): number => {
  decimal(text);
  const [mantissa = '', exponent = '0'] = text.trim().toLowerCase().split('e');
  const fraction = mantissa.split('.')[1] ?? '';
  return Math.max(0, fraction.length - Number(exponent));
};

/** Without an exponent and without a negative zero; with `places`, padded or rounded half away from zero to them. */
export const plainText = (value: Decimal, places?: number): DecimalText => {
  const text = value.toFixed(places, Exact.roundHalfUp);
  return /^-[0.]+$/u.test(text) ? text.slice(1) : text;
};

/** @throws RangeError where either is no decimal number. */
export const compareDecimals = (left: DecimalText, right: DecimalText): -1 | 0 | 1 => decimal(left).cmp(decimal(right));

/** left − right, exact, to the place of the one that was read further: `10.00 − 9.980` is `0.020`. @throws RangeError */
export const differenceOf = (left: DecimalText, right: DecimalText): DecimalText =>
  plainText(decimal(left).minus(decimal(right)), Math.max(decimalPlaces(left), decimalPlaces(right)));
