import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

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
    if (createHash('sha256').update(content).digest('hex') !== sha256) throw new Error(`The file ${sha256} was damaged on disk`);
    return content;
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
