import { dueDayOf, headlineMeasure, judgeLine, lineBits } from '../../delivery/index.ts';
import { settledDayOf } from './settled-day.ts';
import type { EvidenceRule } from './rule.ts';

/**
 * Event: each order line that is due by its first promise. y = min(1, delivered / ordered): the need is met by what came,
 * whenever it came (lateness is timely delivery's matter), and a surplus meets nothing more. Age as in timely delivery.
 */
export const meetingNeeds: EvidenceRule = {
  indicatorId: 'meeting-needs',
  reasons: { full: [], part: ['delivered', 'ordered'], none: ['ordered'] },
  visit: (records, asOfDay, emit) => {
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
