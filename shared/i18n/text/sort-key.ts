import { normaliseForSearch } from './search.ts';

/** The Persian alphabet as CLDR sorts it; Unicode's order has پ چ ژ ک گ ی after all the Arabic letters. */
const persianAlphabet = 'آاءبپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی';
const firstSlot = 0x0620;
/** Search folds the madda away, but alef with madda sorts as a letter of its own: it is kept aside as a private letter meanwhile. */
const alefMadda = /\u0622|\u0627\u0653/gu;
const keptAside = '\uE000';
const slots: ReadonlyMap<string, string> = new Map(
  Array.from(persianAlphabet, (letter, index) => [letter === 'آ' ? keptAside : letter, String.fromCharCode(firstSlot + index)]),
);

const longestRun = 40;
/** A number's length before its digits: 9 < 10 < 100, and every number before every letter. */
const numberKey = (digits: string): string => {
  const value = digits.replace(/^0+(?=\d)/u, '');
  return String.fromCharCode(0x30 + Math.min(value.length, longestRun)) + value;
};

/**
 * A text whose plain binary order is the order in which people look names up: Persian letters in the Persian alphabet,
 * Latin ones without regard to case and accent, numbers by value ("2-AF" before "10-AF"), spaces before anything else;
 * Latin stands before Persian. Names that a search would not tell apart may have the same key.
 */
export const sortKey = (text: string): string =>
  normaliseForSearch(text.replaceAll(alefMadda, keptAside))
    .replaceAll(/[0-9]+/gu, numberKey)
    .replaceAll(/[\uE000\u0621-\u06CC]/gu, (letter) => slots.get(letter) ?? letter);
