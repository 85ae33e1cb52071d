import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBulkScorer, defaultPriors, equalWeights, priorsFromJson, priorsToJson, scoreClient, toClientScore } from '#shared/domain/scoring/index.ts';
import type { ClientRecords, CompanyRecords } from '#shared/domain/scoring/index.ts';
import { goldenLines } from '../delivery/lines.ts';
import { anyClient, anyCompany } from './portfolio.ts';
import { assessment, client, companyOf, context, today } from './records.ts';

const bulkOf = (portfolio: readonly ClientRecords[], company: CompanyRecords) => {
  const bulk = createBulkScorer({ asOfDay: today, weights: equalWeights, company });
  for (const records of portfolio) bulk.add(records);
  return bulk;
};

describe('the bulk path', () => {
  it('equals the explained path bit for bit with the same priors', () => {
    fc.assert(fc.property(fc.array(anyClient, { maxLength: 12 }), anyCompany, (portfolio, company) => {
      const bulk = bulkOf(portfolio, company);
      for (const priors of [bulk.estimatePriors('p'), defaultPriors]) {
        const explained = portfolio.map((records) => toClientScore(scoreClient(records, context({ company, priors }))));
        expect([...bulk.scores(priors)]).toStrictEqual(explained);
      }
    }), { numRuns: 60 });
  });

  it('rescores one client alone as the whole portfolio did, from stored priors', () => {
    fc.assert(fc.property(fc.array(anyClient, { minLength: 6, maxLength: 12 }), (portfolio) => {
      const bulk = bulkOf(portfolio, companyOf());
      const priors = priorsFromJson(priorsToJson(bulk.estimatePriors('kept')));
      const [first] = bulk.scores(priors);
      const [alone] = bulkOf(portfolio.slice(0, 1), companyOf()).scores(priors);
      expect(alone).toStrictEqual(first);
    }), { numRuns: 30 });
  });

  it('refuses stored priors that it cannot read', () => {
    const kept = { id: 'p', modelVersion: 'm', asOfDay: today, indicators: {} };
    expect(priorsFromJson(JSON.stringify(kept))).toEqual(kept);
    const prior = { priorWeight: 5, priorMean: 0.5, from: 'portfolio', clients: 5, events: 30, rho: 0.1 };
    for (const bad of [
      [], { ...kept, id: 7 }, { ...kept, asOfDay: 'today' }, { ...kept, indicators: { 'no-such': prior } },
      { ...kept, indicators: { 'timely-delivery': { ...prior, priorMean: 1 } } }, { ...kept, indicators: { 'timely-delivery': { ...prior, from: 'guess' } } },
    ]) {
      expect(() => priorsFromJson(JSON.stringify(bad))).toThrow(RangeError);
    }
  });

  it('estimates priors only where the portfolio can tell', () => {
    const portfolio = Array.from({ length: 6 }, (_, index) => client({ clientId: `C${index}`, lines: index === 0 ? goldenLines.slice(0, 4) : goldenLines }));
    const priors = bulkOf(portfolio, companyOf()).estimatePriors('p');
    expect(priors).toMatchObject({ id: 'p', asOfDay: today, indicators: { 'timely-delivery': { clients: 6, events: 44 } } });
    expect(priors.indicators['brand-trust']).toBeUndefined();
    expect(bulkOf(portfolio.slice(0, 4), companyOf()).estimatePriors('p').indicators['timely-delivery']).toBeUndefined();
    const assessments = ['a', 'b', 'c', 'd', 'e'].map((raterId) => assessment('brand-trust', 5, 0, { id: raterId, raterId }));
    const rated = portfolio.map(({ clientId }) => client({ clientId, assessments }));
    expect(bulkOf(rated, companyOf()).estimatePriors('p').indicators['brand-trust']).toMatchObject({ clients: 6, events: 30, from: 'portfolio-mean' });
  });

  it('grows past its first store and can be read twice', () => {
    const portfolio = Array.from({ length: 600 }, (_, index) => client({ clientId: `C${index}`, lines: goldenLines }));
    const bulk = bulkOf(portfolio, companyOf());
    const scores = [...bulk.scores(defaultPriors)];
    expect(scores).toHaveLength(600);
    expect(new Set(scores.map(({ overall }) => overall)).size).toBe(1);
    expect([...bulk.scores(defaultPriors)]).toEqual(scores);
  });
});
