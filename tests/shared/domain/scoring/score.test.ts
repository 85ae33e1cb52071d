import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indicators, modelVersion } from '#shared/domain/model/index.ts';
import type { DimensionId, IndicatorId } from '#shared/domain/model/index.ts';
import { emptyRelationship } from '#shared/domain/relationship/index.ts';
import { parametersOf, scoreClient } from '#shared/domain/scoring/index.ts';
import type { AssessmentRecord, ClientRecords, ExplainedScore, IndicatorScore } from '#shared/domain/scoring/index.ts';
import type { DeliveryLine } from '#shared/domain/delivery/index.ts';
import { goldenLines, line } from '../delivery/lines.ts';
import { anyClient, anyCompany } from './portfolio.ts';
import { assessment, client, companyOf, context, today } from './records.ts';

const indicatorOf = (score: ExplainedScore, id: IndicatorId): IndicatorScore => {
  const found = score.indicators.find(({ indicatorId }) => indicatorId === id);
  if (found === undefined) throw new RangeError(id);
  return found;
};
const dimensionScore = (score: ExplainedScore, id: DimensionId): number | null => score.dimensions.find(({ dimensionId }) => dimensionId === id)?.value?.score ?? null;
const deliveryIndicators = ['timely-delivery', 'meeting-needs', 'successful-experiences'] as const satisfies readonly IndicatorId[];
const sumOf = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** One rating of every indicator of the named dimensions, all alike. */
const ratedDimensions = (ratings: Partial<Record<DimensionId, number>>): { readonly own: readonly AssessmentRecord[]; readonly company: readonly AssessmentRecord[] } => {
  const dimensionOf: Record<string, DimensionId> = {
    'brand-personality': 'brand', 'brand-community': 'brand', 'emotional-interaction': 'arousal', 'motivational-interaction': 'arousal',
    'interaction-policy': 'quality', 'smart-platform': 'quality', 'employee-traits': 'quality', 'cognitive-interaction': 'quality',
    'marketing-sales': 'attraction', 'transaction-security': 'attraction', production: 'attraction', 'strategic-capability': 'attraction',
    'future-strategies': 'continuity', performance: 'continuity',
  };
  const all = indicators.flatMap(({ id, theme, subject }) => {
    const rating = ratings[dimensionOf[theme] ?? 'brand'];
    // The 360° view speaks for itself: a client without a record has a poor one whatever is said of it.
    return rating === undefined || id === 'customer-360' ? [] : [{ subject, record: assessment(id, rating, 0) }];
  });
  return {
    own: all.filter(({ subject }) => subject === 'client').map(({ record }) => record),
    company: all.filter(({ subject }) => subject === 'company').map(({ record }) => record),
  };
};
const scoreRated = (ratings: Partial<Record<DimensionId, number>>, stageThreshold?: number): ExplainedScore => {
  const { own, company } = ratedDimensions(ratings);
  return scoreClient(client({ assessments: own }), context({ company: companyOf({ assessments: company }), ...(stageThreshold === undefined ? {} : { stageThreshold }) }));
};

const trust = (...assessments: readonly AssessmentRecord[]): IndicatorScore => indicatorOf(scoreClient(client({ assessments }), context()), 'brand-trust');

/** Width of the band of the brand dimension when so many people rate one of its indicators. */
const width = (raters: readonly string[]): number => {
  const score = scoreClient(client({ assessments: raters.map((raterId) => assessment('brand-trust', 4, 0, { raterId, id: raterId })) }), context());
  const { value } = score.dimensions[0] ?? { value: null };
  return value === null ? Number.NaN : value.upper - value.lower;
};

/** An order of one line, delivered in full on its day unless said otherwise. */
const another = (given: Partial<DeliveryLine>): DeliveryLine =>
  line({ id: 'another', orderId: 'another', orderedQuantity: 5, deliveredQuantity: 5, firstPromisedDay: today - 20, deliveredDay: today - 20, ...given });

