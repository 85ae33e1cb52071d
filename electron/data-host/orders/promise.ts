import type { Party } from '#shared/domain/delivery/index.ts';
import { byHand } from '../db/rows.ts';
import type { Transaction } from '../db/store.ts';
import { linePromises, orderLines } from '../db/tables.ts';

export interface NewPromise {
  readonly orderLineId: string;
  readonly promisedOn: string;
  readonly askedBy: Party;
  readonly reason: string;
}

/**
 * A new version of the promise, with who and why. A line that was never promised takes it as its first promise as well,
 * which never changes after. @returns the line's client; undefined where there is no such line.
 */
export function makePromise(tx: Transaction, promise: NewPromise): string | undefined {
  const line = tx.get<{ client_id: string; first_promised_on: string | null }>(
    `SELECT o.client_id, l.first_promised_on FROM order_lines l JOIN orders o ON o.id = l.order_id AND o.deleted_at IS NULL
     JOIN clients c ON c.id = o.client_id AND c.deleted_at IS NULL WHERE l.id = ? AND l.deleted_at IS NULL`,
    [promise.orderLineId],
  );
  if (!line) return undefined;
  tx.insert(linePromises, {
    ...byHand(tx), order_line_id: promise.orderLineId, promised_on: promise.promisedOn, made_at: tx.context.at, made_by: tx.context.actor,
    asked_by: promise.askedBy, reason: promise.reason,
  });
  if (line.first_promised_on === null) {
    tx.update(orderLines, promise.orderLineId, { first_promised_on: promise.promisedOn, updated_at: tx.context.at });
  }
  return line.client_id;
}
