import { describe, expect, it } from 'vitest';
import { addOrder, clientInput } from '#tests/data-host/fixtures.ts';
import type { LineFixture } from '#tests/data-host/fixtures.ts';
import { openTestHost, storeOf } from '#tests/data-host/support.ts';
import type { TestHost } from '#tests/data-host/support.ts';

const now = new Date('2026-03-31T12:00:00Z');

/** The golden table of the delivery rules (March 2026), through real rows. Its later promises are the exporter's. */
const on = (day: number): string => `2026-03-${String(day).padStart(2, '0')}`;
const golden: readonly (LineFixture & { readonly promisedAgain?: number })[] = [
  { number: 'L1', requestedOn: on(10), firstPromisedOn: on(12), ordered: 100, parts: [[on(11), 60], [on(12), 40]] },
  { number: 'L2', requestedOn: on(10), firstPromisedOn: on(12), ordered: 50, parts: [[on(10), 50]] },
  { number: 'L3', requestedOn: on(10), firstPromisedOn: on(12), ordered: 50, parts: [[on(7), 50]] },
  { number: 'L4', requestedOn: on(15), firstPromisedOn: on(15), ordered: 20, parts: [[on(19), 20]], promisedAgain: 20 },
  { number: 'L5', requestedOn: on(15), firstPromisedOn: on(15), ordered: 20, parts: [[on(15), 19]] },
  { number: 'L6', requestedOn: on(18), firstPromisedOn: on(18), ordered: 10, parts: [[on(18), 10]], documentsOk: false },
  { number: 'L7', requestedOn: on(18), firstPromisedOn: on(18), ordered: 10, parts: [[on(18), 10]], conditionOk: false },
  { number: 'L8', requestedOn: on(20), firstPromisedOn: on(22), ordered: 5 },
];

async function openGolden(): Promise<{ test: TestHost; clientId: string; ids: Record<string, string> }> {
  const test = openTestHost({ now: () => now });
  const { id: clientId } = await test.call.clients.create(clientInput('Golden', { countryCode: 'DE' }));
  const ids = await addOrder(test, clientId, 'PO-1', '2026-02-01', golden);
  await storeOf(test).write({ actor: 'fixture' }, (tx) => {
    tx.run(
      `INSERT INTO line_promises (id, order_line_id, promised_on, made_at, made_by, asked_by, reason, created_at, updated_at)
       VALUES ('p', ?, '2026-03-20', '2026-03-10T00:00:00.000Z', 'Reza', 'exporter', 'Machine down', '', '')`, [ids['L4']],
    );
  });
  return { test, clientId, ids };
}
const percent = (rate: number | null | undefined) => (rate === null || rate === undefined ? rate : rate * 100);

describe('delivery figures', () => {
  it('are those of the golden table, each with its basis and window', async () => {
    const { test, clientId } = await openGolden();
    const figures = await test.call.orders.figures({ clientId });
    expect(figures.onTime.map(({ basis, rate }) => [basis, percent(rate)])).toEqual([['first-promise', 62.5], ['request', 50], ['current-promise', 75]]);
    expect(figures.otif.map(({ rate }) => percent(rate))).toEqual([50, 37.5, 62.5]);
    expect(figures.perfect.map(({ rate }) => percent(rate))).toEqual([25, 12.5, 37.5]);
    expect(percent(figures.inFull.rate)).toBe(75);
    expect(percent(figures.fillRate)).toBeCloseTo(97.735849, 6);
    expect(figures.meanLatenessDays).toBeCloseTo(-0.428571, 6);
    expect(figures.meanAbsoluteErrorDays).toBeCloseTo(1.571429, 6);
    expect(figures.onTime[0]).toMatchObject({ numerator: 5, denominator: 8, window: { earliestDays: -2, latestDays: 0 } });
    expect(figures.onOrBefore).toMatchObject({ numerator: 6, denominator: 8, window: { earliestDays: null } });
    expect(figures).toMatchObject({ asOfOn: '2026-03-31', lineCount: 8, orderCount: 1, values: [{ minor: 8000, currency: 'USD' }] });
  });

  it('follow the window that was chosen, and the scope', async () => {
    const { test, clientId } = await openGolden();
    await test.call.settings.setPreferences({ windowEarlyDays: 0, windowLateDays: 4 });
    expect((await test.call.orders.figures({ clientId: null })).onTime[0]).toMatchObject({ numerator: 5, window: { earliestDays: 0, latestDays: 4 } });
    expect((await test.call.orders.figures({ clientId: null, countryCode: 'FR' })).lineCount).toBe(0);
    expect((await test.call.orders.figures({ clientId: null, countryCode: 'DE' })).lineCount).toBe(8);
    await test.call.clients.remove({ id: clientId });
    expect((await test.call.orders.figures({ clientId: null })).lineCount).toBe(0);
  });

  it('are read on the day that was chosen', async () => {
    const { test, clientId } = await openGolden();
    await test.call.settings.setPreferences({ scoringOn: '2026-03-13' });
    const figures = await test.call.orders.figures({ clientId });
    expect(figures.onTime[0]).toMatchObject({ numerator: 2, denominator: 3 });
    expect(figures.asOfOn).toBe('2026-03-13');
  });
});

