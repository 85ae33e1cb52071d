import { CalendarDate, PersianCalendar } from '@internationalized/date';

const calendar = new PersianCalendar();
/** Julian day number of 1970-01-01. */
const unixJulianDay = 2_440_588;
const dayMs = 86_400_000;

/**
 * The Jalali years that are read: within them the calendar's 33-year rule gives the same days as ICU, checked day by day
 * in the tests. They begin in March 1821 and end in March 2122.
 */
export const jalaliYears = { first: 1200, last: 1500 } as const;

export const isJalaliYear = (year: number): boolean => year >= jalaliYears.first && year <= jalaliYears.last;

/** Days of a Jalali month (1–12): 31, 30, or 29 for Esfand of a common year. */
export const jalaliMonthLength = (year: number, month: number): number => calendar.getDaysInMonth(new CalendarDate(calendar, year, month, 1));

/** ISO day of a Jalali one that exists. */
export const jalaliToIso = (year: number, month: number, day: number): string =>
  epochDayToIso(calendar.toJulianDay(new CalendarDate(calendar, year, month, day)) - unixJulianDay);

/** The Jalali year in which a Gregorian year's Nowruz falls. */
export const jalaliYearOf = (gregorianYear: number): number => gregorianYear - 621;

/** ISO day of a count of days since 1970-01-01. */
export const epochDayToIso = (epochDay: number): string => new Date(epochDay * dayMs).toISOString().slice(0, 10);

/** Days of a Gregorian month (1–12). */
export const gregorianMonthLength = (year: number, month: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
};
