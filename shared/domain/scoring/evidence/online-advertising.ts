import { happenedDay } from './happened.ts';
import type { EvidenceRule } from './rule.ts';

/** Who has not answered a campaign within a month will not. */
const waitsDays = 30;

/**
 * Event: each campaign message whose fate is known, or of which nothing was heard for 30 days. y = 1 answered, 0.5 seen
 * (it reached the client, which is half of the way), 0 not reached or never heard of again.
 */
export const onlineAdvertising: EvidenceRule = {
  indicatorId: 'online-advertising',
  reasons: { answered: [], seen: [], notReached: [], silence: ['days'] },
  visit: ({ relationship }, asOfDay, emit) => {
    for (const { id, sentOn, response } of relationship.entries.campaignTouch) {
      const day = happenedDay(sentOn, asOfDay);
      if (day === null) continue;
      if (response === 'answered') emit(1, day, 'campaignTouch', id, 'answered', 0, 0);
      else if (response === 'seen') emit(0.5, day, 'campaignTouch', id, 'seen', 0, 0);
      else if (response === 'not-reached') emit(0, day, 'campaignTouch', id, 'notReached', 0, 0);
      else if (asOfDay >= day + waitsDays) emit(0, day, 'campaignTouch', id, 'silence', waitsDays, 0);
    }
  },
};
