import type { Progress } from '#shared/contract/common.ts';
import type { Pulse, Store, Transaction } from '../db/store.ts';
import { instrumentIndex, organisations, relationshipTables } from '../db/tables.ts';
import type { Row, Table } from '../db/tables.ts';
import { indexRowOf } from '../instruments/index.ts';
import { Pace } from '../jobs.ts';
import { author } from '../procedures.ts';
import { markScoresStale } from '../scores/index.ts';
import { readOrganisation, writeOrganisation } from '../settings/index.ts';
import { makeSample, sampleStaff } from './make.ts';
import { sampleTables } from './rows.ts';

export interface SampleSize {
  readonly clientCount: number;
  readonly lineCount: number;
}

export interface SampleJob {
  readonly now: Date;
  readonly signal: AbortSignal;
  readonly report: (progress: Progress) => void;
}

const sampleOrganisationId = '01900000-0000-7000-8000-00000000b001';
const sampleOrganisation = {
  name: 'Sample: Meridian Measuring Tools', countryCode: 'TR', address: 'Example Street 12, İzmir', phone: '+90 000 555 0100',
  email: 'sales@meridian-tools.example', website: 'https://meridian-tools.example',
};

const ofSample = 'client_id IN (SELECT id FROM clients WHERE is_sample = 1)';
const linesOfSample = `order_line_id IN (SELECT l.id FROM order_lines l JOIN orders o ON o.id = l.order_id WHERE o.${ofSample})`;
const staffList = sampleStaff.map(({ id }) => `'${id}'`).join(', ');

const readSampleSize = (tx: Pick<Transaction, 'get'>): SampleSize =>
  tx.get<SampleSize>(
    `SELECT (SELECT count(*) FROM clients WHERE is_sample = 1) AS clientCount,
      (SELECT count(*) FROM order_lines WHERE order_id IN (SELECT id FROM orders WHERE ${ofSample})) AS lineCount`,
  ) ?? { clientCount: 0, lineCount: 0 };

/** Writes the sample where there is none yet; where there is, nothing changes. All of it or nothing. */
export function writeSample(store: Store, job: SampleJob): Promise<SampleSize> {
  return store.writeLong(author(store), job.signal, async (tx, pulse) => {
    const there = readSampleSize(tx);
    if (there.clientCount > 0) return there;
    const rows = makeSample(job.now);
    const total = Object.values(rows).reduce((sum, list) => sum + list.length, 0);
    const pace = new Pace(pulse);
    let done = 0;
    if (readOrganisation(tx) === null) writeOrganisation(tx, sampleOrganisation, sampleOrganisationId);
    const insertAll = async <T extends Table>(table: T, list: readonly Row<T>[]): Promise<void> => {
      for (const row of list) {
        tx.insert(table, row);
        done += 1;
        if (pace.isDue) {
          job.report({ phase: 'writing', done, total });
          await pace.rest();
        }
      }
    };
    // A colleague of the sample may have outlived it, because own records name that person.
    const newStaff = rows.staff.filter(({ id }) => !tx.get('SELECT 1 FROM staff WHERE id = ?', [id]));
    await insertAll(sampleTables.staff, newStaff);
    await insertAll(sampleTables.products, rows.products);
    await insertAll(sampleTables.clients, rows.clients);
    await insertAll(sampleTables.contacts, rows.contacts);
    await insertAll(sampleTables.clientChannels, rows.clientChannels);
    await insertAll(sampleTables.orders, rows.orders);
    await insertAll(sampleTables.orderLines, rows.orderLines);
    await insertAll(sampleTables.linePromises, rows.linePromises);
    await insertAll(sampleTables.shipments, rows.shipments);
    await insertAll(sampleTables.shipmentMilestones, rows.shipmentMilestones);
    await insertAll(sampleTables.lineDeliveries, rows.lineDeliveries);
    await insertAll(sampleTables.interactions, rows.interactions);
    await insertAll(sampleTables.tasks, rows.tasks);
    await insertAll(sampleTables.assessments, rows.assessments);
    await insertAll(sampleTables.surveys, rows.surveys);
    await insertAll(sampleTables.surveyAnswers, rows.surveyAnswers);
    await insertAll(sampleTables.instruments, rows.instruments);
    await insertAll(instrumentIndex, rows.instruments.map(indexRowOf));
    await insertAll(sampleTables.instrumentRanges, rows.instrumentRanges);
    await insertAll(sampleTables.instrumentOwners, rows.instrumentOwners);
    await insertAll(sampleTables.certificates, rows.certificates);
    await insertAll(sampleTables.certificatePoints, rows.certificatePoints);
    await insertAll(sampleTables.certificateStandards, rows.certificateStandards);
    await insertAll(sampleTables.calibrationDues, rows.calibrationDues);
    await insertAll(sampleTables.calibrationOrders, rows.calibrationOrders);
    await insertAll(sampleTables.calibrationLetters, rows.calibrationLetters);
    await insertAll(sampleTables.calibrationLetterItems, rows.calibrationLetterItems);
    await insertAll(sampleTables.outOfToleranceCases, rows.outOfToleranceCases);
    for (const [kind, table] of relationshipTables) await insertAll(table, rows.relationship.flatMap((entry) => (entry.kind === kind ? [entry.row] : [])));
    markScoresStale(tx, job.now);
    return { clientCount: rows.clients.length, lineCount: rows.orderLines.length };
  });
}

const instrumentsOfSample = `instrument_id IN (SELECT id FROM instruments WHERE is_sample = 1 OR ${ofSample})`;
const certificatesOfSample = `SELECT id FROM certificates WHERE ${instrumentsOfSample}`;

