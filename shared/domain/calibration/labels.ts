import { keyboardReadings } from './scanner-layouts.ts';

/**
 * Codes of instrument labels: ten characters of Crockford's base 32 (no I, L, O, U: https://www.crockford.com/base32.html),
 * 50 random bits, and a check character by ISO/IEC 7064 MOD 37,36, which tells every single wrong character. Codes whose
 * check character would be one of the four that base 32 leaves out are not given.
 */

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** ISO/IEC 7064's own order for MOD 37,36. */
const checkAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const length = 10;
const bits = 5n;
const values = 1n << (bits * BigInt(length));
const bytesNeeded = 7;
const payloadPrefix = 'PEYVAND:';

/** ISO/IEC 7064 MOD 37,36 of a text of digits and capital letters. */
export const checkCharacter = (text: string): string => {
  let sum = 36;
  for (const char of text) {
    sum = (sum + checkAlphabet.indexOf(char)) % 36 || 36;
    sum = (sum * 2) % 37;
  }
  return checkAlphabet.charAt((37 - sum) % 36);
};

const inBase32 = (value: bigint): string => {
  let text = '';
  for (let rest = value, place = 0; place < length; place += 1, rest >>= bits) text = alphabet.charAt(Number(rest & 31n)) + text;
  return text;
};

/**
 * A label's code of eleven characters. @param bytes at least seven, from a source of cryptographic quality: labels are handed
 * to others, and a code must not tell the next one. @throws RangeError for fewer.
 */
export const labelCode = (bytes: Uint8Array): string => {
  if (bytes.length < bytesNeeded) throw new RangeError(`a label code needs ${bytesNeeded} random bytes, not ${bytes.length}`);
  let value = 0n;
  for (const byte of bytes.subarray(0, bytesNeeded)) value = (value << 8n) | BigInt(byte);
  for (;;) {
    const text = inBase32(value % values);
    const check = checkCharacter(text);
    if (alphabet.includes(check)) return text + check;
    // One in nine: the next number, until its check character is one of the 32.
    value += 1n;
  }
};

/** For people: `ABCDE-FGHJK-M`. Anything else stays as it is. */
export const displayLabelCode = (code: string): string => code.replace(/^(.{5})(.{5})(.)$/u, '$1-$2-$3');

/** What the QR code holds: within its alphanumeric mode, so that it stays small, and with no address that a stray telephone would open. */
export const labelPayload = (code: string): string => `${payloadPrefix}${code}`;

const codeForm = new RegExp(`^[${alphabet}]{${length + 1}}$`, 'u');

const codeIn = (text: string): string | null => {
  const compact = text.toUpperCase().replaceAll(/[\s\p{Cf}_-]/gu, '');
  const bare = compact.startsWith(payloadPrefix) ? compact.slice(payloadPrefix.length) : compact;
  const code = bare.replaceAll('O', '0').replaceAll(/[IL]/gu, '1');
  return codeForm.test(code) && checkCharacter(code.slice(0, length)) === code.slice(length) ? code : null;
};

const longestScan = 200;

/**
 * The code in what a scanner or a person typed: the payload or the bare code, in any case, grouped or not, with O for 0 and
 * I or L for 1, with Persian or Arabic digits, or through a Persian keyboard that the scanner took for a Latin one. null: no
 * label of ours, or misread; the check character decides.
 */
export const readLabel = (typed: string): string | null => {
  if (typed.length > longestScan) return null;
  for (const reading of keyboardReadings(typed)) {
    const code = codeIn(reading);
    if (code !== null) return code;
  }
  return null;
};
