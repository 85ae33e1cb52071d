import { Buffer } from 'node:buffer';
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';

const chunkBytes = 1024 * 1024;

function* chunksOf(content: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < content.length; start += chunkBytes) yield content.subarray(start, start + chunkBytes);
}

const othersTurn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

const damaged = (sha256: string): Error => new Error(`The file ${sha256} was damaged on disk`);

/** Content-addressed files beside the database: a name from outside never becomes a path, and the same content is kept once. */
export class FileStore {
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** @returns the SHA-256 (hex) under which the content can be read again. */
  put(content: Uint8Array): string {
    const sha256 = createHash('sha256').update(content).digest('hex');
    const target = this.#path(sha256);
    if (!existsSync(target)) {
      mkdirSync(path.dirname(target), { recursive: true });
      const partial = `${target}.partial`;
      writeFileSync(partial, content, { flush: true });
      renameSync(partial, target);
    }
    return sha256;
  }

  /** @throws where nothing is kept under the hash, or what is kept no longer has it. */
  get(sha256: string): Uint8Array {
    const content = readFileSync(this.#path(sha256));
    if (createHash('sha256').update(content).digest('hex') !== sha256) throw damaged(sha256);
    return content;
  }

  /** As `put`, for content of many megabytes: nobody else waits meanwhile. */
  async keep(content: Uint8Array): Promise<string> {
    const hash = createHash('sha256');
    for (const chunk of chunksOf(content)) {
      hash.update(chunk);
      await othersTurn();
    }
    const sha256 = hash.digest('hex');
    const target = this.#path(sha256);
    if (existsSync(target)) return sha256;
    await mkdir(path.dirname(target), { recursive: true });
    // Two may keep the same content at once; each writes a file of its own, and either of them may stay.
    const partial = `${target}.${randomUUID()}.partial`;
    const handle = await open(partial, 'wx');
    try {
      for (const chunk of chunksOf(content)) await handle.write(chunk);
      await handle.sync();
      await handle.close();
      await rename(partial, target);
    } catch (error) {
      await handle.close();
      await rm(partial, { force: true });
      throw error;
    }
    return sha256;
  }

  /** As `get`, for content of many megabytes. @throws where nothing is kept under the hash, or what is kept no longer has it. */
  async read(sha256: string): Promise<Uint8Array> {
    const hash = createHash('sha256');
    const chunks: Uint8Array[] = [];
    for await (const chunk of createReadStream(this.#path(sha256), { highWaterMark: chunkBytes }) as AsyncIterable<Uint8Array>) {
      hash.update(chunk);
      chunks.push(chunk);
    }
    if (hash.digest('hex') !== sha256) throw damaged(sha256);
    return Buffer.concat(chunks);
  }

  has(sha256: string): boolean {
    return existsSync(this.#path(sha256));
  }

  /** Takes content away that no row speaks of any more; nothing happens where it is not there. */
  remove(sha256: string): void {
    rmSync(this.#path(sha256), { force: true });
  }

  #path(sha256: string): string {
    if (!/^[0-9a-f]{64}$/u.test(sha256)) throw new Error('Not a SHA-256');
    return path.join(this.#directory, sha256.slice(0, 2), sha256);
  }
}
