import { clsx } from 'clsx';
import { useState } from 'react';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { decimalIn } from '#renderer/instruments/typed-decimal.ts';
import { textColumns } from './cells.ts';
import type { CellColumn } from './cells.ts';

interface PointCellProps {
  readonly column: CellColumn;
  /** Column and point, read out. */
  readonly label: string;
  /** As `readCell`. */
  readonly text: string;
  /** What was typed and is no number; undefined: it was understood. */
  readonly unread: string | undefined;
  readonly describedBy: string;
  readonly onType: (typed: string) => void;
  readonly onFirstType: () => void;
  readonly onPutBack: () => void;
  readonly onPaste: (event: ClipboardEvent<HTMLInputElement>) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly fieldProps: { readonly tabIndex: number; readonly onFocus: () => void; readonly ref: (field: HTMLElement | null) => void };
}

/** One cell, always ready to be typed into. What is typed counts at once; Esc puts back what was there. */
export function PointCell({ column, label, text, unread, describedBy, onType, onFirstType, onPutBack, onPaste, onKeyDown, fieldProps }: PointCellProps) {
  const format = useFormat();
  const [typed, setTyped] = useState<string | null>(null);
  const isText = textColumns.has(column);
  const shown = isText || column === 'unit' ? text : decimalIn(format, text);
  return (
    <input
      {...fieldProps}
      value={typed ?? unread ?? shown}
      onChange={(event) => {
        const { value } = event.currentTarget;
        if (typed === null) onFirstType();
        setTyped(value);
        onType(value);
      }}
      onFocus={(event) => {
        fieldProps.onFocus();
        event.currentTarget.select();
      }}
      onBlur={() => {
        setTyped(null);
      }}
      onPaste={onPaste}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && typed !== null) {
          event.stopPropagation();
          setTyped(null);
          onPutBack();
        }
        onKeyDown(event);
      }}
      aria-label={label}
      aria-invalid={unread !== undefined}
      {...(unread === undefined ? {} : { 'aria-describedby': describedBy })}
      autoComplete="off"
      spellCheck={isText}
      dir={isText ? 'auto' : 'ltr'}
      className={clsx(
        'size-full min-w-0 bg-transparent px-2 text-base outline-offset-[-2px] focus:bg-raised',
        !isText && column !== 'unit' && 'text-end tabular-nums',
        unread !== undefined && 'bg-danger-soft text-danger',
      )}
    />
  );
}
