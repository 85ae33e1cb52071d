import { isoDayToNumber } from '#shared/domain/calendar/index.ts';
import type { DeliveryLine } from '#shared/domain/delivery/index.ts';

/** An order line with nothing recorded but its quantities, to be filled in by the test. */
export const line = (given: Partial<DeliveryLine>): DeliveryLine => ({
  id: 'L', orderId: 'O', orderedQuantity: 1, deliveredQuantity: 0, orderedDay: null, requestedDay: null, firstPromisedDay: null,
  promises: [], deliveredDay: null, documentsOk: null, conditionOk: null, cancelledBy: null, delayReason: null, shipmentId: null,
  incoterm: null, valueMinor: null, currency: null, productLine: null, ...given,
});

export const march = (dayOfMonth: number): number => isoDayToNumber('2026-03-01') + dayOfMonth - 1;

/** A line of delivery.md's golden table: days of March 2026. */
const golden = (
  id: string,
  requested: number,
  first: number,
  current: number,
  actual: number | null,
  ordered: number,
  delivered: number,
  faults: Partial<DeliveryLine> = {},
): DeliveryLine =>
  line({
    id, orderId: `order of ${id}`, orderedQuantity: ordered, deliveredQuantity: delivered, requestedDay: march(requested),
    firstPromisedDay: march(first), deliveredDay: actual === null ? null : march(actual), documentsOk: true, conditionOk: true,
    promises: current === first ? [] : [
      { promisedDay: march(current), madeAt: '2026-03-10T08:00:00.000Z', madeBy: 'planner', askedBy: 'exporter', reason: null },
    ],
    ...faults,
  });

export const goldenLines: readonly DeliveryLine[] = [
  golden('L1', 10, 12, 12, 12, 100, 100),
  golden('L2', 10, 12, 12, 10, 50, 50),
  golden('L3', 10, 12, 12, 7, 50, 50),
  golden('L4', 15, 15, 20, 19, 20, 20),
  golden('L5', 15, 15, 15, 15, 20, 19),
  golden('L6', 18, 18, 18, 18, 10, 10, { documentsOk: false }),
  golden('L7', 18, 18, 18, 18, 10, 10, { conditionOk: false }),
  golden('L8', 20, 22, 22, null, 5, 0),
];
