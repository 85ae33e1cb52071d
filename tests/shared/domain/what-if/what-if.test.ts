import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indicators } from '#shared/domain/model/index.ts';
import type { IndicatorId } from '#shared/domain/model/index.ts';
import { scoreClient } from '#shared/domain/scoring/index.ts';
import type { ClientRecords, ExplainedScore } from '#shared/domain/scoring/index.ts';
import { imagine, whatIf } from '#shared/domain/what-if/index.ts';
import type { ImaginedChange } from '#shared/domain/what-if/index.ts';
import { line } from '../delivery/lines.ts';
import { anyClient, anyCompany } from '../scoring/portfolio.ts';
import { assessment, client, companyOf, context, daysAgo, interaction, today } from '../scoring/records.ts';

const frozen = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const each of Object.values(value)) frozen(each);
  return Object.freeze(value);
};
const scoreOf = (score: ExplainedScore, id: IndicatorId): number | null => score.indicators.find(({ indicatorId }) => indicatorId === id)?.value?.score ?? null;
const late = line({ id: 'late', orderId: 'O', orderedQuantity: 5, deliveredQuantity: 5, firstPromisedDay: today - 30, deliveredDay: today - 10 });
const anyIndicator = fc.constantFrom(...indicators.map(({ id }) => id));
const asked = (records: ClientRecords, ...changes: readonly ImaginedChange[]) => whatIf(records, context(), changes);

