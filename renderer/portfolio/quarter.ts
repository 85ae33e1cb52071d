import { GregorianCalendar, PersianCalendar, parseDate, toCalendar } from '@internationalized/date';
import type { LocaleChoice } from '#shared/i18n/locale.ts';

const MONTHS = 3;

/** The last day of the quarter before the one that a day lies in, by the calendar of the reader; both ISO. */
export function endOfLastQuarter(day: string, calendar: LocaleChoice['calendar']): string {
  const date = toCalendar(parseDate(day), calendar === 'persian' ? new PersianCalendar() : new GregorianCalendar());
  const first = date.set({ month: date.month - ((date.month - 1) % MONTHS), day: 1 });
  return toCalendar(first, new GregorianCalendar()).subtract({ days: 1 }).toString();
}
