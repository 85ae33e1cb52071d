import { trustedIsoDayToNumber } from '../calendar/index.ts';
import { deliversAtDestination } from './incoterms.ts';
import type { DeliveryBasis, DeliveryLine, DeliveryMeasure, DeliveryWindow } from './types.ts';

/** Up to two days early, never late. */
const headlineWindow: DeliveryWindow = { earliestDays: -2, latestDays: 0 };
/** "Delivered on or before". */
export const onOrBeforeWindow: DeliveryWindow = { earliestDays: null, latestDays: 0 };

/** Against the first promise, −2…0 days, at the contractual event. */
export const headlineMeasure: DeliveryMeasure = {
  basis: 'first-promise', window: headlineWindow, event: 'incoterm', leavesOutCustomerDelays: false,
};

/**
 * How one line stands, as bits, so that a million lines are judged without an object each: either one of the four
 * reasons for being in no figure, or `due` with what it achieved.
 */
export const lineBits = {
  due: 1,
  onTime: 2,
  inFull: 4,
  documentsBad: 8,
  conditionBad: 16,
  documentsUnrecorded: 32,
  conditionUnrecorded: 64,
  /** The event has happened by the reading day. */
  delivered: 128,
  notYetDue: 256,
  cancelledByCustomer: 512,
  withoutBasis: 1024,
  withoutEvent: 2048,
  /** Late, and the customer caused it; in no figure when the measure leaves such lines out. */
  customerDelay: 4096,
} as const;

/** Due, on time and in full. */
export const onTimeInFullBits = lineBits.due | lineBits.onTime | lineBits.inFull;

/** The latest promise known on the reading day, of the customer's asking alone or of anybody's; null when there is none. */
const latestPromise = (line: DeliveryLine, asOfDay: number, customerOnly: boolean): number | null => {
  let day: number | null = null;
  let madeAt = '';
  for (const promise of line.promises) {
    if (customerOnly && promise.askedBy !== 'customer') continue;
    if (promise.madeAt < madeAt || trustedIsoDayToNumber(promise.madeAt) > asOfDay) continue;
    day = promise.promisedDay;
    madeAt = promise.madeAt;
  }
  return day;
};

/**
 * The day a line is held against, as known on the reading day. A change that the customer asked for rebases the request
 * and the first promise; the exporter's own later promises move the current promise only. Promises made after the
 * reading day are not known yet. null: this basis was not recorded for the line.
 */
export const dueDayOf = (line: DeliveryLine, basis: DeliveryBasis, asOfDay: number): number | null => {
  const first = basis === 'request' ? line.requestedDay : line.firstPromisedDay;
  if (line.promises.length === 0) return first;
  return latestPromise(line, asOfDay, basis !== 'current-promise') ?? first;
};

/** The day of the measured event; null while it is not recorded. */
const eventDay = (line: DeliveryLine, measure: DeliveryMeasure): number | null => {
  if (measure.event === 'incoterm') return line.deliveredDay;
  if (line.arrivedDay !== undefined && line.arrivedDay !== null) return line.arrivedDay;
  return line.incoterm !== null && deliversAtDestination(line.incoterm) === false ? null : line.deliveredDay;
};

const isWithin = (daysFromDue: number, window: DeliveryWindow): boolean =>
  daysFromDue <= window.latestDays && (window.earliestDays === null || daysFromDue >= window.earliestDays);

/**
 * Judges one line as it stood at the end of the reading day.
 * - In a figure only from its due day on ("lines due"); undelivered it stays "not yet due" while the window is open, and
 *   is late from the day after. What was delivered after the reading day has not happened yet.
 * - Cancelled by the customer: left out. Cancelled by the exporter: an undelivered line like any other.
 * - In full: delivered ≥ ordered. A short line is on time or late by its last delivery.
 * - Documents and condition that were not recorded are not faults; they are counted apart.
 */
