import { numberToIsoDay } from '#shared/domain/calendar/index.ts';
import type { DelayReason } from '#shared/domain/delivery/index.ts';
import { writtenOn } from './clock.ts';
import type { Maker } from './clock.ts';
import type { SampleClient } from './make-client.ts';
import { makeShipment } from './make-shipment.ts';
import { productKinds } from './products.ts';
import type { SampleProduct } from './products.ts';
import type { SampleRows } from './rows.ts';

export interface Stocked {
  readonly id: string;
  readonly product: SampleProduct;
}

/** Why lines are late, with the weight that each reason has in the sample. */
const reasons: readonly (readonly [reason: DelayReason, note: string])[] = [
  ['PRD', 'Machine down for a week'], ['PRD', 'Batch had to be run again'], ['QA', 'Readings outside class; calibrated again'], ['SUP', 'Steel came late'],
  ['DOC', 'Certificate of origin missing'], ['XCU', 'Export inspection'], ['CAR', 'Missed the sailing'], ['WX', 'Port closed by storm'],
  ['ICU', 'Import licence checked'], ['CUS', 'Customer asked to wait'],
];

interface OrderPlan {
  readonly day: number;
  /** 0 at the first order, 1 at the last possible one. */
  readonly progress: number;
}

function planOrders(maker: Maker, client: SampleClient): OrderPlan[] {
  const { ordering } = client.archetype;
  if (!ordering) return [];
  const first = maker.today - ordering.fromDaysAgo + maker.random.int(0, 25);
  const last = maker.today - ordering.toDaysAgo;
  const plans: OrderPlan[] = [];
  for (let day = first; day <= last;) {
    const progress = (day - first) / Math.max(1, last - first);
    plans.push({ day, progress });
    const pace = 1 + ordering.growth * (progress - 0.3);
    day += Math.max(12, Math.round((ordering.everyDays * (0.7 + 0.6 * maker.random.next())) / Math.max(0.3, pace)));
  }
  return plans;
}

interface LinePlan {
  readonly requestedDay: number;
  readonly promisedDay: number;
  /** Against the first promise. */
  readonly lateness: number;
  readonly reason: (typeof reasons)[number] | null;
}

function planLine(maker: Maker, client: SampleClient, orderDay: number): LinePlan {
  const { random } = maker;
  const { rates, lateDays } = client.archetype;
  const requestedDay = orderDay + random.int(24, 50);
  const promisedDay = requestedDay + random.pick([0, 0, 0, 2, 5, 9]);
  const draw = random.next();
  if (draw < rates.late) return { requestedDay, promisedDay, lateness: random.int(...lateDays), reason: random.pick(reasons) };
  return { requestedDay, promisedDay, lateness: draw < rates.late + rates.early ? -random.int(3, 8) : -random.int(0, 2), reason: null };
}

/** All orders of one client, from the first to those still open today. */
export function makeOrders(maker: Maker, rows: SampleRows, client: SampleClient, stock: readonly Stocked[], shipmentNumber: () => string): void {
  const { random } = maker;
  const { kindsAtFirst, kindsAtLast, ordering } = client.archetype;
  const kinds = random.some(productKinds, Math.max(kindsAtFirst, kindsAtLast));
  for (const [index, { day, progress }] of planOrders(maker, client).entries()) {
    const kindCount = Math.max(1, Math.round(kindsAtFirst + (kindsAtLast - kindsAtFirst) * progress));
    const choice = stock.filter(({ product }) => kinds.slice(0, kindCount).includes(product.kind));
    const orderId = maker.id();
    const incoterm = random.pick(client.country.incoterms);
    rows.orders.push({
      ...writtenOn(maker, day), id: orderId, client_id: client.id, number: `PO-${client.number}-${String(index + 1).padStart(3, '0')}`,
      ordered_on: numberToIsoDay(day), source_row: null,
    });
    const size = 1 + (ordering?.growth ?? 0) * progress;
    for (const [lineIndex, item] of random.some(choice, random.int(1, 4)).entries()) {
      const quantity = Math.max(5, Math.round((random.pick([10, 20, 25, 40, 50, 100]) * Math.max(0.4, size)) / 5) * 5);
      makeLine(maker, rows, client, { orderId, number: String(lineIndex + 1), day, item, quantity, incoterm, shipmentNumber });
    }
  }
}

