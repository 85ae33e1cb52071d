import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** Beside the target, so that the rename stays on one volume and is atomic. */
const partialName = (target: string): string => `${target}.${randomUUID().slice(0, 8)}.partial`;

/** Whole or not at all: a reader, or a crash half way, meets the old content or the new one. */
export async function writeFileAtomically(target: string, content: Uint8Array | string): Promise<void> {
  const partial = partialName(target);
  await mkdir(path.dirname(target), { recursive: true });
  try {
    const file = await open(partial, 'wx');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, target);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

/** The same for the moments in which the process may not wait, such as a closing window. */
export function writeFileAtomicallySync(target: string, content: string): void {
  const partial = partialName(target);
  mkdirSync(path.dirname(target), { recursive: true });
  try {
    writeFileSync(partial, content, { flag: 'wx', flush: true });
    renameSync(partial, target);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}
