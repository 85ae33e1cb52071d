import { describe, expect, it } from 'vitest';
import { isoDayToNumber } from '#shared/domain/calendar/index.ts';
import { extendDue } from '#electron/data-host/instruments/index.ts';
import { readInForce } from '#electron/data-host/scores/in-force.ts';
import { readBundle, readingContext } from '#electron/data-host/scores/records.ts';
import { clientInput } from '#tests/data-host/fixtures.ts';
import { certify, now, openSetting } from '#tests/data-host/instruments/support.ts';
import { storeOf } from '#tests/data-host/support.ts';
import type { TestHost } from '#tests/data-host/support.ts';

const relationshipOf = (test: TestHost, clientId: string) => {
  const { read } = storeOf(test);
  const bundle = readBundle(read, clientId, readingContext(read, readInForce(read, now).basis));
  if (!bundle?.records.relationship) throw new Error('no such client');
  return bundle.records.relationship;
};

const day = isoDayToNumber;

describe('evidence of instruments', () => {
  it('counts a delivery with the holder of its day, and the first complete certificate', async () => {
    const { test, clientId, add } = await openSetting();
    const { id: other } = await test.call.clients.create(clientInput('Other'));
    const id = await add('S-1', { deliveredOn: '2026-03-01' });
    expect(relationshipOf(test, clientId).instrumentDeliveries).toEqual([{ id, deliveredDay: day('2026-03-01'), certifiedDay: null }]);
    await certify(test, { instrumentId: id, calibratedOn: '2026-02-10', isComplete: false });
    await certify(test, { instrumentId: id, calibratedOn: '2026-02-10', issuedOn: '2026-02-12', number: 'second' });
    await certify(test, { instrumentId: id, calibratedOn: '2026-09-10' });
    expect(relationshipOf(test, clientId).instrumentDeliveries).toEqual([{ id, deliveredDay: day('2026-03-01'), certifiedDay: day('2026-02-12') }]);
    await test.call.instruments.transfer({ id, clientId: other, site: null, on: '2026-10-01', note: null });
    expect(relationshipOf(test, clientId).instrumentDeliveries).toHaveLength(1);
    expect(relationshipOf(test, other).instrumentDeliveries).toEqual([]);
    await test.call.instruments.remove({ ids: [id] });
    expect(relationshipOf(test, clientId).instrumentDeliveries).toEqual([]);
  });

  it('blames a missed day once: with the client who had the instrument on it', async () => {
    const { test, clientId, add } = await openSetting();
    const { id: other } = await test.call.clients.create(clientInput('Other'));
    const id = await add('S-1', { deliveredOn: '2024-01-10' });
    await certify(test, { instrumentId: id, calibratedOn: '2024-02-01' });
    await test.call.instruments.transfer({ id, clientId: other, site: null, on: '2026-06-01', note: null });
    await certify(test, { instrumentId: id, calibratedOn: '2026-07-01' });
    expect(relationshipOf(test, clientId).recalibrations).toMatchObject([{ dueDay: day('2025-02-01'), doneDay: null }]);
    expect(relationshipOf(test, other).recalibrations).toMatchObject([{ dueDay: day('2027-07-01'), doneDay: null }]);
  });

  it('leaves out what was retired in time and an interval that was replaced, and keeps what was missed', async () => {
    const { test, clientId, add } = await openSetting();
    const intime = await add('S-1');
    await certify(test, { instrumentId: intime, calibratedOn: '2026-02-01' });
    await test.call.instruments.update({ id: intime, fields: { status: 'retired' } });
    expect(relationshipOf(test, clientId).recalibrations).toEqual([]);
    const missed = await add('S-2');
    await certify(test, { instrumentId: missed, calibratedOn: '2024-02-01' });
    await test.call.instruments.decideInterval({ id: missed, method: 'own', months: 18, reason: null });
    expect(relationshipOf(test, clientId).recalibrations).toMatchObject([{ dueDay: day('2025-08-01') }]);
    await test.call.instruments.update({ id: missed, fields: { status: 'lost' } });
    expect(relationshipOf(test, clientId).recalibrations).toMatchObject([{ dueDay: day('2025-08-01'), doneDay: null }]);
  });

  it('takes an extension for one only where it was agreed by the due day', async () => {
    const { test, clientId, add } = await openSetting();
    const [early, late] = [await add('S-1'), await add('S-2')];
    await certify(test, { instrumentId: early, calibratedOn: '2026-01-01' });
    await certify(test, { instrumentId: late, calibratedOn: '2025-10-01' });
    for (const instrumentId of [early, late]) {
      await storeOf(test).write({ actor: 'test' }, (tx) => extendDue(tx, { instrumentId, untilOn: '2027-03-01', reason: 'r', staffId: null }));
    }
    const byDue = new Map(relationshipOf(test, clientId).recalibrations.map((row) => [row.dueDay, row.extendedToDay]));
    expect(byDue.get(day('2027-01-01'))).toBe(day('2027-03-01'));
    expect(byDue.get(day('2026-10-01'))).toBeNull();
  });

  it('stands in the ledger, record by record, and moves the two indicators', async () => {
    const { test, clientId, add } = await openSetting();
    const valueOf = async (indicatorId: string) => {
      const { score } = await test.call.scores.explain({ clientId });
      return score.indicators.find((indicator) => indicator.indicatorId === indicatorId)?.value?.score ?? null;
    };
    expect([await valueOf('calibration-certificate'), await valueOf('calibration-service')]).toEqual([null, null]);
    for (let count = 1; count <= 12; count += 1) {
      const id = await add(`S-${count}`, { deliveredOn: '2025-10-05' });
      await certify(test, { instrumentId: id, calibratedOn: '2025-10-01', issuedOn: '2025-10-02', number: `C-${count}` });
    }
    // Twelve of twelve certified by their delivery; none of twelve recalibrated by its day.
    expect(await valueOf('calibration-certificate')).toBeGreaterThan(90);
    expect(await valueOf('calibration-service')).toBeLessThan(50);
    const explanation = await test.call.scores.explain({ clientId });
    const facts = Object.values(explanation.facts);
    expect(facts.filter(({ kind }) => kind === 'instrument')).toHaveLength(12);
    expect(facts.find(({ kind }) => kind === 'instrument')).toMatchObject({ on: '2025-10-05', detail: { certifiedOn: '2025-10-02', instrumentName: 'Hoffmann M1' } });
    expect(facts.filter(({ kind }) => kind === 'recalibration')).toHaveLength(12);
    expect(facts.find(({ kind }) => kind === 'recalibration')).toMatchObject({ on: '2026-10-01', detail: { dueOn: '2026-10-01', doneOn: null } });
  });
});
