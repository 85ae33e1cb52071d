import { numberToIsoDay } from '#shared/domain/calendar/index.ts';
import type { ClientScore } from '#shared/domain/scoring/index.ts';
import { newId } from '../db/ids.ts';
import type { Connection, Transaction } from '../db/store.ts';
import { scoreSnapshots } from '../db/tables.ts';

/** A score that moved less than this since the last snapshot is the same score to anyone who reads it. */
const smallestChange = 0.05;

export interface LastSnapshot {
  readonly id: string;
  readonly client_id: string;
  readonly taken_on: string;
  readonly overall: number | null;
}

// SQLite gives the other columns of the row that max() comes from.
const lastSql = 'SELECT id, client_id, max(taken_on) AS taken_on, overall FROM score_snapshots';

export const readLastSnapshots = (connection: Connection): ReadonlyMap<string, LastSnapshot> =>
  new Map(connection.all<LastSnapshot>(`${lastSql} GROUP BY client_id`).map((row) => [row.client_id, row]));

export const readLastSnapshot = (connection: Connection, clientId: string): LastSnapshot | undefined =>
  connection.get<LastSnapshot>(`${lastSql} WHERE client_id = ? GROUP BY client_id`, [clientId]);

const hasChanged = (before: number | null, now: number | null): boolean =>
  before === null || now === null ? before !== now : Math.abs(now - before) >= smallestChange;

/** Keeps what the score is today where it changed since the last time; at most one a day, which follows the day's changes. */
export function keepSnapshot(tx: Transaction, score: ClientScore, last: LastSnapshot | undefined, todayOn: string): void {
  if (!hasChanged(last?.overall ?? null, score.overall)) return;
  const columns = {
    as_of_on: numberToIsoDay(score.basis.asOfDay), model_version: score.basis.modelVersion, weights_id: score.basis.weightsId,
    priors_id: score.basis.priorsId, overall: score.overall, overall_lower: score.lower, overall_upper: score.upper, coverage: score.coverage,
    stage: score.stage, ...score.dimensions,
  };
  if (last?.taken_on === todayOn) tx.update(scoreSnapshots, last.id, columns);
  else tx.insert(scoreSnapshots, { id: newId(), client_id: score.clientId, taken_on: todayOn, ...columns, created_at: tx.context.at });
}

export const readSnapshots = (connection: Connection, clientId: string) =>
  connection.all<{ takenOn: string; asOfOn: string; overall: number | null; coverage: number; stage: number | null }>(
    `SELECT taken_on AS takenOn, as_of_on AS asOfOn, overall, coverage, stage FROM score_snapshots WHERE client_id = ? ORDER BY taken_on, id`,
    [clientId],
  );
