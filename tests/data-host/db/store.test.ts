import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CancelledError, StoreError } from '#electron/data-host/db/errors.ts';
import { Store } from '#electron/data-host/db/store.ts';
import type { StoreOptions } from '#electron/data-host/db/store.ts';
import { allTables, staff } from '#electron/data-host/db/tables.ts';
import { migrationsDirectory } from '#tests/data-host/support.ts';

function freshFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'peyvand-db-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

const optionsIn = (folder: string, patch: Partial<StoreOptions> = {}): StoreOptions => ({
  file: path.join(folder, 'store.sqlite'), migrationsDirectory, now: () => new Date('2026-03-31T12:00:00Z'), ...patch,
});

/** Closed before its folder goes: clean-ups run backwards. */
function open(options: StoreOptions): Store {
  const store = Store.open(options);
  onTestFinished(() => store.close());
  return store;
}

const person = (id: string, name: string) => ({ id, name, role: null, email: null, created_at: '', updated_at: '', deleted_at: null });
const names = (store: Store): string[] => store.read.all<{ name: string }>('SELECT name FROM staff ORDER BY id').map(({ name }) => name);
const author = { actor: 'Sara' };

function refusal(options: StoreOptions): StoreError {
  try {
    void Store.open(options).close();
  } catch (error) {
    if (error instanceof StoreError) return error;
    throw error;
  }
  throw new Error('The file was opened');
}

describe('a write', () => {
  it('is kept whole or not at all, and the next one finds a clean start', async () => {
    const store = open(optionsIn(freshFolder()));
    await expect(
      store.write(author, (tx) => {
        tx.insert(staff, person('1', 'Anna'));
        throw new Error('half way');
      }),
    ).rejects.toThrow('half way');
    expect(names(store)).toEqual([]);
    await store.write(author, (tx) => tx.insert(staff, person('2', 'Ben')));
    expect(names(store)).toEqual(['Ben']);
    expect(store.read.all("SELECT row_id FROM audit_entries WHERE table_name = 'staff'")).toEqual([{ row_id: '2' }]);
  });

  it('that is long lets others read the state before, and others write after', async () => {
    const store = open(optionsIn(freshFolder()));
    await store.write(author, (tx) => tx.insert(staff, person('0', 'Zero')));
    const seen: string[][] = [];
    const order: string[] = [];
    const long = store.writeLong(author, undefined, async (tx, pulse) => {
      for (let index = 1; index <= 3; index += 1) {
        tx.insert(staff, person(String(index), `P${index}`));
        await pulse();
        seen.push(names(store));
      }
      order.push('long');
    });
    const short = store.write(author, (tx) => {
      order.push('short');
      tx.insert(staff, person('4', 'After'));
    });
    await Promise.all([long, short]);
    expect(seen).toEqual([['Zero'], ['Zero'], ['Zero']]);
    expect(order).toEqual(['long', 'short']);
    expect(names(store)).toEqual(['Zero', 'P1', 'P2', 'P3', 'After']);
  });

  it('that is cancelled leaves nothing, and does not stop the next one', async () => {
    const store = open(optionsIn(freshFolder()));
    const abort = new AbortController();
    const long = store.writeLong(author, abort.signal, async (tx, pulse) => {
      tx.insert(staff, person('1', 'Anna'));
      abort.abort();
      await pulse();
      tx.insert(staff, person('2', 'Ben'));
    });
    await expect(long).rejects.toBeInstanceOf(CancelledError);
    await expect(store.writeLong(author, abort.signal, () => Promise.resolve('never'))).rejects.toBeInstanceOf(CancelledError);
    await store.write(author, (tx) => tx.insert(staff, person('3', 'Cara')));
    expect(names(store)).toEqual(['Cara']);
    expect(store.read.all("SELECT row_id FROM audit_entries WHERE table_name = 'staff'")).toEqual([{ row_id: '3' }]);
  });

  it.each([undefined, "it's a secret"])('that fills the log is folded into the file aside, with others writing meanwhile and nothing lost (key %s)', async (key) => {
    const options = optionsIn(freshFolder(), key === undefined ? {} : { key });
    const store = open(options);
    const bytes = (suffix = ''): number => statSync(`${options.file}${suffix}`).size;
    const large = 'x'.repeat(1024 * 1024);
    const afterCommit = await store
      .writeLong(author, undefined, async (tx, pulse) => {
        for (let index = 0; index < 20; index += 1) {
          tx.insert(staff, person(`long-${index}`, `${large}${index}`));
          await pulse();
        }
      })
      .then(() => ({ file: bytes(), log: bytes('-wal') }));
    // COMMIT has not folded anything itself, and the thread cannot have begun.
    expect(afterCommit.log).toBeGreaterThan(20 * 1024 * 1024);
    expect(afterCommit.file).toBeLessThan(8 * 1024 * 1024);
    await store.write(author, (tx) => tx.insert(staff, person('short', 'Meanwhile')));
    expect(store.read.get('SELECT count(*) AS n FROM staff')).toEqual({ n: 21 });
    await expect.poll(() => bytes(), { timeout: 20_000 }).toBeGreaterThan(20 * 1024 * 1024);
    // Folded, the log begins anew and gives its room back.
    let writes = 0;
    await expect
      .poll(async () => {
        await store.write(author, (tx) => tx.update(staff, 'short', { name: `Written ${(writes += 1)}` }));
        return bytes('-wal');
      }, { timeout: 20_000 })
      .toBeLessThan(17 * 1024 * 1024);
    await store.close();
    expect(existsSync(`${options.file}-wal`)).toBe(false);
    const again = open(options);
    expect(again.read.get('SELECT count(*) AS n FROM staff')).toEqual({ n: 21 });
    expect(again.read.get('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' });
  });

  it('cannot come through the reading side', () => {
    const store = open(optionsIn(freshFolder()));
    expect(() => store.read.run("INSERT INTO settings (id, value, updated_at) VALUES ('x', '1', '')")).toThrow(/readonly|read-only|query_only/iu);
  });
});

