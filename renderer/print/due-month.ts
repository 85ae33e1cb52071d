import { createCalendar, endOfMonth, getWeeksInMonth, parseDate, startOfMonth, startOfWeek, toCalendar } from '@internationalized/date';
import { isoDayOf } from '#renderer/components/iso-day.ts';
import { localeTag } from '#shared/i18n/locale.ts';
import type { DocumentLocale } from '#shared/i18n/locale.ts';

export interface MonthDay {
  /** ISO. */
  readonly day: string;
  /** As counted in the reader's calendar. */
  readonly number: number;
  /** False: of the month before or after. */
  readonly isInside: boolean;
}

export interface Month {
  /** ISO days, both inside. */
  readonly firstOn: string;
  readonly lastOn: string;
  readonly weeks: readonly (readonly MonthDay[])[];
}

/** The month around a day in the reader's calendar, in whole weeks that begin as the reader's do. @param day ISO */
export function monthAround(day: string, choice: DocumentLocale): Month {
  const first = startOfMonth(toCalendar(parseDate(day), createCalendar(choice.calendar)));
  const locale = localeTag(choice);
  const start = startOfWeek(first, locale);
  const iso = (date: typeof first): string => isoDayOf(date) ?? day;
  return {
    firstOn: iso(first), lastOn: iso(endOfMonth(first)),
    weeks: Array.from({ length: getWeeksInMonth(first, locale) }, (_week, week) =>
      Array.from({ length: 7 }, (_day, index) => {
        const date = start.add({ days: week * 7 + index });
        return { day: iso(date), number: date.day, isInside: date.month === first.month && date.year === first.year };
      }),
    ),
  };
}
