import type { InstrumentInput } from '#shared/contract/instruments.ts';
import { labelCode } from '#shared/domain/calibration/index.ts';
import { newId } from '../db/ids.ts';
import type { Connection, Transaction } from '../db/store.ts';
import { instrumentIndex, instrumentOwners, instrumentRanges, instruments, intervalDecisions } from '../db/tables.ts';
import type { Row } from '../db/tables.ts';
import { localDayOf, readMe } from '../settings/index.ts';
import { closeDues, followInterval, readSubject, reassignDues, reopenDues, startInterval, transferDue } from './dues.ts';
import { intervalOf } from './interval.ts';
import { indexRowOf, serialKey } from './keys.ts';

type InstrumentRow = Row<typeof instruments>;
export type InstrumentPatch = { readonly [K in keyof InstrumentInput]?: InstrumentInput[K] | undefined };

/** Where a row comes from, and when it was made. */
export interface Origin {
  readonly at: string;
  readonly import_batch_id: string | null;
  readonly source_row: number | null;
  readonly is_sample: number;
}

export const byHandOrigin = (tx: Transaction): Origin => ({ at: tx.context.at, import_batch_id: null, source_row: null, is_sample: 0 });

const codeBytes = 7;

/** A label that no instrument bears yet, those in the bin included: a label that is stuck on stays valid. */
export function freshLabelCode(connection: Connection, used: ReadonlySet<string> = new Set()): string {
  for (;;) {
    const code = labelCode(crypto.getRandomValues(new Uint8Array(codeBytes)));
    if (!used.has(code) && !connection.get('SELECT 1 FROM instruments WHERE label_code = ?', [code])) return code;
  }
}

/** An instrument, its ranges, its first holder and its entry in the index, as rows. */
export interface InstrumentRows {
  readonly instrument: InstrumentRow;
  readonly ranges: readonly Row<typeof instrumentRanges>[];
  readonly owner: Row<typeof instrumentOwners>;
  readonly index: Row<typeof instrumentIndex>;
}

/** The first holder has it from the day it came; unknown: since ever. */
const heldFrom = ({ deliveredOn, receivedOn }: Pick<InstrumentInput, 'deliveredOn' | 'receivedOn'>): string | null => deliveredOn ?? receivedOn;

const rangeRows = (instrumentId: string, ranges: InstrumentInput['ranges'], origin: Origin): Row<typeof instrumentRanges>[] =>
  ranges.map((range, position) => ({
    id: newId(), instrument_id: instrumentId, position, quantity: range.quantity, unit: range.unit, lower: range.lower, upper: range.upper,
    resolution: range.resolution, tolerance_lower: range.toleranceLower, tolerance_upper: range.toleranceUpper, import_batch_id: origin.import_batch_id,
    created_at: origin.at, updated_at: origin.at, deleted_at: null,
  }));

export function instrumentRowsOf(input: InstrumentInput, label: string, origin: Origin, id: string = newId()): InstrumentRows {
  const { at, ...from } = origin;
  const stamps = { created_at: at, updated_at: at, deleted_at: null };
  const instrument: InstrumentRow = {
    id, client_id: input.clientId, product_id: input.productId, serial: input.serial, serial_key: serialKey(input.serial), label_code: label,
    manufacturer: input.manufacturer, model: input.model, description: input.description, instrument_type: input.instrumentType,
    asset_number: input.assetNumber, site: input.site, status: input.status, is_standard: Number(input.isStandard), order_line_id: input.orderLineId,
    shipment_id: input.shipmentId, delivered_on: input.deliveredOn, first_used_on: input.firstUsedOn, received_on: input.receivedOn,
    interval_months: input.intervalMonths, interval_starts: input.intervalStarts, interval_agreed: Number(input.intervalAgreed), due_on: null,
    notes: input.notes, ...from, ...stamps,
  };
  const owner = {
    id: newId(), instrument_id: instrument.id, client_id: input.clientId, site: input.site, from_on: heldFrom(input), until_on: null, note: null,
    import_batch_id: from.import_batch_id, ...stamps,
  };
  return { instrument, ranges: rangeRows(instrument.id, input.ranges, origin), owner, index: indexRowOf(instrument) };
}

