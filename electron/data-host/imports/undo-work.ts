import { z } from 'zod';
import type { Connection } from '../db/store.ts';
import { auditedTables, derivedTables, importBatches, importTemplates } from '../db/tables.ts';
import type { Row, Table, auditEntries } from '../db/tables.ts';
import type { Pace } from '../jobs.ts';

export type Cells = Readonly<Record<string, string | number | null>>;
export type KeptReason = 'changed-since' | 'used-by-later-record';

/** A row that the batch made and that is still there. */
export interface CreatedRow {
  readonly table: Table;
  readonly id: string;
  readonly current: Cells;
  kept: KeptReason | null;
}

/** A row that was there before the batch and that the batch changed. */
export interface ChangedRow {
  readonly table: Table;
  readonly id: string;
  readonly before: Cells;
  readonly current: Cells;
  readonly isChangedSince: boolean;
}

/** A column that points at another table's rows, as the schema itself says. */
export interface Relation {
  readonly child: string;
  readonly column: string;
  readonly parent: string;
}

export interface BatchWork {
  readonly created: ReadonlyMap<string, CreatedRow>;
  readonly changed: ReadonlyMap<string, ChangedRow>;
  readonly relations: readonly Relation[];
}

/** What outlives the batch: the record of it, and the mapping that the person gave a name. */
const outliving: ReadonlySet<Table> = new Set([importBatches, importTemplates]);

const pageRows = 500;
const cellsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

type Entry = Pick<Row<typeof auditEntries>, 'table_name' | 'row_id' | 'action' | 'before' | 'after'> & { readonly rowid: number };

interface Trace {
  readonly table: Table;
  readonly isCreated: boolean;
  readonly before: string | null;
  after: string | null;
}

const readRelations = (connection: Connection): readonly Relation[] =>
  connection.all<Relation>(
    `SELECT t.name AS child, f."from" AS "column", f."table" AS parent
     FROM sqlite_schema t, pragma_foreign_key_list(t.name) f WHERE t.type = 'table'`,
  );

export const isDerived = (table: string): boolean => derivedTables.some(({ name }) => name === table);

/** What the audit log says that the batch did, beside what its rows are now. */
export async function readWork(connection: Connection, batchId: string, pace: Pace, tell: (done: number, total: number) => void): Promise<BatchWork> {
  const traces = await readTraces(connection, batchId, pace);
  const created = new Map<string, CreatedRow>();
  const changed = new Map<string, ChangedRow>();
  let done = 0;
  for (const table of auditedTables) {
    const ids = [...traces].filter(([, trace]) => trace.table === table).map(([id]) => id);
    for (let start = 0; start < ids.length; start += pageRows) {
      const page = ids.slice(start, start + pageRows);
      const rows = connection.all<Cells & { readonly id: string }>(
        `SELECT * FROM ${table.name} WHERE id IN (SELECT value FROM json_each(?))`,
        [JSON.stringify(page)],
      );
      for (const current of rows) {
        const { id } = current;
        const trace = traces.get(id);
        if (!trace) continue;
        const isChangedSince = differs(current, parseCells(trace.after));
        if (trace.isCreated) created.set(id, { table, id, current, kept: isChangedSince ? 'changed-since' : null });
        else changed.set(id, { table, id, before: parseCells(trace.before), current, isChangedSince });
      }
      done += page.length;
      tell(done, traces.size);
      if (pace.isDue) await pace.rest();
    }
  }
  return { created, changed, relations: readRelations(connection) };
}

async function readTraces(connection: Connection, batchId: string, pace: Pace): Promise<ReadonlyMap<string, Trace>> {
  const tables = new Map(auditedTables.filter((table) => !outliving.has(table)).map((table) => [table.name, table]));
  const traces = new Map<string, Trace>();
  let after = 0;
  for (;;) {
    const entries = connection.all<Entry>(
      `SELECT rowid, table_name, row_id, action, before, after FROM audit_entries WHERE operation_id = ? AND rowid > ? ORDER BY rowid LIMIT ${pageRows}`,
      [batchId, after],
    );
    for (const entry of entries) {
      const table = tables.get(entry.table_name);
      if (!table) continue;
      const known = traces.get(entry.row_id);
      // Several changes of one row by the batch are one: from before the first to after the last.
      if (known) known.after = entry.after;
      else traces.set(entry.row_id, { table, isCreated: entry.action === 'insert', before: entry.before, after: entry.after });
    }
    const last = entries.at(-1);
    if (!last || entries.length < pageRows) return traces;
    after = last.rowid;
    if (pace.isDue) await pace.rest();
  }
}

const parseCells = (json: string | null): Cells => (json === null ? {} : cellsSchema.parse(JSON.parse(json)));

/** Whether a row is no longer what the batch left. One that was only put in the bin since is still what it was. */
const differs = (current: Cells, left: Cells): boolean =>
  Object.entries(left).some(([column, value]) => current[column] !== value && !(column === 'deleted_at' && value === null));
