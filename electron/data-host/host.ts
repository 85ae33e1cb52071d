import path from 'node:path';
import { FileStore } from './files.ts';
import { StoreError } from './db/errors.ts';
import { Store } from './db/store.ts';

export interface HostOptions {
  /** Absolute path of the SQLite file. Its files, backups and uploads live in the same folder. */
  readonly file: string;
  readonly migrationsDirectory: string;
  readonly appVersion: string;
  readonly key?: string;
  /** The clock; tests pass their own. */
  readonly now?: () => Date;
}

type HostState = { readonly kind: 'ready'; readonly store: Store } | { readonly kind: 'refused'; readonly error: StoreError };

/**
 * The data host as an object: the one owner of the SQLite file. It lives in a utility process on the desktop,
 * behind HTTP on the loopback, and in-process in tests.
 */
export class DataHost {
  readonly options: HostOptions;
  readonly now: () => Date;
  readonly files: FileStore;
  #state: HostState;

  constructor(options: HostOptions) {
    this.options = options;
    this.now = options.now ?? (() => new Date());
    this.files = new FileStore(path.join(this.folder, 'files'));
    this.#state = this.#open();
  }

  get folder(): string {
    return path.dirname(this.options.file);
  }

  get state(): HostState {
    return this.#state;
  }

  /** Opens the file again after it was replaced. */
  async reopen(): Promise<HostState> {
    await this.close();
    this.#state = this.#open();
    return this.#state;
  }

  async close(): Promise<void> {
    if (this.#state.kind === 'ready') await this.#state.store.close();
  }

  #open(): HostState {
    try {
      return { kind: 'ready', store: Store.open({ ...this.options, now: this.now }) };
    } catch (error) {
      // What is wrong with the file is told to the person; anything else is a defect and must not be hidden.
      if (error instanceof StoreError) return { kind: 'refused', error };
      throw error;
    }
  }
}
