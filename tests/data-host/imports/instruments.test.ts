import { describe, expect, it } from 'vitest';
import { allTables } from '#electron/data-host/db/tables.ts';
import { addOrder, clientInput } from '../fixtures.ts';
import { openTestHost, storeOf } from '../support.ts';
import type { TestHost } from '../support.ts';
import { commitOf, dryRunOf, importText, inspectText, undoOf } from './support.ts';

const now = () => new Date('2026-11-22T09:00:00Z');
const open = () => openTestHost({ now });
const header = 'Serial No,Product,Manufacturer,Model,Client Code,Client,Location,Asset No,Order No,Line No,Shipment No,Delivered On,Last Calibrated,Calibration Due,Interval Months,Range From,Range To,Unit,Resolution,Tolerance';
const file = (...rows: readonly string[]): string => [header, ...rows].join('\n');
const first = 'AB-0098,Caliper 150,,,C-1,Acme,Hall 2,INV-1,,,,2025-09-01,2025-08-20,,12,0,150,mm,0.010,±0.030';
const second = 'AB-0099,Caliper 150,,,C-1,Acme,,,,,,2025-09-01,,2026-12-01,,,,,,';
const rowsOf = (host: TestHost, sql: string): unknown[] => storeOf(host).read.all(sql);
const one = (created: number, changed: number, unchanged: number) => ({ created, changed, unchanged });

/** Everything but the log and what is derived and named anew at each rescoring. */
const dump = (host: TestHost) =>
  Object.fromEntries(
    allTables.filter(({ name }) => !['audit_entries', 'score_priors', 'client_summaries', 'score_snapshots', 'import_batches'].includes(name))
      .map(({ name }) => [name, rowsOf(host, `SELECT * FROM ${name} ORDER BY id`)]),
  );

