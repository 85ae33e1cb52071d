import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueState, dueStates } from '#shared/domain/calibration/index.ts';
import { instrumentFilter } from '#shared/contract/instruments.ts';
import { addDays } from '#shared/domain/calendar/index.ts';
import { newId } from '#electron/data-host/db/ids.ts';
import { extendDue } from '#electron/data-host/instruments/index.ts';
import { countOf, dueDaysOf, facetsOf, pageOf } from '#electron/data-host/instruments/list.ts';
import type { Connection } from '#electron/data-host/db/store.ts';
import { clientInput } from '#tests/data-host/fixtures.ts';
import { certify, openSetting, today } from '#tests/data-host/instruments/support.ts';
import { storeOf } from '#tests/data-host/support.ts';

const planOf = (read: Connection, sql: string, parameters: readonly unknown[]): string =>
  read.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, parameters).map(({ detail }) => detail).join('\n');

describe('the list of instruments', () => {
  it('filters and counts by the very states that the rule gives each instrument', async () => {
    const setting = await openSetting();
    const { call } = setting.test;
    const statuses = ['in-use', 'stored', 'lost', 'retired', 'out-for-calibration'] as const;
    // Days around every border of the rule, extended and not, in every status.
    const ages = [null, -400, -61, -60, -59, -30, -1, 0, 1, 30];
    const expected = new Map<string, number>();
    let count = 0;
    for (const status of statuses) {
      for (const age of ages) {
        for (const isExtended of [false, true]) {
          count += 1;
          const id = await setting.add(`S-${count}`, { intervalMonths: 12 });
          if (age !== null) {
            const dueOn = addDays(today, -age);
            await storeOf(setting.test).write({ actor: 'fixture' }, (tx) =>
              tx.run(
                `INSERT INTO calibration_dues (id, instrument_id, client_id, starts_on, interval_months, due_on, created_at, updated_at) VALUES (?, ?, ?, '2024-01-01', 12, ?, '', '')`,
                [newId(), id, setting.clientId, isExtended ? '2024-02-01' : dueOn],
              ));
            if (isExtended) await storeOf(setting.test).write({ actor: 'fixture' }, (tx) => extendDue(tx, { instrumentId: id, untilOn: dueOn, reason: 'r', staffId: null }));
            else await storeOf(setting.test).write({ actor: 'fixture' }, (tx) => tx.run('UPDATE instruments SET due_on = ? WHERE id = ?', [dueOn, id]));
          }
          if (status !== 'in-use') await call.instruments.update({ id, fields: { status } });
          const { dueOn } = await call.instruments.get({ id });
          const state = dueState({ status, dueOn, isExtended: isExtended && age !== null }, today);
          expected.set(state, (expected.get(state) ?? 0) + 1);
        }
      }
    }
    for (const state of dueStates) {
      const { total, rows } = await call.instruments.list({ dueStates: [state], limit: 500 });
      expect([state, total]).toEqual([state, expected.get(state) ?? 0]);
      expect(rows.every((row) => row.dueState === state)).toBe(true);
    }
    const facets = await call.instruments.facets({});
    expect(facets).toMatchObject({ total: count, overdue: expected.get('overdue'), extended: expected.get('extended'), unknown: expected.get('unknown'), outForCalibration: expected.get('out-for-calibration') });
    expect(facets.within30).toBe((await call.instruments.list({ dueWithinDays: 30 })).total);
    expect((await call.instruments.list({ dueStates: ['overdue', 'due'] })).total).toBe((expected.get('overdue') ?? 0) + (expected.get('due') ?? 0));
  }, 120_000);

  it('finds words in the instrument, its product and its client, whatever the keyboard', async () => {
    const { test, add } = await openSetting();
    const { id: persian } = await test.call.clients.create(clientInput('شرکت كالاي صنعتي'));
    const one = await add('AB-0098', { assetNumber: 'INV-1', site: 'Hall 2' });
    const two = await add('XY-1', { clientId: persian, manufacturer: 'Mitutoyo', model: '293-240' });
    const found = async (search: string) => (await test.call.instruments.list({ search, sort: 'serial' })).rows.map(({ id }) => id);
    expect(await found('0098')).toEqual([one]);
    expect(await found('ab0098')).toEqual([one]);
    expect(await found('کالای صنعتی')).toEqual([two]);
    expect(await found('olcum hall')).toEqual([one]);
    expect(await found('mitutoyo 293')).toEqual([two]);
    expect(await found('mitutoyo hall')).toEqual([]);
    expect(await found('')).toEqual([one, two]);
  });

  it('orders by every column both ways, what is not known last', async () => {
    const { test, add } = await openSetting();
    const { id: other } = await test.call.clients.create(clientInput('Zagreb Tools'));
    const a = await add('S-10', { manufacturer: 'Beta', deliveredOn: '2026-01-01' });
    const b = await add('S-9', { manufacturer: 'Alfa', deliveredOn: '2026-02-01', clientId: other });
    const c = await add('S-100', { manufacturer: 'Gamma', clientId: null });
    await certify(test, { instrumentId: a, calibratedOn: '2026-03-01' });
    await certify(test, { instrumentId: b, calibratedOn: '2026-01-01' });
    const order = async (sort: 'due' | 'serial' | 'name' | 'client' | 'delivered', descending: boolean) => (await test.call.instruments.list({ sort, descending })).rows.map(({ id }) => id);
    expect(await order('due', false)).toEqual([b, a, c]);
    expect(await order('due', true)).toEqual([a, b, c]);
    expect(await order('serial', false)).toEqual([b, a, c]);
    expect(await order('serial', true)).toEqual([c, a, b]);
    expect(await order('name', false)).toEqual([b, a, c]);
    expect(await order('client', false)).toEqual([a, b, c]);
    expect(await order('client', true)).toEqual([b, a, c]);
    expect(await order('delivered', true)).toEqual([b, a, c]);
  });

  it('gives every row once, whatever the window', async () => {
    const setting = await openSetting();
    const { ids } = await setting.test.call.instruments.create({
      serials: Array.from({ length: 40 }, (_, index) => `S-${index}`),
      fields: { ...(await setting.test.call.instruments.get({ id: await setting.add('T') })), clientId: setting.clientId },
    });
    for (const id of ids.slice(0, 13)) await certify(setting.test, { instrumentId: id, calibratedOn: '2026-03-01' });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 50 }), fc.constantFrom('due' as const, 'serial' as const, 'name' as const, 'client' as const, 'delivered' as const), fc.boolean(), async (limit, sort, descending) => {
        const seen: string[] = [];
        for (let offset = 0; offset < 41; offset += limit) seen.push(...(await setting.test.call.instruments.list({ sort, descending, limit, offset })).rows.map(({ id }) => id));
        expect(new Set(seen).size).toBe(41);
        expect(seen).toHaveLength(41);
      }),
      { numRuns: 25 },
    );
  });

  it.each([
    ['due', false, 'instruments_listed_by_due'], ['due', true, 'instruments_listed_by_due'], ['delivered', false, 'instruments_listed_by_delivery'], ['serial', false, 'instrument_index_serial'],
  ] as const)('runs along an index when ordered by %s (descending %s)', async (sort, descending, index) => {
    const { test } = await openSetting();
    const { read } = storeOf(test);
    const page = pageOf(read, { filter: instrumentFilter.parse({}), today, sort, descending });
    const plan = read.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${page.sql}`, [...page.parameters, 100, 0]).map(({ detail }) => detail).join('\n');
    expect(plan).toContain(index);
    expect(plan).not.toContain('TEMP B-TREE');
  });

  it.each([{ dueWithinDays: 30 }, { dueStates: ['overdue' as const] }])('runs along due days for the due list %j, without sorting', async (filter) => {
    const { test } = await openSetting();
    const { read } = storeOf(test);
    const page = pageOf(read, { filter: instrumentFilter.parse(filter), today, sort: 'due', descending: false });
    const plan = read.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${page.sql}`, [...page.parameters, 100, 0]).map(({ detail }) => detail).join('\n');
    expect(plan).toMatch(/SEARCH i USING (?:COVERING )?INDEX instruments_(?:listed_by_)?due/u);
    expect(plan).not.toContain('TEMP B-TREE');
  });

  it('looks the names of products up by an index when ordered by name, and does not read all of them for each instrument', async () => {
    const { test } = await openSetting();
    const { read } = storeOf(test);
    const page = pageOf(read, { filter: instrumentFilter.parse({}), today, sort: 'name', descending: false });
    expect(planOf(read, page.sql, [...page.parameters, 100, 0])).toMatch(/SEARCH n USING AUTOMATIC (?:COVERING )?INDEX/u);
  });

  it('counts the days of the calendar along the due days, without sorting', async () => {
    const { test } = await openSetting();
    const { read } = storeOf(test);
    const days = dueDaysOf(read, { filter: instrumentFilter.parse({ dueFromOn: '2026-11-01', dueToOn: '2026-12-12' }), today });
    const plan = planOf(read, days.sql, days.parameters);
    expect(plan).toMatch(/SEARCH i USING (?:COVERING )?INDEX instruments_(?:listed_by_)?due \(due_on>\? AND due_on<\?\)/u);
    expect(plan).not.toContain('TEMP B-TREE');
  });

  it('reads all instruments in the order of the file where it must read all, and goes by an index where one narrows', async () => {
    const { test, clientId } = await openSetting();
    const { read } = storeOf(test);
    const facetPlan = (input: object): string => {
      const { sql, parameters } = facetsOf(read, instrumentFilter.parse(input), today);
      return planOf(read, sql, parameters);
    };
    const countPlan = (input: object): string => {
      const page = pageOf(read, { filter: instrumentFilter.parse(input), today, sort: 'due', descending: false });
      return planOf(read, countOf(instrumentFilter.parse(input), page.condition), page.condition.parameters);
    };
    expect(facetPlan({ dueStates: ['overdue'] })).toMatch(/^SCAN i$/mu);
    expect(countPlan({ statuses: ['retired'] })).toMatch(/^SCAN i$/mu);
    expect(facetPlan({ clientId })).toMatch(/^SEARCH i USING INDEX instruments_client/mu);
    expect(countPlan({ clientId, statuses: ['retired'] })).toMatch(/^SEARCH i USING INDEX instruments_client/mu);
    expect(countPlan({})).toMatch(/^SCAN i USING (?:COVERING )?INDEX/mu);
  });
});
