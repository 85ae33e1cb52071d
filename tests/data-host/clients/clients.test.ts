import { describe, expect, it } from 'vitest';
import { addOrder, clientInput } from '#tests/data-host/fixtures.ts';
import { openTestHost, storeOf } from '#tests/data-host/support.ts';

const now = new Date('2026-03-31T12:00:00Z');
const open = () => openTestHost({ now: () => now });
const nobody = '01900000-0000-7000-8000-000000000000';

describe('clients', () => {
  it('are made, read, changed in the named fields alone, binned and restored', async () => {
    const { call } = open();
    const made = await call.clients.create(clientInput('Atlas', { countryCode: 'DE', segment: 'Dealer', notes: 'First met in 2019' }));
    expect(await call.clients.get({ id: made.id })).toEqual(made);
    const changed = await call.clients.update({ id: made.id, name: 'Atlas GmbH', segment: null });
    expect(changed).toMatchObject({ name: 'Atlas GmbH', segment: null, countryCode: 'DE', notes: 'First met in 2019' });
    await call.clients.remove({ id: made.id });
    expect((await call.clients.list({})).total).toBe(0);
    expect((await call.clients.facets()).total).toBe(0);
    await expect(call.clients.get({ id: made.id })).rejects.toMatchObject({ code: 'NOT_FOUND', data: { entity: 'client', id: made.id } });
    expect(await call.clients.bin()).toMatchObject([{ id: made.id, name: 'Atlas GmbH' }]);
    expect(await call.clients.restore({ id: made.id })).toMatchObject({ name: 'Atlas GmbH', deletedAt: null });
    expect((await call.clients.list({})).rows.map(({ name }) => name)).toEqual(['Atlas GmbH']);
    await expect(call.clients.restore({ id: made.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('refuse a zone, a language and a colleague that do not exist, and say which', async () => {
    const { call } = open();
    await expect(
      call.clients.create(clientInput('X', { timeZone: 'Mars/Olympus', language: 'not a tag', ownerStaffId: nobody })),
    ).rejects.toMatchObject({
      code: 'INVALID',
      data: { issues: [{ field: 'timeZone', code: 'unknown-time-zone' }, { field: 'language', code: 'unknown-language' }, { field: 'ownerStaffId', code: 'unknown-colleague' }] },
    });
    expect((await call.clients.list({})).total).toBe(0);
    await expect(call.clients.update({ id: nobody, name: 'Y' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('have contacts of whom one is the first, and channels of their own people', async () => {
    const { call } = open();
    const { id: clientId } = await call.clients.create(clientInput('Atlas'));
    const { id: other } = await call.clients.create(clientInput('Other'));
    const person = { role: null, email: '', phone: null, language: null, notes: null };
    const first = await call.clients.saveContact({ ...person, id: null, clientId, name: 'Anke', isPrimary: true });
    const second = await call.clients.saveContact({ ...person, id: null, clientId, name: 'Jürgen', isPrimary: true });
    expect(first.email).toBeNull();
    expect((await call.clients.get({ id: clientId })).contacts.map(({ name, isPrimary }) => [name, isPrimary])).toEqual([['Jürgen', true], ['Anke', false]]);
    await call.clients.removeContact({ id: second.id });
    await call.clients.saveContact({ ...person, id: first.id, clientId, name: 'Anke Brandt', isPrimary: true });
    expect(await call.clients.restoreContact({ id: second.id })).toMatchObject({ name: 'Jürgen', isPrimary: false });
    await expect(call.clients.saveContact({ ...person, id: first.id, clientId: other, name: 'Stolen', isPrimary: false })).rejects.toMatchObject({ code: 'NOT_FOUND' });

    const channel = await call.clients.saveChannel({ id: null, clientId, contactId: first.id, kind: 'telegram', handle: '@anke' });
    await expect(call.clients.saveChannel({ id: null, clientId: other, contactId: first.id, kind: 'x', handle: '@x' })).rejects.toMatchObject({ code: 'INVALID' });
    expect((await call.clients.list({ search: 'anke' })).total).toBe(1);
    await call.clients.removeChannel({ id: channel.id });
    expect((await call.clients.get({ id: clientId })).channels).toEqual([]);
    expect(await call.clients.restoreChannel({ id: channel.id })).toEqual(channel);
    expect((await call.clients.get({ id: clientId })).channels).toEqual([channel]);
  });

  it('are found however they are written', async () => {
    const { call } = open();
    const { id } = await call.clients.create(clientInput("Côte d'Ivoire Outils", { code: '107-CI' }));
    await call.clients.create(clientInput('شرکت ابزار دقیق کیلی'));
    await call.clients.saveContact({ id: null, clientId: id, name: 'Aya', role: null, email: 'aya@example.com', phone: '+225 01 02 03', language: null, isPrimary: true, notes: null });
    const found = async (search: string) => (await call.clients.list({ search })).rows.map(({ name }) => name);
    for (const query of ['cote d ivoire', 'IVOIRE côte', '107-ci', '۱۰۷', 'aya@example.com', '0102 03', '22501']) expect(await found(query)).toEqual(["Côte d'Ivoire Outils"]);
    for (const query of ['كيلي', 'ابزاردقیق'.slice(0, 5), 'شرکت‌']) expect(await found(query)).toEqual(['شرکت ابزار دقیق کیلی']);
    expect(await found('nothing like it')).toEqual([]);
  });

  it('that look alike are shown before somebody is entered twice', async () => {
    const { call } = open();
    await call.clients.create(clientInput('Rheintal Präzision GmbH'));
    await call.clients.create(clientInput('Nordsee Tools'));
    await call.clients.create(clientInput('صنایع اندازه‌گیری زاگرس'));
    const names = async (name: string) => (await call.clients.similar({ name })).map((client) => client.name);
    expect(await names('rheintal prazision')).toEqual(['Rheintal Präzision GmbH']);
    expect(await names('صنايع اندازه گيري زاگرس')).toEqual(['صنایع اندازه‌گیری زاگرس']);
    expect(await names('Sahara Tools')).toEqual([]);
    expect(await names(' ')).toEqual([]);
  });
});

describe('the audit log', () => {
  it('says who changed what of a client and of all that hangs on it, with what stood before', async () => {
    const test = open();
    const { call } = test;
    await call.settings.setMe({ name: 'Sara' });
    const { id: clientId } = await call.clients.create(clientInput('Atlas'));
    await call.clients.update({ id: clientId, name: 'Atlas GmbH' });
    const task = await call.tasks.save({ id: null, clientId, title: 'Call', dueOn: null, stepCode: null });
    await call.tasks.setDone({ id: task.id, done: true });
    await call.clients.update({ id: clientId, name: 'Atlas GmbH' });
    const { total, entries } = await call.clients.history({ clientId });
    expect(entries.map(({ actor, tableName, action, changes }) => [actor, tableName, action, changes.map(({ column }) => column)])).toEqual([
      ['Sara', 'tasks', 'update', ['done_at']],
      ['Sara', 'tasks', 'insert', ['client_id', 'title', 'staff_id']],
      ['Sara', 'clients', 'update', ['name']],
      ['Sara', 'clients', 'insert', ['name', 'is_sample']],
    ]);
    expect(entries[2]?.changes).toEqual([{ column: 'name', before: 'Atlas', after: 'Atlas GmbH' }]);
    expect(total).toBe(4);
    expect((await call.clients.history({ clientId, offset: 1, limit: 2 })).entries).toEqual(entries.slice(1, 3));
  });
});

describe('the timeline', () => {
  it('has everything that happened, the newest first, by kinds and pages', async () => {
    const test = open();
    const { call } = test;
    await call.settings.setMe({ name: 'Sara' });
    const { id: clientId } = await call.clients.create(clientInput('Atlas'));
    await addOrder(test, clientId, 'PO-1', '2026-01-05', [
      { number: '1', ordered: 10, firstPromisedOn: '2026-02-01', parts: [['2026-02-03', 10]] },
      { number: '2', ordered: 10, firstPromisedOn: '2026-02-01', parts: [['2026-02-01', 4], ['2026-02-03', 6]] },
    ]);
    await addOrder(test, clientId, 'PO-2', null, [{ number: '1', ordered: 1, firstPromisedOn: '2026-02-20' }]);
    await call.interactions.save({
      id: null, clientId, contactId: null, channel: 'email', direction: 'inbound', occurredAt: '2026-02-03T08:00:00Z', subject: 'Where is it?', body: null,
      sentiment: null, answersId: null, needsAnswer: true,
    });
    await call.tasks.save({ id: null, clientId, title: 'Apologise', dueOn: '2026-02-05', stepCode: null });
    await call.scores.rate({ clientId, ratings: [{ indicatorId: 'brand-trust', rating: 4, note: null }, { indicatorId: 'good-feeling', rating: 3, note: null }] });
    const { total, entries } = await call.clients.timeline({ clientId });
    expect(entries.map(({ kind, at, title }) => [kind, at, title])).toEqual([
      ['assessment', '2026-03-31T12:00:00.000Z', 'Sara'],
      ['order', '2026-02-20', 'PO-2'],
      ['task', '2026-02-05', 'Apologise'],
      ['interaction', '2026-02-03T08:00:00.000Z', 'Where is it?'],
      ['delivery', '2026-02-03', 'PO-1'],
      ['delivery', '2026-02-01', 'PO-1'],
      ['order', '2026-01-05', 'PO-1'],
    ]);
    expect(entries[0]?.params).toMatchObject({ count: 2, indicatorId: null });
    expect(entries[1]?.params).toMatchObject({ lineCount: 1, dayFrom: 'line' });
    expect(entries[4]?.params).toMatchObject({ lineCount: 2, lateLineCount: 2 });
    expect(entries[6]?.params).toMatchObject({ lineCount: 2, valueMinor: 2000, currency: 'USD', dayFrom: 'ordered' });
    expect(total).toBe(7);
    expect((await call.clients.timeline({ clientId, offset: 2, limit: 3 })).entries).toEqual(entries.slice(2, 5));
    expect(await call.clients.timeline({ clientId, kinds: ['task', 'order'] })).toEqual({ total: 3, entries: [entries[1], entries[2], entries[6]] });
  });

  it('tells which import brought the orders', async () => {
    const test = open();
    const { id: clientId } = await test.call.clients.create(clientInput('Atlas'));
    await addOrder(test, clientId, 'PO-1', '2026-01-05', []);
    const batch = '01900000-0000-7000-8000-00000000c001';
    await storeOf(test).write({ actor: 'fixture' }, (tx) => {
      tx.run(
        `INSERT INTO import_batches (id, kind, file_name, file_sha256, template, state, rows_read, rows_rejected, counts, committed_at, created_at, updated_at)
         VALUES (?, 'deliveries', 'march.csv', '', '{}', 'committed', 1, 0, '{}', '2026-03-01T00:00:00.000Z', '', '')`, [batch],
      );
      tx.run('UPDATE orders SET import_batch_id = ?', [batch]);
    });
    expect((await test.call.clients.timeline({ clientId, kinds: ['import'] })).entries).toMatchObject([
      { id: batch, at: '2026-03-01T00:00:00.000Z', title: 'march.csv', params: { state: 'committed', orderCount: 1 } },
    ]);
  });
});
