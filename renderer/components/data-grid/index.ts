export { DataGrid } from './DataGrid.tsx';
export type { GridColumn, GridSort } from './columns.ts';
export { useListedRows, usePagedRows } from './row-source.ts';
export { selectColumn, useSelection } from './selection.tsx';
export type { Selection } from './selection.tsx';
