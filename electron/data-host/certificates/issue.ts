import { isInTolerance } from '#shared/domain/calibration/index.ts';
import type { Certificate } from '#shared/domain/calibration/index.ts';
import type { Pulse, Transaction } from '../db/store.ts';
import { calibrationOrders, certificates } from '../db/tables.ts';
import type { Row } from '../db/tables.ts';
import { newId } from '../db/ids.ts';
import { calibrationDone, calibrationReplaced } from '../instruments/index.ts';
import { refreshClient } from '../scores/index.ts';
import { completenessOf } from './completeness.ts';
import { caseOf, moveCase, openCase } from './out-of-tolerance.ts';
import { writePoints } from './points.ts';
import type { StoredRow } from './rows.ts';
import { readStored } from './rows.ts';
import { bindStandards, saveStandards, standardLinks } from './standards.ts';
import type { StandardLink } from './standards.ts';
import { foundVerdict } from './verdicts.ts';
import type { Verdicts } from './verdicts.ts';
import { columnsOf, newRow } from './write.ts';

/** A certificate ready to be frozen. */
export interface Issuable extends Certificate {
  readonly verdicts: Verdicts;
  readonly staffId: string | null;
}

/** Freezes a draft. Its points are judged anew: what is stored is what the rule says on the day of issue. */
export async function freezeDraft(tx: Transaction, draft: StoredRow, { document, points, verdicts, isComplete, staffId }: Issuable & { readonly isComplete: boolean }, now: Date, pulse: Pulse): Promise<void> {
  await writePoints(tx, draft.id, { points, verdicts: verdicts.points }, pulse);
  bindStandards(tx, draft.id, document.calibratedToOn);
  tx.update(certificates, draft.id, {
    ...columnsOf(document, points.length, verdicts), state: 'issued', is_complete: Number(isComplete), staff_id: staffId, updated_at: tx.context.at,
  });
  follow(tx, draft, { document, verdicts, staffId }, now);
}

/** What a digital certificate brings besides what it says. */
export interface DigitalSource {
  readonly sha256: string;
  readonly identifier: string;
  readonly version: string;
  readonly signature: 'true' | 'false' | 'unknown' | 'none';
  /** Which of the file's items, from 0. */
  readonly item: number;
}

export interface Arrived extends Issuable {
  readonly instrumentId: string;
  readonly isOwnLaboratory: boolean;
  readonly standardInstruments: readonly StandardLink[];
  readonly replacesId: string | null;
  readonly source: DigitalSource;
}

/** Keeps a certificate that came issued. @returns its identifier. */
export async function keepIssued(tx: Transaction, arrived: Arrived, now: Date, pulse: Pulse): Promise<string> {
  const { document, points, verdicts, instrumentId, isOwnLaboratory, replacesId, source, staffId } = arrived;
  const isComplete = completenessOf({ document, points }, verdicts.decisions, []).missing.length === 0;
  const row: Row<typeof certificates> = {
    ...newRow(tx), ...columnsOf(document, points.length, verdicts), instrument_id: instrumentId, is_own_laboratory: Number(isOwnLaboratory),
    is_complete: Number(isComplete), state: 'issued', origin: 'dcc', replaces_id: replacesId, dcc_sha256: source.sha256, dcc_identifier: source.identifier,
    dcc_version: source.version, dcc_signature: source.signature, dcc_item: source.item, staff_id: staffId,
  };
  tx.insert(certificates, row);
  await writePoints(tx, row.id, { points, verdicts: verdicts.points }, pulse);
  saveStandards(tx, row.id, arrived.standardInstruments);
  bindStandards(tx, row.id, document.calibratedToOn);
  follow(tx, row, { document, verdicts, staffId }, now);
  return row.id;
}

/** What follows from a certificate that is issued now: the due day, its calibration order, a case, and the client's score. */
function follow(tx: Transaction, row: StoredRow, { document, verdicts, staffId }: Pick<Issuable, 'document' | 'verdicts' | 'staffId'>, now: Date): void {
  const { id: certificateId, instrument_id: instrumentId } = row;
  const done = { instrumentId, calibratedOn: document.calibratedToOn, certificateId };
  const replaced = row.replaces_id === null ? undefined : readStored(tx, row.replaces_id);
  if (replaced) calibrationReplaced(tx, { certificateId: replaced.id, calibratedOn: replaced.calibrated_on }, done);
  else calibrationDone(tx, done);
  if (row.calibration_order_id !== null) certifyOrder(tx, row.calibration_order_id, document.issuedOn ?? document.calibratedToOn);
  const found = foundVerdict(verdicts);
  if (found !== null && isInTolerance(found) === false) {
    const known = replaced && caseOf(tx, replaced.id);
    if (known === undefined) openCase(tx, { instrumentId, certificateId, foundOn: document.calibratedToOn, staffId });
    else moveCase(tx, known, certificateId);
  }
  for (const clientId of holdersOf(tx, instrumentId)) refreshClient(tx, clientId, now);
}

/** Everybody who has it or had it: a delivery counts as certified with whom it was made. */
const holdersOf = (tx: Transaction, instrumentId: string): string[] =>
  tx.all<{ id: string }>(
    `SELECT k.id FROM clients k WHERE k.deleted_at IS NULL AND (k.id = (SELECT client_id FROM instruments WHERE id = @id)
      OR k.id IN (SELECT client_id FROM instrument_owners WHERE instrument_id = @id AND deleted_at IS NULL))`,
    { id: instrumentId },
  ).map(({ id }) => id);

/** The step is taken by issuing, once: an amendment leaves the day of the first. */
function certifyOrder(tx: Transaction, id: string, on: string): void {
  const open = tx.get('SELECT 1 FROM calibration_orders WHERE id = ? AND certified_on IS NULL AND cancelled_on IS NULL AND deleted_at IS NULL', [id]);
  if (open) tx.update(calibrationOrders, id, { certified_on: on, updated_at: tx.context.at });
}

/** A draft that says what the issued one says, under a number of its own (ISO/IEC 17025:2017 7.8.8). @returns its identifier. */
export async function draftAmendment(tx: Transaction, issued: StoredRow, { document, points }: Certificate, verdicts: Verdicts, pulse: Pulse): Promise<string> {
  const id = newId();
  tx.insert(certificates, {
    ...newRow(tx), id, ...columnsOf(document, points.length, verdicts), instrument_id: issued.instrument_id, is_own_laboratory: issued.is_own_laboratory,
    is_complete: 0, replaces_id: issued.id, calibration_order_id: issued.calibration_order_id,
  });
  await writePoints(tx, id, { points, verdicts: verdicts.points }, pulse);
  saveStandards(tx, id, standardLinks(tx, issued.id));
  return id;
}

/** Drafts that are to replace it already. */
export const amendmentUnderWay = (tx: Transaction, id: string): boolean =>
  tx.get('SELECT 1 FROM certificates WHERE replaces_id = ? AND deleted_at IS NULL', [id]) !== undefined;
