import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import Database from 'better-sqlite3';
import { StoreError } from '#electron/data-host/db/errors.ts';
import { applyMigrations, readMigrations } from '#electron/data-host/db/migrate.ts';
import { Store } from '#electron/data-host/db/store.ts';
import { allTables, auditedTables } from '#electron/data-host/db/tables.ts';
import { drain, migrationsDirectory, openTestHost, storeOf } from '#tests/data-host/support.ts';

const files = readdirSync(migrationsDirectory).filter((file) => file.endsWith('.sql')).toSorted();
const now = new Date('2026-03-31T12:00:00Z');

/** A folder with the first so many migrations, and more of its own. */
function withMigrations(count: number, own: Readonly<Record<string, string>> = {}): { folder: string; directory: string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'peyvand-migrations-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const directory = path.join(folder, 'migrations');
  mkdirSync(directory);
  for (const file of files.slice(0, count)) copyFileSync(path.join(migrationsDirectory, file), path.join(directory, file));
  for (const [name, sql] of Object.entries(own)) writeFileSync(path.join(directory, name), sql);
  return { folder, directory };
}

/** The sample exporter's store, closed, as a file of an older app: its tables are those of all migrations of today. */
async function populated(file: string): Promise<void> {
  const test = openTestHost({ now: () => now });
  await drain(test.call.sample.open());
  await storeOf(test).write({ actor: 'fixture' }, (tx) => tx.run("UPDATE clients SET deleted_at = '2026-01-01' WHERE rowid = 3"));
  await test.host.close();
  copyFileSync(test.host.options.file, file);
  await test.host.reopen();
}

type Bare = InstanceType<typeof Database>;

const rowsOf = (db: Bare) =>
  db
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'schema_migrations' ORDER BY rowid")
    .all()
    .map(({ name: table }) => ({ table, rows: db.prepare(`SELECT * FROM ${table}`).all() }));

/** Values that a CHECK asks for. */
const allowed: Readonly<Record<string, string | number>> = {
  direction: 'inbound', mode: 'stand', kind: 'actual', asked_by: 'customer', source: 'manager', state: 'committed', action: 'insert', rating: 3, is_sample: 0, is_primary: 0, needs_answer: 0,
  status: 'in-use', interval_starts: 'calibration', origin: 'typed', stage: 'only', method: 'own', 'certificates.state': 'draft', 'calibration_letters.kind': 'recall',
};

