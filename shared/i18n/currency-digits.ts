/**
 * Digits of the minor unit per ISO 4217 (list one, amendment 177), where they are not two. Intl follows CLDR instead, which drops the
 * minor units that daily life no longer uses (IRR, HUF, PKR …): amounts are kept by the standard, so they are read by it too.
 */
const NOT_TWO: Readonly<Record<string, number>> = {
  BIF: 0, CLP: 0, DJF: 0, GNF: 0, ISK: 0, JPY: 0, KMF: 0, KRW: 0, PYG: 0, RWF: 0, UGX: 0, UYI: 0, VND: 0, VUV: 0, XAF: 0, XOF: 0, XPF: 0,
  BHD: 3, IQD: 3, JOD: 3, KWD: 3, LYD: 3, OMR: 3, TND: 3,
  CLF: 4, UYW: 4,
};

export const currencyDigits = (currency: string): number => NOT_TWO[currency] ?? 2;

/** The amount as an exact decimal text ("-1234.05"), without a detour over binary fractions. */
export function decimalOfMinor(minor: number, digits: number): `${number}` {
  const negative = minor < 0;
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  const fraction = digits === 0 ? '' : `.${text.slice(text.length - digits)}`;
  return `${negative ? '-' : ''}${whole}${fraction}` as `${number}`;
}
