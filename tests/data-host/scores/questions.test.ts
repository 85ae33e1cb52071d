import { describe, expect, it } from 'vitest';
import { defaultPlaybook } from '#shared/domain/playbook/index.ts';
import { addOrder, clientInput } from '#tests/data-host/fixtures.ts';
import { drain, openTestHost, storeOf } from '#tests/data-host/support.ts';
import type { TestHost } from '#tests/data-host/support.ts';

const now = new Date('2026-11-22T09:00:00Z');

async function openSample(): Promise<TestHost & { readonly clientId: string }> {
  const test = openTestHost({ now: () => now });
  await drain(test.call.sample.open());
  const { rows } = await test.call.clients.list({ sort: 'overall' });
  return { ...test, clientId: rows.find(({ openLateCount, overall }) => openLateCount > 0 && overall !== null)?.id ?? '' };
}

describe('questions about a score', () => {
  it('what changed: parts and groups add up to the difference, every record named; the day must lie before', async () => {
    const { call, clientId } = await openSample();
    const since = await call.scores.changed({ clientId, sinceOn: '2026-06-30' });
    const difference = since.change.overall.difference ?? Number.NaN;
    expect(Math.abs(difference)).toBeGreaterThan(0.01);
    for (const list of [since.change.parts, since.groups]) {
      expect(Math.abs(list.reduce((sum, { overallPoints }) => sum + overallPoints, 0) - difference)).toBeLessThan(1e-9);
    }
    expect(since.after).toEqual((await call.scores.explain({ clientId })).score);
    const refs = since.groups.flatMap(({ sources }) => sources).filter(({ kind }) => kind !== 'period');
    expect(refs.length).toBeGreaterThan(0);
    expect(refs.filter(({ kind, id }) => since.facts[`${kind}:${id}`] === undefined)).toEqual([]);
    await expect(call.scores.changed({ clientId, sinceOn: '2026-11-22' })).rejects.toMatchObject({ data: { issues: [{ field: 'sinceOn', code: 'not-before-reading-day' }] } });
  });

  it('what if: moves the score on paper alone, by every kind of change', async () => {
    const test = await openSample();
    const { call, clientId } = test;
    const stored = () => JSON.stringify([storeOf(test).read.all('SELECT * FROM client_summaries'), storeOf(test).read.get('SELECT count(*) AS n FROM audit_entries')]);
    const before = stored();
    const lineId = storeOf(test).read.get<{ id: string }>(
      'SELECT l.id FROM order_lines l JOIN orders o ON o.id = l.order_id WHERE o.client_id = ? AND l.first_promised_on IS NOT NULL ORDER BY o.ordered_on DESC, l.id LIMIT 1', [clientId],
    )?.id ?? '';
    const better = await call.scores.whatIf({ clientId, changes: [{ type: 'event', indicatorId: 'timely-delivery', outcome: 1, count: 20 }] });
    expect(better.change.overall.difference).toBeGreaterThan(0);
    const asked = await call.scores.whatIf({
      clientId,
      changes: [
        { type: 'rating', indicatorId: 'brand-trust', rating: 5 }, { type: 'entry', kind: 'commitment', values: { dueOn: '2026-11-01', keptOn: '2026-11-01' } },
        { type: 'line', lineId, daysLate: 0 }, { type: 'without', kind: 'order-line', id: lineId },
      ],
    });
    expect(asked.change.parts.length).toBeGreaterThan(1);
    await expect(
      call.scores.whatIf({ clientId, changes: [{ type: 'event', indicatorId: 'luck', outcome: 1 }, { type: 'entry', kind: 'training', values: {} }, { type: 'without', kind: 'client', id: clientId }, { type: 'rating', indicatorId: 'perceived-usefulness', rating: 5 }] }),
    ).rejects.toMatchObject({
      data: {
        issues: [
          { field: 'changes.0.indicatorId', code: 'unknown-indicator' }, { field: 'changes.1.values.heldOn', code: 'required' },
          { field: 'changes.2.id', code: 'unknown-record' }, { field: 'changes.3.indicatorId', code: 'client-alone' },
        ],
      },
    });
    expect(stored()).toBe(before);
  });

  it('what next: the playbook by gain per effort, as the exporter changed it', async () => {
    const { call, clientId } = await openSample();
    const actions = await call.scores.actions({ clientId });
    expect(actions.length).toBeGreaterThan(3);
    expect(actions.map(({ gainPerEffort }) => gainPerEffort)).toEqual(actions.map(({ gainPerEffort }) => gainPerEffort).toSorted((a, b) => b - a));
    for (const { gain, overallBefore, overallAfter } of actions) expect(gain).toBeCloseTo((overallAfter ?? 0) - (overallBefore ?? 0), 9);
    const best = actions[0]?.entryId ?? '';
    await call.playbook.remove({ id: best });
    expect((await call.scores.actions({ clientId })).map(({ entryId }) => entryId)).not.toContain(best);
    await call.playbook.restore({ id: best });
    const own = await call.playbook.save({ id: null, stepCode: null, title: 'Visit the works', indicatorId: 'timely-delivery', effort: 1, eventCount: 20, outcome: 1 });
    expect((await call.scores.actions({ clientId })).find(({ entryId }) => entryId === own.id)).toMatchObject({ title: 'Visit the works', stepCode: null });
    const [first] = await call.playbook.list();
    expect(first).toMatchObject({ id: defaultPlaybook[0]?.id, isDefault: true, isChanged: false });
    if (!first) throw new Error('an empty playbook');
    expect(await call.playbook.save({ ...first, effort: 5 })).toMatchObject({ effort: 5, isChanged: true });
    const { entries } = await call.playbook.resetToDefault();
    expect(entries.map(({ id, isChanged }) => [id, isChanged])).toEqual(defaultPlaybook.map(({ id }) => [id, false]));
  });
});

