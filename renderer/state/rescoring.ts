import type { QueryClient } from '@tanstack/react-query';
import { create } from 'zustand';
import { api } from '#renderer/api.ts';
import type { JobProgress } from './use-job.ts';

type Rescoring =
  | { readonly status: 'idle' }
  | { readonly status: 'running'; readonly progress: JobProgress | null }
  | { readonly status: 'cancelled' }
  | { readonly status: 'failed'; readonly error: unknown };

/** One rescoring of all clients at a time, seen from every page: it outlives the page that asked for it. */
export const useRescoring = create<Rescoring>(() => ({ status: 'idle' }));

let running: AbortController | null = null;

/** Begins anew where one is under way: its question is out of date. */
export async function rescore(client: QueryClient): Promise<void> {
  running?.abort();
  const controller = new AbortController();
  running = controller;
  const tell = (next: Rescoring): void => {
    if (running === controller) useRescoring.setState(next, true);
  };
  tell({ status: 'running', progress: null });
  try {
    for await (const event of await api.scores.rescore(undefined, { signal: controller.signal })) {
      if (event.type === 'progress') tell({ status: 'running', progress: event });
    }
    tell({ status: 'idle' });
  } catch (error) {
    tell(controller.signal.aborted ? { status: 'cancelled' } : { status: 'failed', error });
  } finally {
    await client.invalidateQueries();
  }
}

export const cancelRescoring = (): void => {
  running?.abort();
};
