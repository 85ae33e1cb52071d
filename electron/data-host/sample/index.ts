import { CancelledError } from '../db/errors.ts';
import type { Store } from '../db/store.ts';
import { streamJob } from '../jobs.ts';
import { guarded } from '../procedures.ts';
import { rescoreAll } from '../scores/index.ts';
import { removeSample, writeSample } from './write.ts';
import type { SampleJob, SampleSize } from './write.ts';

const os = guarded.sample;

/** The change itself, then the scores that follow from it. Who cancels while scoring keeps the change; lists count as stale. */
async function withScores(store: Store, job: SampleJob, change: (store: Store, job: SampleJob) => Promise<SampleSize>): Promise<SampleSize> {
  const size = await change(store, job);
  await rescoreAll(store, { now: job.now, signal: job.signal, onProgress: job.report });
  return size;
}

export const sampleRouter = os.router({
  open: os.open.handler(async function* ({ context: { store, now }, signal, errors }) {
    try {
      yield* streamJob(signal, (report, jobSignal) => withScores(store, { now: now(), signal: jobSignal, report }, writeSample));
    } catch (error) {
      if (error instanceof CancelledError) throw errors.CANCELLED();
      throw error;
    }
  }),
  remove: os.remove.handler(async function* ({ context: { store, now }, signal, errors }) {
    try {
      yield* streamJob(signal, (report, jobSignal) => withScores(store, { now: now(), signal: jobSignal, report }, removeSample));
    } catch (error) {
      if (error instanceof CancelledError) throw errors.CANCELLED();
      throw error;
    }
  }),
});
