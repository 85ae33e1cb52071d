import { hash53 } from './hash.ts';
import { foldWords, hasWord } from './normalise.ts';
import { cleanText, fromSafeCell, shorten } from './text.ts';
import type { FileProblem, HeaderColumn } from './types.ts';

/** A spreadsheet has 16,384 columns (Excel); no delivery history has a twentieth of it. */
const mostColumns = 1000;

/** What was made of a header that could not stay as it was. */
interface HeaderNote {
  readonly code: 'duplicate' | 'blank' | 'too-long';
  readonly letter: string;
  readonly given: string;
  readonly name: string;
}

export type HeaderReading =
  | { readonly ok: true; readonly columns: readonly HeaderColumn[]; readonly notes: readonly HeaderNote[] }
  | { readonly ok: false; readonly problem: FileProblem };

/** Spreadsheet letters of a column counted from 0: 0 → A, 26 → AA. */
export const columnLetter = (index: number): string => {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetter(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
};

const numberWords = new Set(['number', 'num', 'nr', 'nbr', 'nos', 'numbers']);

/** A header name for comparing: folded, punctuation away, `#`, `№`, `Nr.` and `Number` all as `no`. */
export const normaliseHeader = (header: string): string =>
  foldWords(header.replace(/[#№]/gu, ' no '))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => (numberWords.has(word) ? 'no' : word))
    .join(' ');

const longestName = 120;

/**
 * The columns of a file from its first record. Blank headers take the name of their column letter, repeated ones a
 * number; both are told. A record without a single word is no header.
 */
export const readHeader = (record: readonly string[]): HeaderReading => {
  if (record.length > mostColumns) return { ok: false, problem: { code: 'too-many-columns', params: { count: record.length, limit: mostColumns } } };
  const last = record.findLastIndex((cell) => cleanText(cell) !== '');
  if (!record.some(hasWord)) return { ok: false, problem: { code: 'no-header', params: {} } };
  const columns: HeaderColumn[] = [];
  const notes: HeaderNote[] = [];
  const taken = new Set<string>();
  for (const [index, cell] of record.slice(0, last + 1).entries()) {
    const given = cleanText(fromSafeCell(cell));
    const letter = columnLetter(index);
    const wished = given === '' ? letter : shorten(given, longestName);
    let name = wished;
    for (let count = 2; taken.has(name); count += 1) name = `${wished} (${count})`;
    taken.add(name);
    columns.push({ index, letter, name, given });
    if (given === '') notes.push({ code: 'blank', letter, given, name });
    else if (name !== wished) notes.push({ code: 'duplicate', letter, given, name });
    else if (name !== given) notes.push({ code: 'too-long', letter, given: shorten(given), name });
  }
  return { ok: true, columns, notes };
};

/** What tells files of one kind: their header names, however spelt and in whatever order. 14 hexadecimal digits. */
export const headerFingerprint = (columns: readonly Pick<HeaderColumn, 'name'>[]): string =>
  hash53(
    columns
      .map((column) => normaliseHeader(column.name))
      .toSorted()
      .join('\n'),
  )
    .toString(16)
    .padStart(14, '0');
