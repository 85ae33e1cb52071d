import { medianOf } from './distribution.ts';

/** keep: high value, high score; repair: high value, low score; develop: low value, high score; watch: low value, low score. */
export type QuadrantId = 'keep' | 'repair' | 'develop' | 'watch';

/** Value of one unit for all clients (money of one currency), score 0–100. */
interface QuadrantPoint {
  readonly value: number;
  readonly score: number;
}

interface Quadrants {
  /** null: there are no clients and no threshold was given. */
  readonly valueThreshold: number | null;
  readonly scoreThreshold: number | null;
  /** In the order of the points. */
  readonly quadrants: readonly QuadrantId[];
}

const quadrantOf = (isValuable: boolean, isGood: boolean): QuadrantId => {
  if (isValuable) return isGood ? 'keep' : 'repair';
  return isGood ? 'develop' : 'watch';
};

/**
 * Which quadrant each client falls into, cut at the medians of the clients given, or at thresholds of one's own. At the
 * threshold counts as high, so that clients who are all alike stand in 'keep' and not in 'watch'.
 */
export const quadrantsOf = (points: readonly QuadrantPoint[], thresholds: Partial<QuadrantPoint> = {}): Quadrants => {
  const valueThreshold = thresholds.value ?? medianOf(points.map(({ value }) => value));
  const scoreThreshold = thresholds.score ?? medianOf(points.map(({ score }) => score));
  return {
    valueThreshold,
    scoreThreshold,
    quadrants: points.map(({ value, score }) => quadrantOf(value >= (valueThreshold ?? Infinity), score >= (scoreThreshold ?? Infinity))),
  };
};
