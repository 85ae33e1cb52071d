import type { InstrumentRange } from '#shared/contract/instruments.ts';
import { convertUnit } from '#shared/domain/calibration/index.ts';
import type { DecimalText, MeasurementPoint } from '#shared/domain/calibration/index.ts';
import { unitOf } from './points/cells.ts';
import { limitsAt } from './points/limits.ts';

/** Limits that a person tries on results that state none, or others: the permissible error, in one unit. */
export interface TriedLimits {
  readonly lower: DecimalText | null;
  readonly upper: DecimalText | null;
  /** D-SI text. */
  readonly unit: string;
}

export type LimitsFrom = 'stated' | 'instrument' | 'own';

const noLimits = { lowerLimit: null, upperLimit: null };

/** In the unit that the error is stated in, else in that of the measured value, of which the error will be the difference. */
const judgedUnit = (point: MeasurementPoint): string => point.error?.unit ?? unitOf(point);

function converted(point: MeasurementPoint, limits: TriedLimits): Pick<MeasurementPoint, 'lowerLimit' | 'upperLimit'> {
  const of = (limit: DecimalText | null) => (limit === null ? null : convertUnit(limit, limits.unit, judgedUnit(point), 'difference'));
  const [lowerLimit, upperLimit] = [of(limits.lower), of(limits.upper)];
  // A limit that cannot be said in the point's unit would leave that side open: then the point is not judged at all.
  return (limits.lower !== null && lowerLimit === null) || (limits.upper !== null && upperLimit === null) ? noLimits : { lowerLimit, upperLimit };
}

/** The same results against other limits of their error; nothing of it is kept. */
export function withLimits(points: readonly MeasurementPoint[], from: LimitsFrom, ranges: readonly InstrumentRange[], own: TriedLimits): readonly MeasurementPoint[] {
  if (from === 'stated') return points;
  return points.map((point) => {
    const found = from === 'own' ? own : limitsAt(point, ranges);
    if (found === null) return { ...point, judged: 'error', ...noLimits };
    const limits = 'lower' in found ? found : { lower: found.lowerLimit, upper: found.upperLimit, unit: unitOf(point) };
    return { ...point, judged: 'error', ...converted(point, limits) };
  });
}
