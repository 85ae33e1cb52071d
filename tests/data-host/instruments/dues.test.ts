import { ORPCError } from '@orpc/server';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueDay } from '#shared/domain/calibration/index.ts';
import { calibrationDone, calibrationReplaced, calibrationWithdrawn, extendDue, withdrawExtension } from '#electron/data-host/instruments/index.ts';
import { clientInput } from '#tests/data-host/fixtures.ts';
import { storeOf } from '#tests/data-host/support.ts';
import { certify, now, openSetting, today } from '#tests/data-host/instruments/support.ts';

const dayAt = (age: number) => new Date(now.getTime() - age * 86_400_000).toISOString().slice(0, 10);

const rowsOf = (setting: Awaited<ReturnType<typeof openSetting>>, id: string) =>
  storeOf(setting.test).read.all<{ starts_on: string; due_on: string; done_on: string | null; closed_as: string | null; client_id: string | null }>(
    'SELECT starts_on, due_on, done_on, closed_as, client_id FROM calibration_dues WHERE instrument_id = ? AND deleted_at IS NULL ORDER BY starts_on, created_at, id', [id],
  );

describe('due days', () => {
  it('begin with a calibration, a first use or a receipt, as agreed, and with nothing else', async () => {
    const { test, add } = await openSetting();
    const untouched = await add('A-1');
    const received = await add('A-2', { receivedOn: '2026-01-31', intervalStarts: 'receipt', intervalMonths: 1 });
    const used = await add('A-3', { firstUsedOn: '2026-03-10', intervalStarts: 'first-use', instrumentType: 'plug-gauge' });
    expect(await test.call.instruments.get({ id: untouched })).toMatchObject({ dueOn: null, dueState: 'unknown', dues: [] });
    expect(await test.call.instruments.get({ id: received })).toMatchObject({ dueOn: '2026-02-28', dueState: 'overdue' });
    expect(await test.call.instruments.get({ id: used })).toMatchObject({ dueOn: '2028-03-10', dueState: 'valid', interval: { months: 24, from: 'type' } });
    await certify(test, { instrumentId: untouched, calibratedOn: '2026-06-01' });
    expect(await test.call.instruments.get({ id: untouched })).toMatchObject({ dueOn: '2027-06-01', dueState: 'valid' });
  });

  it('are the same whatever the order in which certificates are entered', async () => {
    const days = ['2022-05-02', '2023-04-20', '2024-06-11', '2025-06-11', '2026-05-30'];
    const setting = await openSetting();
    let serial = 0;
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(days, { minLength: 1 }), async (entered) => {
        serial += 1;
        const id = await setting.add(`S-${serial}`);
        for (const calibratedOn of entered) await certify(setting.test, { instrumentId: id, calibratedOn });
        const sorted = entered.toSorted();
        expect(rowsOf(setting, id).map((row) => [row.starts_on, row.due_on, row.done_on])).toEqual(
          sorted.map((on, index) => [on, dueDay(on, 12), sorted[index + 1] ?? null]),
        );
        expect((await setting.test.call.instruments.get({ id })).dueOn).toBe(dueDay(sorted.at(-1) ?? '', 12));
      }),
      { numRuns: 60 },
    );
  });

  it('run on where a calibration is withdrawn, and follow an amendment to its day', async () => {
    const setting = await openSetting();
    const { test } = setting;
    const id = await setting.add('S');
    await certify(test, { instrumentId: id, calibratedOn: '2024-06-01' });
    const second = await certify(test, { instrumentId: id, calibratedOn: '2025-06-01' });
    await storeOf(test).write({ actor: 'test' }, (tx) => calibrationWithdrawn(tx, { instrumentId: id, certificateId: second, calibratedOn: '2025-06-01' }));
    expect(rowsOf(setting, id).map((row) => [row.starts_on, row.done_on])).toEqual([['2024-06-01', null]]);
    await storeOf(test).write({ actor: 'test' }, (tx) => calibrationDone(tx, { instrumentId: id, certificateId: second, calibratedOn: '2025-06-01' }));
    const third = await certify(test, { instrumentId: id, calibratedOn: '2025-06-01', replacesId: second });
    await storeOf(test).write({ actor: 'test' }, (tx) =>
      calibrationReplaced(tx, { certificateId: third, calibratedOn: '2025-06-01' }, { instrumentId: id, certificateId: second, calibratedOn: '2025-05-30' }),
    );
    expect(rowsOf(setting, id).map((row) => [row.starts_on, row.done_on])).toEqual([['2024-06-01', '2025-05-30'], ['2025-05-30', null]]);
    expect((await test.call.instruments.get({ id })).dueOn).toBe('2026-05-30');
  });

  it('are extended with who and why, only to a later day, and go back', async () => {
    const { test, add } = await openSetting();
    const id = await add('S');
    const extend = (untilOn: string) => storeOf(test).write({ actor: 'test' }, (tx) => extendDue(tx, { instrumentId: id, untilOn, reason: 'On a rig at sea', staffId: null }));
    expect(await extend('2027-01-01')).toEqual({ field: 'instrumentId', code: 'no-due-day' });
    await certify(test, { instrumentId: id, calibratedOn: '2025-11-01' });
    expect(await test.call.instruments.get({ id })).toMatchObject({ dueOn: '2026-11-01', dueState: 'overdue', daysToDue: -21 });
    expect(await extend('2026-11-01')).toEqual({ field: 'untilOn', code: 'not-later' });
    expect(await extend('2026-12-24')).toBeUndefined();
    const extended = await test.call.instruments.get({ id });
    expect(extended).toMatchObject({ dueOn: '2026-12-24', dueState: 'extended', dues: [{ dueOn: '2026-11-01', extension: { untilOn: '2026-12-24', reason: 'On a rig at sea' } }] });
    expect(extended.events.map(({ kind }) => kind)).toContain('extended');
    await storeOf(test).write({ actor: 'test' }, (tx) => withdrawExtension(tx, id));
    expect(await test.call.instruments.get({ id })).toMatchObject({ dueOn: '2026-11-01', dueState: 'overdue' });
  });

  it('rest while the instrument is lost or retired, and stand again when it is back', async () => {
    const { test, add } = await openSetting();
    const id = await add('S');
    await certify(test, { instrumentId: id, calibratedOn: '2026-02-01' });
    for (const status of ['lost', 'retired'] as const) {
      expect(await test.call.instruments.update({ id, fields: { status } })).toMatchObject({ dueOn: null, dueState: status, dues: [{ closedAs: status }] });
      expect(await test.call.instruments.update({ id, fields: { status: 'in-use' } })).toMatchObject({ dueOn: '2027-02-01', dueState: 'valid', dues: [{ closedAs: null }] });
    }
    expect(await test.call.instruments.update({ id, fields: { status: 'out-for-calibration' } })).toMatchObject({ dueOn: '2027-02-01', dueState: 'out-for-calibration' });
  });

  it('go by a calibration of the time while it was away, when it is back', async () => {
    const setting = await openSetting();
    const { test } = setting;
    const id = await setting.add('S');
    await certify(test, { instrumentId: id, calibratedOn: '2025-02-01' });
    await test.call.instruments.update({ id, fields: { status: 'retired' } });
    await certify(test, { instrumentId: id, calibratedOn: '2026-02-01' });
    expect(await test.call.instruments.get({ id })).toMatchObject({ dueOn: null });
    expect(await test.call.instruments.update({ id, fields: { status: 'in-use' } })).toMatchObject({ dueOn: '2027-02-01', dueState: 'valid' });
    expect(rowsOf(setting, id).map((row) => [row.starts_on, row.done_on])).toEqual([['2025-02-01', '2026-02-01'], ['2026-02-01', null]]);
  });

  it('follow the interval: of the instrument by decision, of the product by default, each change kept', async () => {
    const setting = await openSetting();
    const { test } = setting;
    const own = await setting.add('S-1');
    await certify(test, { instrumentId: own, calibratedOn: '2026-02-01' });
    const decided = await test.call.instruments.decideInterval({ id: own, method: 'staircase', months: 9, reason: 'Near the limit' });
    expect(decided).toMatchObject({ dueOn: '2026-11-01', interval: { months: 9, from: 'instrument' } });
    expect(decided.events.find(({ kind }) => kind === 'interval')).toMatchObject({ title: 'Near the limit', params: { method: 'staircase', fromMonths: 12, toMonths: 9 } });
    expect(rowsOf(setting, own).map((row) => [row.due_on, row.closed_as])).toEqual([['2027-02-01', 'interval-changed'], ['2026-11-01', null]]);
    // Typed in the form instead: the same, as a decision of one's own.
    const typed = await test.call.instruments.update({ id: own, fields: { intervalMonths: 24 } });
    expect(typed.dueOn).toBe('2028-02-01');
    expect(new Set(typed.events.filter(({ kind }) => kind === 'interval').map(({ params }) => params['method']))).toEqual(new Set(['own', 'staircase']));

    const store = storeOf(test);
    await store.write({ actor: 'fixture' }, (tx) =>
      tx.run(`INSERT INTO products (id, name, created_at, updated_at) VALUES ('019ab000-0000-7000-8000-000000000001', 'Caliper', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z')`));
    const productId = '019ab000-0000-7000-8000-000000000001';
    const ofProduct = await setting.add('S-2', { productId });
    await certify(test, { instrumentId: ofProduct, calibratedOn: '2026-02-01' });
    const saved = await test.call.instruments.saveProductCalibration({ productId, manufacturer: 'Insize', model: '1108', instrumentType: 'caliper', intervalMonths: 6, intervalCycles: null });
    expect(saved).toMatchObject({ intervalMonths: 6, instrumentCount: 1 });
    expect(await test.call.instruments.get({ id: ofProduct })).toMatchObject({ dueOn: '2026-08-01', interval: { months: 6, from: 'product' } });
  });

  it('go along with a transfer; what was overdue stays, closed, with the client it was overdue with', async () => {
    const setting = await openSetting();
    const { test, clientId } = setting;
    const { id: other } = await test.call.clients.create(clientInput('Other'));
    const valid = await setting.add('S-1', { deliveredOn: '2026-01-10' });
    await certify(test, { instrumentId: valid, calibratedOn: '2026-02-01' });
    const overdue = await setting.add('S-2', { deliveredOn: '2024-01-10' });
    await certify(test, { instrumentId: overdue, calibratedOn: '2024-02-01' });
    const moved = await test.call.instruments.transfer({ id: valid, clientId: other, site: 'Hall 2', on: '2026-06-01', note: 'Sold on' });
    expect(moved).toMatchObject({ clientId: other, site: 'Hall 2', dueOn: '2027-02-01' });
    expect(moved.holders).toMatchObject([{ clientId: other, fromOn: '2026-06-01', untilOn: null, note: 'Sold on' }, { clientId, fromOn: '2026-01-10', untilOn: '2026-06-01' }]);
    expect(rowsOf(setting, valid)).toMatchObject([{ client_id: other, closed_as: null }]);
    await test.call.instruments.transfer({ id: overdue, clientId: other, site: null, on: '2026-06-01', note: null });
    expect(rowsOf(setting, overdue)).toMatchObject([
      { client_id: clientId, closed_as: 'transferred', due_on: '2025-02-01' }, { client_id: other, closed_as: null, due_on: '2025-02-01' },
    ]);
    await expect(test.call.instruments.transfer({ id: overdue, clientId: other, site: null, on: '2026-07-01', note: null })).rejects.toMatchObject({ data: { issues: [{ field: 'clientId', code: 'same-holder' }] } });
    await expect(test.call.instruments.transfer({ id: overdue, clientId, site: null, on: '2026-05-01', note: null })).rejects.toMatchObject({ data: { issues: [{ field: 'on', code: 'before-holder' }] } });
    await expect(test.call.instruments.transfer({ id: overdue, clientId, site: null, on: '2026-12-01', note: null })).rejects.toMatchObject({ data: { issues: [{ field: 'on', code: 'ahead' }] } });
  });

  it('keep one open row at most, and the instrument shows it, after any sequence of edits', async () => {
    const edit = fc.oneof(
      fc.record({ type: fc.constant('certify' as const), age: fc.integer({ min: 0, max: 1500 }) }),
      fc.record({ type: fc.constant('status' as const), status: fc.constantFrom('in-use' as const, 'stored' as const, 'lost' as const, 'retired' as const, 'out-for-calibration' as const) }),
      fc.record({ type: fc.constant('interval' as const), months: fc.integer({ min: 1, max: 48 }) }),
      fc.record({ type: fc.constant('starts' as const), starts: fc.constantFrom('calibration' as const, 'first-use' as const, 'receipt' as const), age: fc.integer({ min: 0, max: 1500 }) }),
      fc.record({ type: fc.constant('extend' as const), ahead: fc.integer({ min: -200, max: 900 }) }),
      fc.record({ type: fc.constant('transfer' as const), toOther: fc.boolean(), site: fc.nat(5) }),
    );
    const setting = await openSetting();
    const { call } = setting.test;
    const { id: other } = await call.clients.create(clientInput('Other'));
    let serial = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 15 }), async (edits) => {
        serial += 1;
        const id = await setting.add(`S-${serial}`);
        for (const change of edits) {
          if (change.type === 'certify') await certify(setting.test, { instrumentId: id, calibratedOn: dayAt(change.age) });
          else if (change.type === 'status') await call.instruments.update({ id, fields: { status: change.status } });
          else if (change.type === 'interval') await call.instruments.decideInterval({ id, method: 'own', months: change.months, reason: null });
          else if (change.type === 'starts') await call.instruments.update({ id, fields: { intervalStarts: change.starts, firstUsedOn: dayAt(change.age), receivedOn: dayAt(change.age + 5) } });
          else if (change.type === 'extend') await storeOf(setting.test).write({ actor: 'test' }, (tx) => extendDue(tx, { instrumentId: id, untilOn: dayAt(-change.ahead), reason: 'r', staffId: null }));
          else {
            await call.instruments.transfer({ id, clientId: change.toOther ? other : setting.clientId, site: `Hall ${change.site}`, on: today, note: null }).catch((error: unknown) => {
              if (!(error instanceof ORPCError && error.code === 'INVALID')) throw error;
            });
          }
        }
        const open = storeOf(setting.test).read.all<{ due: string; client_id: string }>(
          'SELECT coalesce(extended_to_on, due_on) AS due, client_id FROM calibration_dues WHERE instrument_id = ? AND done_on IS NULL AND closed_as IS NULL AND deleted_at IS NULL', [id],
        );
        const passport = await call.instruments.get({ id });
        expect(open.length).toBeLessThanOrEqual(1);
        expect(passport.dueOn).toBe(open[0]?.due ?? null);
        expect(open.every((row) => row.client_id === passport.clientId)).toBe(true);
        expect(open.length > 0 && (passport.status === 'lost' || passport.status === 'retired')).toBe(false);
        // The chain has no gaps and no overlaps: each calibration ends one row and starts the next.
        const chain = rowsOf(setting, id).filter((row) => row.closed_as === null);
        expect(chain.every((row) => row.starts_on <= (row.done_on ?? '9999'))).toBe(true);
        expect(chain.slice(1).every((row, index) => (chain[index]?.done_on ?? '9999') <= row.starts_on)).toBe(true);
        // One holder at a time.
        const holders = storeOf(setting.test).read.all<{ until_on: string | null }>('SELECT until_on FROM instrument_owners WHERE instrument_id = ? AND until_on IS NULL', [id]);
        expect(holders).toHaveLength(1);
      }),
      { numRuns: 100 },
    );
  }, 120_000);
});
