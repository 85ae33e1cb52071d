import { describe, expect, it } from 'vitest';
import { openTestHost, storeOf } from '../support.ts';
import type { TestHost } from '../support.ts';
import { commitOf, dryRunOf, importText, inspectText } from './support.ts';

const header = 'Client Code,Client,Country,Order No,Line No,Product,Quantity,Delivered Quantity,Promised Date,Delivered Date,Shipment No,Mode';
const lines = (...rows: readonly string[]): string => [header, ...rows].join('\n');

const rowsOf = (host: TestHost, sql: string): unknown[] => storeOf(host).read.all(sql);
const one = (created: number, changed: number, unchanged: number) => ({ created, changed, unchanged });

describe('a later file about the same things', () => {
  it('adds what is new and changes only what differs', async () => {
    const host = openTestHost();
    await importText(host, lines('007,Acme,Germany,PO-1,1,Caliper,5,,2024-03-01,,S-1,Air'));
    const second = await importText(
      host,
      lines('007,Acme,Germany,PO-1,1,Caliper,5,5,2024-03-01,2024-03-02,S-1,Air', '007,Acme,Germany,PO-1,2,Gauge,3,,2024-04-01,,,'),
    );
    expect(second.counts).toEqual({
      clients: one(0, 0, 1), contacts: one(0, 0, 0), products: one(1, 0, 1), orders: one(0, 0, 1), lines: one(1, 1, 0), shipments: one(0, 1, 0),
    });
    expect(rowsOf(host, 'SELECT code FROM clients')).toEqual([{ code: '007' }]);
    expect(rowsOf(host, 'SELECT quantity, delivered_on FROM line_deliveries')).toEqual([{ quantity: 5, delivered_on: '2024-03-02' }]);
    expect(rowsOf(host, 'SELECT kind, occurs_on FROM shipment_milestones ORDER BY kind')).toEqual([
      { kind: 'actual', occurs_on: '2024-03-02' },
      { kind: 'planned', occurs_on: '2024-03-01' },
    ]);
  });

  it('keeps the first promise, and records another one as a new version, once', async () => {
    const host = openTestHost();
    const later = lines('007,Acme,Germany,PO-1,1,Caliper,5,,2024-03-20,,,');
    await importText(host, lines('007,Acme,Germany,PO-1,1,Caliper,5,,2024-03-01,,,'));
    expect((await importText(host, later)).counts.lines).toEqual(one(0, 1, 0));
    expect((await importText(host, later)).batchId).toBeNull();
    expect(rowsOf(host, 'SELECT first_promised_on FROM order_lines')).toEqual([{ first_promised_on: '2024-03-01' }]);
    expect(rowsOf(host, 'SELECT promised_on, asked_by, reason FROM line_promises')).toEqual([
      { promised_on: '2024-03-20', asked_by: 'exporter', reason: 'import' },
    ]);
  });

  it('takes a line in parts, from one file or from two', async () => {
    const host = openTestHost();
    await importText(host, lines('007,Acme,Germany,PO-1,1,Caliper,100,40,2024-03-01,2024-02-20,S-1,Air', '007,Acme,Germany,PO-1,1,Caliper,100,30,2024-03-01,2024-02-25,S-2,Air'));
    await importText(host, lines('007,Acme,Germany,PO-1,1,Caliper,100,30,2024-03-01,2024-03-05,S-3,Sea'));
    expect(rowsOf(host, 'SELECT count(*) AS n FROM order_lines')).toEqual([{ n: 1 }]);
    expect(rowsOf(host, 'SELECT quantity, delivered_on FROM line_deliveries ORDER BY delivered_on')).toEqual([
      { quantity: 40, delivered_on: '2024-02-20' }, { quantity: 30, delivered_on: '2024-02-25' }, { quantity: 30, delivered_on: '2024-03-05' },
    ]);
  });

  it('never erases with a blank cell, nor renames a client whose name was only its code', async () => {
    const host = openTestHost();
    const file = 'Client Code,Country,Order No,Line No,Product,Quantity\nC-1,Germany,PO-1,1,Caliper,5\n';
    const inspection = await inspectText(host, file);
    expect(inspection.template.columns['client.name']).toBe('Client Code');
    await commitOf(host, inspection);
    const [client] = storeOf(host).read.all<{ id: string }>('SELECT id FROM clients');
    await storeOf(host).write({ actor: 'test' }, (tx) => tx.run("UPDATE clients SET name = 'Messwerk', segment = 'Trade' WHERE id = ?", [client?.id]));
    expect((await importText(host, file)).batchId).toBeNull();
    await importText(host, 'Client Code,Country,Segment\nC-1,,\n');
    expect(rowsOf(host, 'SELECT name, country_code, segment FROM clients')).toEqual([{ name: 'Messwerk', country_code: 'DE', segment: 'Trade' }]);
  });

  it('finds a client by its name however it is spelt, and gives it the code it lacked', async () => {
    const host = openTestHost();
    await importText(host, 'Client,Country\nشركت ابزار پارس,Iran\n');
    const second = await importText(host, 'Client Code,Client,Phone\n0042,شرکت ابزار پارس,021 0011\n');
    expect(second.counts.clients).toEqual(one(0, 1, 0));
    expect(rowsOf(host, 'SELECT code, name FROM clients')).toEqual([{ code: '0042', name: 'شركت ابزار پارس' }]);
    expect(rowsOf(host, 'SELECT kind, handle FROM client_channels')).toEqual([{ kind: 'phone', handle: '021 0011' }]);
  });

  it('leaves the sample exporter alone', async () => {
    const host = openTestHost();
    await importText(host, 'Client,Country\nAcme,Germany\n');
    await storeOf(host).write({ actor: 'test' }, (tx) => tx.run('UPDATE clients SET is_sample = 1'));
    expect((await importText(host, 'Client,Country\nAcme,Germany\n')).counts.clients).toEqual(one(1, 0, 0));
  });

  it('brings back from the bin what the file says is there', async () => {
    const host = openTestHost();
    const file = 'Client,Country\nAcme,Germany\n';
    await importText(host, file);
    await storeOf(host).write({ actor: 'test' }, (tx) => tx.run("UPDATE clients SET deleted_at = '2024-01-01T00:00:00.000Z'"));
    expect((await importText(host, file)).counts.clients).toEqual(one(0, 1, 0));
    expect(rowsOf(host, 'SELECT name, deleted_at FROM clients')).toEqual([{ name: 'Acme', deleted_at: null }]);
  });

  it('takes people of companies, by e-mail, then by name, the first of them to be asked first', async () => {
    const host = openTestHost();
    const file = 'Company,Contact name,Role,Email,Mobile\nAcme,Ada Berg,Buyer,ada@example.com,0049 1\nAcme,Bo Lind,,,0049 2\n';
    const inspection = await inspectText(host, file);
    expect(inspection.template.kind).toBe('contacts');
    await commitOf(host, inspection);
    const second = await importText(host, 'Company,Contact name,Role,Email\nAcme,Ada Berg-Nord,,ADA@example.com\nAcme,bo lind,Engineer,bo@example.com\n');
    expect(second.counts.contacts).toEqual(one(0, 2, 0));
    expect(rowsOf(host, 'SELECT name, role, email, phone, is_primary FROM contacts ORDER BY source_row')).toEqual([
      { name: 'Ada Berg-Nord', role: 'Buyer', email: 'ADA@example.com', phone: '0049 1', is_primary: 1 },
      { name: 'bo lind', role: 'Engineer', email: 'bo@example.com', phone: '0049 2', is_primary: 0 },
    ]);
  });

  it('remembers the template under its name, finds it by the columns, and keeps the source file', async () => {
    const host = openTestHost();
    const file = 'Wer,Woher\nAcme,Germany\n';
    const inspection = await inspectText(host, file);
    const template = { ...inspection.template, kind: 'clients' as const, columns: { 'client.name': 'Wer', 'client.country': 'Woher' } };
    await commitOf(host, inspection, { template, saveTemplateAs: 'Messe' });
    const again = await inspectText(host, 'Wer,Woher\nBeta,France\n');
    expect(again).toMatchObject({ templateOrigin: 'remembered', template: { name: 'Messe', columns: template.columns } });
    await commitOf(host, again, { saveTemplateAs: 'Messe' });
    expect(rowsOf(host, 'SELECT name FROM import_templates')).toEqual([{ name: 'Messe' }]);
    expect(Buffer.from(host.host.files.get(inspection.sha256)).toString()).toBe(file);
    expect(rowsOf(host, 'SELECT kind, state, rows_read FROM import_batches ORDER BY id')).toEqual([
      { kind: 'clients', state: 'committed', rows_read: 1 }, { kind: 'clients', state: 'committed', rows_read: 1 },
    ]);
  });

  it('says in a dry run what a commit then does', async () => {
    const host = openTestHost();
    await importText(host, lines('007,Acme,Germany,PO-1,1,Caliper,5,,2024-03-01,,S-1,Air'));
    const inspection = await inspectText(
      host,
      lines('007,Acme GmbH,Germany,PO-1,1,Caliper,6,6,2024-03-08,2024-03-09,S-1,Sea', '008,Beta,Oman,PO-2,1,Caliper,1,,,,,', '008,Beta,Oman,PO-2,1,Caliper,1,,,,,', ',,,,,,,,,,,', 'x,,,,,,,,,,,'),
    );
    const dry = await dryRunOf(host, inspection);
    expect(dry).toMatchObject({ rowsRead: 4, rowsAccepted: 2, duplicateRows: 1, rowsRejected: 1 });
    const committed = await commitOf(host, inspection);
    expect(committed.counts).toEqual(dry.counts);
    expect((await commitOf(host, inspection)).batchId).toBeNull();
  });
});