/** @returns its identifier. The caller has seen that it holds, and scores its client anew. */
export function createInstrument(tx: Transaction, input: InstrumentInput, origin: Origin = byHandOrigin(tx)): string {
  const rows = instrumentRowsOf(input, freshLabelCode(tx), origin);
  tx.insert(instruments, rows.instrument);
  for (const range of rows.ranges) tx.insert(instrumentRanges, range);
  tx.insert(instrumentOwners, rows.owner);
  tx.insert(instrumentIndex, rows.index);
  startInterval(tx, rows.instrument.id);
  return rows.instrument.id;
}

const columnOf = {
  clientId: 'client_id', site: 'site', productId: 'product_id', manufacturer: 'manufacturer', model: 'model', description: 'description',
  instrumentType: 'instrument_type', assetNumber: 'asset_number', orderLineId: 'order_line_id', shipmentId: 'shipment_id',
  deliveredOn: 'delivered_on', firstUsedOn: 'first_used_on', receivedOn: 'received_on', intervalMonths: 'interval_months',
  intervalStarts: 'interval_starts', notes: 'notes', serial: 'serial',
} as const satisfies Partial<Readonly<Record<keyof InstrumentInput, keyof InstrumentRow>>>;

function columnsOf(patch: InstrumentPatch): Partial<InstrumentRow> {
  const given = Object.entries(columnOf).flatMap(([field, column]) => {
    const value = Object.entries(patch).find(([key]) => key === field)?.[1];
    return value === undefined ? [] : [[column, value] as const];
  });
  return {
    ...Object.fromEntries(given),
    ...(patch.serial === undefined ? {} : { serial_key: serialKey(patch.serial) }),
    ...(patch.isStandard === undefined ? {} : { is_standard: Number(patch.isStandard) }),
    ...(patch.intervalAgreed === undefined ? {} : { interval_agreed: Number(patch.intervalAgreed) }),
  };
}

/**
 * Corrects what is known of an instrument. Another client or site here means that it was theirs all along (handing it on is
 * a transfer); another interval is kept as a decision of the person's own.
 */
export function updateInstrument(tx: Transaction, id: string, patch: InstrumentPatch): void {
  const before = readSubject(tx, id);
  const monthsBefore = intervalOf(before).months;
  tx.update(instruments, id, { ...columnsOf(patch), updated_at: tx.context.at });
  const after = readSubject(tx, id);
  reindex(tx, after);
  correctHolder(tx, before, after);
  if (after.client_id !== before.client_id) reassignDues(tx, id, before.client_id, after.client_id);
  if (patch.ranges !== undefined) replaceRanges(tx, id, patch.ranges);
  const monthsAfter = intervalOf(after).months;
  if (patch.intervalMonths !== undefined && monthsAfter !== monthsBefore) keepDecision(tx, id, { method: 'own', from: monthsBefore, to: monthsAfter, reason: null });
  if (patch.status !== undefined) setInstrumentStatus(tx, id, patch.status);
  const isMoved = after.interval_starts !== before.interval_starts || after.first_used_on !== before.first_used_on || after.received_on !== before.received_on;
  if (isMoved || monthsAfter !== monthsBefore) followInterval(tx, id, before);
}

/** After rows were changed otherwise than here. */
export function reindexInstruments(tx: Transaction, ids: readonly string[]): void {
  for (const row of tx.all<InstrumentRow>('SELECT * FROM instruments WHERE id IN (SELECT value FROM json_each(?))', [JSON.stringify(ids)])) reindex(tx, row);
}

function reindex(tx: Transaction, row: InstrumentRow): void {
  tx.update(instrumentIndex, row.id, indexRowOf(row));
}

