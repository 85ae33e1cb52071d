import { happenedDay } from './happened.ts';
import type { EvidenceRule } from './rule.ts';

const inTimeShare = 0.5;
const acceptedShare = 0.3;
const notRepeatedShare = 0.2;
/** How long a warranty return may take until it is settled. */
export const settleReturnWithinDays = 30;

/**
 * Event: each warranty return that was settled, or is open beyond 30 days. y = 0.5 settled within 30 days + 0.3 accepted
 * + 0.2 not repeated. Age from the settlement, or from the last day of its time.
 */
export const returnGuarantee: EvidenceRule = {
  indicatorId: 'return-guarantee',
  reasons: { inTime: ['days', 'verdict'], late: ['days', 'verdict'], open: ['days', 'verdict'] },
  visit: ({ relationship }, asOfDay, emit) => {
    for (const { id, openedOn, settledOn, decision, isRepeat } of relationship.entries.warrantyReturn) {
      const openedDay = happenedDay(openedOn, asOfDay);
      if (openedDay === null) continue;
      const settledDay = happenedDay(settledOn, asOfDay);
      const dueDay = openedDay + settleReturnWithinDays;
      if (settledDay === null && asOfDay <= dueDay) continue;
      const isInTime = settledDay !== null && settledDay <= dueDay;
      const isAccepted = settledDay !== null && decision === 'accepted';
      const outcome = (isInTime ? inTimeShare : 0) + (isAccepted ? acceptedShare : 0) + (isRepeat ? 0 : notRepeatedShare);
      const verdict = `${isAccepted ? 'accepted' : (decision ?? 'undecided')}${isRepeat ? 'Repeat' : ''}`;
      const reason = isInTime ? 'inTime' : 'late';
      emit(outcome, settledDay ?? dueDay, 'warrantyReturn', id, settledDay === null ? 'open' : reason, (settledDay ?? asOfDay) - openedDay, verdict);
    }
  },
};
