import type { z } from 'zod';
import type { CertificateRow, StoredCertificate, certificateListInput } from '#shared/contract/certificates.ts';
import { verdict as verdictSchema } from '#shared/contract/certificates.ts';
import type { MeasurementPoint, Verdict } from '#shared/domain/calibration/index.ts';
import { searchWords } from '#shared/i18n/text/index.ts';
import type { Connection, Pulse } from '../db/store.ts';
import type { attachments, certificatePoints } from '../db/tables.ts';
import type { Row } from '../db/tables.ts';
import { instrumentNameSql, readInstrument } from '../instruments/index.ts';
import { completenessOf } from './completeness.ts';
import { caseOf } from './out-of-tolerance.ts';
import { readPoints } from './points.ts';
import { documentOf, listedColumns, pointOf, readStored, toCertificateRow, withSuccessor } from './rows.ts';
import type { ListedRow } from './rows.ts';
import { standardsInUse } from './standards.ts';
import { judgeAll } from './verdicts.ts';
import type { Verdicts } from './verdicts.ts';

const listedRow = (connection: Connection, id: string): ListedRow | undefined =>
  connection.get<ListedRow>(`SELECT ${listedColumns} FROM ${withSuccessor} WHERE c.id = ?`, [id]);

const numberOf = (connection: Connection, id: string | null): StoredCertificate['replaces'] =>
  id === null ? null : (connection.get<{ id: string; number: string }>('SELECT id, number FROM certificates WHERE id = ?', [id]) ?? null);

function pdfOf(connection: Connection, attachmentId: string | null): StoredCertificate['pdf'] {
  const row = attachmentId === null ? undefined : readAttachment(connection, attachmentId);
  return row ? { name: row.name, sizeBytes: row.size_bytes } : null;
}

export const readAttachment = (connection: Connection, id: string): Row<typeof attachments> | undefined =>
  connection.get<Row<typeof attachments>>('SELECT * FROM attachments WHERE id = ? AND deleted_at IS NULL', [id]);

/**
 * @param judged what its rule says, where the caller has it already
 * @returns undefined where there is none, where it is in the bin, or where its instrument or the client of that is.
 */
export async function readCertificate(connection: Connection, id: string, pulse: Pulse, judged?: Verdicts): Promise<StoredCertificate | undefined> {
  const stored = readStored(connection, id);
  const listed = listedRow(connection, id);
  const instrument = stored && readInstrument(connection, stored.instrument_id);
  if (!stored || !listed || !instrument) return undefined;
  const document = documentOf(stored);
  const standards = standardsInUse(connection, id, document);
  const points = await readPoints(connection, id, pulse);
  const { decisions } = judged ?? (await judgeAll({ document, points }, pulse));
  return {
    ...toCertificateRow(listed), document, clientId: instrument.clientId, instrumentName: instrument.name, serial: instrument.serial,
    standardsInUse: standards, replaces: numberOf(connection, stored.replaces_id), calibrationOrderId: stored.calibration_order_id,
    ...completenessOf({ document, points }, decisions, standards),
    dcc: stored.origin === 'dcc' ? { identifier: stored.dcc_identifier, version: stored.dcc_version } : null,
    pdf: pdfOf(connection, stored.pdf_attachment_id), outOfToleranceCaseId: caseOf(connection, id) ?? null, updatedAt: stored.updated_at,
  };
}

/** A page of the points with their stored verdicts. */
export function readPointPage(connection: Connection, certificateId: string, { offset, limit }: { readonly offset: number; readonly limit: number }): (MeasurementPoint & { verdict: Verdict })[] {
  return connection
    .all<Row<typeof certificatePoints>>('SELECT * FROM certificate_points WHERE certificate_id = ? AND position >= ? ORDER BY position LIMIT ?', [certificateId, offset, limit])
    .map((row) => Object.assign(pointOf(row), { verdict: verdictSchema.parse(row.verdict) }));
}

type ListInput = z.output<typeof certificateListInput>;
type ListedCertificate = CertificateRow & { serial: string; instrumentName: string; clientName: string | null };

const holders = 'JOIN instruments i ON i.id = c.instrument_id AND i.deleted_at IS NULL LEFT JOIN clients k ON k.id = i.client_id';

/** The statement of a page, for the query-plan test as much as for the page. Which rows it has is known before they are joined. */
export const pageSql = (where: string): string => `
  SELECT ${listedColumns}, i.serial, ${instrumentNameSql} AS name, k.name AS client_name
  FROM ${withSuccessor} ${holders} LEFT JOIN products p ON p.id = i.product_id WHERE ${where}
  ORDER BY c.calibrated_on DESC, c.id DESC LIMIT ? OFFSET ?`;

/** The newest calibration first. A word is found in the number, or in what the instrument or its client is found by. */
export function listCertificates(connection: Connection, { clientId, search, states, offset, limit }: ListInput): { total: number; rows: ListedCertificate[] } {
  const parts: { readonly sql: string; readonly parameters: readonly unknown[] }[] = [
    { sql: 'c.deleted_at IS NULL AND (i.client_id IS NULL OR k.deleted_at IS NULL)', parameters: [] },
  ];
  if (clientId !== null) parts.push({ sql: 'i.client_id = ?', parameters: [clientId] });
  if (states.length > 0) parts.push({ sql: 'c.state IN (SELECT value FROM json_each(?))', parameters: [JSON.stringify(states)] });
  for (const word of searchWords(search)) {
    parts.push({
      sql: `(instr(c.number_key, ?) > 0 OR EXISTS (SELECT 1 FROM instrument_index x WHERE x.id = i.id AND instr(x.search_text, ?) > 0)
        OR i.client_id IN (SELECT s.id FROM client_summaries s WHERE instr(s.search_text, ?) > 0))`,
      parameters: [word, word, word],
    });
  }
  const where = parts.map(({ sql }) => sql).join(' AND ');
  const parameters = parts.flatMap((part) => part.parameters);
  const total = connection.get<{ n: number }>(`SELECT count(*) AS n FROM certificates c ${holders} WHERE ${where}`, parameters)?.n ?? 0;
  const rows = connection.all<ListedRow & { serial: string; name: string; client_name: string | null }>(pageSql(where), [...parameters, limit, offset]);
  return { total, rows: rows.map((row) => Object.assign(toCertificateRow(row), { serial: row.serial, instrumentName: row.name, clientName: row.client_name })) };
}
