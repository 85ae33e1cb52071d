import { describe, expect, it } from 'vitest';
import { issued, pointOf, refusal } from '#tests/data-host/certificates/support.ts';
import { today } from '#tests/data-host/instruments/support.ts';
import { openRecall, window } from './support.ts';
import type { RecallSetting } from './support.ts';

const all = { open: null, ...window };
const standard = { name: 'Gauge blocks', manufacturer: null, model: null, serial: 'GB-1', certificateNumber: 'PTB-1', dueOn: null };

/** A standard that was good, was used for clients before and after that, and is now found out of tolerance. */
async function failedStandard(setting: RecallSetting) {
  const { test, clientId, add, addClient } = setting;
  const blocks = await add('GB-1', { clientId: null, isStandard: true, model: 'Grade 1' });
  const calibrate = (number: string, on: string, error: string) =>
    issued(test, { instrumentId: blocks, isOwnLaboratory: false, document: { number, calibratedFromOn: on, calibratedToOn: on, receivedOn: null }, points: [pointOf(error), pointOf('0.001')], issuedOn: on });
  await calibrate('PTB-1', '2025-03-01', '0.005');
  const other = await addClient('Minsk Tools', 'ru');
  const calibrateWith = async (serial: string, of: string | null, on: string) => {
    const instrumentId = await add(serial, { clientId: of });
    await issued(test, {
      instrumentId, document: { number: `N-${serial}`, standards: [standard], calibratedFromOn: on, calibratedToOn: on, receivedOn: null }, issuedOn: on,
      standardInstruments: [{ position: 0, instrumentId: blocks }],
    });
    return instrumentId;
  };
  const before = await calibrateWith('BEFORE', clientId, '2025-02-28');
  const used = { first: await calibrateWith('FIRST', clientId, '2025-03-01'), second: await calibrateWith('SECOND', other, '2026-05-05'), own: await calibrateWith('OWN', null, '2026-06-06') };
  await calibrate('PTB-2', '2026-11-10', '0.100');
  const { rows } = await test.call.recall.cases(all);
  const [found] = rows;
  if (!found) throw new Error('no case was opened');
  return { blocks, other, before, used, found };
}

