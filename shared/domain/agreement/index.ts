export { agreementOf, agreementWord, kappaOf } from './kappa.ts';
export type { Agreement, RatingPair } from './kappa.ts';
