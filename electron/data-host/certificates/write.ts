import type { Issue } from '#shared/contract/errors.ts';
import type { Certificate, CertificateDocument } from '#shared/domain/calibration/index.ts';
import { newId } from '../db/ids.ts';
import type { Connection, Pulse, Transaction } from '../db/store.ts';
import { certificates } from '../db/tables.ts';
import type { Row } from '../db/tables.ts';
import { isTaken, numberKey } from './numbers.ts';
import { writePoints } from './points.ts';
import { successorOf } from './rows.ts';
import type { StoredRow } from './rows.ts';
import { saveStandards } from './standards.ts';
import type { StandardLink } from './standards.ts';
import type { Verdicts } from './verdicts.ts';

export interface Draft extends Certificate {
  readonly instrumentId: string;
  readonly calibrationOrderId: string | null;
  readonly isOwnLaboratory: boolean;
  readonly standardInstruments: readonly StandardLink[];
}

/** What the shape of a draft cannot tell. `known`: the draft as it is kept, null for a new one. */
export function findIssues(connection: Connection, known: StoredRow | null, draft: Draft): Issue[] {
  const { document, instrumentId, calibrationOrderId, isOwnLaboratory, standardInstruments } = draft;
  const issues: Issue[] = [];
  if (document.calibratedToOn < document.calibratedFromOn) issues.push({ field: 'document.calibratedToOn', code: 'before-start' });
  if (isOwnLaboratory && isTaken(connection, document.number, known?.id ?? null)) issues.push({ field: 'document.number', code: 'taken' });
  if (known !== null && known.replaces_id !== null && known.instrument_id !== instrumentId) issues.push({ field: 'instrumentId', code: 'of-the-replaced' });
  if (calibrationOrderId !== null && !isOrderOf(connection, calibrationOrderId, instrumentId)) issues.push({ field: 'calibrationOrderId', code: 'not-of-instrument' });
  for (const [index, link] of standardInstruments.entries()) {
    const field = `standardInstruments.${index}`;
    if (link.position >= document.standards.length) issues.push({ field, code: 'no-such-standard' });
    else if (standardInstruments.findIndex(({ position }) => position === link.position) !== index) issues.push({ field, code: 'named-twice' });
    else if (link.instrumentId === instrumentId) issues.push({ field, code: 'calibrated-by-itself' });
    else if (!isOwnStandard(connection, link.instrumentId)) issues.push({ field, code: 'not-a-standard' });
  }
  return issues;
}

/** What keeps a draft from being issued, whatever it lacks. @param document with its day of issue; `today` where this computer stands. */
export function issueProblems(connection: Connection, draft: StoredRow, document: CertificateDocument, today: string): Issue[] {
  const issues: Issue[] = [];
  const { issuedOn, calibratedToOn } = document;
  if (draft.state === 'issued') issues.push({ field: 'id', code: 'issued' });
  if (draft.replaces_id !== null && successorOf(connection, draft.replaces_id) !== undefined) issues.push({ field: 'id', code: 'replaced' });
  if (calibratedToOn > today) issues.push({ field: 'document.calibratedToOn', code: 'ahead' });
  if (issuedOn !== null && issuedOn > today) issues.push({ field: 'issuedOn', code: 'ahead' });
  if (issuedOn !== null && issuedOn < calibratedToOn) issues.push({ field: 'issuedOn', code: 'before-calibration' });
  if (draft.is_own_laboratory === 1 && isTaken(connection, document.number, draft.id, 'issued')) issues.push({ field: 'document.number', code: 'taken' });
  return issues;
}

const isOrderOf = (connection: Connection, id: string, instrumentId: string): boolean =>
  connection.get('SELECT 1 FROM calibration_orders WHERE id = ? AND instrument_id = ? AND cancelled_on IS NULL AND deleted_at IS NULL', [id, instrumentId]) !== undefined;

const isOwnStandard = (connection: Connection, id: string): boolean =>
  connection.get('SELECT 1 FROM instruments WHERE id = ? AND is_standard = 1 AND deleted_at IS NULL', [id]) !== undefined;

/** The columns that say again what the document says, for lists, rules and searches. */
export const columnsOf = (document: CertificateDocument, pointCount: number, verdicts: Verdicts) => ({
  number: document.number, number_key: numberKey(document.number), laboratory_name: document.laboratory.name, calibrated_on: document.calibratedToOn,
  issued_on: document.issuedOn, as_found_verdict: verdicts.asFound, verdict: verdicts.overall, point_count: pointCount, document: JSON.stringify(document),
});

/** What a row starts with that nobody has issued. */
export const newRow = (tx: Transaction): Omit<Row<typeof certificates>, 'instrument_id' | 'is_own_laboratory' | 'is_complete' | keyof ReturnType<typeof columnsOf>> => ({
  id: newId(), state: 'draft', origin: 'typed', replaces_id: null, calibration_order_id: null, dcc_sha256: null, dcc_identifier: null, dcc_version: null,
  dcc_signature: null, dcc_item: null, pdf_attachment_id: null, staff_id: null, created_at: tx.context.at, updated_at: tx.context.at, deleted_at: null,
});

/** @returns its identifier. Whether it is complete is asked when it is issued; until then it is not. */
export async function saveDraft(
  tx: Transaction, known: StoredRow | null, draft: Draft, verdicts: Verdicts, pulse: Pulse,
): Promise<string> {
  const columns = {
    instrument_id: draft.instrumentId, calibration_order_id: draft.calibrationOrderId, is_own_laboratory: Number(draft.isOwnLaboratory),
    is_complete: 0, ...columnsOf(draft.document, draft.points.length, verdicts),
  };
  const start = newRow(tx);
  const id = known?.id ?? start.id;
  if (known) tx.update(certificates, id, { ...columns, updated_at: tx.context.at });
  else tx.insert(certificates, { ...start, ...columns });
  await writePoints(tx, id, { points: draft.points, verdicts: verdicts.points }, pulse);
  saveStandards(tx, id, draft.standardInstruments);
  return id;
}
