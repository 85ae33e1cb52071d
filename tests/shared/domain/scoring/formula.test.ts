import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IndicatorId } from '#shared/domain/model/index.ts';
import { estimatePrior, parametersOf, ratingToOutcome, scoreEvents } from '#shared/domain/scoring/index.ts';
import type { AgedOutcome } from '#shared/domain/scoring/index.ts';

type Pair = readonly [outcome: number, ageDays: number];
const events = (pairs: readonly Pair[]): readonly AgedOutcome[] => pairs.map(([outcome, ageDays]) => ({ outcome, ageDays }));
/** h ≤ T → 1, else 2^(−(h−T)/T), T = 8 hours. */
const responsiveness = (hours: number): number => (hours <= 8 ? 1 : 2 ** (-(hours - 8) / 8));
const likert = (answer: number): number => (answer - 1) / 6;

const golden: readonly (readonly [IndicatorId, readonly Pair[], number])[] = [
  ['timely-delivery', [[1, 0], [1, 30], [0, 90], [1, 180], [0, 360], [1, 720]], 79.7027],
  ['return-guarantee', [[1, 20], [0.5, 60], [0.8, 200]], 78.8508],
  ['calibration-certificate', [[1, 0], [1, 0], [0.5, 0], [1, 100], [0, 100]], 83.6645],
  ['calibration-service', [[1, 10], [0.5, 40], [0, 70], [1, 400]], 65.5944],
  ['online-responsiveness', [[responsiveness(2), 1], [responsiveness(8), 5], [responsiveness(16), 10], [responsiveness(40), 30]], 71.674],
  ['satisfaction', [[ratingToOutcome(5), 0], [ratingToOutcome(4), 90], [ratingToOutcome(2), 365]], 72.1925],
  ['customer-club', [[1, 0], [1, 30], [0, 60], [1, 90], [0, 120], [1, 150]], 58.2432],
  ['perceived-usefulness', [[likert(6), 0], [likert(5), 0], [likert(7), 365]], 67.6923],
  ['interaction-feedback', [[1, 5], [0.3, 15], [0.7, 45], [0, 20]], 55.2906],
  ['commitment', [[1, 2], [1, 10], [0.5, 20], [0, 35], [1, 90], [1, 200]], 76.7781],
];

describe('golden rows of indicators.md', () => {
  it.each(golden)('%s', (id, pairs, score) => {
    expect(scoreEvents(events(pairs), parametersOf(id)).value?.score).toBeCloseTo(score, 4);
  });

  it('timely delivery has the band 61.2433–94.6620', () => {
    const { value } = scoreEvents(events(golden[0]?.[1] ?? []), parametersOf('timely-delivery'));
    expect(value?.lower).toBeCloseTo(61.2433, 4);
    expect(value?.upper).toBeCloseTo(94.662, 4);
  });
});

describe('shrinkage of the vector of indicators.md', () => {
  const members = [[9, 10], [4, 5], [18, 20], [2, 4], [12, 12], [7, 10]].map(([sum, weight]) => ({ sum: sum ?? 0, weight: weight ?? 0, events: weight ?? 0 }));
  const defaults = { halfLifeDays: 180, priorWeight: 5, priorMean: 0.85 };
  const prior = estimatePrior(members, defaults);

  it('gives μ, ρ and m', () => {
    expect(prior).toMatchObject({ from: 'portfolio', clients: 6, events: 61 });
    expect(prior?.priorMean).toBeCloseTo(0.852459, 6);
    expect(prior?.rho).toBeCloseTo(0.081713, 6);
    expect(prior?.priorWeight).toBeCloseTo(11.238012, 6);
  });

  it('gives the six scores', () => {
    const scores = members.map(({ sum, weight }) => {
      const outcomes = Array.from({ length: weight }, (_, index) => ({ outcome: index < sum ? 1 : 0, ageDays: 0 }));
      return scoreEvents(outcomes, { halfLifeDays: 180, priorWeight: prior?.priorWeight ?? 0, priorMean: prior?.priorMean ?? 0 }).value?.score;
    });
    for (const [index, expected] of [87.4844, 83.6306, 88.2897, 75.9938, 92.8648, 78.0673].entries()) expect(scores[index]).toBeCloseTo(expected, 4);
  });

  it('needs five clients with enough data and thirty events', () => {
    expect(estimatePrior(members.slice(0, 4), defaults)).toBeNull();
    expect(estimatePrior(members.slice(0, 4).concat({ sum: 0.5, weight: 0.9, events: 40 }), defaults)).toBeNull();
    expect(estimatePrior(Array.from({ length: 5 }, () => ({ sum: 3, weight: 5, events: 5 })), defaults)).toBeNull();
    expect(estimatePrior(Array.from({ length: 5 }, () => ({ sum: 3, weight: 6, events: 6 })), defaults)).not.toBeNull();
  });

  it('is clamped: clients alike give 20, clients apart 2, and a faultless portfolio keeps half an event of doubt', () => {
    expect(estimatePrior(Array.from({ length: 6 }, () => ({ sum: 8, weight: 10, events: 10 })), defaults)?.priorWeight).toBe(20);
    const apart = estimatePrior(Array.from({ length: 6 }, (_, index) => ({ sum: index % 2 === 0 ? 10 : 0, weight: 10, events: 10 })), defaults);
    expect(apart?.priorWeight).toBe(2);
    const faultless = estimatePrior(Array.from({ length: 6 }, () => ({ sum: 10, weight: 10, events: 10 })), defaults);
    expect(faultless).toMatchObject({ from: 'portfolio-mean', priorWeight: defaults.priorWeight, rho: null });
    expect(faultless?.priorMean).toBeCloseTo(1 - 0.5 / 61, 12);
  });

  it('holds its bounds for any portfolio', () => {
    const member = fc.record({ weight: fc.double({ min: 0, max: 300, noNaN: true }), share: fc.double({ min: 0, max: 1, noNaN: true }), events: fc.nat(500) })
      .map(({ weight, share, events: count }) => ({ weight, sum: weight * share, events: count }));
    fc.assert(fc.property(fc.array(member, { maxLength: 60 }), (portfolio) => {
      const estimated = estimatePrior(portfolio, defaults);
      if (estimated === null) return;
      expect(estimated.priorWeight).toBeGreaterThanOrEqual(2);
      expect(estimated.priorWeight).toBeLessThanOrEqual(20);
      expect(estimated.priorMean).toBeGreaterThan(0);
      expect(estimated.priorMean).toBeLessThan(1);
    }));
  });
});

