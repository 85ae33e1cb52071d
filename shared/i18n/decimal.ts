const isDecimal = (text: string): text is `${number}` => /^-?\d+(?:\.\d+)?$/u.test(text);

/**
 * The amount as an exact decimal text ("-1234.05"), without a detour over binary fractions.
 * @throws RangeError where `minor` is not an integer.
 */
export function decimalOfMinor(minor: number, digits: number): `${number}` {
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  const split = text.length - digits;
  const decimal = `${minor < 0 ? '-' : ''}${text.slice(0, split)}${digits === 0 ? '' : `.${text.slice(split)}`}`;
  if (!Number.isSafeInteger(minor) || !isDecimal(decimal)) throw new RangeError(`Not an amount in minor units: ${minor}`);
  return decimal;
}
