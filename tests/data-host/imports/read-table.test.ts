import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TableError, readTable } from '#electron/data-host/imports/read-table.ts';
import type { RecordBatch, TableSource } from '#electron/data-host/imports/read-table.ts';
import { delimiters, largestRecord } from '#shared/domain/importing/index.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'peyvand-table-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

type Form = Partial<Omit<TableSource, 'path'>>;

const batchesOf = (content: string | Uint8Array, form: Form = {}): AsyncGenerator<RecordBatch> => {
  const file = path.join(folder, 'table.csv');
  writeFileSync(file, content);
  return readTable({ path: file, encoding: 'utf-8', bomLength: 0, delimiter: ',', ...form });
};

/** All records; each batch must begin where the one before ended. */
async function recordsOf(content: string | Uint8Array, form?: Form): Promise<(readonly string[])[]> {
  const records: (readonly string[])[] = [];
  for await (const batch of batchesOf(content, form)) {
    expect(batch.firstRow).toBe(records.length + 1);
    records.push(...batch.records);
  }
  return records;
}

async function problemOf(content: string | Uint8Array): Promise<unknown> {
  try {
    await recordsOf(content);
  } catch (error) {
    if (error instanceof TableError) return error.problem;
    throw error;
  }
  return 'no problem';
}

describe('reading a file as records', () => {
  it('gives back any table that csv-stringify writes', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', 'ق', '😀', '"', ',', ';', '\t', '|', '\n', '\r', ' ', '='), maxLength: 8 });
    const tables = fc.integer({ min: 1, max: 5 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }));
    await fc.assert(
      fc.asyncProperty(tables, fc.constantFrom(...delimiters), fc.constantFrom('\n', '\r\n', '\r'), async (table, delimiter, lineEnd) => {
        expect(await recordsOf(stringify(table, { delimiter, record_delimiter: lineEnd, quoted: true }), { delimiter })).toEqual(table);
      }),
      { numRuns: 200 },
    );
  });

  const long = Array.from({ length: 12_000 }, (_, index) => [`${index}`, 'کولیس "۱۵ سانتی‌متر"', `${'é'.repeat(index % 7)}\r\n`, index % 3 === 0 ? '' : 'a,b']);

  // The file is read by chunks of 256 KiB: somewhere in these a chunk ends inside a letter, a line end, a pair of quotes.
  it.each([0, 1, 2, 3, 4, 5, 6, 7])('does not care where a chunk of the file ends: all moved by %i bytes', async (shift) => {
    const table = [['x'.repeat(shift), '', '', ''], ...long];
    const text = stringify(table, { record_delimiter: '\r\n' });
    expect(Buffer.byteLength(text)).toBeGreaterThan(2 * 256 * 1024);
    expect(await recordsOf(text)).toEqual(table);
  });

  it.each(['utf-16le', 'utf-16be', 'windows-1256', 'windows-1252'] as const)('reads %s, past its mark', async (encoding) => {
    const text = encoding === 'windows-1252' ? 'é,"ü"\r\nß,12" œ' : 'کد,"نام"\r\nA,12" گچ';
    const expected = encoding === 'windows-1252' ? [['é', 'ü'], ['ß', '12" œ']] : [['کد', 'نام'], ['A', '12" گچ']];
    const windows = encoding.startsWith('windows');
    const bytes = iconv.encode(text, encoding, { addBOM: !windows });
    expect(await recordsOf(bytes, { encoding, bomLength: windows ? 0 : 2 })).toEqual(expected);
  });

  it.each([
    ['inch marks in the middle of a cell', 'a,12" gauge,b\n', [['a', '12" gauge', 'b']]],
    ['inch marks in a quoted cell that nobody doubled', '"12" gauge",b\nc,d\n', [['"12" gauge"', 'b'], ['c', 'd']]],
    ['text after a closing quote', '"ab"c,d\n', [['"ab"c', 'd']]],
    ['mixed line ends', 'a\r\nb\rc\nd', [['a'], ['b'], ['c'], ['d']]],
    ['a blank line, which keeps its number', 'a\n\nb\n', [['a'], [''], ['b']]],
    ['rows too short and too long', 'a,b\nc\nd,e,f\n', [['a', 'b'], ['c'], ['d', 'e', 'f']]],
    ['a line end inside quotes', '"a\r\nb",c\n', [['a\r\nb', 'c']]],
    ['spaces around cells', ' a , "b"\n', [[' a ', ' "b"']]],
    ['a delimiter at the end', 'a,\n', [['a', '']]],
    ['no line end at the end', 'a,"b"', [['a', 'b']]],
    ['nothing', '', []],
  ])('takes %s as it stands', async (_, text, records) => {
    expect(await recordsOf(text)).toEqual(records);
  });

  it('names the row and the column of a quote that is never closed, counting a record of two lines as one row', async () => {
    expect(await problemOf('a,b\nc,d\ne,"f\ng,h\n')).toEqual({ code: 'quote-not-closed', params: { row: 3, column: 'B' } });
    expect(await problemOf('a,"b\nb"\n\n"c",d,"e\n')).toEqual({ code: 'quote-not-closed', params: { row: 3, column: 'C' } });
  });

  it.each([
    ['in quotes', 'a,b\nc,"', 'x,'],
    ['without a line end', 'a,b\nc', 'x'],
    ['of ever more cells', 'a,b\nc', ','],
  ])('gives up on a record %s that would fill the memory, with its row, before the file ends', async (_, head, filling) => {
    const begun = performance.now();
    expect(await problemOf(head + filling.repeat((64 * 1024 * 1024) / filling.length))).toEqual({ code: 'cell-too-large', params: { row: 2, limit: largestRecord } });
    expect(performance.now() - begun).toBeLessThan(5000);
  });

  it('takes a cell of a million characters of any script', async () => {
    const cell = 'ق'.repeat(1_000_000);
    expect(await recordsOf(`a,b\n${cell},c\n`)).toEqual([['a', 'b'], [cell, 'c']]);
  });

  it('lets go of the file when the reader stops early, and passes on what the disk says', async () => {
    for await (const batch of batchesOf('a,b\n'.repeat(200_000))) {
      expect(batch.records.length).toBeGreaterThan(0);
      break;
    }
    const missing = readTable({ path: path.join(folder, 'missing.csv'), encoding: 'utf-8', bomLength: 0, delimiter: ',' });
    await expect(missing.next()).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
