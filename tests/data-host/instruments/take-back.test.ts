import { ORPCError } from '@orpc/server';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Passport } from '#shared/contract/instruments.ts';
import { extendDue } from '#electron/data-host/instruments/index.ts';
import { clientInput } from '#tests/data-host/fixtures.ts';
import { storeOf } from '#tests/data-host/support.ts';
import { certify, now, openSetting, today } from '#tests/data-host/instruments/support.ts';

const dayAt = (age: number) => new Date(now.getTime() - age * 86_400_000).toISOString().slice(0, 10);
const presentHolder = ({ holders }: Passport): string => holders.find(({ untilOn }) => untilOn === null)?.id ?? '';
const newestDecision = ({ events }: Passport): string => (events.find(({ kind }) => kind === 'interval')?.id ?? '').replace('interval:', '');
/** All that a person sees of it but when it was last written. */
const seen = (passport: Passport) => ({ ...passport, updatedAt: null });

describe('taking back a transfer', () => {
  it('gives it back to the holder before, with the due day that was overdue, and finds it under their name', async () => {
    const { test, clientId, add } = await openSetting();
    const { call } = test;
    const { id: other } = await call.clients.create(clientInput('Bursa Kalibrasyon'));
    const id = await add('S-2', { deliveredOn: '2024-01-10', site: 'Hall 1' });
    await certify(test, { instrumentId: id, calibratedOn: '2024-02-01' });
    const before = await call.instruments.get({ id });
    const moved = await call.instruments.transfer({ id, clientId: other, site: null, on: '2026-06-01', note: null });
    expect(moved.dues).toMatchObject([{ closedAs: null }, { closedAs: 'transferred' }]);
    const back = await call.instruments.takeBackTransfer({ id, holderId: presentHolder(moved) });
    expect(seen(back)).toEqual(seen(before));
    expect((await call.instruments.list({ search: 'Bursa' })).total).toBe(0);
    expect((await call.instruments.list({ clientId })).total).toBe(1);
    // Once is all: the holder before was theirs from the beginning.
    await expect(call.instruments.takeBackTransfer({ id, holderId: presentHolder(back) })).rejects.toMatchObject({ data: { issues: [{ field: 'holderId', code: 'not-last' }] } });
    await expect(call.instruments.takeBackTransfer({ id, holderId: presentHolder(moved) })).rejects.toMatchObject({ data: { issues: [{ field: 'holderId', code: 'not-last' }] } });
  });

  it('leaves what was calibrated since with whom it is now', async () => {
    const { test, clientId, add } = await openSetting();
    const { call } = test;
    const { id: other } = await call.clients.create(clientInput('Other'));
    const id = await add('S', { deliveredOn: '2024-01-10' });
    await certify(test, { instrumentId: id, calibratedOn: '2024-02-01' });
    const moved = await call.instruments.transfer({ id, clientId: other, site: null, on: '2026-06-01', note: null });
    await certify(test, { instrumentId: id, calibratedOn: '2026-07-01' });
    const back = await call.instruments.takeBackTransfer({ id, holderId: presentHolder(moved) });
    expect(back.dues).toMatchObject([{ startsOn: '2026-07-01', doneOn: null }, { startsOn: '2024-02-01', dueOn: '2025-02-01', doneOn: '2026-07-01', closedAs: null }]);
    const owners = storeOf(test).read.all<{ client_id: string }>('SELECT DISTINCT client_id FROM calibration_dues WHERE instrument_id = ? AND deleted_at IS NULL', [id]);
    expect(owners).toEqual([{ client_id: clientId }]);
  });
});

describe('taking back a decision on the interval', () => {
  it('takes its record away and gives the due day back, from the product or its own as it was', async () => {
    const { test, add } = await openSetting();
    const { call } = test;
    const id = await add('S');
    await certify(test, { instrumentId: id, calibratedOn: '2026-02-01' });
    const before = await call.instruments.get({ id });
    const first = await call.instruments.decideInterval({ id, method: 'staircase', months: 18, reason: null });
    const second = await call.instruments.decideInterval({ id, method: 'own', months: 9, reason: 'Dusty hall' });
    expect(second).toMatchObject({ intervalMonths: 9, dueOn: '2026-11-01' });
    await expect(call.instruments.takeBackInterval({ id, decisionId: newestDecision(first) })).rejects.toMatchObject({ data: { issues: [{ field: 'decisionId', code: 'not-last' }] } });
    expect(seen(await call.instruments.takeBackInterval({ id, decisionId: newestDecision(second) }))).toEqual(seen(first));
    expect(seen(await call.instruments.takeBackInterval({ id, decisionId: newestDecision(first) }))).toEqual(seen(before));
    expect(before.interval).toMatchObject({ months: 12, from: 'type' });
  });
});

describe('taking back', () => {
  it('leaves everything as it was before, after any sequence of edits', async () => {
    const edit = fc.oneof(
      fc.record({ type: fc.constant('certify' as const), age: fc.integer({ min: 0, max: 1500 }) }),
      fc.record({ type: fc.constant('status' as const), status: fc.constantFrom('in-use' as const, 'lost' as const, 'retired' as const) }),
      fc.record({ type: fc.constant('interval' as const), months: fc.integer({ min: 1, max: 48 }) }),
      fc.record({ type: fc.constant('extend' as const), ahead: fc.integer({ min: -200, max: 900 }) }),
      fc.record({ type: fc.constant('transfer' as const), toOther: fc.boolean(), site: fc.nat(5) }),
    );
    const last = fc.oneof(
      fc.record({ type: fc.constant('interval' as const), months: fc.integer({ min: 1, max: 48 }) }),
      fc.record({ type: fc.constant('transfer' as const), toOther: fc.boolean(), site: fc.integer({ min: 6, max: 9 }) }),
    );
    const setting = await openSetting();
    const { call } = setting.test;
    const { id: other } = await call.clients.create(clientInput('Other'));
    let serial = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { maxLength: 10 }), last, async (edits, taken) => {
        serial += 1;
        const id = await setting.add(`S-${serial}`);
        for (const change of edits) {
          if (change.type === 'certify') await certify(setting.test, { instrumentId: id, calibratedOn: dayAt(change.age) });
          else if (change.type === 'status') await call.instruments.update({ id, fields: { status: change.status } });
          else if (change.type === 'interval') await call.instruments.decideInterval({ id, method: 'own', months: change.months, reason: null });
          else if (change.type === 'extend') await storeOf(setting.test).write({ actor: 'test' }, (tx) => extendDue(tx, { instrumentId: id, untilOn: dayAt(-change.ahead), reason: 'r', staffId: null }));
          else {
            await call.instruments.transfer({ id, clientId: change.toOther ? other : setting.clientId, site: `Hall ${change.site}`, on: today, note: null }).catch((error: unknown) => {
              if (!(error instanceof ORPCError && error.code === 'INVALID')) throw error;
            });
          }
        }
        const before = await call.instruments.get({ id });
        const fields = { id, clientId: taken.type === 'transfer' && taken.toOther ? other : setting.clientId, on: today, note: null };
        const back = taken.type === 'interval'
          ? await call.instruments.decideInterval({ id, method: 'own', months: taken.months, reason: null }).then((decided) => call.instruments.takeBackInterval({ id, decisionId: newestDecision(decided) }))
          : await call.instruments.transfer({ ...fields, site: `Hall ${taken.site}` }).then((moved) => call.instruments.takeBackTransfer({ id, holderId: presentHolder(moved) }));
        expect(seen(back)).toEqual(seen(before));
      }),
      { numRuns: 100 },
    );
  }, 120_000);
});
