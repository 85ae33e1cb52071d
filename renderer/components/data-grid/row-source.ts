import { hashKey, useQueries } from '@tanstack/react-query';
import type { QueryFunction, QueryKey, QueryMeta } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';

/** Rows for a grid, of which only the windows that are looked at need to be there. */
export interface RowSource<Row> {
  /** null: not known yet. */
  readonly total: number | null;
  /** What was asked: another text, another list. */
  readonly question: string;
  readonly rowAt: (index: number) => Row | undefined;
  /** The grid says what it shows (both ends included). */
  readonly show: (first: number, last: number) => void;
  readonly error: unknown;
  readonly retry: () => void;
  /** Rows on screen belong to an earlier question while the new answer is read. */
  readonly isStale: boolean;
}

interface RowPage<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

interface PageOptions<Row> {
  readonly queryKey: QueryKey;
  readonly queryFn: QueryFunction<RowPage<Row>>;
}

const PAGE_SIZE = 100;

/**
 * Rows read page by page from the data host:
 * `usePagedRows((window) => queries.clients.list.queryOptions({ input: { ...filter, ...window } }))`.
 * Pages that were seen stay in TanStack Query's cache; a changed question keeps the old rows on screen until the answer is there.
 */
export function usePagedRows<Row>(page: (window: { readonly offset: number; readonly limit: number }) => PageOptions<Row>): RowSource<Row> {
  const [pages, setPages] = useState({ first: 0, last: 0 });
  const numbers = useMemo(() => Array.from({ length: pages.last - pages.first + 1 }, (_, index) => pages.first + index), [pages]);
  const results = useQueries({
    queries: numbers.map((number) => {
      const { queryKey, queryFn } = page({ offset: number * PAGE_SIZE, limit: PAGE_SIZE });
      return {
        queryKey,
        queryFn,
        meta: { page: number },
        // The same rows of the earlier question, never another page's.
        placeholderData: (previous: RowPage<Row> | undefined, query: { readonly meta?: QueryMeta | undefined } | undefined) =>
          query?.meta?.['page'] === number ? previous : undefined,
      };
    }),
  });
  const show = useCallback((first: number, last: number) => {
    const next = { first: Math.floor(Math.max(0, first) / PAGE_SIZE), last: Math.floor(Math.max(0, last) / PAGE_SIZE) };
    setPages((current) => (current.first === next.first && current.last === next.last ? current : next));
  }, []);
  const failed = results.find(({ error }) => error !== null);
  const told = results.find(({ data }) => data !== undefined)?.data?.total ?? null;
  const isOld = results.some(({ isPlaceholderData }) => isPlaceholderData);
  const question = hashKey(page({ offset: 0, limit: PAGE_SIZE }).queryKey);
  // While a far page is read nothing new is told: the list must not collapse meanwhile.
  const [known, setKnown] = useState<{ readonly question: string; readonly total: number } | null>(null);
  if (told !== null && !isOld && (told !== known?.total || question !== known.question)) setKnown({ question, total: told });
  const total = known?.total ?? told;
  return {
    total: failed && total === null ? 0 : total,
    question,
    rowAt: (index) => results[Math.floor(index / PAGE_SIZE) - pages.first]?.data?.rows[index % PAGE_SIZE],
    show,
    error: failed?.error ?? null,
    retry: () => {
      for (const result of results) if (result.error !== null) void result.refetch();
    },
    isStale: isOld || (known !== null && known.question !== question),
  };
}

/** Rows that are all here. */
export function useListedRows<Row>(rows: readonly Row[]): RowSource<Row> {
  return useMemo(
    () => ({ total: rows.length, question: '', rowAt: (index: number) => rows[index], show: () => undefined, error: null, retry: () => undefined, isStale: false }),
    [rows],
  );
}
