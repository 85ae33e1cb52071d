import { useCallback, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

const PAGE = 12;

/** The caret stands at an end of the text in this direction, or the whole text is marked as it is on arrival. */
function leadsOut(field: HTMLElement, key: string): boolean {
  if (!(field instanceof HTMLInputElement)) return true;
  const { selectionStart, selectionEnd, value } = field;
  if (selectionStart === 0 && selectionEnd === value.length) return true;
  if (selectionStart !== selectionEnd) return false;
  return key === 'ArrowLeft' ? selectionStart === 0 : selectionStart === value.length;
}

interface CellKeysOptions {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly isRtl: boolean;
  readonly reveal: (row: number) => void;
  /** Enter on the last row. @returns whether there is one more now */
  readonly onPastEnd: () => boolean;
}

/** Moves through cells as a sheet does: arrows, Enter, Tab, Page Up and Down, Ctrl+Home and End. Esc lets the next Tab out. */
export function useCellKeys({ rowCount, columnCount, isRtl, reveal, onPastEnd }: CellKeysOptions) {
  const [at, setAt] = useState<CellPlace>({ row: 0, column: 0 });
  const wantsFocusRef = useRef(false);
  const isLeavingRef = useRef(false);
  const go = useCallback(
    (row: number, column: number): void => {
      wantsFocusRef.current = true;
      setAt({ row, column });
      reveal(row);
    },
    [reveal],
  );

  const inLine = (row: number, column: number, step: 1 | -1): CellPlace | null => {
    if (column + step >= 0 && column + step < columnCount) return { row, column: column + step };
    const next = row + step;
    return next < 0 || next >= rowCount ? null : { row: next, column: step === 1 ? 0 : columnCount - 1 };
  };

  const targetOf = (event: KeyboardEvent<HTMLElement>, { row, column }: CellPlace): CellPlace | null => {
    const last = rowCount - 1;
    const withControl = event.ctrlKey || event.metaKey;
    switch (event.key) {
      case 'ArrowDown':
        return row < last ? { row: row + 1, column } : null;
      case 'ArrowUp':
        return row > 0 ? { row: row - 1, column } : null;
      case 'ArrowLeft':
      case 'ArrowRight': {
        if (event.shiftKey || !leadsOut(event.currentTarget, event.key)) return null;
        const step = (event.key === 'ArrowRight') === isRtl ? -1 : 1;
        return column + step < 0 || column + step >= columnCount ? null : { row, column: column + step };
      }
      case 'Enter':
        if (event.shiftKey) return row > 0 ? { row: row - 1, column } : null;
        return row < last || onPastEnd() ? { row: row + 1, column } : null;
      case 'Tab':
        return isLeavingRef.current ? null : inLine(row, column, event.shiftKey ? -1 : 1);
      case 'PageDown':
        return { row: Math.min(last, row + PAGE), column };
      case 'PageUp':
        return { row: Math.max(0, row - PAGE), column };
      case 'Home':
        return withControl ? { row: 0, column } : null;
      case 'End':
        return withControl ? { row: last, column } : null;
      default:
        return null;
    }
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>, place: CellPlace): void => {
    if (event.altKey || event.nativeEvent.isComposing) return;
    if (event.key === 'F2' && event.currentTarget instanceof HTMLInputElement) {
      const end = event.currentTarget.value.length;
      event.currentTarget.setSelectionRange(end, end);
      return;
    }
    const target = targetOf(event, place);
    isLeavingRef.current = event.key === 'Escape';
    if (target === null) return;
    event.preventDefault();
    go(target.row, target.column);
  };

  /** For the field of each cell: one of them is the grid's tab stop. */
  const fieldProps = (row: number, column: number) => ({
    tabIndex: at.row === row && at.column === column ? 0 : -1,
    onFocus: () => {
      setAt((before) => (before.row === row && before.column === column ? before : { row, column }));
    },
    ref: (field: HTMLElement | null) => {
      if (!field || !wantsFocusRef.current || at.row !== row || at.column !== column) return;
      wantsFocusRef.current = false;
      field.focus({ preventScroll: true });
      if (field instanceof HTMLInputElement) field.select();
    },
  });

  return { at, go, onKeyDown, fieldProps };
}