describe('the audit log', () => {
  it('has every insert, change and purge with what stood before, under one operation a request; nothing where nothing changed', async () => {
    const store = open(optionsIn(freshFolder()));
    await store.write({ actor: 'Sara', operationId: 'op-1' }, (tx) => {
      tx.insert(staff, person('1', 'Anna'));
      tx.update(staff, '1', { name: 'Anna B' });
      tx.update(staff, '1', { name: 'Anna B' });
    });
    await store.write({ actor: 'Reza', operationId: 'op-2' }, (tx) => {
      tx.softDelete(staff, '1');
      tx.restore(staff, '1');
      tx.purge(staff, '1');
    });
    const log = store.read.all<{ actor: string; operation_id: string; action: string; before: string | null; after: string | null }>(
      'SELECT actor, operation_id, action, before, after FROM audit_entries ORDER BY rowid',
    );
    expect(log.map((row) => [row.actor, row.operation_id, row.action])).toEqual([
      ['Sara', 'op-1', 'insert'], ['Sara', 'op-1', 'update'], ['Reza', 'op-2', 'update'], ['Reza', 'op-2', 'update'], ['Reza', 'op-2', 'delete'],
    ]);
    expect(JSON.parse(log[1]?.before ?? '')).toEqual(person('1', 'Anna'));
    expect(JSON.parse(log[1]?.after ?? '')).toEqual(person('1', 'Anna B'));
    expect(log[4]?.after).toBeNull();
    expect(JSON.parse(log[4]?.before ?? '')).toEqual(person('1', 'Anna B'));
  });

  it('is never changed or shortened', async () => {
    const store = open(optionsIn(freshFolder()));
    await store.write(author, (tx) => tx.insert(staff, person('1', 'Anna')));
    await expect(store.write(author, (tx) => tx.run("UPDATE audit_entries SET actor = 'Nobody'"))).rejects.toThrow(/append-only/u);
    await expect(store.write(author, (tx) => tx.run('DELETE FROM audit_entries'))).rejects.toThrow(/append-only/u);
    expect(store.read.get('SELECT count(*) AS n FROM audit_entries')).toEqual({ n: 1 });
  });
});

