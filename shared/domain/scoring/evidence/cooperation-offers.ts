import { happenedDay } from './happened.ts';
import type { EvidenceRule } from './rule.ts';

/** An industrial buyer decides slowly; after two months without a word an offer is lost. */
const waitsDays = 60;

/** Event: each offer that was answered, or lay unanswered for 60 days. y = 1 accepted, else 0. Age from the offer. */
export const cooperationOffers: EvidenceRule = {
  indicatorId: 'cooperation-offers',
  reasons: { accepted: [], declined: [], silence: ['days'] },
  visit: ({ relationship }, asOfDay, emit) => {
    for (const { id, offeredOn, answer } of relationship.entries.offer) {
      const day = happenedDay(offeredOn, asOfDay);
      if (day === null) continue;
      if (answer !== null) emit(answer === 'accepted' ? 1 : 0, day, 'offer', id, answer, 0, 0);
      else if (asOfDay >= day + waitsDays) emit(0, day, 'offer', id, 'silence', waitsDays, 0);
    }
  },
};
