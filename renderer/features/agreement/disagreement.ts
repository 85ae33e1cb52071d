import type { RaterAgreement } from '#shared/contract/scores.ts';

export type IndicatorAgreement = RaterAgreement['indicators'][number];
/** How two raters differ: one is stricter throughout, or they read the question differently. */
export type Disagreement = 'a-stricter' | 'b-stricter' | 'scattered';

/** Steps of the scale 1–5 between the means from which one rater counts as the stricter one. */
const STRICTER = 0.75;

export function disagreementOf({ meanA, meanB }: Pick<IndicatorAgreement, 'meanA' | 'meanB'>): Disagreement {
  if (meanB - meanA >= STRICTER) return 'a-stricter';
  return meanA - meanB >= STRICTER ? 'b-stricter' : 'scattered';
}
