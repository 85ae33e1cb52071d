import { happenedDay } from './happened.ts';
import type { EvidenceRule } from './rule.ts';

const acknowledgedShare = 0.3;
const resolvedShare = 0.4;
const reportedBackShare = 0.3;
/** By the three steps as bits. */
const stepCodes = ['none', 'A', 'R', 'AR', 'B', 'AB', 'RB', 'all'] as const;

/**
 * Event: each piece of feedback, from the day it was given. y = 0.3 acknowledged + 0.4 resolved + 0.3 reported back to
 * the client; there is no time of grace, the client waits from the first day.
 */
export const interactionFeedback: EvidenceRule = {
  indicatorId: 'interaction-feedback',
  reasons: { steps: ['steps'] },
  visit: ({ relationship }, asOfDay, emit) => {
    for (const { id, givenOn, acknowledgedOn, resolvedOn, reportedBackOn } of relationship.entries.feedback) {
      const day = happenedDay(givenOn, asOfDay);
      if (day === null) continue;
      const acknowledged = happenedDay(acknowledgedOn, asOfDay) === null ? 0 : 1;
      const resolved = happenedDay(resolvedOn, asOfDay) === null ? 0 : 1;
      const reportedBack = happenedDay(reportedBackOn, asOfDay) === null ? 0 : 1;
      const steps = acknowledged + 2 * resolved + 4 * reportedBack;
      // In tenths, so that all three make exactly 1.
      const outcome = Math.round(10 * (acknowledged * acknowledgedShare + resolved * resolvedShare + reportedBack * reportedBackShare)) / 10;
      emit(outcome, day, 'feedback', id, 'steps', stepCodes[steps] ?? 'none', 0);
    }
  },
};
