import { describe, expect, test } from 'vitest';
import { maximumPoints } from '#shared/contract/certificates.ts';
import type { MeasurementPoint } from '#shared/domain/calibration/index.ts';
import { nextLike, readCell, writeCell } from '#renderer/features/certificate/points/cells.ts';
import type { CellColumn } from '#renderer/features/certificate/points/cells.ts';
import { limitsAt } from '#renderer/features/certificate/points/limits.ts';
import { pasteInto, readTable } from '#renderer/features/certificate/points/paste.ts';
import { blankDocument, rowOf, savable } from '#renderer/features/certificate/working.ts';

const millimetre = String.raw`\milli\metre`;
const empty = nextLike(undefined);
const write = (point: MeasurementPoint, column: CellColumn, typed: string): MeasurementPoint => {
  const outcome = writeCell(point, column, typed);
  if (outcome.kind === 'problem') throw new Error(`${column} does not take "${typed}": ${outcome.problem}`);
  return outcome.point;
};
const problem = (point: MeasurementPoint, column: CellColumn, typed: string) => {
  const outcome = writeCell(point, column, typed);
  return outcome.kind === 'problem' ? outcome.problem : null;
};
const columns = ['group', 'label', 'reference', 'measured', 'error', 'unit', 'expanded', 'factor', 'lower', 'upper'] as const;

describe('a cell', () => {
  test.each([['25.010', '25.010'], ['۲۵٫۰۱۰', '25.010'], ['٢٥,01', '25.01'], ['−0.03', '-0.03'], ['', '']])('takes %s as %s, zeros kept', (typed, text) => {
    expect(readCell(write(empty, 'measured', typed), 'measured')).toBe(text);
  });

  test('asks where a comma can mean two things, and takes no words', () => {
    expect(problem(empty, 'measured', '1,234')).toBe('ambiguous');
    expect(problem(empty, 'lower', 'about 3')).toBe('wrong');
    expect(problem(empty, 'unit', 'furlong')).toBe('unknown-unit');
  });

  test('has one unit for all quantities of the point, by its symbol', () => {
    const point = write(write(write(empty, 'reference', '25'), 'error', '0.01'), 'unit', 'mm');
    expect([point.reference?.unit, point.measured?.unit, point.error?.unit]).toEqual([millimetre, millimetre, millimetre]);
    expect(readCell(point, 'unit')).toBe('mm');
  });

  test('of U is absolute or in per cent; k belongs to it and cannot stand alone', () => {
    expect(problem(empty, 'factor', '2')).toBe('no-uncertainty');
    const point = write(write(empty, 'measured', '10'), 'expanded', '0.010');
    expect(point.measured?.uncertainty).toEqual({ expanded: '0.010', kind: 'absolute', coverageFactor: '2', coverageProbability: '0.95', distribution: null });
    expect(write(point, 'factor', '2.1').measured?.uncertainty).toMatchObject({ coverageFactor: '2.1', expanded: '0.010' });
    const relative = write(point, 'expanded', '۱٫۵ ٪');
    expect(relative.measured?.uncertainty).toMatchObject({ kind: 'relative', expanded: '0.015' });
    expect(readCell(relative, 'expanded')).toMatch(/^1\.50? %$/u);
    expect(problem(point, 'expanded', '-0.01')).toBe('negative');
    for (const typed of ['0', '0.0', '-2', '']) expect([typed, problem(point, 'factor', typed)]).toEqual([typed, 'not-positive']);
  });

  test('of a stated error gives its uncertainty back to the point when it is emptied', () => {
    const stated = write(write(empty, 'error', '0.02'), 'expanded', '0.01');
    expect(stated.error?.uncertainty).not.toBeNull();
    const computed = write(stated, 'error', '');
    expect(computed.error).toBeNull();
    expect(computed.measured?.uncertainty).toMatchObject({ expanded: '0.01' });
  });
});

