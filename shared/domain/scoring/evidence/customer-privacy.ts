import { happenedDay } from './happened.ts';
import type { EvidenceRule } from './rule.ts';

/** One month to answer a person's request about its data (GDPR art. 12(3)), here as 30 days. */
const answerWithinDays = 30;

/**
 * Events of two kinds.
 * - Each person of the client, seen now (so each weighs 1): y = 1 with a recorded consent or other lawful basis that is
 *   not withdrawn, else 0. That none is recorded is known, as with a missing field of the client's record.
 * - Each privacy request that was answered or is more than 30 days old: y = 1 answered in that time, else 0. Age from the
 *   answer, or from the last day it was due.
 */
export const customerPrivacy: EvidenceRule = {
  indicatorId: 'customer-privacy',
  reasons: { lawful: [], withoutBasis: [], answered: ['days'], answeredLate: ['days'], open: ['days'] },
  visit: ({ relationship }, asOfDay, emit) => {
    const { consent, privacyRequest } = relationship.entries;
    const basisOf = new Map<string, string>();
    for (const { id, contactId, givenOn, withdrawnOn } of consent) {
      if (happenedDay(givenOn, asOfDay) === null || happenedDay(withdrawnOn, asOfDay) !== null) continue;
      const known = basisOf.get(contactId);
      if (known === undefined || id < known) basisOf.set(contactId, id);
    }
    for (const contactId of relationship.contactIds) {
      const consentId = basisOf.get(contactId);
      if (consentId === undefined) emit(0, asOfDay, 'contact', contactId, 'withoutBasis', 0, 0);
      else emit(1, asOfDay, 'consent', consentId, 'lawful', 0, 0);
    }
    for (const { id, receivedOn, answeredOn } of privacyRequest) {
      const receivedDay = happenedDay(receivedOn, asOfDay);
      if (receivedDay === null) continue;
      const answeredDay = happenedDay(answeredOn, asOfDay);
      const dueDay = receivedDay + answerWithinDays;
      if (answeredDay !== null && answeredDay <= dueDay) emit(1, answeredDay, 'privacyRequest', id, 'answered', answeredDay - receivedDay, 0);
      else if (answeredDay !== null) emit(0, dueDay, 'privacyRequest', id, 'answeredLate', answeredDay - receivedDay, 0);
      else if (asOfDay > dueDay) emit(0, dueDay, 'privacyRequest', id, 'open', asOfDay - receivedDay, 0);
    }
  },
};
