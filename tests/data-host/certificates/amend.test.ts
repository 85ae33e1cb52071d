import { describe, expect, it } from 'vitest';
import { draft, issued, pointOf, refusal } from '#tests/data-host/certificates/support.ts';
import { openSetting, today } from '#tests/data-host/instruments/support.ts';
import type { Setting } from '#tests/data-host/instruments/support.ts';
import { storeOf } from '#tests/data-host/support.ts';

const duesOf = ({ test }: Setting, instrumentId: string) =>
  storeOf(test).read.all(
    'SELECT starts_on, due_on, done_on, done_certificate_id AS by_certificate FROM calibration_dues WHERE instrument_id = ? AND deleted_at IS NULL ORDER BY starts_on', [instrumentId],
  );

describe('an amendment', () => {
  it('stands in the place of the certificate that it replaces: its number, its due day, its order', async () => {
    const setting = await openSetting();
    const { test, add } = setting;
    const instrumentId = await add('S-1');
    await issued(test, { instrumentId, document: { number: 'K-2025-0007', receivedOn: null, calibratedFromOn: '2025-11-10', calibratedToOn: '2025-11-10' }, issuedOn: '2025-11-11' });
    const [order] = await test.call.recall.book({ instrumentIds: [instrumentId], laboratory: null, bookedOn: '2026-11-01', note: null });
    const original = await issued(test, { instrumentId, calibrationOrderId: order?.id ?? null });
    expect(duesOf(setting, instrumentId)).toEqual([
      { starts_on: '2025-11-10', due_on: '2026-11-10', done_on: '2026-11-10', by_certificate: original.id },
      { starts_on: '2026-11-10', due_on: '2027-11-10', done_on: null, by_certificate: null },
    ]);

    const amendment = await test.call.certificates.amend({ id: original.id, reason: 'Serial number was misspelt' });
    expect(amendment).toMatchObject({
      state: 'draft', number: 'K-2026-0041-A1', issuedOn: null, replaces: { id: original.id, number: 'K-2026-0041' }, calibrationOrderId: order?.id,
      document: { replacesNumber: 'K-2026-0041', amendmentReason: 'Serial number was misspelt', issuedOn: null, title: 'Calibration certificate' },
    });
    expect(await refusal(test.call.certificates.amend({ id: original.id, reason: 'again' }))).toEqual(['id amendment-under-way']);
    expect(await refusal(test.call.certificates.amend({ id: amendment.id, reason: 'of a draft' }))).toEqual(['id not-issued']);
    // As long as nobody issued it, nothing is replaced.
    expect((await test.call.certificates.get({ id: original.id })).replacedBy).toBeNull();

    const corrected = await draft(test, {
      id: amendment.id, updatedAt: amendment.updatedAt, instrumentId, calibrationOrderId: amendment.calibrationOrderId,
      document: { ...amendment.document, calibratedFromOn: '2026-11-09', calibratedToOn: '2026-11-09' },
    });
    const replacing = await test.call.certificates.issue({ id: corrected.id, issuedOn: today });
    expect((await test.call.certificates.get({ id: original.id })).replacedBy).toEqual({ id: replacing.id, number: 'K-2026-0041-A1' });
    expect(duesOf(setting, instrumentId)).toEqual([
      { starts_on: '2025-11-10', due_on: '2026-11-10', done_on: '2026-11-09', by_certificate: replacing.id },
      { starts_on: '2026-11-09', due_on: '2027-11-09', done_on: null, by_certificate: null },
    ]);
    expect(await test.call.recall.order({ id: order?.id ?? '' })).toMatchObject({ steps: { certificate: '2026-11-20' }, certificate: { id: replacing.id } });
    expect(await test.call.instruments.list({})).toMatchObject({ rows: [{ lastCalibratedOn: '2026-11-09', dueOn: '2027-11-09' }] });

    expect(await refusal(test.call.certificates.amend({ id: original.id, reason: 'again' }))).toEqual(['id replaced']);
    expect((await test.call.certificates.amend({ id: replacing.id, reason: 'once more' })).number).toBe('K-2026-0041-A2');
  });

  it('that is given up leaves the original in force, and another can be begun', async () => {
    const { test, add } = await openSetting();
    const original = await issued(test, { instrumentId: await add('S-1') });
    const first = await test.call.certificates.amend({ id: original.id, reason: 'x' });
    await test.call.certificates.remove({ id: first.id });
    const second = await test.call.certificates.amend({ id: original.id, reason: 'y' });
    expect(second.number).toBe('K-2026-0041-A1');
    // The one from the bin cannot replace it as well.
    await test.call.certificates.restore({ id: first.id });
    await test.call.certificates.issue({ id: second.id, issuedOn: today });
    expect(await refusal(test.call.certificates.issue({ id: first.id, issuedOn: today }))).toEqual(['id replaced', 'document.number taken']);
  });

  it('keeps its instrument: it cannot become another’s', async () => {
    const { test, add } = await openSetting();
    const original = await issued(test, { instrumentId: await add('S-1') });
    const { id, updatedAt, document } = await test.call.certificates.amend({ id: original.id, reason: 'x' });
    expect(await refusal(draft(test, { id, updatedAt, instrumentId: await add('S-2'), document }))).toEqual(['instrumentId of-the-replaced']);
  });
});

