import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Database } from 'better-sqlite3';
import { StoreError } from './errors.ts';

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the text with line ends normalised: a checkout on Windows must not look like a changed history. */
  readonly checksum: string;
}

const FILE_NAME = /^(?<number>\d{4})_(?<name>[a-z0-9_]+)\.sql$/u;

/** Reads `NNNN_name.sql` files in order. Throws where a file is misnamed or a number is used twice. */
export function readMigrations(directory: string): readonly Migration[] {
  const migrations = readdirSync(directory)
    .filter((file) => file.endsWith('.sql'))
    .toSorted()
    .map((file): Migration => {
      const match = FILE_NAME.exec(file);
      if (!match) throw new Error(`Migration file ${file} is not named NNNN_name.sql`);
      const sql = readFileSync(path.join(directory, file), 'utf8').replaceAll('\r\n', '\n');
      return {
        number: Number(match.groups?.['number']),
        name: match.groups?.['name'] ?? '',
        sql,
        checksum: createHash('sha256').update(sql).digest('hex'),
      };
    });
  for (const [index, migration] of migrations.entries()) {
    if (migrations[index - 1]?.number === migration.number) throw new Error(`Two migrations have the number ${migration.number}`);
  }
  return migrations;
}

interface AppliedRow {
  readonly number: number;
  readonly checksum: string;
}

function appliedMigrations(db: Database): readonly AppliedRow[] {
  const exists = db.prepare<[], { n: number }>("SELECT count(*) AS n FROM sqlite_schema WHERE name = 'schema_migrations'").get();
  if (!exists?.n) return [];
  return db.prepare<[], AppliedRow>('SELECT number, checksum FROM schema_migrations ORDER BY number').all();
}

/**
 * The migrations that this file still needs.
 * @throws StoreError STORE_FROM_FUTURE where the file has migrations that this app does not know,
 *   STORE_MIGRATION_CHANGED where one that was applied reads differently now.
 */
export function pendingMigrations(db: Database, known: readonly Migration[]): readonly Migration[] {
  const applied = appliedMigrations(db);
  const latestKnown = known.at(-1)?.number ?? 0;
  const fromFuture = applied.find((row) => row.number > latestKnown);
  if (fromFuture) {
    throw new StoreError(
      'STORE_FROM_FUTURE',
      `This file was written by a newer version of the app (schema ${fromFuture.number}; this app knows ${latestKnown}).`,
      { fileSchema: applied.at(-1)?.number ?? 0, appSchema: latestKnown },
    );
  }
  const byNumber = new Map(applied.map((row) => [row.number, row.checksum]));
  for (const migration of known) {
    const checksum = byNumber.get(migration.number);
    if (checksum !== undefined && checksum !== migration.checksum) {
      throw new StoreError('STORE_MIGRATION_CHANGED', `Migration ${migration.number} differs from the one applied to this file.`, {
        number: migration.number,
      });
    }
  }
  return known.filter((migration) => !byNumber.has(migration.number));
}

/** Applies each migration in a transaction of its own; a failed one leaves the file at the one before. */
export function applyMigrations(db: Database, pending: readonly Migration[], now: Date): void {
  db.exec(
    'CREATE TABLE IF NOT EXISTS schema_migrations (number INTEGER PRIMARY KEY NOT NULL, name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT',
  );
  const record = db.prepare<[number, string, string, string]>(
    'INSERT INTO schema_migrations (number, name, checksum, applied_at) VALUES (?, ?, ?, ?)',
  );
  for (const migration of pending) {
    try {
      db.transaction(() => {
        db.exec(migration.sql);
        const broken = db.pragma('foreign_key_check');
        if (Array.isArray(broken) && broken.length > 0) throw new Error(`${broken.length} rows would point at nothing`);
        record.run(migration.number, migration.name, migration.checksum, now.toISOString());
      }).immediate();
    } catch (error) {
      throw new StoreError(
        'STORE_MIGRATION_FAILED',
        `Migration ${migration.number} ${migration.name} failed; the file is as it was before it: ${String(error)}`,
        { number: migration.number },
        error,
      );
    }
  }
}
