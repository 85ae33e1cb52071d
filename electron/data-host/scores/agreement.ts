import type { AgreementFigures, Rater, RaterAgreement } from '#shared/contract/scores.ts';
import { agreementOf } from '#shared/domain/agreement/index.ts';
import type { Agreement, RatingPair } from '#shared/domain/agreement/index.ts';
import { indicators } from '#shared/domain/model/index.ts';
import type { Connection } from '../db/store.ts';

/** Each rater's latest rating of each client and indicator; the exporter itself stands as one client more, without identifier. */
const latest = `
  SELECT a.rater_id, coalesce(a.client_id, '') AS client_id, a.indicator_id, a.rating, max(a.rated_at || a.id) AS latest
  FROM assessments a LEFT JOIN clients c ON c.id = a.client_id
  WHERE a.deleted_at IS NULL AND c.deleted_at IS NULL GROUP BY a.rater_id, a.client_id, a.indicator_id`;

/** Who rates most first. */
export const readRaters = (connection: Connection): Rater[] =>
  connection.all<Rater>(
    `SELECT r.rater_id AS id, coalesce(s.name, p.name, '') AS name, count(*) AS ratingCount, count(DISTINCT r.client_id) AS clientCount
     FROM (${latest}) r LEFT JOIN staff s ON s.id = r.rater_id LEFT JOIN contacts p ON p.id = r.rater_id
     GROUP BY r.rater_id ORDER BY ratingCount DESC, r.rater_id`,
  );

/** The two who share most ratings; of equal couples the one named first. */
const closestCouple = (connection: Connection, withRater: string | null): readonly [string, string] | null => {
  const row = connection.get<{ a: string; b: string }>(
    `WITH latest AS MATERIALIZED (${latest})
     SELECT x.rater_id AS a, y.rater_id AS b FROM latest x JOIN latest y ON y.client_id = x.client_id AND y.indicator_id = x.indicator_id
     WHERE CASE WHEN @rater IS NULL THEN x.rater_id < y.rater_id ELSE x.rater_id = @rater AND y.rater_id IS NOT @rater END
     GROUP BY x.rater_id, y.rater_id ORDER BY count(*) DESC, a, b LIMIT 1`,
    { rater: withRater },
  );
  return row === undefined ? null : [row.a, row.b];
};

interface PairRow {
  readonly client_id: string;
  readonly indicator_id: string;
  readonly a: number;
  readonly b: number;
}

const readPairs = (connection: Connection, raterA: string, raterB: string): readonly PairRow[] =>
  connection.all(
    `WITH latest AS MATERIALIZED (${latest})
     SELECT x.client_id, x.indicator_id, x.rating AS a, y.rating AS b
     FROM latest x JOIN latest y ON y.client_id = x.client_id AND y.indicator_id = x.indicator_id AND y.rater_id = @b WHERE x.rater_id = @a`,
    { a: raterA, b: raterB },
  );

/** With fewer a single disagreement decides. */
const fewestPairs = 5;
/** Landis and Koch call what lies below it fair at best. */
const poorBelow = 0.4;

const figuresOf = ({ pairs, observed, expected, kappa, weightedKappa, word }: Agreement): AgreementFigures => ({
  pairs, observed, expected, kappa, weightedKappa, word,
});

const isPoor = ({ pairs, weightedKappa, observed }: AgreementFigures): boolean => pairs >= fewestPairs && (weightedKappa ?? observed) < poorBelow;

const pairsOf = (list: readonly PairRow[]) => list.map(({ a, b }): RatingPair => [a, b]);

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** @returns null where a rater named has rated nothing. */
export function readAgreement(connection: Connection, given: { readonly raterA: string | null; readonly raterB: string | null }): RaterAgreement | null {
  const raters = new Map(readRaters(connection).map((rater) => [rater.id, rater]));
  for (const id of [given.raterA, given.raterB]) if (id !== null && !raters.has(id)) return null;
  const couple = given.raterA !== null && given.raterB !== null ? ([given.raterA, given.raterB] as const) : closestCouple(connection, given.raterA ?? given.raterB);
  const [first, second] = couple !== null && given.raterA === null && given.raterB !== null ? [couple[1], couple[0]] : (couple ?? [given.raterA, given.raterB]);
  const rows = first === null || second === null ? [] : readPairs(connection, first, second);
  const byIndicator = Map.groupBy(rows, ({ indicator_id: id }) => id);
  const perIndicator = indicators.flatMap(({ id }) => {
    const own = byIndicator.get(id) ?? [];
    const agreement = agreementOf(pairsOf(own));
    return agreement === null ? [] : [{ indicatorId: id, ...figuresOf(agreement), meanA: meanOf(own.map(({ a }) => a)), meanB: meanOf(own.map(({ b }) => b)) }];
  });
  const overall = agreementOf(pairsOf(perIndicator.flatMap(({ indicatorId }) => byIndicator.get(indicatorId) ?? [])));
  return {
    raterA: raters.get(first ?? '') ?? null,
    raterB: raters.get(second ?? '') ?? null,
    clientCount: new Set(rows.map(({ client_id: id }) => id)).size,
    overall: overall === null ? null : figuresOf(overall),
    indicators: perIndicator,
    poor: perIndicator
      .filter(isPoor)
      .toSorted((left, right) => (left.weightedKappa ?? left.observed) - (right.weightedKappa ?? right.observed))
      .map(({ indicatorId }) => indicatorId),
    fewestPairs,
  };
}
