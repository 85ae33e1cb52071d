import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { lineSorts } from '#shared/contract/orders.ts';
import { queries } from '#renderer/api.ts';
import { DataGrid, usePagedRows } from '#renderer/components/data-grid/index.ts';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { lineColumns } from './line-columns.tsx';
import { useRecords } from './records-context.ts';
import type { LinesQuery } from './records-context.ts';

type LineSort = (typeof lineSorts)[number];
const isLineSort = (key: string): key is LineSort => lineSorts.some((sort) => sort === key);

interface LinesGridProps {
  readonly label: string;
  readonly query: LinesQuery;
  readonly empty: ReactNode;
  /** Told how many lines there are, once it is known. */
  readonly children?: (total: number | null) => ReactNode;
  readonly height: 'fill' | number;
}

/** Order lines, any number of them; a line opens with everything known about it. */
export function LinesGrid({ label, query, empty, children, height }: LinesGridProps) {
  const { t } = useTranslation('records');
  const format = useFormat();
  const { open } = useRecords();
  const [sort, setSort] = useState<{ readonly key: LineSort; readonly descending: boolean }>({ key: 'promised', descending: true });
  const basis = query.basis ?? 'first-promise';
  const source = usePagedRows((window) => queries.orders.lines.queryOptions({ input: { ...query, sort: sort.key, descending: sort.descending, ...window } }));
  const columns = useMemo(() => lineColumns(t, format, basis), [t, format, basis]);
  return (
    <>
      {children?.(source.total)}
      <DataGrid
        label={label}
        columns={columns}
        source={source}
        rowKey={({ id }) => id}
        sort={sort}
        onSort={({ key, descending }) => {
          if (isLineSort(key)) setSort({ key, descending });
        }}
        onOpen={(line) => {
          open({ kind: 'record', ref: { kind: 'order-line', id: line.id }, title: t('line.title', { order: line.orderNumber, line: line.lineNumber }) });
        }}
        empty={empty}
        height={height}
      />
    </>
  );
}
