import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDayOf } from '#electron/data-host/settings/index.ts';
import { addOrder, clientInput } from '#tests/data-host/fixtures.ts';
import { drain, openTestHost, storeOf } from '#tests/data-host/support.ts';
import type { TestHost } from '#tests/data-host/support.ts';

/** Noon, so that the day is the same wherever the test runs. */
const noon = (on: string): Date => {
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number);
  return new Date(year, month - 1, day, 12);
};

interface Clock {
  now: Date;
}

const openAt = async (on: string) => {
  const clock: Clock = { now: noon(on) };
  const test = openTestHost({ now: () => clock.now });
  const { id: clientId } = await test.call.clients.create(clientInput('Atlas', { countryCode: 'DE' }));
  return { clock, test, clientId, goTo: (day: string) => { clock.now = noon(day); } };
};

const shown = (test: TestHost, clientId: string) =>
  storeOf(test).read.get<{ overall: number | null; quality: number | null; stage: number | null; as_of_on: string }>(
    'SELECT overall, quality, stage, as_of_on FROM client_summaries WHERE id = ?', [clientId],
  );
const rateAll = (test: TestHost, clientId: string, rating: number) =>
  test.call.scores.rate({ clientId, ratings: ['brand-trust', 'satisfaction', 'tool-ease', 'timely-delivery', 'sustained-interaction'].map((indicatorId) => ({ indicatorId, rating, note: null })) });
const deliver = (test: TestHost, clientId: string, number: string, promisedOn: string, deliveredOn: string) =>
  addOrder(test, clientId, number, promisedOn, [{ number: '1', ordered: 5, firstPromisedOn: promisedOn, parts: [[deliveredOn, 5]] }]);

