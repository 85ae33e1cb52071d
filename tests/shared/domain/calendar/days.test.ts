import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays, daysBetween, dayNumberToQuarter, isoDayToNumber, numberToIsoDay, parseIsoDay, quarterToFirstDay, trustedIsoDayToNumber, weekdayOf,
} from '#shared/domain/calendar/index.ts';

const anyDay = fc.integer({ min: -719_528, max: 2_932_896 });

describe('days as numbers', () => {
  it.each([
    ['1970-01-01', 0], ['1969-12-31', -1], ['2000-02-29', 11_016], ['2026-03-12', 20_524], ['0000-01-01', -719_528], ['9999-12-31', 2_932_896],
  ])('%s is day %i', (text, day) => {
    expect(isoDayToNumber(text)).toBe(day);
    expect(trustedIsoDayToNumber(text)).toBe(day);
    expect(numberToIsoDay(day)).toBe(text);
  });

  it.each([
    '2026-02-31', '2026-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '2026-1-01', '20260101', '2026/01/01',
    '2026-01-01T00:00', ' 2026-01-01', '2026-01-0x', '', '۲۰۲۶-۰۱-۰۱',
  ])('"%s" is no day', (text) => {
    expect(parseIsoDay(text)).toBeNull();
    expect(() => isoDayToNumber(text)).toThrow(RangeError);
  });

  it('agrees with the platform calendar on every day', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const text = new Date(day * 86_400_000).toISOString().slice(0, 10);
        expect(numberToIsoDay(day)).toBe(text);
        expect(parseIsoDay(text)).toBe(day);
        expect(trustedIsoDayToNumber(text)).toBe(day);
        expect(weekdayOf(day) % 7).toBe(new Date(day * 86_400_000).getUTCDay());
      }),
    );
  });

  it('adds and subtracts across leap days', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(daysBetween('2023-03-01', '2024-03-01')).toBe(366);
    fc.assert(fc.property(anyDay, fc.integer({ min: -400_000, max: 400_000 }), (day, n) => {
      fc.pre(day + n >= -719_528 && day + n <= 2_932_896);
      expect(daysBetween(numberToIsoDay(day), addDays(numberToIsoDay(day), n))).toBe(n);
    }));
  });

  it('refuses numbers that no ISO day can write', () => {
    for (const bad of [0.5, Number.NaN, Infinity, 2_932_897, -719_529]) expect(() => numberToIsoDay(bad)).toThrow(RangeError);
  });

  it('counts calendar quarters', () => {
    expect(dayNumberToQuarter(isoDayToNumber('2026-03-31'))).toBe(2026 * 4);
    expect(dayNumberToQuarter(isoDayToNumber('2026-04-01'))).toBe(2026 * 4 + 1);
    expect(numberToIsoDay(quarterToFirstDay(2025 * 4 + 3))).toBe('2025-10-01');
    fc.assert(fc.property(anyDay, (day) => {
      const quarter = dayNumberToQuarter(day);
      expect(quarterToFirstDay(quarter)).toBeLessThanOrEqual(day);
      expect(quarterToFirstDay(quarter + 1)).toBeGreaterThan(day);
    }));
  });
});