describe('a calibration that finds the instrument out of tolerance', () => {
  const failing = { document: { number: 'N-1' }, points: [pointOf('0.050')] };

  it('opens a case, from the last calibration that left it good', async () => {
    const { test, add } = await openSetting();
    const instrumentId = await add('S-1');
    const earlier = (number: string, on: string, error: string) =>
      issued(test, { instrumentId, document: { number, calibratedFromOn: on, calibratedToOn: on, receivedOn: null }, points: [pointOf(error)], issuedOn: on });
    await earlier('A', '2024-05-01', '0.001');
    await earlier('B', '2025-05-01', '0.001');
    const { id, outOfToleranceCaseId } = await issued(test, { instrumentId, ...failing });
    expect(outOfToleranceCaseId).not.toBeNull();
    expect(await test.call.recall.case({ id: outOfToleranceCaseId ?? '' })).toMatchObject({
      instrumentId, certificateId: id, foundOn: '2026-11-10', goodUntilOn: '2025-05-01', failedPoints: 1, pointCount: 1, closedOn: null,
    });
  });

  it('opens one for what was found though it was adjusted, and none for what cannot be told', async () => {
    const { test, add } = await openSetting();
    const adjusted = await issued(test, {
      instrumentId: await add('S-1'), document: { number: 'N-1', adjusted: true, adjustmentNote: 'zero' }, points: [pointOf('0.050', 'as-found'), pointOf('0.001', 'as-left')],
    });
    expect(adjusted.outOfToleranceCaseId).not.toBeNull();
    const indeterminate = await issued(test, { instrumentId: await add('S-2'), document: { number: 'N-2', decisionRule: { kind: 'iso-14253-1' } }, points: [pointOf('0.032')] });
    expect(indeterminate).toMatchObject({ verdict: 'indeterminate', outOfToleranceCaseId: null });
    const notJudged = await issued(test, { instrumentId: await add('S-3'), document: { number: 'N-3', decisionRule: null, specification: null }, points: [pointOf('0.050')] });
    expect(notJudged).toMatchObject({ verdict: null, outOfToleranceCaseId: null });
    expect((await test.call.recall.cases({ open: null })).total).toBe(1);
  });

  it('goes on under the amended certificate that finds it again; one that does not leaves it to a person to close', async () => {
    const { test, add } = await openSetting();
    const { id, outOfToleranceCaseId } = await issued(test, { instrumentId: await add('S-1'), ...failing });
    const again = await test.call.certificates.amend({ id, reason: 'address' });
    const replacing = await test.call.certificates.issue({ id: again.id, issuedOn: today });
    expect(replacing.outOfToleranceCaseId).toBe(outOfToleranceCaseId);
    expect(await test.call.recall.cases({ open: true })).toMatchObject({ total: 1, rows: [{ certificateId: replacing.id, certificateNumber: 'N-1-A1' }] });

    const good = await test.call.certificates.amend({ id: replacing.id, reason: 'wrong reading' });
    const kept = await draft(test, { id: good.id, updatedAt: good.updatedAt, instrumentId: good.instrumentId, document: good.document, points: [pointOf('0.005')] });
    expect(await test.call.certificates.issue({ id: kept.id, issuedOn: today })).toMatchObject({ verdict: 'pass', outOfToleranceCaseId: null });
    expect(await test.call.recall.cases({ open: true })).toMatchObject({ total: 1, rows: [{ id: outOfToleranceCaseId }] });
  });
});
