import { readDayForm } from './day-forms.ts';
import type { DayForm } from './day-forms.ts';
import { epochDayToIso, gregorianMonthLength, isJalaliYear, jalaliMonthLength, jalaliToIso, jalaliYearOf } from './jalali.ts';
import type { DayRule, MessageParams, ProblemCode } from './types.ts';

export type DayReading =
  | { readonly ok: true; readonly iso: string; readonly calendar: 'gregorian' | 'jalali' }
  | { readonly ok: false; readonly code: ProblemCode; readonly params: MessageParams };

export const plainDayRule: DayRule = { order: 'day-first', shortYears: 'gregorian', serials: false };

/** Days of deliveries: a year outside is a slip of the pen. */
const plausibleYears = { first: 1800, last: 2199 } as const;
/** Day 25569 of the 1900 date system is 1970-01-01 (ECMA-376 part 1, 18.17.4.1). */
const serialOfEpoch = 25_569;
/** 1950-01-01 … 2099-12-31. */
const serials = { first: 18_264, last: 73_050 } as const;

const refuse = (code: ProblemCode, params: MessageParams = {}): DayReading => ({ ok: false, code, params });

/**
 * The year meant by two digits: the only one that ends so in the hundred years from 80 before the import's year to 19
 * after it. In 2026 that is 1946–2045, so 46 → 1946 and 45 → 2045.
 */
export const expandYear = (twoDigits: number, importYear: number): number => {
  const latest = importYear + 19;
  return latest - ((((latest - twoDigits) % 100) + 100) % 100);
};

const readCalendarDay = (calendar: 'gregorian' | 'jalali', year: number, month: number, day: number): DayReading => {
  const isPlausible = calendar === 'jalali' ? isJalaliYear(year) : year >= plausibleYears.first && year <= plausibleYears.last;
  if (!isPlausible) return refuse('day-year-implausible', { year: String(year) });
  if (month < 1 || month > 12) return refuse('day-impossible', { reason: 'month', month, year: String(year), length: 0, calendar });
  const length = calendar === 'jalali' ? jalaliMonthLength(year, month) : gregorianMonthLength(year, month);
  if (day < 1 || day > length) return refuse('day-impossible', { reason: 'day', month, year: String(year), length, calendar });
  const iso =
    calendar === 'jalali' ? jalaliToIso(year, month, day) : `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return { ok: true, iso, calendar };
};

const readLongYear = (calendar: 'gregorian' | 'jalali' | null, year: number, month: number, day: number): DayReading =>
  readCalendarDay(calendar ?? (isJalaliYear(year) ? 'jalali' : 'gregorian'), year, month, day);

type NumbersForm = Extract<DayForm, { kind: 'numbers' }>;

const readNumbers = (form: NumbersForm, rule: DayRule, importYear: number): DayReading => {
  const { first, second, third } = form;
  if (form.thirdDigits === 4) {
    // No one writes a Jalali month before its day when the year comes last.
    if (isJalaliYear(third)) return readCalendarDay('jalali', third, second, first);
    const [month, day] = rule.order === 'month-first' ? [first, second] : [second, first];
    return againstOrder(readCalendarDay('gregorian', third, month, day), () => readCalendarDay('gregorian', third, day, month), rule);
  }
  const calendar = rule.shortYears;
  const expand = (year: number): number => expandYear(year, calendar === 'jalali' ? jalaliYearOf(importYear) : importYear);
  const under = (order: DayRule['order']): DayReading => {
    if (order === 'year-first') return readCalendarDay(calendar, expand(first), second, third);
    return order === 'day-first'
      ? readCalendarDay(calendar, expand(third), second, first)
      : readCalendarDay(calendar, expand(third), first, second);
  };
  const others = (['day-first', 'month-first', 'year-first'] as const).filter((order) => order !== rule.order);
  return againstOrder(under(rule.order), () => others.map(under).find((reading) => reading.ok) ?? refuse('day-unreadable'), rule);
};

const firstPart = { 'day-first': 'day', 'month-first': 'month', 'year-first': 'year' } as const;

/** Where a day is impossible in the column's order but possible in another, that is what a person must be told. */
const againstOrder = (reading: DayReading, otherwise: () => DayReading, rule: DayRule): DayReading => {
  if (reading.ok || reading.code !== 'day-impossible') return reading;
  const other = otherwise();
  return other.ok ? refuse('day-against-order', { first: firstPart[rule.order], other: other.iso }) : reading;
};

/**
 * The day a cell tells under its column's rule.
 * @param cell cleaned by `cleanText`
 * @param importYear Gregorian year of the import, the centre of the window of two-digit years (`expandYear`)
 */
export const readDay = (cell: string, rule: DayRule, importYear: number): DayReading => {
  const form = readDayForm(cell);
  if (form === null) return refuse('day-unreadable');
  switch (form.kind) {
    case 'named': {
      if (form.yearDigits === 4) return readLongYear(form.calendar, form.year, form.month, form.day);
      const calendar = form.calendar ?? rule.shortYears;
      const year = expandYear(form.year, calendar === 'jalali' ? jalaliYearOf(importYear) : importYear);
      return readCalendarDay(calendar, year, form.month, form.day);
    }
    case 'numbers':
      return readNumbers(form, rule, importYear);
    case 'serial': {
      if (form.days < serials.first || form.days > serials.last) return refuse('day-unreadable');
      const iso = epochDayToIso(form.days - serialOfEpoch);
      return rule.serials ? { ok: true, iso, calendar: 'gregorian' } : refuse('day-serial-unexpected', { day: iso });
    }
    default:
      return form satisfies never;
  }
};

const cacheLimit = 20_000;

/** `readDay` that remembers: a million rows speak of a few thousand days. */
export const createDayReader = (rule: DayRule, importYear: number): ((cell: string) => DayReading) => {
  const known = new Map<string, DayReading>();
  return (cell) => {
    const remembered = known.get(cell);
    if (remembered !== undefined) return remembered;
    const reading = readDay(cell, rule, importYear);
    if (known.size < cacheLimit) known.set(cell, reading);
    return reading;
  };
};
