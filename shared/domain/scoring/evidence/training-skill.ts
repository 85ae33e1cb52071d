import { ratingToOutcome } from '../assessments.ts';
import { happenedDay } from './happened.ts';
import type { EvidenceRule } from './rule.ts';

/** Event: each training that the client has rated 1–5. y = (rating − 1)/4. An unrated one says that it took place, not how it was. */
export const trainingSkill: EvidenceRule = {
  indicatorId: 'training-skill',
  reasons: { rated: ['rating'] },
  visit: ({ relationship }, asOfDay, emit) => {
    for (const { id, heldOn, rating } of relationship.entries.training) {
      const day = happenedDay(heldOn, asOfDay);
      if (day !== null && rating !== null) emit(ratingToOutcome(rating), day, 'training', id, 'rated', rating, 0);
    }
  },
};