function correctHolder(tx: Transaction, before: InstrumentRow, after: InstrumentRow): void {
  const [fromBefore, fromAfter] = [before, after].map((row) => heldFrom({ deliveredOn: row.delivered_on, receivedOn: row.received_on }));
  const holders = tx.all<Row<typeof instrumentOwners>>(
    'SELECT * FROM instrument_owners WHERE instrument_id = ? AND deleted_at IS NULL ORDER BY until_on IS NULL, until_on, id', [before.id],
  );
  const [first, present] = [holders[0], holders.findLast(({ until_on: untilOn }) => untilOn === null)];
  if (first && fromAfter !== fromBefore) tx.update(instrumentOwners, first.id, { from_on: fromAfter ?? null, updated_at: tx.context.at });
  if (present && (after.client_id !== before.client_id || after.site !== before.site)) {
    tx.update(instrumentOwners, present.id, { client_id: after.client_id, site: after.site, updated_at: tx.context.at });
  }
}

function replaceRanges(tx: Transaction, id: string, ranges: InstrumentInput['ranges']): void {
  const there = tx.all<{ id: string }>('SELECT id FROM instrument_ranges WHERE instrument_id = ? AND deleted_at IS NULL', [id]);
  for (const range of there) tx.softDelete(instrumentRanges, range.id);
  for (const range of rangeRows(id, ranges, byHandOrigin(tx))) tx.insert(instrumentRanges, range);
}

/** What falls due follows: nothing while it is lost or retired; a due day that stood when it went stands again when it is back. */
export function setInstrumentStatus(tx: Transaction, id: string, status: InstrumentInput['status']): void {
  const before = readSubject(tx, id);
  if (before.status === status) return;
  tx.update(instruments, id, { status, updated_at: tx.context.at });
  if (status === 'lost' || status === 'retired') closeDues(tx, id, status);
  else if (before.status === 'lost' || before.status === 'retired') reopenDues(tx, id);
}

export interface Transfer {
  readonly clientId: string | null;
  readonly site: string | null;
  readonly on: string;
  readonly note: string | null;
}

/** Handed on: the holder up to that day stays on record. */
export function transferInstrument(tx: Transaction, id: string, { clientId, site, on, note }: Transfer): void {
  tx.run('UPDATE instrument_owners SET until_on = ?, updated_at = ? WHERE instrument_id = ? AND until_on IS NULL AND deleted_at IS NULL', [on, tx.context.at, id]);
  tx.insert(instrumentOwners, {
    id: newId(), instrument_id: id, client_id: clientId, site, from_on: on, until_on: null, note, import_batch_id: null, created_at: tx.context.at,
    updated_at: tx.context.at, deleted_at: null,
  });
  tx.update(instruments, id, { client_id: clientId, site, updated_at: tx.context.at });
  reindex(tx, readSubject(tx, id));
  transferDue(tx, id, clientId, on);
}

export interface IntervalDecision {
  readonly method: 'staircase' | 'a1' | 'a3' | 'own';
  readonly from: number;
  readonly to: number;
  readonly reason: string | null;
}

function keepDecision(tx: Transaction, id: string, { method, from, to, reason }: IntervalDecision): void {
  tx.insert(intervalDecisions, {
    id: newId(), instrument_id: id, method, from_months: from, to_months: to, reason, decided_on: localDayOf(new Date(tx.context.at)),
    staff_id: readMe(tx)?.id ?? null, created_at: tx.context.at, updated_at: tx.context.at, deleted_at: null,
  });
}

/** A person confirmed or set an interval: it is the instrument's own from now on. */
export function decideInterval(tx: Transaction, id: string, decision: Omit<IntervalDecision, 'from' | 'to'>, months: number): void {
  const before = readSubject(tx, id);
  keepDecision(tx, id, { ...decision, from: intervalOf(before).months, to: months });
  tx.update(instruments, id, { interval_months: months, updated_at: tx.context.at });
  followInterval(tx, id, before);
}
