import type { z } from 'zod';
import type { standardInUse } from '#shared/contract/certificates.ts';
import type { CertificateDocument } from '#shared/domain/calibration/index.ts';
import { newId } from '../db/ids.ts';
import type { Connection, Transaction } from '../db/store.ts';
import { certificateStandards } from '../db/tables.ts';
import { latestCertificate } from './rows.ts';

export type StandardInUse = z.output<typeof standardInUse>;

/** An own instrument that `document.standards[position]` names. */
export interface StandardLink {
  readonly position: number;
  readonly instrumentId: string;
}

interface StoredLink {
  readonly id: string;
  readonly position: number;
  readonly instrument_id: string | null;
  readonly standard_certificate_id: string | null;
}

const linksOf = (connection: Connection, certificateId: string): StoredLink[] =>
  connection.all<StoredLink>(
    `SELECT s.id, s.position, s.instrument_id, s.standard_certificate_id FROM certificate_standards s
     WHERE s.certificate_id = ? AND s.deleted_at IS NULL ORDER BY s.position, s.id`,
    [certificateId],
  );

export const standardLinks = (connection: Connection, certificateId: string): StandardLink[] =>
  linksOf(connection, certificateId).flatMap(({ position, instrument_id: instrumentId }) => (instrumentId === null ? [] : [{ position, instrumentId }]));

/**
 * The day on which an instrument's recalibration was due as it was known on `day`: an extension that was granted only later
 * does not heal a use before it.
 */
function dueDayOn(connection: Connection, instrumentId: string, day: string): string | undefined {
  return connection.get<{ due: string }>(
    `SELECT CASE WHEN extended_to_on IS NOT NULL AND substr(extended_at, 1, 10) <= @day THEN extended_to_on ELSE due_on END AS due
     FROM calibration_dues WHERE instrument_id = @instrumentId AND starts_on <= @day AND deleted_at IS NULL AND closed_as IS NOT 'interval-changed'
     ORDER BY starts_on DESC, created_at DESC LIMIT 1`,
    { instrumentId, day },
  )?.due;
}

/** The standards of a certificate, in their order, with what our records say of those that are ours. */
export function standardsInUse(connection: Connection, certificateId: string, { standards, calibratedToOn }: CertificateDocument): StandardInUse[] {
  const links = new Map(linksOf(connection, certificateId).map((link) => [link.position, link]));
  return standards.map((standard, position) => {
    const link = links.get(position);
    const instrumentId = link?.instrument_id ?? null;
    const dueOn = (instrumentId === null ? undefined : dueDayOn(connection, instrumentId, calibratedToOn)) ?? standard.dueOn;
    const ofStandard = link?.standard_certificate_id ?? (instrumentId === null ? undefined : latestCertificate(connection, instrumentId, calibratedToOn)?.id) ?? null;
    return { position, instrumentId, certificateId: ofStandard, overdueOnDay: dueOn !== null && dueOn < calibratedToOn, dueOn };
  });
}

/** Links of a draft: only what differs is written, so that saving again leaves no trace in the audit log. */
export function saveStandards(tx: Transaction, certificateId: string, links: readonly StandardLink[]): void {
  const { at } = tx.context;
  const wanted = new Map(links.map((link) => [link.position, link.instrumentId]));
  for (const { id, position, instrument_id: instrumentId } of linksOf(tx, certificateId)) {
    if (wanted.get(position) === instrumentId) wanted.delete(position);
    else tx.softDelete(certificateStandards, id);
  }
  for (const [position, instrumentId] of wanted) {
    tx.insert(certificateStandards, {
      id: newId(), certificate_id: certificateId, position, instrument_id: instrumentId, standard_certificate_id: null,
      created_at: at, updated_at: at, deleted_at: null,
    });
  }
}

/** On issue: the certificates by which the standards were traceable on that day. */
export function bindStandards(tx: Transaction, certificateId: string, calibratedOn: string): void {
  for (const { id, instrument_id: instrumentId } of linksOf(tx, certificateId)) {
    const certificate = instrumentId === null ? undefined : latestCertificate(tx, instrumentId, calibratedOn);
    tx.update(certificateStandards, id, { standard_certificate_id: certificate?.id ?? null, updated_at: tx.context.at });
  }
}
