import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { createRouterClient } from '@orpc/server';
import { allTables } from '#electron/data-host/db/tables.ts';
import { DataHost } from '#electron/data-host/index.ts';
import { router } from '#electron/data-host/router.ts';
import type { ContractClient } from '#shared/contract/index.ts';
import { madeHistory } from '#tests/fixtures/made-history.ts';

export interface ImportBench {
  /** Reading the file and writing all of it, with audit, against bare prepared inserts of the same rows. Scoring is not in it. */
  readonly ratio: number;
  readonly importMs: number;
  readonly bareMs: number;
  /** Of `importMs`: from the commit's first byte to its first row in the store. */
  readonly readingMs: number;
  readonly rowsInFile: number;
  /** Rows of the file's content, without the audit log and the batch's own records. */
  readonly rowsWritten: number;
}

const migrationsDirectory = path.resolve(import.meta.dirname, '../../migrations');

interface Imported {
  readonly importMs: number;
  readonly readingMs: number;
  readonly rowsInFile: number;
  readonly file: string;
}

/** Imports through the contract, as the window does, up to the commit of the transaction. */
async function importOnce(folder: string, content: Uint8Array<ArrayBuffer>): Promise<Imported> {
  const host = new DataHost({ file: path.join(folder, 'store.sqlite'), migrationsDirectory, appVersion: '0.0.0-bench' });
  const call: ContractClient = createRouterClient(router, { context: { host } });
  const inspection = await call.imports.inspect({ file: new File([content], 'history.csv') });
  const begun = performance.now();
  let wroteFrom: number | undefined;
  let scoredFrom: number | undefined;
  for await (const event of await call.imports.commit({ uploadId: inspection.uploadId, template: inspection.template, saveTemplateAs: null, scoringOn: null })) {
    if (event.type === 'progress' && event.phase === 'writing') wroteFrom ??= performance.now();
    if (event.type === 'progress' && event.phase === 'scoring') scoredFrom ??= performance.now();
    if (event.type === 'done' && event.result.rowsRejected > 0) throw new Error(`${event.result.rowsRejected} rows of the bench were rejected`);
  }
  const ended = scoredFrom ?? performance.now();
  await host.close();
  return { importMs: ended - begun, readingMs: (wroteFrom ?? ended) - begun, rowsInFile: inspection.rowCount, file: host.options.file };
}

/** The same rows into the same schema with the same settings of the connection: prepared, one transaction, nothing else. */
function insertBare(folder: string, source: string): { readonly ms: number; readonly rows: number } {
  const host = new DataHost({ file: path.join(folder, 'bare.sqlite'), migrationsDirectory, appVersion: '0.0.0-bench' });
  const db = new Database(host.options.file);
  const from = new Database(source, { readonly: true });
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('trusted_schema = OFF');
  db.pragma('cache_size = -65536');
  db.pragma('temp_store = MEMORY');
  const work = allTables
    .filter(({ name }) => !['audit_entries', 'import_batches', 'attachments', 'score_priors', 'client_summaries', 'score_snapshots'].includes(name))
    .map(({ name, columns }) => {
      const names = Object.keys(columns);
      return {
        statement: db.prepare(`INSERT INTO ${name} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`),
        rows: from.prepare<[], unknown[]>(`SELECT ${names.join(', ')} FROM ${name} ORDER BY rowid`).raw().all(),
      };
    });
  const begun = performance.now();
  db.exec('BEGIN IMMEDIATE');
  for (const { statement, rows } of work) for (const row of rows) statement.run(row);
  db.exec('COMMIT');
  const ms = performance.now() - begun;
  from.close();
  db.close();
  void host.close();
  return { ms, rows: work.reduce((total, { rows }) => total + rows.length, 0) };
}

const medianBy = <T>(items: readonly T[], key: (item: T) => number): T => {
  const middle = items.toSorted((one, other) => key(one) - key(other))[Math.floor(items.length / 2)];
  if (middle === undefined) throw new RangeError('No runs');
  return middle;
};

/**
 * The median of a few rounds, each of which measures both sides on fresh files in the same folder.
 * @param historyFile the public delivery history; a made-up one of the same size where it is not given
 */
export async function benchImport(historyFile: string | null = null, rounds = 3): Promise<ImportBench> {
  const content = new Uint8Array(historyFile === null ? Buffer.from(madeHistory(10_000)) : readFileSync(historyFile));
  const results: ImportBench[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const folder = mkdtempSync(path.join(tmpdir(), 'peyvand-bench-'));
    try {
      const imported = await importOnce(folder, content);
      const bare = insertBare(folder, imported.file);
      // The first round warms the engine up, as a window that has been open for a minute is warm.
      if (round > 0) {
        const { importMs, readingMs, rowsInFile } = imported;
        results.push({ ratio: importMs / bare.ms, importMs, bareMs: bare.ms, readingMs, rowsInFile, rowsWritten: bare.rows });
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return medianBy(results, ({ ratio }) => ratio);
}
