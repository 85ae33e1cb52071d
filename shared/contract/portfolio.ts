import { z } from 'zod';
import { clientFilter, clientSorts, dimensionId } from './clients.ts';
import { day, id, money, window } from './common.ts';
import { procedure } from './errors.ts';

const score = z.number().nullable();
const dimensionScores = z.object({ brand: score, arousal: score, quality: score, attraction: score, continuity: score });

/** Clients whose score lies in lower ≤ score < upper (the last bin: ≤ upper). */
const bin = z.object({ lower: z.number(), upper: z.number(), count: z.int() });

export const quadrantId = z.enum(['keep', 'develop', 'repair', 'watch']);
/**
 * Value × score, cut at the medians of the clients shown. keep: high value, high score; repair: high value, low score;
 * develop: low value, high score; watch: low value, low score.
 */
export const quadrantPoint = z.object({
  clientId: id, name: z.string(), value: money, overall: z.number(), quadrant: quadrantId,
});

export const portfolioOverview = z.object({
  asOfOn: day,
  clientCount: z.int(),
  scoredCount: z.int(),
  distribution: z.array(bin),
  /** Clients by stage 0–5; null: cannot be placed yet. */
  stages: z.array(z.object({ stage: z.int().nullable(), count: z.int() })),
  means: dimensionScores.extend({ overall: score }),
  quadrants: z.object({
    /** Money is of one currency, the one that most clients' orders are in; amounts of different ones are never compared. */
    currency: z.string().nullable(),
    valueThresholdMinor: z.int().nullable(),
    scoreThreshold: score,
    points: z.array(quadrantPoint),
    /** Clients left out: without a score, without a value, or with their value in another currency. */
    withoutScore: z.int(),
    withoutValue: z.int(),
    otherCurrency: z.int(),
  }),
});
export type PortfolioOverview = z.output<typeof portfolioOverview>;

export const heatMapRow = z.object({
  clientId: id, name: z.string(), countryCode: z.string().nullable(), overall: score, coverage: z.number(), stage: z.int().nullable(),
  weakestDimension: dimensionId.nullable(), dimensions: dimensionScores,
});
export type HeatMapRow = z.output<typeof heatMapRow>;

export const heatMapSorts = [...clientSorts, ...dimensionId.options] as const;

export const stageFall = z.object({
  clientId: id, name: z.string(), fromStage: z.int(), toStage: z.int(),
  overallBefore: score, overallNow: score,
  /** The snapshot that the earlier stage comes from. */
  fromOn: day,
  /** The link of the chain that gave way, and its score then and now. */
  brokenDimension: dimensionId, dimensionBefore: score, dimensionNow: score,
});
export type StageFall = z.output<typeof stageFall>;

export const coverageRow = z.object({
  clientId: id, name: z.string(), coverage: z.number(),
  /** Share of each theme's weight that has data, 0–1, in the order of `themeIds`. */
  themes: z.array(z.number()),
});
export type CoverageRow = z.output<typeof coverageRow>;

/** All of these read the scores as they stand in the lists, and take the client list's own filter. */
export const portfolio = {
  overview: procedure.input(z.object({ filter: clientFilter.prefault({}) })).output(portfolioOverview),
  heatMap: procedure
    .input(z.object({ filter: clientFilter.prefault({}), sort: z.enum(heatMapSorts).default('overall'), descending: z.boolean().default(false), ...window }))
    .output(z.object({ total: z.int(), rows: z.array(heatMapRow) })),
  /** Who stands on an earlier stage now than at the end of `sinceOn`, the deepest fall first. */
  falls: procedure.input(z.object({ filter: clientFilter.prefault({}), sinceOn: day })).output(z.object({ rows: z.array(stageFall), comparedCount: z.int() })),
  /** What is not known: clients × themes, the least known first; `means` over all clients of the filter. */
  coverage: procedure
    .input(z.object({ filter: clientFilter.prefault({}), ...window }))
    .output(z.object({ total: z.int(), themeIds: z.array(z.string()), means: z.array(z.number()), rows: z.array(coverageRow) })),
};