describe('an explained score', () => {
  it('adds up on every level within 1e-9', () => {
    fc.assert(fc.property(anyClient, anyCompany, (records, company) => {
      const score = scoreClient(records, context({ company }));
      for (const { value, ledger, priorPoints, evidence, assessment: rated } of score.indicators) {
        const total = priorPoints + sumOf(ledger.map(({ points }) => points));
        expect(Math.abs(total - (value?.score ?? total))).toBeLessThan(1e-9);
        expect(ledger).toHaveLength(evidence.events + rated.events);
      }
      for (const { value, parts } of [...score.themes, ...score.dimensions, score.overall]) {
        expect(Math.abs(sumOf(parts.map(({ points }) => points)) - (value?.score ?? 0))).toBeLessThan(1e-9);
        expect(sumOf(parts.map(({ share }) => share))).toBeCloseTo(value === null ? 0 : 1, 12);
      }
      const overall = score.overall.value?.score ?? Number.NaN;
      const { parts } = score.overall;
      expect(sumOf(parts.map(({ logPoints }) => logPoints ?? 0))).toBeCloseTo(Math.log(overall), 9);
      expect(sumOf(parts.map(({ lossPoints }) => lossPoints))).toBeCloseTo(100 - overall, 9);
      for (const { lossPoints } of parts) expect(lossPoints).toBeGreaterThanOrEqual(0);
    }));
  });

  it('keeps every number, band and coverage in its range, and gives no number without data', () => {
    fc.assert(fc.property(anyClient, anyCompany, (records, company) => {
      const score = scoreClient(records, context({ company }));
      for (const { value, coverage } of [...score.themes, ...score.dimensions, score.overall]) {
        expect(coverage).toBeGreaterThanOrEqual(0);
        expect(coverage).toBeLessThanOrEqual(1 + 1e-12);
        expect(value === null).toBe(coverage === 0);
        if (value === null) continue;
        for (const number of [value.score, value.lower, value.upper]) {
          expect(number).toBeGreaterThanOrEqual(0);
          expect(number).toBeLessThanOrEqual(100);
        }
        expect(value.lower).toBeLessThanOrEqual(value.upper);
      }
    }));
  });

  it('is never lowered by a faultless order and never raised by a failed one', () => {
    const failed = another({ deliveredDay: null, deliveredQuantity: 0 });
    fc.assert(fc.property(anyClient, (records) => {
      const scores = (extra: readonly DeliveryLine[]): readonly number[] => {
        const score = scoreClient({ ...records, lines: [...records.lines, ...extra] }, context());
        return deliveryIndicators.map((id) => indicatorOf(score, id).value?.score ?? Number.NaN);
      };
      const before = scores([]);
      const afterGood = scores([another({})]);
      const afterBad = scores([failed]);
      for (const [index, score] of before.entries()) {
        // NaN: not enough data before the order came.
        expect((afterGood[index] ?? Number.NaN) < score - 1e-9).toBe(false);
        expect((afterBad[index] ?? Number.NaN) > score + 1e-9).toBe(false);
      }
    }));
  });

  it('is the same, bit for bit, however the records are ordered', () => {
    const shuffled = anyClient.chain((records) => fc.record({
      records: fc.constant(records),
      lines: fc.shuffledSubarray([...records.lines], { minLength: records.lines.length }),
      interactions: fc.shuffledSubarray([...records.interactions], { minLength: records.interactions.length }),
      assessments: fc.shuffledSubarray([...records.assessments], { minLength: records.assessments.length }),
    }));
    fc.assert(fc.property(shuffled, ({ records, ...reordered }) => {
      const plain = scoreClient(records, context());
      const other = scoreClient({ ...records, ...reordered }, context());
      expect(other.overall).toStrictEqual(plain.overall);
      expect(other.indicators.map(({ value, evidence, assessment: rated }) => [value, evidence, rated]))
        .toStrictEqual(plain.indicators.map(({ value, evidence, assessment: rated }) => [value, evidence, rated]));
    }));
  });

  it('names records, ages, reasons and effects, the most telling event first', () => {
    const score = scoreClient(client({ lines: goldenLines }), context());
    const timely = indicatorOf(score, 'timely-delivery');
    expect(timely.value?.score).toBeCloseTo(63.6531, 4);
    expect(timely.ledger).toHaveLength(8);
    expect(timely.ledger[0]).toMatchObject({
      from: 'evidence', source: { kind: 'order-line', id: 'L8' }, ageDays: 0, outcome: 0, weight: 1, points: 0, reason: { code: 'timely-delivery.open', params: { days: 9 } },
    });
    const without = scoreClient(client({ lines: goldenLines.slice(0, -1) }), context());
    expect(timely.ledger[0]?.effect).toBeCloseTo((timely.value?.score ?? 0) - (indicatorOf(without, 'timely-delivery').value?.score ?? 0), 9);
    expect(indicatorOf(score, 'meeting-needs').ledger.find(({ source }) => source.id === 'L5')?.reason).toEqual({ code: 'meeting-needs.part', params: { delivered: 19, ordered: 20 } });
  });

  it('keeps what it was made with', () => {
    expect(scoreClient(client(), context({ stageThreshold: 60 })).basis).toEqual({ modelVersion, weightsId: 'equal', priorsId: 'default', asOfDay: today, stageThreshold: 60 });
  });
});

