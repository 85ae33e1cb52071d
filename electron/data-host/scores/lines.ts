import { trustedIsoDayToNumber } from '#shared/domain/calendar/index.ts';
import type { DeliveryLine, LinePromise, Party } from '#shared/domain/delivery/index.ts';
import type { Connection } from '../db/store.ts';

const columns = `
  SELECT o.client_id, l.id, l.order_id, o.ordered_on, l.ordered_quantity, l.requested_on, l.first_promised_on, l.cancelled_by,
    l.delay_reason, l.incoterm, l.value_minor, l.currency, l.product_id,
    d.quantity, d.delivered_on, d.documents_ok, d.condition_ok, d.shipment_id,
    EXISTS (SELECT 1 FROM line_promises p WHERE p.order_line_id = l.id)`;
const parts = 'LEFT JOIN line_deliveries d ON d.order_line_id = l.id AND d.deleted_at IS NULL';

/**
 * A run of clients in client order, each line with its parts one after the other, without a sort: reading a million lines
 * costs one walk along the indexes (the CROSS JOIN keeps the planner to it).
 */
const linesOfClients = `${columns}
  FROM orders o CROSS JOIN order_lines l ON l.order_id = o.id ${parts}
  WHERE o.client_id BETWEEN ? AND ? AND o.deleted_at IS NULL AND l.deleted_at IS NULL
  ORDER BY o.client_id, o.rowid, l.rowid, d.rowid`;

const linesById = `${columns}
  FROM order_lines l JOIN orders o ON o.id = l.order_id ${parts}
  WHERE l.id IN (SELECT value FROM json_each(?)) AND o.deleted_at IS NULL AND l.deleted_at IS NULL
  ORDER BY l.rowid, d.rowid`;

type LineTuple = readonly [
  clientId: string, id: string, orderId: string, orderedOn: string | null, orderedQuantity: number, requestedOn: string | null,
  firstPromisedOn: string | null, cancelledBy: Party | null, delayReason: string | null, incoterm: string | null,
  valueMinor: number | null, currency: string | null, productId: string | null, quantity: number | null, deliveredOn: string | null,
  documentsOk: number | null, conditionOk: number | null, shipmentId: string | null, hasPromises: number,
];

const promisesOfLines = `
  SELECT order_line_id, promised_on, made_at, made_by, asked_by, reason FROM line_promises
  WHERE order_line_id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL ORDER BY order_line_id, made_at, id`;

interface PromiseRow {
  readonly order_line_id: string;
  readonly promised_on: string;
  readonly made_at: string;
  readonly made_by: string;
  readonly asked_by: Party;
  readonly reason: string | null;
}

type Draft = { -readonly [K in keyof DeliveryLine]: DeliveryLine[K] };

const noPromises: readonly LinePromise[] = [];
const dayOrNull = (day: string | null): number | null => (day === null ? null : trustedIsoDayToNumber(day));
/** One bad part makes the line bad; a part that says nothing leaves it to the others. */
const together = (soFar: boolean | null, part: number | null): boolean | null => (part === null ? soFar : part === 1 && soFar !== false);

const startLine = (row: LineTuple, productLines: ReadonlyMap<string, string>): Draft => ({
  id: row[1], orderId: row[2], orderedQuantity: row[4], deliveredQuantity: 0, orderedDay: dayOrNull(row[3]), requestedDay: dayOrNull(row[5]),
  firstPromisedDay: dayOrNull(row[6]), promises: noPromises, deliveredDay: null, documentsOk: null, conditionOk: null, cancelledBy: row[7],
  delayReason: row[8], shipmentId: null, incoterm: row[9], valueMinor: row[10], currency: row[11],
  productLine: row[12] === null ? null : (productLines.get(row[12]) ?? row[12]),
});

/** What was really handed over: a part without a day is announced, not delivered. The line's day is that of its last part. */
const addPart = (line: Draft, row: LineTuple): void => {
  const deliveredOn = row[14];
  line.shipmentId = row[17] ?? line.shipmentId;
  if (deliveredOn === null) return;
  const day = trustedIsoDayToNumber(deliveredOn);
  line.deliveredQuantity += row[13] ?? 0;
  if (line.deliveredDay === null || day > line.deliveredDay) line.deliveredDay = day;
  line.documentsOk = together(line.documentsOk, row[15]);
  line.conditionOk = together(line.conditionOk, row[16]);
};

function addPromises(connection: Connection, lines: ReadonlyMap<string, Draft>): void {
  if (lines.size === 0) return;
  const byLine = new Map<string, LinePromise[]>();
  for (const row of connection.all<PromiseRow>(promisesOfLines, [JSON.stringify([...lines.keys()])])) {
    const promises = byLine.get(row.order_line_id) ?? [];
    promises.push({
      promisedDay: trustedIsoDayToNumber(row.promised_on), madeAt: row.made_at, madeBy: row.made_by, askedBy: row.asked_by, reason: row.reason,
    });
    byLine.set(row.order_line_id, promises);
  }
  for (const [id, promises] of byLine) {
    const line = lines.get(id);
    if (line) line.promises = promises;
  }
}

/** What "a new product line" means for a product: its kind, else the product itself. */
export const readProductLines = (connection: Connection): ReadonlyMap<string, string> =>
  new Map(connection.all<{ id: string; line: string }>('SELECT id, coalesce(kind, id) AS line FROM products').map(({ id, line }) => [id, line]));

export type LinesByClient = ReadonlyMap<string, readonly DeliveryLine[]>;

/** Lines of the clients whose identifiers lie between the two (both included), by client. Deleted rows never count. */
export const readLines = (
  connection: Connection,
  range: { readonly first: string; readonly last: string },
  productLines: ReadonlyMap<string, string>,
): LinesByClient => collectLines(connection, connection.iterateRaw<LineTuple>(linesOfClients, [range.first, range.last]), productLines);

/** The named lines, wherever they are; those that are deleted are left out. */
export const readLinesById = (connection: Connection, ids: readonly string[], productLines: ReadonlyMap<string, string>): LinesByClient =>
  collectLines(connection, connection.iterateRaw<LineTuple>(linesById, [JSON.stringify(ids)]), productLines);

function collectLines(connection: Connection, rows: Iterable<LineTuple>, productLines: ReadonlyMap<string, string>): LinesByClient {
  const byClient = new Map<string, DeliveryLine[]>();
  const promised = new Map<string, Draft>();
  let clientId = '';
  let ofClient: DeliveryLine[] = [];
  let line: Draft | undefined;
  for (const row of rows) {
    if (row[0] !== clientId) {
      clientId = row[0];
      ofClient = byClient.get(clientId) ?? [];
      byClient.set(clientId, ofClient);
    }
    if (line?.id !== row[1]) {
      line = startLine(row, productLines);
      ofClient.push(line);
      if (row[18] === 1) promised.set(line.id, line);
    }
    if (row[13] !== null) addPart(line, row);
  }
  addPromises(connection, promised);
  return byClient;
}
