import { dueDayOf, headlineMeasure, judgeLine, lineBits } from '../../delivery/index.ts';
import { happenedDay } from './happened.ts';
import { settledDayOf } from './settled-day.ts';
import type { EvidenceRule } from './rule.ts';

const supplyOutcome = { supplied: 1, partly: 0.5, 'could-not': 0 } as const;
const supplyReason = { supplied: 'supplied', partly: 'suppliedPartly', 'could-not': 'notSupplied' } as const;

/**
 * Event: each order line that is due by its first promise. y = min(1, delivered / ordered): the need is met by what came,
 * whenever it came (lateness is timely delivery's matter), and a surplus meets nothing more. Age as in timely delivery.
 * Each request that became no order line counts too: y = 1 could be supplied, 0.5 in part, 0 not at all.
 */
export const meetingNeeds: EvidenceRule = {
  indicatorId: 'meeting-needs',
  reasons: { full: [], part: ['delivered', 'ordered'], none: ['ordered'], supplied: [], suppliedPartly: [], notSupplied: [] },
  visit: (records, asOfDay, emit) => {
    for (const { id, requestedOn, supply } of records.relationship.entries.supplyRequest) {
      const day = happenedDay(requestedOn, asOfDay);
      if (day !== null) emit(supplyOutcome[supply], day, 'supplyRequest', id, supplyReason[supply], 0, 0);
    }
    for (const line of records.lines) {
      const bits = judgeLine(line, headlineMeasure, asOfDay);
      if ((bits & lineBits.due) === 0) continue;
      const dueDay = dueDayOf(line, headlineMeasure.basis, asOfDay);
      if (dueDay === null) continue;
      const day = settledDayOf(line, bits, dueDay, asOfDay);
      const delivered = (bits & lineBits.delivered) === 0 ? 0 : line.deliveredQuantity;
      if ((bits & lineBits.inFull) !== 0) emit(1, day, 'order-line', line.id, 'full', 0, 0);
      else if (delivered > 0) emit(delivered / line.orderedQuantity, day, 'order-line', line.id, 'part', delivered, line.orderedQuantity);
      else emit(0, day, 'order-line', line.id, 'none', line.orderedQuantity, 0);
    }
  },
};
