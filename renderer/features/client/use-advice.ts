import { useQuery } from '@tanstack/react-query';
import type { NextAction, ScoreExplanation } from '#shared/contract/scores.ts';
import type { SuggestedStep } from '#shared/domain/next-steps/index.ts';
import { divideAdvice } from '#shared/domain/playbook/index.ts';
import { queries } from '#renderer/api.ts';

interface Advice {
  /** undefined: not known yet. */
  readonly steps: readonly SuggestedStep[] | undefined;
  readonly actions: readonly NextAction[] | undefined;
  /** What the playbook names that the steps name already. */
  readonly leftOutCount: number;
  /** Of the actions; that of the steps is the page's own. */
  readonly error: Error | null;
  readonly retry: () => void;
}

const noSteps: readonly SuggestedStep[] = [];
const noActions: readonly NextAction[] = [];

/** What to do next with one client, no matter named twice: what presses, and what is worth most. */
export function useAdvice(clientId: string, explanation: ScoreExplanation | undefined): Advice {
  const { data, error, refetch } = useQuery(queries.scores.actions.queryOptions({ input: { clientId } }));
  const divided = divideAdvice(explanation?.steps ?? noSteps, data ?? noActions);
  // Without the actions nobody knows which of the steps they will take over.
  const areActionsKnown = data !== undefined || error !== null;
  return {
    steps: explanation !== undefined && areActionsKnown ? divided.steps : undefined,
    actions: explanation === undefined || data === undefined ? undefined : divided.actions,
    leftOutCount: (data?.length ?? 0) - divided.actions.length,
    error,
    retry: () => void refetch(),
  };
}
