import { statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { StoreFile } from './open-connection.ts';

/** Bytes of the log, folded or not; 0 where there is none. */
export const logBytes = ({ file }: StoreFile): number => statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;

/** The thread's entry: beside this module in the sources, a bundle of its own in what is built. Electron's threads read it from the archive. */
const workerUrl = (here: string): URL => new URL(here.endsWith('.ts') ? './fold-worker.ts' : '../fold-worker/fold-worker.js', here);

/**
 * Folds the log into the file in a thread of its own, as far as nobody reads what was before. @throws where the thread does;
 * the log is whole then, and the next checkpoint folds it.
 */
export async function foldLogAside({ file, key }: StoreFile): Promise<void> {
  const worker = new Worker(workerUrl(import.meta.url), { workerData: { file, ...(key === undefined ? {} : { key }) } satisfies StoreFile });
  await new Promise<void>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The thread that folds the log ended with ${String(code)}.`));
    });
  });
}
