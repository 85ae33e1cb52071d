import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomialAtLeast, binomialAtMost } from '#shared/domain/calibration/binomial.ts';
import { defaultInterval, defaultIntervalRules, greatestErrorShare, instrumentTypes, proposeIntervals } from '#shared/domain/calibration/index.ts';
import type { IntervalEvidence, IntervalMethod, IntervalProposal, IntervalRules, MeasurementPoint } from '#shared/domain/calibration/index.ts';
import { reductionOfA1 } from '#shared/domain/calibration/intervals.ts';
import { errorPoint } from './points.ts';

/** So many calibrations a year apart, the first ones in tolerance. */
const history = (good: number, all: number, errorShare: number | null = null): readonly IntervalEvidence[] =>
  Array.from({ length: all }, (_, index) => ({ calibratedOn: `${2000 + index}-03-01`, inTolerance: index < good, errorShare }));

const by = (method: IntervalMethod, months: number, evidence: readonly IntervalEvidence[], rules: IntervalRules = defaultIntervalRules): IntervalProposal => {
  const found = proposeIntervals(months, evidence, rules).find((proposal) => proposal.method === method);
  if (found === undefined) throw new Error(method);
  return found;
};

describe('the interval that a kind of instrument starts with', () => {
  it('is a year, two for plug and ring gauges, and at most 5000 cycles for torque tools', () => {
    expect(instrumentTypes.map((type) => [type, defaultInterval(type).months, defaultInterval(type).cycles])).toEqual([
      ['torque-tool', 12, 5000], ['caliper', 12, null], ['micrometer', 12, null], ['dial-indicator', 12, null], ['pressure-gauge', 12, null],
      ['plug-gauge', 24, null], ['ring-gauge', 24, null], ['gauge-block', 12, null], ['other', 12, null],
    ]);
  });
});

const of = (y: string, lower: string | null, upper: string | null): MeasurementPoint => errorPoint({ y, lower, upper, expanded: '0.001' });

describe('the staircase', () => {
  it.each([
    [0.3, true, 'extend', 13, 'well-inside'], [0.8, true, 'extend', 13, 'well-inside'], [0.800_001, true, 'keep', 12, 'near-the-limit'], [1, true, 'keep', 12, 'near-the-limit'],
    [1.01, false, 'shorten', 9, 'out-of-tolerance'], [null, false, 'shorten', 9, 'out-of-tolerance'], [null, true, 'keep', 12, 'near-the-limit'],
  ] as const)('answers to an error of %s of the permissible one: %s', (errorShare, inTolerance, action, months, code) => {
    expect(by('staircase', 12, [{ calibratedOn: '2026-01-01', inTolerance, errorShare }])).toEqual({
      method: 'staircase', action, months, presentMonths: 12, reasons: [{ code, share: errorShare }],
    });
  });

  it('goes by the last calibration that was judged, in whatever order they come', () => {
    const evidence: readonly IntervalEvidence[] = [
      { calibratedOn: '2026-01-01', inTolerance: null, errorShare: null }, { calibratedOn: '2025-01-01', inTolerance: false, errorShare: 2 },
      { calibratedOn: '2024-01-01', inTolerance: true, errorShare: 0.1 },
    ];
    expect(by('staircase', 12, evidence).action).toBe('shorten');
  });

  it('takes the greatest error, each side against its own limit', () => {
    expect(greatestErrorShare([of('0.010', '-0.030', '0.030'), of('-0.024', '-0.030', '0.030')])).toBe(0.8);
    expect(greatestErrorShare([of('0.010', '-0.010', '0.040')])).toBe(0.25);
    expect(greatestErrorShare([of('-0.020', '-0.010', '0.040')])).toBe(2);
    expect(greatestErrorShare([of('5', null, '10')])).toBe(0.5);
    expect(greatestErrorShare([of('-5', null, '10')])).toBeNull();
    expect(greatestErrorShare([of('0', null, '10')])).toBe(0);
    expect(greatestErrorShare([])).toBeNull();
    expect(greatestErrorShare([{ ...of('0', '9.99', '10.01'), judged: 'value', measured: { value: '10.005', unit: String.raw`\milli\metre`, uncertainty: null } }])).toBe(0.5);
  });
});

describe('NCSL RP-1 method A1', () => {
  it('cuts by b = 1 − (1 + a)^(−R/(1 − R))', () => {
    expect(reductionOfA1(0.9, 0.1)).toBeCloseTo(0.575_902, 6);
    expect(reductionOfA1(0.85, 0.1)).toBeCloseTo(0.417_305, 6);
    expect(() => reductionOfA1(1, 0.1)).toThrow(RangeError);
  });

  it('extends by a after a good calibration and shortens by b after a bad one, within the clamps', () => {
    expect(by('a1', 20, history(6, 6))).toMatchObject({ action: 'extend', months: 22, reasons: [{ code: 'last-in-tolerance', reliability: 0.9 }] });
    expect(by('a1', 20, history(5, 6), { ...defaultIntervalRules, reliability: '0.85' })).toMatchObject({ action: 'shorten', months: 11, reasons: [{ code: 'last-out-of-tolerance' }] });
    expect(by('a1', 20, history(5, 6))).toMatchObject({ action: 'shorten', months: 10, reasons: [{ code: 'last-out-of-tolerance' }, { code: 'clamped' }] });
    expect(by('a1', 4, history(5, 6))).toMatchObject({ action: 'shorten', months: 3 });
    expect(by('a1', 34, history(6, 6))).toMatchObject({ action: 'extend', months: 36, reasons: [{ code: 'last-in-tolerance' }, { code: 'clamped' }] });
    expect(by('a1', 40, history(6, 6))).toMatchObject({ action: 'keep', months: 40 });
    expect(by('a1', 2, history(5, 6))).toMatchObject({ action: 'keep', months: 2 });
  });
});

