import type { CellColumn } from './cells.ts';

const COLUMNS: Readonly<Record<string, CellColumn>> = {
  'points.result': 'measured', 'points.unit': 'unit', 'points.uncertainty': 'expanded', 'points.limits': 'lower', 'points.as-left': 'measured',
};

/** The column in which something that is missing belongs; null: it is not about points. */
export const columnOfMissing = (field: string): CellColumn | null => COLUMNS[field] ?? null;
