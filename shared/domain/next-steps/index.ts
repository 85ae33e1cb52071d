import type { ExplainedScore } from '../scoring/index.ts';
import { playbook } from './playbook.ts';
import { situationOf } from './situation.ts';
import type { ClientFacts, StepUrgency, SuggestedStep } from './types.ts';

export { stepCodes } from './step-codes.ts';
export type * from './types.ts';

const rank: Readonly<Record<StepUrgency, number>> = { now: 0, soon: 1, plan: 2 };

/**
 * What to do next for a client, the most pressing first: who waits, then what fails, then what the paper advises for weak
 * links. Every step names the indicator or dimension it would raise and the records it rests on; no step is suggested
 * without a fact behind it.
 */
export const suggestNextSteps = (score: ExplainedScore, facts: ClientFacts): readonly SuggestedStep[] => {
  const situation = situationOf(score, facts);
  return playbook.flatMap((play) => play(situation)).toSorted((left, right) => rank[left.urgency] - rank[right.urgency]);
};
