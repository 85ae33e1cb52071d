import { dueDayOf, headlineMeasure, judgeLine, lineBits, onTimeInFullBits } from '../../delivery/index.ts';
import { settledDayOf } from './settled-day.ts';
import type { EvidenceRule } from './rule.ts';

/**
 * Event: each order line that is due by its first promise (or by the change that the customer asked for). y = 1 when it
 * came within −2…0 days and in full, else 0: to a buyer whose line stands still, a part or a late whole is a failure.
 * Age from the later of due day and delivery; still open = today.
 */
export const timelyDelivery: EvidenceRule = {
  indicatorId: 'timely-delivery',
  reasons: {
    onTimeInFull: ['daysEarly'],
    early: ['days'],
    late: ['days'],
    short: ['delivered', 'ordered'],
    open: ['days'],
    cancelledByExporter: [],
  },
  visit: (records, asOfDay, emit) => {
    for (const line of records.lines) {
      const bits = judgeLine(line, headlineMeasure, asOfDay);
      if ((bits & lineBits.due) === 0) continue;
      const dueDay = dueDayOf(line, headlineMeasure.basis, asOfDay);
      if (dueDay === null) continue;
      const day = settledDayOf(line, bits, dueDay, asOfDay);
      if ((bits & onTimeInFullBits) === onTimeInFullBits) {
        emit(1, day, 'order-line', line.id, 'onTimeInFull', dueDay - (line.deliveredDay ?? dueDay), 0);
      } else if ((bits & lineBits.delivered) === 0) {
        emit(0, day, 'order-line', line.id, line.cancelledBy === null ? 'open' : 'cancelledByExporter', asOfDay - dueDay, 0);
      } else if ((bits & lineBits.onTime) !== 0) {
        emit(0, day, 'order-line', line.id, 'short', line.deliveredQuantity, line.orderedQuantity);
      } else {
        const late = (line.deliveredDay ?? dueDay) - dueDay;
        emit(0, day, 'order-line', line.id, late > 0 ? 'late' : 'early', Math.abs(late), 0);
      }
    }
  },
};
