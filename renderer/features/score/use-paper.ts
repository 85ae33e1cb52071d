import { useCallback, useMemo, useState } from 'react';
import type { Imagined, ImaginedThing } from './imagined.ts';

/** As many as can be overlooked, and as the data host takes. */
export const MOST_ROWS = 20;

export interface Paper {
  readonly rows: readonly Imagined[];
  readonly isFull: boolean;
  /** The row that came from elsewhere on the page and is to be shown. */
  readonly arrivedKey: number | null;
  readonly add: (thing: ImaginedThing) => void;
  /** From elsewhere on the page. */
  readonly send: (thing: ImaginedThing) => void;
  readonly replace: (row: Imagined) => void;
  readonly remove: (key: number) => void;
  readonly clear: () => void;
}

interface State {
  readonly rows: readonly Imagined[];
  readonly nextKey: number;
  readonly arrivedKey: number | null;
}

const NOTHING: State = { rows: [], nextKey: 1, arrivedKey: null };

const withRow = ({ rows, nextKey }: State, thing: ImaginedThing, hasArrived: boolean): State => ({
  // The paper is full: the oldest makes room for what has just been asked.
  rows: [...rows.slice(-(MOST_ROWS - 1)), { key: nextKey, ...thing }],
  nextKey: nextKey + 1,
  arrivedKey: hasArrived ? nextKey : null,
});

/** What somebody imagines about one client. It lives as long as the page, and nowhere else. */
export function usePaper(): Paper {
  const [state, setState] = useState(NOTHING);
  const add = useCallback((thing: ImaginedThing) => {
    setState((before) => withRow(before, thing, false));
  }, []);
  const send = useCallback((thing: ImaginedThing) => {
    setState((before) => withRow(before, thing, true));
  }, []);
  const replace = useCallback((row: Imagined) => {
    setState((before) => ({ ...before, rows: before.rows.map((each) => (each.key === row.key ? row : each)) }));
  }, []);
  const remove = useCallback((key: number) => {
    setState((before) => ({ ...before, rows: before.rows.filter((each) => each.key !== key) }));
  }, []);
  const clear = useCallback(() => {
    setState((before) => ({ ...NOTHING, nextKey: before.nextKey }));
  }, []);
  const { rows, arrivedKey } = state;
  return useMemo(() => ({ rows, isFull: rows.length >= MOST_ROWS, arrivedKey, add, send, replace, remove, clear }), [rows, arrivedKey, add, send, replace, remove, clear]);
}
