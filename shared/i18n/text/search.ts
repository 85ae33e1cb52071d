/**
 * Text folded for finding: two ways of writing one thing become equal, whatever keyboard, script variant or file they came
 * from. Folded text is never shown.
 */

/** Combining marks of Latin, Greek, Cyrillic, Hebrew and Arabic (vowel signs, hamza and madda included); other scripts keep theirs. */
const marks = /[\u0300-\u036F\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E4\u06E7\u06E8\u06EA-\u06ED\u08CA-\u08E1\u08E3-\u08FF]/gu;
/** ZWNJ, ZWJ, tatweel, soft hyphen, byte-order mark and the invisible signs that steer direction. */
const invisible = /[\u00AD\u0640\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/gu;
const separators = /[\p{P}\p{S}\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{Cn}]+/gu;
const foldable = /[ßıłøđæœþðħŋſς\u0649\u064A\u0643\u0629\u0671\u06BE\u06C1\u06C3\u06D5\u06D2\u0660-\u0669\u06F0-\u06F9]/gu;

const folds: ReadonlyMap<string, string> = new Map([
  // Latin letters whose stroke or ligature no decomposition takes off, and the final sigma.
  ['ß', 'ss'], ['ı', 'i'], ['ł', 'l'], ['ø', 'o'], ['đ', 'd'], ['æ', 'ae'], ['œ', 'oe'], ['þ', 'th'], ['ð', 'd'], ['ħ', 'h'], ['ŋ', 'n'],
  ['ſ', 's'], ['ς', 'σ'],
  // Arabic letters to their Persian ones: yeh and alef maksura, kaf, teh marbuta, alef wasla, the hehs, yeh barree.
  ['\u0649', 'ی'], ['\u064A', 'ی'], ['\u0643', 'ک'], ['\u0629', 'ه'], ['\u0671', 'ا'], ['\u06BE', 'ه'], ['\u06C1', 'ه'], ['\u06C3', 'ه'],
  ['\u06D5', 'ه'], ['\u06D2', 'ی'],
]);

const foldOne = (letter: string): string => {
  const known = folds.get(letter);
  if (known !== undefined) return known;
  const code = letter.charCodeAt(0);
  return String(code >= 0x06f0 ? code - 0x06f0 : code - 0x0660);
};

/** Letters, digits and marks to one form; separators stay. */
const foldLetters = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(marks, '')
    .replaceAll(invisible, '')
    .replaceAll(foldable, foldOne)
    .normalize('NFC');

/**
 * What two texts have in common when a person would call them the same: case, accents, ی/ي/ى, ک/ك, ه/ة, vowel signs,
 * ZWNJ and tatweel are gone, Persian and Arabic digits are Latin ones, and every run of punctuation and space is one space.
 * Idempotent.
 */
export const normaliseForSearch = (text: string): string => foldLetters(text).replaceAll(separators, ' ').trim();

/** The words of a query, each to be found anywhere; at most 12, so that a pasted page costs no more than a sentence. */
export const searchWords = (query: string): readonly string[] => {
  const normal = normaliseForSearch(query);
  return normal === '' ? [] : [...new Set(normal.split(' '))].slice(0, 12);
};

/** A phone number's digits alone, so that it is found however it was grouped; empty where there are fewer than five. */
export const phoneDigits = (text: string): string => {
  const digits = normaliseForSearch(text).replaceAll(/\D+/gu, '');
  return digits.length < 5 ? '' : digits;
};