const ratedUseful = (source: 'representative' | 'manager') => assessment('perceived-usefulness', 5, 0, { source, raterId: source });
const usefulnessOf = (records: ClientRecords) => indicatorOf(scoreClient(records, context()), 'perceived-usefulness');

describe('assessments', () => {
  it('speak until they are a half-life old', () => {
    expect(trust(assessment('brand-trust', 5, 0)).value?.score).toBeCloseTo((100 * (1 + 3 * 0.5)) / 4, 12);
    expect(trust(assessment('brand-trust', 5, 1)).value).not.toBeNull();
    expect(trust(assessment('brand-trust', 5, 364)).value).not.toBeNull();
    expect(trust(assessment('brand-trust', 5, 365)).value).toBeNull();
  });

  it("a rater's latest rating replaces the earlier ones; other raters stand beside it", () => {
    const changed = trust(assessment('brand-trust', 1, 100), assessment('brand-trust', 5, 10));
    expect(changed.ledger.map(({ reason }) => reason.params['rating'])).toEqual([5]);
    expect(trust(assessment('brand-trust', 1, 100, { raterId: 'other' }), assessment('brand-trust', 5, 10)).assessment.events).toBe(2);
    const sameDay = trust(assessment('brand-trust', 1, 5, { id: 'a', ratedAt: '2026-03-26T12:00:00Z' }), assessment('brand-trust', 5, 5, { id: 'b', ratedAt: '2026-03-26T09:00:00Z' }));
    expect(sameDay.ledger.map(({ reason }) => reason.params['rating'])).toEqual([1]);
    expect(trust(assessment('brand-trust', 5, -1)).assessment.events).toBe(0);
  });

  it('are pooled with evidence by weight and shown apart', () => {
    const score = indicatorOf(scoreClient(client({ lines: goldenLines, assessments: [assessment('timely-delivery', 5, 0)] }), context()), 'timely-delivery');
    const alone = indicatorOf(scoreClient(client({ lines: goldenLines }), context()), 'timely-delivery');
    const { priorWeight, priorMean } = parametersOf('timely-delivery');
    expect(score.evidence).toEqual(alone.evidence);
    expect(score.assessment).toMatchObject({ sum: 1, weight: 1, events: 1 });
    expect(score.value?.score).toBeCloseTo((100 * (alone.evidence.sum + 1 + priorWeight * priorMean)) / (alone.evidence.weight + 1 + priorWeight), 10);
    expect(score.value?.score).toBeGreaterThan(alone.value?.score ?? Infinity);
  });

  it('of what only the client can say are kept and do not count, as good as they are; its own answers do', () => {
    const answers = { ...emptyRelationship, usefulnessAnswers: [{ id: 'a', day: today, answer: 3 }, { id: 'b', day: today, answer: 5 }] };
    expect(usefulnessOf(client({ assessments: [ratedUseful('representative'), ratedUseful('manager')] }))).toMatchObject({ value: null, ledger: [], assessment: { events: 0 } });
    const told = client({ relationship: answers });
    expect(usefulnessOf(told).evidence.events).toBe(2);
    expect(usefulnessOf({ ...told, assessments: [ratedUseful('representative'), ratedUseful('manager')] })).toEqual(usefulnessOf(told));
  });

  it("the exporter's own indicators are rated once and shared, never by a client", () => {
    const company = companyOf({ assessments: [assessment('website', 4, 0)] });
    expect(indicatorOf(scoreClient(client(), context({ company })), 'website').value).not.toBeNull();
    expect(indicatorOf(scoreClient(client({ assessments: [assessment('website', 4, 0)] }), context()), 'website').value).toBeNull();
    expect(indicatorOf(scoreClient(client(), context({ company: companyOf({ assessments: [assessment('brand-trust', 4, 0)] }) })), 'brand-trust').value).toBeNull();
  });
});