interface LineOrder {
  readonly orderId: string;
  readonly number: string;
  readonly day: number;
  readonly item: Stocked;
  readonly quantity: number;
  readonly incoterm: string;
  readonly shipmentNumber: () => string;
}

function makeLine(maker: Maker, rows: SampleRows, client: SampleClient, order: LineOrder): void {
  const { random, today } = maker;
  const plan = planLine(maker, client, order.day);
  const id = maker.id();
  const dueIsPast = plan.promisedDay < today;
  const isLateToday = plan.reason !== null && dueIsPast;
  const isCancelled = isLateToday && random.chance(0.02);
  rows.orderLines.push({
    ...writtenOn(maker, order.day), id, order_id: order.orderId, number: order.number, product_id: order.item.id, ordered_quantity: order.quantity,
    value_minor: order.quantity * order.item.product.priceMinor, currency: client.country.currency, incoterm: order.incoterm,
    incoterm_place: client.country.place, requested_on: numberToIsoDay(plan.requestedDay), first_promised_on: numberToIsoDay(plan.promisedDay),
    cancelled_by: isCancelled ? 'customer' : null, delay_reason: isLateToday ? plan.reason[0] : null, delay_note: isLateToday ? plan.reason[1] : null,
    source_row: null,
  });
  // A delay is told a few days before the first promise: half the time by the exporter, sometimes at the customer's wish.
  if (plan.reason !== null && plan.promisedDay - 4 < today && random.chance(0.55)) {
    const madeOn = plan.promisedDay - random.int(4, 9);
    rows.linePromises.push({
      ...writtenOn(maker, madeOn), id: maker.id(), order_line_id: id, promised_on: numberToIsoDay(plan.promisedDay + plan.lateness),
      made_at: maker.instant(Math.min(madeOn, today - 1)), made_by: 'Sample', asked_by: plan.reason[0] === 'CUS' ? 'customer' : 'exporter', reason: plan.reason[1],
    });
  }
  if (!isCancelled) makeDeliveries(maker, rows, client, { ...order, id, plan });
}

function makeDeliveries(maker: Maker, rows: SampleRows, client: SampleClient, line: LineOrder & { readonly id: string; readonly plan: LinePlan }): void {
  const { random, today } = maker;
  const { rates } = client.archetype;
  const deliveredDay = line.plan.promisedDay + line.plan.lateness;
  // On its way at the earliest three weeks ahead; until then there is no shipment to tell of.
  if (deliveredDay - 21 > today) return;
  const shipmentId = makeShipment(maker, rows, client, {
    number: line.shipmentNumber(), incoterm: line.incoterm, promisedDay: line.plan.promisedDay, deliveredDay,
  });
  if (deliveredDay >= today) return;
  const isShort = random.chance(rates.short);
  const inParts = !isShort && line.quantity >= 20 && random.chance(0.12);
  const part = (quantity: number, day: number) => {
    rows.lineDeliveries.push({
      ...writtenOn(maker, day), id: maker.id(), order_line_id: line.id, shipment_id: shipmentId, quantity, delivered_on: numberToIsoDay(day),
      documents_ok: random.chance(rates.documents) ? 0 : 1, condition_ok: random.chance(rates.damage) ? 0 : 1, source_row: null,
    });
  };
  if (isShort) {
    part(Math.floor(line.quantity * (0.7 + 0.25 * random.next())), deliveredDay);
  } else if (inParts) {
    const first = Math.round(line.quantity * 0.6);
    part(first, deliveredDay - random.int(1, 6));
    part(line.quantity - first, deliveredDay);
  } else {
    part(line.quantity, deliveredDay);
  }
}
