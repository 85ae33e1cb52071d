import { useCallback, useMemo, useState } from 'react';
import { Checkbox } from '../Checkbox.tsx';
import type { GridColumn } from './columns.ts';

/** Records that a person marked in a list, whatever is in sight of it. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly set: (ids: Iterable<string>) => void;
  readonly toggle: (id: string, isSelected: boolean) => void;
  readonly clear: () => void;
}

/** @param scope what the list shows: with another question what was marked is forgotten, for it may no longer be in sight. */
export function useSelection(scope: string): Selection {
  const [state, setState] = useState<{ readonly scope: string; readonly ids: ReadonlySet<string> }>({ scope, ids: new Set() });
  const ids = useMemo(() => (state.scope === scope ? state.ids : new Set<string>()), [state, scope]);
  const set = useCallback((next: Iterable<string>) => {
    setState({ scope, ids: new Set(next) });
  }, [scope]);
  const toggle = useCallback((id: string, isSelected: boolean) => {
    setState((current) => {
      const next = new Set(current.scope === scope ? current.ids : []);
      if (isSelected) next.add(id);
      else next.delete(id);
      return { scope, ids: next };
    });
  }, [scope]);
  const clear = useCallback(() => {
    set([]);
  }, [set]);
  return useMemo(() => ({ ids, set, toggle, clear }), [ids, set, toggle, clear]);
}

interface SelectColumnWords<Row> {
  readonly header: string;
  /** What marking this row is called. */
  readonly label: (row: Row) => string;
}

/** A column of ticks, for the first place of a grid. */
export const selectColumn = <Row extends { readonly id: string }>({ ids, toggle }: Selection, { header, label }: SelectColumnWords<Row>): GridColumn<Row> => ({
  id: 'select', header, minRem: 2.5, grow: 0, isTight: true,
  cell: (row) => (
    <span className="flex justify-center">
      <Checkbox
        aria-label={label(row)}
        isSelected={ids.has(row.id)}
        onChange={(isSelected) => {
          toggle(row.id, isSelected);
        }}
      />
    </span>
  ),
});
