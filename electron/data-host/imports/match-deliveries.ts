import { newId } from '../db/ids.ts';
import { lineDeliveries, orderLines, orders, shipmentMilestones, shipments } from '../db/tables.ts';
import type { Row } from '../db/tables.ts';
import { differing } from './changes.ts';
import type { Matching } from './changes.ts';
import type { GatheredDelivery, GatheredLine, GatheredShipment } from './gather.ts';

type Numbered = { readonly number: string };

/** Rows of one parent by their number; live ones stand before those in the bin. */
class Children<R extends Numbered> {
  readonly #read: (parentId: string) => readonly R[];
  readonly #byParent = new Map<string, ReadonlyMap<string, R>>();

  constructor(read: (parentId: string) => readonly R[]) {
    this.#read = read;
  }

  find(parent: { readonly id: string; readonly state: string }, number: string): R | undefined {
    if (parent.state === 'created') return undefined;
    let rows = this.#byParent.get(parent.id);
    if (!rows) {
      rows = new Map(this.#read(parent.id).toReversed().map((row) => [row.number, row]));
      this.#byParent.set(parent.id, rows);
    }
    return rows.get(number);
  }
}

type OrderRow = Pick<Row<typeof orders>, 'id' | 'number' | 'ordered_on' | 'deleted_at'>;

export async function matchOrders({ connection, gathering, changes, pace, step }: Matching): Promise<void> {
  const known = new Children((clientId) =>
    connection.all<OrderRow>('SELECT id, number, ordered_on, deleted_at FROM orders WHERE client_id = ? ORDER BY deleted_at IS NOT NULL, id', [clientId]),
  );
  for (const order of gathering.orders) {
    const row = known.find(order.client, order.number);
    order.id = row?.id ?? newId();
    if (row) order.state = changes.update(orders, row, differing<OrderRow>(row, { ordered_on: order.orderedOn })) ? 'changed' : 'unchanged';
    else order.state = 'created';
    step();
    if (pace.isDue) await pace.rest();
  }
}

type ShipmentRow = Pick<Row<typeof shipments>, 'id' | 'number' | 'incoterm' | 'incoterm_place' | 'mode' | 'deleted_at'>;

export async function matchShipments({ connection, gathering, changes, pace, step }: Matching): Promise<void> {
  const known = new Children((clientId) =>
    connection.all<ShipmentRow>(
      'SELECT id, number, incoterm, incoterm_place, mode, deleted_at FROM shipments WHERE client_id = ? ORDER BY deleted_at IS NOT NULL, id',
      [clientId],
    ),
  );
  for (const shipment of gathering.shipments) {
    const row = known.find(shipment.client, shipment.number);
    shipment.id = row?.id ?? newId();
    if (row) {
      const wanted = { incoterm: shipment.incoterm, incoterm_place: shipment.incotermPlace, mode: shipment.mode };
      shipment.state = changes.update(shipments, row, differing<ShipmentRow>(row, wanted)) ? 'changed' : 'unchanged';
    } else shipment.state = 'created';
    step();
    if (pace.isDue) await pace.rest();
  }
}

type LineRow = Pick<
  Row<typeof orderLines>,
  | 'id' | 'number' | 'product_id' | 'ordered_quantity' | 'value_minor' | 'currency' | 'incoterm' | 'incoterm_place' | 'requested_on'
  | 'first_promised_on' | 'deleted_at'
>;

/** The first promise of each line that was there already, and what became of its deliveries: milestones are made of both. */
export interface MatchedLines {
  readonly firstPromises: ReadonlyMap<GatheredLine, string>;
  /** Deliveries of the store that the file tells again. */
  readonly retoldDeliveries: ReadonlySet<string>;
}

export async function matchLines(matching: Matching): Promise<MatchedLines> {
  const { connection, gathering, changes, pace, step } = matching;
  const firstPromises = new Map<GatheredLine, string>();
  const retoldDeliveries = new Set<string>();
  const known = new Children((orderId) =>
    connection.all<LineRow>(
      `SELECT id, number, product_id, ordered_quantity, value_minor, currency, incoterm, incoterm_place, requested_on, first_promised_on, deleted_at
       FROM order_lines WHERE order_id = ? ORDER BY deleted_at IS NOT NULL, id`,
      [orderId],
    ),
  );
  for (const line of gathering.lines) {
    const row = known.find(line.order, line.number);
    line.id = row?.id ?? newId();
    if (row) {
      const { valueMinor, currency } = line;
      const patch = differing<LineRow>(row, {
        product_id: line.product.id,
        ordered_quantity: line.quantity,
        incoterm: line.incoterm,
        incoterm_place: line.incotermPlace,
        requested_on: line.requestedOn,
        ...(row.first_promised_on === null ? { first_promised_on: line.firstPromisedOn } : {}),
      });
      // Amount and currency are one value: a CHECK ties them together, so they change together.
      const isRevalued = valueMinor !== null && (valueMinor !== row.value_minor || currency !== row.currency);
      const isChanged = changes.update(orderLines, row, isRevalued ? { ...patch, value_minor: valueMinor, currency } : patch);
      const isPromised = matchPromise(matching, line, row);
      const isDelivered = matchLineDeliveries(matching, line, retoldDeliveries);
      line.state = isChanged || isPromised || isDelivered ? 'changed' : 'unchanged';
      if (row.first_promised_on !== null) firstPromises.set(line, row.first_promised_on);
    } else {
      line.state = 'created';
      for (const delivery of line.deliveries) changes.deliveries.push(delivery);
    }
    step();
    if (pace.isDue) await pace.rest();
  }
  return { firstPromises, retoldDeliveries };
}

/** A promise that differs from the first one is a new version of it, unless it was made already. */
function matchPromise({ connection, changes }: Matching, line: GatheredLine, row: LineRow): boolean {
  const promisedOn = line.firstPromisedOn;
  if (promisedOn === null || row.first_promised_on === null || row.first_promised_on === promisedOn) return false;
  const isMade = connection.get('SELECT 1 FROM line_promises WHERE order_line_id = ? AND promised_on = ? AND deleted_at IS NULL', [row.id, promisedOn]);
  if (isMade !== undefined) return false;
  changes.promises.push({ line, promisedOn });
  return true;
}

type DeliveryRow = Pick<Row<typeof lineDeliveries>, 'id' | 'shipment_id' | 'quantity' | 'delivered_on' | 'deleted_at'>;

/**
 * Deliveries have no number of their own. What is told again word for word is the same. Of the rest, one on the same
 * shipment is the same delivery told better (a day that was open, a quantity put right), and so is one that had no
 * shipment; where the file tells no quantities, each line has one delivery and it is that one. Any other is a further one.
 */
function matchLineDeliveries({ connection, gathering, changes }: Matching, line: GatheredLine, retold: Set<string>): boolean {
  if (line.deliveries.length === 0) return false;
  const rows = connection.all<DeliveryRow>(
    'SELECT id, shipment_id, quantity, delivered_on, deleted_at FROM line_deliveries WHERE order_line_id = ? ORDER BY deleted_at IS NOT NULL, id',
    [line.id],
  );
  const open = new Set(rows);
  const take = (isSame: (row: DeliveryRow) => boolean): DeliveryRow | undefined => {
    for (const row of open) {
      if (!isSame(row)) continue;
      open.delete(row);
      retold.add(row.id);
      return row;
    }
    return undefined;
  };
  let isChanged = false;
  const differingOnes: GatheredDelivery[] = [];
  for (const delivery of line.deliveries) {
    const shipmentId = delivery.shipment?.id ?? null;
    const same = take((row) => row.shipment_id === shipmentId && row.quantity === delivery.quantity && row.delivered_on === delivery.deliveredOn);
    if (!same) differingOnes.push(delivery);
    else if (changes.update(lineDeliveries, same, {})) isChanged = true;
  }
  for (const delivery of differingOnes) {
    const shipmentId = delivery.shipment?.id ?? null;
    const row =
      take((each) => each.shipment_id === shipmentId && each.deleted_at === null) ??
      take((each) => each.shipment_id === null && each.deleted_at === null) ??
      (gathering.isDeliveredAsOrdered ? take((each) => each.deleted_at === null) : undefined);
    if (row) {
      const wanted = { shipment_id: shipmentId, quantity: delivery.quantity, delivered_on: delivery.deliveredOn };
      const patch = differing<DeliveryRow>(row, wanted);
      if (changes.update(lineDeliveries, row, patch)) isChanged = true;
    } else {
      changes.deliveries.push(delivery);
      isChanged = true;
    }
  }
  return isChanged;
}

/** UN/ECE Recommendation 24: delivered. */
export const deliveredEvent = '21';
export const importSource = 'import';

type MilestoneRow = Pick<Row<typeof shipmentMilestones>, 'id' | 'kind' | 'occurs_on' | 'deleted_at'>;
interface CarriedLine {
  readonly id: string;
  readonly delivered_on: string | null;
  readonly first_promised_on: string | null;
}

/**
 * A shipment is planned for the last day that was first promised for anything on it, and has arrived with the last
 * delivery of it: of the lines in this file and of those that the store has beside them.
 */
export async function matchMilestones({ connection, gathering, changes, pace, step }: Matching, lines: MatchedLines): Promise<void> {
  for (const shipment of gathering.shipments) {
    const isNew = shipment.state === 'created';
    const carried = isNew ? [] : carriedElsewhere(shipment);
    const planned = latest([
      ...carried.map((row) => row.first_promised_on),
      ...shipment.deliveries.map(({ line }) => lines.firstPromises.get(line) ?? line.firstPromisedOn),
    ]);
    const actual = latest([...carried.map((row) => row.delivered_on), ...shipment.deliveries.map(({ deliveredOn }) => deliveredOn)]);
    const known = isNew
      ? []
      : connection.all<MilestoneRow>(
          `SELECT id, kind, occurs_on, deleted_at FROM shipment_milestones WHERE shipment_id = ? AND event = ? AND source = ?
           ORDER BY deleted_at IS NOT NULL, id`,
          [shipment.id, deliveredEvent, importSource],
        );
    for (const [kind, on] of [['planned', planned], ['actual', actual]] as const) {
      if (on === null) continue;
      const row = known.find((each) => each.kind === kind);
      if (row) {
        if (!changes.update(shipmentMilestones, row, differing<MilestoneRow>(row, { occurs_on: on }))) continue;
      } else changes.milestones.push({ shipment, kind, on });
      if (!isNew) shipment.state = 'changed';
    }
    step();
    if (pace.isDue) await pace.rest();
  }

  function carriedElsewhere(shipment: GatheredShipment): readonly CarriedLine[] {
    return connection
      .all<CarriedLine>(
        `SELECT d.id, d.delivered_on, l.first_promised_on FROM line_deliveries d JOIN order_lines l ON l.id = d.order_line_id
         WHERE d.shipment_id = ? AND d.deleted_at IS NULL AND l.deleted_at IS NULL`,
        [shipment.id],
      )
      .filter(({ id }) => !lines.retoldDeliveries.has(id));
  }
}

const latest = (days: readonly (string | null)[]): string | null => {
  let last: string | null = null;
  for (const day of days) if (day !== null && (last === null || day > last)) last = day;
  return last;
};
