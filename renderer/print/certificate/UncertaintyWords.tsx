import { useTranslation } from 'react-i18next';
import { decimalPlaces } from '#shared/domain/calibration/index.ts';
import type { MeasurementPoint } from '#shared/domain/calibration/index.ts';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { usePrintedDecimal } from './printed-decimal.ts';

/** What U means: its coverage factor and probability (GUM 7.2.3), said once where all results share them. */
export function UncertaintyWords({ points, isJudged }: { readonly points: readonly MeasurementPoint[]; readonly isJudged: boolean }) {
  const { t } = useTranslation('certificatePrint');
  const format = useFormat();
  const decimal = usePrintedDecimal();
  const stated = points.flatMap(({ reference, measured, error }) => [reference, measured, error]).flatMap((measurand) => (measurand?.uncertainty ? [measurand.uncertainty] : []));
  if (stated.length === 0) return null;
  const [factor, ...otherFactors] = new Set(stated.map(({ coverageFactor }) => coverageFactor));
  const [probability, ...otherProbabilities] = new Set(stated.map(({ coverageProbability }) => coverageProbability));
  return (
    <section>
      <h2>{t('section.uncertainty')}</h2>
      <p>
        {factor === undefined || otherFactors.length > 0 ? t('uncertainty.several') : t('uncertainty.same', { k: decimal(factor) })}{' '}
        {probability === undefined || probability === null || otherProbabilities.length > 0 ? null : t('uncertainty.probability', { percent: format.percent(Number(probability), Math.max(0, decimalPlaces(probability) - 2)) })}{' '}
        {isJudged ? t('uncertainty.rounded') : null}
      </p>
    </section>
  );
}
