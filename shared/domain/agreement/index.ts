export { agreementOf, agreementWord, kappaOf } from './kappa.ts';
export type { Agreement, AgreementWord, RatingPair } from './kappa.ts';
