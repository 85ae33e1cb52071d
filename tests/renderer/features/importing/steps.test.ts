import { describe, expect, test } from 'vitest';
import { bringsAnything, toldEntities } from '#renderer/features/importing/counts.ts';
import { readingChoice } from '#renderer/features/importing/reading-day.ts';
import { shownStep } from '#renderer/features/importing/steps.ts';

const nowhere = { hasTable: false, isMapped: false, isImporting: false, isDone: false };

describe('the step that is shown', () => {
  test.each([
    [null, nowhere, 'file'],
    ['check', nowhere, 'file'],
    ['nonsense', { ...nowhere, hasTable: true }, 'file'],
    ['columns', { ...nowhere, hasTable: true }, 'columns'],
    ['check', { ...nowhere, hasTable: true }, 'columns'],
    ['check', { ...nowhere, hasTable: true, isMapped: true }, 'check'],
    ['columns', { ...nowhere, hasTable: true, isMapped: true }, 'columns'],
    ['done', { ...nowhere, hasTable: true, isMapped: true }, 'check'],
    // No way back into the choices while rows are written, nor after it.
    ['file', { hasTable: true, isMapped: true, isImporting: true, isDone: false }, 'check'],
    [null, { hasTable: true, isMapped: true, isImporting: false, isDone: true }, 'done'],
  ] as const)('asked for %j with %j: %s', (asked, reached, shown) => {
    expect(shownStep(asked, reached)).toBe(shown);
  });
});

describe('the day to read scores at', () => {
  const today = '2026-11-22';

  test('is asked for where the file ends more than 180 days ago, and its last day is proposed', () => {
    expect(readingChoice({ newestOn: '2015-12-31', newestRecordOn: null, scoringOn: null, today })).toEqual({ newestOn: '2015-12-31', proposed: 'newest' });
    expect(readingChoice({ newestOn: '2026-05-25', newestRecordOn: null, scoringOn: null, today })).not.toBeNull();
    expect(readingChoice({ newestOn: '2026-05-26', newestRecordOn: null, scoringOn: null, today })).toBeNull();
  });

  test('stays what it is, unless chosen otherwise, where newer records are here', () => {
    expect(readingChoice({ newestOn: '2015-12-31', newestRecordOn: '2026-11-01', scoringOn: null, today })).toMatchObject({ proposed: 'unchanged' });
    expect(readingChoice({ newestOn: '2015-12-31', newestRecordOn: '2015-12-31', scoringOn: null, today })).toMatchObject({ proposed: 'newest' });
  });

  test('is not asked for where it is near the file’s end already, or where the file has no days', () => {
    expect(readingChoice({ newestOn: '2015-12-31', newestRecordOn: null, scoringOn: '2015-12-31', today })).toBeNull();
    expect(readingChoice({ newestOn: '2015-12-31', newestRecordOn: null, scoringOn: '2016-02-01', today })).toBeNull();
    expect(readingChoice({ newestOn: null, newestRecordOn: null, scoringOn: null, today })).toBeNull();
  });
});

test('counts: what is told of at all, and whether any of it is new', () => {
  const none = { created: 0, changed: 0, unchanged: 0 };
  const counts = { clients: { ...none, unchanged: 3 }, contacts: none, products: none, orders: none, lines: none, shipments: none };
  expect(toldEntities(counts)).toEqual(['clients']);
  expect(bringsAnything(counts)).toBe(false);
  expect(bringsAnything({ ...counts, lines: { ...none, changed: 1 } })).toBe(true);
});
