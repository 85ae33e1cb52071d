import { screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { fittingColumns } from '#renderer/components/data-grid/columns.ts';
import { DataGrid, useListedRows, usePagedRows } from '#renderer/components/data-grid/index.ts';
import type { GridColumn, GridSort } from '#renderer/components/data-grid/index.ts';
import { gridStep } from '#renderer/components/data-grid/use-grid-focus.ts';
import { english, persian, renderIn } from '../support.tsx';

interface Part {
  readonly id: string;
  readonly name: string;
  readonly size: number;
}
const columns: readonly GridColumn<Part>[] = [
  { id: 'name', header: 'Name', sort: 'name', minRem: 10, cell: (row) => row.name },
  { id: 'size', header: 'Size', minRem: 6, align: 'end', cell: (row) => row.size, priority: 2 },
];
const part = (index: number): Part => ({ id: `p${index}`, name: `Part ${index}`, size: index });
const parts = Array.from({ length: 500 }, (_, index) => part(index));

const nothing = (): void => undefined;

function Listed({ rows = parts, onOpen = nothing }: { readonly rows?: readonly Part[]; readonly onOpen?: (row: Part) => void }) {
  const [sort, setSort] = useState<GridSort>({ key: 'name', descending: false });
  return (
    <DataGrid label="Parts" columns={columns} source={useListedRows(rows)} rowKey={(row) => row.id} sort={sort} onSort={setSort} onOpen={onOpen} empty={<p>{'nothing here'}</p>} />
  );
}

describe('a list of 500', () => {
  test('says how many rows there are and renders those in sight', () => {
    renderIn(english, <Listed />);
    const grid = screen.getByRole('grid', { name: 'Parts' });
    expect(grid).toHaveAttribute('aria-rowcount', '501');
    const rows = within(grid).getAllByRole('row');
    expect(rows.length).toBeLessThan(60);
    expect(rows[1]).toHaveAttribute('aria-rowindex', '2');
    expect(screen.getByText('Part 0')).toBeInTheDocument();
    expect(screen.queryByText('Part 400')).not.toBeInTheDocument();
  });

  test('is one tab stop, and the arrows move the focus', async () => {
    const { user } = renderIn(english, <Listed />);
    await user.tab();
    expect(document.activeElement).toHaveTextContent('Part 0');
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(document.activeElement).toHaveTextContent('Part 2');
    await user.keyboard('{ArrowRight}');
    expect(document.activeElement).toHaveTextContent(/^2$/u);
    await user.tab();
    expect(screen.getByRole('grid')).not.toContainElement(document.activeElement instanceof HTMLElement ? document.activeElement : null);
    await user.tab({ shift: true });
    expect(document.activeElement).toHaveTextContent(/^2$/u);
  });

  test('Ctrl+End goes to the very last row, which then is in the page, and Enter opens it', async () => {
    const onOpen = vi.fn<(row: Part) => void>();
    const { user } = renderIn(english, <Listed onOpen={onOpen} />);
    await user.tab();
    await user.keyboard('{Control>}{End}{/Control}');
    await waitFor(() => {
      expect(document.activeElement).toHaveTextContent('499');
    });
    await user.keyboard('{Enter}');
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(parts[499], 499);
    await user.keyboard('{Control>}{Home}{/Control}');
    await waitFor(() => {
      expect(document.activeElement).toHaveTextContent('Part 0');
    });
  });

  test('the header is reached by the arrows and sorts by Enter, and says so', async () => {
    const { user } = renderIn(english, <Listed />);
    const header = screen.getByRole('columnheader', { name: 'Name' });
    expect(header).toHaveAttribute('aria-sort', 'ascending');
    await user.tab();
    await user.keyboard('{ArrowUp}');
    expect(header).toContainElement(document.activeElement instanceof HTMLElement ? document.activeElement : null);
    await user.keyboard('{Enter}');
    expect(header).toHaveAttribute('aria-sort', 'descending');
    expect(screen.getByRole('columnheader', { name: 'Size' })).not.toHaveAttribute('aria-sort');
  });

  test('a press anywhere on the row opens it', async () => {
    const onOpen = vi.fn<(row: Part) => void>();
    const { user } = renderIn(english, <Listed onOpen={onOpen} />);
    await user.click(screen.getByText('Part 3'));
    expect(onOpen).toHaveBeenCalledWith(parts[3], 3);
  });

  test('in Persian the left arrow goes onwards', async () => {
    const { user } = renderIn(persian, <Listed />);
    await user.tab();
    await user.keyboard('{ArrowLeft}');
    expect(document.activeElement).toHaveTextContent(/^0$/u);
  });
});

test('an empty list says what to do instead', () => {
  renderIn(english, <Listed rows={[]} />);
  expect(screen.getByText('nothing here')).toBeInTheDocument();
});

interface Answer {
  readonly total: number;
  readonly rows: readonly Part[];
}

function Paged({ read }: { readonly read: (offset: number, limit: number) => Promise<Answer> }) {
  const source = usePagedRows<Part>(({ offset, limit }) => ({ queryKey: ['parts', offset, limit], queryFn: () => read(offset, limit) }));
  return <DataGrid label="Parts" columns={columns} source={source} rowKey={(row) => row.id} empty={<p>{'nothing here'}</p>} />;
}

function Asked({ of }: { readonly of: string }) {
  const source = usePagedRows<Part>(({ offset, limit }) => ({
    queryKey: ['parts', of, offset, limit],
    queryFn: () => Promise.resolve({ total: 100_000, rows: slice(offset, limit).rows.map((row) => Object.assign({}, row, { name: `${of} ${row.size}` })) }),
  }));
  return <DataGrid label="Parts" columns={columns} source={source} rowKey={(row) => row.id} empty={<p>{'nothing here'}</p>} />;
}

const slice = (offset: number, limit: number): Answer => ({ total: 100_000, rows: Array.from({ length: limit }, (_, index) => part(offset + index)) });

describe('a list of 100,000 that is read in windows', () => {
  test('reads only what is looked at', async () => {
    const read = vi.fn<(offset: number, limit: number) => Promise<Answer>>((offset, limit) => Promise.resolve(slice(offset, limit)));
    const { user } = renderIn(english, <Paged read={read} />);
    expect(screen.getByRole('grid')).toHaveAttribute('aria-busy', 'true');
    await screen.findByText('Part 0');
    expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '100001');
    expect(read.mock.calls).toEqual([[0, 100]]);
    await user.tab();
    await user.keyboard('{Control>}{End}{/Control}');
    await screen.findByText('Part 99999');
    // The focus went along, though the row was not there yet when it was asked for.
    expect(document.activeElement).toHaveTextContent(/^99999$/u);
    expect(read.mock.calls.length).toBeLessThanOrEqual(4);
    expect(read.mock.calls.at(-1)).toEqual([99_900, 100]);
    // Rows between were never asked for and never shown in another's place.
    expect(screen.queryByText('Part 50000')).not.toBeInTheDocument();
  });

  test('another question begins at its top, and keeps its old rows only until they are answered', async () => {
    const { user, rerenderIn } = renderIn(english, <Asked of="a" />);
    await screen.findByText('a 0');
    await user.tab();
    await user.keyboard('{Control>}{End}{/Control}');
    await screen.findByText('a 99999');
    rerenderIn(<Asked of="b" />);
    await screen.findByText('b 0');
    expect(screen.getByRole('grid')).toHaveAttribute('aria-busy', 'false');
    expect(screen.queryByText(/^a /u)).not.toBeInTheDocument();
  });

  test('says when it cannot be read, and tries again when asked', async () => {
    let fails = true;
    const read = vi.fn<(offset: number, limit: number) => Promise<Answer>>((offset, limit) => (fails ? Promise.reject(new Error('no')) : Promise.resolve(slice(offset, limit))));
    const { user } = renderIn(english, <Paged read={read} />);
    expect(await screen.findByRole('alert')).toHaveTextContent('That did not work.');
    fails = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Part 0')).toBeInTheDocument();
  });
});

