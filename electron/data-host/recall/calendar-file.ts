import ical, { ICalAlarmType, ICalEventTransparency } from 'ical-generator';
import type { InstrumentRow } from '#shared/contract/instruments.ts';
import { createFormat } from '#shared/i18n/format.ts';
import type { LocaleChoice } from '#shared/i18n/locale.ts';
import { reminderDays } from '#shared/domain/calibration/index.ts';
import { noteIn } from './words.ts';

const SECONDS_A_DAY = 86_400;
/** Reminders come in the morning of their day: whole-day events begin at midnight. */
const MORNING_SECONDS = 9 * 3600;

/** The generator writes a whole day from the date's UTC fields. */
const midnight = (day: string): Date => new Date(`${day}T00:00:00Z`);

export interface CalendarRequest {
  readonly rows: readonly InstrumentRow[];
  readonly locale: LocaleChoice;
  readonly now: Date;
}

/**
 * RFC 5545: one whole-day event an instrument, on its due day, with the usual reminders. Its UID is the instrument's, so that a
 * later file moves the event instead of adding another.
 */
export function calendarFile({ rows, locale, now }: CalendarRequest): string {
  const { language } = locale;
  const format = createFormat(locale);
  const calendar = ical({ name: noteIn(language, 'calendarName'), prodId: { company: 'Peyvand', product: 'Peyvand', language: language.toUpperCase() } });
  for (const row of rows) {
    if (row.dueOn === null) continue;
    const lines = [
      row.clientName === null ? null : noteIn(language, 'calendarClient', { client: row.clientName }),
      row.site === null ? null : noteIn(language, 'calendarSite', { site: row.site }),
      row.lastCalibratedOn === null ? null : noteIn(language, 'calendarLast', { day: format.day(row.lastCalibratedOn) }),
      row.dueState === 'extended' ? noteIn(language, 'calendarExtended') : null,
    ];
    const summary = noteIn(language, 'calendarEvent', { name: row.name, serial: row.serial });
    calendar.createEvent({
      id: `instrument-${row.id}@peyvand`,
      start: midnight(row.dueOn), allDay: true, summary, stamp: now,
      description: lines.filter((line) => line !== null).join('\n'),
      location: [row.clientName, row.site].filter((part) => part !== null).join(', ') || null,
      transparency: ICalEventTransparency.TRANSPARENT,
      alarms: reminderDays.map((days) => ({ type: ICalAlarmType.display, triggerBefore: days * SECONDS_A_DAY - MORNING_SECONDS, description: summary })),
    });
  }
  return calendar.toString();
}
