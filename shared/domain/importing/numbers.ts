import { minorUnitDecimals, readCurrency } from './currencies.ts';
import { foldDigits } from './normalise.ts';
import type { MessageParams, NumberRule, ProblemCode } from './types.ts';

/** A decimal number as its digits: never a binary fraction. */
export interface Decimal {
  readonly isNegative: boolean;
  /** Without leading zeros; empty for 0. */
  readonly whole: string;
  /** Without trailing zeros. */
  readonly fraction: string;
  /** ISO 4217 code that stood beside it, where it means one currency. */
  readonly currency: string | null;
}

interface NumberRefusal {
  readonly ok: false;
  readonly code: ProblemCode;
  readonly params: MessageParams;
}
export type NumberReading<T> = { readonly ok: true; readonly value: T } | NumberRefusal;

export const plainNumberRule: NumberRule = { decimal: '.' };

const refuse = (code: ProblemCode, params: MessageParams = {}): NumberRefusal => ({ ok: false, code, params });

/** The digits and separators of a number, with its sign and its currency taken off. */
export interface NumberForm {
  readonly isNegative: boolean;
  /** ASCII digits, `.` and `,` as they stood; Arabic ٬ and spaces as `'`, Arabic ٫ as `٫`. */
  readonly body: string;
  readonly currency: string | null;
}

