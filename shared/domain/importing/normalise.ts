const foreignDigit = /[\u0660-\u0669\u06F0-\u06F9\uFF10-\uFF19]/u;
const foreignDigits = /[\u0660-\u0669\u06F0-\u06F9\uFF10-\uFF19]/gu;

/** Persian, Arabic and full-width digits as ASCII digits; everything else as it is. */
export const foldDigits = (text: string): string =>
  foreignDigit.test(text) ? text.replace(foreignDigits, (digit) => String(digitValue(digit.charCodeAt(0)))) : text;

const digitValue = (code: number): number => {
  if (code >= 0xff10) return code - 0xff10;
  return code >= 0x06f0 ? code - 0x06f0 : code - 0x0660;
};

/**
 * Text for comparing, never for keeping: case, accents, vowel marks, Arabic against Persian letters (ي/ی, ك/ک, ة/ه, أ/ا),
 * digit scripts, joiners, invisible marks and runs of blanks make no difference.
 */
export const foldWords = (text: string): string =>
  foldDigits(text)
    .replace(/[\u200C\u00AD]/gu, ' ')
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}\u0640]/gu, '')
    .toLowerCase()
    .replace(/[\u064A\u0649]/gu, 'ی')
    .replace(/\u0643/gu, 'ک')
    .replace(/[\u0629\u06C1\u06D5]/gu, 'ه')
    .replace(/[\u2018\u2019\u02BC`´]/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim();

/** `foldWords` with letters and digits only: `Côte d’Ivoire` and `cote divoire` are the same. */
export const foldCompact = (text: string): string => foldWords(text).replace(/[^\p{L}\p{N}]/gu, '');

/** Words of a folded text, without punctuation. */
export const wordsOf = (text: string): readonly string[] =>
  foldWords(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** Whether a text has a letter or a digit of any script; emoji and punctuation alone have none. */
export const hasWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
