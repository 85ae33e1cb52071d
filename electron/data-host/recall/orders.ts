import { calibrationOrder as orderSchema } from '#shared/contract/recall.ts';
import type { CalibrationOrder } from '#shared/contract/recall.ts';
import { nextOrderSteps, orderSteps } from '#shared/domain/calibration/index.ts';
import type { OrderStep } from '#shared/domain/calibration/index.ts';
import { newId } from '../db/ids.ts';
import type { Connection, Transaction } from '../db/store.ts';
import { calibrationOrders } from '../db/tables.ts';
import type { Row } from '../db/tables.ts';
import { instrumentNameSql } from '../instruments/index.ts';

type StoredOrder = Row<typeof calibrationOrders> & {
  readonly serial: string;
  readonly name: string;
  readonly client_name: string | null;
  readonly certificate_id: string | null;
  readonly certificate_number: string | null;
  readonly certificate_state: string | null;
};

/** The column that keeps the day of a step. */
export const columnOf = {
  received: 'received_on', 'as-found': 'as_found_on', adjusted: 'adjusted_on', 'as-left': 'as_left_on', certificate: 'certified_on', shipped: 'shipped_on',
} as const satisfies Readonly<Record<OrderStep, keyof Row<typeof calibrationOrders>>>;

/** An amended certificate stands in the place of the one it replaced. */
const from = `
  FROM calibration_orders o JOIN instruments i ON i.id = o.instrument_id LEFT JOIN products p ON p.id = i.product_id LEFT JOIN clients c ON c.id = o.client_id
  LEFT JOIN certificates k ON k.id = (SELECT n.id FROM certificates n WHERE n.calibration_order_id = o.id AND n.deleted_at IS NULL
    ORDER BY n.state = 'issued' DESC, n.created_at DESC, n.id DESC LIMIT 1)`;
const columns = `
  SELECT o.*, i.serial, ${instrumentNameSql} AS name, c.name AS client_name,
    k.id AS certificate_id, k.number AS certificate_number, k.state AS certificate_state`;

function toOrder(row: StoredOrder): CalibrationOrder {
  const steps: CalibrationOrder['steps'] = {
    received: row.received_on, 'as-found': row.as_found_on, adjusted: row.adjusted_on, 'as-left': row.as_left_on, certificate: row.certified_on,
    shipped: row.shipped_on,
  };
  return orderSchema.parse({
    id: row.id, number: row.number, instrumentId: row.instrument_id, instrumentName: row.name, serial: row.serial, clientId: row.client_id,
    clientName: row.client_name, laboratory: row.laboratory, bookedOn: row.booked_on, steps,
    next: row.cancelled_on === null ? nextOrderSteps(steps) : [],
    certificate: row.certificate_id === null ? null : { id: row.certificate_id, number: row.certificate_number, state: row.certificate_state },
    cancelledOn: row.cancelled_on, cancelReason: row.cancel_reason, note: row.note,
  });
}

export interface OrderQuery {
  readonly clientId: string | null;
  readonly instrumentId: string | null;
  readonly open: boolean | null;
  readonly offset: number;
  readonly limit: number;
}

const isOpen = '(o.shipped_on IS NULL AND o.cancelled_on IS NULL)';

/** Open ones first, then the newest. */
export function readOrders(connection: Connection, { clientId, instrumentId, open, offset, limit }: OrderQuery): { total: number; rows: CalibrationOrder[] } {
  const where = `WHERE o.deleted_at IS NULL AND (@clientId IS NULL OR o.client_id = @clientId)
    AND (@instrumentId IS NULL OR o.instrument_id = @instrumentId) AND (@open IS NULL OR ${isOpen} = @open)`;
  const given = { clientId, instrumentId, open: open === null ? null : Number(open) };
  const total = connection.get<{ n: number }>(`SELECT count(*) AS n ${from} ${where}`, given)?.n ?? 0;
  const rows = connection.all<StoredOrder>(
    `${columns} ${from} ${where} ORDER BY ${isOpen} DESC, o.booked_on DESC, o.number DESC, o.id LIMIT @limit OFFSET @offset`,
    { ...given, offset, limit },
  );
  return { total, rows: rows.map(toOrder) };
}

export function readOrder(connection: Connection, id: string): CalibrationOrder | undefined {
  const row = connection.get<StoredOrder>(`${columns} ${from} WHERE o.id = ? AND o.deleted_at IS NULL`, [id]);
  return row && toOrder(row);
}

/** Instruments among these that are on their way through a laboratory already. */
export const instrumentsBooked = (connection: Connection, instrumentIds: readonly string[]): ReadonlySet<string> =>
  new Set(
    connection
      .all<{ id: string }>(
        `SELECT DISTINCT o.instrument_id AS id FROM calibration_orders o
         WHERE o.instrument_id IN (SELECT value FROM json_each(?)) AND o.deleted_at IS NULL AND ${isOpen}`,
        [JSON.stringify(instrumentIds)],
      )
      .map(({ id }) => id),
  );

const prefix = 'CAL';

/** The next running number of the year: CAL-2026-0042. */
function nextNumber(connection: Connection, year: string): number {
  const start = `${prefix}-${year}-`;
  return (connection.get<{ n: number | null }>(
    'SELECT max(CAST(substr(number, @from) AS INTEGER)) AS n FROM calibration_orders WHERE number GLOB @pattern',
    { from: start.length + 1, pattern: `${start}[0-9]*` },
  )?.n ?? 0) + 1;
}

export interface Booking {
  readonly instruments: readonly { readonly id: string; readonly clientId: string | null }[];
  readonly laboratory: string | null;
  readonly bookedOn: string;
  readonly note: string | null;
  readonly staffId: string | null;
}

/** @returns the identifiers, in the order of the instruments. */
export function bookOrders(tx: Transaction, { instruments, laboratory, bookedOn, note, staffId }: Booking): string[] {
  const year = bookedOn.slice(0, 4);
  const first = nextNumber(tx, year);
  return instruments.map((instrument, index) => {
    const id = newId();
    tx.insert(calibrationOrders, {
      id, number: `${prefix}-${year}-${String(first + index).padStart(4, '0')}`, instrument_id: instrument.id, client_id: instrument.clientId, laboratory,
      booked_on: bookedOn, received_on: null, as_found_on: null, adjusted_on: null, as_left_on: null, certified_on: null, shipped_on: null,
      cancelled_on: null, cancel_reason: null, note, staff_id: staffId, created_at: tx.context.at, updated_at: tx.context.at, deleted_at: null,
    });
    return id;
  });
}

/** The newest step taken, null before the first. */
export const lastStepOf = ({ steps }: CalibrationOrder): OrderStep | null => orderSteps.findLast((step) => steps[step] !== null) ?? null;

/** What keeps a step from being taken. */
export function stepProblem(order: CalibrationOrder, step: OrderStep, on: string, today: string): { field: string; code: string } | undefined {
  if (!order.next.includes(step)) return { field: 'step', code: 'not-next' };
  if (on > today) return { field: 'on', code: 'ahead' };
  const last = lastStepOf(order);
  if (on < ((last && order.steps[last]) ?? order.bookedOn)) return { field: 'on', code: 'before-the-last-step' };
  return undefined;
}
