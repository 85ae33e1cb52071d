import type { UndoResult } from '#shared/contract/imports.ts';
import type { Store, Transaction } from '../db/store.ts';
import { attachments, auditedTables, importBatches, instruments, orderLines } from '../db/tables.ts';
import type { FileStore } from '../files.ts';
import { reindexInstruments } from '../instruments/index.ts';
import { author } from '../procedures.ts';
import { markScoresStale } from '../scores/index.ts';
import { Pace } from '../jobs.ts';
import type { Report } from '../jobs.ts';
import { keepWhatIsUsed } from './undo-keep.ts';
import { isDerived, readWork } from './undo-work.ts';
import type { BatchWork, Cells, CreatedRow, KeptReason } from './undo-work.ts';

const chunkRows = 200;
const keptLimit = 500;

/** What the rows that a person knows by name are called in the contract; what hangs on them is named through them. */
const entities: Readonly<Record<string, string>> = {
  clients: 'client', contacts: 'contact', products: 'product', orders: 'order', order_lines: 'line', shipments: 'shipment', instruments: 'instrument',
};

/**
 * Takes a batch back in one transaction: what it created goes, what it changed gets its former values. Rows that people
 * changed or built on since are kept, with all that they need, and named.
 * @throws CancelledError at a pulse; nothing is taken back then.
 */
export async function undo(
  { store, files, now }: { readonly store: Store; readonly files: FileStore; readonly now: () => Date },
  batchId: string,
  report: Report,
  signal: AbortSignal,
): Promise<UndoResult> {
  const orphans: string[] = [];
  const result = await store.writeLong(author(store), signal, async (tx, pulse) => {
    const pace = new Pace(pulse);
    const work = await readWork(tx, batchId, pace, (done, total) => report({ phase: 'reading', done, total }));
    // First the former values: a line that the batch gave a product of its own lets go of it here.
    const restored = await restoreFormer(tx, work, pace);
    reindexInstruments(tx, work.changed.flatMap(({ table, id }) => (table === instruments ? [id] : [])));
    await keepWhatIsUsed(tx, work, pace);
    const purged = await purge(tx, work, pace, report, orphans);
    tx.update(importBatches, batchId, { state: 'undone', undone_at: tx.context.at, updated_at: tx.context.at });
    markScoresStale(tx, now());
    await pulse();
    return { purged, restored, ...nameKept(work) };
  });
  for (const sha256 of orphans) files.remove(sha256);
  return result;
}

/** Children before parents, so that no row ever points at nothing. */
async function purge(tx: Transaction, work: BatchWork, pace: Pace, report: Report, orphans: string[]): Promise<number> {
  const going = [...work.created.values()].filter(({ kept }) => kept === null);
  const byTable = Map.groupBy(going, ({ table }) => table);
  let done = 0;
  for (const table of auditedTables.toReversed()) {
    const ids = (byTable.get(table) ?? []).map(({ id }) => id);
    for (let start = 0; start < ids.length; start += chunkRows) {
      const chunk = JSON.stringify(ids.slice(start, start + chunkRows));
      if (table === attachments) orphans.push(...filesOnlyOf(tx, chunk));
      for (const { child, column } of work.relations.filter(({ child: name, parent }) => parent === table.name && isDerived(name))) {
        tx.run(`DELETE FROM ${child} WHERE ${column} IN (SELECT value FROM json_each(?))`, [chunk]);
      }
      done += tx.run(`DELETE FROM ${table.name} WHERE id IN (SELECT value FROM json_each(?))`, [chunk]);
      report({ phase: 'writing', done, total: going.length });
      if (pace.isDue) await pace.rest();
    }
  }
  return done;
}

/** Content that no other row speaks of. */
const filesOnlyOf = (tx: Transaction, ids: string): readonly string[] =>
  tx
    .all<{ sha256: string }>(
      `SELECT DISTINCT sha256 FROM attachments a WHERE id IN (SELECT value FROM json_each(@ids))
       AND NOT EXISTS (SELECT 1 FROM attachments b WHERE b.sha256 = a.sha256 AND b.id NOT IN (SELECT value FROM json_each(@ids)))
       AND NOT EXISTS (SELECT 1 FROM organisations o WHERE o.logo_sha256 = a.sha256)`,
      { ids },
    )
    .map(({ sha256 }) => sha256);

async function restoreFormer(tx: Transaction, work: BatchWork, pace: Pace): Promise<number> {
  let restored = 0;
  for (const { table, id, before, current, isChangedSince } of work.changed) {
    if (isChangedSince) continue;
    const columns = Object.keys(table.columns);
    // A column that is younger than the log entry keeps what it has.
    const former: Cells = { ...current, ...before };
    if (table === orderLines && current['first_promised_on'] !== former['first_promised_on']) {
      // The schema lets no update take a first promise back. The line was there before it, so it is put back whole; what
      // points at it is checked when the transaction ends.
      tx.run('PRAGMA defer_foreign_keys = ON');
      tx.purge(table, id);
      tx.run(`INSERT INTO ${table.name} (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`, former);
    } else tx.run(`UPDATE ${table.name} SET ${columns.map((column) => `${column} = @${column}`).join(', ')} WHERE id = @id`, former);
    restored += 1;
    if (pace.isDue) await pace.rest();
  }
  return restored;
}

function nameKept(work: BatchWork): Pick<UndoResult, 'kept' | 'keptTotal'> {
  const kept: UndoResult['kept'] = [];
  let keptTotal = 0;
  const name = (row: Pick<CreatedRow, 'table' | 'id' | 'title'>, reason: KeptReason): void => {
    const entity = entities[row.table.name];
    if (entity === undefined) return;
    keptTotal += 1;
    if (kept.length < keptLimit) kept.push({ entity, id: row.id, title: row.title, reason });
  };
  for (const row of work.created.values()) if (row.kept !== null) name(row, row.kept);
  for (const row of work.changed) if (row.isChangedSince) name(row, 'changed-since');
  return { kept, keptTotal };
}
