import { createHash } from 'node:crypto';
import { mkdir, open, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import { newId } from './db/ids.ts';

const HOUR_MS = 3_600_000;
const keptHours = 24;

/** What every note on a staged file says, whatever was understood of it. */
export interface StagedNote {
  readonly id: string;
  readonly takenInAt: string;
}

export interface Staging<Note extends StagedNote> {
  readonly note: z.ZodType<Note>;
  /** Of the staged files' names, so that folders can be told apart. */
  readonly extension: string;
  /** How many wait at most; older ones are pushed out. */
  readonly keptCount: number;
}

/** Bytes on disk that are not yet understood. */
export interface StagedFile {
  readonly id: string;
  readonly path: string;
  readonly sha256: string;
}

/**
 * Files taken in, in a folder of their own beside the store until the person decides. They survive a restart of the data
 * host meanwhile, and go after a day, or when newer ones push them out.
 */
export class StagedFiles<Note extends StagedNote> {
  readonly #folder: string;
  readonly #now: () => Date;
  readonly #staging: Staging<Note>;
  #cleaned: Promise<void> | undefined;

  constructor(folder: string, now: () => Date, staging: Staging<Note>) {
    this.#folder = folder;
    this.#now = now;
    this.#staging = staging;
  }

  /** Writes the file to disk as it streams in: it is never held twice. */
  async stage(file: Blob): Promise<StagedFile> {
    await this.clean();
    const id = newId();
    const target = this.pathOf(id);
    const hash = createHash('sha256');
    const handle = await open(target, 'wx');
    try {
      for await (const chunk of file.stream() as AsyncIterable<Uint8Array>) {
        hash.update(chunk);
        await handle.write(chunk);
      }
    } catch (error) {
      await handle.close();
      await rm(target, { force: true });
      throw error;
    }
    await handle.close();
    return { id, path: target, sha256: hash.digest('hex') };
  }

  /** Keeps what was understood of a staged file, by which it is found again. */
  async keep(kept: Note): Promise<void> {
    const partial = `${this.#notePath(kept.id)}.partial`;
    await writeFile(partial, JSON.stringify(kept));
    await rename(partial, this.#notePath(kept.id));
  }

  /** @returns undefined where there is none, or it was cleaned away. */
  async find(id: string): Promise<Note | undefined> {
    await this.clean();
    return this.#read(id);
  }

  async discard(id: string): Promise<void> {
    await rm(this.#notePath(id), { force: true });
    await rm(this.pathOf(id), { force: true });
  }

  pathOf(id: string): string {
    return path.join(this.#folder, `${id}.${this.#staging.extension}`);
  }

  #notePath(id: string): string {
    return path.join(this.#folder, `${id}.json`);
  }

  async #read(id: string): Promise<Note | undefined> {
    let text: string;
    try {
      text = await readFile(this.#notePath(id), 'utf8');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    }
    return this.#staging.note.parse(JSON.parse(text));
  }

  /** Once a process: what an earlier one left half-written. */
  clean(): Promise<void> {
    this.#cleaned ??= this.#cleanLeftovers().then(() => this.sweep());
    return this.#cleaned;
  }

  async #cleanLeftovers(): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    const names = new Set(await readdir(this.#folder));
    const ending = `.${this.#staging.extension}`;
    for (const name of names) {
      const isKept = name.endsWith('.json') || (name.endsWith(ending) && names.has(`${name.slice(0, -ending.length)}.json`));
      if (!isKept) await rm(path.join(this.#folder, name), { force: true });
    }
  }

  /** Takes away what is older than a day, and all but the newest few. */
  async sweep(): Promise<void> {
    const ids = (await readdir(this.#folder)).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));
    const kept: Note[] = [];
    for (const id of ids) {
      const found = await this.#read(id);
      if (found) kept.push(found);
    }
    const oldest = this.#now().getTime() - keptHours * HOUR_MS;
    const newestFirst = kept.toSorted((one, other) => other.takenInAt.localeCompare(one.takenInAt) || other.id.localeCompare(one.id));
    for (const [index, each] of newestFirst.entries()) {
      if (index >= this.#staging.keptCount || Date.parse(each.takenInAt) < oldest) await this.discard(each.id);
    }
  }
}
