import { describe, expect, it } from 'vitest';
import { rescoreAll, rescoreClients } from '#electron/data-host/scores/index.ts';
import { addOrder, clientInput } from '#tests/data-host/fixtures.ts';
import { drain, openTestHost, storeOf } from '#tests/data-host/support.ts';
import type { TestHost } from '#tests/data-host/support.ts';

const start = new Date('2026-03-31T12:00:00Z');
const openAt = (clock: { now: Date }) => openTestHost({ now: () => clock.now });

interface Summary {
  readonly id: string;
  readonly name: string;
  readonly overall: number | null;
  readonly due_count: number;
  readonly priors_id: string;
}
const summaries = (test: TestHost): Summary[] => storeOf(test).read.all<Summary>('SELECT * FROM client_summaries ORDER BY id');
const summaryOf = (test: TestHost, id: string) => summaries(test).find((row) => row.id === id);

describe('rescoring', () => {
  it('of one client alone gives what the full one gave, bit for bit, and what the ledger explains', async () => {
    const test = openAt({ now: start });
    await drain(test.call.sample.open());
    const store = storeOf(test);
    const full = summaries(test);
    expect(full.filter(({ overall }) => overall !== null)).toHaveLength(60);
    await rescoreClients(store, full.map(({ id }) => id), start);
    expect(summaries(test)).toEqual(full);
    for (const { id, overall } of full.slice(0, 12)) {
      const { score } = await test.call.scores.explain({ clientId: id });
      expect(score.overall.value?.score).toBe(overall);
    }
    await rescoreAll(store, { now: start });
    expect(summaries(test)).toEqual(full);
  });

  it('sees what is saved while it reads', async () => {
    const test = openAt({ now: start });
    await drain(test.call.sample.open());
    const { rows } = await test.call.clients.list({ limit: 500 });
    const quiet = rows.findLast(({ dueCount }) => dueCount > 0)?.id ?? '';
    let saved: Promise<unknown> | undefined;
    await rescoreAll(storeOf(test), {
      now: start,
      onProgress: ({ phase }) => {
        if (phase === 'reading') saved ??= test.call.scores.rate({ clientId: quiet, ratings: [{ indicatorId: 'brand-trust', rating: 1, note: null }] });
      },
    });
    await saved;
    const { score } = await test.call.scores.explain({ clientId: quiet });
    expect(score.indicators.find(({ indicatorId }) => indicatorId === 'brand-trust')?.assessment.events).toBeGreaterThan(1);
    expect(summaryOf(test, quiet)?.overall).toBe(score.overall.value?.score);
    expect((await test.call.scores.portfolio()).stale).toBe(false);
  });

  it('starts again where the choices change while it reads', async () => {
    const test = openAt({ now: start });
    await drain(test.call.sample.open());
    let changed: Promise<unknown> | undefined;
    const result = await rescoreAll(storeOf(test), {
      now: start,
      onProgress: ({ phase }) => {
        if (phase === 'reading') changed ??= test.call.settings.setPreferences({ scoringOn: '2025-12-31' });
      },
    });
    await changed;
    expect((await test.call.scores.portfolio()).stale).toBe(false);
    const days = storeOf(test).read.all<{ on: string }>('SELECT DISTINCT as_of_on AS "on" FROM client_summaries');
    expect(days).toEqual([{ on: '2025-12-31' }]);
    expect(result.asOfOn).toBe('2025-12-31');
  });

  it('that is cancelled leaves the scores as they were', async () => {
    const test = openAt({ now: start });
    await drain(test.call.sample.open());
    const before = summaries(test);
    await test.call.settings.setPreferences({ stageThreshold: 70 });
    const abort = new AbortController();
    const job = rescoreAll(storeOf(test), { now: start, signal: abort.signal, onProgress: () => abort.abort() });
    await expect(job).rejects.toThrow('cancelled');
    expect(summaries(test)).toEqual(before);
    expect((await test.call.scores.portfolio()).stale).toBe(true);
  });

  it('knows when it is due: a new day, another choice, the exporter’s own ratings; and when it is done', async () => {
    const clock = { now: start };
    const test = openAt(clock);
    const { call } = test;
    expect((await call.scores.portfolio()).stale).toBe(false);
    const { id } = await call.clients.create(clientInput('Atlas'));
    const heal = async () => {
      expect((await call.scores.portfolio()).stale).toBe(true);
      await drain(call.scores.rescore());
      expect((await call.scores.portfolio()).stale).toBe(false);
    };
    await heal();
    for (const choice of [{ windowLateDays: 3 }, { rhythmDays: 14 }, { answerWithinHours: 24 }, { stageThreshold: 60 }, { scoringOn: '2026-01-01' }, { scoringOn: null }]) {
      await call.settings.setPreferences(choice);
      await heal();
    }
    await call.settings.setPreferences({ theme: 'dark' });
    expect((await call.scores.portfolio()).stale).toBe(false);
    await call.scores.rate({ clientId: null, ratings: [{ indicatorId: 'website', rating: 5, note: null }] });
    await heal();
    await call.clients.update({ id, name: 'Atlas GmbH' });
    expect((await call.scores.portfolio()).stale).toBe(false);
    clock.now = new Date('2026-04-01T12:00:00Z');
    await heal();
  });

  it('holds answers to the hours that the exporter has chosen, and says which', async () => {
    const test = openAt({ now: start });
    const { call } = test;
    const { id: clientId } = await call.clients.create(clientInput('Atlas'));
    const save = (direction: 'inbound' | 'outbound', occurredAt: string, answersId: string | null) =>
      call.interactions.save({ id: null, clientId, contactId: null, channel: 'email', direction, occurredAt, subject: 'Price', body: null, sentiment: null, answersId, needsAnswer: direction === 'inbound' });
    const question = await save('inbound', '2026-03-27T08:00:00Z', null);
    await save('outbound', '2026-03-27T20:00:00Z', question.id);
    await save('inbound', '2026-03-30T00:00:00Z', null);
    await drain(call.scores.rescore());
    const ledger = async () => {
      const { score } = await call.scores.explain({ clientId });
      return score.indicators.find(({ indicatorId }) => indicatorId === 'online-responsiveness')?.ledger.map(({ outcome, reason }) => [reason.code.split('.')[1], reason.params, outcome]);
    };
    expect((await call.settings.get()).preferences.answerWithinHours).toBe(8);
    expect(await ledger()).toEqual([['waiting', { hours: 24, within: 8 }, 0.25], ['late', { hours: 12, within: 8 }, 2 ** -0.5]]);
    await call.settings.setPreferences({ answerWithinHours: 24 });
    expect((await call.scores.portfolio()).stale).toBe(true);
    await drain(call.scores.rescore());
    expect(await ledger()).toEqual([['inTime', { hours: 12, within: 24 }, 1]]);
    const explained = (await call.scores.explain({ clientId })).score.overall.value?.score ?? null;
    expect(summaryOf(test, clientId)?.overall).toBe(explained);
    for (const answerWithinHours of [0, 337, 1.5]) await expect(call.settings.setPreferences({ answerWithinHours })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('reads priors that were kept before the answer time could be chosen', async () => {
    const test = openAt({ now: start });
    await test.call.clients.create(clientInput('Atlas'));
    await drain(test.call.scores.rescore());
    await storeOf(test).write({ actor: 'fixture' }, (tx) => tx.run("UPDATE score_priors SET priors = json_remove(priors, '$.basis.answerWithinHours')"));
    expect((await test.call.scores.portfolio()).stale).toBe(false);
    await test.call.settings.setPreferences({ answerWithinHours: 9 });
    expect((await test.call.scores.portfolio()).stale).toBe(true);
  });

  it('keeps one set of priors as long as they say the same', async () => {
    const test = openAt({ now: start });
    await drain(test.call.sample.open());
    await drain(test.call.scores.rescore());
    const priors = () => storeOf(test).read.all<{ id: string }>('SELECT id FROM score_priors ORDER BY rowid').map(({ id }) => id);
    const before = priors();
    await drain(test.call.scores.rescore());
    expect(priors()).toEqual(before);
    expect(new Set(summaries(test).map((row) => row.priors_id))).toEqual(new Set(before.slice(-1)));
  });
});

describe('records', () => {
  it('in the bin never count', async () => {
    const test = openAt({ now: start });
    const { call } = test;
    const { id: clientId } = await call.clients.create(clientInput('Atlas'));
    await addOrder(test, clientId, 'PO-1', '2026-01-01', [
      { number: '1', ordered: 5, firstPromisedOn: '2026-02-01', parts: [['2026-02-01', 5]] },
      { number: '2', ordered: 5, firstPromisedOn: '2026-02-01', parts: [['2026-02-01', 2], ['2026-02-01', 3]] },
    ]);
    const count = async () => (await call.scores.explain({ clientId })).score.indicators.find(({ indicatorId }) => indicatorId === 'meeting-needs')?.evidence;
    expect(await count()).toMatchObject({ events: 2 });
    const before = await count();
    const store = storeOf(test);
    await store.write({ actor: 'fixture' }, (tx) => tx.run("UPDATE line_deliveries SET deleted_at = 'x' WHERE quantity = 3"));
    expect((await count())?.sum).toBeLessThan(before?.sum ?? 0);
    await store.write({ actor: 'fixture' }, (tx) => tx.run("UPDATE order_lines SET deleted_at = 'x' WHERE number = '2'"));
    expect(await count()).toMatchObject({ events: 1 });
    await store.write({ actor: 'fixture' }, (tx) => tx.run("UPDATE orders SET deleted_at = 'x'"));
    expect(await count()).toMatchObject({ events: 0 });
  });

  it('make the figures of the list, in the currency of most lines', async () => {
    const test = openAt({ now: start });
    const { id: clientId } = await test.call.clients.create(clientInput('Atlas'));
    await addOrder(test, clientId, 'PO-1', '2026-01-01', [
      { number: '1', ordered: 5, firstPromisedOn: '2026-02-01', parts: [['2026-02-01', 5]], currency: 'USD', valueMinor: 100 },
      { number: '2', ordered: 5, firstPromisedOn: '2026-02-01', parts: [['2026-02-09', 5]], currency: 'EUR', valueMinor: 700 },
      { number: '3', ordered: 5, firstPromisedOn: '2026-02-01', currency: 'EUR', valueMinor: 300 },
      { number: '4', ordered: 5, firstPromisedOn: '2026-09-01', currency: 'USD', valueMinor: 1 },
      { number: '5', ordered: 5, firstPromisedOn: '2026-09-01', currency: 'EUR', valueMinor: 1 },
    ]);
    expect((await test.call.clients.list({})).rows[0]).toMatchObject({
      dueCount: 3, onTimeCount: 1, openLateCount: 1, value: { minor: 1001, currency: 'EUR' }, lastDeliveredOn: '2026-02-09',
    });
    const { steps, facts } = await test.call.scores.explain({ clientId });
    const late = steps.find(({ code }) => code === 'tell-about-late-lines');
    expect(late?.sources).toHaveLength(1);
    expect(facts[`order-line:${late?.sources[0]?.id}`]).toMatchObject({ title: 'PO-1 / 3', detail: { orderNumber: 'PO-1', lineNumber: '3', deliveredQuantity: 0 } });
  });
});

describe('an explanation', () => {
  it('names every record of its ledger, and lays the client against the portfolio', async () => {
    const test = openAt({ now: start });
    await drain(test.call.sample.open());
    const { rows } = await test.call.clients.list({});
    const clientId = rows.find(({ openLateCount }) => openLateCount > 0)?.id ?? '';
    const { score, facts, steps, portfolio, portfolioCount } = await test.call.scores.explain({ clientId });
    const refs = [...score.indicators.flatMap(({ ledger }) => ledger.map(({ source }) => source)), ...steps.flatMap(({ sources }) => sources)];
    expect(refs.length).toBeGreaterThan(100);
    expect(refs.filter(({ kind, id }) => kind !== 'period' && facts[`${kind}:${id}`] === undefined)).toEqual([]);
    for (const { value, ledger, priorPoints } of score.indicators) {
      const total = ledger.reduce((sum, { points }) => sum + points, priorPoints);
      expect(Math.abs(total - (value?.score ?? total))).toBeLessThan(1e-9);
    }
    expect(portfolioCount).toBe(60);
    const means = storeOf(test).read.get<{ brand: number }>('SELECT avg(brand) AS brand FROM client_summaries');
    expect(portfolio.brand).toBe(means?.brand);
    expect(steps.some(({ code }) => code === 'tell-about-late-lines')).toBe(true);
    await expect(test.call.scores.explain({ clientId: '01900000-0000-7000-8000-000000000000' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('ratings', () => {
  it('are given in one sitting, moved by another one, withdrawn and reinstated; the score follows each time', async () => {
    const clock = { now: start };
    const test = openAt(clock);
    const { call } = test;
    await call.settings.setMe({ name: 'Sara' });
    const { id: clientId } = await call.clients.create(clientInput('Atlas'));
    const brand = () => storeOf(test).read.get<{ brand: number | null }>('SELECT brand FROM client_summaries')?.brand ?? null;
    expect(brand()).toBeNull();
    const [first] = await call.scores.rate({ clientId, ratings: [{ indicatorId: 'brand-trust', rating: 2, note: 'Shy' }] });
    expect(first).toMatchObject({ rating: 2, raterName: 'Sara', source: 'representative', note: 'Shy', ratedAt: start.toISOString() });
    const low = brand() ?? 0;
    clock.now = new Date('2026-03-31T13:00:00Z');
    const [second] = await call.scores.rate({ clientId, ratings: [{ indicatorId: 'brand-trust', rating: 5, note: null }] });
    expect(brand()).toBeGreaterThan(low);
    await call.scores.withdraw({ id: second?.id ?? '' });
    expect(brand()).toBe(low);
    expect(await call.scores.assessments({ clientId })).toEqual([first]);
    expect(await call.scores.reinstate({ id: second?.id ?? '' })).toEqual(second);
    expect(await call.scores.assessments({ clientId })).toEqual([second, first]);
    expect(brand()).toBeGreaterThan(low);
  });

  it('of the wrong indicators are refused whole', async () => {
    const { call } = openAt({ now: start });
    const { id: clientId } = await call.clients.create(clientInput('Atlas'));
    const good = { indicatorId: 'brand-trust', rating: 3, note: null };
    await expect(call.scores.rate({ clientId, ratings: [good, { indicatorId: 'website', rating: 3, note: null }, { indicatorId: 'nonsense', rating: 3, note: null }] })).rejects.toMatchObject({
      code: 'INVALID', data: { issues: [{ field: 'ratings.1.indicatorId', code: 'other-subject' }, { field: 'ratings.2.indicatorId', code: 'unknown-indicator' }] },
    });
    await expect(call.scores.rate({ clientId: null, ratings: [good] })).rejects.toMatchObject({ code: 'INVALID' });
    expect(await call.scores.assessments({ clientId })).toEqual([]);
  });
});

describe('snapshots', () => {
  it('are taken where the score moved, at most one a day', async () => {
    const clock = { now: start };
    const test = openAt(clock);
    const { call } = test;
    const { id: clientId } = await call.clients.create(clientInput('Atlas', { countryCode: 'DE' }));
    const rate = (rating: number) => call.scores.rate({ clientId, ratings: [{ indicatorId: 'brand-trust', rating, note: null }] });
    await rate(1);
    clock.now = new Date('2026-03-31T13:00:00Z');
    await rate(5);
    const [only, ...others] = await call.scores.snapshots({ clientId });
    expect(others).toEqual([]);
    expect(only).toMatchObject({ takenOn: '2026-03-31', asOfOn: '2026-03-31', overall: summaryOf(test, clientId)?.overall });
    clock.now = new Date('2026-04-01T13:00:00Z');
    await call.clients.update({ id: clientId, notes: 'Nothing that a score reads' });
    expect(await call.scores.snapshots({ clientId })).toHaveLength(1);
    await rate(2);
    expect((await call.scores.snapshots({ clientId })).map(({ takenOn }) => takenOn)).toEqual(['2026-03-31', '2026-04-01']);
  });
});

describe('the portfolio', () => {
  it('has the middle of the scored clients and the newest day of its records', async () => {
    const test = openAt({ now: start });
    const { call } = test;
    expect(await call.scores.portfolio()).toMatchObject({ clientCount: 0, scoredCount: 0, medianOverall: null, newestRecordOn: null, asOfOn: '2026-03-31', asOfChosen: false });
    await drain(call.sample.open());
    const sorted = summaries(test).map(({ overall }) => overall ?? 0).toSorted((a, b) => a - b);
    const portfolio = await call.scores.portfolio();
    expect(portfolio.medianOverall).toBe(((sorted[29] ?? 0) + (sorted[30] ?? 0)) / 2);
    // Something came early, before its day: the promise lies ahead, and the newest day is today.
    expect(portfolio.newestRecordOn).toBe('2026-03-31');
  });

  it('of an old history is read whole on its newest day, whatever came before its time', async () => {
    const test = openAt({ now: start });
    const { id: clientId } = await test.call.clients.create(clientInput('Atlas'));
    await addOrder(test, clientId, 'PO-1', '2015-01-01', [
      { number: '1', ordered: 5, firstPromisedOn: '2015-09-14', parts: [['2015-09-14', 5]] },
      { number: '2', ordered: 5, firstPromisedOn: '2015-12-31', parts: [['2015-09-10', 5]] },
    ]);
    const { newestRecordOn } = await test.call.scores.portfolio();
    expect(newestRecordOn).toBe('2015-12-31');
    await test.call.settings.setPreferences({ scoringOn: newestRecordOn });
    expect((await test.call.orders.figures({ clientId: null })).onOrBefore).toMatchObject({ numerator: 2, denominator: 2 });
  });
});
