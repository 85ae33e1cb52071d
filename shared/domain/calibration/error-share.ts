import { decimal, ratio } from './decimal.ts';
import { judge } from './judged.ts';
import type { JudgedPoint } from './judged.ts';
import type { MeasurementPoint } from './types.ts';

/** Of one point; null where there is no limit in its direction to compare it with. */
const shareOf = ({ judged, value, lowerLimit, upperLimit }: JudgedPoint): number | null => {
  const y = decimal(value);
  const lower = lowerLimit === null ? null : decimal(lowerLimit);
  const upper = upperLimit === null ? null : decimal(upperLimit);
  // An error is measured from zero, and may have more room on one side; a value from the middle of its limits.
  if (judged === 'error' && (lower === null || lower.lt(0)) && (upper === null || upper.gt(0))) {
    if (y.eq(0)) return 0;
    const limit = y.gt(0) ? upper : lower;
    return limit === null ? null : ratio(y, limit);
  }
  if (lower === null || upper === null || lower.eq(upper)) return null;
  const sum = lower.plus(upper);
  return ratio(y.times(2).minus(sum).abs(), upper.minus(lower));
};

/**
 * The greatest |error| of the points as a share of the permissible one (0.8 is 80 %), for the staircase: give it the points as
 * found. null: no point has an error with a limit.
 */
export const greatestErrorShare = (points: readonly MeasurementPoint[]): number | null => {
  let greatest: number | null = null;
  for (const point of points) {
    const judged = judge(point);
    const share = judged.kind === 'judged' ? shareOf(judged) : null;
    if (share !== null && (greatest === null || share > greatest)) greatest = share;
  }
  return greatest;
};
