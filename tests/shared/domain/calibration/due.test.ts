import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '#shared/domain/calendar/index.ts';
import { dueDay, dueState, intervalStart, nextOrderSteps, orderSteps, reminderDue } from '#shared/domain/calibration/index.ts';
import type { OrderProgress, OrderStep, ReminderDay } from '#shared/domain/calibration/index.ts';

describe('the due day', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'], ['2028-01-31', 1, '2028-02-29'], ['2026-11-22', 12, '2027-11-22'], ['2028-02-29', 12, '2029-02-28'], ['2024-02-29', 48, '2028-02-29'],
    ['2026-08-31', 3, '2026-11-30'], ['2026-12-31', 2, '2027-02-28'], ['2026-03-31', -1, '2026-02-28'], ['2026-01-15', -13, '2024-12-15'], ['2026-05-05', 0, '2026-05-05'], ['0001-01-31', -12, '0000-01-31'],
  ])('%s and %i months: %s', (startsOn, months, due) => {
    expect(dueDay(startsOn, months)).toBe(due);
  });

  it.each([['2026-02-30', 1], ['22.11.2026', 1], ['2026-01-01', 1.5], ['9999-12-01', 1]])('none for %s and %d months', (startsOn, months) => {
    expect(() => dueDay(startsOn, months)).toThrow(RangeError);
  });

  it('is on the same day of the month, or on the last one, and never before an earlier start’s', () => {
    const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1990-01-01', days));
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 120 }), (startsOn, months) => {
        const due = dueDay(startsOn, months);
        expect(daysBetween(startsOn, due)).toBeGreaterThanOrEqual(28 * months);
        expect(daysBetween(startsOn, due)).toBeLessThanOrEqual(31 * months);
        const isLastOfMonth = addDays(due, 1).endsWith('-01');
        expect(due.slice(8) === startsOn.slice(8) || (isLastOfMonth && due.slice(8) < startsOn.slice(8))).toBe(true);
        expect(dueDay(addDays(startsOn, 1), months) >= due).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the start of the interval', () => {
  const days = { calibratedOn: '2026-03-01', firstUsedOn: '2026-05-01', receivedOn: '2026-04-01' };
  it.each([
    ['calibration', {}, '2026-03-01'], ['first-use', {}, '2026-05-01'], ['receipt', {}, '2026-04-01'],
    // Not yet used: earlier than agreed rather than never.
    ['first-use', { firstUsedOn: null }, '2026-03-01'],
    // Used since an earlier calibration.
    ['first-use', { firstUsedOn: '2025-01-01' }, '2026-03-01'], ['receipt', { calibratedOn: null }, '2026-04-01'],
    ['calibration', { calibratedOn: null }, null], ['receipt', { calibratedOn: null, receivedOn: null }, null],
  ] as const)('%s with %o: %s', (starts, given, expected) => {
    expect(intervalStart({ starts, ...days, ...given })).toBe(expected);
  });
});

describe('how an instrument stands', () => {
  const dueOn = '2026-11-22';
  const at = (today: string, isExtended = false) => dueState({ status: 'in-use', dueOn, isExtended }, today);
  it('changes with the day, and knows no grace', () => {
    expect(['2026-09-22', '2026-09-23', '2026-11-21', '2026-11-22', '2026-11-23'].map((today) => at(today))).toEqual(['valid', 'due-soon', 'due-soon', 'due', 'overdue']);
  });

  it('is extended until the day of the extension, then overdue', () => {
    expect(['2026-01-01', '2026-11-22', '2026-11-23'].map((today) => at(today, true))).toEqual(['extended', 'extended', 'overdue']);
  });

  it('is what became of it, whatever its day', () => {
    for (const status of ['lost', 'retired', 'out-for-calibration'] as const) expect(dueState({ status, dueOn: '2020-01-01', isExtended: false }, '2026-11-22')).toBe(status);
    expect(dueState({ status: 'stored', dueOn: '2020-01-01', isExtended: false }, '2026-11-22')).toBe('overdue');
    expect(dueState({ status: 'in-use', dueOn: null, isExtended: false }, '2026-11-22')).toBe('unknown');
  });
});

/** Of an instrument due on 22 November, so many days before. */
const on = (daysBefore: number, sent: readonly ReminderDay[] = []): ReminderDay | null => reminderDue('2026-11-22', addDays('2026-11-22', -daysBefore), sent);

describe('reminders', () => {
  it('come 60, 30 and 7 days before, and on the day', () => {
    expect([61, 60, 59, 31, 30, 8, 7, 1, 0, -5].map((days) => on(days))).toEqual([null, 60, 60, 60, 30, 30, 7, 7, 0, 0]);
    expect([60, 59, 30, 7, 0, -5].map((days) => on(days, [60]))).toEqual([null, null, 30, 7, 0, 0]);
    expect(on(30, [60, 7])).toBeNull();
    expect(on(-400, [0])).toBeNull();
  });
});

const after = (...done: readonly OrderStep[]): OrderProgress => {
  const dayOf = (step: OrderStep): string | null => (done.includes(step) ? '2026-11-22' : null);
  return {
    received: dayOf('received'), 'as-found': dayOf('as-found'), adjusted: dayOf('adjusted'), 'as-left': dayOf('as-left'), certificate: dayOf('certificate'), shipped: dayOf('shipped'),
  };
};

describe('the way of a calibration order', () => {
  it('goes with or without an adjustment, which asks for results as left; nothing leaves without its certificate', () => {
    expect(nextOrderSteps(after())).toEqual(['received']);
    expect(nextOrderSteps(after('received'))).toEqual(['as-found']);
    expect(nextOrderSteps(after('received', 'as-found'))).toEqual(['adjusted', 'certificate']);
    expect(nextOrderSteps(after('received', 'as-found', 'adjusted'))).toEqual(['as-left']);
    expect(nextOrderSteps(after('received', 'as-found', 'adjusted', 'as-left'))).toEqual(['certificate']);
    expect(nextOrderSteps(after('received', 'as-found', 'certificate'))).toEqual(['shipped']);
    expect(nextOrderSteps(after(...orderSteps))).toEqual([]);
  });
});
