import { useVirtualizer } from '@tanstack/react-virtual';
import { clsx } from 'clsx';
import { useCallback, useEffect, useId, useImperativeHandle, useRef, useState } from 'react';
import type { ClipboardEvent, KeyboardEvent, Ref } from 'react';
import { useLocale } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { DecisionRule, MeasurementPoint } from '#shared/domain/calibration/index.ts';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { VerdictPill } from '#renderer/instruments/VerdictPill.tsx';
import { toast } from '#renderer/state/toasts.ts';
import type { Judge } from '../judging.ts';
import type { Working } from '../working.ts';
import { CommaDialog } from './CommaDialog.tsx';
import { readCell, writeCell } from './cells.ts';
import type { CellColumn } from './cells.ts';
import { pasteInto, readTable } from './paste.ts';
import type { CommaMeaning } from './paste.ts';
import { PointCell } from './PointCell.tsx';
import { useCellKeys } from './use-cell-keys.ts';
import type { PointEdits } from './use-point-edits.ts';

export interface PointGridHandle {
  readonly goTo: (row: number, column: CellColumn) => void;
}

interface PointGridProps {
  readonly working: Working;
  readonly edits: PointEdits;
  readonly judge: Judge;
  readonly rule: DecisionRule | null;
  /** The row whose numbers are shown beside the grid. */
  readonly onLook: (row: number) => void;
  readonly ref: Ref<PointGridHandle>;
}

const TRACKS: Readonly<Record<CellColumn, string>> = {
  stage: '6.5rem', group: 'minmax(5.5rem, 1.4fr)', label: 'minmax(3.5rem, 0.8fr)', reference: 'minmax(5rem, 1fr)', measured: 'minmax(5rem, 1fr)', error: 'minmax(4.5rem, 0.9fr)',
  unit: '3.5rem', expanded: 'minmax(4.5rem, 0.9fr)', factor: '3rem', lower: 'minmax(4.5rem, 0.9fr)', upper: 'minmax(4.5rem, 0.9fr)',
};
const ROW_REM = 2.25;
const rowHeight = (): number => ROW_REM * (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16);

const columnsOf = (adjusted: boolean): readonly CellColumn[] => {
  const all = ['group', 'label', 'reference', 'measured', 'error', 'unit', 'expanded', 'factor', 'lower', 'upper'] as const;
  return adjusted ? ['stage', ...all] : all;
};

interface Asked {
  readonly text: string;
  readonly row: number;
  readonly column: CellColumn;
  readonly example: string;
}

