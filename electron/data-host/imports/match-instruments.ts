import type { InstrumentInput } from '#shared/contract/instruments.ts';
import type { FieldKey, WarningCode } from '#shared/domain/importing/index.ts';
import { newId } from '../db/ids.ts';
import type { Connection } from '../db/store.ts';
import { instruments } from '../db/tables.ts';
import type { Row } from '../db/tables.ts';
import { bearerOf, calibrationDone, readRanges, startInterval, updateInstrument } from '../instruments/index.ts';
import type { InstrumentPatch, KnownStart } from '../instruments/index.ts';
import type { Matching } from './changes.ts';
import type { GatheredInstrument } from './gather.ts';

/** What the file tells of where an instrument came from, as rows of the store. */
const origins = new WeakMap<GatheredInstrument, { readonly orderLineId: string | null; readonly shipmentId: string | null }>();

export const knownStartOf = ({ part: { calibratedOn, dueOn } }: GatheredInstrument): KnownStart => ({ calibratedOn, dueOn });

const negative = (tolerance: string): string => (Number(tolerance) === 0 ? tolerance : `-${tolerance}`);

const rangesOf = ({ part: { range } }: GatheredInstrument): InstrumentInput['ranges'] =>
  range === null
    ? []
    : [{
        quantity: null, unit: range.unit, lower: range.lower, upper: range.upper, resolution: range.resolution,
        toleranceLower: range.tolerance === null ? null : negative(range.tolerance), toleranceUpper: range.tolerance,
      }];

/** A new instrument as the file tells it. */
export const inputOf = (entity: GatheredInstrument): InstrumentInput => ({
  serial: entity.part.serial, clientId: entity.client.id, site: entity.part.site, productId: entity.product?.id ?? null,
  manufacturer: entity.part.manufacturer, model: entity.part.model, description: null, instrumentType: null, assetNumber: entity.part.assetNumber,
  status: 'in-use', isStandard: false, orderLineId: origins.get(entity)?.orderLineId ?? null, shipmentId: origins.get(entity)?.shipmentId ?? null,
  deliveredOn: entity.part.deliveredOn, firstUsedOn: null, receivedOn: null, intervalMonths: entity.part.intervalMonths, intervalStarts: 'calibration',
  intervalAgreed: false, ranges: rangesOf(entity), notes: null,
});

type StoredRow = Row<typeof instruments>;

/** An order line and a shipment are the client's own; those that are not there are told, and left open. */
function findOrigin({ connection, gathering, changes }: Matching, entity: GatheredInstrument): void {
  const { client, orderNumber, lineNumber, shipmentNumber, rowNumber } = entity;
  const doubt = (field: FieldKey, code: WarningCode, value: string): null => {
    changes.warnings.push({ rowNumber, column: gathering.columnOf(field), field, code, value, params: {} });
    return null;
  };
  const isNew = client.state === 'created';
  const lineId = orderNumber === null || lineNumber === null || isNew
    ? undefined
    : connection.get<{ id: string }>(
        'SELECT l.id FROM orders o JOIN order_lines l ON l.order_id = o.id AND l.number = ? AND l.deleted_at IS NULL WHERE o.client_id = ? AND o.number = ? AND o.deleted_at IS NULL',
        [lineNumber, client.id, orderNumber],
      )?.id;
  const shipmentId = shipmentNumber === null || isNew
    ? undefined
    : connection.get<{ id: string }>('SELECT id FROM shipments WHERE client_id = ? AND number = ? AND deleted_at IS NULL', [client.id, shipmentNumber])?.id;
  origins.set(entity, {
    orderLineId: lineId ?? (orderNumber === null ? null : doubt('order.number', 'order-line-unknown', [orderNumber, lineNumber].filter((part) => part !== null).join(' / '))),
    shipmentId: shipmentId ?? (shipmentNumber === null ? null : doubt('shipment.number', 'shipment-unknown', shipmentNumber)),
  });
}

const differs = <T>(value: T | null, there: T | null): value is T => value !== null && value !== there;

