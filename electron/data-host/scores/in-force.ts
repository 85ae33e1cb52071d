import type { ScoringContext } from '#shared/domain/scoring/index.ts';
import type { Connection } from '../db/store.ts';
import { contextOf, readBasis } from './basis.ts';
import type { ReadingBasis } from './basis.ts';
import { keptInForce } from './priors.ts';
import { readCompanyAssessments } from './records.ts';
import { weightsAt } from './weights.ts';

export interface InForce {
  readonly basis: ReadingBasis;
  readonly context: ScoringContext;
}

/**
 * What one client is scored with: the choices as they are, the priors and the facts about the exporter of the last full
 * rescoring. Thus one client scored alone has the very score that a full pass with them would give it.
 */
export function readInForce(connection: Connection, now: Date): InForce {
  const basis = readBasis(connection, now);
  const { priors, facts } = keptInForce(connection);
  const company = { assessments: readCompanyAssessments(connection), facts };
  return { basis, context: contextOf(basis, weightsAt(connection, null), priors, company) };
}
