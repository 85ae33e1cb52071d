import type { ScoreExplanation } from '#shared/contract/scores.ts';
import type { RadarAxis } from '#renderer/components/RadarChart.tsx';
import type { ModelNames } from './model-names.ts';

/** The five dimensions in the order of the chain, with their bands, against the portfolio's means. */
export const radarAxes = ({ score, portfolio }: ScoreExplanation, names: ModelNames): readonly RadarAxis[] =>
  score.dimensions.map(({ dimensionId, value }) => ({
    id: dimensionId,
    label: names.dimension(dimensionId),
    value: value?.score ?? null,
    lower: value?.lower ?? null,
    upper: value?.upper ?? null,
    reference: portfolio[dimensionId],
  }));
