import type { ReactNode, SVGProps } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { placePoints, scatterSize } from './scatter-scales.ts';
import type { PlacedPoint, QuadrantId, Quadrants } from './scatter-scales.ts';

export const quadrantIds: readonly QuadrantId[] = ['keep', 'repair', 'develop', 'watch'];

interface ScatterPictureProps extends Pick<SVGProps<SVGSVGElement>, 'onPointerMove' | 'onClick'> {
  readonly quadrants: Quadrants;
  /** The one that is looked at; null: all. */
  readonly chosen: QuadrantId | null;
  readonly children?: ReactNode;
}

const SQUARE = 7;
const dots = (placed: readonly PlacedPoint[]): string => placed.map(({ x, y }) => `M${x.toFixed(1)} ${y.toFixed(1)}h0`).join('');
/** Strokes of a length: a square cap on a stroke without one has no direction, and PDF readers leave it out (ISO 32000, 8.5.3.2). */
const squares = (placed: readonly PlacedPoint[]): string => placed.map(({ x, y }) => `M${(x - SQUARE / 2).toFixed(1)} ${y.toFixed(1)}h${SQUARE}`).join('');

/**
 * Value × score with its four fields. Each field's points are one path, so that ten thousand clients cost four elements; round points
 * have a high score, square ones a low one.
 */
export function ScatterPicture({ quadrants, chosen, children, ...pointer }: ScatterPictureProps) {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  const isRtl = format.choice.language === 'fa';
  const { width, height, top, bottom, start, end } = scatterSize;
  const { placed, across, up, valueTicks, thresholdX } = placePoints(quadrants, isRtl);
  const [left, right] = isRtl ? [end, width - start] : [start, width - end];
  const thresholdY = quadrants.scoreThreshold === null ? null : up(quadrants.scoreThreshold);
  const { currency } = quadrants;
  const farX = isRtl ? left + 6 : right - 6;
  const nearX = isRtl ? right - 6 : left + 6;
  const corners: Readonly<Record<QuadrantId, { readonly x: number; readonly y: number; readonly isFar: boolean }>> = {
    keep: { x: farX, y: top + 14, isFar: true }, repair: { x: farX, y: height - bottom - 8, isFar: true },
    develop: { x: nearX, y: top + 14, isFar: false }, watch: { x: nearX, y: height - bottom - 8, isFar: false },
  };
  return (
    <svg {...pointer} viewBox={`0 0 ${width} ${height}`} role="group" aria-label={t('value.picture')} className="block h-auto w-full max-w-3xl" style={{ direction: 'ltr' }}>
      <rect x={left} y={top} width={right - left} height={height - top - bottom} fill="var(--surface)" stroke="var(--line)" />
      {[0, 25, 50, 75, 100].map((score) => (
        <g key={score}>
          <line x1={left} x2={right} y1={up(score)} y2={up(score)} stroke="var(--line)" strokeWidth="0.8" />
          <text x={isRtl ? right + 6 : left - 6} y={up(score) + 4} textAnchor={isRtl ? 'start' : 'end'} fontSize="11" fill="var(--ink-2)">
            {format.integer(score)}
          </text>
        </g>
      ))}
      {currency === null
        ? null
        : valueTicks.map((minor) => (
            <text key={minor} x={across(minor)} y={height - bottom + 16} textAnchor="middle" fontSize="11" fill="var(--ink-2)">
              {format.compactMoney({ minor: Math.round(minor), currency })}
            </text>
          ))}
      {thresholdX === null ? null : <line x1={thresholdX} x2={thresholdX} y1={top} y2={height - bottom} stroke="var(--ink-2)" strokeDasharray="5 4" />}
      {thresholdY === null ? null : <line x1={left} x2={right} y1={thresholdY} y2={thresholdY} stroke="var(--ink-2)" strokeDasharray="5 4" />}
      {quadrantIds.map((id) => {
        const isHigh = id === 'keep' || id === 'develop';
        return (
          <path
            key={id}
            d={(isHigh ? dots : squares)(placed.filter(({ point }) => point.quadrant === id))}
            stroke={id === 'keep' || id === 'repair' ? 'var(--accent)' : 'var(--ink-3)'}
            strokeWidth={isHigh ? 8 : SQUARE}
            strokeLinecap={isHigh ? 'round' : 'butt'}
            strokeOpacity={chosen === null || chosen === id ? 0.75 : 0.14}
            fill="none"
          />
        );
      })}
      {quadrantIds.map((id) => {
        const { x, y, isFar } = corners[id];
        return (
          <text key={id} x={x} y={y} textAnchor={isFar === isRtl ? 'start' : 'end'} fontSize="12.5" fontWeight="600" fill="var(--ink)" stroke="var(--surface)" strokeWidth="4" paintOrder="stroke" opacity={chosen === null || chosen === id ? 1 : 0.4}>
            {t(`quadrant.${id}`)}
          </text>
        );
      })}
      {children}
    </svg>
  );
}
