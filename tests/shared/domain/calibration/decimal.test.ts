import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, plainText, squareRoot } from '#shared/domain/calibration/decimal.ts';
import { compareDecimals, decimalPlaces, differenceOf, isDecimal, readDecimal } from '#shared/domain/calibration/index.ts';

describe('reading the numbers of a certificate', () => {
  it.each(['0', '-0.030', '+5', '.5', '5.', '1e-3', '1E+3', '-1.5e-10', '00.10', '1e308', '-4.9e-324'])('%s is a number', (text) => {
    expect(readDecimal(text)).toEqual({ kind: 'number', text });
    expect(Number(plainText(decimal(text)))).toBe(Number(text));
  });

  it('leaves out the whitespace around it', () => {
    expect(readDecimal(' \n 1.50\t')).toEqual({ kind: 'number', text: '1.50' });
  });

  it.each(['NaN', 'INF', '-INF', '+INF', ' NaN '])('%s is legal and no number', (text) => {
    expect(readDecimal(text)).toEqual({ kind: 'not-a-number' });
    expect(isDecimal(text)).toBe(false);
  });

  it.each(['', ' ', '.', '-', 'e5', '1e', '1,5', '1 000', '0x10', 'nan', 'Infinity', '--1', '1e5.5', '۱٫۵', '1e999999999', '1e-401', '1'.repeat(1001)])('%s is a mistake', (text) => {
    expect(readDecimal(text)).toEqual({ kind: 'malformed' });
    expect(() => decimal(text)).toThrow(RangeError);
  });
});

describe('arithmetic', () => {
  it('is exact where binary numbers are not', () => {
    expect(differenceOf('0.030', '0.010')).toBe('0.020');
    expect(differenceOf('0.3', '0.1')).toBe('0.2');
    expect(differenceOf('1e20', '1e-20')).toBe('99999999999999999999.99999999999999999999');
    expect(compareDecimals('0.1', '0.10')).toBe(0);
    expect(compareDecimals('1e-3', '0.0010000000000000000000000000000001')).toBe(-1);
  });

  it('keeps how far a number was read, and writes no negative zero', () => {
    expect(['0.020', '2.0e-2', '5', '5.', '1e-3', '1.50e3', '1.5e3'].map(decimalPlaces)).toEqual([3, 3, 0, 0, 3, 0, 0]);
    expect(differenceOf('10.00', '9.980')).toBe('0.020');
    expect(differenceOf('9.98', '9.980')).toBe('0.000');
    expect(plainText(decimal('-0.0'))).toBe('0');
    expect(plainText(decimal('-0.004'), 2)).toBe('0.00');
  });

  it('takes square roots to 40 places, of squares exactly', () => {
    expect(plainText(squareRoot(decimal('2')))).toBe('1.4142135623730950488016887242096980785696');
    expect(['0', '0.0025', '1e-20', '1e20', '15241578750190521'].map((text) => plainText(squareRoot(decimal(text))))).toEqual(['0', '0.05', '0.0000000001', '10000000000', '123456789']);
    expect(() => squareRoot(decimal('-1'))).toThrow(RangeError);
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 25n }), fc.integer({ min: -15, max: 10 }), (digits, exponent) => {
        const root = decimal(`${digits}e${exponent}`);
        expect(squareRoot(root.times(root)).eq(root)).toBe(true);
      }),
    );
  });

  it('undoes itself', () => {
    const anyDecimal = fc.tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.integer({ min: -20, max: 20 })).map(([digits, exponent]) => `${digits}e${exponent}`);
    fc.assert(
      fc.property(anyDecimal, anyDecimal, (left, right) => {
        const difference = differenceOf(left, right);
        expect(compareDecimals(differenceOf(left, difference), right)).toBe(0);
        expect(compareDecimals(left, right)).toBe(Math.sign(compareDecimals(difference, '0')));
      }),
    );
  });
});
