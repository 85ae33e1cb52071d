import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { csvErrorToFileProblem, detectDelimiter, fromSafeCell, toSafeCell } from '#shared/domain/importing/index.ts';
import { mustReadTable, readTable, utf8 } from './read-table.ts';

const letters = (text: string): readonly string[] => Array.from(text);

const repertoires: Readonly<Record<string, readonly string[]>> = {
  'utf-8': [...letters('abcXYZ 0123456789'), 'é', 'ß', 'ش', 'ک', 'ی', '۷', '🔧', ',', ';', '|', '"', "'", '\n', '=', '-'],
  'utf-16le': [...letters('abcXYZ 0123456789'), 'ش', 'ک', 'ی', '۷', '🔧', ',', ';', '"', '\n'],
  'utf-16be': [...letters('abcXYZ 0123456789'), 'ش', 'ک', 'ی', '۷', ',', ';', '"', '\n'],
  'windows-1256': [...letters('ابپتسشکگچ '), '0', '7', ',', ';', '"', '\n'],
  'windows-1252': [...letters('abcdeorstu '), 'é', 'ö', 'ç', '0', '7', ',', ';', '"', '\n'],
};

const headers: Readonly<Record<string, readonly string[]>> = {
  'windows-1256': ['کد', 'نام شرکت', 'شرح کالا'],
  'windows-1252': ['Référence', 'Société générale', 'Désignation détaillée'],
};

describe('a table written by another program', () => {
  it.each([
    ['utf-8', false],
    ['utf-8', true],
    ['utf-16le', true],
    ['utf-16be', true],
    ['utf-16le', false],
    ['utf-16be', false],
    ['windows-1256', false],
    ['windows-1252', false],
  ])('comes back cell by cell from %s (byte order mark: %s), whatever the delimiter and the line ends', (encoding, addBOM) => {
    const header = headers[encoding] ?? ['Code', 'Name', 'Item description'];
    const cell = fc.string({ unit: fc.constantFrom(...(repertoires[encoding] ?? [])), maxLength: 12 });
    // A row of blanks alone is a blank line, which readers of tables pass over; real tables have a key.
    const row = fc.tuple(fc.stringMatching(/^[0-9]{3,6}$/u), cell, cell);
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 3, maxLength: 20 }),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n'),
        (rows, delimiter, lineEnd) => {
          const text = stringify([header, ...rows], { delimiter, record_delimiter: lineEnd, quoted_match: /[,;|\t\n\r"]/u });
          const table = mustReadTable(iconv.encode(text, encoding, { addBOM }));
          expect(table.encoding).toBe(encoding);
          expect(table.delimiter).toBe(delimiter);
          expect(table.columns.map((column) => column.name)).toEqual(header);
          expect(table.records).toEqual(rows);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('comes back from the corrected error file: cells made safe for spreadsheets are read as they were', () => {
    const cell = fc.string({ unit: fc.constantFrom('=', '+', '-', '@', "'", '\t', '\r', '\n', 'a', '1', ' ', '＝'), maxLength: 6 });
    fc.assert(
      fc.property(cell, (value) => {
        const safe = toSafeCell(value);
        expect(safe).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/u);
        expect(fromSafeCell(safe)).toBe(value);
      }),
    );
  });
});

describe('detectDelimiter', () => {
  it.each([
    ['a;b;c\n1,5;2,5;3\n4,5;5;6\n', ';', 3],
    ['a,b,c\n"x;y;z;w",2,3\n"x;y;z;w",5,6\n', ',', 3],
    ['a\tb\n1, 2, 3\t4\n', '\t', 2],
    ['a|b|c|d\n1|2|3|4\n', '|', 4],
    ['name\nAnn\nBob\n', ',', 1],
    ['name,text\n"Ann","said ""hi, you"" to; me"\n', ',', 2],
  ])('of %j is %j', (text, delimiter, columns) => {
    expect(detectDelimiter(text, true)).toMatchObject({ delimiter, columns, hasSeparatorLine: false });
  });

  it('believes the line that Excel writes for itself, and counts it as a row', () => {
    const table = mustReadTable(utf8('sep=;\r\nCode;Price\r\nA1;1,5\r\n'));
    expect(table.delimiter).toBe(';');
    expect(table.columns.map((column) => column.name)).toEqual(['Code', 'Price']);
    expect(table.firstRow).toBe(3);
    expect(table.records).toEqual([['A1', '1,5']]);
  });

  it('leaves a record that the sample cuts out of account', () => {
    expect(detectDelimiter('a,b\n1,2\n3,4\n5;6;7;8', false)).toMatchObject({ delimiter: ',', columns: 2, consistency: 1 });
  });
});

describe('a broken table', () => {
  it.each([
    ['CSV_QUOTE_NOT_CLOSED', { code: 'quote-not-closed', params: { row: 8, column: 'AB' } }],
    ['CSV_UNKNOWN', null],
  ])('%s is told with its row', (code, problem) => {
    expect(csvErrorToFileProblem({ code, records: 7, column: 27 })).toEqual(problem);
  });

  it.each([
    ['\n\n', 'no-header'],
    ['😀,🔧\n1,2\n', 'no-header'],
    [`${'a,'.repeat(2000)}b\n`, 'too-many-columns'],
  ])('%j is refused as %s', (text, code) => {
    expect(readTable(utf8(text))).toMatchObject({ ok: false, problem: { code } });
  });
});
