import { newId } from '../db/ids.ts';
import { withoutCalibration } from '../db/rows.ts';
import type { InsertAll, Transaction } from '../db/store.ts';
import {
  calibrationDues, clientChannels, clients, contacts, instrumentIndex, instrumentOwners, instrumentRanges, instruments, lineDeliveries, linePromises, orderLines, orders, products, shipmentMilestones, shipments,
} from '../db/tables.ts';
import type { Row, Table } from '../db/tables.ts';
import { firstDueOf, freshLabelCode, instrumentRowsOf } from '../instruments/index.ts';
import { inputOf, knownStartOf } from './match-instruments.ts';
import type { Changes } from './changes.ts';
import type {
  GatheredClient, GatheredContact, GatheredDelivery, GatheredLine, GatheredOrder, GatheredProduct, GatheredShipment, Gathering,
} from './gather.ts';
import type { Pace } from '../jobs.ts';
import { deliveredEvent, importSource } from './match-deliveries.ts';

/** Rows that are inserted and audited in one go: about 5 ms of work. */
const chunkRows = 200;

const isCreated = ({ state }: { readonly state: string }): boolean => state === 'created';

/**
 * Writes what the file adds and changes, parents before children, in the transaction of the commit. Every new row carries
 * the batch; the rows of the file that told it first carry their row number.
 */
export async function writeChanges(tx: Transaction, batchId: string, gathering: Gathering, changes: Changes, pace: Pace, step: (rows: number) => void): Promise<void> {
  await tx.inBulk((insertAll) => insertNew(tx, insertAll, batchId, gathering, changes, pace, step));
  for (const update of changes.updates) {
    update(tx);
    step(1);
    if (pace.isDue) await pace.rest();
  }
}

async function insertNew(
  tx: Transaction,
  insertAll: InsertAll,
  batchId: string,
  gathering: Gathering,
  changes: Changes,
  pace: Pace,
  step: (rows: number) => void,
): Promise<void> {
  const { at, actor } = tx.context;
  const stamps = { import_batch_id: batchId, created_at: at, updated_at: at, deleted_at: null };

  const insertEach = async <T extends Table, E>(table: T, entities: readonly E[], toRow: (entity: E) => Row<T>): Promise<void> => {
    for (let start = 0; start < entities.length; start += chunkRows) {
      const chunk = entities.slice(start, start + chunkRows);
      insertAll(table, chunk.map(toRow));
      step(chunk.length);
      if (pace.isDue) await pace.rest();
    }
  };

  await insertEach(clients, gathering.clients.filter(isCreated), (client: GatheredClient) => ({
    ...stamps, id: client.id, code: client.code, name: client.name ?? client.code ?? '', country_code: client.country?.code ?? null,
    country_as_given: client.country?.asGiven ?? null, language: client.language, time_zone: null, segment: client.segment,
    preferred_channel: null, rhythm_days: null, owner_staff_id: null, notes: null, is_sample: 0, source_row: client.rowNumber,
  }));
  const primaries = firstContacts(tx, gathering);
  await insertEach(contacts, gathering.contacts.filter(isCreated), (contact) => ({
    ...stamps, id: contact.id, client_id: contact.client.id, name: contact.name, role: contact.role, email: contact.email, phone: contact.phone,
    language: contact.language, is_primary: primaries.has(contact) ? 1 : 0, notes: null, source_row: contact.rowNumber,
  }));
  await insertEach(clientChannels, changes.channels, ({ client, kind, handle }) => ({
    ...stamps, id: newId(), client_id: client.id, contact_id: null, kind, handle,
  }));
  await insertEach(products, gathering.products.filter(isCreated), (product: GatheredProduct) => ({
    ...stamps, id: product.id, code: product.code, name: product.name ?? product.code ?? '', kind: null, unit: null, is_sample: 0,
    source_row: product.rowNumber, ...withoutCalibration,
  }));
  await insertEach(orders, gathering.orders.filter(isCreated), (order: GatheredOrder) => ({
    ...stamps, id: order.id, client_id: order.client.id, number: order.number, ordered_on: order.orderedOn, source_row: order.rowNumber,
  }));
  await insertEach(orderLines, gathering.lines.filter(isCreated), (line: GatheredLine) => ({
    ...stamps, id: line.id, order_id: line.order.id, number: line.number, product_id: line.product.id, ordered_quantity: line.quantity,
    value_minor: line.valueMinor, currency: line.currency, incoterm: line.incoterm, incoterm_place: line.incotermPlace,
    requested_on: line.requestedOn, first_promised_on: line.firstPromisedOn, cancelled_by: null, delay_reason: null, delay_note: null,
    source_row: line.rowNumber,
  }));
  await insertEach(linePromises, changes.promises, ({ line, promisedOn }) => ({
    ...stamps, id: newId(), order_line_id: line.id, promised_on: promisedOn, made_at: at, made_by: actor, asked_by: 'exporter', reason: importSource,
  }));
  await insertEach(shipments, gathering.shipments.filter(isCreated), (shipment: GatheredShipment) => ({
    ...stamps, id: shipment.id, client_id: shipment.client.id, number: shipment.number, incoterm: shipment.incoterm,
    incoterm_place: shipment.incotermPlace, mode: shipment.mode, carrier: null, tracking_number: null, source_row: shipment.rowNumber,
  }));
  await insertEach(shipmentMilestones, changes.milestones, ({ shipment, kind, on }) => ({
    ...stamps, id: newId(), shipment_id: shipment.id, event: deliveredEvent, kind, occurs_on: on, occurs_at: null, time_zone: null, place: null,
    source: importSource,
  }));
  await insertEach(lineDeliveries, changes.deliveries, (delivery: GatheredDelivery) => ({
    ...stamps, id: newId(), order_line_id: delivery.line.id, shipment_id: delivery.shipment?.id ?? null, quantity: delivery.quantity,
    delivered_on: delivery.deliveredOn, documents_ok: null, condition_ok: null, source_row: delivery.rowNumber,
  }));
  await insertInstruments(tx, insertAll, batchId, gathering, pace, step);
}

