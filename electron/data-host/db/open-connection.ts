import DatabaseConstructor from 'better-sqlite3';
import type { Database } from 'better-sqlite3';
import { StoreError } from './errors.ts';

export interface StoreFile {
  /** Absolute path of the SQLite file; made where it does not exist. */
  readonly file: string;
  /** Passphrase of an encrypted file (SQLCipher scheme of SQLite3 Multiple Ciphers). Left out: a plain file. */
  readonly key?: string;
}

export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** With the settings that every connection of the app has. @throws StoreError where the file is no store, is encrypted or damaged */
export function openConnection(options: StoreFile, readonly: boolean): Database {
  const db = new DatabaseConstructor(options.file, { timeout: 5000 });
  try {
    if (options.key !== undefined) {
      db.pragma("cipher = 'sqlcipher'");
      db.pragma(`key = ${quoted(options.key)}`);
    }
    // The first statement that reads the file: a wrong key or a broken header shows here.
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma('trusted_schema = OFF');
    db.pragma('cache_size = -65536');
    db.pragma('temp_store = MEMORY');
    // What is deleted is overwritten wherever its page is written anyway: a purge leaves no readable rest behind.
    db.pragma('secure_delete = FAST');
    if (readonly) db.pragma('query_only = ON');
    return db;
  } catch (error) {
    db.close();
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'SQLITE_NOTADB') {
      throw options.key === undefined
        ? new StoreError('STORE_LOCKED_BY_KEY', 'The file is encrypted, or it is not a database.', {}, error)
        : new StoreError('STORE_LOCKED_BY_KEY', 'The passphrase does not open this file.', {}, error);
    }
    if (code.startsWith('SQLITE_CORRUPT')) {
      throw new StoreError('STORE_BROKEN', 'The file is damaged. It was left untouched.', {}, error);
    }
    throw error;
  }
}
