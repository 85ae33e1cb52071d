import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Database, Statement } from 'better-sqlite3';
import { bulkInsertAudit, installAudit, resumeInsertAudit, suspendInsertAudit } from './audit.ts';
import type { WriteContext } from './audit.ts';
import { CancelledError, StoreError } from './errors.ts';
import { newId } from './ids.ts';
import { foldLogAside, logBytes } from './fold-log.ts';
import { applyMigrations, pendingMigrations, readMigrations } from './migrate.ts';
import { openConnection, quoted } from './open-connection.ts';
import type { StoreFile } from './open-connection.ts';
import { auditedTables } from './tables.ts';
import type { Row, Table } from './tables.ts';

export interface StoreOptions extends StoreFile {
  readonly migrationsDirectory: string;
  readonly now: () => Date;
}

type Parameters = readonly unknown[] | Readonly<Record<string, unknown>>;

type Statements = Map<string, Statement>;

/** A connection with its statements prepared once and kept. */
export class Connection {
  readonly #db: Database;
  readonly #statements: Statements;

  constructor(db: Database, statements: Statements = new Map()) {
    this.#db = db;
    this.#statements = statements;
  }

  protected statement(sql: string): Statement {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#db.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  all<R>(sql: string, parameters: Parameters = []): R[] {
    return this.statement(sql).all(...bound(parameters)) as R[];
  }

  get<R>(sql: string, parameters: Parameters = []): R | undefined {
    return this.statement(sql).get(...bound(parameters)) as R | undefined;
  }

  /** Rows one by one, for what would not fit into memory. The connection is busy until the loop ends. */
  iterate<R>(sql: string, parameters: Parameters = []): IterableIterator<R> {
    return this.#db.prepare<unknown[], R>(sql).iterate(...bound(parameters));
  }

  /** Rows as arrays, in column order: for hot paths over millions of rows. */
  iterateRaw<R extends readonly unknown[]>(sql: string, parameters: Parameters = []): IterableIterator<R> {
    return this.#db.prepare<unknown[], R>(sql).raw().iterate(...bound(parameters));
  }

  run(sql: string, parameters: Parameters = []): number {
    return this.statement(sql).run(...bound(parameters)).changes;
  }
}

const isList = (parameters: Parameters): parameters is readonly unknown[] => Array.isArray(parameters);
const bound = (parameters: Parameters): unknown[] => (isList(parameters) ? [...parameters] : [parameters]);

/** Inserts many rows of one table at once. Chunks of a few hundred keep the host responsive. */
export type InsertAll = <T extends Table>(table: T, rows: readonly Row<T>[]) => void;

/** Rows that one INSERT of a bulk write takes: a fifth cheaper than one by one. What is left of a chunk goes one by one. */
const statementRows = 50;

/** The writing side, only inside a transaction. */
export class Transaction extends Connection {
  readonly context: WriteContext;
  readonly #db: Database;
  readonly #inserts = new Map<Table, string>();
  #isBulk = false;

  constructor(db: Database, statements: Statements, context: WriteContext) {
    super(db, statements);
    this.#db = db;
    this.context = context;
  }

