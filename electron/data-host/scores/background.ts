import { CancelledError } from '../db/errors.ts';
import type { DataHost } from '../host.ts';
import { areScoresStale, rescoreIfStale } from './rescoring.ts';

/** How often a new day, or a change of everybody's scores, is looked for. */
const lookEveryMs = 60_000;

export interface BackgroundRescoring {
  /** Ends the looking, and a rescoring under way; settles when nothing of it touches the store any more. */
  stop(): Promise<void>;
}

interface BackgroundOptions {
  readonly everyMs?: number;
  /** What went wrong, for the log: lists keep the scores they have and the next look tries again. */
  readonly onError: (error: unknown) => void;
}

/**
 * Brings scores up to date without anybody asking: at the start, when the day changes, and after changes that move everybody's
 * scores. One at a time; reading and saving go on meanwhile, because a rescoring gives way every dozen milliseconds.
 */
export function startBackgroundRescoring(host: DataHost, options: BackgroundOptions): BackgroundRescoring {
  const gone = new AbortController();
  let running: Promise<void> | null = null;
  const look = async (): Promise<void> => {
    const { state } = host;
    if (state.kind === 'refused' || !areScoresStale(state.store.read, host.now())) return;
    await rescoreIfStale(state.store, { now: host.now(), signal: gone.signal });
  };
  const lookOnce = (): void => {
    if (running !== null || gone.signal.aborted) return;
    running = look()
      .catch((error: unknown) => {
        if (!(error instanceof CancelledError)) options.onError(error);
      })
      .finally(() => {
        running = null;
      });
  };
  const timer = setInterval(lookOnce, options.everyMs ?? lookEveryMs);
  timer.unref();
  lookOnce();
  return {
    stop: async () => {
      gone.abort();
      clearInterval(timer);
      await running;
    },
  };
}
