import { scaleLinear, scaleUtc } from 'd3-scale';
import { line } from 'd3-shape';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';

export interface LinePoint {
  /** ISO calendar day. */
  readonly on: string;
  /** 0–100; null: no number then, and the line is interrupted. */
  readonly value: number | null;
}

interface LineChartProps {
  readonly title: string;
  /** Oldest first. */
  readonly points: readonly LinePoint[];
  /** ISO days that all charts beside each other share; time runs in the reading direction. */
  readonly from: string;
  readonly to: string;
  /** Read out instead of the picture. */
  readonly words: string;
}

const WIDTH = 280;
const HEIGHT = 92;
const EDGE = { start: 30, end: 12, top: 8, bottom: 20 } as const;
const TICKS = [0, 50, 100] as const;
const y = scaleLinear().domain([0, 100]).range([HEIGHT - EDGE.bottom, EDGE.top]);
const timeOf = (day: string): Date => new Date(`${day}T12:00:00Z`);

/** One number over time, small: the same element is printed. */
export function LineChart({ title, points, from, to, words }: LineChartProps) {
  const { t } = useTranslation('common');
  const format = useFormat();
  const isRtl = format.choice.language === 'fa';
  const range = isRtl ? [WIDTH - EDGE.start, EDGE.end] : [EDGE.start, WIDTH - EDGE.end];
  const x = scaleUtc().domain([timeOf(from), timeOf(to)]).range(range);
  const path = line<LinePoint>()
    .defined(({ value }) => value !== null)
    .x(({ on }) => x(timeOf(on)))
    .y(({ value }) => y(value ?? 0))([...points]);
  const last = points.findLast(({ value }) => value !== null);
  return (
    <figure className="m-0 flex min-w-0 flex-col gap-1">
      <figcaption className="flex items-baseline justify-between gap-2 text-sm">
        <span className="font-medium">{title}</span>
        <span className="text-lg font-semibold tabular-nums">{last?.value === undefined || last.value === null ? <span className="text-sm font-normal text-ink-3">{t('score.noneShort')}</span> : format.fixed(last.value, 0)}</span>
      </figcaption>
      <svg role="img" aria-label={`${title}: ${words}`} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="h-auto w-full">
        {TICKS.map((tick) => (
          <g key={tick}>
            <path d={`M${range[0]} ${y(tick)}H${range[1]}`} stroke="var(--line)" strokeWidth="1" />
            <text x={isRtl ? WIDTH - EDGE.start + 6 : EDGE.start - 6} y={y(tick)} dominantBaseline="central" textAnchor="end" direction={isRtl ? 'rtl' : 'ltr'} fontSize="10" fill="var(--ink-3)">
              {format.integer(tick)}
            </text>
          </g>
        ))}
        {path === null ? null : <path d={path} fill="none" stroke="var(--accent)" strokeWidth="1.8" strokeLinejoin="round" />}
        {points.map(({ on, value }) => (value === null ? null : <circle key={on} cx={x(timeOf(on))} cy={y(value)} r={on === last?.on ? 3.2 : 1.7} fill="var(--accent)" />))}
        <text x={range[0]} y={HEIGHT - 5} textAnchor="start" direction={isRtl ? 'rtl' : 'ltr'} fontSize="10" fill="var(--ink-3)">
          {format.day(from)}
        </text>
        <text x={range[1]} y={HEIGHT - 5} textAnchor="end" direction={isRtl ? 'rtl' : 'ltr'} fontSize="10" fill="var(--ink-3)">
          {format.day(to)}
        </text>
      </svg>
    </figure>
  );
}