  /**
   * A stretch of work that inserts rows by the chunk, with the same audit entries as one by one at a third of the cost: the
   * insert triggers rest meanwhile, and each chunk is audited in one statement. No other insert is let through until it ends.
   * Changes and deletions are audited as ever. After an error the transaction must be rolled back.
   */
  async inBulk<R>(work: (insertAll: InsertAll) => Promise<R>): Promise<R> {
    suspendInsertAudit(this.#db);
    this.#isBulk = true;
    try {
      return await work((table, rows) => this.#insertAll(table, rows));
    } finally {
      this.#isBulk = false;
      if (this.#db.inTransaction) resumeInsertAudit(this.#db);
    }
  }

  #insertAll<T extends Table>(table: T, rows: readonly Row<T>[]): void {
    if (!this.#isBulk) throw new Error('A bulk insert outside its stretch of work would not be audited');
    const columns = Object.keys(table.columns);
    const tuple = `(${columns.map(() => '?').join(', ')})`;
    const insertOf = (count: number) => `INSERT INTO ${table.name} (${columns.join(', ')}) VALUES ${Array.from({ length: count }, () => tuple).join(', ')}`;
    const [insertOne, insertMany] = [insertOf(1), insertOf(statementRows)];
    let first: number | undefined;
    let last = 0;
    for (let start = 0; start < rows.length; ) {
      const isMany = rows.length - start >= statementRows;
      const group: readonly Readonly<Record<string, string | number | null>>[] = rows.slice(start, start + (isMany ? statementRows : 1));
      const cells = group.flatMap((row) => columns.map((column) => row[column]));
      last = Number(this.statement(isMany ? insertMany : insertOne).run(cells).lastInsertRowid);
      first ??= last - group.length + 1;
      start += group.length;
    }
    if (first === undefined || !auditedTables.includes(table)) return;
    // Rowids only grow inside a transaction that is the file's one writer, so the range holds these rows and no other.
    const { at, actor, operationId } = this.context;
    const { changes } = this.statement(bulkInsertAudit(table)).run(at, actor, operationId, first, last);
    if (changes !== rows.length) throw new Error(`${rows.length} rows of ${table.name} were written but ${changes} audited`);
  }

  override run(sql: string, parameters: Parameters = []): number {
    if (this.#isBulk && /^\s*(?:insert|replace)\b/iu.test(sql)) throw new Error('Only insertAll inserts during a bulk write: this row would not be audited');
    return super.run(sql, parameters);
  }

  insert<T extends Table>(table: T, row: Row<T>): void {
    let sql = this.#inserts.get(table);
    if (sql === undefined) {
      const columns = Object.keys(table.columns);
      sql = `INSERT INTO ${table.name} (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`;
      this.#inserts.set(table, sql);
    }
    this.run(sql, row);
  }

  /** Changes the named columns of one row. @returns whether the row exists. */
  update<T extends Table>(table: T, id: string, patch: Partial<Row<T>>): boolean {
    const columns = Object.keys(patch).filter((column) => column in table.columns && column !== 'id');
    if (columns.length === 0) return this.get(`SELECT 1 FROM ${table.name} WHERE id = ?`, [id]) !== undefined;
    const sql = `UPDATE ${table.name} SET ${columns.map((column) => `${column} = @${column}`).join(', ')} WHERE id = @id`;
    return this.run(sql, { ...patch, id }) > 0;
  }

  /** To the bin: soft, and no other column changes in the same statement, so that a later merge can tell. */
  softDelete(table: Table, id: string): boolean {
    return this.run(`UPDATE ${table.name} SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL`, [this.context.at, id]) > 0;
  }

  restore(table: Table, id: string): boolean {
    return this.run(`UPDATE ${table.name} SET deleted_at = NULL WHERE id = ? AND deleted_at IS NOT NULL`, [id]) > 0;
  }

  /** Explicit purge: the row is gone, and its last state is in the audit log. */
  purge(table: Table, id: string): boolean {
    return this.run(`DELETE FROM ${table.name} WHERE id = ?`, [id]) > 0;
  }
}

export interface WriteRequest {
  readonly actor: string;
  readonly operationId?: string;
}

/** Lets other requests run between two chunks of a long job. @throws CancelledError where the job was cancelled. */
export type Pulse = () => Promise<void>;

/** Pages in the log after which a COMMIT folds it into the file at once, as SQLite does by itself. */
const foldAfterPages = 1000;
/** A log of this size takes a good part of a second to fold, and is folded aside. */
const largeLogBytes = 16 * 1024 * 1024;

/**
 * One SQLite file: one writer, one reader (WAL), so that a list stays readable and sees only what is committed
 * while an import runs. Writes queue up; each is one transaction.
 */
export class Store {
  readonly file: string;
  readonly read: Connection;
  readonly #reader: Database;
  readonly #writer: Database;
  readonly #statements: Statements = new Map();
  readonly #now: () => Date;
  #context: WriteContext | undefined;
  #tail: Promise<unknown> = Promise.resolve();
  /** While the log is folded aside. */
  #folding: Promise<void> | undefined;
  #isFoldDue = false;
  readonly #at: StoreFile;

  private constructor(options: StoreOptions, writer: Database, reader: Database) {
    this.file = options.file;
    this.#at = options;
    this.#now = options.now;
    this.#writer = writer;
    this.#reader = reader;
    // A log that was folded and begins anew gives its room back: its size is what there is to fold.
    writer.pragma(`journal_size_limit = ${largeLogBytes}`);
    this.read = new Connection(reader);
    installAudit(writer, () => {
      if (!this.#context) throw new Error('A write outside Store.write has no author');
      return this.#context;
    });
  }

  /**
   * Opens the file, makes a verified backup where migrations are due, and applies them.
   * @throws StoreError with the code of what is wrong; the file is left as it was.
   */
  static open(options: StoreOptions): Store {
    mkdirSync(path.dirname(options.file), { recursive: true });
    const isNew = !existsSync(options.file);
    const writer = openConnection(options, false);
    try {
      const pending = pendingMigrations(writer, readMigrations(options.migrationsDirectory));
      if (pending.length > 0) {
        if (!isNew) backUp(writer, options, `before-${String(pending.at(-1)?.number).padStart(4, '0')}`);
        applyMigrations(writer, pending, options.now());
      }
      return new Store(options, writer, openConnection(options, true));
    } catch (error) {
      writer.close();
      throw error;
    }
  }

  /** Runs `work` in one transaction: all of it is kept, or none. */
  write<T>(request: WriteRequest, work: (tx: Transaction) => T): Promise<T> {
    return this.writeLong(request, undefined, (tx) => Promise.resolve(work(tx)));
  }

  /**
   * One transaction over a long job. `work` calls the pulse between chunks; reads by others go on meanwhile and see
   * the state before, other writes wait their turn. Any error, a cancel included, rolls everything back.
   */
  writeLong<T>(
    request: WriteRequest,
    signal: AbortSignal | undefined,
    work: (tx: Transaction, pulse: Pulse) => Promise<T>,
  ): Promise<T> {
    const turn = this.#tail.then(() => this.#transact(request, signal, work));
    this.#tail = turn.catch(() => undefined);
    return turn;
  }

  async #transact<T>(
    request: WriteRequest,
    signal: AbortSignal | undefined,
    work: (tx: Transaction, pulse: Pulse) => Promise<T>,
  ): Promise<T> {
    if (signal?.aborted) throw new CancelledError();
    let isLong = false;
    const context = { actor: request.actor, operationId: request.operationId ?? newId(), at: this.#now().toISOString() };
    this.#writer.exec('BEGIN IMMEDIATE');
    this.#context = context;
    try {
      const result = await work(new Transaction(this.#writer, this.#statements, context), async () => {
        isLong = true;
        await new Promise<void>((resolve) => {
          setImmediate(resolve);
        });
        if (signal?.aborted) throw new CancelledError();
      });
      if (isLong) this.#commitLong();
      else this.#writer.exec('COMMIT');
      return result;
    } catch (error) {
      if (this.#writer.inTransaction) this.#writer.exec('ROLLBACK');
      throw error;
    } finally {
      this.#context = undefined;
    }
  }

  /**
   * The COMMIT of a long job, which may have filled the log with hundreds of megabytes: those are folded into the file aside,
   * and the host does not stand still for it. COMMIT waits for the log to be on the disk as ever, and what is in the log is in
   * the store.
   */
  #commitLong(): void {
    this.#writer.pragma('wal_autocheckpoint = 0');
    try {
      this.#writer.exec('COMMIT');
      this.#isFoldDue ||= logBytes(this.#at) > largeLogBytes;
    } finally {
      if (this.#isFoldDue) this.#folding ??= this.#foldAside();
      else if (!this.#folding) this.#writer.pragma(`wal_autocheckpoint = ${foldAfterPages}`);
    }
  }

  async #foldAside(): Promise<void> {
    try {
      while (this.#isFoldDue) {
        this.#isFoldDue = false;
        await foldLogAside(this.#at);
      }
    } catch {
      // The log is whole all the same; the next COMMIT folds it, as it does after this in any case.
      this.#isFoldDue = false;
    }
    this.#folding = undefined;
    this.#writer.pragma(`wal_autocheckpoint = ${foldAfterPages}`);
  }

  /** Waits for the writes before it, then folds the log into the file and empties it: what was deleted is then in neither. */
  async foldLog(): Promise<void> {
    await this.#tail;
    await this.#folding;
    const turn = this.#tail.then(() => {
      this.#writer.pragma('wal_checkpoint(TRUNCATE)');
    });
    this.#tail = turn.catch(() => undefined);
    await turn;
  }

  /** Waits for the write under way, then folds the log into the file and closes it. A second close does nothing. */
  async close(): Promise<void> {
    await this.#tail;
    await this.#folding;
    if (!this.#writer.open) return;
    this.#reader.close();
    this.#writer.pragma('wal_checkpoint(TRUNCATE)');
    this.#writer.close();
  }
}

/**
 * A whole copy of the file beside it, checked before anything is changed. A backup that does not pass its own
 * integrity check, or lacks rows, stops the opening.
 * @throws StoreError STORE_BACKUP_FAILED
 */
function backUp(db: Database, options: StoreOptions, label: string): string {
  const stamp = options.now().toISOString().replaceAll(/[:.]/gu, '-');
  const target = path.join(path.dirname(options.file), 'backups', `${path.basename(options.file, '.sqlite')}-${stamp}-${label}.sqlite`);
  const partial = `${target}.partial`;
  mkdirSync(path.dirname(target), { recursive: true });
  rmSync(partial, { force: true });
  try {
    db.exec(`VACUUM INTO ${quoted(partial)}`);
    const copy = openConnection({ ...options, file: partial }, false);
    try {
      const findings = copy.pragma('integrity_check', { simple: true });
      if (findings !== 'ok') throw new Error(`integrity check: ${String(findings)}`);
      const count = 'SELECT count(*) AS n FROM sqlite_schema';
      const [before, after] = [db, copy].map((each) => each.prepare<[], { n: number }>(count).get()?.n);
      if (before !== after) throw new Error(`the copy has ${after} schema entries, the file ${before}`);
    } finally {
      copy.pragma('journal_mode = DELETE');
      copy.close();
    }
    renameSync(partial, target);
    return target;
  } catch (error) {
    rmSync(partial, { force: true });
    throw new StoreError('STORE_BACKUP_FAILED', `No backup could be made, so nothing was changed: ${String(error)}`, {}, error);
  }
}
