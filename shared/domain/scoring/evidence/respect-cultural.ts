import { trustedIsoDayToNumber } from '../../calendar/index.ts';
import { happenedDay } from './happened.ts';
import type { EvidenceRule } from './rule.ts';

/** A late greeting is still one within a week. */
const mostDaysLate = 7;

/**
 * Event: each occasion of the client's culture that was marked or has passed. y = 1 marked by its day, 0.5 up to a week
 * late, else 0. Age from the occasion, or from an earlier marking.
 */
export const respectCultural: EvidenceRule = {
  indicatorId: 'respect-cultural',
  reasons: { onTime: [], late: ['days'], missed: [] },
  visit: ({ relationship }, asOfDay, emit) => {
    for (const { id, occursOn, markedOn } of relationship.entries.occasion) {
      const occursDay = trustedIsoDayToNumber(occursOn);
      const markedDay = happenedDay(markedOn, asOfDay);
      if (markedDay !== null && markedDay <= occursDay) emit(1, markedDay, 'occasion', id, 'onTime', 0, 0);
      else if (markedDay !== null && markedDay <= occursDay + mostDaysLate) emit(0.5, occursDay, 'occasion', id, 'late', markedDay - occursDay, 0);
      else if (occursDay < asOfDay) emit(0, occursDay, 'occasion', id, 'missed', 0, 0);
    }
  },
};
