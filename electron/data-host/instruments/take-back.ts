import type { Transaction } from '../db/store.ts';
import { instrumentIndex, instrumentOwners, instruments, intervalDecisions } from '../db/tables.ts';
import type { Row } from '../db/tables.ts';
import { intervalTakenBack, readSubject, transferTakenBack } from './dues.ts';
import type { DueProblem } from './dues.ts';
import { intervalOf } from './interval.ts';
import { indexRowOf } from './keys.ts';

type Owner = Row<typeof instrumentOwners>;

/**
 * The last handing-on did not happen: the holder before is the present one again.
 * @returns what does not hold: it was handed on once more since, or was theirs from the beginning.
 */
export function takeBackTransfer(tx: Transaction, id: string, holderId: string): DueProblem | undefined {
  const present = tx.get<Owner>('SELECT * FROM instrument_owners WHERE id = ? AND instrument_id = ? AND until_on IS NULL AND deleted_at IS NULL', [holderId, id]);
  const former = present && tx.get<Owner>(
    'SELECT * FROM instrument_owners WHERE instrument_id = ? AND until_on = ? AND id < ? AND deleted_at IS NULL ORDER BY id DESC LIMIT 1', [id, present.from_on, present.id],
  );
  if (!former) return { field: 'holderId', code: 'not-last' };
  const at = tx.context.at;
  tx.softDelete(instrumentOwners, present.id);
  tx.update(instrumentOwners, former.id, { until_on: null, updated_at: at });
  tx.update(instruments, id, { client_id: former.client_id, site: former.site, updated_at: at });
  tx.update(instrumentIndex, id, indexRowOf(readSubject(tx, id)));
  transferTakenBack(tx, id, { from: former.client_id, to: present.client_id, on: present.from_on ?? '', holderId });
  return undefined;
}

/**
 * The newest decision is no decision: neither its record nor what it did to the due day remains.
 * @returns what does not hold: another was made since, or there is none of that name.
 */
export function takeBackInterval(tx: Transaction, id: string, decisionId: string): DueProblem | undefined {
  const newest = tx.get<Row<typeof intervalDecisions>>(
    'SELECT * FROM interval_decisions WHERE instrument_id = ? AND deleted_at IS NULL ORDER BY created_at DESC, id DESC LIMIT 1', [id],
  );
  if (newest?.id !== decisionId) return { field: 'decisionId', code: 'not-last' };
  const subject = readSubject(tx, id);
  tx.softDelete(intervalDecisions, decisionId);
  tx.update(instruments, id, { interval_months: ownBefore(tx, newest, subject.interval_months), updated_at: tx.context.at });
  if (intervalOf(readSubject(tx, id)).months !== intervalOf(subject).months) intervalTakenBack(tx, id, { from: newest.from_months, to: newest.to_months, on: newest.decided_on });
  return undefined;
}

/** The decision keeps the months in force before it, not whether they were the instrument's own: the audit log does, which keeps what was written with it. */
function ownBefore(tx: Transaction, { id, instrument_id: instrumentId }: Row<typeof intervalDecisions>, present: number | null): number | null {
  const change = tx.get<{ months: number | null }>(
    `SELECT json_extract(a.before, '$.interval_months') AS months FROM audit_entries d
     JOIN audit_entries a ON a.operation_id = d.operation_id AND a.row_id = ? AND a.table_name = 'instruments' AND a.action = 'update'
     WHERE d.row_id = ? AND d.action = 'insert' AND json_extract(a.before, '$.interval_months') IS NOT json_extract(a.after, '$.interval_months')
     ORDER BY a.rowid LIMIT 1`,
    [instrumentId, id],
  );
  return change ? change.months : present;
}
