/**
 * Agreement of two raters beyond chance: Cohen's κ, plain (Cohen 1960) and weighted (Cohen 1968) with quadratic
 * disagreement weights, for ratings on an ordered scale. The paper behind the model reports the plain one.
 */

/** One object rated by both, each on the scale 1…categories. */
export type RatingPair = readonly [first: number, second: number];

/** Landis and Koch (Biometrics 33, 1977): words for a κ, from poor (below 0) to almost perfect (above 0.80). */
export type AgreementWord = 'poor' | 'slight' | 'fair' | 'moderate' | 'substantial' | 'almost-perfect';

export interface Agreement {
  readonly pairs: number;
  /** Share of pairs on which both gave the same rating, in [0, 1]. */
  readonly observed: number;
  /** Share that the raters' own habits would give by chance, in [0, 1]. */
  readonly expected: number;
  /** κ in [−1, 1]; null where chance alone explains everything (both gave one and the same rating throughout). */
  readonly kappa: number | null;
  /** Quadratic-weighted κ: a disagreement by two steps counts four times one by a single step. */
  readonly weightedKappa: number | null;
  readonly word: AgreementWord | null;
}

/** κ from an observed and an expected agreement, both in [0, 1]; null where nothing is left beyond chance. */
export function kappaOf(observed: number, expected: number): number | null {
  return expected >= 1 ? null : (observed - expected) / (1 - expected);
}

/** @throws RangeError where a rating is not a whole number of the scale. */
export function agreementOf(pairs: readonly RatingPair[], categories = 5): Agreement | null {
  if (pairs.length === 0) return null;
  const size = pairs.length;
  const first = new Array<number>(categories).fill(0);
  const second = new Array<number>(categories).fill(0);
  let same = 0;
  let distance = 0;
  for (const [a, b] of pairs) {
    count(first, a);
    count(second, b);
    if (a === b) same += 1;
    distance += (a - b) ** 2;
  }
  let expected = 0;
  let expectedDistance = 0;
  for (const [i, inFirst] of first.entries()) {
    for (const [j, inSecond] of second.entries()) {
      const share = (inFirst / size) * (inSecond / size);
      if (i === j) expected += share;
      expectedDistance += share * (i - j) ** 2;
    }
  }
  const observed = same / size;
  const kappa = kappaOf(observed, expected);
  // κw = 1 − Σ w·o / Σ w·e; the constant of the weights (n − 1)² cancels.
  const weightedKappa = expectedDistance === 0 ? null : 1 - distance / size / expectedDistance;
  return { pairs: size, observed, expected, kappa, weightedKappa, word: kappa === null ? null : agreementWord(kappa) };
}

export function agreementWord(kappa: number): AgreementWord {
  if (kappa < 0) return 'poor';
  if (kappa <= 0.2) return 'slight';
  if (kappa <= 0.4) return 'fair';
  if (kappa <= 0.6) return 'moderate';
  return kappa <= 0.8 ? 'substantial' : 'almost-perfect';
}

function count(tally: number[], rating: number): void {
  const before = tally[rating - 1];
  if (before === undefined || !Number.isInteger(rating)) throw new RangeError(`Rating ${rating} is not on the scale 1…${tally.length}`);
  tally[rating - 1] = before + 1;
}
