import type { DccCell, DccCellUncertainty } from '#shared/domain/calibration/dcc-view.ts';
import { convertUnit } from '#shared/domain/calibration/units.ts';
import { isDecimal } from './measurand.ts';
import type { Quantity, Series } from './quantity.ts';
import { oneForAll } from './uncertainty.ts';

function converted(stated: DccCellUncertainty, from: string, to: string): DccCellUncertainty | null {
  const as = (text: string, kind: 'value' | 'difference') => (isDecimal(text) ? convertUnit(text, from, to, kind) : null);
  const value = as(stated.value, 'difference');
  if (value === null) return null;
  if (!stated.interval) return { ...stated, value };
  const lower = as(stated.interval.lower, 'value');
  const upper = as(stated.interval.upper, 'value');
  return lower === null || upper === null ? null : { ...stated, value, interval: { lower, upper } };
}

/**
 * A value of one of a quantity's series. Of the same values in several units (`si:hybrid`) many laboratories state the
 * uncertainty in one unit alone: it holds for the others, converted exactly, as the distance that it is.
 */
export function cellOf(quantity: Quantity, series: Series, row: number): (DccCell & { readonly unit: string }) | null {
  const cell = oneForAll(series.cells, row);
  if (!cell) return null;
  const unit = cell.unit ?? series.unit ?? '\\one';
  if (cell.uncertainty) return { ...cell, unit };
  for (const other of quantity.series) {
    const stated = other === series ? undefined : oneForAll(other.cells, row);
    const uncertainty = stated?.uncertainty && converted(stated.uncertainty, stated.unit ?? other.unit ?? '\\one', unit);
    if (uncertainty) return { ...cell, unit, uncertainty };
  }
  return { ...cell, unit };
}