const plain = /^-?\d+(?:\.\d+)?$/u;
const currencyBeside = /^(?<before>[^\d\s.,'()+-]{1,4}|[A-Za-z]{3})?\s*(?<number>[-+]?[\d.,'٫]+(?:\s[\d.,'٫]+)*-?)\s*(?<after>[^\d\s.,'()+-]{1,4}|[A-Za-z]{3})?$/u;
const anySign = /^\p{Sc}$|^[A-Z]{1,3}\$$/u;

const normaliseSigns = (cell: string): string =>
  foldDigits(cell)
    .replace(/[\u200C\u200E\u200F]/gu, '')
    .replace(/[\u2212\u2010-\u2013\uFE63\uFF0D]/gu, '-')
    .replace(/[\u066C\u2019\u02BC`´]/gu, "'")
    .trim();

/** What stands beside the digits, read as a currency; `false` where it is something else and the cell is no number. */
const currencyOf = (text: string | undefined): string | null | false => {
  if (text === undefined) return null;
  return readCurrency(text) ?? (anySign.test(text) ? null : false);
};

/** The form of a cell (cleaned by `cleanText`), or null where words or anything else stand for a number. */
export const readNumberForm = (cell: string): NumberForm | null => {
  if (plain.test(cell)) {
    const isNegative = cell.startsWith('-');
    return { isNegative, body: isNegative ? cell.slice(1) : cell, currency: null };
  }
  if (cell.length > 60) return null;
  const text = normaliseSigns(cell);
  const bracketed = /^\((.+)\)$/u.exec(text);
  const signed = /^([-+])\s?(?=\D)(.+)$/u.exec(bracketed?.[1] ?? text);
  const match = currencyBeside.exec(signed?.[2] ?? bracketed?.[1] ?? text);
  const number = match?.groups?.['number'];
  if (number === undefined) return null;
  const before = currencyOf(match?.groups?.['before']);
  const after = currencyOf(match?.groups?.['after']);
  if (before === false || after === false || (before !== null && after !== null)) return null;
  const minuses = [signed?.[1] === '-', number.startsWith('-'), number.endsWith('-'), bracketed !== null].filter(Boolean).length;
  const body = number.replace(/^[-+]|-$/gu, '').replace(/\s/gu, "'");
  if (minuses > 1 || !/^\d|^[.,٫]\d/u.test(body) || !/\d$/u.test(body)) return null;
  return { isNegative: minuses === 1, body, currency: before ?? after };
};

const hasSeparator = /\D/u;
// Groups of three, or the Indian twos with three at the end.
const grouped = /^\d{1,3}(?:\D\d{3})+$|^\d{1,2}(?:\D\d{2})+\D\d{3}$/u;

const trimmed = (whole: string, fraction: string, form: NumberForm): Decimal => {
  const digits = whole.replace(/^0+/u, '');
  const decimals = fraction.replace(/0+$/u, '');
  return { isNegative: form.isNegative && (digits !== '' || decimals !== ''), whole: digits, fraction: decimals, currency: form.currency };
};

/** The decimal a cell tells under its column's rule. Grouping must be in its places: `1,23` is no number where `,` groups. */
export const readDecimal = (cell: string, rule: NumberRule): NumberReading<Decimal> => {
  const form = readNumberForm(cell);
  if (form === null) return refuse('number-unreadable');
  if (!hasSeparator.test(form.body)) return { ok: true, value: trimmed(form.body, '', form) };
  const sign = form.body.includes('٫') ? '٫' : rule.decimal;
  const parts = form.body.split(sign);
  const [whole = '', fraction = ''] = parts;
  if (parts.length > 2 || hasSeparator.test(fraction)) return refuse('number-against-format', { decimal: rule.decimal === ',' ? 'comma' : 'point' });
  if (!hasSeparator.test(whole)) return { ok: true, value: trimmed(whole, fraction, form) };
  const isGrouped = new Set(whole.replace(/\d/gu, '')).size === 1 && grouped.test(whole);
  return isGrouped ? { ok: true, value: trimmed(whole.replace(/\D/gu, ''), fraction, form) } : refuse('number-against-format', { decimal: rule.decimal === ',' ? 'comma' : 'point' });
};

/** Digits that a JavaScript number holds exactly, whatever they are (IEEE 754 binary64: 15). */
const exactDigits = 15;

/** A quantity as a number that prints as the very digits that stood there. */
export const readQuantity = (cell: string, rule: NumberRule): NumberReading<number> => {
  const reading = readDecimal(cell, rule);
  if (!reading.ok) return reading;
  const { isNegative, whole, fraction } = reading.value;
  if (whole.length > exactDigits) return refuse('number-too-large');
  if (whole.length + fraction.length > exactDigits) return refuse('number-too-precise', { digits: exactDigits });
  if (isNegative) return refuse('quantity-negative');
  return { ok: true, value: Number(`${whole === '' ? '0' : whole}.${fraction === '' ? '0' : fraction}`) };
};

const plusMinus = /^(?:±|\+\/-|\+-)\s*/u;

/** The number as written but for its grouping and its decimal sign, which becomes a point: how far it was read stays to be seen. */
export const readDecimalText = (cell: string, rule: NumberRule): NumberReading<string> => {
  const bare = cell.trim().replace(plusMinus, '');
  const reading = readDecimal(bare, rule);
  if (!reading.ok) return reading;
  const { isNegative, whole, fraction } = reading.value;
  const digits = foldDigits(bare);
  const places = /[^0-9]*$/u.exec(digits)?.index ?? digits.length;
  const sign = digits.includes('٫') ? '٫' : rule.decimal;
  const at = digits.indexOf(sign);
  const written = at < 0 ? '' : digits.slice(at + 1, places).padEnd(fraction.length, '0');
  const head = `${isNegative ? '-' : ''}${whole === '' ? '0' : whole}`;
  return { ok: true, value: written === '' ? head : `${head}.${fraction.padEnd(written.length, '0')}` };
};

export interface Amount {
  /** Integer minor units of the currency. */
  readonly minor: number;
  readonly isRounded: boolean;
}

/**
 * A decimal in minor units of a currency, by digits alone. More decimals than the currency has are rounded half to even
 * (IEEE 754 roundTiesToEven, the banker's rule) and said so.
 */
export const toMinorUnits = (decimal: Decimal, currency: string): NumberReading<Amount> => {
  const decimals = minorUnitDecimals(currency);
  const kept = decimal.fraction.slice(0, decimals).padEnd(decimals, '0');
  const rest = decimal.fraction.slice(decimals);
  const digits = `${decimal.whole}${kept}`;
  // Up to 15 digits, and one more by rounding, an integer is exact in binary64: 9,999,999,999,999.99 at two decimals.
  if (digits.length > exactDigits) return refuse('number-too-large');
  const floor = Number(digits);
  const isUp = rest === '5' ? floor % 2 === 1 : rest > '5';
  const size = isUp ? floor + 1 : floor;
  return { ok: true, value: { minor: decimal.isNegative && size !== 0 ? -size : size, isRounded: rest !== '' } };
};
