import { useTranslation } from 'react-i18next';
import { dimensions } from '#shared/domain/model/index.ts';
import type { ExplainedScore, StageResult } from '#shared/domain/scoring/index.ts';
import { useModelNames } from './model-names.ts';

/** What a stage is called, and why it is this one. */
export function useStageWords(): (stage: StageResult) => { readonly title: string; readonly name: string; readonly why: string | null } {
  const { t } = useTranslation('client');
  const names = useModelNames();
  return (stage) => {
    if (!stage.placed) {
      const dimension = names.dimension(stage.missing);
      return {
        title: t('stage.unknown'), name: '',
        why: stage.atLeast === 0 ? t('stage.unknownFirst', { dimension }) : t('stage.unknownWhy', { stage: stage.atLeast, dimension }),
      };
    }
    const reached = dimensions.find(({ number }) => number === stage.stage);
    if (!reached) return { title: t('stage.none', { first: 1 }), name: '', why: t('stage.noneWhy') };
    return { title: t('stage.of', { stage: stage.stage, total: dimensions.length }), name: names.stage(reached.id), why: null };
  };
}

/** The closed loop in one sentence, for those who do not see it: the client's place and its weakest link. */
export function useLoopSentence(): (score: Pick<ExplainedScore, 'stage' | 'weakestDimension'>) => string {
  const { t } = useTranslation('scoreMoves');
  const names = useModelNames();
  return ({ stage, weakestDimension }) => {
    const reached = stage.placed ? dimensions.find(({ number }) => number === stage.stage) : undefined;
    const place = !stage.placed
      ? t('loop.unknown', { dimension: names.dimension(stage.missing) })
      : reached === undefined
        ? t('loop.before')
        : t('loop.at', { stage: stage.stage, name: names.stage(reached.id) });
    const weakest = weakestDimension === null ? t('loop.noWeakest') : t('loop.weakestIs', { dimension: names.dimension(weakestDimension) });
    return t('loop.spoken', { place, weakest });
  };
}
