import codes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import persian from 'i18n-iso-countries/langs/fa.json' with { type: 'json' };
import { countryAliases } from './country-aliases.ts';
import { foldCompact, wordsOf } from './normalise.ts';
import type { CountryRead } from './row-types.ts';

const smallWords = new Set(['the', 'of', 'and', 'a', 'و']);

/** Words in alphabetical order: `Korea, Republic of` and `Republic of Korea` are the same. */
const wordSet = (name: string): string =>
  wordsOf(name)
    .filter((word) => !smallWords.has(word))
    .toSorted()
    .join(' ');

const byName = new Map<string, string>();
const byWords = new Map<string, string>();

const enter = (name: string, code: string): void => {
  byName.set(foldCompact(name), code);
  byWords.set(wordSet(name), code);
};

for (const { countries } of [english, persian]) {
  for (const [code, names] of Object.entries(countries)) {
    for (const name of typeof names === 'string' ? [names] : names) enter(name, code);
  }
}
// Ours come last and win: "Congo" alone is Brazzaville by ISO 3166, though the package lists it for both.
for (const [code, names] of Object.entries(countryAliases)) for (const name of names.split('|')) enter(name, code);
for (const [alpha2, alpha3] of codes) {
  if (alpha2 === undefined || alpha3 === undefined) continue;
  byName.set(alpha2.toLowerCase(), alpha2);
  byName.set(alpha3.toLowerCase(), alpha2);
}

const windows1252Specials = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** UTF-8 that was read as Windows-1252 (`CÃ´te`), put right where it is two-byte sequences; else as it is. */
const repairMisread = (text: string): string =>
  text.replace(/[\u00C2-\u00DF]([\u0080-\u00BF\u0152-\u2122])/gu, (pair: string, second: string) => {
    const special = windows1252Specials.indexOf(second);
    const low = special >= 0 ? 0x80 + special : second.charCodeAt(0);
    return low > 0xbf ? pair : String.fromCharCode(((pair.charCodeAt(0) & 0x1f) << 6) | (low & 0x3f));
  });

/** A flag: two regional indicators are the code itself. */
const flagCode = (text: string): string | null => {
  const match = /^([\u{1F1E6}-\u{1F1FF}])([\u{1F1E6}-\u{1F1FF}])$/u.exec(text);
  if (match === null) return null;
  const letters = match.slice(1).map((sign) => String.fromCharCode((sign.codePointAt(0) ?? 0) - 0x1f1e6 + 97));
  return byName.get(letters.join('')) ?? null;
};

const find = (text: string): string | null =>
  byName.get(foldCompact(text)) ?? byWords.get(wordSet(text)) ?? flagCode(text) ?? byName.get(foldCompact(repairMisread(text))) ?? null;

const known = new Map<string, CountryRead>();

/**
 * The country of a name or code, tolerant of case, accents, spelling of old and new names, inversion and misread
 * encodings, in English and Persian; what is not known keeps its name and has no code.
 * @param cell cleaned by `cleanText`, not blank
 */
export const readCountry = (cell: string): CountryRead => {
  const remembered = known.get(cell);
  if (remembered !== undefined) return remembered;
  const reading: CountryRead = { code: find(cell), asGiven: cell };
  if (known.size < 5000) known.set(cell, reading);
  return reading;
};
