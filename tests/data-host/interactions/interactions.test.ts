import { describe, expect, it } from 'vitest';
import { clientInput } from '#tests/data-host/fixtures.ts';
import { openTestHost } from '#tests/data-host/support.ts';

const now = new Date('2026-03-31T12:00:00Z');
const open = async () => {
  const { call } = openTestHost({ now: () => now });
  await call.settings.setMe({ name: 'Sara' });
  const { id: clientId } = await call.clients.create(clientInput('Atlas'));
  const message = (subject: string, patch: object = {}) => ({
    id: null, clientId, contactId: null, channel: 'email' as const, direction: 'inbound' as const, occurredAt: '2026-03-01T08:00:00Z', subject, body: null,
    sentiment: null, answersId: null, needsAnswer: false, ...patch,
  });
  return { call, clientId, message };
};

describe('interactions', () => {
  it('are saved, corrected, binned and restored, and the client list knows the last one', async () => {
    const { call, clientId, message } = await open();
    const first = await call.interactions.save(message('Hello'));
    expect(first).toMatchObject({ subject: 'Hello', staffName: 'Sara', answeredAt: null });
    const later = await call.interactions.save(message('Later', { occurredAt: '2026-03-05T04:30:00Z' }));
    expect((await call.clients.list({})).rows[0]?.lastInteractionAt).toBe('2026-03-05T04:30:00.000Z');
    await call.interactions.save({ ...message('Hello again'), id: first.id });
    expect((await call.interactions.list({ clientId })).map(({ subject }) => subject)).toEqual(['Later', 'Hello again']);
    await call.interactions.remove({ id: later.id });
    expect((await call.clients.list({})).rows[0]?.lastInteractionAt).toBe('2026-03-01T08:00:00.000Z');
    expect(await call.interactions.restore({ id: later.id })).toMatchObject({ subject: 'Later' });
    expect((await call.interactions.list({ clientId })).map(({ subject }) => subject)).toEqual(['Later', 'Hello again']);
  });

  it('close the question they answer, and leave it open again from the bin', async () => {
    const { call, clientId, message } = await open();
    const question = await call.interactions.save(message('When?', { needsAnswer: true }));
    const answeredAt = async () => (await call.interactions.list({ clientId })).find(({ id }) => id === question.id)?.answeredAt;
    expect(await answeredAt()).toBeNull();
    const answer = await call.interactions.save(message('Tomorrow', { direction: 'outbound', occurredAt: '2026-03-02T09:00:00Z', answersId: question.id }));
    expect(await answeredAt()).toBe('2026-03-02T09:00:00.000Z');
    await call.interactions.remove({ id: answer.id });
    expect(await answeredAt()).toBeNull();
  });

  it('keep the language they were held in, and speak by it of how personal the contact is', async () => {
    const { call, clientId, message } = await open();
    await call.clients.update({ id: clientId, language: 'fa-IR' });
    const first = await call.interactions.save(message('Our offer', { direction: 'outbound', language: 'fa' }));
    expect(first.language).toBe('fa');
    const reasons = async () => {
      const { score } = await call.scores.explain({ clientId });
      return score.indicators.find(({ indicatorId }) => indicatorId === 'personalisation')?.ledger.map(({ reason, outcome }) => `${reason.code} ${outcome}`);
    };
    expect(await reasons()).toEqual(['personalisation.fits 1']);
    await call.interactions.save({ ...message('Our offer', { direction: 'outbound', language: 'en' }), id: first.id });
    expect((await call.interactions.list({ clientId }))[0]?.language).toBe('en');
    expect(await reasons()).toEqual(['personalisation.otherLanguage 0']);
    // Not said is not wrong.
    expect((await call.interactions.save({ ...message('Our offer', { direction: 'outbound' }), id: first.id })).language).toBeNull();
    expect(await reasons()).toEqual([]);
    await expect(call.interactions.save(message('X', { language: 'fa-IR' }))).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(call.interactions.save(message('X', { language: 'Persian' }))).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('have happened, and speak of their own client alone', async () => {
    const { call, message } = await open();
    const other = await call.clients.create(clientInput('Other'));
    const foreign = await call.interactions.save({ ...message('Foreign'), clientId: other.id });
    await expect(call.interactions.save(message('X', { answersId: foreign.id, occurredAt: '2026-04-02T00:00:00Z' }))).rejects.toMatchObject({
      code: 'INVALID', data: { issues: [{ field: 'answersId', code: 'unknown-interaction' }, { field: 'occurredAt', code: 'in-the-future' }] },
    });
    await expect(call.interactions.save({ ...message('X'), id: foreign.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(call.interactions.save({ ...message('X'), id: foreign.id, clientId: other.id, answersId: foreign.id })).rejects.toMatchObject({ code: 'INVALID' });
  });

  it('of a client in the bin are in the bin with it', async () => {
    const { call, clientId, message } = await open();
    const { id } = await call.interactions.save(message('Hello'));
    await call.clients.remove({ id: clientId });
    await expect(call.interactions.list({ clientId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(call.interactions.remove({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('tasks', () => {
  it('are saved, done, undone, binned and restored; the open and pressing ones first', async () => {
    const { call, clientId } = await open();
    const add = (title: string, dueOn: string | null) => call.tasks.save({ id: null, clientId, title, dueOn, stepCode: null });
    const some = await add('Some time', null);
    const late = await add('Late', '2026-03-01');
    const soon = await add('Soon', '2026-04-01');
    const titles = async () => (await call.tasks.list({ clientId })).map(({ title }) => title);
    expect(await titles()).toEqual(['Late', 'Soon', 'Some time']);
    expect(await call.tasks.setDone({ id: late.id, done: true })).toMatchObject({ doneAt: now.toISOString(), staffName: 'Sara' });
    expect(await titles()).toEqual(['Soon', 'Some time', 'Late']);
    expect(await call.tasks.setDone({ id: late.id, done: false })).toMatchObject({ doneAt: null });
    await call.tasks.save({ id: some.id, clientId, title: 'Now', dueOn: '2026-02-01', stepCode: 'get-in-touch' });
    expect(await titles()).toEqual(['Now', 'Late', 'Soon']);
    await call.tasks.remove({ id: soon.id });
    expect(await titles()).toEqual(['Now', 'Late']);
    expect(await call.tasks.restore({ id: soon.id })).toEqual(soon);
    await expect(call.tasks.restore({ id: soon.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
