import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { displayUnit } from '#shared/domain/calibration/index.ts';
import { DataGrid, useListedRows } from '#renderer/components/data-grid/index.ts';
import { Isolate } from '#renderer/components/Isolate.tsx';
import { Pill } from '#renderer/components/Pill.tsx';
import { useCellWords } from './cell-words.ts';
import { cellAt, drawnColumns } from './table-columns.ts';
import type { DccTable, DrawnColumn } from './table-columns.ts';
import { TextOf } from './TextOf.tsx';

/** More rows than are drawn at once: those in sight are. */
const mostDrawn = 100;

/** Quantities side by side, as the document has them. */
export function ResultTable({ table }: { readonly table: DccTable }) {
  const { t } = useTranslation('dcc');
  const columns = useMemo(() => drawnColumns(table), [table]);
  return (
    <figure className="flex min-w-0 flex-col gap-1.5">
      {table.heading === null && table.stage === 'only' ? null : (
        <figcaption className="flex flex-wrap items-center gap-2 font-medium">
          {table.heading === null ? null : <TextOf text={table.heading} />}
          {table.stage === 'only' ? null : <Pill>{t(`stage.${table.stage}`)}</Pill>}
        </figcaption>
      )}
      {table.rowCount > mostDrawn ? <LongTable table={table} columns={columns} /> : <ShortTable table={table} columns={columns} />}
    </figure>
  );
}

const rowsOf = ({ rowCount }: DccTable): readonly number[] => Array.from({ length: rowCount }, (_, row) => row);

interface DrawnTableProps {
  readonly table: DccTable;
  readonly columns: readonly DrawnColumn[];
}

const isSaid = (heading: string, role: string): boolean => heading.trim().toLowerCase() === role.toLowerCase();

/** What a column is called in words, without its unit. */
function useHeadings() {
  const { t } = useTranslation('dcc');
  const { basis } = useCellWords();
  return ({ kind, column, ...rest }: DrawnColumn): string => {
    const stated = 'basis' in rest ? rest.basis : null;
    if (kind === 'uncertainty') return stated === null ? t('uncertainty.title') : basis(stated);
    return column.heading?.text ?? t(column.role === null ? 'term.value' : `role.${column.role}`);
  };
}

function ShortTable({ table, columns }: DrawnTableProps) {
  const { t } = useTranslation('dcc');
  const headingOf = useHeadings();
  const name = table.heading?.text ?? columns.flatMap((column) => (column.kind === 'value' ? [headingOf(column)] : [])).join(', ');
  return (
    <div role="region" aria-label={t('sent.table', { name })} tabIndex={0} className="w-fit max-w-full min-w-0 overflow-x-auto rounded-lg border border-line">
      <table className="text-start">
        <thead className="bg-sunken text-sm">
          <tr>
            {columns.map((drawn) => (
              <th key={`${drawn.kind}-${drawn.position}`} scope="col" className="min-w-28 px-3 py-1.5 text-end align-bottom font-medium">
                {drawn.kind === 'value' && drawn.column.heading ? <TextOf text={drawn.column.heading} /> : headingOf(drawn)}
                {drawn.kind === 'value' && drawn.column.role !== null && drawn.column.heading !== null && !isSaid(drawn.column.heading.text, t(`role.${drawn.column.role}`)) ? (
                  <span className="block text-xs font-normal text-ink-3">{t(`role.${drawn.column.role}`)}</span>
                ) : null}
                {drawn.kind === 'value' && drawn.column.unit !== null && displayUnit(drawn.column.unit) !== '' ? (
                  <span className="block font-normal text-ink-3">
                    <Isolate>{displayUnit(drawn.column.unit)}</Isolate>
                  </span>
                ) : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rowsOf(table).map((row) => (
            <tr key={row}>
              {columns.map((drawn) => (
                <td key={`${drawn.kind}-${drawn.position}`} className="px-3 py-1.5 text-end tabular-nums">
                  <CellOf drawn={drawn} row={row} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function LongTable({ table, columns }: DrawnTableProps) {
  const { t } = useTranslation('dcc');
  const headingOf = useHeadings();
  const rows = useMemo(() => rowsOf(table), [table]);
  const source = useListedRows(rows);
  return (
    <DataGrid
      label={t('sent.table', { name: table.heading?.text ?? columns.map(headingOf).join(', ') })}
      source={source}
      rowKey={String}
      rowRem={2.25}
      height={28}
      empty={null}
      columns={columns.map((drawn) => {
        const unit = drawn.kind === 'value' && drawn.column.unit !== null ? displayUnit(drawn.column.unit) : '';
        return {
          id: `${drawn.kind}-${drawn.position}`,
          header: unit === '' ? headingOf(drawn) : t('sent.heading', { name: headingOf(drawn), unit: `\u2066${unit}\u2069` }),
          minRem: 8, align: 'end', cell: (row: number) => cellOf(drawn, row),
        };
      })}
    />
  );
}

const cellOf = (drawn: DrawnColumn, row: number) => <CellOf drawn={drawn} row={row} />;

function CellOf({ drawn, row }: { readonly drawn: DrawnColumn; readonly row: number }) {
  const words = useCellWords();
  const cell = cellAt(drawn.column, row);
  if (cell === undefined) return null;
  if (drawn.kind === 'value') {
    const unit = cell.unit === null ? '' : displayUnit(cell.unit);
    return <bdi className="[overflow-wrap:anywhere]">{unit === '' ? words.value(cell) : `${words.value(cell)} ${unit}`}</bdi>;
  }
  if (cell.uncertainty === null) return null;
  return (
    <>
      <Isolate>{words.uncertainty(cell.uncertainty)}</Isolate>
      {drawn.basis === null ? <span className="ms-1.5 text-sm text-ink-3">{words.basis(cell.uncertainty)}</span> : null}
    </>
  );
}
