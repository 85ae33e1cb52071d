import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expandYear, plainDayRule, readDay } from '#shared/domain/importing/index.ts';
import type { DayRule } from '#shared/domain/importing/index.ts';
import { jalaliMonthLength, jalaliToIso, jalaliYears } from '#shared/domain/importing/jalali.ts';

const monthFirst: DayRule = { ...plainDayRule, order: 'month-first' };
const yearFirst: DayRule = { ...plainDayRule, order: 'year-first' };
const jalaliShort: DayRule = { order: 'year-first', shortYears: 'jalali', serials: false };
const withSerials: DayRule = { ...plainDayRule, serials: true };

describe('readDay', () => {
  it.each([
    ['2024-10-08', '2024-10-08'],
    ['2024/10/8', '2024-10-08'],
    ['2024.10.08', '2024-10-08'],
    ['20241008', '2024-10-08'],
    ['2024-10-08T23:59:59.999Z', '2024-10-08'],
    ['2024-10-08 00:00:00', '2024-10-08'],
    ['08/10/2024 14:30', '2024-10-08'],
    ['8/10/2024 2:30 PM', '2024-10-08'],
    ['02-Jun-06', '2006-06-02'],
    ['2-June-2006', '2006-06-02'],
    ['June 2nd, 2006', '2006-06-02'],
    ['Friday, 2 June 2006', '2006-06-02'],
    ['02JUN2006', '2006-06-02'],
    ['2006 Jun 2', '2006-06-02'],
    ['13/02/2024', '2024-02-13'],
    ['13.02.24', '2024-02-13'],
    ['8 - 10 - 2024', '2024-10-08'],
    ['1403/07/17', '2024-10-08'],
    ['1403-7-17', '2024-10-08'],
    ['۱۴۰۳/۰۷/۱۷', '2024-10-08'],
    ['١٤٠٣/٠٧/١٧', '2024-10-08'],
    ['17/07/1403', '2024-10-08'],
    ['14030717', '2024-10-08'],
    ['۱۷ مهر ۱۴۰۳', '2024-10-08'],
    ['۱۷ مهر ماه ۱۴۰۳', '2024-10-08'],
    ['سه‌شنبه ۱۷ مهر ۱۴۰۳', '2024-10-08'],
    ['17 Mehr 1403', '2024-10-08'],
    ['۱۷ میزان ۱۴۰۳', '2024-10-08'],
    ['۸ اکتبر ۲۰۲۴', '2024-10-08'],
    ['۸ ژوئیه ۲۰۲۴', '2024-07-08'],
    ['1403/12/30', '2025-03-20'],
    ['29 Feb 2024', '2024-02-29'],
    ['17 مهر 03', '2024-10-08'],
  ])('%s → %s', (cell, iso) => {
    expect(readDay(cell, plainDayRule, 2026)).toMatchObject({ ok: true, iso });
  });

  it.each<[string, DayRule, string]>([
    ['8/27/14', monthFirst, '2014-08-27'],
    ['08/09/2014', monthFirst, '2014-08-09'],
    ['08/09/2014', plainDayRule, '2014-09-08'],
    ['14/08/27', yearFirst, '2014-08-27'],
    ['۰۳/۰۷/۱۷', jalaliShort, '2024-10-08'],
    ['98/05/12', jalaliShort, '2019-08-03'],
    ['45573', withSerials, '2024-10-08'],
    ['45573.75', withSerials, '2024-10-08'],
  ])('%s in its column → %s', (cell, rule, iso) => {
    expect(readDay(cell, rule, 2026)).toMatchObject({ ok: true, iso });
  });

  it.each<[string, DayRule, string, Record<string, unknown>]>([
    ['31 February 2024', plainDayRule, 'day-impossible', { reason: 'day', month: 2, length: 29, calendar: 'gregorian' }],
    ['31/02/2024', plainDayRule, 'day-impossible', { reason: 'day', month: 2, length: 29 }],
    ['2023-02-29', plainDayRule, 'day-impossible', { reason: 'day', month: 2, length: 28 }],
    ['31/04/2024', plainDayRule, 'day-impossible', { reason: 'day', month: 4, length: 30 }],
    ['31/04', plainDayRule, 'day-unreadable', {}],
    ['1402/12/30', plainDayRule, 'day-impossible', { reason: 'day', month: 12, length: 29, calendar: 'jalali' }],
    ['1403/07/31', plainDayRule, 'day-impossible', { reason: 'day', month: 7, length: 30, calendar: 'jalali' }],
    ['1403/13/01', plainDayRule, 'day-impossible', { reason: 'month', month: 13 }],
    ['2024-13-01', plainDayRule, 'day-impossible', { reason: 'month', month: 13 }],
    ['02/13/2024', plainDayRule, 'day-against-order', { first: 'day', other: '2024-02-13' }],
    ['13/02/2024', monthFirst, 'day-against-order', { first: 'month', other: '2024-02-13' }],
    ['45573', plainDayRule, 'day-serial-unexpected', { day: '2024-10-08' }],
    ['99999', withSerials, 'day-unreadable', {}],
    ['0206-06-02', plainDayRule, 'day-year-implausible', { year: '206' }],
    ['02 Mehr 2024', plainDayRule, 'day-year-implausible', { year: '2024' }],
    ['Date Not Captured', plainDayRule, 'day-unreadable', {}],
    ['Pre-PQ Process', plainDayRule, 'day-unreadable', {}],
    ['N/A', plainDayRule, 'day-unreadable', {}],
    ['Jun-06', plainDayRule, 'day-unreadable', {}],
    ['😀', plainDayRule, 'day-unreadable', {}],
    ['2024-10-08 extra', plainDayRule, 'day-unreadable', {}],
    ['12 boxes 2024', plainDayRule, 'day-unreadable', {}],
    ['-5', plainDayRule, 'day-unreadable', {}],
    ['1,234', plainDayRule, 'day-unreadable', {}],
  ])('%s is refused: %s', (cell, rule, code, params) => {
    const reading = readDay(cell, rule, 2026);
    expect(reading).toMatchObject({ ok: false, code });
    expect(reading.ok ? {} : reading.params).toMatchObject(params);
  });

  it('reads two-digit years within 80 years before and 19 after the import', () => {
    expect([45, 46, 0, 99, 26].map((year) => expandYear(year, 2026))).toEqual([2045, 1946, 2000, 1999, 2026]);
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 0, max: 99 }), (importYear, digits) => {
        const year = expandYear(digits, importYear);
        expect(year % 100).toBe(digits);
        expect(year).toBeGreaterThanOrEqual(importYear - 80);
        expect(year).toBeLessThanOrEqual(importYear + 19);
      }),
    );
  });
});

