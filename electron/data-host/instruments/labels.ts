import type { LabelContent } from '#shared/contract/instruments.ts';
import type { Connection } from '../db/store.ts';
import { isInForce, readInstrumentRowsById } from './list.ts';

interface LabelRow {
  readonly id: string;
  readonly is_agreed: number;
  readonly certificate_number: string | null;
}

const labelsSql = `
  SELECT i.id, i.interval_agreed AS is_agreed, (SELECT c.number FROM certificates c WHERE c.instrument_id = i.id AND ${isInForce}
    ORDER BY c.calibrated_on DESC, c.created_at DESC, c.id DESC LIMIT 1) AS certificate_number
  FROM instruments i WHERE i.id IN (SELECT value FROM json_each(?))`;

/** In the order asked for; those in the bin are left out. A due day stands only where the interval was agreed with the client. */
export function readLabels(connection: Connection, ids: readonly string[], today: string): LabelContent[] {
  const rows = new Map(connection.all<LabelRow>(labelsSql, [JSON.stringify(ids)]).map((row) => [row.id, row]));
  return readInstrumentRowsById(connection, ids, today).map((row) => ({
    id: row.id, labelCode: row.labelCode, serial: row.serial, name: row.name, assetNumber: row.assetNumber, calibratedOn: row.lastCalibratedOn,
    certificateNumber: rows.get(row.id)?.certificate_number ?? null, dueOn: rows.get(row.id)?.is_agreed === 1 ? row.dueOn : null,
  }));
}
