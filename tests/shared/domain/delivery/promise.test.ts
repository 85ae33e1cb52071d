import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leadTimePriorOf, orderStatisticPromise, promiseLeadTime, shrunkLognormalPromise } from '#shared/domain/delivery/index.ts';
import type { LeadTime } from '#shared/domain/delivery/index.ts';

const finished = (...days: readonly number[]): readonly LeadTime[] => days.map((each) => ({ days: each, open: false }));
const open = (...days: readonly number[]): readonly LeadTime[] => days.map((each) => ({ days: each, open: true }));

describe('order statistic (delivery.md)', () => {
  it.each([
    [[20, 21, 22, 23, 25, 26, 28, 31, 34, 45], 34], [[20, 22, 23, 25, 31], 31], [[12, 14, 15, 18], 18], [[12], null], [[12, 14, 15], null], [[], null],
  ] as const)('P80 of %j is %s', (days, expected) => expect(orderStatisticPromise(finished(...days), 'P80')).toBe(expected));

  it('P90 needs nine', () => {
    expect(orderStatisticPromise(finished(1, 2, 3, 4, 5, 6, 7, 8), 'P90')).toBeNull();
    expect(orderStatisticPromise(finished(1, 2, 3, 4, 5, 6, 7, 8, 9), 'P90')).toBe(9);
  });

  it('without open orders is the plain k-th smallest, whatever the order given', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 4, maxLength: 200 }), (days) => {
      const k = Math.ceil((8 * (days.length + 1)) / 10);
      expect(orderStatisticPromise(finished(...days), 'P80')).toBe(days.toSorted((a, b) => a - b)[k - 1]);
    }));
  });

  it('counts open orders as censored: they never make the promise shorter, and silence it when they hide the level', () => {
    const days = [20, 21, 22, 23, 25, 26, 28, 31, 34, 45];
    expect(orderStatisticPromise([...finished(...days), ...open(24, 24, 24)], 'P80')).toBe(45);
    expect(orderStatisticPromise([...finished(20, 21, 22, 23), ...open(30, 30, 30)], 'P80')).toBeNull();
    fc.assert(fc.property(
      fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 6, maxLength: 60 }), fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 20 }),
      (done, waiting) => {
        const asCensored = orderStatisticPromise([...finished(...done), ...open(...waiting)], 'P80') ?? Infinity;
        const asFinished = orderStatisticPromise([...finished(...done), ...finished(...waiting)], 'P80') ?? Infinity;
        expect(asCensored).toBeGreaterThanOrEqual(asFinished);
      },
    ));
  });
});

describe('shrunk lognormal (delivery.md)', () => {
  const prior = { medianDays: 25, logDeviation: 0.25, weight: 4 };
  it.each([[[20, 30], 30.756255], [[], 31.630318]] as const)('P80 of %j is %f', (days, expected) => {
    expect(shrunkLognormalPromise(finished(...days), prior, 'P80')).toBeCloseTo(expected, 6);
  });
  it('refuses what has no logarithm', () => {
    expect(() => shrunkLognormalPromise(finished(0), prior, 'P80')).toThrow(RangeError);
    expect(() => shrunkLognormalPromise([], { ...prior, medianDays: 0 }, 'P80')).toThrow(RangeError);
  });
});

describe('widening lane → country → all', () => {
  const wide = finished(18, 20, 22, 25, 28, 30, 33);
  it('lets the lane speak from five orders on', () => {
    expect(promiseLeadTime({ lane: finished(20, 22, 23, 25, 31), country: wide, all: wide }, 'P80')).toMatchObject({ method: 'order-statistic', days: 31 });
  });
  it('names the group behind a thin lane', () => {
    expect(promiseLeadTime({ lane: finished(20, 30), country: wide, all: wide }, 'P80')).toMatchObject({ method: 'similar-lanes', widenedTo: 'country', orders: 2 });
    expect(promiseLeadTime({ lane: [], country: finished(20), all: wide }, 'P80')).toMatchObject({ method: 'similar-lanes', widenedTo: 'all', orders: 0 });
    expect(promiseLeadTime({ lane: finished(20), country: finished(20), all: finished(20, 21) }, 'P80')).toBeNull();
  });
  it('takes median and spread of the group from its finished orders', () => {
    const prior = leadTimePriorOf([...finished(10, 20, 40, 80), ...open(500)]);
    expect(prior).toBeNull();
    expect(leadTimePriorOf(finished(10, 20, 40, 80, 160))?.medianDays).toBe(40);
    expect(leadTimePriorOf(finished(10, 20, 40, 80, 160, 320))?.medianDays).toBe(60);
    expect(leadTimePriorOf(finished(10, 20, 40, 80, 160))?.logDeviation).toBeCloseTo(Math.LN2 * Math.sqrt(2.5), 12);
  });
});
