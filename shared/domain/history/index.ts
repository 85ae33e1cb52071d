/** What happened to a score between two days. */
export { groupChanges } from './group.ts';
export type { ChangeGroup, ChangePart, ScoreChange } from './types.ts';
export { whatChanged } from './what-changed.ts';
