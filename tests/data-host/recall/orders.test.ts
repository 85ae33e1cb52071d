import { describe, expect, it } from 'vitest';
import { issued, refusal } from '#tests/data-host/certificates/support.ts';
import { today } from '#tests/data-host/instruments/support.ts';
import { openRecall, window } from './support.ts';
import type { RecallSetting } from './support.ts';

const all = { clientId: null, instrumentId: null, open: null, ...window };

async function booked(setting: RecallSetting, bookedOn = '2026-11-02') {
  const instrumentId = await setting.addCalibrated('S-1', '2025-11-01');
  const [order] = await setting.test.call.recall.book({ instrumentIds: [instrumentId], laboratory: null, bookedOn, note: 'with the gauge' });
  if (!order) throw new Error('nothing was booked');
  return { instrumentId, order };
}

describe('calibration orders', () => {
  it('are numbered through the year, all or none, one at a time for an instrument', async () => {
    const { test: { call }, clientId, addCalibrated } = await openRecall();
    const ids = [await addCalibrated('S-1', '2025-11-01'), await addCalibrated('S-2', '2025-11-01'), await addCalibrated('S-3', '2025-11-01')];
    const book = (instrumentIds: string[], bookedOn = today) => call.recall.book({ instrumentIds, laboratory: 'PTB', bookedOn, note: null });
    expect((await book([ids[1] ?? '', ids[0] ?? ''])).map(({ number, serial, clientId: of, laboratory, next }) => ({ number, serial, of, laboratory, next }))).toEqual([
      { number: 'CAL-2026-0001', serial: 'S-2', of: clientId, laboratory: 'PTB', next: ['received'] },
      { number: 'CAL-2026-0002', serial: 'S-1', of: clientId, laboratory: 'PTB', next: ['received'] },
    ]);
    expect(await refusal(book([ids[2] ?? '', ids[0] ?? '']))).toEqual(['instrumentIds.1 already-booked']);
    expect((await call.recall.orders(all)).total).toBe(2);
    expect((await book([ids[2] ?? ''], '2027-01-04'))[0]?.number).toBe('CAL-2027-0001');
    expect(await refusal(book([clientId]))).toEqual(['NOT_FOUND']);
  });

  it('go their way step by step, with the instrument out meanwhile and the certificate by its issue', async () => {
    const setting = await openRecall();
    const { test, test: { call } } = setting;
    const { instrumentId, order: { id } } = await booked(setting);
    const status = async () => (await call.instruments.get({ id: instrumentId })).status;
    const advance = (step: 'received' | 'as-found' | 'adjusted' | 'as-left' | 'shipped', on: string) => call.recall.advance({ id, step, on });
    expect(await refusal(advance('as-found', today))).toEqual(['step not-next']);
    expect(await refusal(advance('received', '2026-11-01'))).toEqual(['on before-the-last-step']);
    expect(await refusal(advance('received', '2026-11-23'))).toEqual(['on ahead']);
    expect((await advance('received', '2026-11-03')).next).toEqual(['as-found']);
    expect(await status()).toBe('out-for-calibration');
    expect((await advance('as-found', '2026-11-04')).next).toEqual(['adjusted', 'certificate']);
    expect(await refusal(advance('adjusted', '2026-11-03'))).toEqual(['on before-the-last-step']);
    await advance('adjusted', '2026-11-05');
    expect((await advance('as-left', '2026-11-10')).next).toEqual(['certificate']);
    expect(await refusal(advance('shipped', '2026-11-20'))).toEqual(['step not-next']);
    const { id: certificateId, number } = await issued(test, { instrumentId, calibrationOrderId: id });
    const certified = await call.recall.order({ id });
    expect(certified).toMatchObject({ next: ['shipped'], certificate: { id: certificateId, number, state: 'issued' } });
    expect(certified.steps.certificate).not.toBeNull();
    expect(await refusal(call.recall.stepBack({ id }))).toEqual(['id certificate-issued']);
    expect((await advance('shipped', '2026-11-21')).next).toEqual([]);
    expect(await status()).toBe('in-use');
    expect((await call.recall.orders({ ...all, open: true })).total).toBe(0);
    expect((await call.recall.orders({ ...all, open: false, instrumentId })).rows.map((row) => row.id)).toEqual([id]);
  });

  it('go back a step, and are not open twice for it', async () => {
    const setting = await openRecall();
    const { test, test: { call } } = setting;
    const { instrumentId, order: { id } } = await booked(setting);
    const status = async () => (await call.instruments.get({ id: instrumentId })).status;
    expect(await refusal(call.recall.stepBack({ id }))).toEqual(['id no-step']);
    await call.recall.advance({ id, step: 'received', on: '2026-11-03' });
    expect((await call.recall.stepBack({ id })).steps.received).toBeNull();
    expect(await status()).toBe('in-use');
    await call.recall.advance({ id, step: 'received', on: '2026-11-03' });
    await call.recall.advance({ id, step: 'as-found', on: '2026-11-10' });
    await issued(test, { instrumentId, calibrationOrderId: id });
    await call.recall.advance({ id, step: 'shipped', on: today });
    const [next] = await call.recall.book({ instrumentIds: [instrumentId], laboratory: null, bookedOn: today, note: null });
    expect(await refusal(call.recall.stepBack({ id }))).toEqual(['id already-booked']);
    await call.recall.cancel({ id: next?.id ?? '', on: today, reason: 'by mistake' });
    expect((await call.recall.stepBack({ id })).next).toEqual(['shipped']);
    expect(await status()).toBe('out-for-calibration');
  });

  it('are cancelled with a reason and reopened, and a cancelled one goes nowhere', async () => {
    const setting = await openRecall();
    const { test: { call } } = setting;
    const { instrumentId, order: { id } } = await booked(setting);
    await call.recall.advance({ id, step: 'received', on: '2026-11-03' });
    const cancelled = await call.recall.cancel({ id, on: today, reason: 'The client wants it back' });
    expect(cancelled).toMatchObject({ cancelledOn: today, cancelReason: 'The client wants it back', next: [] });
    expect((await call.instruments.get({ id: instrumentId })).status).toBe('in-use');
    expect(await refusal(call.recall.advance({ id, step: 'as-found', on: today }))).toEqual(['step not-next']);
    expect(await refusal(call.recall.stepBack({ id }))).toEqual(['id cancelled']);
    expect(await refusal(call.recall.cancel({ id, on: today, reason: 'again' }))).toEqual(['id not-open']);
    expect(await call.recall.reopen({ id })).toMatchObject({ cancelledOn: null, cancelReason: null, next: ['as-found'] });
    expect((await call.instruments.get({ id: instrumentId })).status).toBe('out-for-calibration');
    expect(await refusal(call.recall.reopen({ id }))).toEqual(['id not-cancelled']);
    await call.recall.cancel({ id, on: today, reason: 'twice' });
    await call.recall.book({ instrumentIds: [instrumentId], laboratory: null, bookedOn: today, note: null });
    expect(await refusal(call.recall.reopen({ id }))).toEqual(['id already-booked']);
  });

  it('bring back into use only what was out: an instrument that was retired in the laboratory stays retired', async () => {
    const setting = await openRecall();
    const { test: { call } } = setting;
    const { instrumentId, order: { id } } = await booked(setting);
    await call.recall.advance({ id, step: 'received', on: '2026-11-03' });
    await call.instruments.update({ id: instrumentId, fields: { status: 'retired' } });
    await call.recall.cancel({ id, on: today, reason: 'beyond repair' });
    expect((await call.instruments.get({ id: instrumentId })).status).toBe('retired');
  });
});