/** One row with the least that the table asks for; every reference is to the one row of the other table. */
function fillOneRow(db: Bare, table: string): void {
  const columns = db.prepare<[], { name: string; type: string }>(`SELECT name, type FROM pragma_table_info('${table}') WHERE "notnull" = 1`).all();
  const values = columns.map(({ name, type }) => (name === 'id' || name.endsWith('_id') ? 'one' : (allowed[`${table}.${name}`] ?? allowed[name] ?? (type === 'TEXT' ? '' : 1))));
  db.prepare(`INSERT INTO ${table} (${columns.map(({ name }) => `"${name}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`).run(values);
}

const contentOf = (file: string) => {
  const db = new Database(file, { readonly: true });
  try {
    return Object.fromEntries(allTables.map(({ name }) => [name, db.prepare(`SELECT * FROM ${name} ORDER BY id`).all()]));
  } finally {
    db.close();
  }
};

describe('migrations', () => {
  it('are numbered in tens, or in fives where one had to go between, and each leaves the rows of those before it as they were', () => {
    const { folder } = withMigrations(0);
    const db = new Database(path.join(folder, 'store.sqlite'));
    onTestFinished(() => {
      db.close();
    });
    db.pragma('foreign_keys = ON');
    let before: ReturnType<typeof rowsOf> = [];
    for (const migration of readMigrations(migrationsDirectory)) {
      expect(migration.number % 5).toBe(0);
      applyMigrations(db, [migration], now);
      const after = rowsOf(db);
      // A column may come to a table that is there; no cell that was there changes, and no row comes or goes.
      expect(after.filter(({ table }) => before.some((known) => known.table === table))).toMatchObject(before);
      for (const { table } of after.filter(({ rows }) => rows.length === 0)) fillOneRow(db, table);
      before = rowsOf(db);
      expect(before.every(({ rows }) => rows.length === 1)).toBe(true);
    }
    expect(before.map(({ table }) => table).toSorted()).toEqual(allTables.map(({ name }) => name).toSorted());
    expect(db.pragma('foreign_key_check')).toEqual([]);
  });

  it('give tables that people’s work lives in a text id, soft deletion and no uniqueness of what people type', () => {
    const { read } = storeOf(openTestHost());
    for (const { name, columns } of auditedTables) {
      expect([name, columns['id']]).toEqual([name, 'TEXT']);
      // The points of a certificate stand and fall with it, and are frozen with it.
      expect([name, name === 'settings' || name === 'certificate_points' || 'deleted_at' in columns]).toEqual([name, true]);
      const unique = read.all<{ origin: string }>(`SELECT origin FROM pragma_index_list('${name}') WHERE "unique" = 1`);
      // Places of the points of one certificate are counted by the app, not typed.
      expect([name, unique.filter(({ origin }) => origin !== 'pk').length]).toEqual([name, name === 'certificate_points' ? 1 : 0]);
    }
  });

  it('let a contact be purged without reading a table that names contacts from end to end', () => {
    const plan = storeOf(openTestHost()).read.all<{ detail: string }>('EXPLAIN QUERY PLAN DELETE FROM contacts WHERE id = ?', ['x']).map(({ detail }) => detail);
    for (const table of ['client_channels', 'interactions', 'consents', 'satisfactions', 'surveys']) {
      expect(plan).toContainEqual(expect.stringMatching(`^SEARCH ${table} USING .*INDEX .*\\(contact_id=\\?\\)$`));
    }
  });

  it('of tomorrow keep every row of a populated file, after a backup that opens and has them all', async () => {
    const { folder, directory } = withMigrations(files.length, {
      '9010_add_rating.sql': 'ALTER TABLE clients ADD COLUMN rating INTEGER;',
      '9020_create_tags.sql': 'CREATE TABLE tags (id TEXT PRIMARY KEY NOT NULL, client_id TEXT NOT NULL REFERENCES clients (id)) STRICT; INSERT INTO tags SELECT id, id FROM clients;',
    });
    const file = path.join(folder, 'store.sqlite');
    await populated(file);
    const before = contentOf(file);
    expect(before['order_lines']?.length).toBeGreaterThan(2000);
    const store = Store.open({ file, migrationsDirectory: directory, now: () => now });
    expect(store.read.get('SELECT count(*) AS n FROM tags')).toEqual({ n: 60 });
    await store.close();
    const backups = readdirSync(path.join(folder, 'backups'));
    expect(backups).toEqual(['store-2026-03-31T12-00-00-000Z-before-9020.sqlite']);
    expect(contentOf(path.join(folder, 'backups', backups[0] ?? ''))).toEqual(before);
    const old = Store.open({ file: path.join(folder, 'backups', backups[0] ?? ''), migrationsDirectory, now: () => now });
    expect(old.read.get('SELECT count(*) AS n FROM clients')).toEqual({ n: 60 });
    await old.close();
    const after = contentOf(file);
    const withoutNew = after['clients']?.map((row) => JSON.stringify(row).replace(',"rating":null', ''));
    expect(withoutNew).toEqual(before['clients']?.map((row) => JSON.stringify(row)));
    for (const { name } of allTables.filter((table) => table.name !== 'clients')) expect(after[name]).toEqual(before[name]);
  }, 60_000);

  it('that fail leave the file at the one before, and say which', async () => {
    const { folder, directory } = withMigrations(files.length, {
      '9010_fine.sql': 'CREATE TABLE fine (id TEXT PRIMARY KEY NOT NULL) STRICT;',
      '9020_broken.sql': "CREATE TABLE half (id TEXT PRIMARY KEY NOT NULL) STRICT; INSERT INTO contacts (id, client_id, name, created_at, updated_at) VALUES ('x', 'nobody', 'X', '', '');",
    });
    const file = path.join(folder, 'store.sqlite');
    await populated(file);
    const before = contentOf(file);
    let refused: unknown;
    try {
      Store.open({ file, migrationsDirectory: directory, now: () => now });
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(StoreError);
    expect(refused).toMatchObject({ code: 'STORE_MIGRATION_FAILED', details: { number: 9020 } });
    expect(contentOf(file)).toEqual(before);
    const db = new Database(file, { readonly: true });
    const tables = db.prepare("SELECT name FROM sqlite_schema WHERE name IN ('fine', 'half')").all();
    const applied = db.prepare('SELECT max(number) AS number FROM schema_migrations').get();
    db.close();
    expect(tables).toEqual([{ name: 'fine' }]);
    expect(applied).toEqual({ number: 9010 });
    expect(readdirSync(path.join(folder, 'backups'))).toHaveLength(1);
  }, 60_000);
});
