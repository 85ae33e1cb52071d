import type { z } from 'zod';
import type { portfolioSummary } from '#shared/contract/scores.ts';
import type { Connection } from '../db/store.ts';
import { localDayOf, readPreferences, readingDay } from '../settings/index.ts';
import { areScoresStale } from './rescoring.ts';

type DimensionMeans = Readonly<Record<'brand' | 'arousal' | 'quality' | 'attraction' | 'continuity', number | null>>;

/** Means over the clients that have data in the dimension; and how many clients have an overall score. */
export function readPortfolioMeans(connection: Connection): { readonly means: DimensionMeans; readonly count: number } {
  const row = connection.get<DimensionMeans & { readonly scored: number }>(
    `SELECT avg(brand) AS brand, avg(arousal) AS arousal, avg(quality) AS quality, avg(attraction) AS attraction, avg(continuity) AS continuity,
      count(overall) AS scored FROM client_summaries`,
  );
  const { scored, ...means } = row ?? { brand: null, arousal: null, quality: null, attraction: null, continuity: null, scored: 0 };
  return { means, count: scored };
}

/** The middle one of the scored clients; the mean of the two middle ones where their number is even. */
function medianOverall(connection: Connection, scored: number): number | null {
  if (scored === 0) return null;
  const rows = connection.all<{ overall: number }>(
    'SELECT overall FROM client_summaries WHERE overall IS NOT NULL ORDER BY overall LIMIT ? OFFSET ?',
    [2 - (scored % 2), Math.floor((scored - 1) / 2)],
  );
  return rows.reduce((sum, { overall }) => sum + overall, 0) / rows.length;
}

export function readPortfolio(connection: Connection, now: Date): z.output<typeof portfolioSummary> {
  const row = connection.get<{ clients: number; scored: number; newest: string | null }>(
    'SELECT count(*) AS clients, count(overall) AS scored, min(max(newest_on), ?) AS newest FROM client_summaries', [localDayOf(now)],
  );
  const scored = row?.scored ?? 0;
  return {
    asOfOn: readingDay(connection, now),
    asOfChosen: readPreferences(connection).scoringOn !== null,
    newestRecordOn: row?.newest ?? null,
    clientCount: row?.clients ?? 0,
    scoredCount: scored,
    medianOverall: medianOverall(connection, scored),
    stale: areScoresStale(connection, now),
  };
}
