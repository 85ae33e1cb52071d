import { isoDayToNumber, weekdayOf } from './days.ts';
import type { Weekday } from './days.ts';

/** The days of the week on which nobody works; one to six of them, in any order. */
export type Weekend = readonly Weekday[];

/** A country's or a site's weekend from a day on, until the next rule of the same place begins. */
interface WeekendRule {
  /** ISO 3166-1 alpha-2, or a site's own key in an exporter's table. */
  readonly place: string;
  /** First day it holds, `YYYY-MM-DD`; null: since ever. */
  readonly fromOn: string | null;
  readonly weekend: Weekend;
}

const friday = [5] as const satisfies Weekend;
const sunday = [7] as const satisfies Weekend;
const thursdayFriday = [4, 5] as const satisfies Weekend;
const fridaySaturday = [5, 6] as const satisfies Weekend;
/** What most of the world keeps; also the answer for a place without a rule. */
const saturdaySunday = [6, 7] as const satisfies Weekend;

const always = (places: string, weekend: Weekend): readonly WeekendRule[] =>
  places.split(' ').map((place) => ({ place, fromOn: null, weekend }));

/**
 * Today's weekends are CLDR's (`Intl.Locale.getWeekInfo`, ICU 78; a test compares them), written down so that a promise
 * computed once is the same on every machine. The changes that an exporter's history can still meet are dated.
 */
export const defaultWeekendRules: readonly WeekendRule[] = [
  ...always('IR', friday),
  ...always('IN UG', sunday),
  ...always('AF', thursdayFriday),
  ...always('BH DZ EG IL IQ JO LY SD SY YE', fridaySaturday),
  ...always('KW OM QA SA', thursdayFriday),
  { place: 'QA', fromOn: '2003-08-01', weekend: fridaySaturday },
  { place: 'KW', fromOn: '2007-09-01', weekend: fridaySaturday },
  { place: 'OM', fromOn: '2013-05-01', weekend: fridaySaturday },
  { place: 'SA', fromOn: '2013-06-29', weekend: fridaySaturday },
  ...always('AE', thursdayFriday),
  { place: 'AE', fromOn: '2006-09-01', weekend: fridaySaturday },
  { place: 'AE', fromOn: '2022-01-01', weekend: saturdaySunday },
];

/**
 * The weekend of a place on a day. A person's own rules stand before the defaults: where `ownRules` has any rule of the
 * place in force on that day, the defaults are not asked.
 */
export const weekendOf = (place: string, day: number, ownRules: readonly WeekendRule[] = []): Weekend => {
  for (const rules of [ownRules, defaultWeekendRules]) {
    let inForce: WeekendRule | null = null;
    let inForceFrom = -Infinity;
    for (const rule of rules) {
      if (rule.place !== place) continue;
      const from = rule.fromOn === null ? -Infinity : isoDayToNumber(rule.fromOn);
      if (from <= day && from >= inForceFrom) {
        inForce = rule;
        inForceFrom = from;
      }
    }
    if (inForce !== null) return inForce.weekend;
  }
  return saturdaySunday;
};

const noHolidays: ReadonlySet<number> = new Set<number>();

const isWorkingDay = (day: number, weekend: Weekend, holidays: ReadonlySet<number> = noHolidays): boolean =>
  !weekend.includes(weekdayOf(day)) && !holidays.has(day);

/** Longer than any run of holidays; met only when the holidays are wrong. */
const longestClosureDays = 366;

/**
 * The n-th working day after `day` (before it for a negative n). `day` itself need not be a working day and is never
 * counted; n = 0 gives `day` back. Holidays are epoch days.
 *
 * @throws RangeError when n is not an integer or no working day is found within a year.
 */
export const addWorkingDays = (day: number, n: number, weekend: Weekend, holidays: ReadonlySet<number> = noHolidays): number => {
  if (!Number.isInteger(n)) throw new RangeError(`${n} is not a whole number of working days`);
  const step = n < 0 ? -1 : 1;
  let current = day;
  for (let left = Math.abs(n); left > 0; left -= 1) {
    const last = current;
    do {
      current += step;
      if (Math.abs(current - last) > longestClosureDays) throw new RangeError('no working day within a year: check weekend and holidays');
    } while (!isWorkingDay(current, weekend, holidays));
  }
  return current;
};
