import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headlineMeasure, lineOutcome, onOrBeforeWindow, summariseDeliveries } from '#shared/domain/delivery/index.ts';
import type { DeliveryLine, DeliveryMeasure } from '#shared/domain/delivery/index.ts';
import { goldenLines, line, march } from './lines.ts';

const asOf = march(31);
const measure = (given: Partial<DeliveryMeasure>): DeliveryMeasure => ({ ...headlineMeasure, ...given });
const percent = (rate: number | null): number => (rate ?? Number.NaN) * 100;

describe('golden table of delivery.md, read on 31 March 2026', () => {
  it.each([
    ['request', 50, 37.5, 12.5], ['first-promise', 62.5, 50, 25], ['current-promise', 75, 62.5, 37.5],
  ] as const)('against the %s: on time %f, OTIF %f, perfect %f', (basis, onTime, otif, perfect) => {
    const summary = summariseDeliveries(goldenLines, measure({ basis }), asOf);
    expect(percent(summary.onTime.rate)).toBe(onTime);
    expect(percent(summary.onTimeInFull.rate)).toBe(otif);
    expect(percent(summary.perfect.rate)).toBe(perfect);
    expect(summary.onTime).toMatchObject({ basis, denominator: 8, window: { earliestDays: -2, latestDays: 0 }, event: 'incoterm' });
  });

  it('in full, fill rate, lateness', () => {
    const summary = summariseDeliveries(goldenLines, headlineMeasure, asOf);
    expect(percent(summary.inFull.rate)).toBe(75);
    expect(percent(summary.fillRate.rate)).toBeCloseTo(97.735849, 6);
    expect(summary.fillRate).toMatchObject({ numerator: 259, denominator: 265 });
    expect(summary.lateness.meanDays).toBeCloseTo(-0.428571, 6);
    expect(summary.absoluteError.meanDays).toBeCloseTo(1.571429, 6);
    expect(summary.lateness.count).toBe(7);
    expect(summary.openLate).toBe(1);
  });

  it('does not depend on the order of the lines', () => {
    const whole = summariseDeliveries(goldenLines, headlineMeasure, asOf);
    fc.assert(fc.property(fc.shuffledSubarray([...goldenLines], { minLength: goldenLines.length }), (lines) => {
      expect(summariseDeliveries(lines, headlineMeasure, asOf)).toEqual(whole);
    }));
  });
});

const promised = (given: Partial<DeliveryLine>): DeliveryLine => line({ firstPromisedDay: march(12), orderedQuantity: 10, ...given });
const delivered = (dayOfMonth: number, given: Partial<DeliveryLine> = {}): DeliveryLine =>
  promised({ deliveredDay: march(dayOfMonth), deliveredQuantity: 10, ...given });
const customerMoves = (dayOfMonth: number, madeAt = '2026-03-05T10:00:00Z') =>
  ({ promisedDay: march(dayOfMonth), madeAt, madeBy: 'rep', askedBy: 'customer', reason: null }) as const;
const exporterMoves = (dayOfMonth: number, madeAt = '2026-03-06T10:00:00Z') =>
  ({ promisedDay: march(dayOfMonth), madeAt, madeBy: 'rep', askedBy: 'exporter', reason: null }) as const;

