import { isFillingWord, monthOfName } from './month-names.ts';
import { foldDigits, foldWords } from './normalise.ts';

/**
 * What a text says of a day before its column is asked anything: a day whose parts are known (`named`), three numbers
 * whose order the column decides (`numbers`), or a bare number that may be a spreadsheet's day count (`serial`).
 */
export type DayForm =
  | {
      readonly kind: 'named';
      /** Null where a four-digit year decides. */
      readonly calendar: 'gregorian' | 'jalali' | null;
      readonly year: number;
      readonly yearDigits: number;
      readonly month: number;
      readonly day: number;
      readonly pattern: string;
    }
  | {
      readonly kind: 'numbers';
      readonly first: number;
      readonly second: number;
      readonly third: number;
      /** 4: the third is the year. 2: any of first and third may be. */
      readonly thirdDigits: number;
      readonly isPadded: boolean;
      readonly separator: string;
      readonly pattern: string;
    }
  | { readonly kind: 'serial'; readonly days: number; readonly pattern: string };

const separator = String.raw`\s?[-/.\u2010-\u2014\u2212\u2044\uFF0F]\s?`;
const yearFirst = new RegExp(String.raw`^(\d{4})(?:${separator}|\s)(\d{1,2})(?:${separator}|\s)(\d{1,2})$`, 'u');
const compact = /^(\d{4})(\d{2})(\d{2})$/u;
const yearLast = new RegExp(String.raw`^(\d{1,2})(${separator}|\s)(\d{1,2})(?:${separator}|\s)(\d{4}|\d{2})$`, 'u');
const serial = /^(\d{5})(?:\.\d+)?$/u;
// The clock after a day, with its zone: the day is the one that stands there, wherever that was.
const timePart = /(?:[T,]\s?|\s)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s?(?:[ap]\.?m\.?|ق\.?ظ\.?|ب\.?ظ\.?|صبح|عصر|ظهر)?\s?(?:z|utc|gmt)?\s?(?:[+-]\d{2}:?\d{2})?$/iu;

/** Numbers and words of a day that is written out: `2nd June 2006`, `۱۷ مهر ۱۴۰۳`, `Jun-2-06`, `02JUN2006`. */
const readNamed = (text: string): DayForm | null => {
  const parts = foldWords(text)
    .split(/[^\p{L}\p{N}]+|(?<=\d)(?=\p{L})|(?<=\p{L})(?=\d)/u)
    .filter((part) => part !== '');
  const numbers: string[] = [];
  let month: ReturnType<typeof monthOfName> = null;
  let place = 0;
  for (const part of parts) {
    if (/^\d+$/u.test(part)) {
      numbers.push(part);
      continue;
    }
    const named = monthOfName(part);
    if (named !== null && month === null) {
      month = named;
      place = numbers.length;
    } else if (!isFillingWord(part) && !/^(?:st|nd|rd|th|ام|م)$/u.test(part)) return null;
  }
  const [one, two] = numbers;
  if (month === null || one === undefined || two === undefined || numbers.length !== 2 || place > 1) return null;
  const isYearFirst = one.length === 4 && two.length <= 2;
  const year = isYearFirst ? one : two;
  const day = isYearFirst ? two : one;
  if (day.length > 2 || (year.length !== 2 && year.length !== 4)) return null;
  const mark = 'y'.repeat(year.length);
  const pattern = isYearFirst ? `${mark} MMM d` : place === 0 ? `MMM d ${mark}` : `d MMM ${mark}`;
  return { kind: 'named', calendar: month.calendar, year: Number(year), yearDigits: year.length, month: month.month, day: Number(day), pattern };
};

/** The form of a cell (cleaned by `cleanText`), or null where it is no day in any form we know. */
export const readDayForm = (cell: string): DayForm | null => {
  const folded = foldDigits(cell);
  const text = (folded.includes(':') ? folded.replace(timePart, '') : folded).trim();
  const isoLike = yearFirst.exec(text) ?? compact.exec(text);
  if (isoLike !== null) {
    const [, year, month, day] = isoLike;
    const pattern = text.length === 8 && !/\D/u.test(text) ? 'yyyyMMdd' : `yyyy${text[4] ?? ''}MM${text[4] ?? ''}dd`;
    return { kind: 'named', calendar: null, year: Number(year), yearDigits: 4, month: Number(month), day: Number(day), pattern };
  }
  const short = yearLast.exec(text);
  if (short !== null) {
    const [, first = '', mark = '', second = '', third = ''] = short;
    const sign = mark.trim() || ' ';
    const isPadded = first.length === 2 && second.length === 2;
    return {
      kind: 'numbers',
      first: Number(first),
      second: Number(second),
      third: Number(third),
      thirdDigits: third.length,
      isPadded,
      separator: sign,
      pattern: `${isPadded ? '00' : '0'}${sign}${isPadded ? '00' : '0'}${sign}${'y'.repeat(third.length)}`,
    };
  }
  const count = serial.exec(text);
  if (count !== null) return { kind: 'serial', days: Number(count[1]), pattern: '00000' };
  return /\d/u.test(text) && /\p{L}/u.test(text) && text.length <= 60 ? readNamed(text) : null;
};
