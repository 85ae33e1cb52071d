import { trustedIsoDayToNumber } from '../../calendar/index.ts';
import { dueDayOf, headlineMeasure, judgeLine, lineBits } from '../../delivery/index.ts';
import type { DeliveryLine } from '../../delivery/index.ts';
import type { InteractionRecord, SourceKind } from '../types.ts';
import { happenedDay } from './happened.ts';
import { settleReturnWithinDays } from './return-guarantee.ts';
import type { Emit, EvidenceRule } from './rule.ts';
import { settledDayOf } from './settled-day.ts';

/** Word that came earlier than so many days before the promised day was hardly about this delay. */
const noticeDays = 14;

/** The days on which we spoke to the client and on which it spoke to us, each in order. */
interface Talk {
  readonly firstDay: number;
  readonly ours: readonly number[];
  readonly theirs: readonly number[];
}

const ascending = (left: number, right: number): number => left - right;

const talkOf = (interactions: readonly InteractionRecord[], asOfDay: number): Talk => {
  const past = interactions.filter(({ day }) => day <= asOfDay);
  const ours = past.filter(({ direction }) => direction !== 'inbound').map(({ day }) => day).toSorted(ascending);
  const theirs = past.filter(({ direction }) => direction === 'inbound').map(({ day }) => day).toSorted(ascending);
  return { firstDay: Math.min(ours[0] ?? Infinity, theirs[0] ?? Infinity), ours, theirs };
};

/** The first of the ordered days that is not before `from`, by halving; Infinity where there is none. */
const firstFrom = (days: readonly number[], from: number): number => {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((days[middle] ?? Infinity) < from) low = middle + 1;
    else high = middle;
  }
  return days[low] ?? Infinity;
};

/** The first day by the reading day on which we ourselves named a new day; null where we never did. */
const newPromiseDay = (line: DeliveryLine, asOfDay: number): number | null => {
  let first: number | null = null;
  for (const { askedBy, madeAt } of line.promises) {
    const day = askedBy === 'exporter' ? trustedIsoDayToNumber(madeAt) : Infinity;
    if (day <= asOfDay && (first === null || day < first)) first = day;
  }
  return first;
};

interface Delay {
  readonly kind: SourceKind;
  readonly id: string;
  /** The day that was missed. */
  readonly dueDay: number;
  /** When it ended; the reading day while it lasts. */
  readonly endDay: number;
  readonly newPromiseDay: number | null;
  /** From which its outcome ages. */
  readonly day: number;
}

const judge = ({ kind, id, dueDay, endDay, newPromiseDay: promiseDay, day }: Delay, talk: Talk, emit: Emit): void => {
  if (promiseDay !== null && promiseDay <= dueDay) {
    emit(1, day, kind, id, 'newPromise', dueDay - promiseDay, 0);
    return;
  }
  // What was not recorded at all that early cannot be held against anybody.
  if (promiseDay === null && talk.firstDay > dueDay) return;
  const spokeDay = firstFrom(talk.ours, dueDay - noticeDays);
  const toldDay = Math.min(spokeDay, promiseDay ?? Infinity);
  const askedDay = firstFrom(talk.theirs, dueDay + 1);
  if (toldDay <= dueDay) emit(1, day, kind, id, 'toldBefore', dueDay - toldDay, 0);
  else if (toldDay <= endDay && toldDay < askedDay) emit(0.5, day, kind, id, 'toldBeforeAsked', toldDay - dueDay, 0);
  else if (askedDay <= endDay) emit(0, day, kind, id, 'asked', askedDay - dueDay, 0);
  else emit(0, day, kind, id, 'silence', 0, 0);
};

/**
 * Event: each order line that missed its first promise and each warranty return that was not settled in 30 days, where
 * the records reach back that far. y = 1 when we named a new day, or spoke to the client, by the day that was then missed
 * (at most 14 days before it); 0.5 when we spoke later but before the client had to ask; else 0. That what we said was
 * about the delay is taken from its time: the records do not tie words to lines. Age as in timely delivery.
 */
export const transparency: EvidenceRule = {
  indicatorId: 'transparency',
  reasons: { newPromise: ['days'], toldBefore: ['days'], toldBeforeAsked: ['days'], asked: ['days'], silence: [] },
  visit: ({ lines, interactions, relationship }, asOfDay, emit) => {
    let talk: Talk | null = null;
    for (const line of lines) {
      const bits = judgeLine(line, headlineMeasure, asOfDay);
      if ((bits & lineBits.due) === 0 || line.cancelledBy !== null) continue;
      const dueDay = dueDayOf(line, headlineMeasure.basis, asOfDay);
      const endDay = (bits & lineBits.delivered) === 0 ? asOfDay : (line.deliveredDay ?? asOfDay);
      if (dueDay === null || endDay <= dueDay + headlineMeasure.window.latestDays) continue;
      talk ??= talkOf(interactions, asOfDay);
      judge({ kind: 'order-line', id: line.id, dueDay, endDay, newPromiseDay: newPromiseDay(line, asOfDay), day: settledDayOf(line, bits, dueDay, asOfDay) }, talk, emit);
    }
    for (const { id, openedOn, settledOn } of relationship.entries.warrantyReturn) {
      const openedDay = happenedDay(openedOn, asOfDay);
      const endDay = happenedDay(settledOn, asOfDay) ?? asOfDay;
      if (openedDay === null || endDay <= openedDay + settleReturnWithinDays) continue;
      talk ??= talkOf(interactions, asOfDay);
      judge({ kind: 'warrantyReturn', id, dueDay: openedDay + settleReturnWithinDays, endDay, newPromiseDay: null, day: endDay }, talk, emit);
    }
  },
};
