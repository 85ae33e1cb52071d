import type { DeliverySummary } from '#shared/contract/orders.ts';
import { trustedIsoDayToNumber } from '#shared/domain/calendar/index.ts';
import { createDeliveryAccumulator, onOrBeforeWindow, readIncoterm } from '#shared/domain/delivery/index.ts';
import type { DeliveryBasis } from '#shared/domain/delivery/index.ts';
import type { Connection } from '../db/store.ts';
import type { Pace } from '../jobs.ts';
import { headlineOf, readBasis } from '../scores/index.ts';
import { walkLines } from './walk.ts';
import type { Scope } from './walk.ts';

const bases: readonly DeliveryBasis[] = ['first-promise', 'request', 'current-promise'];

const inScope = `c.deleted_at IS NULL AND (@client IS NULL OR c.id = @client) AND (@country IS NULL OR c.country_code = @country)`;
const linesInScope = `
  FROM clients c JOIN orders o ON o.client_id = c.id AND o.deleted_at IS NULL JOIN order_lines l ON l.order_id = o.id AND l.deleted_at IS NULL
  WHERE ${inScope}`;

/** Counts and sums that need no judgement. */
function readCounts(connection: Connection, scope: Scope) {
  const parameters = { client: scope.clientId, country: scope.countryCode };
  const count = (table: 'orders' | 'shipments') =>
    connection.get<{ n: number }>(
      `SELECT count(*) AS n FROM clients c JOIN ${table} t ON t.client_id = c.id AND t.deleted_at IS NULL WHERE ${inScope}`, parameters,
    )?.n ?? 0;
  return {
    orderCount: count('orders'),
    shipmentCount: count('shipments'),
    values: connection.all<{ minor: number; currency: string }>(
      `SELECT sum(l.value_minor) AS minor, l.currency ${linesInScope} AND l.currency IS NOT NULL GROUP BY l.currency ORDER BY count(*) DESC, l.currency`,
      parameters,
    ),
    incoterms: connection
      .all<{ code: string; lineCount: number }>(
        `SELECT l.incoterm AS code, count(*) AS lineCount ${linesInScope} AND l.incoterm IS NOT NULL GROUP BY l.incoterm ORDER BY lineCount DESC, code`,
        parameters,
      )
      .map(({ code, lineCount }) => ({ code, lineCount, edition: readIncoterm(code).edition })),
  };
}

/** All delivery figures of a scope, read on the reading day, each with the way it was taken. */
export async function readDeliveryFigures(connection: Connection, scope: Scope, now: Date, pace: Pace | null): Promise<DeliverySummary> {
  const run = figuresInSteps(connection, scope, now);
  for (;;) {
    const step = run.next();
    if (step.done) return step.value;
    if (pace?.isDue) await pace.rest();
  }
}

/** The same without a pause, for a reading that must be of one moment. */
export function readDeliveryFiguresAtOnce(connection: Connection, scope: Scope, now: Date): DeliverySummary {
  const run = figuresInSteps(connection, scope, now);
  for (;;) {
    const step = run.next();
    if (step.done) return step.value;
  }
}

function* figuresInSteps(connection: Connection, scope: Scope, now: Date): Generator<undefined, DeliverySummary, undefined> {
  const reading = readBasis(connection, now);
  const asOfDay = trustedIsoDayToNumber(reading.asOfOn);
  const headline = headlineOf(reading);
  const byBasis = bases.map((basis) => createDeliveryAccumulator({ ...headline, basis }, asOfDay));
  const onOrBefore = createDeliveryAccumulator({ ...headline, window: onOrBeforeWindow }, asOfDay);
  const withoutCustomer = createDeliveryAccumulator({ ...headline, leavesOutCustomerDelays: true }, asOfDay);
  const accumulators = [...byBasis, onOrBefore, withoutCustomer];
  let lineCount = 0;
  for (const { lines } of walkLines(connection, scope)) {
    for (const line of lines) for (const accumulator of accumulators) accumulator.add(line);
    lineCount += lines.length;
    yield;
  }
  const summaries = byBasis.map((accumulator) => accumulator.result());
  const main = summaries[0] ?? createDeliveryAccumulator(headline, asOfDay).result();
  return {
    asOfOn: reading.asOfOn,
    onTime: summaries.map(({ onTime }) => onTime),
    otif: summaries.map(({ onTimeInFull }) => onTimeInFull),
    perfect: summaries.map(({ perfect }) => perfect),
    onOrBefore: onOrBefore.result().onTime,
    onTimeWithoutCustomerCaused: withoutCustomer.result().onTime,
    inFull: main.inFull,
    fillRate: main.fillRate.rate,
    meanLatenessDays: main.lateness.meanDays,
    meanAbsoluteErrorDays: main.absoluteError.meanDays,
    lineCount,
    ...readCounts(connection, scope),
  };
}
