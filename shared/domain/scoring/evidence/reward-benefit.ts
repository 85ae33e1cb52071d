import { happenedDay } from './happened.ts';
import type { EvidenceRule } from './rule.ts';

/** A benefit that was not used in half a year is forgotten. */
const lapsesAfterDays = 180;

/**
 * Event: each benefit that was used, or lay unused for 180 days. y = 1 used, 0 lapsed: what the client does not use is no
 * reward to it. Age from its use, or from the day it lapsed. Until then nothing is known.
 */
export const rewardBenefit: EvidenceRule = {
  indicatorId: 'reward-benefit',
  reasons: { used: ['days'], lapsed: ['days'] },
  visit: ({ relationship }, asOfDay, emit) => {
    for (const { id, grantedOn, usedOn } of relationship.entries.benefit) {
      const grantedDay = happenedDay(grantedOn, asOfDay);
      if (grantedDay === null) continue;
      const usedDay = happenedDay(usedOn, asOfDay);
      if (usedDay !== null) emit(1, usedDay, 'benefit', id, 'used', usedDay - grantedDay, 0);
      else if (asOfDay >= grantedDay + lapsesAfterDays) emit(0, grantedDay + lapsesAfterDays, 'benefit', id, 'lapsed', lapsesAfterDays, 0);
    }
  },
};
