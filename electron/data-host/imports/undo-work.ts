import type { UndoResult } from '#shared/contract/imports.ts';
import type { Connection } from '../db/store.ts';
import { auditedTables, derivedTables, importBatches, importTemplates } from '../db/tables.ts';
import type { Row, Table, auditEntries } from '../db/tables.ts';
import type { Pace } from '../jobs.ts';

export type Cells = Readonly<Record<string, string | number | null>>;
export type KeptReason = UndoResult['kept'][number]['reason'];

/** A row that the batch made and that is still there. Of a million such rows only what deciding needs is held. */
export interface CreatedRow {
  readonly table: Table;
  readonly id: string;
  /** What a person knows it by; blank for rows that are known through others. */
  readonly title: string;
  /** Rows that it points at. */
  readonly links: readonly string[];
  kept: KeptReason | null;
}

/** A row that was there before the batch and that the batch changed. */
interface ChangedRow {
  readonly table: Table;
  readonly id: string;
  readonly title: string;
  readonly before: Cells;
  readonly current: Cells;
  readonly isChangedSince: boolean;
}

/** A column that points at another table's rows, as the schema itself says. */
interface Relation {
  readonly child: string;
  readonly column: string;
  readonly parent: string;
}

export interface BatchWork {
  readonly created: ReadonlyMap<string, CreatedRow>;
  readonly changed: readonly ChangedRow[];
  readonly relations: readonly Relation[];
}

/** What outlives the batch: the record of it, and the mapping that the person gave a name. */
const outliving: ReadonlySet<Table> = new Set([importBatches, importTemplates]);
const tables: ReadonlyMap<string, Table> = new Map(auditedTables.filter((table) => !outliving.has(table)).map((table) => [table.name, table]));

/** The column that a person knows a row by. */
const titleColumns: Readonly<Record<string, string>> = {
  clients: 'name', contacts: 'name', products: 'name', orders: 'number', order_lines: 'number', shipments: 'number',
  instruments: 'serial',
};

const pageRows = 500;

type Entry = Pick<Row<typeof auditEntries>, 'table_name' | 'row_id' | 'before' | 'after'> & { readonly rowid: number };
type Current = Cells & { readonly id: string };

const readRelations = (connection: Connection): readonly Relation[] =>
  connection.all<Relation>(
    `SELECT t.name AS child, f."from" AS "column", f."table" AS parent
     FROM sqlite_schema t, pragma_foreign_key_list(t.name) f WHERE t.type = 'table'`,
  );

export const isDerived = (table: string): boolean => derivedTables.some(({ name }) => name === table);

/** What the audit log says that the batch did, beside what its rows are now. */
export async function readWork(connection: Connection, batchId: string, pace: Pace, tell: (done: number, total: number) => void): Promise<BatchWork> {
  const relations = readRelations(connection);
  const total = connection.get<{ n: number }>('SELECT count(*) AS n FROM audit_entries WHERE operation_id = ?', [batchId])?.n ?? 0;
  let done = 0;
  const pages = async function* (action: 'insert' | 'update'): AsyncGenerator<readonly Entry[], void, undefined> {
    for (const page of readEntries(connection, batchId, action)) {
      yield page;
      done += page.length;
      tell(done, total);
      if (pace.isDue) await pace.rest();
    }
  };
  const updates = new Map<string, { readonly table: Table; readonly before: string | null; after: string | null }>();
  for await (const page of pages('update')) {
    for (const { table_name, row_id, before, after } of page) {
      const table = tables.get(table_name);
      const known = updates.get(row_id);
      // Several changes of one row by the batch are one: from before the first to after the last.
      if (known) known.after = after;
      else if (table) updates.set(row_id, { table, before, after });
    }
  }
  const created = new Map<string, CreatedRow>();
  const createdIds = new Set<string>();
  for await (const page of pages('insert')) {
    const current = readCurrent(connection, page.map(({ table_name, row_id }) => ({ table: tables.get(table_name), id: row_id })));
    for (const { table_name, row_id, after } of page) {
      createdIds.add(row_id);
      const table = tables.get(table_name);
      const row = current.get(row_id);
      if (!table || !row) continue;
      const isChangedSince = differs(row, updates.get(row_id)?.after ?? after);
      created.set(row_id, { table, id: row_id, title: titleOf(table, row), links: linksOf(table, row, relations), kept: isChangedSince ? 'changed-since' : null });
    }
  }
  const changed = [...updates].filter(([id]) => !createdIds.has(id));
  const current = readCurrent(connection, changed.map(([id, { table }]) => ({ table, id })));
  return {
    created,
    changed: changed.flatMap(([id, { table, before, after }]) => {
      const row = current.get(id);
      return row ? [{ table, id, title: titleOf(table, row), before: parseCells(before), current: row, isChangedSince: differs(row, after) }] : [];
    }),
    relations,
  };
}

function* readEntries(connection: Connection, batchId: string, action: 'insert' | 'update'): Generator<readonly Entry[], void, undefined> {
  let after = 0;
  for (;;) {
    const page = connection.all<Entry>(
      `SELECT rowid, table_name, row_id, before, after FROM audit_entries
       WHERE operation_id = ? AND rowid > ? AND action = ? ORDER BY rowid LIMIT ${pageRows}`,
      [batchId, after, action],
    );
    yield page;
    const last = page.at(-1);
    if (!last || page.length < pageRows) return;
    after = last.rowid;
  }
}

/** The rows as they are now, of whatever tables. */
function readCurrent(connection: Connection, wanted: readonly { readonly table: Table | undefined; readonly id: string }[]): ReadonlyMap<string, Current> {
  const found = new Map<string, Current>();
  const ids = Map.groupBy(wanted, ({ table }) => table);
  for (const [table, ofTable] of ids) {
    if (!table) continue;
    for (let start = 0; start < ofTable.length; start += pageRows) {
      const page = JSON.stringify(ofTable.slice(start, start + pageRows).map(({ id }) => id));
      for (const row of connection.all<Current>(`SELECT * FROM ${table.name} WHERE id IN (SELECT value FROM json_each(?))`, [page])) found.set(row.id, row);
    }
  }
  return found;
}

const titleOf = (table: Table, row: Cells): string => {
  const column = titleColumns[table.name];
  return column === undefined ? '' : String(row[column] ?? '');
};

const linksOf = (table: Table, row: Cells, relations: readonly Relation[]): readonly string[] =>
  relations.flatMap(({ child, column }) => {
    const link = child === table.name ? row[column] : null;
    return typeof link === 'string' ? [link] : [];
  });

/** @throws where a log entry is not what the triggers write. */
function parseCells(json: string | null): Cells {
  const value: unknown = json === null ? {} : JSON.parse(json);
  if (!isCells(value)) throw new TypeError('An entry of the audit log is not a row');
  return value;
}

const isCells = (value: unknown): value is Cells =>
  typeof value === 'object' && value !== null && Object.values(value).every((cell) => cell === null || typeof cell === 'string' || typeof cell === 'number');

/** Whether a row is no longer what the batch left. One that was only put in the bin since is still what it was. */
const differs = (current: Cells, left: string | null): boolean =>
  Object.entries(parseCells(left)).some(([column, value]) => current[column] !== value && !(column === 'deleted_at' && value === null));