describe('two raters', () => {
  it('agree as Cohen reckons, per indicator and overall, and what they see differently is named', async () => {
    const test = openTestHost({ now: () => now });
    const { call } = test;
    expect(await call.scores.agreement({ raterA: null, raterB: null })).toMatchObject({ raterA: null, raterB: null, overall: null, indicators: [] });
    const clients: string[] = [];
    for (let index = 0; index < 6; index += 1) clients.push((await call.clients.create(clientInput(`Client ${index}`))).id);
    const rateAll = async (name: string, trust: readonly number[], ease: readonly number[]) => {
      await call.settings.setMe({ name });
      for (const [index, clientId] of clients.entries()) {
        await call.scores.rate({
          clientId, ratings: [{ indicatorId: 'brand-trust', rating: trust[index] ?? 1, note: null }, { indicatorId: 'tool-ease', rating: ease[index] ?? 1, note: null }],
        });
      }
    };
    await rateAll('Anna', [1, 2, 3, 4, 5, 3], [1, 2, 3, 4, 5, 3]);
    await rateAll('Ben', [1, 2, 3, 4, 5, 3], [5, 4, 3, 2, 1, 3]);
    const [anna, ben] = (await call.scores.raters()).toSorted((left, right) => (left.name < right.name ? -1 : 1));
    expect(anna).toMatchObject({ name: 'Anna', ratingCount: 12, clientCount: 6 });
    const agreement = await call.scores.agreement({ raterA: anna?.id ?? null, raterB: ben?.id ?? null });
    expect(agreement).toMatchObject({ raterA: { name: 'Anna' }, raterB: { name: 'Ben' }, clientCount: 6, overall: { pairs: 12 }, poor: ['tool-ease'] });
    const of = (id: string) => agreement.indicators.find(({ indicatorId }) => indicatorId === id);
    expect(of('brand-trust')).toMatchObject({ pairs: 6, observed: 1, kappa: 1, weightedKappa: 1, word: 'almost-perfect' });
    expect(of('tool-ease')?.weightedKappa).toBeCloseTo(-1, 9);
    expect(await call.scores.agreement({ raterA: null, raterB: null })).toMatchObject({ clientCount: 6 });
    await expect(call.scores.agreement({ raterA: clients[0] ?? null, raterB: null })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('weights', () => {
  it('are kept by version, name their spoiler, move all scores, and come back', async () => {
    const test = await openSample();
    const { call } = test;
    const scores = () => storeOf(test).read.all('SELECT id, overall FROM client_summaries ORDER BY id');
    const before = scores();
    const judgements = [{ left: 'brand', right: 'arousal', ratio: 9 }, { left: 'arousal', right: 'quality', ratio: 9 }, { left: 'quality', right: 'brand', ratio: 9 }];
    const saved = await call.weights.save({ level: 'dimensions', judgements });
    const [dimensions] = saved.levels;
    expect(saved).toMatchObject({ isEqual: false });
    expect(dimensions?.isConsistent).toBe(false);
    expect(dimensions?.spoiler).not.toBeNull();
    expect(dimensions?.items.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
    expect((await call.scores.portfolio()).stale).toBe(true);
    await call.weights.save({ level: 'dimensions', judgements: [{ left: 'brand', right: 'continuity', ratio: 5 }] });
    await drain(call.scores.rescore());
    expect(scores()).not.toEqual(before);
    expect((await call.scores.portfolio()).stale).toBe(false);
    const equal = await call.weights.useEqual();
    expect(equal).toMatchObject({ id: 'equal', isEqual: true });
    await drain(call.scores.rescore());
    expect(scores()).toEqual(before);
    const versions = await call.weights.versions();
    expect(versions.map(({ number, isCurrent }) => [number, isCurrent])).toEqual([[3, true], [2, false], [1, false]]);
    expect(await call.weights.useVersion({ versionId: versions[2]?.versionId ?? '' })).toMatchObject({ id: saved.id });
    await expect(call.weights.save({ level: 'brand', judgements: [{ left: 'brand', right: 'arousal', ratio: 2 }] })).rejects.toMatchObject({
      data: { issues: [{ field: 'judgements.0', code: 'unknown-item' }] },
    });
  });
});

describe('the portfolio', () => {
  it('adds up to the list in every view, and takes its filter', async () => {
    const { call } = await openSample();
    const overview = await call.portfolio.overview({});
    expect(overview.distribution.reduce((sum, { count }) => sum + count, 0)).toBe(overview.scoredCount);
    expect(overview.stages.reduce((sum, { count }) => sum + count, 0)).toBe(60);
    const { points, withoutScore, withoutValue, otherCurrency } = overview.quadrants;
    expect(points.length + withoutScore + withoutValue + otherCurrency).toBe(60);
    expect(new Set(points.map(({ quadrant }) => quadrant)).size).toBe(4);
    const all = await call.portfolio.heatMap({ sort: 'quality', limit: 100 });
    expect(all.total).toBe(60);
    const qualities = all.rows.flatMap(({ dimensions }) => dimensions.quality ?? []);
    expect(qualities).toEqual(qualities.toSorted((a, b) => a - b));
    const byCountry = await call.portfolio.heatMap({ sort: 'country', limit: 100 });
    expect(byCountry.rows.map(({ countryCode }) => countryCode)).toEqual((await call.clients.list({ sort: 'country', limit: 100 })).rows.map(({ countryCode }) => countryCode));
    const page = await call.portfolio.heatMap({ sort: 'quality', limit: 10, offset: 20 });
    expect(page.rows).toEqual(all.rows.slice(20, 30));
    const [country] = (await call.clients.facets()).countries;
    const filtered = await call.portfolio.overview({ filter: { countryCodes: [country?.code ?? ''] } });
    expect(filtered.clientCount).toBe(country?.count);
    const coverage = await call.portfolio.coverage({ limit: 5 });
    expect(coverage).toMatchObject({ total: 60 });
    expect(coverage.themeIds).toHaveLength(14);
    expect(coverage.rows.map(({ coverage: share }) => share)).toEqual(coverage.rows.map(({ coverage: share }) => share).toSorted((a, b) => a - b));
  });

  it('names who fell a stage, the link that gave way, and since when', async () => {
    const clock = { now: new Date('2026-08-01T09:00:00Z') };
    const test = openTestHost({ now: () => clock.now });
    const { id: clientId } = await test.call.clients.create(clientInput('Falling'));
    const ids = ['brand-trust', 'cooperation-offers', 'tool-ease', 'timely-delivery', 'sustained-interaction'];
    await test.call.scores.rate({ clientId, ratings: ids.map((indicatorId) => ({ indicatorId, rating: 5, note: null })) });
    await drain(test.call.scores.rescore());
    clock.now = new Date('2026-11-22T09:00:00Z');
    for (const name of ['Anna', 'Ben', 'Clara', 'Dana', 'Emil', 'Farid', 'Gita', 'Hans']) {
      await test.call.settings.setMe({ name });
      await test.call.scores.rate({ clientId, ratings: [{ indicatorId: 'cooperation-offers', rating: 1, note: null }] });
    }
    await addOrder(test, clientId, 'N-1', '2026-10-01', [{ number: '1', ordered: 1, firstPromisedOn: '2026-10-05', parts: [['2026-10-05', 1]] }]);
    const { rows, comparedCount } = await test.call.portfolio.falls({ sinceOn: '2026-09-30' });
    expect(comparedCount).toBe(1);
    // The last point before the quarter: the end of the month in which the file was last used.
    expect(rows).toMatchObject([{ clientId, name: 'Falling', fromStage: 2, toStage: 1, fromOn: '2026-08-31', brokenDimension: 'arousal' }]);
  });
});
