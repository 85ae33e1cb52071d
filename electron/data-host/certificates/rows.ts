import { certificateDocument, certificateRow, measurementPoint, verdict as verdictSchema } from '#shared/contract/certificates.ts';
import type { CertificateRow, DocumentContent } from '#shared/contract/certificates.ts';
import type { MeasurementPoint, Verdict } from '#shared/domain/calibration/index.ts';
import type { Connection } from '../db/store.ts';
import { numberKey } from './numbers.ts';
import type { certificates } from '../db/tables.ts';
import type { Row } from '../db/tables.ts';

export type StoredRow = Row<typeof certificates>;
export type ListedRow = Omit<StoredRow, 'document'> & { readonly replaced_by_id: string | null; readonly replaced_by_number: string | null };

/** Of certificate `c`: the issued one that stands in its place, or none. */
const successor = "r.replaces_id = c.id AND r.state = 'issued' AND r.deleted_at IS NULL";

/** Condition on certificate `c`: issued, and no other stands in its place. Only such a one says anything of its instrument. */
export const isInForce = `c.state = 'issued' AND c.deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM certificates r WHERE ${successor})`;

/** All columns but the document, which no list needs; `c` is the certificate, `r` its successor. */
export const listedColumns = `c.id, c.instrument_id, c.number, c.number_key, c.state, c.origin, c.is_own_laboratory, c.laboratory_name, c.calibrated_on, c.issued_on,
  c.is_complete, c.as_found_verdict, c.verdict, c.point_count, c.replaces_id, c.calibration_order_id, c.dcc_sha256, c.dcc_identifier, c.dcc_version,
  c.dcc_signature, c.pdf_attachment_id, c.staff_id, c.created_at, c.updated_at, c.deleted_at, c.dcc_item,
  r.id AS replaced_by_id, r.number AS replaced_by_number`;

export const withSuccessor = `certificates c LEFT JOIN certificates r ON ${successor}`;

const verdictOf = (stored: string | null): Verdict | null => (stored === null ? null : verdictSchema.parse(stored));

export const toCertificateRow = (row: ListedRow): CertificateRow => ({
  id: row.id, instrumentId: row.instrument_id, number: row.number, state: certificateRow.shape.state.parse(row.state),
  origin: certificateRow.shape.origin.parse(row.origin), isOwnLaboratory: row.is_own_laboratory === 1, laboratoryName: row.laboratory_name,
  calibratedOn: row.calibrated_on, issuedOn: row.issued_on, isComplete: row.is_complete === 1, asFoundVerdict: verdictOf(row.as_found_verdict),
  verdict: verdictOf(row.verdict), pointCount: row.point_count,
  replacedBy: row.replaced_by_id === null || row.replaced_by_number === null ? null : { id: row.replaced_by_id, number: row.replaced_by_number },
  signature: certificateRow.shape.signature.parse(row.dcc_signature),
});

/** The certificate of an instrument's last calibration up to a day, itself included. */
export const latestCertificate = (connection: Connection, instrumentId: string, onOrBefore: string): Pick<StoredRow, 'id' | 'number'> | undefined =>
  connection.get<Pick<StoredRow, 'id' | 'number'>>(
    `SELECT c.id, c.number FROM certificates c WHERE c.instrument_id = ? AND c.calibrated_on <= ? AND ${isInForce}
     ORDER BY c.calibrated_on DESC, c.created_at DESC, c.id DESC LIMIT 1`,
    [instrumentId, onOrBefore],
  );

/** The issued certificate that stands in the place of this one. */
export const successorOf = (connection: Connection, id: string): string | undefined =>
  connection.get<{ id: string }>(`SELECT r.id FROM certificates c JOIN certificates r ON ${successor} WHERE c.id = ?`, [id])?.id;

/** The certificate itself, or the last of those that came to stand in its place. */
export function currentOf(connection: Connection, id: string): string {
  const next = successorOf(connection, id);
  return next === undefined ? id : currentOf(connection, next);
}

/** Of an instrument, the certificate in force under a number, however that is spelt, or under the identifier of its file. */
export const inForceNamed = (connection: Connection, instrumentId: string, name: string): string | undefined =>
  connection.get<{ id: string }>(
    `SELECT c.id FROM certificates c WHERE c.instrument_id = ? AND (c.number_key = ? OR c.dcc_identifier = ?) AND ${isInForce} ORDER BY c.created_at DESC, c.id DESC LIMIT 1`,
    [instrumentId, numberKey(name), name],
  )?.id;

export const readStored = (connection: Connection, id: string, inBin = false): StoredRow | undefined =>
  connection.get<StoredRow>(
    `SELECT c.* FROM certificates c JOIN instruments i ON i.id = c.instrument_id AND i.deleted_at IS NULL
     WHERE c.id = ? AND c.deleted_at IS ${inBin ? 'NOT NULL' : 'NULL'}`,
    [id],
  );

export const documentOf = ({ document }: Pick<StoredRow, 'document'>): DocumentContent => certificateDocument.parse(JSON.parse(document));
export const pointOf = ({ point }: { readonly point: string }): MeasurementPoint => measurementPoint.parse(JSON.parse(point));
