import { columnLetter } from './header.ts';
import type { Delimiter, FileProblem } from './types.ts';

/** Largest record a reader takes in memory, in characters: a million-character cell is still told by row and column. */
export const largestRecord = 4_000_000;

/**
 * Options for csv-parse. Line ends of any kind, mixed, end a record; blank lines stay records, so that the n-th record is
 * row n of a spreadsheet; ragged rows and stray quotes (`12" gauge`) are given through, for the rules to name.
 */
export const csvReadOptions = (delimiter: Delimiter) => ({
  bom: true,
  delimiter,
  record_delimiter: ['\r\n', '\n', '\r'],
  quote: '"',
  escape: '"',
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: false,
  trim: false,
});

interface CsvFailure {
  readonly code: string;
  /** Whole records before it. */
  readonly records: number;
  /** Place of the cell in its record, from 0. */
  readonly column: number;
}

/** A reader's own error (csv-parse `CsvError`) as a problem of the file; null where it is not one of the table's making. */
export const csvErrorToFileProblem = ({ code, records, column }: CsvFailure): FileProblem | null =>
  code === 'CSV_QUOTE_NOT_CLOSED' ? { code: 'quote-not-closed', params: { row: records + 1, column: columnLetter(column) } } : null;
