import type { ScoreExplanation } from '#shared/contract/scores.ts';
import { suggestNextSteps } from '#shared/domain/next-steps/index.ts';
import { scoreClient } from '#shared/domain/scoring/index.ts';
import type { RecordRef } from '#shared/domain/scoring/index.ts';
import type { Connection } from '../db/store.ts';
import { readInForce } from './in-force.ts';
import { readFacts } from './facts.ts';
import { readOpenMatters } from './open-matters.ts';
import { readPortfolioMeans } from './portfolio.ts';
import { readBundle, readingContext } from './records.ts';

/** The whole ledger of one client from its records as they are now; undefined where there is no such client. */
export function explainScore(connection: Connection, clientId: string, now: Date): ScoreExplanation | undefined {
  const { basis, context } = readInForce(connection, now);
  const bundle = readBundle(connection, clientId, readingContext(connection, basis));
  if (!bundle) return undefined;
  const score = scoreClient(bundle.records, context);
  const steps = suggestNextSteps(score, readOpenMatters(connection, bundle, context.asOfDay));
  const refs: RecordRef[] = [
    ...score.indicators.flatMap(({ ledger }) => ledger.map(({ source }) => source)),
    ...steps.flatMap(({ sources }) => sources),
  ];
  const { means, count } = readPortfolioMeans(connection);
  return { score, facts: readFacts(connection, refs), steps, portfolio: means, portfolioCount: count };
}
