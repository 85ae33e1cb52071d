import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { auditedTables } from '#electron/data-host/db/tables.ts';
import type { Store } from '#electron/data-host/db/store.ts';
import { openTestHost, sharedDirectory, storeOf } from '../support.ts';
import { commitOf, dryRunOf, fileAt, undoOf } from './support.ts';

const history = path.join(sharedDirectory, 'data', 'scms_delivery_history.csv');
const isThere = existsSync(history);

const count = (store: Store, sql: string): number => store.read.get<{ n: number }>(`SELECT count(*) AS n FROM ${sql}`)?.n ?? -1;

/** Everything that people's work is, in a fixed order; the record of imports and the log are what may differ. */
const dump = (store: Store): Readonly<Record<string, readonly unknown[]>> =>
  Object.fromEntries(
    auditedTables.filter(({ name }) => name !== 'import_batches').map(({ name }) => [name, store.read.all(`SELECT * FROM ${name} ORDER BY id`)]),
  );

const all = { created: 0, changed: 0, unchanged: 0 };

describe.skipIf(!isThere)(`The public delivery history${isThere ? '' : ' (skipped: ../shared/data/scms_delivery_history.csv is not here)'}`, () => {
  it('imports to the counts of the file, changes nothing a second time, and is taken back without a trace', async () => {
    const host = openTestHost();
    const store = storeOf(host);
    const { call } = host;
    const before = await call.clients.create({
      name: 'Fictional Gauge Trading', code: null, countryCode: 'DE', language: null, timeZone: null, segment: null, preferredChannel: null,
      rhythmDays: null, ownerStaffId: null, notes: null,
    });
    const atFirst = dump(store);
    const inspection = await call.imports.inspect({ file: fileAt(history, 'scms.csv') });
    expect(inspection).toMatchObject({ rowCount: 10_324, encoding: 'utf-8', delimiter: ',', templateOrigin: 'built-in', importedBefore: null });

    const dry = await dryRunOf(host, inspection);
    expect(dry).toMatchObject({
      rowsRead: 10_324, rowsAccepted: 10_324, rowsRejected: 0, duplicateRows: 0, problemTotal: 0, countryCount: 43,
      values: [{ minor: 162_758_445_729, currency: 'USD' }],
      oldestOn: '2006-05-02', newestOn: '2015-12-31',
      counts: {
        clients: { ...all, created: 142 }, products: { ...all, created: 184 }, orders: { ...all, created: 6233 },
        lines: { ...all, created: 10_324 }, shipments: { ...all, created: 7030 }, contacts: all,
      },
    });
    expect(dump(store)).toEqual(atFirst);

    const first = await commitOf(host, inspection, { scoringOn: '2015-12-31' });
    expect(first).toMatchObject({ counts: dry.counts, rowsRead: 10_324, rowsRejected: 0, scored: true });
    expect(count(store, 'clients')).toBe(143);
    expect(count(store, '(SELECT DISTINCT country_code FROM clients WHERE import_batch_id IS NOT NULL AND country_code IS NOT NULL)')).toBe(43);
    expect(count(store, 'orders')).toBe(6233);
    expect(count(store, 'order_lines')).toBe(10_324);
    expect(count(store, 'shipments')).toBe(7030);
    expect(count(store, 'products')).toBe(184);
    expect(store.read.get('SELECT sum(value_minor) AS total, count(DISTINCT currency) AS currencies FROM order_lines')).toEqual({ total: 162_758_445_729, currencies: 1 });

    const afterFirst = dump(store);
    const entries = count(store, 'audit_entries');
    const again = await call.imports.inspect({ file: fileAt(history, 'scms.csv') });
    expect(again.importedBefore).toMatchObject({ batchId: first.batchId, state: 'committed' });
    const second = await commitOf(host, again);
    expect(second.batchId).toBeNull();
    expect(second.counts.lines).toEqual({ ...all, unchanged: 10_324 });
    expect(dump(store)).toEqual(afterFirst);
    expect(count(store, 'audit_entries')).toBe(entries);
    expect(await call.imports.list()).toHaveLength(1);

    const undone = await undoOf(host, first.batchId);
    expect(undone).toMatchObject({ keptTotal: 0, kept: [] });
    expect(dump(store)).toEqual(atFirst);
    expect(store.read.all('SELECT id FROM client_summaries')).toEqual([{ id: before.id }]);
    expect(await call.imports.list()).toMatchObject([{ id: first.batchId, state: 'undone' }]);

    const third = await commitOf(host, await call.imports.inspect({ file: fileAt(history, 'scms.csv') }));
    expect(third.counts).toEqual(first.counts);
  });

  it('gives the delivery figures of the file, and keeps retired and missing delivery rules as given', async () => {
    const host = openTestHost();
    const store = storeOf(host);
    await commitOf(host, await host.call.imports.inspect({ file: fileAt(history, 'scms.csv') }), { scoringOn: '2015-12-31' });
    const whole = await host.call.orders.figures({ clientId: null });
    expect(whole.onOrBefore).toMatchObject({ numerator: 9138, denominator: 10_324 });
    expect(whole.onTime.find(({ basis }) => basis === 'first-promise')).toMatchObject({ numerator: 6497, denominator: 10_324 });
    const south = await host.call.orders.figures({ clientId: null, countryCode: 'ZA' });
    expect(south.lineCount).toBe(1406);
    expect(((south.onOrBefore.rate ?? 0) * 100).toFixed(2)).toBe('91.82');
    expect(count(store, "order_lines WHERE incoterm = 'DDU'")).toBe(15);
    expect(count(store, "order_lines WHERE incoterm = 'N/A - From RDC'")).toBe(5404);
    expect(count(store, "clients WHERE country_as_given = 'Côte d''Ivoire' AND country_code = 'CI'")).toBeGreaterThan(0);
    // Each shipment is planned for the promised day and has arrived on the delivered one.
    expect(count(store, "shipment_milestones WHERE event = '21' AND kind = 'actual'")).toBe(7030);
  });
});
