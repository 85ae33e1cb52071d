import type { z } from 'zod';
import { orderLineDetail } from '#shared/contract/orders.ts';
import type { OrderLineRow } from '#shared/contract/orders.ts';
import { numberToIsoDay } from '#shared/domain/calendar/index.ts';
import { dueDayOf, latenessDaysOf } from '#shared/domain/delivery/index.ts';
import type { DeliveryLine, DeliveryMeasure } from '#shared/domain/delivery/index.ts';
import type { Connection } from '../db/store.ts';
import { readLinesById, readProductLines } from '../scores/index.ts';
import { outcomeOf } from './judge.ts';

export type OrderLineDetail = z.output<typeof orderLineDetail>;

interface LineNames {
  readonly id: string;
  readonly order_number: string;
  readonly number: string;
  readonly client_id: string;
  readonly client_name: string;
  readonly product_name: string | null;
  readonly shipment_number: string | null;
  readonly shipment_mode: string | null;
  readonly file_name: string | null;
  readonly source_row: number | null;
}

/** The shipment named is that of the last part. */
const namesSql = `
  SELECT l.id, o.number AS order_number, l.number, c.id AS client_id, c.name AS client_name, p.name AS product_name,
    s.number AS shipment_number, s.mode AS shipment_mode, b.file_name, l.source_row
  FROM order_lines l JOIN orders o ON o.id = l.order_id JOIN clients c ON c.id = o.client_id LEFT JOIN products p ON p.id = l.product_id
  LEFT JOIN shipments s ON s.id = (SELECT d.shipment_id FROM line_deliveries d WHERE d.order_line_id = l.id AND d.deleted_at IS NULL
    AND d.shipment_id IS NOT NULL ORDER BY d.delivered_on DESC NULLS LAST, d.id DESC LIMIT 1)
  LEFT JOIN import_batches b ON b.id = l.import_batch_id
  WHERE l.id IN (SELECT value FROM json_each(?)) AND c.deleted_at IS NULL`;

const dayOrNull = (day: number | null): string | null => (day === null ? null : numberToIsoDay(day));

const toRow = (line: DeliveryLine, names: LineNames, measure: DeliveryMeasure, asOfDay: number): OrderLineRow => ({
  id: line.id, orderId: line.orderId, orderNumber: names.order_number, lineNumber: names.number, clientId: names.client_id,
  clientName: names.client_name, productName: names.product_name, orderedQuantity: line.orderedQuantity,
  deliveredQuantity: line.deliveredQuantity,
  value: line.valueMinor === null || line.currency === null ? null : { minor: line.valueMinor, currency: line.currency },
  incoterm: line.incoterm, requestedOn: dayOrNull(line.requestedDay), firstPromisedOn: dayOrNull(line.firstPromisedDay),
  currentPromisedOn: dayOrNull(dueDayOf(line, 'current-promise', asOfDay)), deliveredOn: dayOrNull(line.deliveredDay),
  documentsOk: line.documentsOk, conditionOk: line.conditionOk, latenessDays: latenessDaysOf(line, measure, asOfDay),
  outcome: outcomeOf(line, measure, asOfDay), shipmentNumber: names.shipment_number, shipmentMode: names.shipment_mode,
  sourceFile: names.file_name, sourceRow: names.source_row,
});

/** The named lines in the order given; those that are deleted, or whose client is in the bin, are left out. */
export function readRows(connection: Connection, ids: readonly string[], measure: DeliveryMeasure, asOfDay: number): OrderLineRow[] {
  if (ids.length === 0) return [];
  const lines = new Map([...readLinesById(connection, ids, readProductLines(connection)).values()].flat().map((line) => [line.id, line]));
  const names = new Map(connection.all<LineNames>(namesSql, [JSON.stringify(ids)]).map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const line = lines.get(id);
    const named = names.get(id);
    return line && named ? [toRow(line, named, measure, asOfDay)] : [];
  });
}

const { promises, deliveries, milestones } = orderLineDetail.shape;

/** One line with every promise, part and milestone; undefined where there is none. */
export function readDetail(connection: Connection, id: string, measure: DeliveryMeasure, asOfDay: number): OrderLineDetail | undefined {
  const row = readRows(connection, [id], measure, asOfDay)[0];
  if (!row) return undefined;
  return {
    ...row,
    promises: promises.parse(
      connection.all(
        `SELECT id, promised_on AS promisedOn, made_at AS madeAt, made_by AS madeBy, asked_by AS askedBy, reason FROM line_promises
         WHERE order_line_id = ? AND deleted_at IS NULL ORDER BY made_at, id`, [id],
      ),
    ),
    deliveries: deliveries.parse(
      connection.all(
        `SELECT d.id, d.quantity, d.delivered_on AS deliveredOn, s.number AS shipmentNumber FROM line_deliveries d
         LEFT JOIN shipments s ON s.id = d.shipment_id WHERE d.order_line_id = ? AND d.deleted_at IS NULL ORDER BY d.delivered_on NULLS LAST, d.id`, [id],
      ),
    ),
    milestones: milestones.parse(
      connection.all(
        `SELECT DISTINCT m.event, m.kind, m.occurs_on AS occursOn, m.place, m.source FROM line_deliveries d
         JOIN shipment_milestones m ON m.shipment_id = d.shipment_id AND m.deleted_at IS NULL
         WHERE d.order_line_id = ? AND d.deleted_at IS NULL ORDER BY m.occurs_on, m.event, m.kind`, [id],
      ),
    ),
  };
}