describe('the trend over months', () => {
  it('has a point where the score moved and one at each month’s end, each with what lists showed', async () => {
    const { test, clientId, goTo } = await openAt('2026-01-12');
    const { call } = test;
    await rateAll(test, clientId, 4);
    await drain(call.scores.rescore());
    const january = shown(test, clientId);
    goTo('2026-02-03');
    await drain(call.scores.rescore());
    goTo('2026-02-17');
    await deliver(test, clientId, 'PO-1', '2026-02-01', '2026-02-16');
    const february = shown(test, clientId);
    expect(february?.overall).toBeLessThan(january?.overall ?? 0);
    goTo('2026-03-02');
    await drain(call.scores.rescore());
    goTo('2026-03-31');
    await rateAll(test, clientId, 5);
    const march = shown(test, clientId);
    goTo('2026-04-01');
    await drain(call.scores.rescore());
    const history = await call.scores.history({ clientId });
    const points = history.map(({ takenOn, cause }) => `${takenOn} ${cause}`);
    expect(points).toEqual([...points].toSorted());
    expect(points).toEqual(expect.arrayContaining(['2026-01-31 month-end', '2026-02-17 change', '2026-02-28 month-end', '2026-03-31 change']));
    // A month that ended with a change has its point already.
    expect(points.filter((point) => point.startsWith('2026-03-31'))).toHaveLength(1);
    const at = (on: string) => history.find(({ takenOn }) => takenOn === on);
    expect(at('2026-01-31')).toMatchObject({ overall: january?.overall, dimensions: { quality: january?.quality }, stage: january?.stage, asOfOn: '2026-01-12' });
    expect(at('2026-02-28')).toMatchObject({ overall: february?.overall, dimensions: { quality: february?.quality }, asOfOn: '2026-02-17' });
    expect(at('2026-03-31')).toMatchObject({ overall: march?.overall });
    for (const { modelVersion, weightsId, priorsId } of history) expect([modelVersion, weightsId, priorsId]).not.toContain('');
    // What was shown then is told with what has changed since, and no later record rewrites it.
    await deliver(test, clientId, 'PO-2', '2026-01-05', '2026-03-30');
    expect((await call.scores.changed({ clientId, sinceOn: '2026-02-10' })).shownThen).toMatchObject({ takenOn: '2026-02-03', cause: 'change' });
    expect((await call.scores.changed({ clientId, sinceOn: '2026-03-01' })).shownThen).toMatchObject({ takenOn: '2026-02-28', overall: february?.overall });
    expect((await call.scores.history({ clientId })).filter(({ takenOn }) => takenOn < '2026-04-01')).toEqual(history.filter(({ takenOn }) => takenOn < '2026-04-01'));
  });

  it('invents nothing for months in which the file was closed', async () => {
    const { test, clientId, goTo } = await openAt('2026-01-12');
    await rateAll(test, clientId, 4);
    await drain(test.call.scores.rescore());
    goTo('2026-06-09');
    await drain(test.call.scores.rescore());
    const months = (await test.call.scores.history({ clientId })).filter(({ cause }) => cause === 'month-end').map(({ takenOn }) => takenOn);
    expect(months).toEqual(['2026-01-31']);
  });

  it('keeps the month’s end also where the first work of the new month comes before any rescoring', async () => {
    const { test, clientId, goTo } = await openAt('2026-01-12');
    const { call } = test;
    const { id: other } = await call.clients.create(clientInput('Boreas'));
    for (const id of [clientId, other]) await rateAll(test, id, 4);
    await drain(call.scores.rescore());
    const january = shown(test, clientId);
    goTo('2026-02-01');
    // One client is changed …
    await rateAll(test, clientId, 1);
    const ends = async (id: string) => (await call.scores.history({ clientId: id })).filter(({ cause }) => cause === 'month-end');
    expect(await ends(clientId)).toMatchObject([{ takenOn: '2026-01-31', overall: january?.overall }]);
    expect(await ends(other)).toEqual([]);
    // … then everybody's scores fall out of date at once.
    await call.scores.rate({ clientId: null, ratings: [{ indicatorId: 'website', rating: 5, note: null }] });
    expect(await ends(other)).toMatchObject([{ takenOn: '2026-01-31' }]);
    await drain(call.scores.rescore());
    expect((await ends(clientId)).map(({ takenOn }) => takenOn)).toEqual(['2026-01-31']);
  });

  it('leaves out what was out of date when the month ended', async () => {
    const { test, clientId, goTo } = await openAt('2026-01-12');
    await rateAll(test, clientId, 4);
    await drain(test.call.scores.rescore());
    await test.call.scores.rate({ clientId: null, ratings: [{ indicatorId: 'website', rating: 1, note: null }] });
    goTo('2026-02-02');
    await drain(test.call.scores.rescore());
    expect((await test.call.scores.history({ clientId })).filter(({ cause }) => cause === 'month-end')).toEqual([]);
  });

  const move = fc.oneof(
    fc.record({ type: fc.constant('rate' as const), days: fc.integer({ min: 0, max: 40 }), rating: fc.integer({ min: 1, max: 5 }) }),
    fc.record({ type: fc.constant('deliver' as const), days: fc.integer({ min: 0, max: 40 }), late: fc.integer({ min: -3, max: 20 }) }),
    fc.record({ type: fc.constant('rescore' as const), days: fc.integer({ min: 0, max: 70 }) }),
  );

  it('of any sequence of work: one point a day at most, in order, every month’s end as it was shown, and the last point as it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 4, maxLength: 14 }), async (moves) => {
        const { test, clientId, clock } = await openAt('2025-03-10');
        const shownOn = new Map<string, number | null>();
        for (const [index, each] of moves.entries()) {
          clock.now = new Date(clock.now.getFullYear(), clock.now.getMonth(), clock.now.getDate() + each.days, 12);
          const today = localDayOf(clock.now);
          if (each.type === 'rate') await rateAll(test, clientId, each.rating);
          else if (each.type === 'deliver') await deliver(test, clientId, `PO-${index}`, today, localDayOf(new Date(clock.now.getTime() - Math.abs(each.late) * 86_400_000)));
          else await drain(test.call.scores.rescore());
          shownOn.set(today, shown(test, clientId)?.overall ?? null);
        }
        const history = await test.call.scores.history({ clientId });
        const days = history.map(({ takenOn }) => takenOn);
        expect(days).toEqual([...new Set(days)].toSorted());
        const lastShownBy = (on: string) => [...shownOn].findLast(([day]) => day <= on)?.[1] ?? null;
        // A change of less than a twentieth of a point is the same score to anyone who reads it; a month's end is exact.
        const tolerance = { change: 0.05, 'month-end': 0 };
        const wrong = history.filter(({ takenOn, cause, overall }) => Math.abs((overall ?? -1) - (lastShownBy(takenOn) ?? -1)) > tolerance[cause]);
        expect(wrong).toEqual([]);
        expect(Math.abs((history.at(-1)?.overall ?? -1) - (shown(test, clientId)?.overall ?? -1))).toBeLessThan(0.05);
        await test.host.close();
      }),
      { numRuns: 30 },
    );
  }, 120_000);
});
