import { v7 as uuidv7 } from 'uuid';
import type { ClientInput } from '#shared/contract/clients.ts';
import { byHand, byHandWithoutRow } from '#electron/data-host/db/rows.ts';
import { lineDeliveries, orderLines, orders } from '#electron/data-host/db/tables.ts';
import { rescoreClients } from '#electron/data-host/scores/index.ts';
import { storeOf } from '#tests/data-host/support.ts';
import type { TestHost } from '#tests/data-host/support.ts';

export const clientInput = (name: string, patch: Partial<ClientInput> = {}): ClientInput => ({
  name, code: null, countryCode: null, language: null, timeZone: null, segment: null, preferredChannel: null, rhythmDays: null, ownerStaffId: null,
  notes: null, ...patch,
});

export interface LineFixture {
  readonly number: string;
  readonly requestedOn?: string | null;
  readonly firstPromisedOn?: string | null;
  readonly ordered: number;
  /** Day and quantity of each part. */
  readonly parts?: readonly (readonly [on: string, quantity: number])[];
  readonly documentsOk?: boolean;
  readonly conditionOk?: boolean;
  readonly cancelledBy?: 'customer' | 'exporter';
  readonly delayReason?: string;
  readonly valueMinor?: number;
  readonly currency?: string;
}

const bit = (value: boolean | undefined): number | null => (value === undefined ? null : Number(value));

/** Orders come by import alone, so a test writes their rows. @returns the lines' identifiers by number. */
export async function addOrder(test: TestHost, clientId: string, number: string, orderedOn: string | null, lines: readonly LineFixture[]): Promise<Record<string, string>> {
  const ids: Record<string, string> = {};
  const store = storeOf(test);
  await store.write({ actor: 'fixture' }, (tx) => {
    const order = { ...byHandWithoutRow(tx), client_id: clientId, number, ordered_on: orderedOn };
    tx.insert(orders, order);
    for (const line of lines) {
      const id = uuidv7();
      ids[line.number] = id;
      tx.insert(orderLines, {
        ...byHandWithoutRow(tx), id, order_id: order.id, number: line.number, product_id: null, ordered_quantity: line.ordered,
        value_minor: line.valueMinor ?? 1000, currency: line.currency ?? 'USD', incoterm: null, incoterm_place: null, requested_on: line.requestedOn ?? null,
        first_promised_on: line.firstPromisedOn ?? null, cancelled_by: line.cancelledBy ?? null, delay_reason: line.delayReason ?? null, delay_note: null,
      });
      for (const [on, quantity] of line.parts ?? []) {
        tx.insert(lineDeliveries, {
          ...byHand(tx), order_line_id: id, shipment_id: null, quantity, delivered_on: on, documents_ok: bit(line.documentsOk),
          condition_ok: bit(line.conditionOk), source_row: null,
        });
      }
    }
  });
  await rescoreClients(store, [clientId], test.host.now());
  return ids;
}
