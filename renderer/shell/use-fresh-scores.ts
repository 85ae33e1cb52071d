import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { queries } from '#renderer/api.ts';
import { rescore, useRescoring } from '#renderer/state/rescoring.ts';

/** How often is asked whether scores are out of date: a new day, or a change that touches all clients. */
const ASK_EVERY_MS = 60_000;

/**
 * Scores age by the day, and some changes touch every client. Whenever the data host says that lists are out of date they
 * are brought up to date without being asked; reading and typing go on meanwhile.
 */
export function useFreshScores(): void {
  const client = useQueryClient();
  const { data, dataUpdatedAt } = useQuery(queries.scores.portfolio.queryOptions({ refetchInterval: ASK_EVERY_MS }));
  const status = useRescoring((rescoring) => rescoring.status);
  // An answer from before the last rescoring says nothing about it: without this, one stale answer would start a second one.
  const endedAt = useRef(0);
  const isStale = data?.stale ?? false;
  useEffect(() => {
    if (!isStale || status !== 'idle' || dataUpdatedAt < endedAt.current + ASK_EVERY_MS) return;
    void rescore(client).finally(() => {
      endedAt.current = Date.now();
    });
  }, [client, isStale, status, dataUpdatedAt]);
}
