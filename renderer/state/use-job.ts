import { useCallback, useEffect, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { ORPCError } from '@orpc/client';

export interface JobProgress {
  readonly phase: string;
  readonly done: number;
  /** 0 where the length is not known. */
  readonly total: number;
}
type JobEvent<Result> = (JobProgress & { readonly type: 'progress' }) | { readonly type: 'done'; readonly result: Result };

export type JobState<Result> =
  | { readonly status: 'idle' }
  | { readonly status: 'running'; readonly progress: JobProgress | null }
  | { readonly status: 'done'; readonly result: Result }
  | { readonly status: 'cancelled' }
  | { readonly status: 'failed'; readonly error: unknown };

export interface Job<Input, Result> {
  readonly state: JobState<Result>;
  /** The result, or null where it was cancelled or failed (see `state`). */
  readonly run: (input: Input) => Promise<Result | null>;
  readonly cancel: () => void;
  readonly reset: () => void;
}

/**
 * A long job of the data host with its progress: `useJob((input, signal) => api.imports.commit(input, { signal }))`.
 * It is cancelled when its component goes away, unless `keepsRunning`.
 */
export function useJob<Input, Result>(
  start: (input: Input, signal: AbortSignal) => Promise<AsyncIterable<JobEvent<Result>>>,
  { keepsRunning = false }: { readonly keepsRunning?: boolean } = {},
): Job<Input, Result> {
  const [state, setState] = useState<JobState<Result>>({ status: 'idle' });
  const startRef = useRef(start);
  const controllerRef = useRef<AbortController | null>(null);
  const client = useQueryClient();

  useEffect(() => {
    startRef.current = start;
  });
  useEffect(
    () => () => {
      if (!keepsRunning) controllerRef.current?.abort();
    },
    [keepsRunning],
  );

  const run = useCallback(
    async (input: Input): Promise<Result | null> => {
      controllerRef.current?.abort();
      const controller = new AbortController();
      controllerRef.current = controller;
      const tell = (next: JobState<Result>): void => {
        if (controllerRef.current === controller) setState(next);
      };
      tell({ status: 'running', progress: null });
      try {
        for await (const event of await startRef.current(input, controller.signal)) {
          if (event.type === 'done') {
            tell({ status: 'done', result: event.result });
            await client.invalidateQueries();
            return event.result;
          }
          tell({ status: 'running', progress: event });
        }
        throw new Error('The job ended without a result');
      } catch (error) {
        if (controller.signal.aborted || (error instanceof ORPCError && error.code === 'CANCELLED')) tell({ status: 'cancelled' });
        else tell({ status: 'failed', error });
        await client.invalidateQueries();
        return null;
      }
    },
    [client],
  );
  const cancel = useCallback(() => {
    controllerRef.current?.abort();
  }, []);
  const reset = useCallback(() => {
    controllerRef.current = null;
    setState({ status: 'idle' });
  }, []);
  return { state, run, cancel, reset };
}
