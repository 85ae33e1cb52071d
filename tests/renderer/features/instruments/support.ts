import type { ContractClient } from '#shared/contract/index.ts';
import { addOrder } from '#tests/data-host/fixtures.ts';
import { instrumentFields } from '#tests/data-host/instruments/support.ts';
import type { TestHost } from '#tests/data-host/support.ts';
import { createClient, setUpHost } from '#tests/renderer/features/client/support.ts';

export { seen } from '#tests/renderer/features/client/support.ts';

type Fields = Parameters<typeof instrumentFields>[0];

const DAY = 86_400_000;
/** @returns the day so many days from now, ahead where positive. */
export const dayFromNow = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

export interface Store {
  readonly testHost: TestHost;
  readonly call: ContractClient;
  readonly clientId: string;
  /** @returns its identifier. */
  readonly add: (serial: string, fields?: Fields) => Promise<string>;
}

/** A store with one client, Elbe Tools, who has every instrument that is added. */
export async function openStore(): Promise<Store> {
  const testHost = await setUpHost();
  const { call } = testHost;
  const { id: clientId } = await createClient(call);
  return {
    testHost, call, clientId,
    add: async (serial, fields = {}) => {
      const { ids: [id] } = await call.instruments.create({ serials: [serial], fields: instrumentFields({ clientId, ...fields }) });
      if (id === undefined) throw new Error('nothing was made');
      return id;
    },
  };
}

/** Three pieces of line 1 of PO-7, delivered. */
export const deliverThree = ({ testHost, clientId }: Store) =>
  addOrder(testHost, clientId, 'PO-7', null, [{ number: '1', ordered: 3, parts: [[dayFromNow(-30), 3]] }]);

/** An interval counted from receipt that many days ago, so that it has a due day without a certificate. */
export const received = (daysAgo: number, months = 12): Fields => ({ receivedOn: dayFromNow(-daysAgo), intervalStarts: 'receipt', intervalMonths: months });
