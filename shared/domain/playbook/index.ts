/** What an exporter can do for a client, and which of it is worth most. */
export { divideAdvice } from './divide-advice.ts';
export { defaultPlaybook, playbookProblems } from './entries.ts';
export { nextBestActions } from './next-best-actions.ts';
export type { NextBestAction } from './next-best-actions.ts';
export { effortHours, repairs } from './types.ts';
export type { PlaybookEntry, Repair } from './types.ts';
