import { foldDigits } from '#shared/domain/importing/index.ts';
import type { Format } from '#shared/i18n/format.ts';

export type TypedDecimal =
  | { readonly kind: 'empty' }
  | { readonly kind: 'number'; readonly text: string }
  /** "1,234": a thousand and more, or one and a bit: the person has to say. */
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'wrong' };

const form = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,4})?$/iu;
const groupLike = /^[+-]?\d{1,3},\d{3}$/u;

/**
 * What a person typed as a number of a certificate: digits of any script, U+2212 for minus, and point, comma or the Arabic
 * decimal separator as decimal sign. Thousands are not grouped in certificates; where a comma could mean that, it is said so.
 */
export function readTypedDecimal(typed: string): TypedDecimal {
  const text = foldDigits(typed).replaceAll(/[\s\p{Cf}]/gu, '').replaceAll(/[−–]/gu, '-').replaceAll('٫', '.');
  if (text === '') return { kind: 'empty' };
  if (groupLike.test(text) && !/^[+-]?0/u.test(text)) return { kind: 'ambiguous' };
  const pointed = (text.match(/,/gu)?.length ?? 0) === 1 && !text.includes('.') ? text.replace(',', '.') : text;
  return form.test(pointed) ? { kind: 'number', text: pointed } : { kind: 'wrong' };
}

/** A certificate's number for reading: every digit that it has, with the minus, the digits and the decimal sign of the locale. */
export const decimalIn = ({ choice, digits }: Pick<Format, 'choice' | 'digits'>, text: string): string => {
  const signed = digits(text.replace(/^-/u, '−'));
  return choice.digits === 'latn' ? signed : signed.replace('.', '٫');
};
