import type { PortfolioOverview } from '#shared/contract/portfolio.ts';
import { quadrantsOf, scoreDistribution } from '#shared/domain/portfolio/index.ts';
import type { Connection } from '../db/store.ts';
import type { Selection } from '../clients/index.ts';

interface ScoreRow {
  readonly id: string;
  readonly name: string;
  readonly overall: number | null;
  readonly stage: number | null;
  readonly value_minor: number | null;
  readonly value_currency: string | null;
}

type Means = PortfolioOverview['means'];

/** The currency that most clients' values are in; of equally many the first by its code. */
function mainCurrency(rows: readonly ScoreRow[]): string | null {
  const counts = new Map<string, number>();
  for (const { value_currency: currency } of rows) if (currency !== null) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  const ordered = [...counts].toSorted(([left, m], [right, n]) => n - m || (left < right ? -1 : 1));
  return ordered[0]?.[0] ?? null;
}

function readQuadrants(rows: readonly ScoreRow[]): PortfolioOverview['quadrants'] {
  const currency = mainCurrency(rows);
  const placed = rows.flatMap(({ id, name, overall, value_minor: minor, value_currency: own }) =>
    overall === null || minor === null || own === null || own !== currency ? [] : [{ id, name, overall, minor, currency: own }],
  );
  const { valueThreshold, scoreThreshold, quadrants } = quadrantsOf(placed.map(({ minor, overall }) => ({ value: minor, score: overall })));
  return {
    currency,
    valueThresholdMinor: valueThreshold === null ? null : Math.round(valueThreshold),
    scoreThreshold,
    points: placed.map(({ id, name, overall, minor, currency: own }, index) => ({
      clientId: id, name, value: { minor, currency: own }, overall, quadrant: quadrants[index] ?? 'watch',
    })),
    withoutScore: rows.filter(({ overall }) => overall === null).length,
    withoutValue: rows.filter(({ overall, value_minor: minor }) => overall !== null && minor === null).length,
    otherCurrency: rows.filter(({ overall, value_currency: own }) => overall !== null && own !== null && own !== currency).length,
  };
}

export function readOverview(connection: Connection, selection: Selection, asOfOn: string): PortfolioOverview {
  const rows = connection.all<ScoreRow>(
    `SELECT id, name, overall, stage, value_minor, value_currency FROM client_summaries ${selection.where} ORDER BY id`, selection.parameters,
  );
  const means = connection.get<Means>(
    `SELECT avg(brand) AS brand, avg(arousal) AS arousal, avg(quality) AS quality, avg(attraction) AS attraction, avg(continuity) AS continuity,
      avg(overall) AS overall FROM client_summaries ${selection.where}`,
    selection.parameters,
  ) ?? { brand: null, arousal: null, quality: null, attraction: null, continuity: null, overall: null };
  const scores = rows.flatMap(({ overall }) => (overall === null ? [] : [overall]));
  return {
    asOfOn, clientCount: rows.length, scoredCount: scores.length,
    distribution: [...scoreDistribution(scores)],
    stages: [0, 1, 2, 3, 4, 5, null].map((stage) => ({ stage, count: rows.filter((row) => row.stage === stage).length })),
    means, quadrants: readQuadrants(rows),
  };
}
