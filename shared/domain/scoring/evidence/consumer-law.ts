import type { SourceKind } from '../types.ts';
import { happenedDay } from './happened.ts';
import type { Emit, EvidenceRule } from './rule.ts';

/**
 * The time after which a return or a complaint is overdue. Laws differ (EU 2019/771 says "a reasonable period"); a month
 * is the exporter's own bar and no legal advice.
 */
const settleWithinDays = 30;

const judge = (kind: SourceKind, id: string, openedOn: string, settledOn: string | null, asOfDay: number, emit: Emit): void => {
  const openedDay = happenedDay(openedOn, asOfDay);
  if (openedDay === null) return;
  const settledDay = happenedDay(settledOn, asOfDay);
  const dueDay = openedDay + settleWithinDays;
  if (settledDay !== null && settledDay <= dueDay) emit(1, settledDay, kind, id, 'inTime', settledDay - openedDay, 0);
  else if (settledDay !== null) emit(0, dueDay, kind, id, 'late', settledDay - openedDay, 0);
  else if (asOfDay > dueDay) emit(0, dueDay, kind, id, 'open', asOfDay - openedDay, 0);
};

/**
 * Event: each warranty return and each complaint that was settled, or is open for more than 30 days. y = 1 settled within
 * 30 days, else 0. Age from the settlement, or from the last day of its time.
 */
export const consumerLaw: EvidenceRule = {
  indicatorId: 'consumer-law',
  reasons: { inTime: ['days'], late: ['days'], open: ['days'] },
  visit: ({ relationship }, asOfDay, emit) => {
    for (const { id, openedOn, settledOn } of relationship.entries.warrantyReturn) judge('warrantyReturn', id, openedOn, settledOn, asOfDay, emit);
    for (const { id, givenOn, resolvedOn, isComplaint } of relationship.entries.feedback) {
      if (isComplaint) judge('feedback', id, givenOn, resolvedOn, asOfDay, emit);
    }
  },
};
