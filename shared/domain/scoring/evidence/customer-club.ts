import { happenedDay } from './happened.ts';
import type { EvidenceRule } from './rule.ts';

const monthDays = 30;

/**
 * Event: each completed month (30 days, so that all weigh alike) since the client's first activity or benefit in the
 * club. y = 1 when there was a benefit or an activity in it, else 0. Age from the last day of the month. Who has never
 * taken part is no member: no event.
 */
export const customerClub: EvidenceRule = {
  indicatorId: 'customer-club',
  reasons: { active: [], quiet: [] },
  visit: ({ clientId, relationship }, asOfDay, emit) => {
    const { benefit, clubActivity } = relationship.entries;
    if (benefit.length === 0 && clubActivity.length === 0) return;
    const signs: { readonly day: number; readonly kind: 'benefit' | 'clubActivity'; readonly id: string }[] = [];
    for (const { id, happenedOn } of clubActivity) {
      const day = happenedDay(happenedOn, asOfDay);
      if (day !== null) signs.push({ day, kind: 'clubActivity', id });
    }
    for (const { id, grantedOn, throughClub } of benefit) {
      const day = throughClub ? happenedDay(grantedOn, asOfDay) : null;
      if (day !== null) signs.push({ day, kind: 'benefit', id });
    }
    // The latest of a month speaks for it; of one day's the one with the later identifier, whatever the order of reading.
    signs.sort((left, right) => left.day - right.day || (left.id < right.id ? -1 : 1));
    const firstDay = signs[0]?.day ?? asOfDay;
    let next = 0;
    for (let lastDay = firstDay + monthDays - 1; lastDay <= asOfDay; lastDay += monthDays) {
      let sign = null;
      for (let each = signs[next]; each !== undefined && each.day <= lastDay; each = signs[next]) {
        sign = each;
        next += 1;
      }
      if (sign === null) emit(0, lastDay, 'client', clientId, 'quiet', 0, 0);
      else emit(1, lastDay, sign.kind, sign.id, 'active', 0, 0);
    }
  },
};
