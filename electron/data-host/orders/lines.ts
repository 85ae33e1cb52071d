import type { z } from 'zod';
import type { OrderLineRow, orders as ordersContract } from '#shared/contract/orders.ts';
import { trustedIsoDayToNumber } from '#shared/domain/calendar/index.ts';
import { dueDayOf, latenessDaysOf } from '#shared/domain/delivery/index.ts';
import type { DeliveryLine, DeliveryMeasure } from '#shared/domain/delivery/index.ts';
import { normaliseForSearch, searchWords, sortKey } from '#shared/i18n/text/index.ts';
import type { Connection } from '../db/store.ts';
import type { Pace } from '../jobs.ts';
import { headlineOf, readBasis } from '../scores/index.ts';
import { isInFigure, outcomeOf } from './judge.ts';
import { readRows } from './rows.ts';
import { walkLines } from './walk.ts';

type LinesInput = z.output<NonNullable<(typeof ordersContract.lines)['~orpc']['inputSchema']>>;

interface Match {
  readonly id: string;
  /** null stands last in either direction. */
  readonly key: number | string | null;
}

interface LineTexts {
  readonly id: string;
  readonly orderNumber: string;
  readonly text: string;
}

const textsSql = `
  SELECT l.id, o.number AS orderNumber,
    concat_ws(' ', o.number, l.number, p.name, p.code, (SELECT group_concat(s.number, ' ') FROM line_deliveries d JOIN shipments s ON s.id = d.shipment_id
      WHERE d.order_line_id = l.id AND d.deleted_at IS NULL)) AS text
  FROM orders o CROSS JOIN order_lines l ON l.order_id = o.id LEFT JOIN products p ON p.id = l.product_id WHERE o.client_id BETWEEN ? AND ?`;

/** The value that a list is sorted by. */
const keyOf: Readonly<Record<LinesInput['sort'], (line: DeliveryLine, measure: DeliveryMeasure, asOfDay: number, orderNumber: string) => Match['key']>> = {
  promised: (line, measure, asOfDay) => dueDayOf(line, measure.basis, asOfDay),
  delivered: (line) => line.deliveredDay,
  lateness: latenessDaysOf,
  value: (line) => line.valueMinor,
  order: (_line, _measure, _asOfDay, orderNumber) => sortKey(orderNumber),
};

const compareBy = (descending: boolean) => (left: Match, right: Match): number => {
  if (left.key !== right.key) {
    if (left.key === null) return 1;
    if (right.key === null) return -1;
    return left.key < right.key === descending ? 1 : -1;
  }
  return left.id < right.id ? -1 : 1;
};

/** One page of order lines, judged by the same rules that make the figures; so that what a number counts is what its list shows. */
export async function listLines(
  connection: Connection, input: LinesInput, now: Date, pace: Pace,
): Promise<{ total: number; rows: OrderLineRow[] }> {
  const reading = readBasis(connection, now);
  const asOfDay = trustedIsoDayToNumber(reading.asOfOn);
  const measure = { ...headlineOf(reading), basis: input.basis };
  const words = searchWords(input.search);
  const ids = input.ids && new Set(input.ids);
  const outcomes = new Set(input.outcomes);
  const { figure } = input;
  const needsTexts = words.length > 0 || input.sort === 'order';
  const matches: Match[] = [];
  for (const { first, last, lines } of walkLines(connection, input)) {
    const texts = new Map(needsTexts ? connection.all<LineTexts>(textsSql, [first, last]).map((row) => [row.id, row]) : []);
    for (const line of lines) {
      if (ids !== null && !ids.has(line.id)) continue;
      if (input.orderId !== null && line.orderId !== input.orderId) continue;
      if (figure !== null && !isInFigure(line, figure, measure, asOfDay)) continue;
      if (outcomes.size > 0 && !outcomes.has(outcomeOf(line, measure, asOfDay))) continue;
      const text = texts.get(line.id);
      if (words.length > 0) {
        const searched = normaliseForSearch(text?.text ?? '');
        if (!words.every((word) => searched.includes(word))) continue;
      }
      matches.push({ id: line.id, key: keyOf[input.sort](line, measure, asOfDay, text?.orderNumber ?? '') });
    }
    if (pace.isDue) await pace.rest();
  }
  const page = matches.toSorted(compareBy(input.descending)).slice(input.offset, input.offset + input.limit).map(({ id }) => id);
  return { total: matches.length, rows: readRows(connection, page, measure, asOfDay) };
}

/** Lines of one client that are promised and not delivered by the reading day, the longest due first. */
export function readOpenLines(connection: Connection, clientId: string, now: Date): OrderLineRow[] {
  const reading = readBasis(connection, now);
  const asOfDay = trustedIsoDayToNumber(reading.asOfOn);
  const measure = headlineOf(reading);
  const open: Match[] = [];
  for (const { lines } of walkLines(connection, { clientId, countryCode: null })) {
    for (const line of lines) {
      const outcome = outcomeOf(line, measure, asOfDay);
      if (outcome === 'open' || outcome === 'open-late') open.push({ id: line.id, key: dueDayOf(line, measure.basis, asOfDay) });
    }
  }
  return readRows(connection, open.toSorted(compareBy(false)).map(({ id }) => id), measure, asOfDay);
}
