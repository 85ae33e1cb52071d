import { productOption } from '#shared/contract/instruments.ts';
import type { z } from 'zod';
import type { Connection } from '../db/store.ts';

type ProductOption = z.output<typeof productOption>;

const productsSql = (condition: string): string => `
  SELECT p.id, p.code, p.name, p.manufacturer, p.model, p.instrument_type AS instrumentType, p.calibration_interval_months AS intervalMonths,
    p.calibration_interval_cycles AS intervalCycles, (SELECT count(*) FROM instruments i WHERE i.product_id = p.id AND i.deleted_at IS NULL) AS instrumentCount
  FROM products p WHERE p.deleted_at IS NULL ${condition} ORDER BY p.name, p.id`;

type StoredProduct = Omit<ProductOption, 'instrumentType'> & { readonly instrumentType: string | null };

/** A type that another version of the app wrote is none here. */
const toProduct = (row: StoredProduct): ProductOption => ({ ...row, instrumentType: productOption.shape.instrumentType.catch(null).parse(row.instrumentType) });

export const readProducts = (connection: Connection): ProductOption[] => connection.all<StoredProduct>(productsSql('')).map(toProduct);

export function readProduct(connection: Connection, id: string): ProductOption | undefined {
  const row = connection.get<StoredProduct>(productsSql('AND p.id = ?'), [id]);
  return row && toProduct(row);
}

/** Sites at which a client has or had instruments, by name. */
export const readSites = (connection: Connection, clientId: string): string[] =>
  connection
    .all<{ site: string }>(
      `SELECT DISTINCT o.site FROM instrument_owners o JOIN instruments i ON i.id = o.instrument_id AND i.deleted_at IS NULL
       WHERE o.client_id = ? AND o.site IS NOT NULL AND o.deleted_at IS NULL ORDER BY o.site`,
      [clientId],
    )
    .map(({ site }) => site);

interface Deliverable {
  readonly lineId: string;
  readonly orderNumber: string;
  readonly lineNumber: string;
  readonly productId: string | null;
  readonly productName: string | null;
  readonly quantity: number;
  readonly recorded: number;
  readonly deliveredOn: string | null;
  readonly shipmentId: string | null;
  readonly shipmentNumber: string | null;
}

/** The shipment named is that of the last part. Newest deliveries first. */
const deliverableSql = `
  WITH delivered AS (
    SELECT l.id, l.number, l.product_id, o.number AS order_number, sum(d.quantity) AS quantity, max(d.delivered_on) AS delivered_on
    FROM orders o JOIN order_lines l ON l.order_id = o.id AND l.deleted_at IS NULL
    JOIN line_deliveries d ON d.order_line_id = l.id AND d.deleted_at IS NULL AND d.delivered_on IS NOT NULL
    WHERE o.client_id = ? AND o.deleted_at IS NULL GROUP BY l.id)
  SELECT g.id AS lineId, g.order_number AS orderNumber, g.number AS lineNumber, g.product_id AS productId, p.name AS productName, g.quantity,
    (SELECT count(*) FROM instruments i WHERE i.order_line_id = g.id AND i.deleted_at IS NULL) AS recorded, g.delivered_on AS deliveredOn,
    s.id AS shipmentId, s.number AS shipmentNumber
  FROM delivered g LEFT JOIN products p ON p.id = g.product_id
  LEFT JOIN shipments s ON s.id = (SELECT d.shipment_id FROM line_deliveries d WHERE d.order_line_id = g.id AND d.deleted_at IS NULL
    AND d.shipment_id IS NOT NULL ORDER BY d.delivered_on DESC NULLS LAST, d.id DESC LIMIT 1)
  WHERE recorded < g.quantity ORDER BY g.delivered_on DESC, g.order_number, g.number, g.id`;

export const readDeliverable = (connection: Connection, clientId: string): Deliverable[] => connection.all<Deliverable>(deliverableSql, [clientId]);
