import { createReadStream } from 'node:fs';
import type { Delimiter, Encoding } from '#shared/domain/importing/index.ts';
import { RecordSplitter } from './csv-records.ts';

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
  /** Bytes of the file read so far. */
  readonly bytesRead: number;
}

const chunkBytes = 256 * 1024;

/**
 * All records of the file, blank ones too, in batches of a few milliseconds' work; other requests run between them.
 * Bytes that the encoding does not have become U+FFFD, which the row reader names by row and column.
 * @throws TableError where the quotes or the size of a record make it no table.
 */
export async function* readTable(source: TableSource): AsyncGenerator<RecordBatch, void, undefined> {
  const decoder = new TextDecoder(source.encoding);
  const splitter = new RecordSplitter(source.delimiter);
  let firstRow = 1;
  let bytesRead = source.bomLength;
  const batch = (records: readonly (readonly string[])[]): RecordBatch => {
    const made = { records, firstRow, bytesRead };
    firstRow += records.length;
    return made;
  };
  const stream = createReadStream(source.path, { start: source.bomLength, highWaterMark: chunkBytes });
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    bytesRead += chunk.length;
    yield batch(splitter.push(decoder.decode(chunk, { stream: true })));
  }
  yield batch(splitter.end(decoder.decode()));
}

export const isBlankRecord = (record: readonly string[]): boolean => record.every((cell) => cell.trim() === '');
