import { addDays } from '#shared/domain/calendar/index.ts';

export const sincePresets = ['monthEnd', 'threeMonths', 'yearStart', 'yearBefore'] as const;
export type SincePreset = (typeof sincePresets)[number];

const monthsBefore = (day: string, months: number): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, lastOfMonth))).toISOString().slice(0, 10);
};

/** Days back to the first day of the month or year that `day` lies in, in a calendar of months. */
function daysInto(day: string, calendar: 'gregory' | 'persian', unit: 'month' | 'year'): number {
  const parts = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, { year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'UTC' });
  const read = (of: string) => {
    const found = new Map(parts.formatToParts(new Date(`${of}T12:00:00Z`)).map(({ type, value }) => [type, value]));
    // The Persian year is called `year` too; a calendar's year changes with its month 1.
    return unit === 'month' ? Number(found.get('day')) === 1 : Number(found.get('day')) === 1 && Number(found.get('month')) === 1;
  };
  let back = 0;
  while (!read(addDays(day, -back))) back += 1;
  return back;
}

/** The day that a preset stands for, before the reading day; months and years are those of the person's own calendar. */
export function sinceDay(preset: SincePreset, readOn: string, calendar: 'gregory' | 'persian'): string {
  if (preset === 'threeMonths') return monthsBefore(readOn, 3);
  if (preset === 'yearBefore') return monthsBefore(readOn, 12);
  return addDays(readOn, -daysInto(readOn, calendar, preset === 'monthEnd' ? 'month' : 'year') - 1);
}