describe('order lines', () => {
  it('say how each came out, and open the records behind every figure', async () => {
    const { test, clientId } = await openGolden();
    const { rows, total } = await test.call.orders.lines({ clientId, sort: 'order', descending: false });
    expect(total).toBe(8);
    const byNumber = Object.fromEntries(rows.map((row) => [row.lineNumber, row]));
    expect(golden.map(({ number }) => byNumber[number]?.outcome)).toEqual(['on-time', 'on-time', 'early', 'late', 'short', 'on-time', 'on-time', 'open-late']);
    expect(golden.map(({ number }) => byNumber[number]?.latenessDays)).toEqual([0, -2, -5, 4, 0, 0, 0, null]);
    expect(byNumber['L1']).toMatchObject({ deliveredQuantity: 100, deliveredOn: '2026-03-12', currentPromisedOn: '2026-03-12', clientName: 'Golden', orderNumber: 'PO-1' });
    expect(byNumber['L4']?.currentPromisedOn).toBe('2026-03-20');
    const figures = await test.call.orders.figures({ clientId });
    for (const basis of ['first-promise', 'request', 'current-promise'] as const) {
      const at = figures.onTime.findIndex((figure) => figure.basis === basis);
      for (const [name, figure] of [['on-time', figures.onTime[at]], ['otif', figures.otif[at]], ['perfect', figures.perfect[at]]] as const) {
        const count = async (part: 'counted' | 'not-counted' | 'all') => (await test.call.orders.lines({ clientId, basis, figure: { name, part } })).total;
        expect([await count('counted'), await count('all')]).toEqual([figure?.numerator, figure?.denominator]);
        expect(await count('not-counted')).toBe((figure?.denominator ?? 0) - (figure?.numerator ?? 0));
      }
    }
    const counted = async (name: 'on-or-before' | 'in-full' | 'lateness') => (await test.call.orders.lines({ clientId, figure: { name, part: 'counted' } })).total;
    expect([await counted('on-or-before'), await counted('in-full'), await counted('lateness')]).toEqual([6, 6, 7]);
  });

  it('are filtered, searched, sorted and paged, what is not known last', async () => {
    const { test, clientId, ids } = await openGolden();
    const numbers = async (input: object) => (await test.call.orders.lines({ clientId, ...input })).rows.map(({ lineNumber }) => lineNumber);
    expect(await numbers({ sort: 'lateness' })).toEqual(['L4', 'L1', 'L5', 'L6', 'L7', 'L2', 'L3', 'L8']);
    expect((await numbers({ sort: 'lateness', descending: false })).at(-1)).toBe('L8');
    expect((await numbers({ sort: 'delivered', descending: true }))[0]).toBe('L4');
    expect(await numbers({ outcomes: ['late', 'open-late'], sort: 'promised', descending: false })).toEqual(['L4', 'L8']);
    expect(await numbers({ ids: [ids['L2'], ids['L8']], sort: 'promised', descending: false })).toEqual(['L2', 'L8']);
    expect(await numbers({ search: 'po l6' })).toEqual(['L6']);
    expect(await numbers({ sort: 'promised', descending: false, offset: 3, limit: 2 })).toEqual(['L4', 'L5']);
  });

  it('have every promise, part and milestone, and never lose the first promise', async () => {
    const { test, ids } = await openGolden();
    await test.call.settings.setMe({ name: 'Sara' });
    const id = ids['L8'] ?? '';
    const detail = await test.call.orders.promise({ orderLineId: id, promisedOn: '2026-04-10', askedBy: 'customer', reason: 'Hall not ready' });
    expect(detail).toMatchObject({
      firstPromisedOn: '2026-03-22', currentPromisedOn: '2026-04-10', outcome: 'open',
      promises: [{ promisedOn: '2026-04-10', madeAt: now.toISOString(), madeBy: 'Sara', askedBy: 'customer', reason: 'Hall not ready' }],
    });
    // The customer's own wish rebases the line: it is no longer late, and the list says so.
    expect((await test.call.clients.list({})).rows[0]).toMatchObject({ openLateCount: 0, dueCount: 7 });
    await expect(storeOf(test).write({ actor: 'x' }, (tx) => tx.run("UPDATE order_lines SET first_promised_on = '2026-05-01' WHERE id = ?", [id]))).rejects.toThrow(/first promise never changes/u);
    expect((await test.call.orders.line({ id: ids['L1'] ?? '' })).deliveries.map(({ quantity }) => quantity)).toEqual([60, 40]);
    await expect(test.call.orders.line({ id: '01900000-0000-7000-8000-000000000000' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('without any promise take the first one that is made', async () => {
    const test = openTestHost({ now: () => now });
    const { id: clientId } = await test.call.clients.create(clientInput('Golden'));
    const ids = await addOrder(test, clientId, 'PO-1', null, [{ number: '1', ordered: 1 }]);
    const id = ids['1'] ?? '';
    expect((await test.call.orders.line({ id })).outcome).toBe('no-promise');
    await test.call.orders.promise({ orderLineId: id, promisedOn: '2026-04-01', askedBy: 'exporter', reason: 'First' });
    const later = await test.call.orders.promise({ orderLineId: id, promisedOn: '2026-04-09', askedBy: 'exporter', reason: 'Steel came late' });
    expect(later).toMatchObject({ firstPromisedOn: '2026-04-01', currentPromisedOn: '2026-04-09', outcome: 'open' });
  });
});