describe('an import of instruments', () => {
  it('is guessed from its headers, tried, taken in whole, and says nothing new the second time', async () => {
    const host = open();
    const inspection = await inspectText(host, file(first, second));
    expect(inspection.template.kind).toBe('instruments');
    expect(inspection.template.columns).toMatchObject({
      'instrument.serial': 'Serial No', 'instrument.model': 'Model', 'product.name': 'Product', 'client.code': 'Client Code', 'instrument.calibratedOn': 'Last Calibrated',
      'instrument.dueOn': 'Calibration Due', 'instrument.rangeLower': 'Range From', 'instrument.tolerance': 'Tolerance', 'order.number': 'Order No', 'line.number': 'Line No',
    });
    const tried = await dryRunOf(host, inspection);
    expect(tried).toMatchObject({ rowsAccepted: 2, rowsRejected: 0, problemTotal: 0, counts: { instruments: one(2, 0, 0), clients: one(1, 0, 0), products: one(1, 0, 0) } });
    expect(rowsOf(host, 'SELECT id FROM instruments')).toEqual([]);
    const result = await commitOf(host, inspection);
    expect(result.counts.instruments).toEqual(one(2, 0, 0));
    const { rows } = await host.call.instruments.list({ sort: 'serial' });
    expect(rows).toMatchObject([
      { serial: 'AB-0098', name: 'Caliper 150', clientName: 'Acme', site: 'Hall 2', assetNumber: 'INV-1', deliveredOn: '2025-09-01', lastCalibratedOn: '2025-08-20', dueOn: '2026-08-20', dueState: 'overdue' },
      { serial: 'AB-0099', dueOn: '2026-12-01', dueState: 'due-soon' },
    ]);
    const passport = await host.call.instruments.get({ id: rows[0]?.id ?? '' });
    expect(passport.ranges).toEqual([{ quantity: null, unit: String.raw`\milli\metre`, lower: '0', upper: '150', resolution: '0.010', toleranceLower: '-0.030', toleranceUpper: '0.030' }]);
    expect(passport.holders).toMatchObject([{ clientName: 'Acme', fromOn: '2025-09-01', untilOn: null }]);
    expect((await host.call.instruments.find({ text: rows[0]?.labelCode ?? '' })).map(({ id }) => id)).toEqual([passport.id]);
    expect((await host.call.instruments.list({ search: 'hall acme' })).total).toBe(1);
    expect((await importText(host, file(first, second))).batchId).toBeNull();
  });

  it('reads Persian headers, digits and days', async () => {
    const host = open();
    const persian = 'شماره سریال,کالا,مشتری,محل استفاده,تاریخ تحویل,تاریخ آخرین کالیبراسیون,سررسید کالیبراسیون,بازه کالیبراسیون\nم-۱۲۳,کولیس ۱۵۰,شرکت آزمون,سالن ۱,۱۴۰۴/۰۶/۱۰,۱۴۰۴/۰۵/۲۹,,۱۲\n';
    const inspection = await inspectText(host, persian);
    expect(inspection.template.kind).toBe('instruments');
    await commitOf(host, inspection);
    expect((await host.call.instruments.list({})).rows).toMatchObject([{ serial: 'م-۱۲۳', clientName: 'شرکت آزمون', deliveredOn: '2025-09-01', lastCalibratedOn: '2025-08-20', dueOn: '2026-08-20' }]);
    expect(await host.call.instruments.find({ text: 'م123' })).toHaveLength(1);
  });

  it('names row, field and remedy of what does not hold, and takes the rest in', async () => {
    const host = open();
    const inspection = await inspectText(host, file(
      first,
      'S-2,Gauge,,,C-1,Acme,,,,,,,,,0,,,,,', 'S-3,Gauge,,,C-1,Acme,,,,,,,,,,5,1,mm,,', 'S-4,Gauge,,,C-1,Acme,,,,,,,,,,0,1,furlong,,', 'S-5,Gauge,,,C-1,Acme,,,,,,,2026-05-01,2026-04-01,,,,,,',
      ',Gauge,,,C-1,Acme,,,,,,,,,,,,,,', 'S-6,,,,C-1,Acme,,,,,,,,,,,,,,', 'AB-0098,Caliper 150,,,C-1,Acme,Hall 3,,,,,,,,,,,,,', 'S-7,Gauge,,,C-1,Acme,,,,,,31/02/2025,,,,,,,,', 'S-8,Gauge,,,C-1,Acme,,,,,,,,,,,,,0.1,',
    ));
    const { problems, rowsAccepted } = await dryRunOf(host, inspection);
    expect(rowsAccepted).toBe(1);
    expect(problems.map(({ rowNumber, field, code }) => [rowNumber, field, code])).toEqual([
      [3, 'instrument.intervalMonths', 'interval-out-of-range'], [4, 'instrument.rangeLower', 'range-reversed'], [5, 'instrument.unit', 'unit-unknown'],
      [6, 'instrument.dueOn', 'due-before-calibrated'], [7, 'instrument.serial', 'required-blank'], [8, 'product.name', 'required-blank'],
      [9, 'instrument.serial', 'instrument-conflict'], [10, 'instrument.deliveredOn', 'day-impossible'], [11, 'instrument.unit', 'required-blank'],
    ]);
  });

  it('finds order line and shipment of the client, and warns of what is not there', async () => {
    const host = open();
    const { id: clientId } = await host.call.clients.create(clientInput('Acme', { code: 'C-1' }));
    const lines = await addOrder(host, clientId, 'PO-7', null, [{ number: '2', ordered: 1 }]);
    const told = file('S-1,Gauge,,,C-1,Acme,,,PO-7,2,,,,,,,,,,', 'S-2,Gauge,,,C-1,Acme,,,PO-8,1,SH-1,,,,,,,,,');
    const inspection = await inspectText(host, told);
    expect((await dryRunOf(host, inspection)).warnings.map(({ rowNumber, code, value }) => [rowNumber, code, value])).toEqual([
      [3, 'order-line-unknown', 'PO-8 / 1'], [3, 'shipment-unknown', 'SH-1'],
    ]);
    await commitOf(host, inspection);
    expect(rowsOf(host, 'SELECT serial, order_line_id FROM instruments ORDER BY serial')).toEqual([{ serial: 'S-1', order_line_id: lines['2'] }, { serial: 'S-2', order_line_id: null }]);
  });

  it('fills what a later file tells, a newer calibration too, and leaves an instrument with the client who has it', async () => {
    const host = open();
    await importText(host, file(first));
    const later = await importText(host, file('ab-۰۰۹۸,Caliper 150,,,C-1,Acme,Hall 5,,,,,,2026-08-10,,,,,,,'));
    expect(later.counts.instruments).toEqual(one(0, 1, 0));
    const { rows } = await host.call.instruments.list({});
    expect(rows).toMatchObject([{ serial: 'AB-0098', site: 'Hall 5', assetNumber: 'INV-1', lastCalibratedOn: '2026-08-10', dueOn: '2027-08-10' }]);
    const elsewhere = await inspectText(host, file('AB-0098,Caliper 150,,,C-2,Other,Hall 9,,,,,,,,,,,,,'));
    expect((await dryRunOf(host, elsewhere)).warnings.map(({ code }) => code)).toEqual(['instrument-held-elsewhere']);
    await commitOf(host, elsewhere);
    expect((await host.call.instruments.list({})).rows).toMatchObject([{ clientName: 'Acme', site: 'Hall 5' }]);
  });

  it('is undone whole: what it made goes, what it changed is what it was; what was built on since is kept and named', async () => {
    const host = open();
    await importText(host, file(first));
    const before = dump(host);
    const later = await importText(host, file('AB-0098,Caliper 150,,,C-1,Acme,Hall 5,INV-9,,,,2025-09-03,2026-08-10,,6,,,,,', second, 'S-3,Gauge,,,C-2,Other,,,,,,,2026-01-01,,,,,,,'));
    expect(later.counts.instruments).toEqual(one(2, 1, 0));
    await undoOf(host, later.batchId);
    const after = dump(host);
    const { attachments, ...rest } = after;
    const { attachments: attachmentsBefore, ...restBefore } = before;
    expect(attachments).toEqual(attachmentsBefore);
    expect(rest).toEqual(restBefore);
    expect((await host.call.instruments.list({ search: 'hall 2' })).total).toBe(1);
    const again = await importText(host, file(second, 'S-3,Gauge,,,C-2,Other,,,,,,,2026-01-01,,,,,,,'));
    const kept = (await host.call.instruments.list({ search: 'S-3' })).rows[0]?.id ?? '';
    await host.call.recall.extend({ instrumentId: kept, untilOn: '2027-06-01', reason: 'At sea' });
    const undone = await undoOf(host, again.batchId);
    expect(undone.kept.filter(({ entity }) => entity === 'instrument')).toMatchObject([{ title: 'S-3' }]);
    expect((await host.call.instruments.list({})).rows.map(({ serial }) => serial).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['AB-0098', 'S-3']);
  });
});
