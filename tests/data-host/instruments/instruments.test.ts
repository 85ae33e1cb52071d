import { describe, expect, it } from 'vitest';
import { labelPayload } from '#shared/domain/calibration/index.ts';
import { orderLines, products } from '#electron/data-host/db/tables.ts';
import { newId } from '#electron/data-host/db/ids.ts';
import { withoutCalibration } from '#electron/data-host/db/rows.ts';
import { findBySerial } from '#electron/data-host/instruments/index.ts';
import { addOrder, clientInput } from '#tests/data-host/fixtures.ts';
import { certify, instrumentFields, openSetting, today } from '#tests/data-host/instruments/support.ts';
import { storeOf } from '#tests/data-host/support.ts';
import type { TestHost } from '#tests/data-host/support.ts';

async function addProduct(test: TestHost, name: string, code: string | null = null): Promise<string> {
  const id = newId();
  await storeOf(test).write({ actor: 'fixture' }, (tx) =>
    tx.insert(products, {
      id, code, name, kind: null, unit: null, is_sample: 0, import_batch_id: null, source_row: null, created_at: tx.context.at, updated_at: tx.context.at,
      deleted_at: null, ...withoutCalibration,
    }),
  );
  return id;
}

describe('instruments', () => {
  it('are entered one by one or as a range, all or none, each with a label of its own', async () => {
    const { test, clientId } = await openSetting();
    const { call } = test;
    const { serials } = await call.instruments.expandRange({ first: 'AB-0098', last: 'AB-0103' });
    expect(serials.map(({ serial }) => serial)).toEqual(['AB-0098', 'AB-0099', 'AB-0100', 'AB-0101', 'AB-0102', 'AB-0103']);
    const { ids } = await call.instruments.create({ serials: serials.map(({ serial }) => serial), fields: instrumentFields({ clientId, deliveredOn: '2026-03-01' }) });
    const { rows, total } = await call.instruments.list({ sort: 'serial' });
    expect(total).toBe(6);
    expect(new Set(rows.map(({ labelCode }) => labelCode)).size).toBe(6);
    expect(rows.map(({ serial }) => serial)).toEqual(serials.map(({ serial }) => serial));
    const again = await call.instruments.expandRange({ first: 'AB-0103', last: 'AB-0104' });
    expect(again.serials).toEqual([{ serial: 'AB-0103', existingId: ids[5] }, { serial: 'AB-0104', existingId: null }]);
    // One that is there already, or twice in the same list, refuses all of them.
    await expect(call.instruments.create({ serials: ['AB-0104', 'ab-۰۱۰۳', 'AB-0104'], fields: instrumentFields({ clientId }) })).rejects.toMatchObject({
      data: { issues: [{ field: 'serials.1', code: 'taken' }, { field: 'serials.2', code: 'taken' }] },
    });
    expect((await call.instruments.list({})).total).toBe(6);
    // The same serial of another maker is another instrument.
    await call.instruments.create({ serials: ['AB-0103'], fields: instrumentFields({ clientId, manufacturer: 'Mitutoyo', model: null }) });
  });

  it.each([
    ['A-9', 'A-12', ['A-9', 'A-10', 'A-11', 'A-12']],
    ['0098', '0101', ['0098', '0099', '0100', '0101']],
    ['24/017-X', '24/019-X', ['24/017-X', '24/018-X', '24/019-X']],
    ['۰۹۹', '۱۰۱', ['099', '100', '101']],
    ['S1', 'S1', ['S1']],
  ])('count %s … %s by the digits that differ', async (first, last, expected) => {
    const { test } = await openSetting();
    expect((await test.call.instruments.expandRange({ first, last })).serials.map(({ serial }) => serial)).toEqual(expected);
  });

  it.each([
    ['A-9', 'B-12', 'not-a-range'], ['A-09', 'A-012', 'not-a-range'], ['A-12', 'A-9', 'backwards'], ['A-1', 'A-1001', 'too-many'], ['abc', 'abd', 'not-a-range'],
  ])('refuse %s … %s as %s', async (first, last, code) => {
    const { test } = await openSetting();
    await expect(test.call.instruments.expandRange({ first, last })).rejects.toMatchObject({ data: { issues: [{ field: 'last', code }] } });
  });

  it('are found by label, serial and asset number however they are typed, and never by part of a serial', async () => {
    const { test, clientId, add } = await openSetting();
    const id = await add('AB-0098', { assetNumber: 'INV 77/2' });
    const row = (await test.call.instruments.list({})).rows[0];
    const find = async (text: string) => (await test.call.instruments.find({ text })).map((found) => [found.id, found.foundBy]);
    expect(await find(labelPayload(row?.labelCode ?? ''))).toEqual([[id, 'label']]);
    for (const text of ['AB-0098', 'ab0098', ' AB 0098', 'AB۰۰۹۸']) expect(await find(text)).toEqual([[id, 'serial']]);
    for (const text of ['INV 77/2', 'inv77-2', 'INV ۷۷/۲']) expect(await find(text)).toEqual([[id, 'asset-number']]);
    expect(await find('0098')).toEqual([]);
    expect(await find('   ')).toEqual([]);
    await test.call.clients.remove({ id: clientId });
    expect(await find('AB-0098')).toEqual([]);
    expect((await test.call.instruments.list({})).total).toBe(0);
    await expect(test.call.instruments.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are what a document speaks of: certain by serial and maker, likely by either number alone, never another maker’s', async () => {
    const { test, add } = await openSetting();
    const id = await add('SN-1', { manufacturer: 'Mitutoyo', model: '293-240', assetNumber: 'A1' });
    const { read } = storeOf(test);
    const by = (patch: object) => findBySerial(read, { serial: 'SN-1', manufacturer: 'Mitutoyo Deutschland GmbH', model: '293-240-30', assetNumber: null, ...patch });
    expect(by({ model: '293 240' })).toEqual([{ id, match: 'certain', foundBy: 'serial' }]);
    expect(by({ serial: 'SN1', model: null })).toEqual([{ id, match: 'likely', foundBy: 'serial' }]);
    expect(by({ manufacturer: 'Tesa' })).toEqual([]);
    expect(by({ serial: null, assetNumber: 'A1' })).toEqual([{ id, match: 'likely', foundBy: 'asset-number' }]);
  });

  it('tell their whole life, newest first', async () => {
    const { test, clientId, add } = await openSetting();
    const lines = await addOrder(test, clientId, 'PO-7', '2026-01-05', [{ number: '1', ordered: 2, firstPromisedOn: '2026-02-01', parts: [['2026-02-03', 2]] }]);
    const id = await add('S-1', {
      orderLineId: lines['1'] ?? null, deliveredOn: '2026-02-03', receivedOn: '2026-02-10', firstUsedOn: '2026-03-01', site: 'Hall 1', intervalAgreed: true,
      ranges: [{ quantity: 'Length', unit: '\\milli\\metre', lower: '0', upper: '150', resolution: '0.010', toleranceLower: '-0.030', toleranceUpper: '0.030' }],
    });
    await certify(test, { instrumentId: id, calibratedOn: '2026-01-20', issuedOn: '2026-01-21' });
    await test.call.instruments.update({ id, fields: { status: 'stored' } });
    const passport = await test.call.instruments.get({ id });
    expect(passport).toMatchObject({
      name: 'Hoffmann M1', clientName: 'Ankara Ölçüm', order: { orderNumber: 'PO-7', lineNumber: '1' }, dueOn: '2027-01-20', dueState: 'due-soon', daysToDue: 59,
      status: 'stored', ranges: [{ resolution: '0.010', toleranceLower: '-0.030' }], certificates: [{ calibratedOn: '2026-01-20', verdict: 'pass' }],
    });
    expect(passport.events.map(({ kind, on }) => [on, kind])).toEqual([
      ['2027-01-20', 'due'], [today, 'status'], ['2026-03-01', 'first-used'], ['2026-02-10', 'received'], ['2026-02-03', 'delivered'], ['2026-01-20', 'certificate'], ['2026-01-05', 'ordered'],
    ]);
    expect(await test.call.instruments.labels({ ids: [id] })).toMatchObject([{ serial: 'S-1', certificateNumber: 'C-2026-01-20', dueOn: '2027-01-20' }]);
    await test.call.instruments.update({ id, fields: { intervalAgreed: false } });
    expect(await test.call.instruments.labels({ ids: [id] })).toMatchObject([{ dueOn: null }]);
    expect(await test.call.instruments.sites({ clientId })).toEqual(['Hall 1']);
  });

  it('say what does not hold, field by field, and leave everything as it was', async () => {
    const { test, clientId, add } = await openSetting();
    const { id: other } = await test.call.clients.create(clientInput('Other'));
    const lines = await addOrder(test, other, 'PO-1', null, [{ number: '1', ordered: 1 }]);
    const gone = '019ab000-0000-7000-8000-00000000dead';
    const range = { quantity: null, unit: '\\milli\\metre', lower: '10', upper: '9', resolution: null, toleranceLower: '1e-1', toleranceUpper: '-0.1' };
    const fields = instrumentFields({ clientId, productId: gone, orderLineId: lines['1'] ?? null, shipmentId: gone, ranges: [range] });
    await expect(test.call.instruments.create({ serials: ['S'], fields })).rejects.toMatchObject({
      data: {
        issues: [
          { field: 'productId', code: 'unknown-product' }, { field: 'orderLineId', code: 'not-of-client' }, { field: 'shipmentId', code: 'unknown-shipment' },
          { field: 'ranges.0.lower', code: 'above-upper' }, { field: 'ranges.0.toleranceLower', code: 'above-upper' },
        ],
      },
    });
    expect((await test.call.instruments.list({})).total).toBe(0);
    const [one, two] = [await add('S-1'), await add('S-2')];
    await expect(test.call.instruments.update({ id: two, serial: 's-1', fields: {} })).rejects.toMatchObject({ data: { issues: [{ field: 'serial', code: 'taken' }] } });
    // Its own serial in another case is a correction.
    expect((await test.call.instruments.update({ id: one, serial: 's-1', fields: {} })).serial).toBe('s-1');
    expect((await test.call.instruments.find({ text: 'S1' })).map(({ id }) => id)).toEqual([one]);
  });

  it('go to the bin and come back', async () => {
    const { test, add } = await openSetting();
    const [one, two] = [await add('S-1'), await add('S-2')];
    await test.call.instruments.remove({ ids: [one, two] });
    expect((await test.call.instruments.list({})).total).toBe(0);
    expect(await test.call.instruments.find({ text: 'S-1' })).toEqual([]);
    await test.call.instruments.restore({ ids: [one] });
    expect((await test.call.instruments.list({})).rows.map(({ id }) => id)).toEqual([one]);
    await expect(test.call.instruments.remove({ ids: [one, two] })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await test.call.instruments.list({})).total).toBe(1);
  });

  it('are fewer on record than were delivered: those lines are named', async () => {
    const { test, clientId, add } = await openSetting();
    const productId = await addProduct(test, 'Caliper 150', 'CAL-150');
    const lines = await addOrder(test, clientId, 'PO-7', null, [
      { number: '1', ordered: 3, parts: [['2026-02-03', 2], ['2026-02-20', 1]] }, { number: '2', ordered: 1, parts: [['2026-02-03', 1]] }, { number: '3', ordered: 5 },
    ]);
    await storeOf(test).write({ actor: 'fixture' }, (tx) => tx.update(orderLines, lines['1'] ?? '', { product_id: productId }));
    await add('S-1', { orderLineId: lines['1'] ?? null, productId });
    await add('S-2', { orderLineId: lines['2'] ?? null });
    expect(await test.call.instruments.deliverable({ clientId })).toMatchObject([
      { lineId: lines['1'], orderNumber: 'PO-7', lineNumber: '1', productId, productName: 'Caliper 150', quantity: 3, recorded: 1, deliveredOn: '2026-02-20' },
    ]);
    expect(await test.call.instruments.products()).toMatchObject([{ id: productId, code: 'CAL-150', instrumentCount: 1 }]);
  });

  it('stand in the timeline of the client who had them on the day, and in its report', async () => {
    const { test, clientId, add } = await openSetting();
    const { call } = test;
    const { id: other } = await call.clients.create(clientInput('Other'));
    expect((await call.reports.client({ clientId })).instruments).toBeNull();
    const [one, two, three] = [await add('S-1', { deliveredOn: '2026-02-03' }), await add('S-2', { deliveredOn: '2026-02-03' }), await add('S-3', { deliveredOn: '2026-03-01' })];
    await certify(test, { instrumentId: one, calibratedOn: '2025-02-01', issuedOn: '2026-02-02', number: 'before it came' });
    await certify(test, { instrumentId: two, calibratedOn: '2026-05-01', issuedOn: '2026-05-02', number: 'C-2' });
    await call.instruments.transfer({ id: three, clientId: other, site: null, on: '2026-06-01', note: null });
    await call.recall.book({ instrumentIds: [one], laboratory: null, bookedOn: '2026-07-01', note: null });
    const [letter] = (await call.recall.writeLetters({ instrumentIds: [one, two], filter: null, language: 'en' })).letters;
    expect(letter?.instrumentCount).toBe(2);
    const kinds = ['instrument' as const, 'certificate' as const, 'recall' as const, 'calibration-order' as const];
    const { entries, total } = await call.clients.timeline({ clientId, kinds });
    expect(total).toBe(5);
    expect(entries.map(({ kind, at, params }) => [at, kind, params['count'] ?? params['serial']])).toEqual([
      ['2026-11-22', 'recall', 2], ['2026-07-01', 'calibration-order', 'S-1'], ['2026-05-02', 'certificate', 'S-2'], ['2026-03-01', 'instrument', 1], ['2026-02-03', 'instrument', 2],
    ]);
    expect((await call.clients.timeline({ clientId: other, kinds })).total).toBe(0);
    const { instruments } = await call.reports.client({ clientId });
    expect(instruments).toMatchObject({ total: 2, withDueDay: 2, states: [{ state: 'valid', count: 1 }, { state: 'overdue', count: 1 }], next: [{ serial: 'S-1' }, { serial: 'S-2' }] });
  });

  it('propose intervals from their certificates as found, each method with its numbers', async () => {
    const { test, add } = await openSetting();
    const id = await add('S-1');
    for (const year of [2021, 2022, 2023, 2024, 2025]) await certify(test, { instrumentId: id, calibratedOn: `${year}-05-01`, verdict: year === 2025 ? 'fail' : 'pass' });
    const proposals = await test.call.instruments.intervalProposals({ id });
    expect(proposals.map(({ method, action }) => [method, action])).toEqual([['staircase', 'shorten'], ['a1', 'shorten'], ['a3', 'keep']]);
    expect((await test.call.instruments.get({ id })).interval?.months).toBe(12);
  });
});
