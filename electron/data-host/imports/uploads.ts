import { createHash } from 'node:crypto';
import { mkdir, open, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { delimiters, encodings } from '#shared/domain/importing/index.ts';
import { newId } from '../db/ids.ts';

const HOUR_MS = 3_600_000;
const keptHours = 24;
const keptCount = 5;

const upload = z.object({
  id: z.uuid(),
  fileName: z.string(),
  sizeBytes: z.int(),
  sha256: z.string(),
  takenInAt: z.iso.datetime(),
  encoding: z.enum(encodings),
  bomLength: z.int(),
  delimiter: z.enum(delimiters),
  /** The record that holds the header, counted from 1 as a spreadsheet counts rows. */
  headerRow: z.int(),
  /** Columns in front that a problem file of ours has and the source had not. */
  leadingColumns: z.int(),
  columns: z.array(z.object({ index: z.int(), letter: z.string(), name: z.string(), given: z.string() })),
  /** Records after the header, blank ones left out. */
  rowCount: z.int(),
});
/** A file that was taken in and understood as a table, waiting for the person's decision. */
export type Upload = z.output<typeof upload>;

/** Bytes on disk that are not yet understood. */
export interface StagedFile {
  readonly id: string;
  readonly path: string;
  readonly sha256: string;
}

/**
 * Files taken in for an import, in a folder of their own beside the store until the import is decided. They survive a
 * restart of the data host in the middle of the wizard, and go after a day, or when newer ones push them out.
 */
export class Uploads {
  readonly #folder: string;
  readonly #now: () => Date;
  #cleaned: Promise<void> | undefined;

  constructor(folder: string, now: () => Date) {
    this.#folder = folder;
    this.#now = now;
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

  /** Keeps what was understood of a staged file, which makes it an upload. */
  async keep(kept: Upload): Promise<void> {
    const partial = `${this.#notePath(kept.id)}.partial`;
    await writeFile(partial, JSON.stringify(kept));
    await rename(partial, this.#notePath(kept.id));
  }

  /** @returns undefined where there is none, or it was cleaned away. */
  async find(id: string): Promise<Upload | undefined> {
    await this.clean();
    return this.#read(id);
  }

  async discard(id: string): Promise<void> {
    await rm(this.#notePath(id), { force: true });
    await rm(this.pathOf(id), { force: true });
  }

  pathOf(id: string): string {
    return path.join(this.#folder, `${id}.table`);
  }

  #notePath(id: string): string {
    return path.join(this.#folder, `${id}.json`);
  }

  async #read(id: string): Promise<Upload | undefined> {
    let text: string;
    try {
      text = await readFile(this.#notePath(id), 'utf8');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    }
    return upload.parse(JSON.parse(text));
  }

  /** Once a process: what an earlier one left half-written. */
  clean(): Promise<void> {
    this.#cleaned ??= this.#cleanLeftovers().then(() => this.sweep());
    return this.#cleaned;
  }

  async #cleanLeftovers(): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    const names = new Set(await readdir(this.#folder));
    for (const name of names) {
      const isKept = name.endsWith('.json') || (name.endsWith('.table') && names.has(name.replace(/\.table$/u, '.json')));
      if (!isKept) await rm(path.join(this.#folder, name), { force: true });
    }
  }

  /** Takes away what is older than a day, and all but the newest few. */
  async sweep(): Promise<void> {
    const ids = (await readdir(this.#folder)).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));
    const kept: Upload[] = [];
    for (const id of ids) {
      const found = await this.#read(id);
      if (found) kept.push(found);
    }
    const oldest = this.#now().getTime() - keptHours * HOUR_MS;
    const newestFirst = kept.toSorted((one, other) => other.takenInAt.localeCompare(one.takenInAt) || other.id.localeCompare(one.id));
    for (const [index, each] of newestFirst.entries()) {
      if (index >= keptCount || Date.parse(each.takenInAt) < oldest) await this.discard(each.id);
    }
  }
}
