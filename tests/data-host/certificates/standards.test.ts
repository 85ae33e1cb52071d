import { describe, expect, it } from 'vitest';
import { draft, issued } from '#tests/data-host/certificates/support.ts';
import { openSetting } from '#tests/data-host/instruments/support.ts';

const standard = (patch: object = {}) => ({ name: 'Gauge blocks', manufacturer: null, model: null, serial: null, certificateNumber: 'PTB-1', dueOn: null, ...patch });

describe('the standards of a certificate', () => {
  it('are known by our own records on the day they were used', async () => {
    const { test, add } = await openSetting();
    const blocks = await add('GB-1', { clientId: null, isStandard: true });
    const at = (number: string, on: string) =>
      issued(test, { instrumentId: blocks, isOwnLaboratory: false, document: { number, calibratedFromOn: on, calibratedToOn: on, receivedOn: null }, issuedOn: on });
    const first = await at('PTB-1', '2024-03-01');
    const second = await at('PTB-2', '2026-11-15');
    const links = { document: { standards: [standard(), standard({ name: 'Ring', dueOn: '2026-11-10' }), standard({ name: 'Old ring', dueOn: '2026-11-09' })] }, standardInstruments: [{ position: 0, instrumentId: blocks }] };
    const instrumentId = await add('S-1');
    const used = await issued(test, { instrumentId, ...links });
    // The block's second calibration came after this one was made: on the day it was overdue, by its first.
    expect(used.standardsInUse).toEqual([
      { position: 0, instrumentId: blocks, certificateId: first.id, overdueOnDay: true, dueOn: '2025-03-01' },
      { position: 1, instrumentId: null, certificateId: null, overdueOnDay: false, dueOn: '2026-11-10' },
      { position: 2, instrumentId: null, certificateId: null, overdueOnDay: true, dueOn: '2026-11-09' },
    ]);
    expect(used.warnings.filter(({ code }) => code === 'standard-overdue').map(({ params }) => params['name'])).toEqual(['Gauge blocks', 'Old ring']);
    const later = await issued(test, { instrumentId, document: { ...links.document, number: 'N-2', calibratedFromOn: '2026-11-16', calibratedToOn: '2026-11-16' }, standardInstruments: links.standardInstruments });
    expect(later.standardsInUse[0]).toEqual({ position: 0, instrumentId: blocks, certificateId: second.id, overdueOnDay: false, dueOn: '2027-11-15' });
  });

  it('are not healed by an extension that was granted after their use', async () => {
    let now = new Date('2026-11-12T09:00:00Z');
    const { test, add } = await openSetting(() => now);
    const blocks = await add('GB-1', { clientId: null, isStandard: true });
    await issued(test, { instrumentId: blocks, isOwnLaboratory: false, document: { number: 'PTB-1', calibratedFromOn: '2025-11-01', calibratedToOn: '2025-11-01', receivedOn: null }, issuedOn: '2025-11-01' });
    const use = (number: string, on: string) =>
      draft(test, { instrumentId: used, document: { number, standards: [standard()], calibratedFromOn: on, calibratedToOn: on, receivedOn: null }, standardInstruments: [{ position: 0, instrumentId: blocks }] });
    const used = await add('S-1');
    await test.call.recall.extend({ instrumentId: blocks, untilOn: '2026-12-31', reason: 'laboratory is closed' });
    now = new Date('2026-11-20T09:00:00Z');
    expect((await use('before', '2026-11-11')).standardsInUse[0]).toMatchObject({ overdueOnDay: true, dueOn: '2026-11-01' });
    expect((await use('after', '2026-11-13')).standardsInUse[0]).toMatchObject({ overdueOnDay: false, dueOn: '2026-12-31' });
  });
});
