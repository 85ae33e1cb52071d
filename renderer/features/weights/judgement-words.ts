import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { isolated } from '#renderer/records/isolate.ts';
import { useModelNames } from '#renderer/rating/model-names.ts';
import { itemName, placeOf } from './judgements.ts';
import type { Pair } from './judgements.ts';

/** A judgement as a sentence: "Branding is strongly more important than Attraction (5 times)". */
export function useJudgementWords(): (pair: Pair, ratio: number) => string {
  const { t } = useTranslation('weights');
  const names = useModelNames();
  return useCallback(
    ({ left, right }, ratio) => {
      const place = placeOf(ratio);
      if (place === 0) return t('judgement.equal');
      const [more, less] = place < 0 ? [left, right] : [right, left];
      const times = Math.abs(place) + 1;
      return t('judgement.more', { more: isolated(itemName(names, more)), less: isolated(itemName(names, less)), strength: t(`strength.${times}`), times });
    },
    [t, names],
  );
}
