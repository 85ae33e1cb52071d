import type { LevelWeights, WeightJudgement, WeightLevel } from '#shared/contract/weights.ts';
import { dimensions, isDimensionId, isThemeId, themesOf } from '#shared/domain/model/index.ts';
import { CONSISTENCY_LIMIT, pairwiseWeights } from '#shared/domain/weighting/index.ts';
import type { ModelNames } from '#renderer/rating/model-names.ts';

/** Saaty's scale goes to 9 on both sides. */
const MOST = 9;
/** Places of the slider: −8 … 8. Negative: the first of the pair matters more; 0: both the same. */
export const LAST_PLACE = MOST - 1;

export interface Pair {
  readonly left: string;
  readonly right: string;
}

/** What is compared on a level, in the model's order. */
export const itemsOf = (level: WeightLevel): readonly string[] => (level === 'dimensions' ? dimensions.map(({ id }) => id) : themesOf(level).map(({ id }) => id));

export const itemName = (names: ModelNames, id: string): string => (isDimensionId(id) ? names.dimension(id) : isThemeId(id) ? names.theme(id) : id);

/** Every question of a level, once. */
export function pairsOf(items: readonly string[]): readonly Pair[] {
  return items.flatMap((left, index) => items.slice(index + 1).map((right) => ({ left, right })));
}

/** How many times as important the first is as the second, 1/9 … 9, of a place on the slider. */
export const ratioOf = (place: number): number => (place <= 0 ? 1 - place : 1 / (1 + place));

/** The nearest place of a ratio; what is beyond the scale stands at its end. */
export function placeOf(ratio: number): number {
  const strength = Math.min(MOST, Math.round(Math.max(ratio, 1 / ratio)));
  return strength === 1 ? 0 : ratio > 1 ? 1 - strength : strength - 1;
}

/** What was said of a pair, whichever way round it was asked; null: nothing yet, which counts as equally important. */
export function ratioFor(judgements: readonly WeightJudgement[], { left, right }: Pair): number | null {
  for (const judgement of judgements) {
    if (judgement.left === left && judgement.right === right) return judgement.ratio;
    if (judgement.left === right && judgement.right === left) return 1 / judgement.ratio;
  }
  return null;
}

const isOf = (judgement: Pair, { left, right }: Pair): boolean =>
  (judgement.left === left && judgement.right === right) || (judgement.left === right && judgement.right === left);

/** The judgements with this one in place of an earlier one of its pair. */
export const withJudgement = (judgements: readonly WeightJudgement[], pair: Pair, ratio: number): readonly WeightJudgement[] => [
  ...judgements.filter((judgement) => !isOf(judgement, pair)),
  { left: pair.left, right: pair.right, ratio },
];

/** Whether two lists say the same of every pair. */
export const sayTheSame = (a: readonly WeightJudgement[], b: readonly WeightJudgement[], pairs: readonly Pair[]): boolean =>
  pairs.every((pair) => {
    const [first, second] = [ratioFor(a, pair), ratioFor(b, pair)];
    return first === second || (first !== null && second !== null && Math.abs(first - second) < 1e-9);
  });

/** The weights that judgements give, at once: the same rule by which the data host keeps them. */
export function weigh(level: WeightLevel, judgements: readonly WeightJudgement[]): LevelWeights {
  const items = itemsOf(level);
  const asked = judgements.flatMap(({ left, right, ratio }) => {
    const [i, j] = [items.indexOf(left), items.indexOf(right)];
    return i < 0 || j < 0 || i === j ? [] : [{ i, j, ratio }];
  });
  const { weights, consistencyRatio, spoiler } = pairwiseWeights(items.length, asked);
  const [left, right] = spoiler === null ? [] : [items[spoiler.i], items[spoiler.j]];
  return {
    level,
    items: items.map((id, index) => ({ id, weight: weights[index] ?? 0 })),
    judgements: [...judgements],
    consistencyRatio,
    isConsistent: consistencyRatio <= CONSISTENCY_LIMIT,
    spoiler: spoiler === null || left === undefined || right === undefined ? null : { left, right, ratio: spoiler.ratio, implied: spoiler.implied },
  };
}

/** In the model's order; the themes of a dimension are compared with each other only. */
export const levels: readonly WeightLevel[] = ['dimensions', ...dimensions.map(({ id }) => id)];
