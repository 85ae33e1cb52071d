import { readCountry } from './countries.ts';
import { readCurrency } from './currencies.ts';
import { createDayEvidence, profileDays } from './day-profile.ts';
import { readIncoterm } from './incoterms.ts';
import { readMode } from './modes.ts';
import { foldWords, hasWord } from './normalise.ts';
import { profileNumbers } from './number-profile.ts';
import { cleanText, fromSafeCell, shorten } from './text.ts';
import type { ColumnProfile, HeaderColumn } from './types.ts';

/** Distinct values of a column that are kept; beyond them only the evidence for dates is still gathered. */
const distinctLimit = 5000;
const exampleCount = 5;
const longestKept = 200;

export interface ColumnProfiler {
  /** Takes the next cell of the column, as it came from the file. */
  add: (cell: string) => void;
  finish: () => ColumnProfile;
}

const emailLike = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/u;
const hasDigit = /[\d\u0660-\u0669\u06F0-\u06F9]/u;

/**
 * Watches one column through the file, in bounded memory. Feed it every row where that can be afforded: the order of day
 * and month is often proved by one cell among thousands.
 * @param importYear Gregorian year of the import, for two-digit years
 */
export const createColumnProfiler = (column: HeaderColumn, importYear: number): ColumnProfiler => {
  // By the raw text, so that a cell seen before costs one look-up and is not cleaned again.
  const entries = new Map<string, { readonly cell: string; times: number }>();
  const days = createDayEvidence();
  let cells = 0;
  let blank = 0;
  let hasDays: boolean | null = null;

  const add = (raw: string): void => {
    cells += 1;
    const entry = entries.get(raw);
    if (entry !== undefined) {
      entry.times += 1;
      return;
    }
    if (raw === '') {
      blank += 1;
      return;
    }
    if (entries.size >= distinctLimit) {
      // A column of five thousand names will not become one of dates; one of dates may still prove its order.
      hasDays ??= profileDays(distinctOf(entries.values()), createDayEvidence(), importYear).readable > 0;
      if (hasDays) days.note(cleanText(raw.slice(0, longestKept)), 1);
      else if (raw.trim() === '') blank += 1;
      return;
    }
    const cell = cleanText(fromSafeCell(raw.slice(0, longestKept)));
    if (cell === '') blank += 1;
    else entries.set(raw, { cell, times: 1 });
  };

  const finish = (): ColumnProfile => {
    const distinct = distinctOf(entries.values());
    for (const [cell, times] of distinct) if (hasDigit.test(cell)) days.note(cell, times);
    const day = profileDays(distinct, days, importYear);
    const number = profileNumbers(distinct);
    return {
      column,
      cells,
      blank,
      examined: count(distinct, () => true),
      distinct: distinct.size,
      examples: [...distinct.keys()].slice(0, exampleCount).map((cell) => shorten(cell)),
      day,
      number,
      countries: count(distinct, (cell) => readCountry(cell).code !== null),
      currencies: count(distinct, (cell) => readCurrency(cell) !== null),
      incoterms: count(distinct, (cell) => readIncoterm(cell).incoterm.status !== 'unknown'),
      modes: count(distinct, (cell) => readMode(cell).status !== 'unknown'),
      emails: count(distinct, (cell) => emailLike.test(cell)),
      wordless: count(distinct, (cell) => !hasWord(cell)),
      proposedMissingWords: missingWords(distinct),
    };
  };
  return { add, finish };
};

const distinctOf = (entries: Iterable<{ readonly cell: string; readonly times: number }>): ReadonlyMap<string, number> => {
  const distinct = new Map<string, number>();
  for (const { cell, times } of entries) distinct.set(cell, (distinct.get(cell) ?? 0) + times);
  return distinct;
};

const count = (cells: ReadonlyMap<string, number>, holds: (cell: string) => boolean): number => {
  let total = 0;
  for (const [cell, times] of cells) if (holds(cell)) total += times;
  return total;
};

/** Sayings that stand in for a value: no digit in them, few of them, and repeated or known as such. */
const missingWords = (cells: ReadonlyMap<string, number>): ColumnProfile['proposedMissingWords'] => {
  const wordy = [...cells].filter(([cell]) => !hasDigit.test(cell) && cell.length <= 60);
  if (wordy.length > 10) return [];
  return wordy
    .filter(([cell, times]) => hasWord(cell) && (times > 1 || isSaying(cell)))
    .map(([word, times]) => ({ word, count: times }))
    .toSorted((one, other) => other.count - one.count || (one.word < other.word ? -1 : 1));
};

const sayings = new Set(['n/a', 'na', 'none', 'null', 'nil', 'unknown', 'tbd', 'tbc', 'pending', 'not captured', 'date not captured', 'ندارد', 'نامشخص', 'نامعلوم', 'ثبت نشده']);
const isSaying = (cell: string): boolean => sayings.has(foldWords(cell));
