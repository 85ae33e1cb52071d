import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalOfMinor } from '#shared/i18n/decimal.ts';
import { createFormat } from '#shared/i18n/format.ts';
import { localeTag } from '#shared/i18n/locale.ts';

const english = createFormat({ language: 'en', calendar: 'gregory', digits: 'latn' });
const persian = createFormat({ language: 'fa', calendar: 'persian', digits: 'arabext' });
const mixed = createFormat({ language: 'en', calendar: 'persian', digits: 'arabext' });
/** Marks of direction are there for the eye's sake; what is read is compared. */
const read = (text: string): string => text.replaceAll(/[\u200E\u200F\u2066-\u2069]/gu, '').replaceAll('\u00A0', ' ');

test('language, calendar and digits are three separate choices', () => {
  expect(localeTag({ language: 'fa', calendar: 'gregory', digits: 'latn' })).toBe('fa-IR-u-ca-gregory-nu-latn');
  expect(read(mixed.day('2026-11-22'))).toBe('۱ Azar ۱۴۰۵');
  expect(read(createFormat({ language: 'fa', calendar: 'gregory', digits: 'latn' }).day('2026-11-22'))).toBe('22 نوامبر 2026');
});

describe('days', () => {
  test.each([
    ['2024-03-20', '20 Mar 2024', '۱ فروردین ۱۴۰۳'],
    ['2025-03-20', '20 Mar 2025', '۳۰ اسفند ۱۴۰۳'],
    ['2025-03-21', '21 Mar 2025', '۱ فروردین ۱۴۰۴'],
    ['2015-09-14', '14 Sept 2015', '۲۳ شهریور ۱۳۹۴'],
  ])('%s', (day, gregorian, jalali) => {
    expect(read(english.day(day))).toBe(gregorian);
    expect(read(persian.day(day))).toBe(jalali);
  });

  test('weekday, month and digits alone', () => {
    expect(read(english.day('2026-11-22', 'full'))).toBe('Sunday, 22 November 2026');
    expect(read(persian.day('2026-11-22', 'full'))).toBe('یکشنبه ۱ آذر ۱۴۰۵');
    expect(read(persian.day('2026-11-22', 'short'))).toBe('۱۴۰۵/۰۹/۰۱');
    expect(read(persian.month('2026-11-22'))).toBe('آذر ۱۴۰۵');
  });

  test('the day stays the day whatever zone this computer is in', () => {
    expect(read(english.day('2026-01-01'))).toBe('1 Jan 2026');
    expect(read(english.day('2026-12-31'))).toBe('31 Dec 2026');
  });

  test('what is no day is refused, not shown as another one', () => {
    expect(() => english.day('22.11.2026')).toThrow(RangeError);
  });

  test('an instant is read in the zone that is asked for', () => {
    expect(read(english.instant('2026-11-22T20:45:00Z', 'medium', 'Asia/Tehran'))).toBe('23 Nov 2026, 00:15');
    expect(read(persian.time('2026-11-22T20:45:00Z', 'Asia/Tehran'))).toBe('۰۰:۱۵');
  });
});

describe('money', () => {
  test.each([
    [162_758_445_729, 'USD', 'USD 1,627,584,457.29', '$۱٬۶۲۷٬۵۸۴٬۴۵۷٫۲۹'],
    [5, 'EUR', 'EUR 0.05', '€۰٫۰۵'],
    [1500, 'JPY', 'JPY 1,500', '¥۱٬۵۰۰'],
    [1500, 'KWD', 'KWD 1.500', 'KWD ۱٫۵۰۰'],
    [-1_234_567, 'USD', '-USD 12,345.67', '−$۱۲٬۳۴۵٫۶۷'],
  ])('%d minor units of %s', (minor, currency, en, fa) => {
    expect(read(english.money({ minor, currency }))).toBe(en);
    expect(read(persian.money({ minor, currency }))).toBe(fa);
  });

  test('is exact to the last minor unit', () => {
    expect(read(english.money({ minor: Number.MAX_SAFE_INTEGER, currency: 'USD' }))).toBe('USD 90,071,992,547,409.91');
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom(0, 2, 3, 4), (minor, digits) => {
        const decimal = decimalOfMinor(minor, digits);
        expect(BigInt(decimal.replace('.', ''))).toBe(BigInt(minor));
        expect(decimal.split('.')[1]?.length ?? 0).toBe(digits);
      }),
    );
    expect(() => decimalOfMinor(1.5, 2)).toThrow(RangeError);
  });

  test('short for lists', () => {
    expect(read(english.compactMoney({ minor: 162_758_445_729, currency: 'USD' }))).toBe('USD 1.6bn');
    expect(read(persian.compactMoney({ minor: 162_758_445_729, currency: 'USD' }))).toBe('۱٫۶ میلیارد $');
  });
});

test('numbers, rates and sizes', () => {
  expect(english.percent(9138 / 10_324, 2)).toBe('88.51%');
  expect(read(persian.percent(9138 / 10_324, 2))).toBe('۸۸٫۵۱٪');
  expect(english.signed(-2)).toBe('-2');
  expect(english.signed(3)).toBe('+3');
  expect(english.signed(0)).toBe('0');
  expect(english.fixed(61, 1)).toBe('61.0');
  expect(read(persian.fileSize(2_000_000))).toBe('۲ مگابایت');
  expect(english.days(1)).toBe('1 day');
});

test.each([
  ['2026-11-22', 'today', 'امروز'],
  ['2026-11-21', 'yesterday', 'دیروز'],
  ['2026-11-10', '12 days ago', '۱۲ روز پیش'],
  ['2026-12-24', 'in 4 weeks', '۴ هفته بعد'],
  ['2026-05-22', '6 months ago', '۶ ماه پیش'],
  ['2015-09-14', '11 years ago', '۱۱ سال پیش'],
])('%s is told from 2026-11-22', (day, en, fa) => {
  expect(english.relative(day, '2026-11-22')).toBe(en);
  expect(read(persian.relative(day, '2026-11-22'))).toBe(fa);
});

test('digits of any script are shown in the chosen one', () => {
  expect(persian.digits('A-120 ٣')).toBe('A-۱۲۰ ۳');
  expect(english.digits('۱۴۰۵/۹')).toBe('1405/9');
});

test('countries and languages have names, and an unknown one its code', () => {
  expect(english.country('ZA')).toBe('South Africa');
  expect(persian.country('DE')).toBe('آلمان');
  expect(english.country('ZZ')).not.toBe('');
  expect(persian.languageName('en')).toBe('انگلیسی');
});
