export { CONSISTENCY_LIMIT, pairwiseWeights } from './ahp.ts';
export type { Judgement } from './ahp.ts';
export { weightItems, weightLevels, weightSetOf } from './weight-set.ts';
export type { LevelJudgements } from './weight-set.ts';
