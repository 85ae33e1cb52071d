import type { LineFigure, OrderLineRow } from '#shared/contract/orders.ts';
import { judgeLine, lineBits, lineOutcome, onOrBeforeWindow, onTimeInFullBits } from '#shared/domain/delivery/index.ts';
import type { DeliveryLine, DeliveryMeasure } from '#shared/domain/delivery/index.ts';

export type Outcome = OrderLineRow['outcome'];

/**
 * How one line came out, in the words of the list. What was delivered before its due day is told by what it is, although
 * no figure counts it yet; a line that the exporter cancelled is late for ever.
 */
export function outcomeOf(line: DeliveryLine, measure: DeliveryMeasure, asOfDay: number): Outcome {
  const { status, onTime, inFull, openLateDays, latenessDays } = lineOutcome(line, measure, asOfDay);
  if (status === 'cancelled-by-customer' || status === 'customer-delay' || status === 'without-event') return 'left-out';
  if (status === 'without-basis') return 'no-promise';
  if (openLateDays !== null) return 'open-late';
  if (latenessDays === null) return status === 'not-yet-due' ? 'open' : 'late';
  if (status === 'not-yet-due') return 'early';
  if (onTime) return inFull ? 'on-time' : 'short';
  return latenessDays > measure.window.latestDays ? 'late' : 'early';
}

/** The measure of a figure, from the headline's on the chosen basis. */
const measureOf = (figure: LineFigure['name'], headline: DeliveryMeasure): DeliveryMeasure => {
  if (figure === 'on-or-before') return { ...headline, window: onOrBeforeWindow };
  return figure === 'on-time-without-customer-caused' ? { ...headline, leavesOutCustomerDelays: true } : headline;
};

const isOnTime = (bits: number): boolean => (bits & lineBits.onTime) !== 0;
const isOnTimeInFull = (bits: number): boolean => (bits & onTimeInFullBits) === onTimeInFullBits;

/** What puts a due line into the numerator. */
const isCounted: Readonly<Record<LineFigure['name'], (bits: number) => boolean>> = {
  'on-time': isOnTime,
  'on-or-before': isOnTime,
  'on-time-without-customer-caused': isOnTime,
  otif: isOnTimeInFull,
  perfect: (bits) => isOnTimeInFull(bits) && (bits & (lineBits.documentsBad | lineBits.conditionBad)) === 0,
  'in-full': (bits) => (bits & lineBits.inFull) !== 0,
  lateness: (bits) => (bits & lineBits.delivered) !== 0,
};

/** Whether a figure (by the same judgement that counts it) has the line in its numerator, its denominator, or between the two. */
export function isInFigure(line: DeliveryLine, figure: LineFigure, headline: DeliveryMeasure, asOfDay: number): boolean {
  const bits = judgeLine(line, measureOf(figure.name, headline), asOfDay);
  if ((bits & lineBits.due) === 0) return false;
  const counted = isCounted[figure.name](bits);
  // The means stand on delivered lines alone: what is not delivered is in no part of them.
  if (figure.name === 'lateness') return figure.part !== 'not-counted' && counted;
  return figure.part === 'all' || counted === (figure.part === 'counted');
}