describe('a table that is pasted', () => {
  test('is read from a spreadsheet, with its quoted cells, and from lines of text', () => {
    expect(readTable('a\t"b ""c""\nd"\r\n1\t2\r\n')).toEqual([['a', 'b "c"\nd'], ['1', '2']]);
    expect(readTable('10,5;10,6\n1;2')).toEqual([['10,5', '10,6'], ['1', '2']]);
    expect(readTable('10.5,10.6\n1,2')).toEqual([['10.5', '10.6'], ['1', '2']]);
    expect(readTable('10,5\n11,25')).toEqual([['10,5'], ['11,25']]);
  });

  test('fills right and down, makes the rows that are missing like the last one, and says what it could not read', () => {
    const start = [rowOf(write(write(write(empty, 'unit', 'mm'), 'lower', '-0.03'), 'upper', '0.03'))];
    const pasted = pasteInto(start, readTable('0\t0.00\n۲۵\t۲۵٫۰۱\n50\tfifty'), { row: 0, column: 'reference' }, columns, null);
    expect(pasted.rows.map(({ point }) => [point.reference?.value, point.measured?.value, readCell(point, 'unit'), point.upperLimit])).toEqual([
      ['0', '0.00', 'mm', '0.03'], ['25', '25.01', 'mm', '0.03'], ['50', null, 'mm', '0.03'],
    ]);
    expect(pasted).toMatchObject({ written: 5, ambiguous: null, leftOut: 0, unread: { [`${pasted.rows[2]?.id ?? ''}:measured`]: 'fifty' } });
  });

  test('is not guessed at where a comma can mean two things', () => {
    const table = readTable('1,234\n2,5');
    expect(pasteInto([rowOf(empty)], table, { row: 0, column: 'measured' }, columns, null).ambiguous).toBe('1,234');
    const values = (meaning: 'decimal' | 'thousands') => pasteInto([rowOf(empty)], table, { row: 0, column: 'measured' }, columns, meaning).rows.map(({ point }) => point.measured?.value);
    expect(values('decimal')).toEqual(['1.234', '2.5']);
    expect(values('thousands')).toEqual(['1234', '2.5']);
  });

  test('ends where there is no room for more points', () => {
    const pasted = pasteInto([rowOf(empty)], Array.from({ length: maximumPoints + 5 }, () => ['1']), { row: 0, column: 'measured' }, columns, null);
    expect(pasted.rows).toHaveLength(maximumPoints);
    expect(pasted.leftOut).toBe(5);
  });
});

const range = (lower: string, upper: string, tolerance: string) => ({ quantity: null, unit: millimetre, lower, upper, resolution: null, toleranceLower: `-${tolerance}`, toleranceUpper: tolerance });

test('limits come from the range of the instrument that the point lies in, in the unit of the point', () => {
  const ranges = [range('0', '100', '0.02'), range('100', '300', '0.03')];
  const at = (reference: string, unit = 'mm') => limitsAt(write(write(empty, 'reference', reference), 'unit', unit), ranges);
  expect(at('50')).toEqual({ lowerLimit: '-0.02', upperLimit: '0.02' });
  expect(at('150')).toEqual({ lowerLimit: '-0.03', upperLimit: '0.03' });
  expect(at('150000', 'µm')?.upperLimit).toMatch(/^30(?:\.0*)?$/u);
  expect(at('301')).toBeNull();
  expect(at('50', 'bar')).toBeNull();
});

test('a draft is kept without its empty lines, and not before it has the names that the store asks for', () => {
  const document = blankDocument('en', '2026-11-22');
  const working = { document, rows: [], isOwnLaboratory: true, standardInstrumentIds: [null, 'x'], unread: {} };
  expect(savable(working)).toEqual({ kind: 'not-yet', fields: ['number', 'laboratory.name', 'customer.name', 'item.description'] });
  const named = { ...document, number: 'K-1', laboratory: { ...document.laboratory, name: 'Lab' }, customer: { ...document.customer, name: 'Acme' }, item: { ...document.item, description: 'Caliper' } };
  const nothing = { name: '', manufacturer: null, model: null, serial: null, certificateNumber: null, dueOn: null };
  const standards = [nothing, { ...nothing, name: 'Gauge blocks' }];
  const read = savable({ ...working, document: { ...named, standards, signatories: [{ name: ' ', role: null, isMain: true }] } });
  expect(read).toMatchObject({ kind: 'savable', draft: { document: { standards: [{ name: 'Gauge blocks' }], signatories: [] }, standardInstruments: [{ position: 0, instrumentId: 'x' }] } });
  const unnamed = { name: '', stage: null, value: '20', unit: null, uncertainty: null, text: null };
  expect(savable({ ...working, document: { ...named, conditions: [unnamed] } })).toEqual({ kind: 'not-yet', fields: ['conditions.0.name'] });
});
