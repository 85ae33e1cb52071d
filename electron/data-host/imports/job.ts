import type { Progress } from '#shared/contract/common.ts';
import { CancelledError } from '../db/errors.ts';

export type Report = (progress: Progress) => void;

export type JobEvent<R> = ({ readonly type: 'progress' } & Progress) | { readonly type: 'done'; readonly result: R };

/** Progress is told at most this often, and at each change of phase. */
const tellEveryMs = 50;

/**
 * A long job as a stream of its progress and its result. When the caller's signal aborts, or the caller stops listening,
 * the job's own signal aborts, and the stream ends only after the job has rolled back.
 */
export async function* streamJob<R>(
  signal: AbortSignal | undefined,
  work: (report: Report, signal: AbortSignal) => Promise<R>,
): AsyncGenerator<JobEvent<R>, void, undefined> {
  const gone = new AbortController();
  let latest: Progress | undefined;
  let told: { readonly phase: string; readonly at: number } | undefined;
  let news = Promise.withResolvers<void>();
  const outcome = { isSettled: false };
  const report: Report = (progress) => {
    const now = performance.now();
    if (told?.phase === progress.phase && now - told.at < tellEveryMs) return;
    told = { phase: progress.phase, at: now };
    latest = progress;
    news.resolve();
  };
  const running = work(report, signal ? AbortSignal.any([signal, gone.signal]) : gone.signal).finally(() => {
    outcome.isSettled = true;
    news.resolve();
  });
  // The outcome is awaited below; without this a failure between two steps of the stream would count as unhandled.
  running.catch(() => undefined);
  try {
    while (!outcome.isSettled) {
      await news.promise;
      news = Promise.withResolvers<void>();
      if (latest) {
        const progress = latest;
        latest = undefined;
        yield { type: 'progress', ...progress };
      }
    }
    yield { type: 'done', result: await running };
  } finally {
    if (!outcome.isSettled) {
      gone.abort();
      await running.catch((error: unknown) => {
        if (!(error instanceof CancelledError)) throw error;
      });
    }
  }
}

/** Whether a loop has worked long enough that others should have their turn. */
export class Pace {
  readonly #pulse: () => Promise<void>;
  #since = performance.now();

  constructor(pulse: () => Promise<void>) {
    this.#pulse = pulse;
  }

  /** True after 12 ms of work: then await `rest`. Asked for each row, so it must cost nothing. */
  get isDue(): boolean {
    return performance.now() - this.#since > 12;
  }

  async rest(): Promise<void> {
    await this.#pulse();
    this.#since = performance.now();
  }
}

/** The pulse of a job that holds no transaction: lets others run, and ends where the job was cancelled. */
export const pulseOf = (signal: AbortSignal) => async (): Promise<void> => {
  await new Promise<void>((resolve) => {
    setImmediate(resolve);
  });
  if (signal.aborted) throw new CancelledError();
};
