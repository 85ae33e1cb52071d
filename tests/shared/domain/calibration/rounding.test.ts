import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal } from '#shared/domain/calibration/decimal.ts';
import { roundResult, roundUncertainty } from '#shared/domain/calibration/index.ts';

describe('rounding for display, GUM 7.2.6', () => {
  it.each([
    ['0.0996', '0.10'], ['0.027', '0.027'], ['10.47', '11'], ['28.05', '28'], ['0.01049', '0.011'], ['0.0104', '0.010'], ['1.24', '1.2'], ['1.25', '1.3'], ['0.00995', '0.010'],
    ['123.4', '120'], ['999', '1000'], ['5', '5.0'], ['5e-7', '0.00000050'], ['0', '0'], ['0.0', '0.0'], ['0.10', '0.10'],
  ])('U = %s is %s', (expanded, rounded) => {
    expect(roundUncertainty(expanded)).toBe(rounded);
  });

  it.each([
    ['10.05762', '0.027', '10.058'], ['10.05762', '0.0996', '10.06'], ['10.055', '0.10', '10.06'], ['-10.055', '0.10', '-10.06'], ['0.0004', '0.027', '0.000'],
    ['-0.0004', '0.027', '0.000'], ['12345', '123.4', '12350'], ['7', '0.027', '7.000'], ['7.1234', '0', '7.1234'], ['7.1234', null, '7.1234'],
  ])('y = %s with U = %s is %s', (value, expanded, rounded) => {
    expect(roundResult(value, expanded)).toBe(rounded);
  });

  it('refuses an uncertainty below zero', () => {
    expect(() => roundUncertainty('-0.1')).toThrow(RangeError);
    expect(() => roundUncertainty('U')).toThrow(RangeError);
  });

  it('never understates U by more than 4 %, and once rounded stays', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), fc.integer({ min: -12, max: 6 }), (digits, exponent) => {
        const exact = `${digits}e${exponent}`;
        const rounded = roundUncertainty(exact);
        expect(decimal(rounded).gte(decimal(exact).times('0.96'))).toBe(true);
        expect(decimal(rounded).lte(decimal(exact).times('1.1'))).toBe(true);
        expect(roundUncertainty(rounded)).toBe(rounded);
      }),
      { numRuns: 2000 },
    );
  });
});
