import { scaleLinear } from 'd3-scale';
import { useTranslation } from 'react-i18next';
import type { PortfolioOverview } from '#shared/contract/portfolio.ts';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { shadeColour, shadeOf } from './shade.ts';

const WIDTH = 640;
const HEIGHT = 230;
const EDGE = { top: 22, bottom: 26, side: 14 };
const GAP = 2;

/** How many clients have which score: bars with their counts, and the same as a table for those who hear it. */
export function Histogram({ bins }: { readonly bins: PortfolioOverview['distribution'] }) {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  const isRtl = format.choice.language === 'fa';
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const low = bins[0]?.lower ?? 0;
  const high = bins.at(-1)?.upper ?? 100;
  const across = scaleLinear().domain([low, high]).range(isRtl ? [WIDTH - EDGE.side, EDGE.side] : [EDGE.side, WIDTH - EDGE.side]);
  const up = scaleLinear().domain([0, most]).range([HEIGHT - EDGE.bottom, EDGE.top]);
  const edges = [...bins.map(({ lower }) => lower), high];
  return (
    <figure className="m-0">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('spread.distribution')} className="block h-auto w-full max-w-3xl" style={{ direction: 'ltr' }}>
        {bins.map(({ lower, upper, count }) => {
          const [from, to] = [Math.min(across(lower), across(upper)), Math.max(across(lower), across(upper))];
          return (
            <g key={lower}>
              {count === 0 ? null : (
                <rect
                  x={from + GAP / 2}
                  y={up(count)}
                  width={to - from - GAP}
                  height={up(0) - up(count)}
                  fill={shadeColour(shadeOf(lower))}
                  stroke="var(--accent)"
                  strokeWidth="1"
                />
              )}
              <text x={(from + to) / 2} y={up(count) - 6} textAnchor="middle" fontSize="12" fill={count === 0 ? 'var(--ink-3)' : 'var(--ink)'}>
                {format.integer(count)}
              </text>
            </g>
          );
        })}
        <line x1={EDGE.side} x2={WIDTH - EDGE.side} y1={up(0)} y2={up(0)} stroke="var(--line-strong)" />
        {edges.map((edge) => (
          <text key={edge} x={across(edge)} y={HEIGHT - 9} textAnchor="middle" fontSize="11" fill="var(--ink-2)">
            {format.integer(edge)}
          </text>
        ))}
      </svg>
      <div className="sr-only">
        <table>
          <caption>{t('spread.distribution')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('column.overall')}</th>
              <th scope="col">{t('column.clients')}</th>
            </tr>
          </thead>
          <tbody>
            {bins.map(({ lower, upper, count }) => (
              <tr key={lower}>
                <th scope="row">{t('legend.range', { from: format.integer(lower), to: format.integer(upper) })}</th>
                <td>{format.integer(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
