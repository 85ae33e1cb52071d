import { scaleLinear, scaleLog } from 'd3-scale';
import type { PortfolioOverview } from '#shared/contract/portfolio.ts';

export type Quadrants = PortfolioOverview['quadrants'];
export type QuadrantPoint = Quadrants['points'][number];
export type QuadrantId = QuadrantPoint['quadrant'];

export const scatterSize = { width: 760, height: 420, start: 40, end: 16, top: 14, bottom: 34 } as const;

export interface PlacedPoint {
  readonly point: QuadrantPoint;
  readonly x: number;
  readonly y: number;
}

/**
 * Value across, score up, in the units of `scatterSize`. Values of orders spread over powers of ten, so their axis is logarithmic; it runs
 * with the reading direction. What is worth nothing stands at its beginning.
 */
export function placePoints({ points, valueThresholdMinor }: Quadrants, isRtl: boolean) {
  const { width, height, start, end, top, bottom } = scatterSize;
  const values = points.map(({ value }) => value.minor).filter((minor) => minor > 0);
  const least = Math.min(...values, Number.MAX_SAFE_INTEGER);
  const most = Math.max(...values, 1);
  const domain: [number, number] = values.length === 0 ? [1, 10] : [least * 0.8, Math.max(most * 1.25, least * 2)];
  const across = scaleLog().domain(domain).range(isRtl ? [width - start, end] : [start, width - end]).clamp(true);
  const up = scaleLinear().domain([0, 100]).range([height - bottom, top]);
  const powers = across.ticks(5).filter((tick) => Number.isInteger(Math.log10(tick)) || Math.abs(Math.log10(tick) % 1) < 1e-9);
  return {
    placed: points.map((point): PlacedPoint => ({ point, x: across(Math.max(point.value.minor, domain[0])), y: up(point.overall) })),
    across: (minor: number) => across(Math.max(minor, domain[0])),
    up: (score: number) => up(score),
    valueTicks: powers.length > 1 ? powers : across.ticks(3).filter((_, index, all) => index % Math.ceil(all.length / 4) === 0),
    thresholdX: valueThresholdMinor === null ? null : across(Math.max(valueThresholdMinor, domain[0])),
  };
}

/** The point next to one in a direction, by value or by score; the point itself at the end. */
export function neighbour(placed: readonly PlacedPoint[], from: PlacedPoint, key: string): PlacedPoint | null {
  const along = key === 'ArrowLeft' || key === 'ArrowRight' ? 'x' : key === 'ArrowUp' || key === 'ArrowDown' ? 'y' : null;
  if (along === null) return key === 'Home' ? (orderedBy(placed, 'x')[0] ?? null) : key === 'End' ? (orderedBy(placed, 'x').at(-1) ?? null) : null;
  const ordered = orderedBy(placed, along);
  const at = ordered.findIndex(({ point }) => point.clientId === from.point.clientId);
  return ordered[at + (key === 'ArrowLeft' || key === 'ArrowUp' ? -1 : 1)] ?? from;
}

const orderedBy = (placed: readonly PlacedPoint[], along: 'x' | 'y') => placed.toSorted((a, b) => a[along] - b[along] || a.point.name.localeCompare(b.point.name));

/** The point nearest to a place, at most `within` away; null: none so near. */
export function nearestTo(placed: readonly PlacedPoint[], x: number, y: number, within: number): PlacedPoint | null {
  let best: PlacedPoint | null = null;
  let distance = within;
  for (const candidate of placed) {
    const away = Math.hypot(candidate.x - x, candidate.y - y);
    if (away > distance) continue;
    distance = away;
    best = candidate;
  }
  return best;
}
