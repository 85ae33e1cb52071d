import type { MessageParams, PlanProblem, Problem, Warning } from './types.ts';

/** Parameters of messages that are ISO days: the caller writes them in the person's calendar. */
export const dayParams = ['day', 'delivered', 'ordered', 'promised', 'calibrated', 'due'] as const;

/**
 * What the texts `problems.<code>` and `warnings.<code>` (namespace `importing`) need.
 * @param fieldName the field's name in the person's language (`fields.<entity>.<field>`)
 */
export const findingValues = (finding: Problem | Warning, fieldName: string): MessageParams => ({
  ...finding.params,
  row: finding.rowNumber,
  column: finding.column ?? '',
  value: finding.value,
  field: fieldName,
});

/** What the texts `plans.<code>` need. */
export const planProblemValues = (problem: PlanProblem, fieldName: string): MessageParams => ({ ...problem.params, field: fieldName });