export const judgeLine = (line: DeliveryLine, measure: DeliveryMeasure, asOfDay: number): number => {
  if (line.cancelledBy === 'customer') return lineBits.cancelledByCustomer;
  const dueDay = dueDayOf(line, measure.basis, asOfDay);
  if (dueDay === null) return lineBits.withoutBasis;
  if (dueDay > asOfDay) return lineBits.notYetDue;
  const day = eventDay(line, measure);
  const delivered = day !== null && day <= asOfDay;
  if (!delivered) {
    if (asOfDay <= dueDay + measure.window.latestDays) return lineBits.notYetDue;
    if (day === null && line.deliveredDay !== null && line.deliveredDay <= asOfDay) return lineBits.withoutEvent;
  }
  let bits: number = lineBits.due;
  if (delivered) {
    bits |= lineBits.delivered;
    if (isWithin(day - dueDay, measure.window)) bits |= lineBits.onTime;
    if (line.deliveredQuantity >= line.orderedQuantity) bits |= lineBits.inFull;
    if (line.documentsOk === null) bits |= lineBits.documentsUnrecorded;
    else if (!line.documentsOk) bits |= lineBits.documentsBad;
    if (line.conditionOk === null) bits |= lineBits.conditionUnrecorded;
    else if (!line.conditionOk) bits |= lineBits.conditionBad;
  }
  if ((bits & lineBits.onTime) === 0 && line.delayReason === 'CUS') {
    if (measure.leavesOutCustomerDelays) return lineBits.customerDelay;
    bits |= lineBits.customerDelay;
  }
  return bits;
};

/** Days from the due day to the measured event, early negative; null where either is not known by the reading day. */
export const latenessDaysOf = (line: DeliveryLine, measure: DeliveryMeasure, asOfDay: number): number | null => {
  const dueDay = dueDayOf(line, measure.basis, asOfDay);
  const day = eventDay(line, measure);
  return dueDay === null || day === null || day > asOfDay ? null : day - dueDay;
};

/** One line's standing in words, for the pages and reports that show single lines. */
interface LineOutcome {
  readonly status: 'due' | 'not-yet-due' | 'cancelled-by-customer' | 'without-basis' | 'without-event' | 'customer-delay';
  readonly dueDay: number | null;
  readonly onTime: boolean;
  readonly inFull: boolean;
  readonly onTimeInFull: boolean;
  /** OTIF with no recorded fault of documents or condition (SCOR RL.1.1). */
  readonly perfect: boolean;
  readonly latenessDays: number | null;
  /** Days past due of a line that is still undelivered; null otherwise. */
  readonly openLateDays: number | null;
}

const statusOf = (bits: number): LineOutcome['status'] => {
  if ((bits & lineBits.due) !== 0) return 'due';
  if ((bits & lineBits.notYetDue) !== 0) return 'not-yet-due';
  if ((bits & lineBits.cancelledByCustomer) !== 0) return 'cancelled-by-customer';
  if ((bits & lineBits.withoutBasis) !== 0) return 'without-basis';
  return (bits & lineBits.withoutEvent) === 0 ? 'customer-delay' : 'without-event';
};

export const lineOutcome = (line: DeliveryLine, measure: DeliveryMeasure, asOfDay: number): LineOutcome => {
  const bits = judgeLine(line, measure, asOfDay);
  const dueDay = dueDayOf(line, measure.basis, asOfDay);
  const onTimeInFull = (bits & onTimeInFullBits) === onTimeInFullBits;
  const openLate = (bits & lineBits.due) !== 0 && (bits & lineBits.delivered) === 0 && line.cancelledBy === null;
  return {
    status: statusOf(bits),
    dueDay,
    onTime: (bits & lineBits.onTime) !== 0,
    inFull: (bits & lineBits.inFull) !== 0,
    onTimeInFull,
    perfect: onTimeInFull && (bits & (lineBits.documentsBad | lineBits.conditionBad)) === 0,
    latenessDays: latenessDaysOf(line, measure, asOfDay),
    openLateDays: openLate && dueDay !== null ? asOfDay - dueDay : null,
  };
};
