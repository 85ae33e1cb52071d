import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import type { Quadrants } from './scatter-scales.ts';

/** Where the four fields are cut, and who is in none of them. */
export function useQuadrantWords({ currency, valueThresholdMinor, scoreThreshold, withoutScore, withoutValue, otherCurrency }: Quadrants) {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  const missing = [
    ...(withoutScore > 0 ? [t('value.withoutScore', { count: withoutScore })] : []),
    ...(withoutValue > 0 ? [t('value.withoutValue', { count: withoutValue })] : []),
    ...(otherCurrency > 0 ? [t('value.otherCurrency', { count: otherCurrency })] : []),
  ];
  return {
    leftOut: missing.length === 0 ? '' : t('value.leftOut', { who: format.list(missing) }),
    cut:
      currency === null || valueThresholdMinor === null || scoreThreshold === null
        ? ''
        : t('value.cut', { value: format.compactMoney({ minor: valueThresholdMinor, currency }), score: format.fixed(scoreThreshold, 0) }),
  };
}
