import { parse } from 'csv-parse/sync';
import {
  createColumnProfiler,
  csvReadOptions,
  detectDelimiter,
  detectEncoding,
  readHeader,
  sampleRanges,
} from '#shared/domain/importing/index.ts';
import type { ColumnProfile, Delimiter, Encoding, FileProblem, HeaderColumn } from '#shared/domain/importing/index.ts';

export type Table =
  | {
      readonly ok: true;
      readonly encoding: Encoding;
      readonly delimiter: Delimiter;
      readonly columns: readonly HeaderColumn[];
      readonly records: readonly (readonly string[])[];
      /** Spreadsheet row of `records[0]`. */
      readonly firstRow: number;
      readonly profiles: readonly ColumnProfile[];
    }
  | { readonly ok: false; readonly problem: FileProblem };

/** The whole way from bytes to columns and records, as the data host goes it, with the platform's decoder and parser. */
export const readTable = (bytes: Uint8Array, importYear = 2026): Table => {
  const samples = sampleRanges(bytes.length).map(({ offset, length }) => ({ offset, bytes: bytes.subarray(offset, offset + length) }));
  const found = detectEncoding(samples);
  if (!found.ok) return found;
  const text = new TextDecoder(found.encoding).decode(bytes.subarray(found.bomLength));
  const { delimiter, hasSeparatorLine } = detectDelimiter(text.slice(0, 200_000), text.length <= 200_000);
  const all: readonly string[][] = parse(text, csvReadOptions(delimiter));
  const [header = [], ...records] = hasSeparatorLine ? all.slice(1) : all;
  const reading = readHeader(header);
  if (!reading.ok) return reading;
  const profilers = reading.columns.map((column) => createColumnProfiler(column, importYear));
  for (const record of records) for (const [index, profiler] of profilers.entries()) profiler.add(record[index] ?? '');
  return {
    ok: true,
    encoding: found.encoding,
    delimiter,
    columns: reading.columns,
    records,
    firstRow: hasSeparatorLine ? 3 : 2,
    profiles: profilers.map((profiler) => profiler.finish()),
  };
};

/** A table that must be readable: a test that gets none fails with the reason. */
export const mustReadTable = (bytes: Uint8Array): Extract<Table, { ok: true }> => {
  const table = readTable(bytes);
  if (!table.ok) throw new Error(`Not a table: ${table.problem.code}`);
  return table;
};

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
