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

/** Where a binary quotient neither overflows nor loses digits. */
const isOrdinary = (value: number): boolean => Math.abs(value) > 1e-150 && Math.abs(value) < 1e150;

/** The quotient as the binary number nearest to it but for 3 parts in 1e16, for ratios that are shown or go into a probability. @throws where the divisor is 0 */
export const ratio = (dividend: Decimal, divisor: Decimal): number => {
  const [above, below] = [Number(dividend.toString()), Number(divisor.toString())];
  return isOrdinary(above) && isOrdinary(below) ? above / below : Number(dividend.div(divisor).toString());
};

const rootPlaces = 40;

/**
 * Square root to 40 places, the last one cut off; that of a square is exact. In whole numbers, by Newton's method from above
 * (big.js's own takes milliseconds at this length, a certificate has ten thousand points). @throws RangeError below zero
 */
export const squareRoot = (value: Decimal): Decimal => {
  if (value.lt(0)) throw new RangeError('a number below zero has no square root');
  const square = BigInt(plainText(value.times(decimal(`1e${2 * rootPlaces}`)).round(0, Exact.roundDown)));
  if (square === 0n) return decimal('0');
  let root = 1n << BigInt(Math.ceil(square.toString(2).length / 2));
  for (let next = (root + square / root) >> 1n; next < root; next = (root + square / root) >> 1n) root = next;
  return decimal(root.toString()).times(decimal(`1e-${rootPlaces}`));
};
