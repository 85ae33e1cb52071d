import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { shadeColour, shadeOf } from './shade.ts';

interface HeatTileProps {
  /** 0–100; null: not enough data. */
  readonly score: number | null;
  /** The weakest of its row: framed, and said. */
  readonly isWeakest?: boolean;
}

/** One number of a heat map on its shade. The number carries the meaning; the shade lets the eye find it. */
export function HeatTile({ score, isWeakest = false }: HeatTileProps) {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  if (score === null) {
    return (
      <span className="heat-tile heat-tile-none" title={t('common:score.none')}>
        <span aria-hidden>{t('common:notData')}</span>
        <span className="sr-only">{t('common:score.none')}</span>
      </span>
    );
  }
  return (
    <span className={isWeakest ? 'heat-tile heat-tile-weakest' : 'heat-tile'} style={{ background: shadeColour(shadeOf(score)) }}>
      {format.fixed(score, 0)}
      {isWeakest ? <span className="sr-only">{t('map.weakest')}</span> : null}
    </span>
  );
}

/** A known share (0–1) on its shade. */
export function ShareTile({ share }: { readonly share: number }) {
  const format = useFormat();
  return (
    <span className="heat-tile" style={{ background: shadeColour(shadeOf(share * 100)) }}>
      {format.integer(Math.round(share * 100))}
    </span>
  );
}
