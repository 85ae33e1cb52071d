import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { methodSixMultiplier } from '#shared/domain/calibration/conformity.ts';
import { conformity, testUncertaintyRatio } from '#shared/domain/calibration/index.ts';
import { normalDistribution } from '#shared/domain/calibration/normal.ts';
import { errorPoint, point, quantity } from './points.ts';

const thousandths = (value: number): string => (value / 1000).toFixed(3);

describe('the normal distribution', () => {
  // 0.5·erfc(−z/√2) to 16 digits, from GNU libm.
  it.each([
    [0, 0.5], [0.1, 0.539_827_837_277_029], [0.66, 0.745_373_085_328_663_9], [0.67, 0.748_571_104_904_689_9], [1, 0.841_344_746_068_542_9], [1.65, 0.950_528_531_966_351_9],
    [2, 0.977_249_868_051_820_8], [-2, 0.022_750_131_948_179_2], [-3.5, 0.000_232_629_079_035_525], [-5.6, 1.071_759_025_831_096_8e-8], [-5.7, 5.990_371_401_063_533e-9],
    [-8, 6.220_960_574_271_819e-16], [-10, 7.619_853_024_160_593e-24], [-30, 4.906_713_927_148_764e-198],
  ])('Φ(%d) = %d to a relative 1e-13', (quantile, expected) => {
    expect(Math.abs(normalDistribution(quantile) / expected - 1)).toBeLessThan(1e-13);
  });

  it('ends at 0 and 1, and has no value for NaN', () => {
    expect([normalDistribution(-Infinity), normalDistribution(Infinity), normalDistribution(-100)]).toEqual([0, 1, 0]);
    expect(() => normalDistribution(Number.NaN)).toThrow(RangeError);
  });

  it('is symmetric and never falls', () => {
    fc.assert(
      fc.property(fc.double({ min: -12, max: 12, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (quantile, more) => {
        expect(normalDistribution(quantile) + normalDistribution(-quantile)).toBeCloseTo(1, 14);
        expect(normalDistribution(quantile + more)).toBeGreaterThanOrEqual(normalDistribution(quantile) - 1e-15);
      }),
    );
  });
});

describe('the probability of conformity', () => {
  it.each([
    ['one-sided TU = 10, y = 9.7, u = 0.2', errorPoint({ y: '9.7', lower: null, upper: '10', expanded: '0.4' }), 0.933_193],
    ['the same from below', errorPoint({ y: '10.3', lower: '10', upper: null, expanded: '0.4' }), 0.933_193],
    ['±0.010, u = 0.004, y = 0.002', errorPoint({ y: '0.002', lower: '-0.010', upper: '0.010', expanded: '0.008' }), 0.9759],
    ['the same with k = 3', errorPoint({ y: '0.002', lower: '-0.010', upper: '0.010', expanded: '0.012', k: '3' }), 0.9759],
  ])('%s', (_name, measured, expected) => {
    expect(conformity(measured)?.probability).toBeCloseTo(expected, 6);
  });

  it('keeps the digits of a small risk', () => {
    // Ten standard uncertainties inside: 1 − p would be 0 in binary numbers.
    expect(conformity(errorPoint({ y: '0', lower: null, upper: '10', expanded: '2' }))?.falseAccept).toBeCloseTo(7.62e-24, 26);
    // Ten outside.
    expect(conformity(errorPoint({ y: '20', lower: '-10', upper: '10', expanded: '2' }))?.probability).toBeCloseTo(7.62e-24, 26);
  });

  it('is certain without uncertainty, limits included, and unknown where none is stated', () => {
    expect(['10', '10.000001'].map((y) => conformity(errorPoint({ y, lower: '-10', upper: '10', expanded: '0' })))).toEqual([
      { probability: 1, falseAccept: 0 }, { probability: 0, falseAccept: 1 },
    ]);
    expect(conformity(point({ error: quantity('1'), upperLimit: '2' }))).toBeNull();
    expect(conformity(point({ error: quantity('1') }))).toBeNull();
  });

  it('lies in [0, 1] and completes the risk', () => {
    fc.assert(
      fc.property(fc.integer({ min: -3000, max: 3000 }), fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 2000 }), (y, half, expanded) => {
        const found = conformity(errorPoint({ y: thousandths(y), lower: thousandths(-half), upper: thousandths(half), expanded: thousandths(expanded) }));
        if (found === null) throw new Error('judgeable');
        expect(found.probability).toBeGreaterThanOrEqual(0);
        expect(found.probability).toBeLessThanOrEqual(1);
        expect(found.falseAccept).toBeGreaterThanOrEqual(0);
        expect(found.falseAccept).toBeLessThanOrEqual(1);
        expect(found.probability + found.falseAccept).toBeCloseTo(1, 12);
      }),
      { numRuns: 1000 },
    );
  });

  it('falls as u grows, for a result within the limits', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 3000 }), (y, expanded, more) => {
        const at = (of: number): number => conformity(errorPoint({ y: thousandths(y), lower: '-1', upper: '1', expanded: thousandths(of) }))?.probability ?? Number.NaN;
        expect(at(expanded + more)).toBeLessThanOrEqual(at(expanded) + 1e-15);
      }),
      { numRuns: 1000 },
    );
  });
});

const goldenMultipliers = z.object({ m2: z.array(z.object({ TUR: z.number(), used: z.number() })) });

describe('the test uncertainty ratio', () => {
  it('is (TU − TL)/(2U)', () => {
    expect(testUncertaintyRatio(errorPoint({ y: '0', lower: '-0.030', upper: '0.030', expanded: '0.010' }))).toBe(3);
    expect(testUncertaintyRatio(errorPoint({ y: '0', lower: '-0.1', upper: '0.3', expanded: '0.05' }))).toBe(4);
    expect(testUncertaintyRatio(errorPoint({ y: '0', lower: null, upper: '0.030', expanded: '0.010' }))).toBeNull();
    expect(testUncertaintyRatio(errorPoint({ y: '0', lower: '-1', upper: '1', expanded: '0' }))).toBeNull();
  });

  const multipliers = [[1, 0.457_252], [1.5, 0.360_177], [2, 0.281_645], [3, 0.155_318], [4, 0.053_121], [4.5, 0.007_948], [4.6, 0], [5, 0]] as const;
  it.each(multipliers)('of %d has the multiplier M = %d', (tur, multiplier) => {
    expect(Number(methodSixMultiplier(tur))).toBeCloseTo(multiplier, 6);
  });

  it('never gives more than 1.04 or less than 0', () => {
    expect(methodSixMultiplier(0)).toBe('1.040000000000');
    expect(methodSixMultiplier(1e9)).toBe('0.000000000000');
    expect(() => methodSixMultiplier(-1)).toThrow(RangeError);
  });

  const path = fileURLToPath(new URL('../../../../../shared/domain/golden/decision.json', import.meta.url));
  it.skipIf(!existsSync(path))('agrees with golden/decision.json (skipped where ../shared is absent)', () => {
    const { m2 } = goldenMultipliers.parse(JSON.parse(readFileSync(path, 'utf8')));
    expect(m2.length).toBeGreaterThan(5);
    for (const { TUR: tur, used } of m2) expect(Number(methodSixMultiplier(tur))).toBeCloseTo(used, 6);
  });
});
