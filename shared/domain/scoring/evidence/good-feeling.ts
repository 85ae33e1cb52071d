import type { EvidenceRule } from './rule.ts';

const outcomeOf = { good: 1, neutral: 0.5, bad: 0 } as const;

/** Event: each interaction whose mood was recorded. y = 1 good, 0.5 neutral, 0 bad. A mood that nobody noted says nothing. */
export const goodFeeling: EvidenceRule = {
  indicatorId: 'good-feeling',
  reasons: { good: [], neutral: [], bad: [] },
  visit: ({ interactions }, _asOfDay, emit) => {
    for (const { id, day, sentiment } of interactions) if (sentiment !== null) emit(outcomeOf[sentiment], day, 'interaction', id, sentiment, 0, 0);
  },
};