/** Instruments of the sample's clients and laboratory with all that hangs on them; own records that name them let go of them. */
const calibrationRemovals: readonly string[] = [
  `DELETE FROM calibration_letter_items WHERE ${instrumentsOfSample} OR letter_id IN (SELECT id FROM calibration_letters WHERE ${ofSample})`,
  `DELETE FROM calibration_letters WHERE ${ofSample}`,
  `DELETE FROM out_of_tolerance_cases WHERE ${instrumentsOfSample} OR certificate_id IN (${certificatesOfSample})`,
  `DELETE FROM calibration_orders WHERE ${instrumentsOfSample} OR ${ofSample}`,
  `DELETE FROM calibration_dues WHERE ${instrumentsOfSample} OR ${ofSample}`,
  `DELETE FROM interval_decisions WHERE ${instrumentsOfSample}`,
  `DELETE FROM certificate_standards WHERE certificate_id IN (${certificatesOfSample})`,
  `UPDATE certificate_standards SET instrument_id = NULL, standard_certificate_id = NULL
   WHERE ${instrumentsOfSample} OR standard_certificate_id IN (${certificatesOfSample})`,
  `DELETE FROM certificate_points WHERE certificate_id IN (${certificatesOfSample})`,
  `DELETE FROM certificates WHERE ${instrumentsOfSample}`,
  `DELETE FROM instrument_ranges WHERE ${instrumentsOfSample}`,
  `DELETE FROM instrument_owners WHERE ${instrumentsOfSample} OR ${ofSample}`,
  `DELETE FROM instruments WHERE is_sample = 1 OR ${ofSample}`,
  // What a sample client handed on to an own one forgets the order that brought it.
  `UPDATE instruments SET order_line_id = NULL WHERE ${linesOfSample}`,
  `UPDATE instruments SET shipment_id = NULL WHERE shipment_id IN (SELECT id FROM shipments WHERE ${ofSample})`,
];

/**
 * What goes with the sample, children before parents. Everything on a sample client goes, whoever wrote it: without the
 * client it would hang on nothing. Products, people and the letterhead go only where nothing of the person's own uses them.
 */
const removals: readonly string[] = [
  ...calibrationRemovals,
  `DELETE FROM line_deliveries WHERE ${linesOfSample}`,
  `DELETE FROM shipment_milestones WHERE shipment_id IN (SELECT id FROM shipments WHERE ${ofSample})`,
  `DELETE FROM shipments WHERE ${ofSample}`,
  `DELETE FROM line_promises WHERE ${linesOfSample}`,
  `DELETE FROM order_lines WHERE order_id IN (SELECT id FROM orders WHERE ${ofSample})`,
  `DELETE FROM orders WHERE ${ofSample}`,
  `DELETE FROM interactions WHERE ${ofSample}`,
  `DELETE FROM tasks WHERE ${ofSample}`,
  `DELETE FROM assessments WHERE ${ofSample} OR (client_id IS NULL AND rater_id IN (${staffList}))`,
  `DELETE FROM attachments WHERE ${ofSample}`,
  ...[...relationshipTables.values()].map(({ name }) => `DELETE FROM ${name} WHERE ${ofSample}`),
  `DELETE FROM survey_answers WHERE survey_id IN (SELECT id FROM surveys WHERE ${ofSample})`,
  `DELETE FROM surveys WHERE ${ofSample}`,
  `DELETE FROM client_channels WHERE ${ofSample}`,
  `DELETE FROM contacts WHERE ${ofSample}`,
  `DELETE FROM score_snapshots WHERE ${ofSample}`,
  'DELETE FROM client_summaries WHERE id IN (SELECT id FROM clients WHERE is_sample = 1)',
  'DELETE FROM clients WHERE is_sample = 1',
  `DELETE FROM products WHERE is_sample = 1 AND id NOT IN (SELECT product_id FROM order_lines WHERE product_id IS NOT NULL
    UNION SELECT product_id FROM instruments WHERE product_id IS NOT NULL)`,
  `DELETE FROM staff WHERE id IN (${staffList}) AND id NOT IN (SELECT owner_staff_id FROM clients WHERE owner_staff_id IS NOT NULL
    UNION SELECT staff_id FROM interactions WHERE staff_id IS NOT NULL UNION SELECT staff_id FROM tasks WHERE staff_id IS NOT NULL
    UNION SELECT staff_id FROM surveys WHERE staff_id IS NOT NULL
    ${['certificates', 'interval_decisions', 'calibration_orders', 'calibration_letters', 'out_of_tolerance_cases'].map((table) => `UNION SELECT staff_id FROM ${table} WHERE staff_id IS NOT NULL`).join(' ')}
    UNION SELECT extended_by_staff_id FROM calibration_dues WHERE extended_by_staff_id IS NOT NULL
    UNION SELECT rater_id FROM assessments UNION SELECT json_extract(value, '$') FROM settings WHERE id = 'me')`,
];

/** Takes the sample away for good, in one transaction; the audit log keeps what was there. @returns what was removed. */
export function removeSample(store: Store, job: SampleJob): Promise<SampleSize> {
  return store.writeLong(author(store), job.signal, async (tx: Transaction, pulse: Pulse) => {
    const size = readSampleSize(tx);
    for (const [index, sql] of removals.entries()) {
      tx.run(sql);
      job.report({ phase: 'removing', done: index + 1, total: removals.length });
      await pulse();
    }
    const letterhead = readOrganisation(tx);
    if (letterhead?.name === sampleOrganisation.name) tx.purge(organisations, sampleOrganisationId);
    markScoresStale(tx, job.now);
    return size;
  });
}
