import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dimensions, themesOf } from '#shared/domain/model/index.ts';
import { equalWeights, scoreClient } from '#shared/domain/scoring/index.ts';
import { pairwiseWeights, weightItems, weightLevels, weightSetOf } from '#shared/domain/weighting/index.ts';
import type { Judgement, LevelJudgements } from '#shared/domain/weighting/index.ts';
import { anyClient } from '../scoring/portfolio.ts';
import { context } from '../scoring/records.ts';

const saaty = [1 / 9, 1 / 5, 1 / 3, 1, 3, 5, 9] as const;
const judgementsOf = (size: number): fc.Arbitrary<readonly Judgement[]> =>
  fc.array(fc.constantFrom(...saaty), { minLength: size * size, maxLength: size * size }).map((ratios) =>
    Array.from({ length: size }, (_, i) => Array.from({ length: size - i - 1 }, (__, k) => ({ i, j: i + k + 1, ratio: ratios[i * size + k] ?? 1 }))).flat(),
  );
const anyJudgements: fc.Arbitrary<LevelJudgements> = fc
  .tuple(judgementsOf(5), judgementsOf(themesOf('quality').length), fc.boolean())
  .map(([all, quality, isBoth]) => (isBoth ? { dimensions: all, quality } : { quality }));

describe('a weight set', () => {
  it('compares the dimensions, and the themes within each', () => {
    expect(weightLevels).toEqual(['dimensions', ...dimensions.map(({ id }) => id)]);
    expect(weightItems('dimensions')).toHaveLength(5);
    expect(weightItems('attraction').map(({ id }) => id)).toEqual(themesOf('attraction').map(({ id }) => id));
  });

  it('weighs an average item 1, and shares as the comparison does', () => {
    fc.assert(fc.property(judgementsOf(5), (judgements) => {
      const { weights, levels } = weightSetOf({ dimensions: judgements });
      const direct = pairwiseWeights(5, judgements);
      for (const [index, { id }] of dimensions.entries()) expect((weights.dimensions[id] ?? 1) / 5).toBeCloseTo(direct.weights[index] ?? Number.NaN, 11);
      expect(levels).toEqual({ dimensions: direct });
      expect(weights.themes).toEqual({});
    }), { numRuns: 40 });
  });

  it('has one identifier for one content, and another for another', () => {
    fc.assert(fc.property(anyJudgements, anyJudgements, (one, other) => {
      const first = weightSetOf(one).weights;
      expect(weightSetOf(structuredClone(one)).weights).toStrictEqual(first);
      const second = weightSetOf(other).weights;
      const { id: firstId, ...firstContent } = first;
      const { id: secondId, ...secondContent } = second;
      expect(firstId === secondId).toBe(JSON.stringify(firstContent) === JSON.stringify(secondContent));
    }), { numRuns: 60 });
  });

  it('is the equal set where nothing was judged, or all alike', () => {
    expect(weightSetOf({})).toEqual({ weights: equalWeights, levels: {} });
    const alike = weightSetOf({ dimensions: [{ i: 0, j: 1, ratio: 1 }], brand: [{ i: 0, j: 1, ratio: 1 }] });
    expect(alike.weights).toBe(equalWeights);
    expect(Object.keys(alike.levels)).toEqual(['dimensions', 'brand']);
    expect(() => weightSetOf({ brand: [{ i: 0, j: 2, ratio: 3 }] })).toThrow(RangeError);
  });

  it('moves the overall score and never an indicator', () => {
    fc.assert(fc.property(anyClient, anyJudgements, (records, judgements) => {
      const plain = scoreClient(records, context());
      const weighed = scoreClient(records, context({ weights: weightSetOf(judgements).weights }));
      expect(weighed.indicators).toStrictEqual(plain.indicators);
      expect(weighed.basis.weightsId).toBe(weightSetOf(judgements).weights.id);
    }), { numRuns: 20 });
  });
});
