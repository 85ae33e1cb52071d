import { describe, expect, it } from 'vitest';
import { refusal } from '#tests/data-host/certificates/support.ts';
import { certify, today } from '#tests/data-host/instruments/support.ts';
import { allLetters, every, openRecall } from './support.ts';
import type { RecallSetting } from './support.ts';

const write = ({ test: { call } }: RecallSetting, instrumentIds: readonly string[]) => call.recall.writeLetters({ instrumentIds: [...instrumentIds], filter: null, language: null });

async function oneLetter(setting: RecallSetting) {
  const instrumentId = await setting.addCalibrated('S-1', '2025-11-01');
  const { letters } = await write(setting, [instrumentId]);
  const [letter] = letters;
  if (!letter) throw new Error('no letter was written');
  return { instrumentId, letter };
}

describe('recall letters', () => {
  it('are one a client, in the language of its first contact, else its own, else English', async () => {
    const setting = await openRecall();
    const { test: { call }, clientId, addClient, addCalibrated } = setting;
    const [cairo, minsk] = [await addClient('Cairo Lab', 'fa'), await addClient('Minsk Tools', 'ru-BY')];
    await call.clients.saveContact({ clientId: cairo, id: null, name: 'Second', role: null, language: 'ru', email: null, phone: null, isPrimary: false, notes: null });
    await call.clients.saveContact({ clientId: cairo, id: null, name: 'Mona', role: null, language: 'ar', email: 'mona@cairo.example', phone: null, isPrimary: true, notes: null });
    const ids = [
      await addCalibrated('A-1', '2025-11-01'), await addCalibrated('A-2', '2025-10-01'), await addCalibrated('B-1', '2025-11-02', cairo),
      await addCalibrated('C-1', '2025-11-03', minsk), await addCalibrated('OWN', '2025-11-03', null),
    ];
    const { letters, leftOut } = await write(setting, ids);
    expect(leftOut).toEqual({ withoutClient: 1, alreadyWritten: 0 });
    expect(letters.map(({ clientId: to, language, instrumentCount, contact, kind, writtenOn, sentOn }) => ({ to, language, instrumentCount, contact: contact?.name ?? null, kind, writtenOn, sentOn }))).toEqual(
      expect.arrayContaining([
        { to: clientId, language: 'en', instrumentCount: 2, contact: null, kind: 'recall', writtenOn: today, sentOn: null },
        { to: cairo, language: 'ar', instrumentCount: 1, contact: 'Mona', kind: 'recall', writtenOn: today, sentOn: null },
        { to: minsk, language: 'ru', instrumentCount: 1, contact: null, kind: 'recall', writtenOn: today, sentOn: null },
      ]),
    );
    expect(letters).toHaveLength(3);
    const own = letters.find(({ clientId: to }) => to === clientId);
    const [content] = await call.recall.letterContents({ ids: [own?.id ?? ''] });
    // The longest overdue first.
    expect(content?.items.map(({ serial, dueOn, lastCalibratedOn }) => [serial, dueOn, lastCalibratedOn])).toEqual([
      ['A-2', '2026-10-01', '2025-10-01'], ['A-1', '2026-11-01', '2025-11-01'],
    ]);
    expect(content?.finding).toBeNull();
  });

  it('are written for all that a filter finds, in a language that was asked for', async () => {
    const { test: { call }, addCalibrated } = await openRecall();
    await addCalibrated('OVER', '2025-10-01');
    await addCalibrated('LATER', '2026-10-01');
    const { letters } = await call.recall.writeLetters({ instrumentIds: null, filter: { ...every, dueStates: ['overdue'] }, language: 'fa' });
    const [content] = await call.recall.letterContents({ ids: letters.map(({ id }) => id) });
    expect(content).toMatchObject({ language: 'fa', items: [{ serial: 'OVER' }] });
    expect(await refusal(call.recall.writeLetters({ instrumentIds: null, filter: null, language: null }))).toEqual(['instrumentIds required']);
  });

  it('name a due day once: not again before it moves, again after an extension, a calibration, or when the letter was thrown away', async () => {
    const setting = await openRecall();
    const { test, test: { call } } = setting;
    const { instrumentId, letter } = await oneLetter(setting);
    const again = async () => (await write(setting, [instrumentId])).letters.map(({ instrumentCount }) => instrumentCount);
    expect(await write(setting, [instrumentId])).toEqual({ letters: [], leftOut: { withoutClient: 0, alreadyWritten: 1 } });
    await call.recall.markSent({ ids: [letter.id], sentOn: today, channel: 'post' });
    expect(await again()).toEqual([]);
    await call.recall.extend({ instrumentId, untilOn: '2026-12-20', reason: 'in use abroad' });
    expect(await again()).toEqual([1]);
    expect(await again()).toEqual([]);
    await certify(test, { instrumentId, calibratedOn: '2026-11-20' });
    const { letters } = await write(setting, [instrumentId]);
    expect(letters).toHaveLength(1);
    await call.recall.removeLetters({ ids: letters.map(({ id }) => id) });
    expect(await again()).toEqual([1]);
  });

  it('go on saying what they said after the instrument was calibrated', async () => {
    const setting = await openRecall();
    const { instrumentId, letter } = await oneLetter(setting);
    const content = () => setting.test.call.recall.letterContents({ ids: [letter.id] });
    const before = await content();
    await certify(setting.test, { instrumentId, calibratedOn: '2026-11-24', number: 'later' });
    expect(await content()).toEqual(before);
  });

  it('change language and contact until they are sent, and take no stranger for a contact', async () => {
    const setting = await openRecall();
    const { test: { call }, clientId, addClient } = setting;
    const { letter } = await oneLetter(setting);
    const contactOf = (to: string) => call.clients.saveContact({ clientId: to, id: null, name: 'Ali', role: null, language: null, email: null, phone: null, isPrimary: false, notes: null });
    const [theirs, stranger] = [await contactOf(clientId), await contactOf(await addClient('Other', null))];
    expect(await call.recall.changeLetter({ id: letter.id, language: 'ru', contactId: theirs.id })).toMatchObject({ language: 'ru', contact: { id: theirs.id, name: 'Ali' } });
    expect(await refusal(call.recall.changeLetter({ id: letter.id, language: 'ru', contactId: stranger.id }))).toEqual(['contactId not-of-client']);
    await call.recall.markSent({ ids: [letter.id], sentOn: today, channel: 'email' });
    expect(await refusal(call.recall.changeLetter({ id: letter.id, language: 'en', contactId: null }))).toEqual(['id sent']);
    expect(await refusal(call.recall.removeLetters({ ids: [letter.id] }))).toEqual(['ids sent']);
    expect(await refusal(call.recall.changeLetter({ id: clientId, language: 'en', contactId: null }))).toEqual(['NOT_FOUND']);
  });

  it('that were sent are a word of ours in the client’s timeline, once however often it is taken back', async () => {
    const setting = await openRecall();
    const { test: { call }, clientId } = setting;
    const { letter } = await oneLetter(setting);
    const words = async () => {
      const { entries } = await call.clients.timeline({ clientId, kinds: ['interaction'], offset: 0, limit: 50 });
      return entries.map(({ at, title }) => [at.slice(0, 10), title]);
    };
    expect(await refusal(call.recall.markSent({ ids: [letter.id], sentOn: '2026-11-23', channel: 'email' }))).toEqual(['sentOn ahead']);
    expect(await call.recall.markSent({ ids: [letter.id, letter.id], sentOn: '2026-11-20', channel: 'fax' })).toMatchObject([{ sentOn: '2026-11-20', channel: 'fax' }]);
    const once = [['2026-11-20', 'Calibration recall: 1 instrument']];
    expect(await words()).toEqual(once);
    expect(await call.recall.unmarkSent({ ids: [letter.id] })).toMatchObject([{ sentOn: null, channel: null }]);
    expect(await words()).toEqual([]);
    await call.recall.markSent({ ids: [letter.id], sentOn: '2026-11-21', channel: 'email' });
    expect(await words()).toEqual([['2026-11-21', 'Calibration recall: 1 instrument']]);
    expect((await call.recall.letters({ ...allLetters, sent: true })).total).toBe(1);
    expect((await call.recall.letters({ ...allLetters, sent: false })).total).toBe(0);
  });

  it('come back from the bin as they were, and are listed unsent first', async () => {
    const setting = await openRecall();
    const { test: { call } } = setting;
    const { letter } = await oneLetter(setting);
    const other = await write(setting, [await setting.addCalibrated('S-2', '2025-11-05')]);
    await call.recall.markSent({ ids: [letter.id], sentOn: today, channel: 'email' });
    const listed = async () => (await call.recall.letters(allLetters)).rows.map(({ id }) => id);
    const unsent = other.letters.map(({ id }) => id);
    expect(await listed()).toEqual([...unsent, letter.id]);
    await call.recall.removeLetters({ ids: unsent });
    expect(await listed()).toEqual([letter.id]);
    expect((await call.recall.restoreLetters({ ids: unsent })).map(({ id }) => id)).toEqual(unsent);
    expect(await listed()).toEqual([...unsent, letter.id]);
  });

  it('of a client in the bin are not listed', async () => {
    const setting = await openRecall();
    const { test: { call }, clientId } = setting;
    await oneLetter(setting);
    await call.clients.remove({ id: clientId });
    expect(await call.recall.letters(allLetters)).toEqual({ total: 0, rows: [] });
  });
});
