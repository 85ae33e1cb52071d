export { CONSISTENCY_LIMIT, pairwiseWeights } from './ahp.ts';
export type { Judgement, PairwiseWeights } from './ahp.ts';
