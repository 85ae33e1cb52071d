import { whatChanged } from '../history/index.ts';
import type { ScoreChange } from '../history/index.ts';
import { scoreClient } from '../scoring/index.ts';
import type { ClientRecords, ExplainedScore, ScoringContext } from '../scoring/index.ts';
import { applyChange } from './apply.ts';
import type { Paper } from './apply.ts';
import type { ImaginedChange } from './types.ts';

export type { ImaginedChange } from './types.ts';

export interface WhatIf {
  readonly before: ExplainedScore;
  readonly after: ExplainedScore;
  readonly change: ScoreChange;
}

/** The records and the context as they would stand after all changes, in their order. @throws RangeError as each change does. */
export const imagine = (records: ClientRecords, context: ScoringContext, changes: readonly ImaginedChange[]): Paper => {
  let paper: Paper = { records, context };
  for (const change of changes) paper = applyChange(paper, change);
  return paper;
};

/**
 * A client's score as it is and as it would be, with what made the difference. Nothing is saved and nothing given is
 * changed; priors stay those of the portfolio, which one client's imagined event does not move.
 *
 * @throws RangeError as each change does.
 */
export const whatIf = (records: ClientRecords, context: ScoringContext, changes: readonly ImaginedChange[]): WhatIf => {
  const before = scoreClient(records, context);
  const paper = imagine(records, context, changes);
  const after = scoreClient(paper.records, paper.context);
  return { before, after, change: whatChanged(before, after) };
};
