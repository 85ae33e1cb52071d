import { GregorianCalendar, parseDate, toCalendar } from '@internationalized/date';
import type { CalendarDate, DateValue } from '@internationalized/date';

const GREGORIAN = new GregorianCalendar();

export const calendarDateOf = (day: string | null | undefined): CalendarDate | null => (day ? parseDate(day) : null);

/** ISO calendar day (Gregorian), whatever calendar it was picked in. */
export const isoDayOf = (date: DateValue | null): string | null => (date === null ? null : toCalendar(date, GREGORIAN).toString().slice(0, 10));
