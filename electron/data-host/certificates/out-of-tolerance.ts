import type { Verdict } from '#shared/domain/calibration/index.ts';
import { newId } from '../db/ids.ts';
import type { Connection, Transaction } from '../db/store.ts';
import { outOfToleranceCases } from '../db/tables.ts';
import { isInForce } from './rows.ts';

/**
 * Verdicts that open a case: the rule says that the instrument was out of tolerance. A conditional or indeterminate result
 * says that nobody can tell; clients are not written to on that ground.
 */
export const isFailure = (verdict: Verdict | null): boolean => verdict === 'fail' || verdict === 'nonconform';

/** Verdicts of a calibration that measurements may be trusted from. */
const goodVerdicts: readonly Verdict[] = ['pass', 'conditional-pass', 'conform'];

/**
 * The last day before `day` on which the instrument left a calibration within its tolerance: what was measured with it since
 * is in doubt. Undefined: there is none on record, so everything before is.
 */
export function lastGoodDay(connection: Connection, instrumentId: string, day: string): string | undefined {
  return connection.get<{ day: string }>(
    `SELECT max(c.calibrated_on) AS day FROM certificates c
     WHERE c.instrument_id = ? AND c.calibrated_on < ? AND c.verdict IN (SELECT value FROM json_each(?)) AND ${isInForce} HAVING day IS NOT NULL`,
    [instrumentId, day, JSON.stringify(goodVerdicts)],
  )?.day;
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
    id, instrument_id: instrumentId, certificate_id: certificateId, found_on: foundOn, good_until_on: lastGoodDay(tx, instrumentId, foundOn) ?? null,
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