describe('what if', () => {
  it('leaves the score and the records as they are when nothing is asked', () => {
    fc.assert(fc.property(anyClient, anyCompany, (records, company) => {
      const { before, after, change } = whatIf(frozen(records), context({ company: frozen(company) }), []);
      expect(after).toStrictEqual(before);
      expect(change.parts).toEqual([]);
    }), { numRuns: 20 });
  });

  it('more good evidence never lowers the score of an indicator, nor more bad raises it; a known one carries the whole with it', () => {
    fc.assert(fc.property(anyClient, anyCompany, anyIndicator, fc.integer({ min: 1, max: 5 }), (records, company, indicatorId, count) => {
      for (const [outcome, sign] of [[1, 1], [0, -1]] as const) {
        const { before, after, change } = whatIf(frozen(records), context({ company }), [{ type: 'event', indicatorId, outcome, count }]);
        const old = scoreOf(before, indicatorId);
        const own = scoreOf(after, indicatorId);
        expect(own).not.toBeNull();
        if (old === null) continue;
        expect(sign * ((own ?? Number.NaN) - old)).toBeGreaterThanOrEqual(-1e-9);
        expect(sign * (change.overall.difference ?? 0)).toBeGreaterThanOrEqual(-1e-9);
        expect(change.parts.every((part) => part.indicatorId === indicatorId && part.source?.kind === 'imagined')).toBe(true);
      }
    }), { numRuns: 60 });
  });

  it('keeps imagined events apart by their number, and out of the kept basis', () => {
    const { after, before } = asked(client(), { type: 'event', indicatorId: 'brand-trust', outcome: 1, count: 2 });
    expect(after.indicators.find(({ indicatorId }) => indicatorId === 'brand-trust')?.ledger.map(({ source, reason }) => [source.kind, source.id, reason.code])).toEqual([
      ['imagined', '1', 'imagined'], ['imagined', '2', 'imagined'],
    ]);
    expect(after.basis).toEqual(before.basis);
    const website = asked(client(), { type: 'event', indicatorId: 'website', outcome: 1, count: 1 });
    expect(scoreOf(website.after, 'website')).not.toBeNull();
  });

  it('a rating joins the others, or replaces that of its rater', () => {
    const records = client({ assessments: [assessment('brand-trust', 2, 0, { raterId: 'ada', ratedAt: '2026-04-01T03:00:00Z' })] });
    const events = (raterId: string | null) => asked(records, { type: 'rating', indicatorId: 'brand-trust', rating: 5, raterId }).after.indicators
      .find(({ indicatorId }) => indicatorId === 'brand-trust')?.ledger.map(({ reason }) => reason.params['rating']);
    expect(events('ada')).toEqual([5]);
    expect(events(null)?.toSorted()).toEqual([2, 5]);
    const twice = asked(records, { type: 'rating', indicatorId: 'brand-trust', rating: 5, raterId: null }, { type: 'rating', indicatorId: 'brand-trust', rating: 4, raterId: null });
    expect(twice.after.indicators.find(({ indicatorId }) => indicatorId === 'brand-trust')?.assessment.events).toBe(3);
    const company = whatIf(records, context({ company: companyOf({ assessments: [assessment('website', 1, 9)] }) }), [{ type: 'rating', indicatorId: 'website', rating: 5, raterId: null }]);
    expect(scoreOf(company.after, 'website')).toBeGreaterThan(scoreOf(company.before, 'website') ?? Infinity);
    expect(() => asked(records, { type: 'rating', indicatorId: 'brand-trust', rating: 6, raterId: null })).toThrow(RangeError);
  });

  it('a late line that had been in time mends all that rests on it', () => {
    const { before, after, change } = asked(client({ lines: [late, { ...late, id: 'b', orderId: 'P', firstPromisedDay: today, deliveredDay: today }] }), { type: 'line', lineId: 'late', daysLate: 0 });
    for (const id of ['timely-delivery', 'successful-experiences'] as const) expect(scoreOf(after, id) ?? 0).toBeGreaterThan(scoreOf(before, id) ?? 0);
    expect(change.overall.difference).toBeGreaterThan(0);
    const open = client({ lines: [{ ...late, deliveredDay: null, deliveredQuantity: 0 }] });
    expect(imagine(open, context(), [{ type: 'line', lineId: 'late', daysLate: 4 }]).records.lines).toMatchObject([{ deliveredDay: today - 26, deliveredQuantity: 5 }]);
    expect(() => asked(open, { type: 'line', lineId: 'other', daysLate: 0 })).toThrow(RangeError);
    expect(() => asked(client({ lines: [line({ id: 'x' })] }), { type: 'line', lineId: 'x', daysLate: 0 })).toThrow(RangeError);
  });

  it('an entry more, or a record less', () => {
    const entry: ImaginedChange = { type: 'entry', entry: { kind: 'satisfaction', record: { id: 's', ratedOn: daysAgo(0), rating: 5, contactId: null } } };
    const more = asked(client(), entry);
    expect(scoreOf(more.after, 'satisfaction')).toBeCloseTo((100 * (1 + 3 * 0.7)) / 4, 12);
    const { records } = imagine(client(), context(), [entry]);
    expect(asked(records, { type: 'without', source: { kind: 'satisfaction', id: 's' } }).after).toStrictEqual(scoreClient(client(), context()));
    const full = client({ lines: [late], interactions: [interaction(5, 'inbound')], assessments: [assessment('brand-trust', 1, 0, { id: 'a' })] });
    const sources = [{ kind: 'order', id: 'O' }, { kind: 'interaction', id: 'i5inbound' }, { kind: 'assessment', id: 'a' }] as const;
    expect(imagine(full, context(), sources.map((source) => ({ type: 'without', source }))).records).toEqual(client());
    expect(imagine(full, context(), [{ type: 'without', source: { kind: 'order-line', id: 'late' } }]).records.lines).toEqual([]);
    expect(() => asked(full, { type: 'without', source: { kind: 'contact', id: 'p' } })).toThrow(RangeError);
    expect(() => asked(full, { type: 'event', indicatorId: 'content', outcome: 1, count: 0 })).toThrow(RangeError);
    expect(() => asked(full, { type: 'event', indicatorId: 'content', outcome: 2, count: 1 })).toThrow(RangeError);
  });
});
