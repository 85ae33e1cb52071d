import { civilToDayNumber, isoDayToNumber, numberToIsoDay } from '../calendar/index.ts';

/** Days before the due day on which a reminder is sent, and the day itself. */
export const reminderDays = [60, 30, 7, 0] as const;
export type ReminderDay = (typeof reminderDays)[number];
/** From the first reminder on, an instrument is due soon. */
export const dueSoonDays = 60;

export const dueStates = ['valid', 'due-soon', 'due', 'overdue', 'extended', 'out-for-calibration', 'lost', 'retired', 'unknown'] as const;
export type DueState = (typeof dueStates)[number];

/** What starts the interval, as agreed with who owns the instrument. */
export type IntervalStart = 'calibration' | 'first-use' | 'receipt';

interface IntervalDays {
  readonly starts: IntervalStart;
  readonly calibratedOn: string | null;
  readonly firstUsedOn: string | null;
  readonly receivedOn: string | null;
}

/**
 * Day on which the interval began. A first use or receipt that is not on record, or that belongs to an earlier calibration,
 * leaves the day of the calibration: due earlier than agreed, never later. null: nothing to count from.
 */
export const intervalStart = ({ starts, calibratedOn, firstUsedOn, receivedOn }: IntervalDays): string | null => {
  if (starts === 'calibration') return calibratedOn;
  const agreed = starts === 'first-use' ? firstUsedOn : receivedOn;
  return agreed !== null && (calibratedOn === null || agreed >= calibratedOn) ? agreed : calibratedOn;
};

/**
 * The same day of the month so many calendar months on (or back, where negative); the month's last one where it is too short
 * for it: 31 January and one month is 28 or 29 February. @throws RangeError for no day, a fraction of a month, a year past 9999.
 */
export const dueDay = (startsOn: string, months: number): string => {
  if (!Number.isInteger(months)) throw new RangeError(`${months} is no whole number of months`);
  isoDayToNumber(startsOn);
  const total = Number(startsOn.slice(0, 4)) * 12 + Number(startsOn.slice(5, 7)) - 1 + months;
  const first = firstDayOf(total);
  const length = firstDayOf(total + 1) - first;
  return numberToIsoDay(first + Math.min(Number(startsOn.slice(8)), length) - 1);
};

/** Epoch day of the first of a month; months counted from January of the year 0. */
const firstDayOf = (month: number): number => {
  const year = Math.floor(month / 12);
  return civilToDayNumber(year, month - year * 12 + 1, 1);
};

interface DueFacts {
  readonly status: 'in-use' | 'stored' | 'out-for-calibration' | 'lost' | 'retired';
  /** With its extension, where there is one. */
  readonly dueOn: string | null;
  readonly isExtended: boolean;
}

/**
 * How an instrument stands on a day. There is no grace: on the day after its due day it is overdue, an extended one on the day
 * after the extension ends. `unknown`: never calibrated, and no other day agreed to count from.
 */
export const dueState = ({ status, dueOn, isExtended }: DueFacts, today: string): DueState => {
  if (status === 'lost' || status === 'retired' || status === 'out-for-calibration') return status;
  if (dueOn === null) return 'unknown';
  const daysLeft = isoDayToNumber(dueOn) - isoDayToNumber(today);
  if (daysLeft < 0) return 'overdue';
  if (isExtended) return 'extended';
  if (daysLeft === 0) return 'due';
  return daysLeft <= dueSoonDays ? 'due-soon' : 'valid';
};

/**
 * Which reminder is due on a day: the latest that was reached, so that one missed over a weekend is still sent, unless it or a
 * later one was sent. null: none yet, or the due day is past and its own reminder was sent.
 */
export const reminderDue = (dueOn: string, today: string, sent: readonly ReminderDay[] = []): ReminderDay | null => {
  const daysLeft = isoDayToNumber(dueOn) - isoDayToNumber(today);
  const reached = reminderDays.findLast((days) => daysLeft <= days);
  return reached === undefined || sent.some((days) => days <= reached) ? null : reached;
};
