import { readDay } from './dates.ts';
import { readDayForm } from './day-forms.ts';
import { isJalaliYear } from './jalali.ts';
import { dayOrders } from './types.ts';
import type { DayOrder, DayProfile, DayRule } from './types.ts';

/** Collects what the cells of one column prove about the way days are written there. */
export interface DayEvidence {
  note: (cell: string, times: number) => void;
  /** The rule that the evidence speaks for, and how surely. */
  decide: () => { readonly rule: DayRule; readonly certainty: DayProfile['certainty'] };
  forms: () => DayProfile['forms'];
}

const persianDigit = /[\u06F0-\u06F9]/u;

export const createDayEvidence = (): DayEvidence => {
  const proofs: Record<DayOrder, number> = { 'day-first': 0, 'month-first': 0, 'year-first': 0 };
  const forms = new Map<string, number>();
  let undecided = 0;
  // `27/08/14` is no month-first day, but either of the two others.
  let dayOrYear = 0;
  let unpaddedSlashes = 0;
  let slashes = 0;
  let jalali = 0;
  let gregorian = 0;
  let persianShort = 0;
  let serials = 0;

  const note = (cell: string, times: number): void => {
    const form = readDayForm(cell);
    if (form === null) return;
    forms.set(form.pattern, (forms.get(form.pattern) ?? 0) + times);
    if (form.kind === 'serial') serials += times;
    else if (form.kind === 'named') {
      if (form.calendar === 'jalali' || (form.yearDigits === 4 && isJalaliYear(form.year))) jalali += times;
      else gregorian += times;
    } else if (form.thirdDigits === 4 && isJalaliYear(form.third)) jalali += times;
    else {
      const { first, second, third } = form;
      const isShort = form.thirdDigits === 2;
      if (!isShort) gregorian += times;
      if (isShort && persianDigit.test(cell)) persianShort += times;
      const orders = possibleOrders(first, second, isShort ? third : null);
      const [order] = orders;
      if (orders.length === 1 && order !== undefined) proofs[order] += times;
      else if (isShort && !orders.includes('month-first')) dayOrYear += times;
      else if (first !== second || (isShort && first !== third)) undecided += times;
      if (form.separator === '/') {
        slashes += times;
        if (!form.isPadded) unpaddedSlashes += times;
      }
    }
  };

  /** Nothing in the cells proves the order: the habit behind the punctuation. `8/27/14` is how US spreadsheets write. */
  const habit = (isJalaliColumn: boolean): DayOrder => {
    if (isJalaliColumn) return 'year-first';
    return slashes > 0 && unpaddedSlashes > slashes / 4 ? 'month-first' : 'day-first';
  };

  return {
    note,
    forms: () => [...forms].map(([form, count]) => ({ form, count })).toSorted((one, other) => other.count - one.count || (one.form < other.form ? -1 : 1)),
    decide: () => {
      const isJalaliColumn = jalali > gregorian || (jalali === gregorian && persianShort > 0);
      const isYearFirst = proofs['year-first'] > 0 || isJalaliColumn;
      if (dayOrYear > 0) proofs[isYearFirst ? 'year-first' : 'day-first'] += dayOrYear;
      dayOrYear = 0;
      const proved = dayOrders.filter((order) => proofs[order] > 0);
      const strongest = proved.toSorted((one, other) => proofs[other] - proofs[one])[0];
      const rule: DayRule = {
        order: strongest ?? habit(isJalaliColumn),
        shortYears: isJalaliColumn ? 'jalali' : 'gregorian',
        serials: serials > 0,
      };
      if (proved.length > 1) return { rule, certainty: 'contradicted' };
      if (proved.length === 1) return { rule, certainty: 'proved' };
      return { rule, certainty: undecided > 0 ? 'assumed' : 'irrelevant' };
    },
  };
};

const isDay = (value: number): boolean => value >= 1 && value <= 31;
const isMonth = (value: number): boolean => value >= 1 && value <= 12;

/** The orders in which three numbers can be a day. `third` is null for a four-digit year, which stands last. */
const possibleOrders = (first: number, second: number, third: number | null): readonly DayOrder[] => {
  const possible: DayOrder[] = [];
  if (isDay(first) && isMonth(second)) possible.push('day-first');
  if (isMonth(first) && isDay(second)) possible.push('month-first');
  if (third !== null && isMonth(second) && isDay(third)) possible.push('year-first');
  return possible;
};

/** The day profile of distinct cells and how often each stands there. */
export const profileDays = (cells: ReadonlyMap<string, number>, evidence: DayEvidence, importYear: number): DayProfile => {
  const { rule, certainty } = evidence.decide();
  let readable = 0;
  let jalali = 0;
  for (const [cell, times] of cells) {
    const reading = readDay(cell, rule, importYear);
    if (!reading.ok) continue;
    readable += times;
    if (reading.calendar === 'jalali') jalali += times;
  }
  return { readable, jalali, rule, certainty, forms: evidence.forms() };
};
