import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONSISTENCY_LIMIT, pairwiseWeights } from '#shared/domain/weighting/index.ts';
import type { Judgement } from '#shared/domain/weighting/index.ts';

const allPairs = (size: number): readonly (readonly [number, number])[] =>
  Array.from({ length: size }, (_, i) => Array.from({ length: size - i - 1 }, (__, k) => [i, i + k + 1] as const)).flat();

describe('weights by pairwise comparison', () => {
  it('gives equal weights where nothing was judged', () => {
    const { weights, consistencyRatio, spoiler } = pairwiseWeights(5, []);
    for (const weight of weights) expect(weight).toBeCloseTo(0.2, 12);
    expect(consistencyRatio).toBeCloseTo(0, 12);
    expect(spoiler).toBeNull();
  });

  it('a worked 3 × 3 (3, 5, 2): eigenvector 0.6483, 0.2297, 0.1220; λ 3.0037; CR 0.0032', () => {
    const { weights, lambdaMax, consistencyRatio } = pairwiseWeights(3, [
      { i: 0, j: 1, ratio: 3 },
      { i: 0, j: 2, ratio: 5 },
      { i: 1, j: 2, ratio: 2 },
    ]);
    expect(weights.map((weight) => weight.toFixed(4))).toEqual(['0.6483', '0.2297', '0.1220']);
    expect(lambdaMax).toBeCloseTo(3.0037, 4);
    expect(consistencyRatio).toBeCloseTo(0.0032, 4);
  });

  it('names the judgement that contradicts the others', () => {
    const judgements = allPairs(4).map(([i, j]): Judgement => ({ i, j, ratio: 2 ** (j - i) }));
    const spoiled = judgements.map(({ i, j, ratio }): Judgement => ({ i, j, ratio: j - i === 3 ? 1 / 8 : ratio }));
    const { consistencyRatio, spoiler } = pairwiseWeights(4, spoiled);
    expect(consistencyRatio).toBeGreaterThan(CONSISTENCY_LIMIT);
    expect(spoiler).toMatchObject({ i: 0, j: 3 });
    expect(spoiler?.implied).toBeCloseTo(8, 9);
  });

  it('refuses what is not a judgement', () => {
    expect(() => pairwiseWeights(3, [{ i: 0, j: 3, ratio: 1 }])).toThrow(RangeError);
    expect(() => pairwiseWeights(3, [{ i: 1, j: 1, ratio: 1 }])).toThrow(RangeError);
    expect(() => pairwiseWeights(3, [{ i: 0, j: 1, ratio: 0 }])).toThrow(RangeError);
    expect(() => pairwiseWeights(16, [])).toThrow(RangeError);
  });

  it('finds weights again from the ratios that they imply, with no inconsistency', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.1, max: 9, noNaN: true }), { minLength: 2, maxLength: 9 }), (raw) => {
        const total = raw.reduce((sum, value) => sum + value, 0);
        const judgements = allPairs(raw.length).map(([i, j]): Judgement => ({ i, j, ratio: (raw[i] ?? 1) / (raw[j] ?? 1) }));
        const { weights, consistencyRatio } = pairwiseWeights(raw.length, judgements);
        for (const [index, weight] of weights.entries()) expect(weight).toBeCloseTo((raw[index] ?? 0) / total, 9);
        expect(consistencyRatio).toBeCloseTo(0, 6);
      }),
    );
  });
});
