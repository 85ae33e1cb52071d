import type { Issue } from '#shared/contract/errors.ts';
import type { InstrumentInput } from '#shared/contract/instruments.ts';
import { compareDecimals } from '#shared/domain/calibration/index.ts';
import { normaliseForSearch } from '#shared/i18n/text/index.ts';
import type { Connection } from '../db/store.ts';
import { sameSerial, serialKey } from './keys.ts';
import type { InstrumentPatch } from './write.ts';

export type Make = Pick<InstrumentInput, 'productId' | 'manufacturer' | 'model'>;

interface SerialRow {
  readonly id: string;
  readonly serial: string;
  readonly product_id: string | null;
  readonly manufacturer: string | null;
  readonly model: string | null;
}

const sameSql = `
  SELECT i.id, i.serial, i.product_id, coalesce(i.manufacturer, p.manufacturer) AS manufacturer, coalesce(i.model, p.model) AS model
  FROM instruments i LEFT JOIN products p ON p.id = i.product_id WHERE i.serial_key = ? AND (i.deleted_at IS NULL OR ?)
    AND i.is_sample <= ? ORDER BY i.deleted_at IS NOT NULL, i.id`;

const folded = (text: string | null): string => normaliseForSearch(text ?? '');

/**
 * The instrument that bears the serial already: of the same product, or of the same manufacturer and model.
 * @param looking `exceptId`: the instrument itself, when it is changed; `binToo`: a file says that it exists, so that it comes
 * back from the bin (sample instruments are nobody's then).
 */
export function bearerOf(connection: Connection, serial: string, make: Make, { exceptId, binToo = false }: { readonly exceptId?: string; readonly binToo?: boolean } = {}): string | undefined {
  const rows = connection.all<SerialRow>(sameSql, [serialKey(serial), Number(binToo), Number(!binToo)]).filter((row) => row.id !== exceptId && sameSerial(row.serial, serial));
  if (rows.length === 0) return undefined;
  const product = make.productId === null
    ? undefined
    : connection.get<{ manufacturer: string | null; model: string | null }>('SELECT manufacturer, model FROM products WHERE id = ?', [make.productId]);
  const [manufacturer, model] = [folded(make.manufacturer ?? product?.manufacturer ?? null), folded(make.model ?? product?.model ?? null)];
  const isSame = (row: SerialRow): boolean => {
    if (row.product_id !== null && row.product_id === make.productId) return true;
    if (row.product_id !== null && make.productId !== null && manufacturer === '' && model === '') return false;
    return folded(row.manufacturer) === manufacturer && folded(row.model) === model;
  };
  return rows.find(isSame)?.id;
}

export const serialIssues = (connection: Connection, serials: readonly string[], make: Make): Issue[] =>
  serials.flatMap((serial, index) =>
    serials.findIndex((other) => sameSerial(other, serial)) < index || bearerOf(connection, serial, make) !== undefined ? [{ field: `serials.${index}`, code: 'taken' }] : [],
  );

const isThere = (connection: Connection, table: 'products' | 'clients', id: string): boolean =>
  connection.get(`SELECT 1 FROM ${table} WHERE id = ? AND deleted_at IS NULL`, [id]) !== undefined;

/** What the shape of the input cannot tell. An order line and a shipment must be of a client who has or had the instrument. */
export function findIssues(connection: Connection, patch: InstrumentPatch, holders: readonly (string | null)[]): Issue[] {
  const issues: Issue[] = [];
  if (typeof patch.clientId === 'string' && !isThere(connection, 'clients', patch.clientId)) issues.push({ field: 'clientId', code: 'unknown-client' });
  if (typeof patch.productId === 'string' && !isThere(connection, 'products', patch.productId)) issues.push({ field: 'productId', code: 'unknown-product' });
  if (typeof patch.orderLineId === 'string') {
    const line = connection.get<{ client_id: string }>(
      'SELECT o.client_id FROM order_lines l JOIN orders o ON o.id = l.order_id WHERE l.id = ? AND l.deleted_at IS NULL AND o.deleted_at IS NULL', [patch.orderLineId],
    );
    if (!line) issues.push({ field: 'orderLineId', code: 'unknown-order-line' });
    else if (!holders.includes(line.client_id)) issues.push({ field: 'orderLineId', code: 'not-of-client' });
  }
  if (typeof patch.shipmentId === 'string') {
    const shipment = connection.get<{ client_id: string }>('SELECT client_id FROM shipments WHERE id = ? AND deleted_at IS NULL', [patch.shipmentId]);
    if (!shipment) issues.push({ field: 'shipmentId', code: 'unknown-shipment' });
    else if (!holders.includes(shipment.client_id)) issues.push({ field: 'shipmentId', code: 'not-of-client' });
  }
  return [...issues, ...rangeIssues(patch.ranges ?? [])];
}

const rangeIssues = (ranges: InstrumentInput['ranges']): Issue[] =>
  ranges.flatMap(({ lower, upper, toleranceLower, toleranceUpper }, index) => [
    ...(lower !== null && upper !== null && compareDecimals(lower, upper) > 0 ? [{ field: `ranges.${index}.lower`, code: 'above-upper' }] : []),
    ...(toleranceLower !== null && toleranceUpper !== null && compareDecimals(toleranceLower, toleranceUpper) > 0
      ? [{ field: `ranges.${index}.toleranceLower`, code: 'above-upper' }]
      : []),
  ]);
