import { useVirtualizer } from '@tanstack/react-virtual';
import { clsx } from 'clsx';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../ErrorState.tsx';
import { Skeleton } from '../Skeleton.tsx';
import { fittingColumns, trackOf } from './columns.ts';
import type { GridColumn, GridSort } from './columns.ts';
import type { RowSource } from './row-source.ts';
import { useGridFocus } from './use-grid-focus.ts';

interface DataGridProps<Row> {
  /** Read out: what the rows are. */
  readonly label: string;
  readonly columns: readonly GridColumn<Row>[];
  readonly source: RowSource<Row>;
  readonly rowKey: (row: Row) => string;
  readonly sort?: GridSort;
  readonly onSort?: (sort: GridSort) => void;
  /** Enter, or a press anywhere on the row. */
  readonly onOpen?: (row: Row, index: number) => void;
  /** Shown instead of rows where there are none: says what to do next. */
  readonly empty: ReactNode;
  readonly rowRem?: number;
  /** Where to begin, for coming back; and what to remember. */
  readonly initialIndex?: number;
  readonly onScrolledTo?: (index: number) => void;
  /** `fill` takes the height of its (flex) parent; a number is a height in rem, less where rows are few. */
  readonly height?: 'fill' | number;
}

const ROW_REM = 3;
/** As `min-h-9` of the header's cells; the hairline under it is one more pixel. */
const HEADER_REM = 2.25;
const OVERSCAN = 8;
const rootFontSize = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

/** A table for any number of rows: only those in sight are in the page. Follows the ARIA grid pattern. */
export function DataGrid<Row>({
  label, columns, source, rowKey, sort, onSort, onOpen, empty, rowRem = ROW_REM, initialIndex = 0, onScrolledTo, height = 'fill',
}: DataGridProps<Row>) {
  const { t } = useTranslation('common');
  const scrollerRef = useRef<HTMLDivElement>(null);
  const [rem, setRem] = useState<number | null>(null);
  const rowHeight = rowRem * rootFontSize();
  const headerHeight = HEADER_REM * rootFontSize() + 1;
  const rowCount = source.total ?? 0;
  const shown = fittingColumns(columns, rem);

  const virtualizer = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scrollerRef.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    // A row later by a frame is not seen; React flushing in the middle of a render is warned of.
    useFlushSync: false,
    // The header stands in the same scroller and stays at its top: rows begin below it, and are revealed below it.
    scrollMargin: headerHeight,
    scrollPaddingStart: headerHeight,
    initialOffset: initialIndex * rowHeight,
    initialRect: { width: 800, height: 600 },
    // The focused row stays in the page however far it is scrolled away: else the focus would be lost.
    rangeExtractor: (range) => {
      const first = Math.max(0, range.startIndex - range.overscan);
      const last = Math.min(range.count - 1, range.endIndex + range.overscan);
      const indexes = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
      const focused = focus.at.row;
      return focused >= 0 && focused < range.count && (focused < first || focused > last) ? [focused, ...indexes].toSorted((a, b) => a - b) : indexes;
    },
  });
  const focus = useGridFocus({
    rowCount,
    columnCount: shown.length,
    pageRows: () => Math.floor(((scrollerRef.current?.clientHeight ?? rowHeight * 10) - rowHeight) / rowHeight),
    reveal: (row) => {
      virtualizer.scrollToIndex(row, { align: 'auto' });
    },
  });

  useEffect(() => {
    const scroller = scrollerRef.current;
    if (!scroller) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setRem(entry.contentRect.width / rootFontSize());
    });
    observer.observe(scroller);
    return () => {
      observer.disconnect();
    };
  }, []);

  const items = virtualizer.getVirtualItems();
  const firstShown = virtualizer.range?.startIndex ?? 0;
  const lastShown = virtualizer.range?.endIndex ?? 0;
  const { show, question } = source;
  const { reset } = focus;
  const askedRef = useRef(question);
  useEffect(() => {
    if (askedRef.current === question) return;
    askedRef.current = question;
    // Another question is read from its top.
    scrollerRef.current?.scrollTo({ top: 0 });
    reset();
  }, [question, reset]);
  useEffect(() => {
    show(Math.max(0, firstShown - OVERSCAN), Math.max(0, Math.min(rowCount - 1, lastShown + OVERSCAN)));
    onScrolledTo?.(firstShown);
  }, [show, rowCount, firstShown, lastShown, onScrolledTo]);

  const tracks = { gridTemplateColumns: shown.map(trackOf).join(' ') };
  const isEmpty = source.total === 0;
  const isLoading = source.total === null;
  return (
    <div
      ref={scrollerRef}
      className={clsx('relative min-w-0 overflow-auto rounded-lg border border-line bg-surface', height === 'fill' && 'min-h-40 flex-1')}
      style={height === 'fill' ? undefined : { maxBlockSize: `${height}rem` }}
    >
      <div
        role="grid"
        tabIndex={-1}
        aria-label={label}
        aria-rowcount={isLoading ? -1 : rowCount + 1}
        aria-colcount={columns.length}
        aria-busy={isLoading || source.isStale}
        onKeyDown={focus.onKeyDown}
        className={clsx('min-w-fit', source.isStale && 'opacity-80')}
      >
        <div role="rowgroup" className="sticky top-0 z-10 border-b border-line bg-sunken">
          <div role="row" aria-rowindex={1} className="grid" style={tracks}>
            {shown.map((column, index) => (
              <HeaderCell key={column.id} column={column} columnIndex={columns.indexOf(column)} cellProps={focus.cellProps(-1, index)} sort={sort} onSort={onSort} />
            ))}
          </div>
        </div>
        {isEmpty ? null : (
          <div role="rowgroup" className="relative" style={{ blockSize: isLoading ? undefined : virtualizer.getTotalSize() }}>
            {isLoading ? <LoadingRows label={t('loading')} columns={shown.length} tracks={tracks} height={rowHeight} /> : null}
            {items.map((item) => {
              const row = source.rowAt(item.index);
              return (
                <div
                  // By place, not by record: a focused row whose record arrives must stay the same element, or the focus is lost.
                  key={item.key}
                  data-key={row === undefined ? undefined : rowKey(row)}
                  role="row"
                  aria-rowindex={item.index + 2}
                  data-focused-row={focus.at.row === item.index || undefined}
                  onClick={(event) => {
                    const isControl = event.target instanceof Element && event.target.closest('a, button, input, label, select') !== null;
                    if (row !== undefined && onOpen && !isControl) onOpen(row, item.index);
                  }}
                  onKeyDown={(event) => {
                    const isCell = event.target instanceof Element && event.target.role === 'gridcell';
                    if (event.key === 'Enter' && isCell && row !== undefined) onOpen?.(row, item.index);
                  }}
                  className={clsx(
                    'absolute inset-x-0 grid border-b border-line/70 hover:bg-hover has-[[role=gridcell]:focus-visible]:bg-hover',
                    onOpen && row !== undefined && 'cursor-pointer',
                  )}
                  style={{ ...tracks, blockSize: rowHeight, insetBlockStart: item.start - headerHeight }}
                >
                  {shown.map((column, index) => (
                    <div
                      key={column.id}
                      role="gridcell"
                      aria-colindex={columns.indexOf(column) + 1}
                      {...focus.cellProps(item.index, index)}
                      className={clsx(
                        'flex min-w-0 items-center overflow-hidden outline-offset-[-2px]',
                        column.isTight === true ? 'px-1' : 'px-3',
                        column.align === 'end' ? 'justify-end text-end' : 'justify-start',
                      )}
                    >
                      {row === undefined ? <Skeleton className="h-3.5 w-2/3" /> : <div className="max-w-full min-w-0 flex-auto">{column.cell(row)}</div>}
                    </div>
                  ))}
                </div>
              );
            })}
          </div>
        )}
      </div>
      {isEmpty ? source.error ? <ErrorState error={source.error} onRetry={source.retry} /> : empty : null}
    </div>
  );
}