describe('the way up', () => {
  it('renormalises weights over what has data and tells the coverage', () => {
    const score = scoreClient(client({ assessments: [assessment('brand-trust', 5, 0)] }), context());
    const brand = score.dimensions[0];
    expect(brand?.value?.score).toBeCloseTo(62.5, 12);
    // One of four indicators in one of two themes.
    expect(brand?.coverage).toBeCloseTo(1 / 8, 12);
    // Brand and the 360° view (one of four indicators in one of four themes of quality).
    expect(score.overall.coverage).toBeCloseTo((1 / 8 + 1 / 16) / 5, 12);
  });

  it('the whole is a weighted geometric mean: a weak link costs more than its share', () => {
    const score = scoreRated({ brand: 5, arousal: 5, quality: 5, attraction: 5, continuity: 1 });
    const dims = score.dimensions.map(({ value }) => value?.score ?? Number.NaN);
    expect(score.overall.value?.score).toBeCloseTo(dims.reduce((product, value) => product * value, 1) ** (1 / 5), 9);
    expect(score.overall.value?.score).toBeLessThan(sumOf(dims) / 5);
    expect(score.weakestDimension).toBe('continuity');
    const points = score.overall.parts.map((part) => part.points);
    expect(Math.min(...points)).toBe(points[4]);
  });

  it('follows weights, and refuses those that are no shares', () => {
    const { own, company } = ratedDimensions({ brand: 5, continuity: 1 });
    const scored = (dimensions: Partial<Record<DimensionId, number>>): ExplainedScore =>
      scoreClient(client({ assessments: own }), context({ company: companyOf({ assessments: company }), weights: { id: 'w', dimensions, themes: {}, indicators: {} } }));
    const onlyBrand = scored({ arousal: 0, quality: 0, attraction: 0, continuity: 0 });
    expect(onlyBrand.overall.value?.score).toBeCloseTo(dimensionScore(onlyBrand, 'brand') ?? Number.NaN, 9);
    expect(scored({ brand: 3 }).overall.value?.score).toBeGreaterThan(scored({}).overall.value?.score ?? Infinity);
    expect(() => scored({ brand: -1 })).toThrow(RangeError);
    expect(() => scored({ brand: Number.NaN })).toThrow(RangeError);
  });

  it('a dimension that stands at zero makes the whole zero, and the loss is its own', () => {
    const { own, company } = ratedDimensions({ brand: 1, continuity: 5 });
    const brandIds = indicators.filter(({ theme }) => theme.startsWith('brand')).map(({ id }) => id);
    const hopeless = { priorWeight: 2, priorMean: 0, from: 'portfolio', clients: 5, events: 30, rho: 0.3 } as const;
    const priors = { id: 'p', modelVersion, asOfDay: today, indicators: Object.fromEntries(brandIds.map((id) => [id, hopeless])) };
    const score = scoreClient(client({ assessments: own }), context({ company: companyOf({ assessments: company }), priors }));
    expect(dimensionScore(score, 'brand')).toBe(0);
    expect(score.overall.value).toEqual({ score: 0, lower: 0, upper: 0 });
    expect(sumOf(score.overall.parts.map(({ points }) => points))).toBeCloseTo(0, 9);
    expect(score.overall.parts[0]?.lossPoints).toBe(100);
  });

  it('more evidence makes every band narrower', () => {
    expect(width(['a', 'b', 'c', 'd'])).toBeLessThan(width(['a']));
  });
});

describe('stage', () => {
  it('is the furthest link such that it and all before it hold', () => {
    expect(scoreRated({ brand: 5, arousal: 5, quality: 5, attraction: 5, continuity: 5 }).stage).toEqual({ placed: true, stage: 5, heldBackBy: null });
    expect(scoreRated({ brand: 5, arousal: 5, quality: 1, attraction: 5, continuity: 5 }).stage).toEqual({ placed: true, stage: 2, heldBackBy: 'quality' });
    expect(scoreRated({ brand: 1, arousal: 5 }).stage).toEqual({ placed: true, stage: 0, heldBackBy: 'brand' });
  });
  it('cannot be told past a link of which nothing is known', () => {
    expect(scoreRated({}).stage).toEqual({ placed: false, atLeast: 0, missing: 'brand' });
    expect(scoreRated({ brand: 5, quality: 5, attraction: 1 }).stage).toEqual({ placed: false, atLeast: 1, missing: 'arousal' });
  });
  it('moves with the threshold', () => {
    const ratings = { brand: 4, arousal: 4, quality: 4, attraction: 4, continuity: 4 } as const;
    expect(scoreRated(ratings, 10).stage).toMatchObject({ stage: 5 });
    expect(scoreRated(ratings, 90).stage).toMatchObject({ stage: 0 });
  });
});
