import { trustedIsoDayToNumber } from '#shared/domain/calendar/index.ts';
import type { Connection } from '../db/store.ts';
import { Pace, pulseOf } from '../jobs.ts';
import { author, guarded, missing } from '../procedures.ts';
import { headlineOf, readBasis, refreshClient } from '../scores/index.ts';
import { readDeliveryFigures } from './figures.ts';
import { listLines } from './lines.ts';
import { makePromise } from './promise.ts';
import { readDetail } from './rows.ts';

export { readDeliveryFiguresAtOnce } from './figures.ts';
export { readOpenLines } from './lines.ts';

const os = guarded.orders;
const pace = (signal: AbortSignal | undefined): Pace => new Pace(pulseOf(signal ?? new AbortController().signal));

function detailOf(connection: Connection, id: string, now: Date) {
  const reading = readBasis(connection, now);
  return readDetail(connection, id, headlineOf(reading), trustedIsoDayToNumber(reading.asOfOn));
}

export const ordersRouter = os.router({
  figures: os.figures.handler(({ context: { store, now }, input, signal }) => readDeliveryFigures(store.read, input, now(), pace(signal))),
  lines: os.lines.handler(({ context: { store, now }, input, signal }) => listLines(store.read, input, now(), pace(signal))),
  line: os.line.handler(({ context: { store, now }, input, errors }) => {
    const detail = detailOf(store.read, input.id, now());
    if (!detail) throw errors.NOT_FOUND(missing('order-line', input.id));
    return detail;
  }),
  promise: os.promise.handler(({ context: { store, now }, input, errors }) =>
    store.write(author(store), (tx) => {
      const clientId = makePromise(tx, input);
      if (clientId === undefined) throw errors.NOT_FOUND(missing('order-line', input.orderLineId));
      refreshClient(tx, clientId, now());
      const detail = detailOf(tx, input.orderLineId, now());
      if (!detail) throw errors.NOT_FOUND(missing('order-line', input.orderLineId));
      return detail;
    }),
  ),
});
