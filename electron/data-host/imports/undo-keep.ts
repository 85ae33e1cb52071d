import type { Connection } from '../db/store.ts';
import type { Pace } from '../jobs.ts';
import { isDerived } from './undo-work.ts';
import type { BatchWork, CreatedRow, KeptReason } from './undo-work.ts';

const pageRows = 500;

/** What a kept row keeps with it: a line without its deliveries, or a shipment without its milestones, would tell an untruth. */
const aggregates: Readonly<Record<string, readonly string[]>> = {
  order_lines: ['line_deliveries', 'line_promises'],
  shipments: ['shipment_milestones'],
};

/**
 * Marks the rows of the batch that must stay: those that people changed since, those that rows of others point at, and
 * whatever these stand on, up to the client.
 */
export async function keepWhatIsUsed(connection: Connection, work: BatchWork, pace: Pace): Promise<void> {
  const keeper = new Keeper(work);
  for (const row of work.created.values()) if (row.kept !== null) keeper.keepAround(row);
  for (const { child, column, parent } of work.relations) {
    if (isDerived(child)) continue;
    const ids = [...work.created.values()].filter(({ table }) => table.name === parent).map(({ id }) => id);
    for (let start = 0; start < ids.length; start += pageRows) {
      const page = JSON.stringify(ids.slice(start, start + pageRows));
      const users = connection.all<{ readonly id: string; readonly used: string }>(
        `SELECT id, ${column} AS used FROM ${child} WHERE ${column} IN (SELECT value FROM json_each(?))`,
        [page],
      );
      for (const { id, used } of users) if (!work.created.has(id)) keeper.keep(used, 'used-by-later-record');
      if (pace.isDue) await pace.rest();
    }
  }
}

class Keeper {
  readonly #work: BatchWork;
  /** Rows of the batch by the row they hang on, for the aggregates only. */
  readonly #parts = new Map<string, CreatedRow[]>();

  constructor(work: BatchWork) {
    this.#work = work;
    for (const row of work.created.values()) {
      for (const { child, column, parent } of work.relations) {
        const on = row.current[column];
        if (child !== row.table.name || typeof on !== 'string' || !aggregates[parent]?.includes(child)) continue;
        const parts = this.#parts.get(on) ?? [];
        parts.push(row);
        this.#parts.set(on, parts);
      }
    }
  }

  keep(id: string, reason: KeptReason): void {
    const row = this.#work.created.get(id);
    if (!row || row.kept !== null) return;
    row.kept = reason;
    this.keepAround(row);
  }

  /** Recursion ends because each row is marked before its neighbours are visited. */
  keepAround(row: CreatedRow): void {
    for (const { child, column } of this.#work.relations) {
      const on = row.current[column];
      // What was changed by a person counts as changed at the row that people know it by.
      if (child === row.table.name && typeof on === 'string') this.keep(on, this.#isPart(row) ? (row.kept ?? 'used-by-later-record') : 'used-by-later-record');
    }
    for (const part of this.#parts.get(row.id) ?? []) this.keep(part.id, 'used-by-later-record');
  }

  #isPart(row: CreatedRow): boolean {
    return Object.values(aggregates).some((parts) => parts.includes(row.table.name));
  }
}
