import { judgeLine, latenessDaysOf, lineBits, onTimeInFullBits } from './outcome.ts';
import type { DeliveryFigure, DeliveryLine, DeliveryMean, DeliveryMeasure, DeliverySummary } from './types.ts';

interface DeliveryAccumulator {
  readonly add: (line: DeliveryLine) => void;
  readonly result: () => DeliverySummary;
}

/**
 * All delivery figures of any number of lines in one pass, in any order; it keeps sums and one flag an order. Lines that
 * are in no figure are counted by reason, so that the denominators can be explained.
 */
export const createDeliveryAccumulator = (measure: DeliveryMeasure, asOfDay: number): DeliveryAccumulator => {
  let due = 0;
  let onTime = 0;
  let inFull = 0;
  let onTimeInFull = 0;
  let perfect = 0;
  let perfectUnrecorded = 0;
  let orderedQuantity = 0;
  let deliveredQuantity = 0;
  let deliveredLines = 0;
  let latenessSum = 0;
  let absoluteSum = 0;
  let openLate = 0;
  let notYetDue = 0;
  let cancelledByCustomer = 0;
  let withoutBasis = 0;
  let withoutEvent = 0;
  let customerDelays = 0;
  const orderHolds = new Map<string, boolean>();

  const countLeftOut = (bits: number): void => {
    if ((bits & lineBits.notYetDue) !== 0) notYetDue += 1;
    else if ((bits & lineBits.cancelledByCustomer) !== 0) cancelledByCustomer += 1;
    else if ((bits & lineBits.withoutBasis) !== 0) withoutBasis += 1;
    else if ((bits & lineBits.withoutEvent) !== 0) withoutEvent += 1;
    else customerDelays += 1;
  };

  const add = (line: DeliveryLine): void => {
    const bits = judgeLine(line, measure, asOfDay);
    if ((bits & lineBits.due) === 0) {
      countLeftOut(bits);
      return;
    }
    due += 1;
    if ((bits & lineBits.onTime) !== 0) onTime += 1;
    if ((bits & lineBits.inFull) !== 0) inFull += 1;
    const holds = (bits & onTimeInFullBits) === onTimeInFullBits;
    if (holds) {
      onTimeInFull += 1;
      if ((bits & (lineBits.documentsBad | lineBits.conditionBad)) === 0) {
        perfect += 1;
        if ((bits & (lineBits.documentsUnrecorded | lineBits.conditionUnrecorded)) !== 0) perfectUnrecorded += 1;
      }
    }
    if (!holds) orderHolds.set(line.orderId, false);
    else if (!orderHolds.has(line.orderId)) orderHolds.set(line.orderId, true);
    orderedQuantity += line.orderedQuantity;
    if ((bits & lineBits.delivered) === 0) {
      if (line.cancelledBy === null) openLate += 1;
      return;
    }
    deliveredQuantity += Math.min(line.deliveredQuantity, line.orderedQuantity);
    const lateness = latenessDaysOf(line, measure, asOfDay);
    if (lateness !== null) {
      deliveredLines += 1;
      latenessSum += lateness;
      absoluteSum += Math.abs(lateness);
    }
  };

  const figure = (numerator: number, denominator: number): DeliveryFigure => ({
    ...measure, numerator, denominator, rate: denominator === 0 ? null : numerator / denominator,
  });
  const mean = (sum: number): DeliveryMean => ({ ...measure, count: deliveredLines, meanDays: deliveredLines === 0 ? null : sum / deliveredLines });

  return {
    add,
    result: () => {
      let ordersHolding = 0;
      for (const holds of orderHolds.values()) if (holds) ordersHolding += 1;
      return {
        asOfDay,
        onTime: figure(onTime, due),
        inFull: figure(inFull, due),
        onTimeInFull: figure(onTimeInFull, due),
        perfect: { ...figure(perfect, due), unrecorded: perfectUnrecorded },
        ordersOnTimeInFull: figure(ordersHolding, orderHolds.size),
        fillRate: figure(deliveredQuantity, orderedQuantity),
        lateness: mean(latenessSum),
        absoluteError: mean(absoluteSum),
        leftOut: { notYetDue, cancelledByCustomer, withoutBasis, withoutEvent, customerDelays },
        openLate,
      };
    },
  };
};

export const summariseDeliveries = (lines: Iterable<DeliveryLine>, measure: DeliveryMeasure, asOfDay: number): DeliverySummary => {
  const accumulator = createDeliveryAccumulator(measure, asOfDay);
  for (const line of lines) accumulator.add(line);
  return accumulator.result();
};
