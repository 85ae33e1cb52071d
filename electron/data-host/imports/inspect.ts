import { maximumFileBytes } from '#shared/contract/imports.ts';
import type { Inspection } from '#shared/contract/imports.ts';
import {
  builtInTemplates, createColumnProfiler, detectDelimiter, detectEncoding, guessKind, matchTemplate, readHeader, sampleRanges, templateFromGuess,
} from '#shared/domain/importing/index.ts';
import type { ColumnProfile, Delimiter, Encoding, HeaderColumn, Template } from '#shared/domain/importing/index.ts';
import type { Connection } from '../db/store.ts';
import { localDayOf } from '../settings/index.ts';
import { batchOfFile } from './batches.ts';
import { countProblemColumns } from './problem-columns.ts';
import { TableError, isBlankRecord, readTable } from './read-table.ts';
import type { TableSource } from './read-table.ts';
import { allTemplates } from './templates.ts';
import type { Upload, Uploads } from './uploads.ts';

const sampleRows = 20;
const sampleCellLength = 200;
/** Of the decoded beginning: enough for a few hundred records, which tell the delimiter. */
const headBytes = 256 * 1024;

interface TableForm extends Omit<TableSource, 'path'> {
  readonly hasSeparatorLine: boolean;
}

const megabytes = (bytes: number): number => Math.ceil(bytes / (1024 * 1024));

const bytesOf = async (file: Blob, offset: number, length: number): Promise<Uint8Array> =>
  new Uint8Array(await file.slice(offset, offset + length).arrayBuffer());

/** What the person said about the file against what was guessed. */
export interface FormChoice {
  readonly encoding?: Encoding | undefined;
  readonly delimiter?: Delimiter | undefined;
}

/**
 * What kind of text the bytes are, from samples of them: a picture, a workbook or noise is refused before anything is copied.
 * @throws TableError
 */
async function readForm(file: Blob, choice: FormChoice): Promise<TableForm> {
  if (file.size > maximumFileBytes) {
    throw new TableError({ code: 'too-large', params: { size: megabytes(file.size), limit: megabytes(maximumFileBytes) } });
  }
  const samples = [];
  for (const { offset, length } of sampleRanges(file.size)) samples.push({ offset, bytes: await bytesOf(file, offset, length) });
  const detected = detectEncoding(samples);
  if (!detected.ok) throw new TableError(detected.problem);
  const encoding = choice.encoding ?? detected.encoding;
  const head = await bytesOf(file, detected.bomLength, headBytes);
  // A character that the end of the sample cuts waits in the decoder.
  const text = new TextDecoder(encoding).decode(head, { stream: true });
  const { delimiter, hasSeparatorLine } = detectDelimiter(text, file.size <= headBytes);
  return { encoding, bomLength: detected.bomLength, delimiter: choice.delimiter ?? delimiter, hasSeparatorLine };
}

interface Understood {
  readonly headerRow: number;
  readonly leadingColumns: number;
  readonly columns: readonly HeaderColumn[];
  readonly rowCount: number;
  readonly profiles: readonly ColumnProfile[];
  readonly sample: readonly (readonly string[])[];
}

/** Reads the whole file once: its header, how many rows it has, and what each column holds. */
async function understand(source: TableSource, hasSeparatorLine: boolean, importYear: number, signal: AbortSignal | undefined): Promise<Understood> {
  let headerRow = 0;
  let leadingColumns = 0;
  let columns: readonly HeaderColumn[] = [];
  let profilers: readonly ReturnType<typeof createColumnProfiler>[] = [];
  let rowCount = 0;
  const sample: (readonly string[])[] = [];
  for await (const { records, firstRow } of readTable(source)) {
    signal?.throwIfAborted();
    for (const [index, record] of records.entries()) {
      if (isBlankRecord(record) || (hasSeparatorLine && firstRow + index === 1)) continue;
      if (headerRow === 0) {
        headerRow = firstRow + index;
        leadingColumns = countProblemColumns(record);
        const header = readHeader(record.slice(leadingColumns));
        if (!header.ok) throw new TableError(header.problem);
        ({ columns } = header);
        profilers = columns.map((column) => createColumnProfiler(column, importYear));
        continue;
      }
      rowCount += 1;
      const cells = leadingColumns === 0 ? record : record.slice(leadingColumns);
      for (const [place, profiler] of profilers.entries()) profiler.add(cells[place] ?? '');
      if (sample.length < sampleRows) sample.push(columns.map((_, place) => (cells[place] ?? '').slice(0, sampleCellLength)));
    }
  }
  if (headerRow === 0) throw new TableError({ code: 'empty', params: {} });
  if (rowCount === 0) throw new TableError({ code: 'no-rows', params: {} });
  return { headerRow, leadingColumns, columns, rowCount, profiles: profilers.map((profiler) => profiler.finish()), sample };
}

function chooseTemplate(profiles: readonly ColumnProfile[], templates: readonly Template[]): Pick<Inspection, 'template' | 'templateOrigin'> {
  const matched = matchTemplate(profiles.map(({ column }) => column), templates);
  if (!matched) return { template: templateFromGuess(guessKind(profiles), profiles, 'guessed', ''), templateOrigin: 'guessed' };
  return { template: matched, templateOrigin: builtInTemplates.includes(matched) ? 'built-in' : 'remembered' };
}

/**
 * Takes a file in and tells what it seems to be.
 * @throws TableError where it is no table, with the reason; nothing of it is kept then.
 */
export async function inspect(
  file: File,
  choice: FormChoice,
  uploads: Uploads,
  connection: Connection,
  now: Date,
  signal: AbortSignal | undefined,
): Promise<Inspection> {
  const { hasSeparatorLine, ...form } = await readForm(file, choice);
  const staged = await uploads.stage(file);
  try {
    const importYear = Number(localDayOf(now).slice(0, 4));
    const { profiles, sample, ...table } = await understand({ ...form, path: staged.path }, hasSeparatorLine, importYear, signal);
    const upload: Upload = {
      id: staged.id, fileName: file.name, sizeBytes: file.size, sha256: staged.sha256, takenInAt: now.toISOString(), ...form, ...table,
      columns: [...table.columns],
    };
    await uploads.keep(upload);
    const templates = allTemplates(connection);
    return {
      uploadId: upload.id, fileName: upload.fileName, sizeBytes: upload.sizeBytes, sha256: upload.sha256, encoding: upload.encoding,
      delimiter: upload.delimiter, rowCount: upload.rowCount, columns: profiles, sample, ...chooseTemplate(profiles, templates), templates,
      importedBefore: batchOfFile(connection, upload.sha256),
    };
  } catch (error) {
    await uploads.discard(staged.id);
    throw error;
  }
}
