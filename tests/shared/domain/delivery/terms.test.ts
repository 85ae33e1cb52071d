import { describe, expect, it } from 'vitest';
import { bestKnown, delayReasons, eventOfRec24, incoterms, isDelayReason, isMilestoneEvent, readIncoterm } from '#shared/domain/delivery/index.ts';
import type { Milestone } from '#shared/domain/delivery/index.ts';

describe('Incoterms', () => {
  it.each([
    ['EXW', 'buyer', 'buyer', 'buyer'], ['FCA', 'seller', 'buyer', 'buyer'], ['CPT', 'seller', 'buyer', 'seller'], ['CIP', 'seller', 'buyer', 'seller'],
    ['FAS', 'seller', 'buyer', 'buyer'], ['FOB', 'seller', 'buyer', 'buyer'], ['CFR', 'seller', 'buyer', 'seller'], ['CIF', 'seller', 'buyer', 'seller'],
    ['DAP', 'seller', 'buyer', 'seller'], ['DPU', 'seller', 'buyer', 'seller'], ['DDP', 'seller', 'seller', 'seller'],
  ])('%s: export %s, import %s, carriage %s', (code, exportClearance, importClearance, mainCarriage) => {
    expect(readIncoterm(code)).toMatchObject({ edition: '2020', exportClearance, importClearance, mainCarriage });
  });
  it('shows arrival apart for the C rules alone', () => {
    expect(incoterms.filter((rule) => rule.arrivalShownApart).map((rule) => rule.code)).toEqual(['CPT', 'CIP', 'CFR', 'CIF']);
  });
  it('keeps retired rules, labelled, and anything else as given', () => {
    for (const code of ['DDU', 'DAF', 'DES', 'DEQ']) expect(readIncoterm(code)).toMatchObject({ code, edition: 'retired' });
    expect(readIncoterm('N/A - From RDC')).toMatchObject({ code: 'N/A - From RDC', edition: 'unknown', deliveryPoint: null, mainCarriage: null });
    expect(readIncoterm(' fob ')).toMatchObject({ code: 'FOB', edition: '2020' });
  });
});

const said = (id: string, kind: Milestone['kind'], recordedAt: string): Milestone => ({ id, event: 'arrived', kind, day: 1, recordedAt });

describe('milestones', () => {
  it.each([[13, 'collected'], [9, 'export-cleared'], [24, 'departed'], [1, 'arrived'], [8, 'import-cleared'], [21, 'delivered'], [23, 'not-delivered'], [20, 'delayed']])(
    'Recommendation 24 code %i is %s', (code, event) => expect(eventOfRec24(code)).toBe(event),
  );
  it('knows its own names only', () => {
    expect(eventOfRec24(999)).toBeNull();
    expect(isMilestoneEvent('packed')).toBe(true);
    expect(isMilestoneEvent('lost')).toBe(false);
  });
  it('never lets an estimate stand before an actual', () => {
    const actual = said('a', 'actual', '2026-03-01T00:00:00Z');
    const late = said('e2', 'estimated', '2026-03-09T00:00:00Z');
    const early = said('e1', 'estimated', '2026-02-09T00:00:00Z');
    const plan = said('p', 'planned', '2026-03-20T00:00:00Z');
    expect(bestKnown([early, actual, late, plan], 'arrived')).toBe(actual);
    expect(bestKnown([plan, late, early], 'arrived')).toBe(late);
    expect(bestKnown([plan], 'departed')).toBeNull();
  });
});

it('names ten delay reasons', () => {
  expect(delayReasons).toHaveLength(10);
  expect(delayReasons.every(isDelayReason)).toBe(true);
  expect(isDelayReason('cus')).toBe(false);
});
