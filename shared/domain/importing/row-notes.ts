import type { CellReaders, RowContext } from './cells.ts';
import { shorten } from './text.ts';
import type { FieldKey, MessageParams, ProblemCode, WarningCode } from './types.ts';

/** Tells why a row cannot be taken, and reads as null. A blank that is blank because its cell was refused is told once. */
export const tell = (row: RowContext, readers: CellReaders, field: FieldKey, code: ProblemCode, value = '', params: MessageParams = {}): null => {
  if (code === 'required-blank' && row.problems.some((problem) => problem.field === field)) return null;
  row.problems.push({ rowNumber: row.rowNumber, column: readers.columnOf(field), field, code, value: shorten(value), params });
  return null;
};

/** Tells what is odd about a row that is taken all the same. */
export const doubt = (row: RowContext, readers: CellReaders, field: FieldKey, code: WarningCode, value: string, params: MessageParams = {}): void => {
  row.warnings.push({ rowNumber: row.rowNumber, column: readers.columnOf(field), field, code, value: shorten(value), params });
};
