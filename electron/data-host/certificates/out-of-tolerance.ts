import { doubtfulWindow, isInTolerance } from '#shared/domain/calibration/index.ts';
import type { Verdict } from '#shared/domain/calibration/index.ts';
import { newId } from '../db/ids.ts';
import type { Connection, Transaction } from '../db/store.ts';
import { outOfToleranceCases } from '../db/tables.ts';
import { isInForce } from './rows.ts';

interface Earlier {
  readonly on: string;
  readonly verdict: Verdict | null;
}

/** Since when its measurements are in doubt: the last calibration before that left it good. null: there is none on record. */
function goodUntil(connection: Connection, instrumentId: string, foundOn: string): string | null {
  const earlier = connection.all<Earlier>(`SELECT c.calibrated_on AS "on", c.verdict FROM certificates c WHERE c.instrument_id = ? AND ${isInForce}`, [instrumentId]);
  return doubtfulWindow(foundOn, earlier.map(({ on, verdict }) => ({ calibratedOn: on, isGood: verdict !== null && isInTolerance(verdict) === true }))).fromOn;
}

export interface Failure {
  readonly instrumentId: string;
  readonly certificateId: string;
  /** Day of the calibration that found it. */
  readonly foundOn: string;
  readonly staffId: string | null;
}

/** @returns its identifier. */
export function openCase(tx: Transaction, { instrumentId, certificateId, foundOn, staffId }: Failure): string {
  const id = newId();
  tx.insert(outOfToleranceCases, {
    id, instrument_id: instrumentId, certificate_id: certificateId, found_on: foundOn, good_until_on: goodUntil(tx, instrumentId, foundOn),
    conclusion: null, closed_on: null, staff_id: staffId, created_at: tx.context.at, updated_at: tx.context.at, deleted_at: null,
  });
  return id;
}

/** The case that a certificate opened, or that the one which it replaced did. */
export const caseOf = (connection: Connection, certificateId: string): string | undefined =>
  connection.get<{ id: string }>('SELECT id FROM out_of_tolerance_cases WHERE certificate_id = ? AND deleted_at IS NULL ORDER BY created_at, id LIMIT 1', [certificateId])?.id;

/** The amended certificate finds the failure again, so the case goes on under its number. */
export const moveCase = (tx: Transaction, caseId: string, certificateId: string): boolean =>
  tx.update(outOfToleranceCases, caseId, { certificate_id: certificateId, updated_at: tx.context.at });