/** Each instrument with its range, its first holder, its entry in the index and, where something is known to count from, its due day. */
async function insertInstruments(tx: Transaction, insertAll: InsertAll, batchId: string, gathering: Gathering, pace: Pace, step: (rows: number) => void): Promise<void> {
  const created = gathering.instruments.filter(isCreated);
  const used = new Set<string>();
  for (let start = 0; start < created.length; start += chunkRows) {
    const made = created.slice(start, start + chunkRows).map((entity) => {
      const label = freshLabelCode(tx, used);
      used.add(label);
      const rows = instrumentRowsOf(inputOf(entity), label, { at: tx.context.at, import_batch_id: batchId, source_row: entity.rowNumber, is_sample: 0 }, entity.id);
      return { rows, due: firstDueOf(tx, rows.instrument, knownStartOf(entity)) };
    });
    insertAll(instruments, made.map(({ rows: { instrument }, due }): Row<typeof instruments> => Object.assign(instrument, { due_on: due?.due_on ?? null })));
    insertAll(instrumentRanges, made.flatMap(({ rows }) => rows.ranges));
    insertAll(instrumentOwners, made.map(({ rows }) => rows.owner));
    insertAll(instrumentIndex, made.map(({ rows }) => rows.index));
    insertAll(calibrationDues, made.flatMap(({ due }) => (due ? [due] : [])));
    step(made.length);
    if (pace.isDue) await pace.rest();
  }
}

export const countWrites = (gathering: Gathering, changes: Changes): number =>
  [gathering.clients, gathering.contacts, gathering.products, gathering.orders, gathering.lines, gathering.shipments, gathering.instruments]
    .reduce((total, entities) => total + entities.filter(isCreated).length, 0) +
  changes.channels.length + changes.promises.length + changes.milestones.length + changes.deliveries.length + changes.updates.length;

/** Who is asked for first at a company that had nobody yet: the first one its file names. */
function firstContacts(tx: Transaction, gathering: Gathering): ReadonlySet<GatheredContact> {
  const first = new Map<GatheredClient, GatheredContact>();
  for (const contact of gathering.contacts) if (isCreated(contact) && !first.has(contact.client)) first.set(contact.client, contact);
  return new Set(
    [...first.values()].filter(
      ({ client }) => isCreated(client) || tx.get('SELECT 1 FROM contacts WHERE client_id = ? AND deleted_at IS NULL LIMIT 1', [client.id]) === undefined,
    ),
  );
}