const event = fc.record({ outcome: fc.double({ min: 0, max: 1, noNaN: true }), ageDays: fc.nat(3000) });
const someEvents = fc.array(event, { maxLength: 60 });
const someParameters = fc.record({
  halfLifeDays: fc.constantFrom(90, 180, 365), priorWeight: fc.double({ min: 2, max: 20, noNaN: true }), priorMean: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
});

describe('the evidence formula', () => {
  it('says "not enough data" below one event of weight, never 0', () => {
    const timely = parametersOf('timely-delivery');
    expect(scoreEvents([], timely).value).toBeNull();
    expect(scoreEvents([{ outcome: 0, ageDays: 1 }], timely).value).toBeNull();
    expect(scoreEvents([{ outcome: 0, ageDays: 0 }], timely).value?.score).toBeGreaterThan(0);
  });

  it('stays within 0–100, band included', () => {
    fc.assert(fc.property(someEvents, someParameters, (given, parameters) => {
      const { value } = scoreEvents(given, parameters);
      if (value === null) return;
      for (const number of [value.score, value.lower, value.upper]) {
        expect(number).toBeGreaterThanOrEqual(0);
        expect(number).toBeLessThanOrEqual(100);
      }
      expect(value.lower).toBeLessThanOrEqual(value.upper);
    }));
  });

  it('never falls by good evidence and never rises by bad', () => {
    fc.assert(fc.property(someEvents, someParameters, fc.nat(3000), (given, parameters, ageDays) => {
      const before = scoreEvents([...given, { outcome: 1, ageDays: 0 }, { outcome: 0, ageDays: 0 }], parameters).value?.score ?? Number.NaN;
      const extra = (outcome: number): number =>
        scoreEvents([...given, { outcome: 1, ageDays: 0 }, { outcome: 0, ageDays: 0 }, { outcome, ageDays }], parameters).value?.score ?? Number.NaN;
      expect(extra(1)).toBeGreaterThanOrEqual(before - 1e-12);
      expect(extra(0)).toBeLessThanOrEqual(before + 1e-12);
    }));
  });

  it('is the same number, bit for bit, in whatever order the events come', () => {
    const shuffled = fc.array(event, { minLength: 2, maxLength: 60 }).chain((given) => fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })));
    fc.assert(fc.property(shuffled, someParameters, ([given, reordered], parameters) => {
      expect(scoreEvents(reordered, parameters)).toStrictEqual(scoreEvents(given, parameters));
    }));
  });

  it('moves towards the prior as everything grows older', () => {
    fc.assert(fc.property(someEvents, someParameters, fc.integer({ min: 1, max: 2000 }), (given, parameters, days) => {
      // A fresh pair beside the events would hold the score: enough weight is given by repeating them.
      const many = Array.from({ length: 200 }, () => given).flat();
      const now = scoreEvents(many, parameters);
      const later = scoreEvents(many.map(({ outcome, ageDays }) => ({ outcome, ageDays: ageDays + days })), parameters);
      if (now.value === null || later.value === null) return;
      const prior = 100 * parameters.priorMean;
      expect(Math.abs(later.value.score - prior)).toBeLessThanOrEqual(Math.abs(now.value.score - prior) + 1e-4);
      expect(later.weight).toBeLessThanOrEqual(now.weight);
    }), { numRuns: 60 });
  });

  it('refuses what is no event', () => {
    const timely = parametersOf('timely-delivery');
    for (const bad of [{ outcome: 1.1, ageDays: 0 }, { outcome: -0.1, ageDays: 0 }, { outcome: Number.NaN, ageDays: 0 }, { outcome: 1, ageDays: -1 }, { outcome: 1, ageDays: 0.5 }]) {
      expect(() => scoreEvents([bad], timely)).toThrow(RangeError);
    }
    expect(() => ratingToOutcome(6)).toThrow(RangeError);
    expect(() => ratingToOutcome(0)).toThrow(RangeError);
  });
});
