import { maximumPoints } from '#shared/contract/certificates.ts';
import { foldDigits } from '#shared/domain/importing/index.ts';
import { rowOf } from '../working.ts';
import type { PointRow } from '../working.ts';
import { nextLike, textColumns, writeCell } from './cells.ts';
import type { CellColumn } from './cells.ts';

/** Cells of a sheet as the clipboard carries them: Excel's quoted cells with line breaks inside, or lines of CSV. */
export function readTable(text: string): readonly (readonly string[])[] {
  const whole = text.replaceAll(/\r\n?/gu, '\n').replace(/\n$/u, '');
  // A comma between figures is a decimal sign; only where points are that too can it part cells.
  const separator = whole.includes('\t') ? '\t' : whole.includes(';') ? ';' : /\d\.\d[^\n]*,|,[^\n]*\d\.\d/u.test(whole) ? ',' : '\t';
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < whole.length; at += 1) {
    const character = whole.charAt(at);
    if (isQuoted) {
      if (character !== '"') cell += character;
      else if (whole.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (character === '"' && cell === '') isQuoted = true;
    else if (character === separator || character === '\n') {
      row.push(cell);
      cell = '';
      if (character === '\n') {
        rows.push(row);
        row = [];
      }
    } else cell += character;
  }
  rows.push([...row, cell]);
  return rows;
}

/** What a comma between three digits means: nobody but the person knows. */
export type CommaMeaning = 'decimal' | 'thousands';

const clear = (typed: string, meaning: CommaMeaning | null): string => {
  if (meaning === null) return typed;
  return meaning === 'decimal' ? foldDigits(typed).replace(',', '.') : typed.replaceAll(',', '');
};

export interface Pasted {
  readonly rows: readonly PointRow[];
  /** Cells that took what came. */
  readonly written: number;
  /** Cells that did not, by `rowId:column`, with what was there. */
  readonly unread: Readonly<Record<string, string>>;
  /** An example of a number that can be read in two ways; null where none is left. */
  readonly ambiguous: string | null;
  /** Rows that found no room. */
  readonly leftOut: number;
}

/** Puts a table over the points, from a row and column on; rows that are missing are made like the last one. */
export function pasteInto(rows: readonly PointRow[], table: readonly (readonly string[])[], at: { readonly row: number; readonly column: CellColumn }, columns: readonly CellColumn[], meaning: CommaMeaning | null): Pasted {
  const room = Math.min(table.length, maximumPoints - at.row);
  const next = [...rows];
  while (next.length < at.row + room) next.push(rowOf(nextLike(next.at(-1)?.point)));
  const unread: Record<string, string> = {};
  let ambiguous: string | null = null;
  let written = 0;
  const first = columns.indexOf(at.column);
  for (const [line, cells] of table.slice(0, room).entries()) {
    const row = next[at.row + line];
    if (row === undefined) continue;
    let { point } = row;
    for (const [offset, cell] of cells.entries()) {
      const column = columns[first + offset];
      if (column === undefined || column === 'stage') continue;
      let outcome = writeCell(point, column, cell.trim());
      if (outcome.kind === 'problem' && outcome.problem === 'ambiguous') {
        if (meaning === null) ambiguous ??= cell.trim();
        outcome = writeCell(point, column, clear(cell.trim(), meaning));
      }
      if (outcome.kind === 'written') {
        ({ point } = outcome);
        written += 1;
      } else if (!textColumns.has(column)) unread[`${row.id}:${column}`] = cell.trim();
    }
    next[at.row + line] = { id: row.id, point };
  }
  return { rows: next, written, unread, ambiguous, leftOut: table.length - room };
}
