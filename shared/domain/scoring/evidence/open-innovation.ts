import { happenedDay } from './happened.ts';
import type { EvidenceRule } from './rule.ts';

const recordedOutcome = 0.2;
const answeredOutcome = 0.6;
/** To weigh an idea takes time; after a month silence is an answer. */
const waitsDays = 30;

/**
 * Event: each idea of the client that was answered or decided, or that waits for more than 30 days. y = 0.2 recorded
 * alone, 0.6 answered as well, 1 adopted: to be heard is most of it. Age from the answer, else from the idea.
 */
export const openInnovation: EvidenceRule = {
  indicatorId: 'open-innovation',
  reasons: { adopted: [], answered: ['days'], waiting: ['days'] },
  visit: ({ relationship }, asOfDay, emit) => {
    for (const { id, givenOn, answeredOn, decision } of relationship.entries.idea) {
      const givenDay = happenedDay(givenOn, asOfDay);
      if (givenDay === null) continue;
      const answeredDay = happenedDay(answeredOn, asOfDay);
      // A decision has no day of its own: it is known with the answer, or where none is dated, with the idea.
      const isDecided = decision !== null && (answeredOn === null || answeredDay !== null);
      if (isDecided && decision === 'adopted') emit(1, answeredDay ?? givenDay, 'idea', id, 'adopted', 0, 0);
      else if (answeredDay !== null) emit(answeredOutcome, answeredDay, 'idea', id, 'answered', answeredDay - givenDay, 0);
      else if (asOfDay > givenDay + waitsDays) emit(recordedOutcome, givenDay, 'idea', id, 'waiting', asOfDay - givenDay, 0);
    }
  },
};