/** The measurement points as a sheet: only the rows in sight are in the page. */
export function PointGrid({ working, edits, judge, rule, onLook, ref }: PointGridProps) {
  const { t } = useTranslation('certificates');
  const format = useFormat();
  const isRtl = useLocale().direction === 'rtl';
  const problemId = useId();
  const scrollerRef = useRef<HTMLDivElement>(null);
  const beforeRef = useRef<MeasurementPoint | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const { rows, document: { adjusted } } = working;
  const columns = columnsOf(adjusted);
  const height = rowHeight();

  const virtualizer = useVirtualizer({
    count: rows.length, getScrollElement: () => scrollerRef.current, estimateSize: () => height, overscan: 6, useFlushSync: false, scrollMargin: height, scrollPaddingStart: height,
    initialRect: { width: 900, height: 480 },
    // The row that is typed into stays in the page however far it is scrolled away.
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const first = Math.max(0, startIndex - overscan);
      const last = Math.min(count - 1, endIndex + overscan);
      const indexes = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
      const focused = keys.at.row;
      return focused < count && (focused < first || focused > last) ? [focused, ...indexes].toSorted((a, b) => a - b) : indexes;
    },
  });
  const reveal = useCallback((row: number) => { virtualizer.scrollToIndex(row, { align: 'auto' }); }, [virtualizer]);
  const keys = useCellKeys({ rowCount: rows.length, columnCount: columns.length, isRtl, reveal, onPastEnd: () => edits.add(edits.rowsNow().rows.length) });
  const { go } = keys;
  useImperativeHandle(ref, () => ({ goTo: (row, column) => { go(row, Math.max(0, columns.indexOf(column))); } }), [go, columns]);

  const lookedAt = Math.min(keys.at.row, rows.length - 1);
  useEffect(() => {
    onLook(lookedAt);
  }, [onLook, lookedAt]);

  const paste = (text: string, row: number, column: CellColumn, meaning: CommaMeaning | null): void => {
    const now = edits.rowsNow();
    const table = readTable(text);
    const pasted = pasteInto(now.rows, table, { row, column }, columns, meaning);
    if (pasted.ambiguous !== null) {
      setAsked({ text, row, column, example: pasted.ambiguous });
      return;
    }
    edits.replace(pasted.rows, t('points.pasted', { cells: pasted.written, unread: Object.keys(pasted.unread).length }), { ...now.unread, ...pasted.unread });
    if (pasted.leftOut > 0) toast(t('points.leftOut', { count: pasted.leftOut }), null, 'danger');
    go(row, columns.indexOf(column));
  };
  const onPaste = (event: ClipboardEvent<HTMLInputElement>, row: number, column: CellColumn): void => {
    const text = event.clipboardData.getData('text/plain');
    const table = readTable(text);
    // One cell goes into its field as anywhere.
    if (table.length === 1 && table[0]?.length === 1) return;
    event.preventDefault();
    paste(text, row, column, null);
  };
  const onKey = (event: KeyboardEvent<HTMLElement>, row: number, column: number): void => {
    const withControl = event.ctrlKey || event.metaKey;
    if (withControl && event.key.toLowerCase() === 'd') {
      event.preventDefault();
      if (edits.duplicate(row)) go(row + 1, column);
    } else if (withControl && (event.key === 'Delete' || event.key === 'Backspace')) {
      event.preventDefault();
      edits.remove(row);
      go(Math.max(0, Math.min(row, edits.rowsNow().rows.length - 1)), column);
    } else keys.onKeyDown(event, { row, column });
  };

  const current = rows[lookedAt];
  const currentColumn = columns[keys.at.column];
  const unread = current === undefined || currentColumn === undefined ? undefined : working.unread[`${current.id}:${currentColumn}`];
  const outcome = current === undefined || currentColumn === undefined || unread === undefined ? null : writeCell(current.point, currentColumn, unread);
  const tracks = { gridTemplateColumns: `3rem ${columns.map((column) => TRACKS[column]).join(' ')} 9rem` };
  return (
    <div>
      <div ref={scrollerRef} className="relative max-h-120 min-w-0 overflow-auto rounded-lg border border-line bg-surface">
        <div role="grid" aria-label={t('points.title')} aria-rowcount={rows.length + 1} aria-colcount={columns.length + 2} className="min-w-fit">
          <div role="rowgroup" className="sticky top-0 z-10 border-b border-line bg-sunken">
            <div role="row" aria-rowindex={1} className="grid" style={{ ...tracks, blockSize: height }}>
              {(['number', ...columns, 'verdict'] as const).map((column) => (
                <div key={column} role="columnheader" title={t(`column.${column}`)} className={clsx('flex items-center truncate px-2 text-sm font-medium text-ink-2', column === 'verdict' && 'sticky end-0 border-s border-line bg-sunken', !['number', 'stage', 'group', 'label', 'unit', 'verdict'].includes(column) && 'justify-end')}>
                  {t(`columnShort.${column}`)}
                </div>
              ))}
            </div>
          </div>
          <div role="rowgroup" className="relative" style={{ blockSize: virtualizer.getTotalSize() }}>
            {virtualizer.getVirtualItems().map(({ index, start }) => {
              const row = rows[index];
              if (row === undefined) return null;
              return (
                <div
                  key={row.id}
                  role="row"
                  aria-rowindex={index + 2}
                  className={clsx('absolute inset-x-0 grid border-b border-line/70', index === lookedAt && 'bg-accent-soft')}
                  style={{ ...tracks, blockSize: height, insetBlockStart: start - height }}
                >
                  <div role="rowheader" aria-colindex={1} className="flex items-center px-2 text-sm text-ink-3">{format.integer(index + 1)}</div>
                  {columns.map((column, place) => (
                    <div key={column} role="gridcell" aria-colindex={place + 2} className="min-w-0 border-s border-line/70">
                      {column === 'stage' ? (
                        <button
                          type="button"
                          {...keys.fieldProps(index, place)}
                          onKeyDown={(event) => {
                            if (event.key !== 'Enter' || event.shiftKey) onKey(event, index, place);
                          }}
                          onClick={() => { edits.putBack(index, { ...row.point, stage: row.point.stage === 'as-left' ? 'as-found' : 'as-left' }); }}
                          className="size-full truncate px-2 text-start text-sm outline-offset-[-2px]"
                        >
                          {t(`stage.${row.point.stage}`)}
                        </button>
                      ) : (
                        <PointCell
                          column={column}
                          label={t('points.cell', { column: t(`column.${column}`), number: index + 1 })}
                          text={readCell(row.point, column)}
                          unread={working.unread[`${row.id}:${column}`]}
                          describedBy={problemId}
                          fieldProps={keys.fieldProps(index, place)}
                          onFirstType={() => { beforeRef.current = row.point; }}
                          onType={(typed) => { edits.typeInto(index, column, typed); }}
                          onPutBack={() => {
                            if (beforeRef.current !== null) edits.putBack(index, beforeRef.current);
                          }}
                          onPaste={(event) => { onPaste(event, index, column); }}
                          onKeyDown={(event) => { onKey(event, index, place); }}
                        />
                      )}
                    </div>
                  ))}
                  <div role="gridcell" aria-colindex={columns.length + 2} className={clsx('sticky end-0 flex items-center border-s border-line px-2', index === lookedAt ? 'bg-accent-soft' : 'bg-surface')}>
                    {rule === null ? null : <VerdictPill verdict={judge(row.point).verdict} />}
                  </div>
                </div>
              );
            })}
          </div>
        </div>
      </div>
      <p id={problemId} className={clsx('mt-1 min-h-5 text-sm', outcome?.kind === 'problem' ? 'text-danger' : 'text-ink-3')}>
        {outcome?.kind === 'problem' ? t(`cell.${outcome.problem}`, { text: unread }) : t('points.keys')}
      </p>
      <CommaDialog
        example={asked?.example ?? null}
        onAnswer={(meaning) => {
          setAsked(null);
          if (asked !== null && meaning !== null) paste(asked.text, asked.row, asked.column, meaning);
        }}
      />
    </div>
  );
}
