import type { z } from 'zod';
import { outOfToleranceCase as caseSchema, touched as touchedSchema } from '#shared/contract/recall.ts';
import { inReach } from '#shared/domain/calibration/index.ts';
import type { Connection } from '../db/store.ts';
import type { outOfToleranceCases } from '../db/tables.ts';
import type { Row } from '../db/tables.ts';
import { instrumentNameSql } from '../instruments/index.ts';

export type OutOfToleranceCase = z.output<typeof caseSchema>;
export type Touched = z.output<typeof touchedSchema>;

type StoredCase = Row<typeof outOfToleranceCases> & {
  readonly serial: string;
  readonly name: string;
  readonly is_standard: number;
  readonly client_id: string | null;
  readonly client_name: string | null;
  readonly number: string;
  readonly failed_points: number;
  readonly as_found_points: number;
};

const from = `
  FROM out_of_tolerance_cases o JOIN instruments i ON i.id = o.instrument_id JOIN certificates k ON k.id = o.certificate_id
  LEFT JOIN products p ON p.id = i.product_id LEFT JOIN clients c ON c.id = i.client_id`;
const foundPoints = "SELECT count(*) FROM certificate_points n WHERE n.certificate_id = k.id AND n.stage IN ('as-found', 'only')";
const columns = `
  SELECT o.*, i.serial, ${instrumentNameSql} AS name, i.is_standard, i.client_id, c.name AS client_name, k.number,
    (${foundPoints} AND n.verdict IN ('fail', 'nonconform', 'conditional-fail')) AS failed_points, (${foundPoints}) AS as_found_points`;

/**
 * What the failure reaches. A reference standard: the calibrations that it was used in since it was last known to be good.
 * An instrument in a client's hands: itself, for what the client measured with it since then.
 */
const touchedSql = `
  SELECT i.client_id, c.name AS client_name, i.id AS instrument_id, i.serial, ${instrumentNameSql} AS name, x.certificate_id, x.certificate_number,
    x.from_on AS fromOn, x.to_on AS toOn,
    (SELECT l.id FROM calibration_letters l JOIN calibration_letter_items n ON n.letter_id = l.id AND n.deleted_at IS NULL
      WHERE l.out_of_tolerance_id = @caseId AND l.deleted_at IS NULL AND n.instrument_id = i.id LIMIT 1) AS letter_id
  FROM (
    SELECT k.instrument_id, k.id AS certificate_id, k.number AS certificate_number, k.document ->> '$.calibratedFromOn' AS from_on,
      k.document ->> '$.calibratedToOn' AS to_on
    FROM certificate_standards s JOIN certificates k ON k.id = s.certificate_id AND k.state = 'issued' AND k.deleted_at IS NULL
    WHERE s.instrument_id = @instrumentId AND s.deleted_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM certificates r WHERE r.replaces_id = k.id AND r.state = 'issued' AND r.deleted_at IS NULL)
    UNION ALL
    SELECT h.id, @certificateId, @certificateNumber, @foundOn, @foundOn FROM instruments h WHERE h.id = @instrumentId AND h.client_id IS NOT NULL
  ) x JOIN instruments i ON i.id = x.instrument_id AND i.deleted_at IS NULL LEFT JOIN products p ON p.id = i.product_id
  LEFT JOIN clients c ON c.id = i.client_id AND c.deleted_at IS NULL
  ORDER BY c.name IS NULL, c.name, x.to_on DESC, i.serial, i.id`;

interface StoredTouched {
  readonly client_id: string | null;
  readonly client_name: string | null;
  readonly instrument_id: string;
  readonly serial: string;
  readonly name: string;
  readonly certificate_id: string | null;
  readonly certificate_number: string | null;
  readonly fromOn: string;
  readonly toOn: string;
  readonly letter_id: string | null;
}

type Failure = Pick<OutOfToleranceCase, 'id' | 'instrumentId' | 'certificateId' | 'certificateNumber' | 'foundOn' | 'goodUntilOn'>;

export function readTouched(connection: Connection, { id, instrumentId, certificateId, certificateNumber, foundOn, goodUntilOn }: Failure): Touched[] {
  const rows = connection.all<StoredTouched>(touchedSql, { caseId: id, instrumentId, certificateId, certificateNumber, foundOn });
  return inReach({ fromOn: goodUntilOn, toOn: foundOn }, rows).inside.map((row) =>
    touchedSchema.parse({
      clientId: row.client_name === null ? null : row.client_id, clientName: row.client_name, instrumentId: row.instrument_id, instrumentName: row.name,
      serial: row.serial, certificateId: row.certificate_id, certificateNumber: row.certificate_number, on: row.toOn, letterId: row.letter_id,
    }),
  );
}

function toCase(connection: Connection, row: StoredCase): OutOfToleranceCase {
  const known = {
    id: row.id, instrumentId: row.instrument_id, certificateId: row.certificate_id, certificateNumber: row.number, foundOn: row.found_on,
    goodUntilOn: row.good_until_on,
  };
  const touched = readTouched(connection, known);
  return caseSchema.parse({
    ...known, instrumentName: row.name, serial: row.serial, isStandard: row.is_standard === 1, clientId: row.client_id, clientName: row.client_name,
    failedPoints: row.failed_points, pointCount: row.as_found_points,
    touchedClients: new Set(touched.flatMap(({ clientId }) => clientId ?? [])).size,
    touchedInstruments: new Set(touched.map(({ instrumentId }) => instrumentId)).size,
    conclusion: row.conclusion, closedOn: row.closed_on,
  });
}

/** Open ones first, then the newest. */
export function readCases(connection: Connection, { open, offset, limit }: { readonly open: boolean | null; readonly offset: number; readonly limit: number }): { total: number; rows: OutOfToleranceCase[] } {
  const where = 'WHERE o.deleted_at IS NULL AND (@open IS NULL OR (o.closed_on IS NULL) = @open)';
  const given = { open: open === null ? null : Number(open) };
  const total = connection.get<{ n: number }>(`SELECT count(*) AS n ${from} ${where}`, given)?.n ?? 0;
  const rows = connection.all<StoredCase>(
    `${columns} ${from} ${where} ORDER BY o.closed_on IS NOT NULL, o.found_on DESC, o.id LIMIT @limit OFFSET @offset`,
    { ...given, offset, limit },
  );
  return { total, rows: rows.map((row) => toCase(connection, row)) };
}

export function readCase(connection: Connection, id: string): OutOfToleranceCase | undefined {
  const row = connection.get<StoredCase>(`${columns} ${from} WHERE o.id = ? AND o.deleted_at IS NULL`, [id]);
  return row && toCase(connection, row);
}
