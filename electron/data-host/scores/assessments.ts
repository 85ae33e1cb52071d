import type { z } from 'zod';
import { assessment as assessmentSchema } from '#shared/contract/scores.ts';
import { indicatorById, isIndicatorId } from '#shared/domain/model/index.ts';
import { byHand } from '../db/rows.ts';
import type { Connection, Transaction } from '../db/store.ts';
import { assessments } from '../db/tables.ts';

type Assessment = z.output<typeof assessmentSchema>;

/** Rater of ratings that were given before anybody said who works here. */
const unnamedRater = 'unnamed';

/** A rater is a colleague, or with a survey a person of the client. */
const select = `
  SELECT a.id, a.client_id AS clientId, a.indicator_id AS indicatorId, a.rating, a.rated_at AS ratedAt, coalesce(s.name, p.name, '') AS raterName, a.source, a.note
  FROM assessments a LEFT JOIN staff s ON s.id = a.rater_id LEFT JOIN contacts p ON p.id = a.rater_id`;

/** Ratings of a client (null: of the exporter itself), the latest first; earlier ones of a rater are history. Withdrawn ones are left out. */
export const readAssessments = (connection: Connection, clientId: string | null): Assessment[] =>
  connection
    .all(`${select} WHERE a.client_id IS ? AND a.deleted_at IS NULL ORDER BY a.rated_at DESC, a.id DESC`, [clientId])
    .map((row) => assessmentSchema.parse(row));

/** Of a client that is not in the bin, or of the exporter. */
export function readAssessment(connection: Connection, id: string, withdrawn: boolean): Assessment | undefined {
  const row = connection.get(
    `${select} LEFT JOIN clients c ON c.id = a.client_id
     WHERE a.id = ? AND a.deleted_at IS ${withdrawn ? 'NOT NULL' : 'NULL'} AND c.deleted_at IS NULL`, [id],
  );
  return row === undefined ? undefined : assessmentSchema.parse(row);
}

export interface Rating {
  readonly indicatorId: string;
  readonly rating: number;
  readonly note: string | null;
}

/** Indicators of the model that are rated for this subject; anything else is refused with its place in the input. */
export function findRatingIssues(clientId: string | null, ratings: readonly Rating[]): { field: string; code: string }[] {
  const subject = clientId === null ? 'company' : 'client';
  return ratings.flatMap(({ indicatorId }, index) => {
    const field = `ratings.${index}.indicatorId`;
    if (!isIndicatorId(indicatorId)) return [{ field, code: 'unknown-indicator' }];
    return indicatorById(indicatorId).subject === subject ? [] : [{ field, code: 'other-subject' }];
  });
}

/** One sitting: all ratings carry the instant of the transaction. */
export function saveRatings(tx: Transaction, clientId: string | null, ratings: readonly Rating[], raterId: string | null): void {
  for (const { indicatorId, rating, note } of ratings) {
    const { id, created_at, updated_at, deleted_at } = byHand(tx);
    tx.insert(assessments, {
      id, created_at, updated_at, deleted_at, client_id: clientId, indicator_id: indicatorId, rating, rated_at: tx.context.at,
      rater_id: raterId ?? unnamedRater, source: 'representative', note,
    });
  }
}
