import { describe, expect, it } from 'vitest';
import { auditedTables } from '#electron/data-host/db/tables.ts';
import { openTestHost, storeOf } from '../support.ts';
import type { TestHost } from '../support.ts';
import { importText, undoOf } from './support.ts';

const header = 'Client Code,Client,Country,Order No,Line No,Product,Quantity,Promised Date,Delivered Date,Shipment No,Mode';
const file = [
  header,
  'C-1,Acme,Germany,PO-1,1,Caliper,5,2024-03-01,2024-03-02,S-1,Air',
  'C-1,Acme,Germany,PO-1,2,Gauge,3,2024-03-01,2024-03-02,S-1,Air',
  'C-2,Beta,Oman,PO-2,1,Caliper,1,2024-04-01,2024-04-05,S-2,Sea',
].join('\n');

/** All that people's work is, but for the record of imports and remembered mappings, which outlive an undo. */
const dump = (host: TestHost): Readonly<Record<string, readonly unknown[]>> =>
  Object.fromEntries(
    auditedTables
      .filter(({ name }) => name !== 'import_batches' && name !== 'import_templates')
      .map(({ name }) => [name, storeOf(host).read.all(`SELECT * FROM ${name} ORDER BY id`)]),
  );

const change = (host: TestHost, sql: string): Promise<unknown> => storeOf(host).write({ actor: 'somebody' }, (tx) => tx.run(sql));
const namesOf = (host: TestHost, sql: string): unknown[] => storeOf(host).read.all<{ name: string }>(sql).map(({ name }) => name);

describe('taking an import back', () => {
  it('gives back exactly what was there, first promises included', async () => {
    const host = openTestHost();
    await importText(host, `${header}\nC-1,Acme,Germany,PO-1,1,Caliper,5,,,,\nC-1,Acme,Germany,PO-1,3,Old gauge,5,2024-01-01,2024-01-01,S-1,Air\n`);
    const before = dump(host);
    const second = await importText(host, file, { scoringOn: '2024-04-05', saveTemplateAs: 'Ours' });
    expect(second.counts.lines).toEqual({ created: 2, changed: 1, unchanged: 0 });
    expect(dump(host)).not.toEqual(before);
    expect(await undoOf(host, second.batchId)).toMatchObject({ keptTotal: 0 });
    expect(dump(host)).toEqual(before);
    expect(storeOf(host).read.all('PRAGMA foreign_key_check')).toEqual([]);
    const third = await importText(host, file, { scoringOn: '2024-04-05' });
    expect(third.counts).toEqual(second.counts);
  });

  it('puts a product back that the batch had exchanged, and takes the new one away', async () => {
    const host = openTestHost();
    await importText(host, file);
    const before = dump(host);
    const second = await importText(host, `${header}\nC-1,Acme,Germany,PO-1,1,Torque wrench,5,2024-03-01,2024-03-02,S-1,Air\n`);
    expect(second.counts.products.created).toBe(1);
    await undoOf(host, second.batchId);
    expect(dump(host)).toEqual(before);
  });

  it('keeps and names what a person changed since, with all it stands on', async () => {
    const host = openTestHost();
    const { batchId } = await importText(host, file);
    await change(host, "UPDATE order_lines SET delay_reason = 'CAR' WHERE number = '1' AND order_id = (SELECT id FROM orders WHERE number = 'PO-1')");
    const undone = await undoOf(host, batchId);
    expect(undone.kept.map(({ entity, title, reason }) => `${entity} ${title}: ${reason}`).toSorted()).toEqual([
      'client Acme: used-by-later-record',
      'line 1: changed-since',
      'order PO-1: used-by-later-record',
      'product Caliper: used-by-later-record',
      'shipment S-1: used-by-later-record',
    ]);
    expect(namesOf(host, 'SELECT name FROM clients')).toEqual(['Acme']);
    expect(namesOf(host, 'SELECT number AS name FROM order_lines')).toEqual(['1']);
    // A kept line keeps its delivery, and a kept shipment its milestones: less would tell an untruth.
    expect(namesOf(host, 'SELECT delivered_on AS name FROM line_deliveries')).toEqual(['2024-03-02']);
    expect(namesOf(host, 'SELECT kind AS name FROM shipment_milestones ORDER BY kind')).toEqual(['actual', 'planned']);
    expect(namesOf(host, 'SELECT name FROM client_summaries')).toEqual(['Acme']);
  });

  it('keeps a client that a person has written to since, without what was imported for it', async () => {
    const host = openTestHost();
    const { batchId } = await importText(host, file);
    const [beta] = storeOf(host).read.all<{ id: string }>("SELECT id FROM clients WHERE name = 'Beta'");
    await change(
      host,
      `INSERT INTO interactions (id, client_id, channel, direction, occurred_at, subject, created_at, updated_at)
       VALUES ('01a20148-3e09-723a-94be-7afa24a9e3b2', '${beta?.id}', 'email', 'inbound', '2024-05-01T00:00:00.000Z', 'Thanks', '2024-05-01T00:00:00.000Z', '2024-05-01T00:00:00.000Z')`,
    );
    const undone = await undoOf(host, batchId);
    expect(undone).toMatchObject({ keptTotal: 1, kept: [{ entity: 'client', id: beta?.id, title: 'Beta', reason: 'used-by-later-record' }] });
    expect(namesOf(host, 'SELECT number AS name FROM orders')).toEqual([]);
    expect(namesOf(host, 'SELECT name FROM products')).toEqual([]);
  });

  it('keeps what a later import built on, and takes all of it when that goes first', async () => {
    const host = openTestHost();
    const first = await importText(host, file);
    const second = await importText(host, `${header}\nC-1,Acme,Germany,PO-1,9,Micrometer,5,2024-03-01,,,\n`);
    expect((await undoOf(host, first.batchId)).kept.map(({ title }) => title).toSorted()).toEqual(['Acme', 'PO-1']);
    expect(namesOf(host, 'SELECT number AS name FROM order_lines')).toEqual(['9']);
    await expect(undoOf(host, first.batchId)).rejects.toMatchObject({ code: 'CONFLICT' });
    await undoOf(host, second.batchId);

    const other = openTestHost();
    const before = dump(other);
    const one = await importText(other, file);
    const two = await importText(other, `${header}\nC-1,Acme,Germany,PO-1,1,Caliper,7,2024-03-01,2024-03-02,S-1,Sea\n`);
    await undoOf(other, two.batchId);
    expect(await undoOf(other, one.batchId)).toMatchObject({ keptTotal: 0 });
    expect(dump(other)).toEqual(before);
  });

  it('takes away what a person only put in the bin, and the kept source file', async () => {
    const host = openTestHost();
    const { batchId } = await importText(host, file);
    await change(host, "UPDATE clients SET deleted_at = '2024-06-01T00:00:00.000Z' WHERE name = 'Beta'");
    const [attachment] = storeOf(host).read.all<{ sha256: string }>('SELECT sha256 FROM attachments');
    expect(host.host.files.has(attachment?.sha256 ?? '')).toBe(true);
    expect(await undoOf(host, batchId)).toMatchObject({ keptTotal: 0 });
    expect(namesOf(host, 'SELECT name FROM clients')).toEqual([]);
    expect(host.host.files.has(attachment?.sha256 ?? '')).toBe(false);
  });

  it('knows no batch that was never made', async () => {
    const host = openTestHost();
    await expect(undoOf(host, '01a20148-3e09-723a-94be-7afa24a9e3b2')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
