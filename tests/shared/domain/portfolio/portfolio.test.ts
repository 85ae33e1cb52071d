import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { themes } from '#shared/domain/model/index.ts';
import { coverageMap, medianOf, quadrantsOf, scoreDistribution, stageFalls } from '#shared/domain/portfolio/index.ts';
import type { QuadrantId, StageFall, Standing } from '#shared/domain/portfolio/index.ts';
import { createBulkScorer, defaultPriors, equalWeights, scoreClient, toClientScore } from '#shared/domain/scoring/index.ts';
import { anyClient } from '../scoring/portfolio.ts';
import { companyOf, context, today } from '../scoring/records.ts';

const score = fc.double({ min: 0, max: 100, noNaN: true });

describe('distribution', () => {
  it('counts every score once, in the bin that holds it', () => {
    fc.assert(fc.property(fc.array(score), fc.constantFrom(5, 10, 20, 25), (scores, width) => {
      const bins = scoreDistribution(scores, width);
      expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(scores.length);
      for (const { lower, upper, count } of bins) {
        expect(count).toBe(scores.filter((each) => each >= lower && (each < upper || (upper === 100 && each === 100))).length);
      }
    }));
  });

  it('shows empty bins, and refuses what is no score', () => {
    expect(scoreDistribution([0, 9.9, 10, 100])).toMatchObject([{ lower: 0, upper: 10, count: 2 }, { count: 1 }, ...Array.from({ length: 7 }, () => ({ count: 0 })), { lower: 90, upper: 100, count: 1 }]);
    expect(scoreDistribution([])).toHaveLength(10);
    for (const bad of [-1, 101, Number.NaN]) expect(() => scoreDistribution([bad])).toThrow(RangeError);
    expect(() => scoreDistribution([], 30)).toThrow(RangeError);
  });

  it('has a median', () => {
    expect([medianOf([]), medianOf([3]), medianOf([9, 1]), medianOf([9, 1, 2])]).toEqual([null, 3, 5, 2]);
  });
});

describe('quadrants', () => {
  it('cut at the medians of the clients shown', () => {
    const points = [{ value: 900, score: 80 }, { value: 800, score: 20 }, { value: 100, score: 90 }, { value: 50, score: 10 }];
    expect(quadrantsOf(points)).toEqual({ valueThreshold: 450, scoreThreshold: 50, quadrants: ['keep', 'repair', 'develop', 'watch'] satisfies QuadrantId[] });
    expect(quadrantsOf(points, { score: 95 })).toMatchObject({ valueThreshold: 450, scoreThreshold: 95, quadrants: ['repair', 'repair', 'watch', 'watch'] });
    expect(quadrantsOf([])).toEqual({ valueThreshold: null, scoreThreshold: null, quadrants: [] });
    expect(quadrantsOf([{ value: 5, score: 50 }]).quadrants).toEqual(['keep']);
  });

  it('never have fewer than half of the clients above a median', () => {
    fc.assert(fc.property(fc.array(fc.record({ value: fc.nat(1e9), score }), { minLength: 1 }), (points) => {
      const { quadrants } = quadrantsOf(points);
      const valuable = quadrants.filter((each) => each === 'keep' || each === 'repair').length;
      expect(valuable * 2).toBeGreaterThanOrEqual(points.length);
    }));
  });
});

const standing = (clientId: string, stage: number | null, overall: number | null, quality: number | null = null): Standing =>
  ({ clientId, stage, overall, dimensions: { brand: 60, arousal: 60, quality, attraction: 60, continuity: 60 } });

describe('falls of stage', () => {
  it('name who fell, how deep, and the link that gave way', () => {
    const before = [standing('a', 5, 70, 60), standing('b', 3, 60), standing('c', 2, 50), standing('d', null, 40), standing('e', 4, 66, 55)];
    const now = [standing('a', 2, 61, 41), standing('b', 3, 40), standing('c', 3, 55), standing('d', 0, 10), standing('e', 2, 50, 30), standing('f', 1, 30), standing('c2', null, null)];
    const { falls, compared } = stageFalls(before, now);
    expect(compared).toBe(4);
    expect(falls).toEqual([
      { clientId: 'a', fromStage: 5, toStage: 2, overallBefore: 70, overallNow: 61, brokenDimension: 'quality', dimensionBefore: 60, dimensionNow: 41 },
      { clientId: 'e', fromStage: 4, toStage: 2, overallBefore: 66, overallNow: 50, brokenDimension: 'quality', dimensionBefore: 55, dimensionNow: 30 },
    ] satisfies readonly StageFall[]);
  });

  it('put the deeper fall first, then the greater loss', () => {
    const { falls } = stageFalls([standing('a', 3, 60), standing('b', 3, 60), standing('c', 3, 60)], [standing('a', 2, 58), standing('b', 2, 50), standing('c', 0, 59)]);
    expect(falls.map(({ clientId }) => clientId)).toEqual(['c', 'b', 'a']);
  });
});

const client = (clientId: string, coverage: number, known: readonly number[]) => ({ clientId, coverage, themeCoverage: themes.map((_, index) => known[index] ?? 0) });

describe('coverage map', () => {
  it('shows what is not known, the least known client first', () => {
    const map = coverageMap([client('a', 0.4, [1, 0.5]), client('b', 0.1, [0, 0.5])]);
    expect(map.clients.map(({ clientId }) => clientId)).toEqual(['b', 'a']);
    expect(map.themes.slice(0, 3)).toEqual([
      { themeId: 'brand-personality', mean: 0.5, unknown: 1 }, { themeId: 'brand-community', mean: 0.5, unknown: 0 }, { themeId: 'emotional-interaction', mean: 0, unknown: 2 },
    ]);
    expect(coverageMap([]).themes.every(({ mean, unknown }) => mean === 0 && unknown === 0)).toBe(true);
    expect(() => coverageMap([{ clientId: 'x', coverage: 0, themeCoverage: [1] }])).toThrow(RangeError);
  });

  it('reads the scores of lists as those of explanations', () => {
    fc.assert(fc.property(fc.array(anyClient, { maxLength: 5 }), (portfolio) => {
      const bulk = createBulkScorer({ asOfDay: today, weights: equalWeights, company: companyOf() });
      for (const records of portfolio) bulk.add(records);
      const explained = portfolio.map((records) => toClientScore(scoreClient(records, context())));
      expect(coverageMap([...bulk.scores(defaultPriors)])).toStrictEqual(coverageMap(explained));
    }), { numRuns: 20 });
  });
});
