import type { EvidenceRule } from './rule.ts';

const leastAnswer = 1;
const mostAnswer = 7;

/** Event: each answer 1–7 of a client survey. y = (answer − 1)/6. @throws RangeError for an answer outside 1–7. */
export const perceivedUsefulness: EvidenceRule = {
  indicatorId: 'perceived-usefulness',
  reasons: { answered: ['answer'] },
  visit: ({ relationship }, _asOfDay, emit) => {
    for (const { id, day, answer } of relationship.usefulnessAnswers) {
      emit((answer - leastAnswer) / (mostAnswer - leastAnswer), day, 'survey-answer', id, 'answered', answer, 0);
    }
  },
};
