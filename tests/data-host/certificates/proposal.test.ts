import { describe, expect, it } from 'vitest';
import { followingNumber } from '#electron/data-host/certificates/numbers.ts';
import { draft, issued, pointOf } from '#tests/data-host/certificates/support.ts';
import { openSetting, today } from '#tests/data-host/instruments/support.ts';

const millimetre = String.raw`\milli\metre`;

describe('the next number', () => {
  it.each([
    ['K-2026-0041', ['2026-03-01'], 'K-2026-0042'],
    ['K-2025-0099', ['2025-03-01'], 'K-2026-0001'],
    ['2026/0999', ['2026-03-01'], '2026/1000'],
    ['1405-12', ['2026-09-01'], '1405-13'],
    ['1404-12', ['2026-03-01'], '1405-01'],
    ['CAL 26-7', ['2026-03-01'], 'CAL 26-8'],
    ['0007/25', ['2025-03-01'], '0001/26'],
    ['٠٠٩', ['2026-03-01'], '010'],
    ['K-2026-0041-A3', ['2026-03-01'], 'K-2026-0042'],
    ['2026', ['2026-03-01'], '2027'],
    ['First', ['2026-03-01'], 'First-0001'],
    ['9'.repeat(30), ['2026-03-01'], `1${'0'.repeat(30)}`],
  ])('after %s is in its pattern', (number, days, next) => {
    expect(followingNumber(number, days, today)).toBe(next);
  });

  it('skips what is taken, and begins with the year in the person’s calendar', async () => {
    const { test, add } = await openSetting();
    const instrumentId = await add('S-1');
    const next = async () => (await test.call.certificates.proposal({ instrumentId, calibrationOrderId: null })).document.number;
    expect(await next()).toBe('2026-0001');
    await test.call.settings.setPreferences({ calendar: 'persian' });
    expect(await next()).toBe('1405-0001');
    await draft(test, { instrumentId, document: { number: 'K-2026-0043' } });
    await draft(test, { instrumentId, document: { number: 'K-2026-0042' } });
    expect(await next()).toBe('K-2026-0044');
  });
});

describe('a proposal', () => {
  it('knows the letterhead, the client, the instrument and its ranges', async () => {
    const { test, clientId, add } = await openSetting();
    await test.call.settings.setOrganisation({ name: 'Peyvand Tools', countryCode: 'IR', address: 'Tehran', phone: '+98 21', email: null, website: 'peyvand.example' });
    await test.call.clients.update({ id: clientId, language: 'tr' });
    const range = { quantity: 'Outside', unit: millimetre, lower: '0', upper: '150', resolution: '0.01', toleranceLower: '-0.03', toleranceUpper: '0.03' };
    const instrumentId = await add('S-1', { ranges: [range], intervalMonths: 18, intervalAgreed: true, assetNumber: 'A-7' });
    const { document, points, isOwnLaboratory } = await test.call.certificates.proposal({ instrumentId, calibrationOrderId: null });
    expect(isOwnLaboratory).toBe(true);
    expect(document).toMatchObject({
      laboratory: { name: 'Peyvand Tools', address: 'Tehran', contact: '+98 21 · peyvand.example', accreditation: null },
      customer: { name: 'Ankara Ölçüm' }, language: 'tr', item: { manufacturer: 'Hoffmann', model: 'M1', serial: 'S-1', assetNumber: 'A-7' },
      calibratedFromOn: today, calibratedToOn: today, agreedIntervalMonths: 18, adjusted: false,
    });
    expect(points.map(({ reference, measured, lowerLimit, upperLimit, group }) => [group, reference?.value, measured?.value, lowerLimit, upperLimit])).toEqual([
      ['Outside', '0', null, '-0.03', '0.03'], ['Outside', '150', null, '-0.03', '0.03'],
    ]);
    // Not agreed: no interval on the certificate (ISO/IEC 17025:2017 7.8.4.3).
    await test.call.instruments.update({ id: instrumentId, fields: { intervalAgreed: false } });
    expect((await test.call.certificates.proposal({ instrumentId, calibrationOrderId: null })).document.agreedIntervalMonths).toBeNull();
  });

  it('repeats how the last one of its kind was made, unread, for this instrument and this client', async () => {
    const { test, add } = await openSetting();
    const blocks = await add('GB-1', { clientId: null, isStandard: true, manufacturer: 'Frank', model: 'G' });
    const standards = [{ name: 'Gauge blocks', manufacturer: null, model: null, serial: 'GB-1', certificateNumber: 'PTB-1', dueOn: null }];
    await issued(test, {
      instrumentId: await add('S-1'), document: { standards, method: 'Our method 7', decisionRule: { kind: 'guard-band', outcome: 'binary', factor: '1' } },
      standardInstruments: [{ position: 0, instrumentId: blocks }], points: [pointOf('0.010'), pointOf('0.011')],
    });
    // The blocks were calibrated since: the next one names their new certificate, and the day it holds until.
    await issued(test, { instrumentId: blocks, isOwnLaboratory: false, document: { number: 'PTB-2', calibratedFromOn: '2026-11-21', calibratedToOn: '2026-11-21' }, issuedOn: '2026-11-21' });
    const [order] = await test.call.recall.book({ instrumentIds: [await add('S-2')], laboratory: null, bookedOn: '2026-11-01', note: null });
    if (!order) throw new Error('not booked');
    for (const [step, on] of [['received', '2026-11-02'], ['as-found', '2026-11-03'], ['adjusted', '2026-11-04'], ['as-left', '2026-11-05']] as const) await test.call.recall.advance({ id: order.id, step, on });
    const { document, points, standardInstruments } = await test.call.certificates.proposal({ instrumentId: order.instrumentId, calibrationOrderId: order.id });
    expect(document).toMatchObject({
      number: 'K-2026-0042', method: 'Our method 7', standards: [{ name: 'Gauge blocks', certificateNumber: 'PTB-2', dueOn: '2027-11-21' }], decisionRule: { kind: 'guard-band' }, item: { serial: 'S-2' }, customer: { name: 'Ankara Ölçüm', address: 'Ankara' },
      receivedOn: '2026-11-02', calibratedFromOn: '2026-11-03', calibratedToOn: '2026-11-05', adjusted: true, signatories: [{ name: 'Sara' }],
    });
    expect(document.issuedOn ?? null).toBeNull();
    expect(standardInstruments).toEqual([{ position: 0, instrumentId: blocks }]);
    expect(points.map(({ stage, error, lowerLimit }) => [stage, error?.value, lowerLimit])).toEqual([
      ['as-found', null, '-0.030'], ['as-found', null, '-0.030'], ['as-left', null, '-0.030'], ['as-left', null, '-0.030'],
    ]);
  });

  it('of an order with another laboratory names that, and no number of ours', async () => {
    const { test, add } = await openSetting();
    const [order] = await test.call.recall.book({ instrumentIds: [await add('S-1')], laboratory: 'TÜV', bookedOn: '2026-11-01', note: null });
    const { document, isOwnLaboratory } = await test.call.certificates.proposal({ instrumentId: order?.instrumentId ?? '', calibrationOrderId: order?.id ?? null });
    expect([isOwnLaboratory, document.laboratory?.name, document.number]).toEqual([false, 'TÜV', undefined]);
    await expect(test.call.certificates.proposal({ instrumentId: await add('S-2'), calibrationOrderId: order?.id ?? null })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