describe('what counts', () => {
  it('an undelivered line is late from the day after its window, not before', () => {
    expect(lineOutcome(promised({}), headlineMeasure, march(11)).status).toBe('not-yet-due');
    expect(lineOutcome(promised({}), headlineMeasure, march(12)).status).toBe('not-yet-due');
    expect(lineOutcome(promised({}), headlineMeasure, march(13))).toMatchObject({ status: 'due', onTime: false, openLateDays: 1 });
    const lenient = measure({ window: { earliestDays: -2, latestDays: 3 } });
    expect(lineOutcome(promised({}), lenient, march(15)).status).toBe('not-yet-due');
    expect(lineOutcome(promised({}), lenient, march(16))).toMatchObject({ status: 'due', onTime: false });
  });

  it('what happened after the reading day has not happened yet', () => {
    expect(lineOutcome(delivered(14), headlineMeasure, march(13))).toMatchObject({ onTime: false, inFull: false, latenessDays: null, openLateDays: 1 });
    expect(lineOutcome(delivered(14), headlineMeasure, march(14))).toMatchObject({ onTime: false, inFull: true, latenessDays: 2, openLateDays: null });
    const moved = delivered(14, { promises: [exporterMoves(20, '2026-03-14T00:00:00Z')] });
    expect(lineOutcome(moved, measure({ basis: 'current-promise' }), march(13)).dueDay).toBe(march(12));
    expect(lineOutcome(moved, measure({ basis: 'current-promise' }), march(14)).dueDay).toBe(march(20));
  });

  it.each([[9, false], [10, true], [12, true], [13, false]])('delivered on the %ith against −2…0 around the 12th: %s', (day, onTime) => {
    expect(lineOutcome(delivered(day), headlineMeasure, asOf).onTime).toBe(onTime);
  });

  it('"on or before" is a window without an early end', () => {
    const onOrBefore = measure({ window: onOrBeforeWindow });
    expect(lineOutcome(delivered(1), onOrBefore, asOf).onTime).toBe(true);
    expect(lineOutcome(delivered(13), onOrBefore, asOf).onTime).toBe(false);
  });

  it('leaves out what the customer cancelled, but not what the exporter cancelled', () => {
    const summary = summariseDeliveries([delivered(12), promised({ cancelledBy: 'customer' }), promised({ cancelledBy: 'exporter' })], headlineMeasure, asOf);
    expect(summary.onTime).toMatchObject({ numerator: 1, denominator: 2 });
    expect(summary.leftOut.cancelledByCustomer).toBe(1);
    expect(summary.openLate).toBe(0);
  });

  it("a change that the customer asked for rebases request and first promise; the exporter's own moves the current promise only", () => {
    const asked = delivered(20, { requestedDay: march(8), promises: [customerMoves(20)] });
    for (const basis of ['request', 'first-promise', 'current-promise'] as const) {
      expect(lineOutcome(asked, measure({ basis }), asOf)).toMatchObject({ onTime: true, dueDay: march(20) });
    }
    const own = delivered(20, { requestedDay: march(8), promises: [exporterMoves(20)] });
    expect(lineOutcome(own, measure({ basis: 'request' }), asOf)).toMatchObject({ onTime: false, dueDay: march(8) });
    expect(lineOutcome(own, headlineMeasure, asOf)).toMatchObject({ onTime: false, dueDay: march(12) });
    expect(lineOutcome(own, measure({ basis: 'current-promise' }), asOf)).toMatchObject({ onTime: true, dueDay: march(20) });
    const both = delivered(25, { promises: [exporterMoves(25, '2026-03-09T00:00:00Z'), customerMoves(20)] });
    expect(lineOutcome(both, headlineMeasure, asOf).dueDay).toBe(march(20));
    expect(lineOutcome(both, measure({ basis: 'current-promise' }), asOf).dueDay).toBe(march(25));
  });

  it('a line without the basis is in no figure and is counted apart', () => {
    const summary = summariseDeliveries([line({ deliveredDay: march(3), deliveredQuantity: 1 })], headlineMeasure, asOf);
    expect(summary.onTime).toMatchObject({ denominator: 0, rate: null });
    expect(summary.leftOut.withoutBasis).toBe(1);
  });

  it('customer-caused delay is left out only in the second figure, and only where there is a delay', () => {
    const lines = [delivered(15, { delayReason: 'CUS' }), delivered(15, { delayReason: 'CAR' }), delivered(12, { delayReason: 'CUS' })];
    expect(summariseDeliveries(lines, headlineMeasure, asOf).onTime).toMatchObject({ numerator: 1, denominator: 3, leavesOutCustomerDelays: false });
    const second = summariseDeliveries(lines, measure({ leavesOutCustomerDelays: true }), asOf);
    expect(second.onTime).toMatchObject({ numerator: 1, denominator: 2, leavesOutCustomerDelays: true });
    expect(second.leftOut.customerDelays).toBe(1);
  });

  it('an order is the product of its lines', () => {
    const lines = [
      delivered(12, { orderId: 'A' }), delivered(14, { orderId: 'A' }), delivered(12, { orderId: 'B' }), delivered(11, { orderId: 'B' }),
      promised({ orderId: 'B', firstPromisedDay: asOf + 5 }),
    ];
    expect(summariseDeliveries(lines, headlineMeasure, asOf).ordersOnTimeInFull).toMatchObject({ numerator: 1, denominator: 2 });
  });

  it('surplus on one line does not fill another', () => {
    const lines = [delivered(12, { deliveredQuantity: 30 }), delivered(12, { deliveredQuantity: 5 })];
    expect(summariseDeliveries(lines, headlineMeasure, asOf).fillRate).toMatchObject({ numerator: 15, denominator: 20 });
  });

  it('says how many perfect lines rest on nothing having been recorded', () => {
    const lines = [delivered(12), delivered(12, { documentsOk: true, conditionOk: true })];
    expect(summariseDeliveries(lines, headlineMeasure, asOf).perfect).toMatchObject({ numerator: 2, denominator: 2, unrecorded: 1 });
  });

  it('arrival is measured apart for rules that deliver at origin', () => {
    const arrival = measure({ event: 'arrival' });
    const cif = delivered(12, { incoterm: 'CIF', arrivedDay: march(20) });
    expect(lineOutcome(cif, headlineMeasure, asOf).latenessDays).toBe(0);
    expect(lineOutcome(cif, arrival, asOf).latenessDays).toBe(8);
    expect(lineOutcome(delivered(12, { incoterm: 'CIF' }), arrival, asOf).status).toBe('without-event');
    expect(lineOutcome(promised({ incoterm: 'CIF' }), arrival, asOf)).toMatchObject({ status: 'due', onTime: false });
    expect(lineOutcome(delivered(12, { incoterm: 'DAP' }), arrival, asOf).latenessDays).toBe(0);
    expect(lineOutcome(delivered(12, { incoterm: 'N/A - From RDC' }), arrival, asOf).latenessDays).toBe(0);
  });
});
