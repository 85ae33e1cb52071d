import { parentPort } from 'node:worker_threads';
import { perform } from './inspect.ts';
import type { WorkerTask } from './inspect.ts';

/** The thread that reads certificates: one task, one answer. What fails ends the thread, and whoever asked is told. */
const port = parentPort;
if (!port) throw new Error('This runs as a worker thread.');
port.once('message', (task: WorkerTask) => {
  void perform(task).then((answer) => port.postMessage(answer));
});
