import { ratingToOutcome } from '../assessments.ts';
import { happenedDay } from './happened.ts';
import type { EvidenceRule } from './rule.ts';

/** Event: each rating 1–5 that the client gave after an interaction. y = (rating − 1)/4. */
export const satisfaction: EvidenceRule = {
  indicatorId: 'satisfaction',
  reasons: { rated: ['rating'] },
  visit: ({ relationship }, asOfDay, emit) => {
    for (const { id, ratedOn, rating } of relationship.entries.satisfaction) {
      const day = happenedDay(ratedOn, asOfDay);
      if (day !== null) emit(ratingToOutcome(rating), day, 'satisfaction', id, 'rated', rating, 0);
    }
  },
};
