import ical, { ICalAlarmType, ICalEventTransparency } from 'ical-generator';
import type { ICalCalendar, ICalEventData } from 'ical-generator';
import type { InstrumentRow } from '#shared/contract/instruments.ts';
import { createFormat } from '#shared/i18n/format.ts';
import type { Format } from '#shared/i18n/format.ts';
import type { LocaleChoice } from '#shared/i18n/locale.ts';
import { reminderDays } from '#shared/domain/calibration/index.ts';
import { noteIn } from './words.ts';

const SECONDS_A_DAY = 86_400;
/** Reminders come in the morning of their day: whole-day events begin at midnight. */
const MORNING_SECONDS = 9 * 3600;

const calendarEnd = 'END:VCALENDAR';

/** The generator writes a whole day from the date's UTC fields. */
const midnight = (day: string): Date => new Date(`${day}T00:00:00Z`);

export interface CalendarFile {
  /** A slice of what falls due; what has no due day makes no event. */
  readonly add: (rows: readonly InstrumentRow[]) => void;
  readonly count: () => number;
  readonly text: () => string;
}

/**
 * RFC 5545: one whole-day event an instrument, on its due day, with the usual reminders. Its UID is the instrument's, so that a
 * later file moves the event instead of adding another. Written by the slice: ten thousand events are a second of work.
 */
export function openCalendarFile(locale: LocaleChoice, now: Date): CalendarFile {
  const { language } = locale;
  const format = createFormat(locale);
  const empty = (): ICalCalendar => ical({ name: noteIn(language, 'calendarName'), prodId: { company: 'Peyvand', product: 'Peyvand', language: language.toUpperCase() } });
  const frame = empty().toString();
  const end = frame.lastIndexOf(calendarEnd);
  const events: string[] = [];
  let count = 0;
  return {
    add: (rows) => {
      const calendar = empty();
      for (const row of rows) {
        if (row.dueOn === null) continue;
        calendar.createEvent(eventOf(row, row.dueOn, language, format, now));
        count += 1;
      }
      // What the slice's calendar has between the two ends of an empty one: its events.
      events.push(calendar.toString().slice(end, -(frame.length - end)));
    },
    count: () => count,
    text: () => `${frame.slice(0, end)}${events.join('')}${frame.slice(end)}`,
  };
}

function eventOf(row: InstrumentRow, dueOn: string, language: LocaleChoice['language'], format: Format, now: Date): ICalEventData {
  const lines = [
    row.clientName === null ? null : noteIn(language, 'calendarClient', { client: row.clientName }),
    row.site === null ? null : noteIn(language, 'calendarSite', { site: row.site }),
    row.lastCalibratedOn === null ? null : noteIn(language, 'calendarLast', { day: format.day(row.lastCalibratedOn) }),
    row.dueState === 'extended' ? noteIn(language, 'calendarExtended') : null,
  ];
  const summary = noteIn(language, 'calendarEvent', { name: row.name, serial: row.serial });
  return {
    id: `instrument-${row.id}@peyvand`,
    start: midnight(dueOn), allDay: true, summary, stamp: now,
    description: lines.filter((line) => line !== null).join('\n'),
    location: [row.clientName, row.site].filter((part) => part !== null).join(', ') || null,
    transparency: ICalEventTransparency.TRANSPARENT,
    alarms: reminderDays.map((days) => ({ type: ICalAlarmType.display, triggerBefore: days * SECONDS_A_DAY - MORNING_SECONDS, description: summary })),
  };
}
