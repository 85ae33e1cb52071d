import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { csvErrorToFileProblem, csvReadOptions, largestRecord } from '#shared/domain/importing/index.ts';
import type { Delimiter, Encoding, FileProblem } from '#shared/domain/importing/index.ts';

/** Why a file cannot be cut into records; `problem` has words for the person, and the row it happened in. */
export class TableError extends Error {
  readonly problem: FileProblem;

  constructor(problem: FileProblem, cause?: unknown) {
    super(`The table cannot be read: ${problem.code}`, { cause });
    this.name = 'TableError';
    this.problem = problem;
  }
}

export interface TableSource {
  readonly path: string;
  readonly encoding: Encoding;
  readonly bomLength: number;
  readonly delimiter: Delimiter;
}

/** Consecutive records; `firstRow` is the spreadsheet row of the first one, counted from 1. */
export interface RecordBatch {
  readonly records: readonly (readonly string[])[];
  readonly firstRow: number;
}

/** About 10 ms of cutting; while the next chunk is read from the disk, other requests have their turn. */
const chunkBytes = 256 * 1024;
const batchRecords = 1000;

/**
 * All records of the file, blank ones too, so that the n-th record is row n of a spreadsheet.
 * Bytes that the encoding does not have become U+FFFD, which the row reader names by row and column.
 * @throws TableError where the quotes or the size of a record make it no table.
 */
export async function* readTable(source: TableSource): AsyncGenerator<RecordBatch, void, undefined> {
  const parser = parse(csvReadOptions(source.delimiter));
  const file = createReadStream(source.path, { start: source.bomLength, highWaterMark: chunkBytes });
  const text = (chunks: AsyncIterable<Uint8Array>): AsyncIterable<string> => boundRecords(decode(chunks, source.encoding), parser.info);
  // The callback has nothing to do: whatever goes wrong on the way destroys the parser, and the loop below throws it.
  const cut: AsyncIterable<string[]> = pipeline(file, text, parser, () => undefined);
  let firstRow = 1;
  let records: string[][] = [];
  try {
    for await (const record of cut) {
      records.push(record);
      if (records.length < batchRecords) continue;
      yield { records, firstRow };
      firstRow += records.length;
      records = [];
    }
  } catch (error) {
    throw (error instanceof CsvError && toTableError(error)) || error;
  }
  if (records.length > 0) yield { records, firstRow };
}

async function* decode(chunks: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/**
 * Lets text through to the parser as long as records end in it. The bound of csv-parse itself (`max_record_size`) counts
 * no delimiters: a file of nothing else would fill the memory with empty cells.
 */
async function* boundRecords(chunks: AsyncIterable<string>, parsed: { readonly records: number }): AsyncGenerator<string> {
  let records = 0;
  let length = 0;
  for await (const chunk of chunks) {
    if (parsed.records > records) {
      ({ records } = parsed);
      length = 0;
    }
    length += chunk.length;
    if (length > largestRecord) throw new TableError({ code: 'cell-too-large', params: { row: records + 1, limit: largestRecord } });
    yield chunk;
  }
}

/** The numbers of a csv-parse error are beside its types: whole records before the error, and the place in the record. */
function toTableError(error: CsvError): TableError | null {
  const { code, records, column }: CsvError & { readonly records?: unknown; readonly column?: unknown } = error;
  if (typeof records !== 'number' || typeof column !== 'number') return null;
  const problem = csvErrorToFileProblem({ code, records, column });
  return problem && new TableError(problem, error);
}

export const isBlankRecord = (record: readonly string[]): boolean => record.every((cell) => cell.trim() === '');