describe('NCSL RP-1 method A3', () => {
  it('knows how likely so few good ones are, exactly', () => {
    expect(binomialAtMost(10, 12, '0.95')).toBeCloseTo(0.118_36, 6);
    expect(binomialAtMost(9, 12, '0.95')).toBeCloseTo(0.019_568, 6);
    // In fractions: the sum is a whole number over 20¹².
    expect(binomialAtMost(10, 12, '0.95')).toBe(0.118_359_856_971_487_06);
    expect([binomialAtMost(12, 12, '0.95'), binomialAtLeast(0, 12, '0.95'), binomialAtMost(0, 1, '0.5'), binomialAtMost(0, 3, '0'), binomialAtLeast(3, 3, '1')]).toEqual([1, 1, 0.5, 1, 1]);
    expect(() => binomialAtMost(3, 2, '0.5')).toThrow(RangeError);
    expect(() => binomialAtMost(1, 2, '1.5')).toThrow(RangeError);
  });

  it('sums to one over what can happen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 60 }), fc.constantFrom('0.5', '0.85', '0.95', '0.999'), (trials, some, reliability) => {
        const successes = Math.min(some, trials - 1);
        expect(binomialAtMost(successes, trials, reliability) + binomialAtLeast(successes + 1, trials, reliability)).toBeCloseTo(1, 14);
      }),
    );
  });

  const strict: IntervalRules = { ...defaultIntervalRules, reliability: '0.95' };
  it('keeps at 10 of 12 and shortens at 9 of 12, for R = 0.95', () => {
    expect(by('a3', 12, history(10, 12), strict)).toMatchObject({
      action: 'keep', months: 12, reasons: [{ code: 'reliability-met', inTolerance: 10, calibrations: 12, probability: binomialAtMost(10, 12, '0.95'), reliability: 0.95 }],
    });
    expect(by('a3', 12, history(9, 12), strict)).toMatchObject({
      action: 'shorten', months: 6, reasons: [{ code: 'reliability-missed', probability: binomialAtMost(9, 12, '0.95') }, { code: 'clamped' }],
    });
  });

  it('extends only where so many good ones would be chance', () => {
    expect(by('a3', 12, history(58, 58), strict).action).toBe('keep');
    expect(by('a3', 12, history(59, 59), strict)).toMatchObject({ action: 'extend', months: 18, reasons: [{ code: 'reliability-exceeded' }] });
  });
});

describe('proposals', () => {
  it('change nothing statistically before five calibrations', () => {
    const four = proposeIntervals(12, history(0, 4));
    expect(four.map(({ method, action }) => [method, action])).toEqual([['staircase', 'shorten'], ['a1', 'keep'], ['a3', 'keep']]);
    expect(four[1]?.reasons).toEqual([{ code: 'too-few-calibrations', calibrations: 4, needed: 5 }]);
    expect(proposeIntervals(12, history(0, 5)).map(({ action }) => action)).toEqual(['shorten', 'shorten', 'shorten']);
    // What was not judged does not count.
    expect(by('a1', 12, [...history(0, 4), { calibratedOn: '2026-01-01', inTolerance: null, errorShare: null }]).action).toBe('keep');
    expect(proposeIntervals(12, []).map(({ action, reasons }) => [action, reasons])).toEqual(Array.from({ length: 3 }, () => ['keep', [{ code: 'no-calibration' }]]));
  });

  it('stay within half and one and a half times the present, and within 3 and 36 months', () => {
    const evidence = fc.array(
      fc.record({ calibratedOn: fc.integer({ min: 2000, max: 2030 }).map((year) => `${year}-01-01`), inTolerance: fc.option(fc.boolean()), errorShare: fc.option(fc.double({ min: 0, max: 3, noNaN: true })) }),
      { maxLength: 70 },
    );
    const rules = fc.record({ reliability: fc.constantFrom('0.5', '0.85', '0.95', '0.99'), extension: fc.double({ min: 0.01, max: 2, noNaN: true }), reduction: fc.double({ min: 0.01, max: 0.99, noNaN: true }) });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), evidence, rules, (present, calibrations, given) => {
        for (const { months, action, presentMonths } of proposeIntervals(present, calibrations, given)) {
          expect(presentMonths).toBe(present);
          expect(Number.isInteger(months)).toBe(true);
          expect(action).toBe(months > present ? 'extend' : months < present ? 'shorten' : 'keep');
          if (action === 'keep') continue;
          expect(months).toBeGreaterThanOrEqual(Math.max(3, present * 0.5));
          expect(months).toBeLessThanOrEqual(action === 'extend' ? Math.min(36, present * 1.5) : present);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('refuse what is no interval and no rule', () => {
    expect(() => proposeIntervals(0, [])).toThrow(RangeError);
    expect(() => proposeIntervals(12.5, [])).toThrow(RangeError);
    expect(() => proposeIntervals(12, [], { ...defaultIntervalRules, reliability: '1' })).toThrow(RangeError);
    expect(() => proposeIntervals(12, [], { ...defaultIntervalRules, reduction: 1 })).toThrow(RangeError);
  });
});
