import { dayNumberToQuarter, quarterToFirstDay } from '../../calendar/index.ts';
import type { DeliveryLine } from '../../delivery/index.ts';
import { happenedDay } from './happened.ts';
import type { EvidenceRule } from './rule.ts';

/** A client's first orders span its range; a product line counts as new only after so many days. */
const settlingInDays = 90;
/** Two whole years of four quarters. */
const quartersCompared = 8;

/** When the client bought: the order's day, else the earliest day that the line speaks of. */
const purchaseDayOf = (line: DeliveryLine): number | null => line.orderedDay ?? line.firstPromisedDay ?? line.requestedDay ?? line.deliveredDay;

/** Purchases of several currencies cannot be added without rates: growth is read in the one with the most lines. */
const mainCurrencyOf = (lines: readonly DeliveryLine[]): string | null => {
  const counts = new Map<string, number>();
  for (const { currency } of lines) if (currency !== null) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  let main: string | null = null;
  let most = 0;
  for (const [currency, count] of counts) {
    if (count < most || (count === most && main !== null && currency > main)) continue;
    main = currency;
    most = count;
  }
  return main;
};

const sumOf = (values: Float64Array, from: number, to: number): number => {
  let sum = 0;
  for (let index = from; index <= to; index += 1) sum += values[index] ?? 0;
  return sum;
};

/**
 * Events of three kinds.
 * - Each completed calendar quarter from the end of the client's second whole year on: y = v1/(v1 + v0), where v1 is the
 *   value bought in the four quarters up to it and v0 that of the four before. 0.5 = neither more nor less, and no
 *   single large order can give more than 1. Earlier quarters are left out: against a year that is not full any client
 *   would seem to grow. Two years without a purchase say nothing.
 * - The first purchase of a product line after the first 90 days: y = 1. That none was bought is no event, since it has
 *   no date.
 * - A referral of somebody else to the exporter: y = 1.
 * Cancelled lines are no purchases.
 */
export const marketExpansion: EvidenceRule = {
  indicatorId: 'market-expansion',
  reasons: { growth: ['change'], again: [], stopped: [], newProductLine: [], referral: [] },
  visit: (records, asOfDay, emit) => {
    for (const { id, referredOn } of records.relationship.entries.referral) {
      const day = happenedDay(referredOn, asOfDay);
      if (day !== null) emit(1, day, 'referral', id, 'referral', 0, 0);
    }
    let firstDay = Infinity;
    for (const line of records.lines) {
      const day = line.cancelledBy === null ? purchaseDayOf(line) : null;
      if (day !== null && day < firstDay) firstDay = day;
    }
    if (firstDay > asOfDay) return;

    const firstQuarter = dayNumberToQuarter(firstDay);
    const currentQuarter = dayNumberToQuarter(asOfDay);
    const values = new Float64Array(currentQuarter - firstQuarter + 1);
    const currency = mainCurrencyOf(records.lines);
    const firstOfProductLine = new Map<string, DeliveryLine>();
    for (const line of records.lines) {
      const day = line.cancelledBy === null ? purchaseDayOf(line) : null;
      if (day === null || day > asOfDay) continue;
      if (line.valueMinor !== null && line.currency === currency) {
        const index = dayNumberToQuarter(day) - firstQuarter;
        values[index] = (values[index] ?? 0) + line.valueMinor;
      }
      if (line.productLine === null) continue;
      const first = firstOfProductLine.get(line.productLine);
      const firstPurchase = first === undefined ? null : purchaseDayOf(first);
      const isEarlier = firstPurchase === null || day < firstPurchase || (day === firstPurchase && first !== undefined && line.id < first.id);
      if (isEarlier) firstOfProductLine.set(line.productLine, line);
    }

    const firstWhole = firstDay === quarterToFirstDay(firstQuarter) ? 0 : 1;
    for (let index = firstWhole + quartersCompared - 1; index < values.length - 1; index += 1) {
      const now = sumOf(values, index - 3, index);
      const before = sumOf(values, index - 7, index - 4);
      if (now + before <= 0) continue;
      const day = quarterToFirstDay(firstQuarter + index + 1) - 1;
      if (before === 0) emit(1, day, 'client', records.clientId, 'again', 0, 0);
      else if (now === 0) emit(0, day, 'client', records.clientId, 'stopped', 0, 0);
      else emit(now / (now + before), day, 'client', records.clientId, 'growth', now / before - 1, 0);
    }
    for (const line of firstOfProductLine.values()) {
      const day = purchaseDayOf(line);
      if (day !== null && day > firstDay + settlingInDays) emit(1, day, 'order-line', line.id, 'newProductLine', 0, 0);
    }
  },
};
