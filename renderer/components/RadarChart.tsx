import { scaleLinear } from 'd3-scale';
import { areaRadial, curveLinearClosed, lineRadial } from 'd3-shape';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { wrapLabel } from './wrap-label.ts';

export interface RadarAxis {
  readonly id: string;
  readonly label: string;
  /** All 0–100; null: not enough data. */
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** What it is laid against (the portfolio's mean). */
  readonly reference: number | null;
}

interface RadarChartProps {
  readonly title: string;
  /** Three or more, clockwise from the top; the reading order of the chain in both directions. */
  readonly axes: readonly RadarAxis[];
  /** Name of the value's polygon (the client) and of the reference's (the portfolio). */
  readonly valueName: string;
  readonly referenceName: string;
  /** A table under it for those who cannot see it; false where the page shows the same numbers in a table anyway. */
  readonly hasTable?: boolean;
}

const WIDTH = 540;
const HEIGHT = 372;
const RADIUS = 116;
const RINGS = [25, 50, 75, 100];
const scale = scaleLinear().domain([0, 100]).range([0, RADIUS]);
const LINE_HEIGHT = 16;

interface Placed extends RadarAxis {
  readonly angle: number;
}

const line = lineRadial<{ angle: number; at: number }>()
  .angle(({ angle }) => angle)
  .radius(({ at }) => scale(at))
  .curve(curveLinearClosed);
const band = areaRadial<{ angle: number; lower: number; upper: number }>()
  .angle(({ angle }) => angle)
  .innerRadius(({ lower }) => scale(lower))
  .outerRadius(({ upper }) => scale(upper))
  .curve(curveLinearClosed);

const pointAt = (angle: number, radius: number) => ({ x: Math.sin(angle) * radius, y: -Math.cos(angle) * radius });

/** Vector all through: the same element is printed. Colours are the theme's, so that print can redefine them. */
export function RadarChart({ title, axes, valueName, referenceName, hasTable = true }: RadarChartProps) {
  const { t } = useTranslation('common');
  const format = useFormat();
  const placed: readonly Placed[] = axes.map((axis, index) => ({ ...axis, angle: (index * 2 * Math.PI) / axes.length }));
  const known = placed.flatMap(({ angle, value }) => (value === null ? [] : [{ angle, at: value }]));
  const reference = placed.flatMap(({ angle, reference: at }) => (at === null ? [] : [{ angle, at }]));
  // A band closes only around a whole figure: with an axis missing, its ends are drawn as strokes on the axes that have one.
  const banded = placed.flatMap(({ angle, lower, upper }) => (lower === null || upper === null ? [] : [{ angle, lower, upper }]));
  const isWhole = banded.length === placed.length;
  const read = (value: number | null): string => (value === null ? t('score.none') : format.fixed(value, 0));
  return (
    <figure className="m-0">
      <svg
        viewBox={`${-WIDTH / 2} ${-HEIGHT / 2 - 6} ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`${title}: ${axes.map(({ label, value }) => `${label} ${read(value)}`).join(', ')}`}
        className="mx-auto block h-auto w-full max-w-xl"
        style={{ direction: 'ltr' }}
      >
        {RINGS.map((ring) => (
          <path key={ring} d={line(placed.map(({ angle }) => ({ angle, at: ring }))) ?? ''} fill="none" stroke="var(--line)" strokeWidth={ring === 100 ? 1.4 : 1} />
        ))}
        {placed.map(({ id, angle }) => {
          const end = pointAt(angle, RADIUS);
          return <line key={id} x1="0" y1="0" x2={end.x} y2={end.y} stroke="var(--line)" />;
        })}
        {RINGS.slice(0, -1).map((ring) => (
          <text key={ring} x="4" y={-scale(ring) + 3.5} fontSize="9.5" fill="var(--ink-3)">
            {format.integer(ring)}
          </text>
        ))}
        {isWhole ? <path d={band(banded) ?? ''} fill="var(--accent)" fillOpacity="0.2" fillRule="evenodd" /> : null}
        {isWhole
          ? null
          : banded.map(({ angle, lower, upper }) => {
              const from = pointAt(angle, scale(lower));
              const to = pointAt(angle, scale(upper));
              return <line key={angle} x1={from.x} y1={from.y} x2={to.x} y2={to.y} stroke="var(--accent)" strokeOpacity="0.35" strokeWidth="7" />;
            })}
        {reference.length > 2 ? <path d={line(reference) ?? ''} fill="none" stroke="var(--ink-2)" strokeWidth="1.3" strokeDasharray="4 3" /> : null}
        {known.length > 2 ? <path d={line(known) ?? ''} fill="none" stroke="var(--accent)" strokeWidth="2.2" strokeLinejoin="round" /> : null}
        {known.map(({ angle, at }) => {
          const { x, y } = pointAt(angle, scale(at));
          return <circle key={angle} cx={x} cy={y} r="3.4" fill="var(--accent)" />;
        })}
        {placed.map((axis) => (
          <AxisLabel key={axis.id} axis={axis} words={axis.value === null ? t('score.noneShort') : format.fixed(axis.value, 0)} isRtl={format.choice.language === 'fa'} />
        ))}
      </svg>
      <figcaption className="flex flex-wrap justify-center gap-x-5 gap-y-1 text-sm text-ink-2">
        <span className="inline-flex items-center gap-1.5">
          <svg aria-hidden viewBox="0 0 22 8" className="h-2 w-5.5">
            <path d="M0 4h22" stroke="var(--accent)" strokeWidth="2.2" />
          </svg>
          {valueName}
        </span>
        <span className="inline-flex items-center gap-1.5">
          <svg aria-hidden viewBox="0 0 22 8" className="h-2 w-5.5">
            <path d="M0 0h22v8H0z" fill="var(--accent)" fillOpacity="0.2" />
          </svg>
          {t('score.bandName')}
        </span>
        <span className="inline-flex items-center gap-1.5">
          <svg aria-hidden viewBox="0 0 22 8" className="h-2 w-5.5">
            <path d="M0 4h22" stroke="var(--ink-2)" strokeWidth="1.3" strokeDasharray="4 3" />
          </svg>
          {referenceName}
        </span>
      </figcaption>
      {hasTable ? (
        // A table takes the width of its words however small it is told to be: the box around it is what hides.
        <div className="sr-only">
          <table>
            <caption>{title}</caption>
            <thead>
              <tr>
                <th scope="col">{t('score.axis')}</th>
                <th scope="col">{valueName}</th>
                <th scope="col">{t('score.bandName')}</th>
                <th scope="col">{referenceName}</th>
              </tr>
            </thead>
            <tbody>
              {axes.map((axis) => (
                <tr key={axis.id}>
                  <th scope="row">{axis.label}</th>
                  <td>{read(axis.value)}</td>
                  <td>{axis.lower === null || axis.upper === null ? t('score.none') : t('score.band', { lower: format.fixed(axis.lower, 0), upper: format.fixed(axis.upper, 0) })}</td>
                  <td>{read(axis.reference)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </figure>
  );
}

function AxisLabel({ axis, words, isRtl }: { readonly axis: Placed; readonly words: string; readonly isRtl: boolean }) {
  const lines = wrapLabel(axis.label, 20);
  const { x, y } = pointAt(axis.angle, RADIUS + 16);
  const side = Math.abs(x) < 12 ? 'middle' : x > 0 ? 'right' : 'left';
  // `start` is where the text begins: at its right end in Persian.
  const anchor = side === 'middle' ? 'middle' : (side === 'right') === isRtl ? 'end' : 'start';
  const height = (lines.length + 1) * LINE_HEIGHT;
  const isTop = y < -RADIUS / 2;
  const top = side === 'middle' ? (isTop ? y - height + LINE_HEIGHT : y + LINE_HEIGHT / 2) : y - height / 2 + LINE_HEIGHT * 0.8;
  return (
    <text textAnchor={anchor} direction={isRtl ? 'rtl' : 'ltr'} fontSize="12.5" fill="var(--ink-2)">
      {lines.map((text, index) => (
        <tspan key={text} x={x} y={top + index * LINE_HEIGHT}>
          {text}
        </tspan>
      ))}
      <tspan x={x} y={top + lines.length * LINE_HEIGHT} fontWeight="650" fontSize={axis.value === null ? 11.5 : 13.5} fill={axis.value === null ? 'var(--ink-3)' : 'var(--ink)'}>
        {words}
      </tspan>
    </text>
  );
}
