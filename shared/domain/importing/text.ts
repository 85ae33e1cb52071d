import type { ProblemCode } from './types.ts';

/** The longest cell a spreadsheet can hold (Excel specifications and limits), in UTF-16 units. */
export const longestCell = 32_767;

const marks = /[\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;
// Everything that needs any work at all: the rest, nearly every cell, is returned as it came.
const needsCleaning = /^\s|\s$|[^\S ]|\s\s|[\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/u;
const controls = /[^\P{Cc}\t\n\r]/u;

/** A cell as text: trimmed, runs of blanks (no-break and line ends too) made one, direction marks taken out. */
export const cleanText = (cell: string): string =>
  needsCleaning.test(cell) ? cell.replace(marks, '').replace(/\s+/gu, ' ').trim() : cell;

/** An identifying text: `cleanText` without joiners, which are invisible and would make two codes of one. */
export const cleanCode = (cell: string): string => cleanText(cell).replace(/[\u200B-\u200D\u00AD]/gu, '');

/** What no cell may be, whatever its column: too long, undecodable, or holding control characters. Null when it is well. */
export const cellProblem = (cell: string): ProblemCode | null => {
  if (cell.length > longestCell) return 'cell-too-long';
  if (cell.includes('\uFFFD')) return 'undecodable';
  return controls.test(cell) ? 'control-characters' : null;
};

/** A value for the eye in a message: one line, no control characters, at most `limit` characters. */
export const shorten = (value: string, limit = 60): string => {
  const start = value.slice(0, limit * 4).replace(/[\p{Cc}\s]+/gu, ' ').trim();
  const characters = Array.from(start);
  return characters.length > limit || value.length > limit * 4 ? `${characters.slice(0, limit).join('').trimEnd()}…` : start;
};

const runsInSpreadsheet = /^'*[=+\-@\t\r\n＝＋－＠]/u;
const markedAsText = /^'+[=+\-@\t\r\n＝＋－＠]/u;

/**
 * A cell that no spreadsheet runs as a formula (OWASP, CSV Injection): what begins with = + - @, tab or a line end is
 * marked as text by an apostrophe; what already looks marked gets one more, so that `fromSafeCell` gives it back exactly.
 */
export const toSafeCell = (value: string): string => (runsInSpreadsheet.test(value) ? `'${value}` : value);

/** The inverse of `toSafeCell`: takes one text mark away. */
export const fromSafeCell = (cell: string): string => (markedAsText.test(cell) ? cell.slice(1) : cell);