describe('a standard that was found out of tolerance', () => {
  it('touches what was calibrated with it since it was last good, both days included, and nothing else', async () => {
    const setting = await openRecall();
    const { used, found, other, blocks } = await failedStandard(setting);
    expect(found).toMatchObject({
      instrumentId: blocks, serial: 'GB-1', isStandard: true, clientId: null, certificateNumber: 'PTB-2', foundOn: '2026-11-10', goodUntilOn: '2025-03-01', failedPoints: 1,
      pointCount: 2, touchedClients: 2, touchedInstruments: 3, closedOn: null,
    });
    const { touched, letters } = await setting.test.call.recall.case({ id: found.id });
    expect(letters).toEqual([]);
    expect(touched.map(({ serial, instrumentId, clientId, certificateNumber, on, letterId }) => ({ serial, instrumentId, clientId, certificateNumber, on, letterId }))).toEqual([
      { serial: 'FIRST', instrumentId: used.first, clientId: setting.clientId, certificateNumber: 'N-FIRST', on: '2025-03-01', letterId: null },
      { serial: 'SECOND', instrumentId: used.second, clientId: other, certificateNumber: 'N-SECOND', on: '2026-05-05', letterId: null },
      { serial: 'OWN', instrumentId: used.own, clientId: null, certificateNumber: 'N-OWN', on: '2026-06-06', letterId: null },
    ]);
  });

  it('is told to each client that it touches, once, with the certificates that rest on it', async () => {
    const setting = await openRecall();
    const { test: { call }, clientId } = setting;
    const { found, other, blocks, used } = await failedStandard(setting);
    const { letters } = await call.recall.writeNotices({ caseId: found.id, language: null });
    expect(letters.map((letter) => [letter.clientId, letter.language, letter.kind, letter.instrumentCount])).toEqual([
      [clientId, 'en', 'out-of-tolerance', 1], [other, 'ru', 'out-of-tolerance', 1],
    ]);
    const contents = await call.recall.letterContents({ ids: letters.map(({ id }) => id) });
    expect(contents[1]).toMatchObject({
      items: [{ serial: 'SECOND', certificateNumber: 'N-SECOND' }],
      finding: { instrumentId: blocks, standardName: 'Hoffmann Grade 1 GB-1', foundOn: '2026-11-10', goodUntilOn: '2025-03-01', certificateNumber: 'PTB-2' },
    });
    expect((await call.recall.writeNotices({ caseId: found.id, language: 'fa' })).letters).toEqual([]);
    const seen = await call.recall.case({ id: found.id });
    expect(seen.letters.map(({ id }) => id).toSorted()).toEqual(letters.map(({ id }) => id).toSorted());
    expect(seen.touched.find(({ instrumentId }) => instrumentId === used.own)?.letterId).toBeNull();
    // One that is thrown away is written again; a recall letter for the same instrument is none of the case's.
    await call.recall.removeLetters({ ids: [letters[0]?.id ?? ''] });
    expect((await call.recall.writeNotices({ caseId: found.id, language: 'fa' })).letters.map((letter) => [letter.clientId, letter.language])).toEqual([[clientId, 'fa']]);
    await call.recall.markSent({ ids: [letters[1]?.id ?? ''], sentOn: today, channel: 'post' });
    const { entries } = await call.clients.timeline({ clientId: other, kinds: ['interaction'], offset: 0, limit: 10 });
    expect(entries.map(({ title }) => title)).toEqual(['Out-of-tolerance notice: 1 instrument']);
  });

  it('is concluded, and opened again', async () => {
    const setting = await openRecall();
    const { test: { call } } = setting;
    const { found: { id } } = await failedStandard(setting);
    expect(await refusal(call.recall.closeCase({ id, conclusion: 'x', closedOn: '2026-11-23' }))).toEqual(['closedOn ahead']);
    expect(await call.recall.closeCase({ id, conclusion: 'The deviation is a tenth of the tolerances.', closedOn: today })).toMatchObject({ closedOn: today });
    const listed = async (open: boolean | null) => (await call.recall.cases({ ...all, open })).rows.map((row) => row.id);
    expect([await listed(true), await listed(false), await listed(null)]).toEqual([[], [id], [id]]);
    // What was concluded stays, to be written on.
    expect(await call.recall.reopenCase({ id })).toMatchObject({ closedOn: null, conclusion: 'The deviation is a tenth of the tolerances.' });
    expect(await listed(true)).toEqual([id]);
    expect(await refusal(call.recall.case({ id: setting.clientId }))).toEqual(['NOT_FOUND']);
  });
});

describe('a client’s own instrument that was found out of tolerance', () => {
  it('touches itself: what the client measured with it; never known to be good where nothing says so', async () => {
    const setting = await openRecall();
    const { test, test: { call }, clientId, add } = setting;
    const instrumentId = await add('S-9');
    await issued(test, { instrumentId, points: [pointOf('0.500', 'as-found'), pointOf('0.001', 'as-left')] });
    const { rows: [found] } = await call.recall.cases(all);
    expect(found).toMatchObject({ instrumentId, isStandard: false, clientId, goodUntilOn: null, failedPoints: 1, pointCount: 1, touchedClients: 1, touchedInstruments: 1 });
    const { letters } = await call.recall.writeNotices({ caseId: found?.id ?? '', language: null });
    const [content] = await call.recall.letterContents({ ids: letters.map(({ id }) => id) });
    expect(content).toMatchObject({ clientId, finding: { instrumentId, goodUntilOn: null }, items: [{ instrumentId, certificateNumber: 'K-2026-0041' }] });
  });
});
