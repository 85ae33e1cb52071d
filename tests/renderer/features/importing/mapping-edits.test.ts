import { describe, expect, test } from 'vitest';
import { createColumnProfiler, fieldsOfKind, guessMapping, importKinds, readHeader } from '#shared/domain/importing/index.ts';
import type { ColumnProfile } from '#shared/domain/importing/index.ts';
import { fieldGroups, guessed, sourceOf, takesConstant, withDayRule, withMissingWord, withNumberRule, withSource } from '#renderer/features/importing/mapping-edits.ts';
import { textsIn } from '#renderer/i18n/texts.ts';

function profilesOf(header: readonly string[], rows: readonly (readonly string[])[]): readonly ColumnProfile[] {
  const reading = readHeader(header);
  if (!reading.ok) throw new Error(reading.problem.code);
  return reading.columns.map((column) => {
    const profiler = createColumnProfiler(column, 2026);
    for (const row of rows) profiler.add(row[column.index] ?? '');
    return profiler.finish();
  });
}

const profiles = profilesOf(
  ['Client', 'Order', 'Line', 'Article', 'Qty', 'When', 'Shipped'],
  [
    ['Acme', 'S-1', '1', 'Caliper', '1.250,5', '03/14/2024', '4'],
    ['Acme', 'S-2', '1', 'Caliper', '2,5', 'n/a', '1'],
  ],
);

describe('the source of a field', () => {
  test('a column that is chosen is read as what stands in it suggests', () => {
    const template = withSource(guessed('deliveries', profiles), 'line.deliveredOn', { from: 'column', column: 'When' }, profiles);
    expect(sourceOf(template, 'line.deliveredOn')).toEqual({ from: 'column', column: 'When' });
    expect(template.dayRules['When']?.order).toBe('month-first');
    expect(withSource(template, 'line.quantity', { from: 'column', column: 'Qty' }, profiles).numberRules['Qty']).toEqual({ decimal: ',' });
  });

  test('a choice that was made for a column is not guessed over when it serves a second field', () => {
    const chosen = withDayRule(guessed('deliveries', profiles), 'When', { order: 'day-first', shortYears: 'jalali', serials: true });
    expect(withSource(chosen, 'line.requestedOn', { from: 'column', column: 'When' }, profiles).dayRules['When']).toEqual({ order: 'day-first', shortYears: 'jalali', serials: true });
    expect(withNumberRule(chosen, 'Qty', { decimal: '.' }).numberRules['Qty']).toEqual({ decimal: '.' });
  });

  test('is a column or one value for all rows, never both, or nothing', () => {
    const constant = withSource(guessed('deliveries', profiles), 'client.name', { from: 'constant', value: 'Acme' }, profiles);
    expect(constant.columns['client.name']).toBeUndefined();
    expect(sourceOf(constant, 'client.name')).toEqual({ from: 'constant', value: 'Acme' });
    const none = withSource(constant, 'client.name', { from: 'nowhere' }, profiles);
    expect(none.constants).toEqual({});
    expect(sourceOf(none, 'client.name')).toEqual({ from: 'nowhere' });
  });

  test('delivered quantities are believed where a column tells them, else a delivered line is whole', () => {
    const without = guessed('deliveries', profiles);
    const told = withSource(without, 'line.deliveredQuantity', { from: 'column', column: 'Shipped' }, profiles);
    expect(told.deliveredQuantity).toBe('column');
    expect(withSource(told, 'line.deliveredQuantity', { from: 'nowhere' }, profiles).deliveredQuantity).toBe('as-ordered');
  });

  test('one value for all rows is offered for what can be the same, not for numbers, days and numbers of orders', () => {
    const offered = fieldsOfKind('deliveries').filter(takesConstant).map(({ key }) => key);
    expect(offered).toEqual(['client.name', 'client.country', 'line.currency', 'shipment.mode', 'shipment.incoterm', 'shipment.incotermPlace']);
  });
});

test('words for "no value" are declared and withdrawn one by one', () => {
  const declared = withMissingWord(withMissingWord(guessed('deliveries', profiles), 'When', 'n/a', true), 'When', 'soon', true);
  expect(declared.missingWords['When']).toEqual(['n/a', 'soon']);
  expect(withMissingWord(declared, 'When', 'n/a', false).missingWords['When']).toEqual(['soon']);
});

test('every field of a kind stands in one group', () => {
  for (const kind of importKinds) {
    const grouped = fieldGroups(kind).flatMap(({ fields }) => fields.map(({ key }) => key));
    expect(grouped.toSorted()).toEqual(fieldsOfKind(kind).map(({ key }) => key).toSorted());
  }
});

describe.each(['en', 'fa'] as const)('the empty table in %s', (language) => {
  test.each(importKinds)('of %s: its columns are found by themselves', (kind) => {
    const texts = textsIn(language, 'latn');
    const names = fieldsOfKind(kind).map(({ key }) => texts.t(`importing:fields.${key}`));
    const guess = guessMapping(kind, profilesOf(names, []));
    expect(guess.columns).toEqual(Object.fromEntries(fieldsOfKind(kind).map(({ key }, index) => [key, names[index]])));
  });
});
