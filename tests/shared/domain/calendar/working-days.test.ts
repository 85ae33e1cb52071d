import { describe, expect, it } from 'vitest';
import { addDays, addWorkingDays, defaultWeekendRules, isoDayToNumber, numberToIsoDay, weekendOf } from '#shared/domain/calendar/index.ts';
import type { Weekend } from '#shared/domain/calendar/index.ts';

const after = (isoDay: string, n: number, weekend: Weekend, holidays: readonly string[] = []): string =>
  numberToIsoDay(addWorkingDays(isoDayToNumber(isoDay), n, weekend, new Set(holidays.map(isoDayToNumber))));

describe('one working day on (delivery.md, holidays ignored)', () => {
  const weekends: readonly (readonly [string, Weekend])[] = [['Fri', [5]], ['Thu–Fri', [4, 5]], ['Fri–Sat', [5, 6]], ['Sat–Sun', [6, 7]]];
  const expected = { '2026-03-18': [19, 21, 19, 19], '2026-03-19': [21, 21, 22, 20] };
  for (const [from, days] of Object.entries(expected)) {
    it.each(weekends.map(([name, weekend], index) => [name, weekend, days[index]] as const))(`${from}, weekend %s`, (_name, weekend, day) => {
      expect(after(from, 1, weekend)).toBe(`2026-03-${day}`);
    });
  }
});

describe('working days', () => {
  it('step over holidays, go back, and leave zero alone', () => {
    expect(after('2026-03-18', 1, [5], ['2026-03-19', '2026-03-21'])).toBe('2026-03-22');
    expect(after('2026-03-22', -1, [5, 6])).toBe('2026-03-19');
    expect(after('2026-03-20', 0, [5])).toBe('2026-03-20');
    expect(after('2026-03-16', 10, [6, 7])).toBe('2026-03-30');
  });

  it('says so when there is none, instead of running for ever', () => {
    expect(() => addWorkingDays(0, 1, [1, 2, 3, 4, 5, 6, 7])).toThrow(/no working day/);
    expect(() => addWorkingDays(0, 1.5, [7])).toThrow(RangeError);
  });
});

describe('weekends by place', () => {
  const today = isoDayToNumber('2026-03-12');
  it.each([
    ['IR', [5]], ['SA', [5, 6]], ['IQ', [5, 6]], ['KW', [5, 6]], ['QA', [5, 6]], ['OM', [5, 6]], ['EG', [5, 6]], ['AE', [6, 7]], ['DE', [6, 7]],
    ['TR', [6, 7]], ['PK', [6, 7]], ['AF', [4, 5]], ['IN', [7]],
  ])('%s', (place, weekend) => expect(weekendOf(place, today)).toEqual(weekend));

  it('is what the platform says of every country today', () => {
    const letters = Array.from({ length: 26 }, (_, index) => String.fromCodePoint(65 + index));
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
    const countries = letters.flatMap((a) => letters.map((b) => a + b)).filter((code) => {
      const canonical = new Intl.Locale(`und-${code}`).region;
      return names.of(code) !== undefined && canonical === code;
    });
    expect(countries.length).toBeGreaterThan(200);
    for (const code of countries) expect([code, weekendOf(code, today)]).toEqual([code, new Intl.Locale(`und-${code}`).getWeekInfo().weekend]);
  });

  it('knows the days on which it changed', () => {
    for (const [place, on, before, since] of [
      ['AE', '2022-01-01', [5, 6], [6, 7]], ['SA', '2013-06-29', [4, 5], [5, 6]], ['OM', '2013-05-01', [4, 5], [5, 6]],
    ] as const) {
      expect(weekendOf(place, isoDayToNumber(addDays(on, -1)))).toEqual(before);
      expect(weekendOf(place, isoDayToNumber(on))).toEqual(since);
    }
    expect(new Set(defaultWeekendRules.map((rule) => `${rule.place} ${rule.fromOn}`)).size).toBe(defaultWeekendRules.length);
  });

  it("lets a person's own rule stand before the default, from its day on", () => {
    const own = [{ place: 'IR', fromOn: '2026-04-01', weekend: [4, 5] as const }];
    expect(weekendOf('IR', isoDayToNumber('2026-03-31'), own)).toEqual([5]);
    expect(weekendOf('IR', isoDayToNumber('2026-04-01'), own)).toEqual([4, 5]);
  });
});
