/**
 * Calendar days as integers: 0 = 1970-01-01, proleptic Gregorian, no time zone. Arithmetic after H. Hinnant,
 * "chrono-Compatible Low-Level Date Algorithms" (days_from_civil, civil_from_days): exact, without Date objects.
 */

const daysPerEra = 146_097;
/** Days from 0000-03-01, where an era begins, to 1970-01-01. */
const epochShift = 719_468;
const zeroCode = 48;
const dashCode = 45;

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
};

/** Epoch day of a Gregorian date that is known to exist. */
export const civilToDayNumber = (year: number, month: number, dayOfMonth: number): number => {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const monthFromMarch = month > 2 ? month - 3 : month + 9;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * daysPerEra + dayOfEra - epochShift;
};

interface CivilDay {
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  readonly dayOfMonth: number;
}

const dayNumberToCivil = (day: number): CivilDay => {
  const shifted = day + epochShift;
  const era = Math.floor(shifted / daysPerEra);
  const dayOfEra = shifted - era * daysPerEra;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
};

/** Calendar quarters since year 0: year·4 + 0…3. */
export const dayNumberToQuarter = (day: number): number => {
  const { year, month } = dayNumberToCivil(day);
  return year * 4 + Math.floor((month - 1) / 3);
};

/** First day of a quarter as {@link dayNumberToQuarter} counts it. */
export const quarterToFirstDay = (quarter: number): number => {
  const year = Math.floor(quarter / 4);
  return civilToDayNumber(year, (quarter - year * 4) * 3 + 1, 1);
};

const digitAt = (text: string, index: number): number => text.charCodeAt(index) - zeroCode;

/**
 * `YYYY-MM-DD` to its epoch day without any check, for text that the database's own rules already guarantee. Anything
 * else gives a meaningless number: use {@link parseIsoDay} for what a person or a file wrote.
 */
export const trustedIsoDayToNumber = (text: string): number =>
  civilToDayNumber(
    digitAt(text, 0) * 1000 + digitAt(text, 1) * 100 + digitAt(text, 2) * 10 + digitAt(text, 3),
    digitAt(text, 5) * 10 + digitAt(text, 6),
    digitAt(text, 8) * 10 + digitAt(text, 9),
  );

/** `YYYY-MM-DD` (ISO 8601, four-digit year, ASCII digits) to its epoch day; null for anything else, 31 February included. */
export const parseIsoDay = (text: string): number | null => {
  if (text.length !== 10 || text.charCodeAt(4) !== dashCode || text.charCodeAt(7) !== dashCode) return null;
  for (let index = 0; index < 10; index += 1) {
    const digit = digitAt(text, index);
    if (index !== 4 && index !== 7 && !(digit >= 0 && digit <= 9)) return null;
  }
  const year = digitAt(text, 0) * 1000 + digitAt(text, 1) * 100 + digitAt(text, 2) * 10 + digitAt(text, 3);
  const month = digitAt(text, 5) * 10 + digitAt(text, 6);
  const dayOfMonth = digitAt(text, 8) * 10 + digitAt(text, 9);
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return null;
  return civilToDayNumber(year, month, dayOfMonth);
};

/** @throws RangeError where the text is not an existing day in the form `YYYY-MM-DD`. */
export const isoDayToNumber = (text: string): number => {
  const day = parseIsoDay(text);
  if (day === null) throw new RangeError(`"${text.slice(0, 40)}" is not a calendar day YYYY-MM-DD`);
  return day;
};

const firstDay = civilToDayNumber(0, 1, 1);
const lastDay = civilToDayNumber(9999, 12, 31);

/** Epoch day to `YYYY-MM-DD`. @throws RangeError for a fraction or a year outside 0000–9999, which the form cannot write. */
export const numberToIsoDay = (day: number): string => {
  if (!Number.isInteger(day) || day < firstDay || day > lastDay) throw new RangeError(`${day} is no epoch day of the years 0000–9999`);
  const { year, month, dayOfMonth } = dayNumberToCivil(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
};

/** `YYYY-MM-DD` plus whole days. @throws RangeError as {@link isoDayToNumber} and {@link numberToIsoDay} do. */
export const addDays = (isoDay: string, days: number): string => numberToIsoDay(isoDayToNumber(isoDay) + days);

/** Whole days from the first day to the second; negative when the second is earlier. @throws RangeError for no day. */
export const daysBetween = (fromIsoDay: string, toIsoDay: string): number => isoDayToNumber(toIsoDay) - isoDayToNumber(fromIsoDay);

/** ISO 8601 weekday: 1 Monday … 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Weekday[];

export const weekdayOf = (day: number): Weekday => weekdays[(((day + 3) % 7) + 7) % 7] ?? 1;
