import type { ReactNode } from 'react';

export interface GridColumn<Row> {
  readonly id: string;
  readonly header: string;
  /** Shown where the header is too long for a narrow column; the header is read out and stands in the title. */
  readonly short?: string;
  readonly cell: (row: Row) => ReactNode;
  /** Below this many rem the column does not fit. */
  readonly minRem: number;
  /** Share of the room that is left over; 0 keeps the column at `minRem`. */
  readonly grow?: number;
  readonly align?: 'start' | 'end';
  /** Little room at the sides: for tiles that fill their cell. */
  readonly isTight?: boolean;
  /** Sort key that the header asks for; absent: not sortable. */
  readonly sort?: string;
  /** 1 is always shown; the highest numbers go first when room is short. */
  readonly priority?: 1 | 2 | 3 | 4;
}

export interface GridSort {
  readonly key: string;
  readonly descending: boolean;
}

/** The columns that fit into `rem`, least important dropped first; `null` (not measured yet) shows all. */
export function fittingColumns<Row>(columns: readonly GridColumn<Row>[], rem: number | null): readonly GridColumn<Row>[] {
  if (rem === null) return columns;
  let shown = columns;
  for (const priority of [4, 3, 2]) {
    while (shown.reduce((sum, { minRem }) => sum + minRem, 0) > rem) {
      const last = shown.findLast((column) => (column.priority ?? 1) === priority);
      if (!last) break;
      shown = shown.filter((column) => column !== last);
    }
  }
  return shown;
}

export const trackOf = <Row>({ minRem, grow = 1 }: GridColumn<Row>): string => (grow === 0 ? `${minRem}rem` : `minmax(${minRem}rem, ${grow}fr)`);
