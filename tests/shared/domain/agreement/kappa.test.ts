import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementOf, agreementWord, kappaOf } from '#shared/domain/agreement/index.ts';
import type { RatingPair } from '#shared/domain/agreement/index.ts';

describe("Cohen's κ", () => {
  it.each([
    [0.9, 0.7, '0.667'],
    [0.89, 0.7, '0.633'],
    [0.94, 0.7, '0.800'],
  ])('the paper: observed %f and expected %f give %s', (observed, expected, kappa) => {
    expect(kappaOf(observed, expected)?.toFixed(3)).toBe(kappa);
  });

  it('Cohen 1960, table 1 shape: 2 × 2 with 45/15/25/15 gives 0.1304', () => {
    const pairs: RatingPair[] = [
      ...Array.from({ length: 45 }, (): RatingPair => [1, 1]),
      ...Array.from({ length: 15 }, (): RatingPair => [1, 2]),
      ...Array.from({ length: 25 }, (): RatingPair => [2, 1]),
      ...Array.from({ length: 15 }, (): RatingPair => [2, 2]),
    ];
    const agreement = agreementOf(pairs);
    expect(agreement?.observed).toBeCloseTo(0.6, 12);
    expect(agreement?.expected).toBeCloseTo(0.54, 12);
    expect(agreement?.kappa).toBeCloseTo(0.1304, 4);
    // With two categories there is only one size of disagreement: weighted and plain are the same.
    expect(agreement?.weightedKappa).toBeCloseTo(agreement?.kappa ?? Number.NaN, 12);
    expect(agreement?.word).toBe('slight');
  });

  it('counts a far disagreement more than a near one', () => {
    const near = agreementOf([[1, 1], [2, 2], [3, 3], [4, 4], [5, 4]]);
    const far = agreementOf([[1, 1], [2, 2], [3, 3], [4, 4], [5, 1]]);
    expect(near?.observed).toBe(far?.observed);
    expect(near?.weightedKappa ?? 0).toBeGreaterThan(far?.weightedKappa ?? 1);
  });

  it('says nothing where there is nothing beyond chance', () => {
    expect(agreementOf([])).toBeNull();
    expect(agreementOf([[3, 3], [3, 3]])).toMatchObject({ observed: 1, kappa: null, weightedKappa: null, word: null });
  });

  it('refuses what is not on the scale', () => {
    expect(() => agreementOf([[0, 1]])).toThrow(RangeError);
    expect(() => agreementOf([[1, 6]])).toThrow(RangeError);
    expect(() => agreementOf([[1.5, 2]])).toThrow(RangeError);
  });

  it.each([[-0.1, 'poor'], [0.2, 'slight'], [0.4, 'fair'], [0.6, 'moderate'], [0.667, 'substantial'], [0.81, 'almost-perfect']])(
    'Landis and Koch: %f is %s',
    (kappa, word) => {
      expect(agreementWord(kappa)).toBe(word);
    },
  );

  const rating = fc.integer({ min: 1, max: 5 });
  it('stays in [−1, 1], does not care who is first or in which order, and is 1 for equal raters', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(rating, rating), { minLength: 1, maxLength: 60 }), (pairs) => {
        const agreement = agreementOf(pairs);
        const swapped = agreementOf(pairs.map(([a, b]): RatingPair => [b, a]).toReversed());
        for (const key of ['kappa', 'weightedKappa'] as const) {
          const value = agreement?.[key] ?? 0;
          expect(value).toBeGreaterThanOrEqual(-1 - 1e-12);
          expect(value).toBeLessThanOrEqual(1 + 1e-12);
          expect(swapped?.[key] ?? 0).toBeCloseTo(value, 12);
        }
        const equal = agreementOf(pairs.map(([a]): RatingPair => [a, a]));
        expect(equal?.kappa ?? 1).toBeCloseTo(1, 12);
      }),
    );
  });
});
