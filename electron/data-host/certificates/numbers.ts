import { GregorianCalendar, PersianCalendar, parseDate, toCalendar } from '@internationalized/date';
import { foldDigits } from '#shared/domain/importing/index.ts';
import { normaliseForSearch } from '#shared/i18n/text/index.ts';
import type { Connection } from '../db/store.ts';

/** What two numbers have in common that a person would call the same: case, script of the digits and punctuation are gone. */
export const numberKey = (number: string): string => normaliseForSearch(number);

/** Whether a number of our own laboratory stands on another certificate already: on an issued one, or as well on a draft. */
export const isTaken = (connection: Connection, number: string, exceptId: string | null, among: 'all' | 'issued' = 'all'): boolean =>
  connection.get(
    `SELECT 1 FROM certificates WHERE number_key = ? AND is_own_laboratory = 1 AND deleted_at IS NULL AND id IS NOT ? AND (state = 'issued' OR ? = 'all')`,
    [numberKey(number), exceptId, among],
  ) !== undefined;

type CalendarName = 'gregory' | 'persian';
const calendars = { gregory: new GregorianCalendar(), persian: new PersianCalendar() } as const;

/** @param day ISO. */
const yearOf = (day: string, calendar: CalendarName): number => toCalendar(parseDate(day), calendars[calendar]).year;

const amendment = /-A\d+$/u;
const width = 4;

/** The number under which a certificate is amended: `…-A1`, then `…-A2`. */
export function amendedNumber(connection: Connection, number: string): string {
  const base = number.replace(amendment, '');
  let count = Number(amendment.exec(number)?.[0].slice(2) ?? '0');
  let next: string;
  do {
    count += 1;
    next = `${base}-A${count}`;
  } while (isTaken(connection, next, null));
  return next;
}

interface Run {
  readonly text: string;
  readonly from: number;
}

const replaceRun = (text: string, run: Run, digits: string): string => text.slice(0, run.from) + digits + text.slice(run.from + run.text.length);
const lastDigits = (value: number, count: number): string => String(value % 10 ** count).padStart(count, '0');

/**
 * The number after this one: its last run of digits counts up, and a run that is the year of its days, in either calendar,
 * follows the year, with which the count begins anew.
 * @param days of the certificate that bears it: when it was made, calibrated and issued.
 */
export function followingNumber(number: string, days: readonly string[], today: string): string {
  const text = foldDigits(number.replace(amendment, ''));
  const runs: readonly Run[] = [...text.matchAll(/\d+/gu)].map((match) => ({ text: match[0], from: match.index }));
  for (const calendar of ['gregory', 'persian'] as const) {
    const years = new Set(days.map((day) => yearOf(day, calendar)));
    const year = runs.find((run) => (run.text.length === 4 || (run.text.length === 2 && runs.length > 1)) && [...years].some((each) => lastDigits(each, run.text.length) === run.text));
    const counter = runs.findLast((run) => run !== year);
    if (!year || !counter) continue;
    const current = lastDigits(yearOf(today, calendar), year.text.length);
    const count = current === year.text ? String(BigInt(counter.text) + 1n).padStart(counter.text.length, '0') : '1'.padStart(counter.text.length, '0');
    return replaceRun(replaceRun(text, counter, count), year.from > counter.from ? { ...year, from: year.from + count.length - counter.text.length } : year, current);
  }
  const counter = runs.at(-1);
  return counter ? replaceRun(text, counter, String(BigInt(counter.text) + 1n).padStart(counter.text.length, '0')) : `${text}-${'1'.padStart(width, '0')}`;
}

/** The next free number of our laboratory, in the pattern of its last certificate; the first one is the year and a count. */
export function nextNumber(connection: Connection, today: string, calendar: CalendarName): string {
  const last = connection.get<{ number: string; made: string; calibrated: string; issued: string | null }>(
    `SELECT number, substr(created_at, 1, 10) AS made, calibrated_on AS calibrated, issued_on AS issued FROM certificates
     WHERE is_own_laboratory = 1 AND deleted_at IS NULL ORDER BY created_at DESC, id DESC LIMIT 1`,
  );
  const days = [today, ...(last ? [last.made, last.calibrated, ...(last.issued === null ? [] : [last.issued])] : [])];
  let number = last ? followingNumber(last.number, days.slice(1), today) : `${yearOf(today, calendar)}-${'1'.padStart(width, '0')}`;
  while (isTaken(connection, number, null)) number = followingNumber(number, days, today);
  return number;
}
