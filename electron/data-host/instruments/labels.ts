import { labelContent } from '#shared/contract/instruments.ts';
import type { LabelContent } from '#shared/contract/instruments.ts';
import type { Connection } from '../db/store.ts';
import { nameSql } from './keys.ts';
import { isInForce } from './list.ts';

/** In the order asked for; those in the bin are left out. */
export function readLabels(connection: Connection, ids: readonly string[]): LabelContent[] {
  const rows = connection.all<Readonly<Record<string, string | number | null>> & { readonly id: string }>(
    `SELECT i.id, i.label_code AS labelCode, i.serial, ${nameSql} AS name, i.asset_number AS assetNumber, l.calibrated_on AS calibratedOn,
       l.number AS certificateNumber, CASE WHEN i.interval_agreed = 1 THEN i.due_on END AS dueOn
     FROM instruments i LEFT JOIN products p ON p.id = i.product_id
     LEFT JOIN certificates l ON l.id = (SELECT c.id FROM certificates c WHERE c.instrument_id = i.id AND ${isInForce}
       ORDER BY c.calibrated_on DESC, c.created_at DESC, c.id DESC LIMIT 1)
     WHERE i.id IN (SELECT value FROM json_each(?)) AND i.deleted_at IS NULL`,
    [JSON.stringify(ids)],
  );
  const byId = new Map(rows.map((row) => [row.id, labelContent.parse(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
