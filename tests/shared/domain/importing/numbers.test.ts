import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minorUnitDecimals, readCurrency, readDecimal, readQuantity, toMinorUnits } from '#shared/domain/importing/index.ts';
import type { NumberRule } from '#shared/domain/importing/index.ts';

const point: NumberRule = { decimal: '.' };
const comma: NumberRule = { decimal: ',' };

const minor = (cell: string, currency: string, rule: NumberRule = point): unknown => {
  const decimal = readDecimal(cell, rule);
  return decimal.ok ? toMinorUnits(decimal.value, currency) : decimal;
};

describe('money', () => {
  it.each([
    ['1627584457.29', 'USD', point, 162_758_445_729],
    ['0.07', 'USD', point, 7],
    ['551', 'USD', point, 55_100],
    ['0.1', 'USD', point, 10],
    ['1,234.56', 'USD', point, 123_456],
    ['1.234,56', 'EUR', comma, 123_456],
    ['1 234,56', 'EUR', comma, 123_456],
    ['1\u00A0234,56 €', 'EUR', comma, 123_456],
    ["1'234.56", 'CHF', point, 123_456],
    ['12,34,567.89', 'INR', point, 123_456_789],
    ['۱٬۲۳۴٫۵۶', 'USD', point, 123_456],
    ['١٬٢٣٤٫٥٦', 'USD', comma, 123_456],
    ['$1,234.50', 'USD', point, 123_450],
    ['USD 1,234.50', 'USD', point, 123_450],
    ['1,234.50 USD', 'USD', point, 123_450],
    ['(1,234.50)', 'USD', point, -123_450],
    ['-1,234.50', 'USD', point, -123_450],
    ['−1,234.50', 'USD', point, -123_450],
    ['1,234.50-', 'USD', point, -123_450],
    ['-$5', 'USD', point, -500],
    ['$-5', 'USD', point, -500],
    ['+5', 'USD', point, 500],
    ['-0', 'USD', point, 0],
    ['.5', 'USD', point, 50],
    ['1500', 'JPY', point, 1500],
    ['1.234', 'KWD', point, 1234],
    ['007.50', 'USD', point, 750],
    ['9999999999999.99', 'USD', point, 999_999_999_999_999],
  ])('%s %s', (cell, currency, rule, expected) => {
    // Strictly: −0 is not 0 here, and would be stored as something else.
    expect(minor(cell, currency, rule)).toStrictEqual({ ok: true, value: { minor: expected, isRounded: false } });
  });

  it.each([
    ['1.005', 'USD', 100],
    ['1.015', 'USD', 102],
    ['1.025', 'USD', 102],
    ['1.0250001', 'USD', 103],
    ['-1.015', 'USD', -102],
    ['0.004', 'USD', 0],
    ['-0.004', 'USD', 0],
    ['0.5', 'JPY', 0],
    ['1.5', 'JPY', 2],
    ['2.5', 'JPY', 2],
  ])('%s %s is rounded half to even, and told', (cell, currency, expected) => {
    expect(minor(cell, currency)).toStrictEqual({ ok: true, value: { minor: expected, isRounded: true } });
  });

  it.each([
    ['Weight Captured Separately', 'number-unreadable'],
    ['1,23', 'number-against-format'],
    ['1.234,56', 'number-against-format'],
    ['1,2345', 'number-against-format'],
    ['1.2.3', 'number-against-format'],
    ["1,234'567.00", 'number-against-format'],
    ['12%', 'number-unreadable'],
    ['--5', 'number-unreadable'],
    ['(-5)', 'number-unreadable'],
    ['1e5', 'number-unreadable'],
    ['۱۲۰۰ تومان', 'number-unreadable'],
    ['😀', 'number-unreadable'],
    ['5.', 'number-unreadable'],
    ['12 boxes', 'number-unreadable'],
    ['2024-10-08', 'number-unreadable'],
    ['99999999999999999.99', 'number-too-large'],
  ])('%s is refused: %s', (cell, code) => {
    expect(minor(cell, 'USD')).toMatchObject({ ok: false, code });
  });

  it('comes back exactly, to the last digit, in every way of writing it', () => {
    const currencies = fc.constantFrom('USD', 'JPY', 'KWD', 'EUR');
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), currencies, (amount, currency) => {
        const decimals = minorUnitDecimals(currency);
        const digits = String(Math.abs(amount)).padStart(decimals + 1, '0');
        const whole = digits.slice(0, digits.length - decimals);
        const rest = digits.slice(digits.length - decimals);
        const groups = (sign: string): string => whole.replace(/\B(?=(?:\d{3})+$)/gu, sign);
        const sign = amount < 0 ? '-' : '';
        const write = (group: string, decimal: string): string => `${sign}${groups(group)}${decimals === 0 ? '' : decimal + rest}`;
        const expected = { ok: true, value: { minor: amount, isRounded: false } };
        for (const cell of [write('', '.'), write(',', '.'), write(' ', '.'), write("'", '.'), write('٬', '٫'), `${currency} ${write(',', '.')}`]) {
          expect([cell, minor(cell, currency)]).toEqual([cell, expected]);
        }
        for (const cell of [write('', ','), write('.', ','), write('\u202F', ',')]) {
          expect([cell, minor(cell.replaceAll('\u202F', ' '), currency, comma)]).toEqual([cell, expected]);
        }
      }),
    );
  });
});

describe('quantities', () => {
  it.each([
    ['19', 19],
    ['0', 0],
    ['1,000', 1000],
    ['2.5', 2.5],
    ['0.1', 0.1],
    ['۱۲۳', 123],
    ['2.50', 2.5],
    ['123456789012.345', 123_456_789_012.345],
  ])('%s', (cell, expected) => {
    expect(readQuantity(cell, point)).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['0.1234567890123456', 'number-too-precise'],
    ['1234567890123456', 'number-too-large'],
    ['-5', 'quantity-negative'],
    ['ten', 'number-unreadable'],
  ])('%s is refused: %s', (cell, code) => {
    expect(readQuantity(cell, point)).toMatchObject({ ok: false, code });
  });

  it('print as the digits that stood there', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), fc.integer({ min: 0, max: 999 }), (whole, rest) => {
        const cell = rest === 0 ? String(whole) : `${whole}.${String(rest).padStart(3, '0').replace(/0+$/u, '')}`;
        const reading = readQuantity(cell, point);
        expect(reading.ok && String(reading.value)).toBe(cell);
      }),
    );
  });
});

describe('currencies', () => {
  it.each([
    ['USD', 'USD'],
    ['usd', 'USD'],
    ['€', 'EUR'],
    ['US$', 'USD'],
    ['درهم امارات', 'AED'],
    ['IRR', 'IRR'],
    ['$', null],
    ['تومان', null],
    ['ریال', null],
    ['XYZ', null],
    ['dollars', null],
  ])('%s → %s', (cell, code) => {
    expect(readCurrency(cell)).toBe(code);
  });

  it.each([
    ['USD', 2],
    ['IRR', 2],
    ['JPY', 0],
    ['KRW', 0],
    ['KWD', 3],
    ['IQD', 3],
  ])('%s has %i decimals by ISO 4217', (code, decimals) => {
    expect(minorUnitDecimals(code)).toBe(decimals);
  });
});