describe('the schema', () => {
  it('is what the table descriptions say, column by column', () => {
    const store = open(optionsIn(freshFolder()));
    const inFile = store.read.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('schema_migrations') ORDER BY name");
    expect(inFile.map(({ name }) => name)).toEqual(allTables.map(({ name }) => name).toSorted());
    for (const { name, columns } of allTables) {
      const found = store.read.all<{ name: string; type: string; notnull: number }>(`SELECT name, type, "notnull" FROM pragma_table_info('${name}')`);
      expect(Object.fromEntries(found.map((column) => [column.name, column.type + (column.notnull === 1 ? '' : '?')]))).toEqual({ ...columns });
    }
  });

  it('is kept by the file with the safety it was given', () => {
    const store = open(optionsIn(freshFolder()));
    const pragma = (name: string) => Object.values(store.read.get<Record<string, unknown>>(`SELECT * FROM pragma_${name}`) ?? {})[0];
    expect([pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys'), pragma('trusted_schema')]).toEqual(['wal', 2, 1, 0]);
  });
});

describe('opening', () => {
  it('refuses a file of a newer app and leaves it as it was', async () => {
    const options = optionsIn(freshFolder());
    const store = Store.open(options);
    await store.write(author, (tx) => tx.run("INSERT INTO schema_migrations (number, name, checksum, applied_at) VALUES (9990, 'future', 'x', '')"));
    await store.close();
    const before = readFileSync(options.file);
    expect(refusal(options)).toMatchObject({ code: 'STORE_FROM_FUTURE', details: { fileSchema: 9990 } });
    expect(readFileSync(options.file).equals(before)).toBe(true);
  });

  it('refuses a history that reads differently now', async () => {
    const folder = freshFolder();
    const changed = path.join(folder, 'migrations');
    mkdirSync(changed);
    for (const file of readdirSync(migrationsDirectory)) copyFileSync(path.join(migrationsDirectory, file), path.join(changed, file));
    const options = optionsIn(folder);
    await Store.open(options).close();
    const first = readdirSync(changed).toSorted()[0] ?? '';
    // Line ends are no difference: a checkout on Windows has others.
    writeFileSync(path.join(changed, first), readFileSync(path.join(changed, first), 'utf8').replaceAll('\n', '\r\n'));
    await Store.open({ ...options, migrationsDirectory: changed }).close();
    writeFileSync(path.join(changed, first), `${readFileSync(path.join(changed, first), 'utf8')}\n-- changed`);
    expect(refusal({ ...options, migrationsDirectory: changed }).code).toBe('STORE_MIGRATION_CHANGED');
  });

  it('takes an encrypted file with its passphrase alone, which no byte of it betrays', async () => {
    const options = optionsIn(freshFolder(), { key: "it's a secret" });
    const store = Store.open(options);
    await store.write(author, (tx) => tx.insert(staff, person('1', 'Unmistakable')));
    await store.close();
    const bytes = readFileSync(options.file);
    expect(bytes.subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
    expect(bytes.includes('Unmistakable')).toBe(false);
    expect(refusal({ ...options, key: 'wrong' }).code).toBe('STORE_LOCKED_BY_KEY');
    const { key: _key, ...without } = options;
    expect(refusal(without).code).toBe('STORE_LOCKED_BY_KEY');
    expect(readFileSync(options.file).equals(bytes)).toBe(true);
    expect(names(open(options))).toEqual(['Unmistakable']);
  });

  it('refuses what is no database, and does not touch it', () => {
    const options = optionsIn(freshFolder());
    writeFileSync(options.file, 'This is a letter, not a database. '.repeat(100));
    const before = readFileSync(options.file);
    expect(refusal(options)).toBeInstanceOf(StoreError);
    expect(readFileSync(options.file).equals(before)).toBe(true);
    expect(existsSync(`${options.file}-wal`)).toBe(false);
  });
});