describe('where a key leads', () => {
  const room = { rowCount: 10, columnCount: 3, page: 4, isRtl: false };
  test.each([
    ['ArrowUp', false, { row: 0, column: 1 }, { row: -1, column: 1 }],
    ['ArrowUp', false, { row: -1, column: 1 }, { row: -1, column: 1 }],
    ['ArrowDown', false, { row: 9, column: 1 }, { row: 9, column: 1 }],
    ['PageDown', false, { row: 7, column: 0 }, { row: 9, column: 0 }],
    ['PageUp', false, { row: 2, column: 0 }, { row: 0, column: 0 }],
    ['Home', false, { row: 5, column: 2 }, { row: 5, column: 0 }],
    ['End', true, { row: 0, column: 0 }, { row: 9, column: 2 }],
    ['ArrowRight', false, { row: 0, column: 2 }, { row: 0, column: 2 }],
  ])('%s (Ctrl: %s)', (key, withControl, from, to) => {
    expect(gridStep(key, withControl, from, room)).toEqual(to);
  });

  test('letters are left to whoever wants them', () => {
    expect(gridStep('a', false, { row: 0, column: 0 }, room)).toBeNull();
  });
});

test('where room is short the least important columns go first, and the first never', () => {
  const many: readonly GridColumn<Part>[] = [
    { id: 'a', header: 'A', minRem: 10, cell: () => null },
    { id: 'b', header: 'B', minRem: 10, cell: () => null, priority: 2 },
    { id: 'c', header: 'C', minRem: 10, cell: () => null, priority: 4 },
    { id: 'd', header: 'D', minRem: 10, cell: () => null, priority: 3 },
  ];
  const ids = (rem: number | null): string => fittingColumns(many, rem).map(({ id }) => id).join('');
  expect(ids(null)).toBe('abcd');
  expect(ids(40)).toBe('abcd');
  expect(ids(39)).toBe('abd');
  expect(ids(25)).toBe('ab');
  expect(ids(5)).toBe('a');
});
