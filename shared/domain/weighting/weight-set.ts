import { hash53 } from '../importing/hash.ts';
import { dimensions, themesOf } from '../model/index.ts';
import type { DimensionId } from '../model/index.ts';
import { equalWeights } from '../scoring/index.ts';
import type { Weights } from '../scoring/index.ts';
import { pairwiseWeights } from './ahp.ts';
import type { Judgement, PairwiseWeights } from './ahp.ts';

/** What is compared: the five dimensions with each other, or the themes of one dimension. */
type WeightLevel = 'dimensions' | DimensionId;
export const weightLevels: readonly WeightLevel[] = ['dimensions', ...dimensions.map(({ id }) => id)];

/** Judgements by level, on the items in the order of the model; a level without any is equal. */
export type LevelJudgements = Readonly<Partial<Record<WeightLevel, readonly Judgement[]>>>;

/** The items of a level in the order of the model. */
export const weightItems = (level: WeightLevel): readonly { readonly id: string }[] => (level === 'dimensions' ? dimensions : themesOf(level));

interface WeightSet {
  readonly weights: Weights;
  readonly levels: Readonly<Partial<Record<WeightLevel, PairwiseWeights>>>;
}

/** Weights are kept to so many decimals: far finer than any judgement, and the same text on every computer. */
const decimals = 1e12;

/**
 * Weights of one level as {@link Weights} has them: 1 is an item of average importance, which is what it would be if
 * nothing had been judged. What comes out at 1 is not named.
 */
const namedWeights = <Id extends string>(items: readonly { readonly id: Id }[], { weights }: PairwiseWeights): Readonly<Partial<Record<Id, number>>> => {
  const named: Partial<Record<Id, number>> = {};
  for (const [index, { id }] of items.entries()) {
    const weight = Math.round((weights[index] ?? 0) * items.length * decimals) / decimals;
    if (weight !== 1) named[id] = weight;
  }
  return named;
};

/**
 * The weights that pairwise judgements give, with consistency and spoiler of each judged level. The identifier is a hash
 * of what the weights are: sets that weigh alike are one set, whoever judged them; without any effect it is the equal set.
 *
 * @throws RangeError as {@link pairwiseWeights} does.
 */
export const weightSetOf = (judgements: LevelJudgements): WeightSet => {
  const levels: Partial<Record<WeightLevel, PairwiseWeights>> = {};
  let ofDimensions: Weights['dimensions'] = {};
  const ofThemes: Partial<Record<keyof Weights['themes'], number>> = {};
  for (const level of weightLevels) {
    const given = judgements[level] ?? [];
    if (given.length === 0) continue;
    const result = pairwiseWeights(weightItems(level).length, given);
    levels[level] = result;
    if (level === 'dimensions') ofDimensions = namedWeights(dimensions, result);
    else Object.assign(ofThemes, namedWeights(themesOf(level), result));
  }
  if (Object.keys(ofDimensions).length + Object.keys(ofThemes).length === 0) return { weights: equalWeights, levels };
  const id = `pairwise-${hash53(JSON.stringify([ofDimensions, ofThemes])).toString(36)}`;
  return { weights: { id, dimensions: ofDimensions, themes: ofThemes, indicators: {} }, levels };
};