interface HeaderCellProps<Row> {
  readonly column: GridColumn<Row>;
  readonly columnIndex: number;
  readonly cellProps: ReturnType<ReturnType<typeof useGridFocus>['cellProps']>;
  readonly sort: GridSort | undefined;
  readonly onSort: ((sort: GridSort) => void) | undefined;
}

function HeaderCell<Row>({ column, columnIndex, cellProps, sort, onSort }: HeaderCellProps<Row>) {
  const key = column.sort;
  const isSorted = key !== undefined && sort?.key === key;
  const shared = clsx(column.isTight === true ? 'px-1' : 'px-3', 'flex min-h-9 w-full items-center gap-1 text-sm font-medium text-ink-2 outline-offset-[-2px]', column.align === 'end' && 'justify-end');
  if (key === undefined || !onSort) {
    return (
      <div role="columnheader" aria-colindex={columnIndex + 1} className={shared} {...cellProps}>
        {column.short === undefined ? (
          <span className={clsx('line-clamp-2 leading-4', column.align === 'end' && 'text-end')}>{column.header}</span>
        ) : (
          <span title={column.header} className="flex-1 text-center">
            <span aria-hidden>{column.short}</span>
            <span className="sr-only">{column.header}</span>
          </span>
        )}
      </div>
    );
  }
  const { tabIndex, onFocus, ref } = cellProps;
  return (
    <div role="columnheader" aria-colindex={columnIndex + 1} aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : 'none'} className="min-w-0">
      <button
        type="button"
        tabIndex={tabIndex}
        onFocus={onFocus}
        ref={ref}
        onClick={() => {
          onSort({ key, descending: isSorted ? !sort.descending : false });
        }}
        className={clsx(shared, 'hover:text-ink', isSorted && 'text-ink')}
      >
        <span className={clsx('line-clamp-2 leading-4', column.align === 'end' ? 'text-end' : 'text-start')}>{column.header}</span>
        {isSorted ? sort.descending ? <ArrowDown aria-hidden className="size-3.5 shrink-0" /> : <ArrowUp aria-hidden className="size-3.5 shrink-0" /> : null}
      </button>
    </div>
  );
}

function LoadingRows({ label, columns, tracks, height }: { readonly label: string; readonly columns: number; readonly tracks: { readonly gridTemplateColumns: string }; readonly height: number }) {
  return (
    <>
      <div role="row" className="sr-only">
        <div role="gridcell">{label}</div>
      </div>
      {Array.from({ length: 8 }, (_, row) => (
        <div key={row} aria-hidden className="grid border-b border-line/70" style={{ ...tracks, blockSize: height }}>
          {Array.from({ length: columns }, (__, column) => (
            <span key={column} className="flex items-center px-3">
              <Skeleton className="h-3.5 w-2/3" />
            </span>
          ))}
        </div>
      ))}
    </>
  );
}