/** The wanted fields that the instrument does not have. A blank is what the file does not tell: it never erases. */
function patchOf(connection: Connection, row: StoredRow, entity: GatheredInstrument): InstrumentPatch {
  const wanted = inputOf(entity);
  const isTheirs = row.client_id === null || row.client_id === entity.client.id;
  return {
    ...(row.client_id === null ? { clientId: wanted.clientId } : {}),
    ...(isTheirs && differs(wanted.site, row.site) ? { site: wanted.site } : {}),
    ...(row.product_id === null && wanted.productId !== null ? { productId: wanted.productId } : {}),
    ...(row.manufacturer === null && wanted.manufacturer !== null ? { manufacturer: wanted.manufacturer } : {}),
    ...(row.model === null && wanted.model !== null ? { model: wanted.model } : {}),
    ...(differs(wanted.assetNumber, row.asset_number) ? { assetNumber: wanted.assetNumber } : {}),
    ...(differs(wanted.orderLineId, row.order_line_id) ? { orderLineId: wanted.orderLineId } : {}),
    ...(differs(wanted.shipmentId, row.shipment_id) ? { shipmentId: wanted.shipmentId } : {}),
    ...(differs(wanted.deliveredOn, row.delivered_on) ? { deliveredOn: wanted.deliveredOn } : {}),
    ...(differs(wanted.intervalMonths, row.interval_months) ? { intervalMonths: wanted.intervalMonths } : {}),
    ...(wanted.ranges.length > 0 && readRanges(connection, row.id).length === 0 ? { ranges: wanted.ranges } : {}),
  };
}

/** A calibration later than all on record, or a due day where there is none. */
function matchCalibration({ connection, changes }: Matching, id: string, entity: GatheredInstrument): boolean {
  const known = knownStartOf(entity);
  const last = connection.get<{ day: string | null }>(
    "SELECT max(max(starts_on, coalesce(done_on, ''))) AS day FROM calibration_dues WHERE instrument_id = ? AND closed_as IS NULL AND deleted_at IS NULL", [id],
  )?.day ?? null;
  const { calibratedOn } = known;
  if (last === null) {
    if (calibratedOn === null && known.dueOn === null) return false;
    changes.updates.push((tx) => startInterval(tx, id, known));
    return true;
  }
  if (calibratedOn === null || calibratedOn <= last) return false;
  changes.updates.push((tx) => calibrationDone(tx, { instrumentId: id, calibratedOn, certificateId: null }));
  return true;
}

/**
 * By serial within its product, or its maker and model. An instrument that another client has stays with that client: a file
 * does not tell the day on which it was handed on, so a person is told instead.
 */
export async function matchInstruments(matching: Matching): Promise<void> {
  const { connection, gathering, changes, pace, step } = matching;
  for (const entity of gathering.instruments) {
    findOrigin(matching, entity);
    const make = { productId: entity.product?.id ?? null, manufacturer: entity.part.manufacturer, model: entity.part.model };
    const known = bearerOf(connection, entity.part.serial, make, { binToo: true });
    const row = known === undefined ? undefined : connection.get<StoredRow>('SELECT * FROM instruments WHERE id = ?', [known]);
    entity.id = row?.id ?? newId();
    if (!row) entity.state = 'created';
    else {
      const isBack = changes.update(instruments, row, {});
      const patch = patchOf(connection, row, entity);
      const isPatched = Object.keys(patch).length > 0;
      if (isPatched) changes.updates.push((tx) => updateInstrument(tx, row.id, patch));
      const isCalibrated = matchCalibration(matching, row.id, entity);
      entity.state = isBack || isPatched || isCalibrated ? 'changed' : 'unchanged';
      if (row.client_id !== null && row.client_id !== entity.client.id) {
        changes.warnings.push({ rowNumber: entity.rowNumber, column: gathering.columnOf('instrument.serial'), field: 'instrument.serial', code: 'instrument-held-elsewhere', value: row.serial, params: {} });
      }
    }
    step();
    if (pace.isDue) await pace.rest();
  }
}
