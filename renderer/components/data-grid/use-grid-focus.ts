import { useLocale } from 'react-aria-components';
import { useCallback, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';

export interface GridCellPosition {
  /** −1 is the header. */
  readonly row: number;
  readonly column: number;
}

interface GridFocusOptions {
  readonly rowCount: number;
  readonly columnCount: number;
  /** Rows that one screen shows. */
  readonly pageRows: () => number;
  readonly reveal: (row: number) => void;
}

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

/** Where a key leads from a cell, as the ARIA grid pattern has it; null: the key is not ours. */
export function gridStep(
  key: string,
  withControl: boolean,
  at: GridCellPosition,
  { rowCount, columnCount, page, isRtl }: { readonly rowCount: number; readonly columnCount: number; readonly page: number; readonly isRtl: boolean },
): GridCellPosition | null {
  const lastRow = rowCount - 1;
  const lastColumn = columnCount - 1;
  switch (key) {
    case 'ArrowDown':
      return { ...at, row: clamp(at.row + 1, -1, lastRow) };
    case 'ArrowUp':
      return { ...at, row: clamp(at.row - 1, -1, lastRow) };
    case 'ArrowRight':
      return { ...at, column: clamp(at.column + (isRtl ? -1 : 1), 0, lastColumn) };
    case 'ArrowLeft':
      return { ...at, column: clamp(at.column + (isRtl ? 1 : -1), 0, lastColumn) };
    case 'PageDown':
      return { ...at, row: clamp(at.row + page, -1, lastRow) };
    case 'PageUp':
      return { ...at, row: clamp(at.row - page, Math.min(0, lastRow), lastRow) };
    case 'Home':
      return withControl ? { row: Math.min(0, lastRow), column: 0 } : { ...at, column: 0 };
    case 'End':
      return withControl ? { row: lastRow, column: lastColumn } : { ...at, column: lastColumn };
    default:
      return null;
  }
}

/** One tab stop for the whole grid: the focused cell moves with the keys, and comes back where it was. */
export function useGridFocus({ rowCount, columnCount, pageRows, reveal }: GridFocusOptions) {
  const isRtl = useLocale().direction === 'rtl';
  const [position, setPosition] = useState<GridCellPosition>({ row: 0, column: 0 });
  const wantsFocusRef = useRef(false);
  const at: GridCellPosition = { row: clamp(position.row, -1, Math.max(rowCount - 1, -1)), column: clamp(position.column, 0, Math.max(columnCount - 1, 0)) };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const next = gridStep(event.key, event.ctrlKey || event.metaKey, at, { rowCount, columnCount, page: Math.max(1, pageRows() - 1), isRtl });
    if (!next || event.altKey) return;
    event.preventDefault();
    wantsFocusRef.current = true;
    setPosition(next);
    if (next.row >= 0) reveal(next.row);
  };

  /** For the focusable element of every cell. */
  const cellProps = (row: number, column: number) => ({
    tabIndex: at.row === row && at.column === column ? 0 : -1,
    onFocus: () => {
      setPosition((current) => (current.row === row && current.column === column ? current : { row, column }));
    },
    ref: (element: HTMLElement | null) => {
      if (element && wantsFocusRef.current && at.row === row && at.column === column) {
        wantsFocusRef.current = false;
        element.focus({ preventScroll: row >= 0 });
      }
    },
  });

  const reset = useCallback(() => {
    setPosition({ row: 0, column: 0 });
  }, []);
  return { at, onKeyDown, cellProps, reset };
}
