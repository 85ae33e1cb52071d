import { compareDecimals, convertUnit, isDecimal, sameUnit } from '#shared/domain/calibration/index.ts';
import type { MeasurementPoint } from '#shared/domain/calibration/index.ts';
import type { InstrumentRange } from '#shared/contract/instruments.ts';
import { unitOf } from './cells.ts';

const isWithin = (value: string, { lower, upper }: InstrumentRange): boolean =>
  (lower === null || compareDecimals(value, lower) >= 0) && (upper === null || compareDecimals(value, upper) <= 0);

/** The permissible error of the instrument at this point, in its unit; null where no range of it says one. */
export function limitsAt(point: MeasurementPoint, ranges: readonly InstrumentRange[]): Pick<MeasurementPoint, 'lowerLimit' | 'upperLimit'> | null {
  const unit = unitOf(point);
  const place = point.reference?.value ?? point.measured?.value ?? null;
  for (const range of ranges) {
    if (range.toleranceLower === null && range.toleranceUpper === null) continue;
    const value = place === null || !isDecimal(place) ? null : convertUnit(place, unit, range.unit, 'value');
    if (place === null ? !sameUnit(unit, range.unit) : value === null || !isWithin(value, range)) continue;
    const limit = (tolerance: string | null): string | null => (tolerance === null ? null : sameUnit(unit, range.unit) ? tolerance : convertUnit(tolerance, range.unit, unit, 'difference'));
    return { lowerLimit: limit(range.toleranceLower), upperLimit: limit(range.toleranceUpper) };
  }
  return null;
}
