import { parentPort, workerData } from 'node:worker_threads';
import { openConnection } from './open-connection.ts';
import type { StoreFile } from './open-connection.ts';

/** The thread that folds the log into the file, over a connection of its own: readers and the writer go on meanwhile. */
if (!parentPort) throw new Error('This runs as a worker thread.');
const isStoreFile = (given: unknown): given is StoreFile => typeof given === 'object' && given !== null && 'file' in given;
const given: unknown = workerData;
if (!isStoreFile(given)) throw new TypeError('The thread was given no store.');
const db = openConnection(given, false);
try {
  db.pragma('wal_checkpoint(PASSIVE)');
} finally {
  db.close();
}
