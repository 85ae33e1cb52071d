import { happenedDay } from './happened.ts';
import type { EvidenceRule } from './rule.ts';

const outcomeOf = { 'own-name': 1, 'without-name': 0.5, declined: 0 } as const;
const reasonOf = { 'own-name': 'ownName', 'without-name': 'withoutName', declined: 'declined' } as const;

/**
 * Event: each time the client was asked to tell its experience, or told it unasked. y = 1 in its own name with its
 * consent, 0.5 with consent but without its name (half as convincing to others), 0 when it declined.
 */
export const experienceExpression: EvidenceRule = {
  indicatorId: 'experience-expression',
  reasons: { ownName: [], withoutName: [], declined: [] },
  visit: ({ relationship }, asOfDay, emit) => {
    for (const { id, askedOn, answer } of relationship.entries.testimonial) {
      const day = happenedDay(askedOn, asOfDay);
      if (day !== null) emit(outcomeOf[answer], day, 'testimonial', id, reasonOf[answer], 0, 0);
    }
  },
};
