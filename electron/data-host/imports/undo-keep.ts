import type { Connection } from '../db/store.ts';
import type { Pace } from '../jobs.ts';
import { isDerived } from './undo-work.ts';
import type { BatchWork, CreatedRow, KeptReason } from './undo-work.ts';

const pageRows = 500;

/** What a kept row keeps with it: a line without its deliveries, or a shipment without its milestones, would tell an untruth. */
const aggregates: Readonly<Record<string, readonly string[]>> = {
  order_lines: ['line_deliveries', 'line_promises'],
  shipments: ['shipment_milestones'],
  instruments: ['instrument_ranges', 'instrument_owners', 'calibration_dues'],
};
const parts: ReadonlySet<string> = new Set(Object.values(aggregates).flat());

/**
 * Marks the rows of the batch that must stay: those that people changed since, those that rows of others point at, and
 * whatever these stand on, up to the client.
 */
export async function keepWhatIsUsed(connection: Connection, work: BatchWork, pace: Pace): Promise<void> {
  const keeper = new Keeper(work);
  const byTable = Map.groupBy(work.created.values(), ({ table }) => table.name);
  for (const row of work.created.values()) if (row.kept !== null) keeper.keepAround(row);
  for (const { child, column, parent } of work.relations) {
    if (isDerived(child)) continue;
    const rows = byTable.get(parent) ?? [];
    for (let start = 0; start < rows.length; start += pageRows) {
      const page = JSON.stringify(rows.slice(start, start + pageRows).map(({ id }) => id));
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
  readonly #created: BatchWork['created'];
  /** Rows of the batch by the row that they are parts of. */
  readonly #parts = new Map<string, CreatedRow[]>();

  constructor({ created }: BatchWork) {
    this.#created = created;
    for (const row of created.values()) {
      if (!parts.has(row.table.name)) continue;
      for (const link of row.links) {
        const whole = created.get(link);
        if (!whole || !aggregates[whole.table.name]?.includes(row.table.name)) continue;
        const siblings = this.#parts.get(link);
        if (siblings) siblings.push(row);
        else this.#parts.set(link, [row]);
      }
    }
  }

  keep(id: string, reason: KeptReason): void {
    const row = this.#created.get(id);
    if (!row || row.kept !== null) return;
    row.kept = reason;
    this.keepAround(row);
  }

  /** Recursion ends because each row is marked before its neighbours are visited. */
  keepAround(row: CreatedRow): void {
    // What a person changed in a part counts as changed at the row that people know it by.
    const reason = parts.has(row.table.name) ? (row.kept ?? 'used-by-later-record') : 'used-by-later-record';
    for (const link of row.links) this.keep(link, reason);
    for (const part of this.#parts.get(row.id) ?? []) this.keep(part.id, 'used-by-later-record');
  }
}
