import { numberToIsoDay } from '#shared/domain/calendar/index.ts';
import type { ScoreSnapshot } from '#shared/contract/scores.ts';
import type { ClientScore } from '#shared/domain/scoring/index.ts';
import { newId } from '../db/ids.ts';
import type { Connection, Transaction } from '../db/store.ts';
import { scoreSnapshots } from '../db/tables.ts';
import { stalePriorsId } from './summaries.ts';

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
    stage: score.stage, ...score.dimensions, cause: 'change',
  };
  if (last?.taken_on === todayOn) {
    // A score that came and went within the day, of a client that never had one, is no history.
    const isFirst = tx.get('SELECT 1 FROM score_snapshots WHERE client_id = ? AND taken_on < ?', [score.clientId, todayOn]) === undefined;
    if (isFirst && score.overall === null) tx.purge(scoreSnapshots, last.id);
    else tx.update(scoreSnapshots, last.id, columns);
  }
  else tx.insert(scoreSnapshots, { id: newId(), client_id: score.clientId, taken_on: todayOn, ...columns, created_at: tx.context.at });
}

const scores = 'as_of_on, model_version, weights_id, priors_id, overall, overall_lower, overall_upper, coverage, stage, brand, arousal, quality, attraction, continuity';
const monthEndsOf = (summaries: string): string => `
  INSERT INTO score_snapshots (id, client_id, taken_on, created_at, cause, ${scores})
  SELECT new_id(), id, ended_on, @at, 'month-end', ${scores}
  FROM (SELECT *, date(computed_at, 'localtime', 'start of month', '+1 month', '-1 day') AS ended_on FROM client_summaries WHERE priors_id IS NOT @stale${summaries}) AS s
  WHERE ended_on < @today AND NOT EXISTS (SELECT 1 FROM score_snapshots t WHERE t.client_id = s.id AND t.taken_on = s.ended_on)`;
const everyMonthEnd = monthEndsOf('');
const oneMonthEnd = monthEndsOf(' AND id = @client');

/**
 * In a month that has just begun: what lists showed when the last one ended, for every client, whether it had moved or not, so
 * that a trend has a point a month. The file may have been closed for long; the month that ended is the one in which the
 * scores were computed. What was out of date then is left out. To be called before anything overwrites what lists show.
 */
export function keepMonthEnds(tx: Transaction, todayOn: string): void {
  tx.run(everyMonthEnd, { at: tx.context.at, today: todayOn, stale: stalePriorsId });
}

/** The same of one client, whose score is about to be overwritten. */
export function keepMonthEnd(tx: Transaction, clientId: string, todayOn: string): void {
  tx.run(oneMonthEnd, { at: tx.context.at, today: todayOn, stale: stalePriorsId, client: clientId });
}

interface SnapshotRow extends Omit<ScoreSnapshot, 'dimensions'>, Readonly<ScoreSnapshot['dimensions']> {}

const snapshotSql = `
  SELECT taken_on AS takenOn, as_of_on AS asOfOn, cause, overall, overall_lower AS lower, overall_upper AS upper, coverage, stage,
    model_version AS modelVersion, weights_id AS weightsId, priors_id AS priorsId, brand, arousal, quality, attraction, continuity
  FROM score_snapshots WHERE client_id = ?`;

const toSnapshot = ({ brand, arousal, quality, attraction, continuity, ...rest }: SnapshotRow): ScoreSnapshot => ({
  ...rest, dimensions: { brand, arousal, quality, attraction, continuity },
});

/** The oldest first. */
export const readSnapshots = (connection: Connection, clientId: string): ScoreSnapshot[] =>
  connection.all<SnapshotRow>(`${snapshotSql} ORDER BY taken_on, id`, [clientId]).map(toSnapshot);

/** What was shown at the end of a day. */
export function readSnapshotAt(connection: Connection, clientId: string, on: string): ScoreSnapshot | null {
  const row = connection.get<SnapshotRow>(`${snapshotSql} AND taken_on <= ? ORDER BY taken_on DESC, id DESC LIMIT 1`, [clientId, on]);
  return row === undefined ? null : toSnapshot(row);
}
