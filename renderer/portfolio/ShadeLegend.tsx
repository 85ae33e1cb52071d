import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { shadeColour, shadeSteps } from './shade.ts';

/** What the shades and frames of a heat map mean. */
export function ShadeLegend({ hasWeakest }: { readonly hasWeakest: boolean }) {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  return (
    <ul aria-label={t('legend.title')} className="heat-legend">
      {shadeSteps.map((lower, step) => (
        <li key={lower}>
          <span aria-hidden className="heat-swatch" style={{ background: shadeColour(step) }} />
          {t('legend.range', { from: format.integer(lower), to: format.integer(shadeSteps[step + 1] ?? 100) })}
        </li>
      ))}
      {hasWeakest ? (
        <>
          <li>
            <span aria-hidden className="heat-swatch heat-tile-none" />
            {t('common:score.none')}
          </li>
          <li>
            <span aria-hidden className="heat-swatch heat-tile-weakest" />
            {t('legend.weakest')}
          </li>
        </>
      ) : null}
    </ul>
  );
}
