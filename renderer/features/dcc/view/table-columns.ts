import type { DccBlock, DccCell, DccCellUncertainty, DccColumn } from '#shared/domain/calibration/index.ts';

export type DccTable = Extract<DccBlock, { readonly kind: 'table' }>;

/** A column as it is drawn: values, or what those of the column before it are uncertain by. */
export type DrawnColumn =
  | { readonly kind: 'value'; readonly column: DccColumn; readonly position: number }
  /** `basis`: one for all of them; null: each says its own. */
  | { readonly kind: 'uncertainty'; readonly column: DccColumn; readonly position: number; readonly basis: DccCellUncertainty | null };

const basisOf = ({ kind, coverageFactor, coverageProbability, distribution }: DccCellUncertainty): string => JSON.stringify([kind, coverageFactor, coverageProbability, distribution]);

/** Values and their uncertainties side by side; what all uncertainties of a column share is said once, above them. */
export function drawnColumns({ columns }: DccTable): readonly DrawnColumn[] {
  return columns.flatMap((column, position): DrawnColumn[] => {
    const stated = column.cells.flatMap(({ uncertainty }) => (uncertainty === null ? [] : [uncertainty]));
    const [first] = stated;
    const values: DrawnColumn = { kind: 'value', column, position };
    if (first === undefined) return [values];
    const isOne = new Set(stated.map(basisOf)).size === 1;
    return [values, { kind: 'uncertainty', column, position, basis: isOne ? first : null }];
  });
}

/** One that is written once for several rows stands in each of them; undefined: the column ends before this row. */
export const cellAt = ({ cells }: DccColumn, row: number): DccCell | undefined => (cells.length === 1 ? cells[0] : cells[row]);