const pad = (value: number): string => String(value).padStart(2, '0');
const persianDigits = (text: string): string => text.replace(/\d/gu, (digit) => String.fromCharCode(0x06f0 + Number(digit)));

describe('days in every form that leaves no doubt', () => {
  it('come back in the Gregorian calendar', () => {
    const long = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });
    const short = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' });
    const persian = new Intl.DateTimeFormat('fa-u-ca-gregory', { month: 'long', timeZone: 'UTC' });
    fc.assert(
      fc.property(fc.date({ min: new Date('1800-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }), (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
        const forms = [
          iso,
          iso.replaceAll('-', '/'),
          iso.replaceAll('-', ''),
          date.toISOString(),
          `${day}/${month}/${year}`,
          `${pad(day)}.${pad(month)}.${year}`,
          `${day}-${short.format(date)}-${year}`,
          `${day} ${long.format(date)} ${year}`,
          `${long.format(date)} ${day}, ${year}`,
          `${persianDigits(String(day))} ${persian.format(date)} ${persianDigits(String(year))}`,
        ];
        for (const form of forms) expect([form, readDay(form, plainDayRule, 2026)]).toEqual([form, { ok: true, iso, calendar: 'gregorian' }]);
        expect(readDay(`${month}/${day}/${year}`, monthFirst, 2026)).toEqual({ ok: true, iso, calendar: 'gregorian' });
      }),
    );
  });

  it('come back in the Jalali calendar', () => {
    const month = new Intl.DateTimeFormat('fa-u-ca-persian', { month: 'long', timeZone: 'UTC' });
    fc.assert(
      fc.property(fc.integer({ min: 1200, max: 1500 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 29 }), (y, m, d) => {
        const iso = jalaliToIso(y, m, d);
        const name = month.format(new Date(iso));
        const forms = [`${y}/${pad(m)}/${pad(d)}`, `${y}-${m}-${d}`, `${d}/${m}/${y}`, `${y}${pad(m)}${pad(d)}`, `${d} ${name} ${y}`, `${y} ${name} ${d}`];
        for (const form of [...forms, ...forms.map(persianDigits)]) {
          expect([form, readDay(form, monthFirst, 2026)]).toEqual([form, { ok: true, iso, calendar: 'jalali' }]);
        }
      }),
    );
  });
});

describe('jalaliToIso', () => {
  it('gives the day that ICU gives, on every day of every year that is read', () => {
    const icu = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', { year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'UTC' });
    let expected = Date.parse(jalaliToIso(jalaliYears.first, 1, 1));
    const wrong: string[] = [];
    for (let year = jalaliYears.first; year <= jalaliYears.last; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        for (let day = 1; day <= jalaliMonthLength(year, month); day += 1) {
          const time = Date.parse(jalaliToIso(year, month, day));
          // Without a gap or a repetition, and named by ICU as we name it.
          if (time !== expected || !icu.format(time).startsWith(`${month}/${day}/${year} `)) wrong.push(`${year}/${month}/${day}`);
          expected = time + 86_400_000;
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});
