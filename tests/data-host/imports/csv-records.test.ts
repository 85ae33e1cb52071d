import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecordSplitter, TableError } from '#electron/data-host/imports/csv-records.ts';
import { delimiters, largestRecord } from '#shared/domain/importing/index.ts';
import type { Delimiter } from '#shared/domain/importing/index.ts';

const split = (text: string, delimiter: Delimiter = ',', cuts: readonly number[] = []): string[][] => {
  const splitter = new RecordSplitter(delimiter);
  const records: string[][] = [];
  let from = 0;
  for (const cut of [...cuts].map((place) => place % (text.length + 1)).toSorted((one, other) => one - other)) {
    records.push(...splitter.push(text.slice(from, cut)));
    from = cut;
  }
  return [...records, ...splitter.push(text.slice(from)), ...splitter.end()];
};

/** Texts made of what matters to a record reader. */
const texts = (delimiter: Delimiter) =>
  fc.array(fc.constantFrom('a', 'ب', ' ', '"', '""', '\n', '\r\n', '\r', delimiter, 'x"y'), { maxLength: 40 }).map((parts) => parts.join(''));
const cutPlaces = fc.array(fc.nat({ max: 200 }), { maxLength: 6 });

const oracle = (text: string, delimiter: Delimiter): string[][] | null => {
  try {
    return parse(text, { delimiter, record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true, skip_empty_lines: false });
  } catch (error) {
    // Broken quotes, which csv-parse refuses when it is strict.
    if (error instanceof CsvError) return null;
    throw error;
  }
};

const outcome = (text: string, delimiter: Delimiter, cuts: readonly number[] = []): unknown => {
  try {
    return split(text, delimiter, cuts);
  } catch (error) {
    if (error instanceof TableError) return error.problem;
    throw error;
  }
};

describe('cutting a text into records', () => {
  it('gives back any table that csv-stringify writes', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', 'ق', '😀', '"', ',', ';', '\t', '|', '\n', '\r', ' ', '='), maxLength: 8 });
    const tables = fc.integer({ min: 1, max: 5 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }));
    fc.assert(
      fc.property(tables, fc.constantFrom(...delimiters), fc.constantFrom('\n', '\r\n', '\r'), cutPlaces, (table, delimiter, lineEnd, cuts) => {
        const text = stringify(table, { delimiter, record_delimiter: lineEnd, quoted: true });
        expect(split(text, delimiter, cuts)).toEqual(table);
      }),
      { numRuns: 500 },
    );
  });

  it('cuts like csv-parse wherever that finds the quotes in order', () => {
    let compared = 0;
    fc.assert(
      fc.property(fc.constantFrom(...delimiters).chain((delimiter) => fc.tuple(fc.constant(delimiter), texts(delimiter))), ([delimiter, text]) => {
        const expected = oracle(text, delimiter);
        if (expected === null) return;
        compared += 1;
        expect(split(text, delimiter)).toEqual(expected);
      }),
      { numRuns: 3000 },
    );
    expect(compared).toBeGreaterThan(200);
  });

  it('does not care where the stream is cut', () => {
    fc.assert(
      fc.property(texts(','), cutPlaces, (text, cuts) => {
        expect(outcome(text, ',', cuts)).toEqual(outcome(text, ','));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['inch marks in the middle of a cell', 'a,12" gauge,b\n', [['a', '12" gauge', 'b']]],
    ['text after a closing quote', '"ab"c,d\n', [['"ab"c', 'd']]],
    ['mixed line ends', 'a\r\nb\rc\nd', [['a'], ['b'], ['c'], ['d']]],
    ['a blank line, which keeps its number', 'a\n\nb\n', [['a'], [''], ['b']]],
    ['rows too short and too long', 'a,b\nc\nd,e,f\n', [['a', 'b'], ['c'], ['d', 'e', 'f']]],
    ['a line end inside quotes', '"a\nb",c\n', [['a\nb', 'c']]],
    ['a delimiter at the end', 'a,\n', [['a', '']]],
    ['no line end at the end', 'a,"b"', [['a', 'b']]],
    ['nothing', '', []],
  ])('takes %s as it stands', (_, text, records) => {
    expect(split(text)).toEqual(records);
  });

  it('names the row and the column of a quote that is never closed', () => {
    expect(outcome('a,b\nc,d\ne,"f\ng,h\n', ',')).toEqual({ code: 'quote-not-closed', params: { row: 3, column: 'B' } });
  });

  it('gives up on a record that would fill the memory, with its row, and in linear time', () => {
    const splitter = new RecordSplitter(',');
    splitter.push('a,b\nc,"');
    const chunk = 'x,'.repeat(128 * 1024);
    const begun = performance.now();
    const pour = (): void => {
      for (let poured = 0; poured <= largestRecord * 2; poured += chunk.length) splitter.push(chunk);
    };
    expect(pour).toThrow(expect.objectContaining({ problem: { code: 'cell-too-large', params: { row: 2, limit: largestRecord } } }));
    expect(performance.now() - begun).toBeLessThan(5000);
    expect(() => split(`"a"${'b,'.repeat(400_000)}\n`)).not.toThrow();
  });
});
