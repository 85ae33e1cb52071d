import type { Warning } from '#shared/domain/importing/index.ts';
import type { ImportCounts } from '#shared/contract/imports.ts';
import type { Connection, Transaction } from '../db/store.ts';
import type { clientChannels, linePromises, shipmentMilestones, Row, Table } from '../db/tables.ts';
import type { GatheredClient, GatheredDelivery, GatheredLine, GatheredShipment, Gathering } from './gather.ts';
import type { Pace } from '../jobs.ts';

/** A change of a row that is there already. It runs inside the transaction of the commit. */
export type Update = (tx: Transaction) => void;

/** What the file says that the store does not have yet. Entities to create are in the gathering, by their state. */
export class Changes {
  readonly updates: Update[] = [];
  /** What only a look into the store can tell of a row. */
  readonly warnings: Warning[] = [];
  readonly channels: { readonly client: GatheredClient; readonly kind: Row<typeof clientChannels>['kind']; readonly handle: string }[] = [];
  readonly promises: { readonly line: GatheredLine; readonly promisedOn: Row<typeof linePromises>['promised_on'] }[] = [];
  readonly milestones: { readonly shipment: GatheredShipment; readonly kind: 'planned' | 'actual'; readonly on: Row<typeof shipmentMilestones>['occurs_on'] }[] = [];
  readonly deliveries: GatheredDelivery[] = [];

  get isEmpty(): boolean {
    const { updates, channels, promises, milestones, deliveries } = this;
    return [updates, channels, promises, milestones, deliveries].every((list) => list.length === 0);
  }

  /** Changes the named columns of a row; a row in the bin comes back first, because the file says that it exists. */
  update<T extends Table>(table: T, row: { readonly id: string; readonly deleted_at: string | null }, patch: Partial<Row<T>>): boolean {
    const { id } = row;
    const isBinned = row.deleted_at !== null;
    if (isBinned) this.updates.push((tx) => tx.restore(table, id));
    const isPatched = Object.keys(patch).length > 0;
    if (isPatched) this.updates.push((tx) => tx.update(table, id, { ...patch, updated_at: tx.context.at }));
    return isBinned || isPatched;
  }
}

/** What matching works with: the store as it is, what the file told, and where to put what differs. */
export interface Matching {
  readonly connection: Connection;
  readonly gathering: Gathering;
  readonly changes: Changes;
  readonly pace: Pace;
  /** Told after each entity. */
  readonly step: () => void;
}

type Cell = string | number | null;

/** The wanted cells that the row does not have. A null is what the file does not tell: it never erases. */
export function differing<R extends Readonly<Record<string, Cell>>>(row: R, wanted: { readonly [K in keyof R]?: R[K] }): Partial<R> {
  const patch: Partial<R> = {};
  for (const column in wanted) {
    const value = wanted[column];
    if (value !== null && value !== undefined && value !== row[column]) patch[column] = value;
  }
  return patch;
}

type EntityCounts = ImportCounts['clients'];

const tally = (entities: readonly { readonly state: keyof EntityCounts }[]): EntityCounts => {
  const counts = { created: 0, changed: 0, unchanged: 0 };
  for (const { state } of entities) counts[state] += 1;
  return counts;
};

/** Each entity of the file once, by what becomes of it. */
export const countChanges = (gathering: Gathering): ImportCounts => ({
  clients: tally(gathering.clients),
  contacts: tally(gathering.contacts),
  products: tally(gathering.products),
  orders: tally(gathering.orders),
  lines: tally(gathering.lines),
  shipments: tally(gathering.shipments),
  ...(gathering.instruments.length > 0 ? { instruments: tally(gathering.instruments) } : {}),
});

export const changesAnything = (counts: ImportCounts): boolean =>
  Object.values(counts).some((tallied) => tallied !== undefined && tallied.created + tallied.changed > 0);
