import { dueDayOf, headlineMeasure, judgeLine, latenessDaysOf, lineBits } from '../../delivery/index.ts';
import type { DeliveryLine } from '../../delivery/index.ts';
import { happenedDay } from './happened.ts';
import { settledDayOf } from './settled-day.ts';
import type { EvidenceRule } from './rule.ts';

/** What a line did to its order; a higher number tells more and is the one that the ledger names. */
const standing = { leftOut: 0, fine: 1, pending: 2, late: 3, short: 4, badDocuments: 5, badCondition: 6, open: 7 } as const;
const failureCodes = ['', '', '', 'late', 'short', 'badDocuments', 'badCondition', 'open'] as const;

const standingOf = (line: DeliveryLine, bits: number, asOfDay: number): number => {
  if ((bits & lineBits.cancelledByCustomer) !== 0) return standing.leftOut;
  if ((bits & lineBits.conditionBad) !== 0) return standing.badCondition;
  if ((bits & lineBits.documentsBad) !== 0) return standing.badDocuments;
  if ((bits & lineBits.due) === 0) {
    // Without a promise there is no lateness, but what came can still be faulty, and what has not come is pending.
    if ((bits & lineBits.withoutBasis) === 0 || line.deliveredDay === null || line.deliveredDay > asOfDay) return standing.pending;
    if (line.conditionOk === false) return standing.badCondition;
    if (line.documentsOk === false) return standing.badDocuments;
    return line.deliveredQuantity >= line.orderedQuantity ? standing.fine : standing.pending;
  }
  if ((bits & lineBits.delivered) === 0) return standing.open;
  if ((bits & lineBits.inFull) === 0) return standing.short;
  const lateness = latenessDaysOf(line, headlineMeasure, asOfDay) ?? 0;
  return lateness > headlineMeasure.window.latestDays ? standing.late : standing.fine;
};

/**
 * Event: each completed order, and each order that has already failed, since no later line can mend it. y = 1 when none
 * of its lines was late beyond the window, short, with bad documents or in bad condition; else 0. Early is no failure
 * here. Faults that were not recorded are not assumed. Age from the last settled line of the order. A success that the
 * client tells of, with its consent, is one more event with y = 1.
 */
export const successfulExperiences: EvidenceRule = {
  indicatorId: 'successful-experiences',
  reasons: { faultless: ['lines'], late: ['failedLines'], short: ['failedLines'], badDocuments: ['failedLines'], badCondition: ['failedLines'], open: ['failedLines'], story: [] },
  visit: (records, asOfDay, emit) => {
    for (const { id, askedOn, answer } of records.relationship.entries.testimonial) {
      const day = answer === 'declined' ? null : happenedDay(askedOn, asOfDay);
      if (day !== null) emit(1, day, 'testimonial', id, 'story', 0, 0);
    }
    const slots = new Map<string, number>();
    const orderIds: string[] = [];
    const worst: number[] = [];
    const lines: number[] = [];
    const failed: number[] = [];
    const lastDay: number[] = [];
    for (const line of records.lines) {
      const bits = judgeLine(line, headlineMeasure, asOfDay);
      const lineStanding = standingOf(line, bits, asOfDay);
      if (lineStanding === standing.leftOut) continue;
      let slot = slots.get(line.orderId);
      if (slot === undefined) {
        slot = orderIds.length;
        slots.set(line.orderId, slot);
        orderIds.push(line.orderId);
        worst.push(standing.fine);
        lines.push(0);
        failed.push(0);
        lastDay.push(-Infinity);
      }
      worst[slot] = Math.max(worst[slot] ?? 0, lineStanding);
      lines[slot] = (lines[slot] ?? 0) + 1;
      if (lineStanding > standing.pending) failed[slot] = (failed[slot] ?? 0) + 1;
      if (lineStanding === standing.pending) continue;
      const dueDay = dueDayOf(line, headlineMeasure.basis, asOfDay);
      const day = dueDay === null || dueDay > asOfDay ? (line.deliveredDay ?? asOfDay) : settledDayOf(line, bits, dueDay, asOfDay);
      lastDay[slot] = Math.max(lastDay[slot] ?? day, day);
    }
    for (const [slot, orderId] of orderIds.entries()) {
      const orderStanding = worst[slot] ?? standing.pending;
      if (orderStanding === standing.pending) continue;
      const day = lastDay[slot] ?? asOfDay;
      if (orderStanding === standing.fine) emit(1, day, 'order', orderId, 'faultless', lines[slot] ?? 0, 0);
      else emit(0, day, 'order', orderId, failureCodes[orderStanding] ?? 'open', failed[slot] ?? 0, 0);
    }
  },
};
