import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaQuantile } from '#shared/domain/scoring/index.ts';

describe('Beta quantiles', () => {
  // Bisection of the regularised incomplete beta in mpmath 1.3.0 at 40 digits.
  it.each([
    [0.1, 0.5, 0.5, 0.024_471_741_852_423_21], [0.1, 2, 3, 0.142_559_316_710_030_7], [0.9, 8.25, 1.75, 0.953_860_145_963_472_8],
    [0.1, 120.5, 3.25, 0.954_469_078_598_257_8], [0.9, 1200, 800, 0.614_015_964_156_155_6], [0.1, 40, 0.3, 0.977_932_503_815_658],
    [0.9, 0.05, 2, 0.047_965_166_123_813_21], [0.9, 0.02, 30, 9.994_529_215_432_954e-5], [0.1, 687.757_412_432_103_5, 12.154_826_854_813_29, 0.976_085_353_387_696_8],
    [0.1, 592.223_704_473_142_3, 0.598_058_181_328_047_2, 0.997_374_187_137_286_5], [0.9, 3.5, 0.4, 0.999_268_714_116_599_6],
    [0.25, 1_000_000, 2, 0.999_997_307_370_442_6], [0.1, 1, 1, 0.1], [0.9, 0.001, 0.001, 1],
  ])('p = %f, a = %f, b = %f', (p, a, b, expected) => expect(betaQuantile(p, a, b)).toBeCloseTo(expected, 12));

  it('has limits where all mass stands at an end', () => {
    expect([betaQuantile(0.1, 0, 3), betaQuantile(0.9, 0, 3), betaQuantile(0.1, 3, 0), betaQuantile(0, 2, 2), betaQuantile(1, 2, 2)]).toEqual([0, 0, 1, 0, 1]);
    for (const [p, a, b] of [[-0.1, 1, 1], [1.1, 1, 1], [0.5, -1, 1], [0.5, 0, 0], [Number.NaN, 1, 1], [0.5, Infinity, 1]] as const) {
      expect(() => betaQuantile(p, a, b)).toThrow(RangeError);
    }
  });

  it('rises with p and mirrors a and b', () => {
    const shape = fc.double({ min: 0.05, max: 500, noNaN: true });
    fc.assert(fc.property(shape, shape, (a, b) => {
      const lower = betaQuantile(0.1, a, b);
      const upper = betaQuantile(0.9, a, b);
      expect(lower).toBeGreaterThanOrEqual(0);
      expect(lower).toBeLessThanOrEqual(upper);
      expect(upper).toBeLessThanOrEqual(1);
      expect(betaQuantile(0.9, b, a)).toBeCloseTo(1 - lower, 10);
    }));
  });
});
