import { describe, expect, test } from 'vitest';
import { groupedFindings } from '#renderer/features/dcc/findings.ts';
import { instrumentOf, isOwnLaboratory, optionsOf, proposedChoice } from '#renderer/features/dcc/match/match.ts';
import type { Option } from '#renderer/features/dcc/match/match.ts';
import { shownLanguage } from '#renderer/features/dcc/view/document-frame.ts';
import { cellAt, drawnColumns } from '#renderer/features/dcc/view/table-columns.ts';
import type { DccTable } from '#renderer/features/dcc/view/table-columns.ts';
import type { DccBlock, DccSection } from '#shared/domain/calibration/index.ts';
import { noInstrumentFields } from '#renderer/instruments/instrument-fields.ts';
import { contentsOf } from '#tests/data-host/dcc/samples.ts';
import { shapes } from '#tests/data-host/dcc/shapes.ts';

const candidate = (id: string, match: Option['match']): Option => ({ id, serial: 'S-1', name: 'Caliper', clientName: null, match });

type Found = Parameters<typeof optionsOf>[1][number];
const foundAs = (id: string, foundBy: Found['foundBy']): Found => ({
  id, foundBy, serial: 'S-1', name: 'Gauge', clientName: null, labelCode: 'X', assetNumber: null, clientId: null, site: null, status: 'in-use', isStandard: false,
  deliveredOn: null, lastCalibratedOn: null, lastVerdict: null, dueOn: null, dueState: 'unknown', daysToDue: null,
});

describe('which instrument is proposed', () => {
  test('the one with this serial and maker, and no other', () => {
    expect(proposedChoice([candidate('a', 'serial-and-maker'), candidate('b', 'serial')], null, 'S-1')).toBe('a');
  });

  test('none where two have serial and maker, or where the serial alone agrees', () => {
    expect(proposedChoice([candidate('a', 'serial-and-maker'), candidate('b', 'serial-and-maker')], null, 'S-1')).toBeNull();
    expect(proposedChoice([candidate('a', 'serial')], null, 'S-1')).toBeNull();
  });

  test('a new one where nothing here has its numbers', () => {
    expect(proposedChoice([], null, 'S-1')).toBe('new');
  });

  test('that of the page it was dropped on, unless the file names another serial', () => {
    expect(proposedChoice([candidate('a', 'serial'), candidate('p', 'serial')], 'p', 'S-1')).toBe('p');
    expect(proposedChoice([candidate('p', 'page')], 'p', null)).toBe('p');
    expect(proposedChoice([candidate('p', 'page')], 'p', 'S-1')).toBeNull();
  });

  test('what came to be since the file was read is offered too, each once, and a label is no serial number', () => {
    const found = [foundAs('b', 'serial'), foundAs('a', 'serial'), foundAs('c', 'label')];
    expect(optionsOf([{ id: 'a', serial: 'S-1', name: 'Caliper', clientName: null, match: 'serial-and-maker' }], found, null).map(({ id, match }) => [id, match])).toEqual([['a', 'serial-and-maker'], ['b', 'serial']]);
  });
});

test('a decision is an instrument only once nothing is missing', () => {
  const decision = { choice: 'new', otherId: null, serial: ' S-1 ', fields: noInstrumentFields, isOwn: false };
  expect(instrumentOf(decision)).toMatchObject({ kind: 'new', input: { serial: 'S-1' } });
  expect(instrumentOf({ ...decision, serial: ' ' })).toBeNull();
  expect(instrumentOf({ ...decision, choice: null })).toBeNull();
  expect(instrumentOf({ ...decision, choice: 'other' })).toBeNull();
  expect(instrumentOf({ ...decision, choice: 'other', otherId: 'x' })).toEqual({ kind: 'known', id: 'x' });
  expect(instrumentOf({ ...decision, choice: 'a' })).toEqual({ kind: 'known', id: 'a' });
});

test('our own laboratory is known by our name, however it is written; a nameless one is nobody’s', () => {
  expect(isOwnLaboratory('SANJESH  dena', 'Sanjesh Dena')).toBe(true);
  expect(isOwnLaboratory('Sanjesh', 'Sanjesh Dena')).toBe(false);
  expect(isOwnLaboratory('', '')).toBe(false);
  expect(isOwnLaboratory('Lab', null)).toBe(false);
});

test('findings of one kind are one sentence with all it concerns; a line is named where it is one place', () => {
  expect(groupedFindings([
    { code: 'role-by-name', params: { subject: 'A', line: 3 } }, { code: 'no-results', params: { subject: '', line: 9 } }, { code: 'role-by-name', params: { subject: 'B', line: 5 } },
  ])).toEqual([{ code: 'role-by-name', count: 2, subjects: ['A', 'B'], line: null }, { code: 'no-results', count: 1, subjects: [], line: 9 }]);
});

test('who asks for a language that the document lacks has the binding one before them', () => {
  expect(shownLanguage(['en'], { used: ['de', 'en'], mandatory: ['de'] })).toBe('en');
  expect(shownLanguage(['fa', 'en'], { used: ['de', 'en'], mandatory: ['de'] })).toBe('en');
  expect(shownLanguage(['fa'], { used: ['en', 'de'], mandatory: ['de'] })).toBe('de');
  expect(shownLanguage(['fa', 'en'], { used: [], mandatory: [] })).toBeNull();
});

const blocksOf = (sections: readonly DccSection[]): readonly DccBlock[] => sections.flatMap(({ blocks, sections: inner }) => [...blocks, ...blocksOf(inner)]);

function tableOf(xml: string): DccTable {
  const table = blocksOf(contentsOf(xml).view.sections).find(({ kind }) => kind === 'table');
  if (table?.kind !== 'table') throw new Error('There is no table');
  return table;
}

describe('a table as it is drawn', () => {
  test('says an uncertainty basis once where all rows share it, and in each row where they do not', () => {
    const one = drawnColumns(tableOf(shapes['one uncertainty for all']));
    expect(one.map(({ kind }) => kind)).toEqual(['value', 'uncertainty']);
    expect(one[1]).toMatchObject({ basis: { kind: 'expanded', coverageFactor: '2' } });
    const each = drawnColumns(tableOf(shapes['an uncertainty and a factor each']));
    expect(each[1]).toMatchObject({ kind: 'uncertainty', basis: null });
  });

  test('one value that is written for all rows stands in each; a column that ends ends', () => {
    const cell = { text: '5', unit: null, label: null, at: null, uncertainty: null };
    const column = { heading: null, role: null, refTypes: [], unit: null };
    expect([0, 7].map((row) => cellAt({ ...column, cells: [cell] }, row)?.text)).toEqual(['5', '5']);
    expect(cellAt({ ...column, cells: [cell, cell] }, 2)).toBeUndefined();
  });
});
