import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { maximumPoints } from '#shared/contract/certificates.ts';
import type { DocumentContent } from '#shared/contract/certificates.ts';
import type { MeasurementPoint } from '#shared/domain/calibration/index.ts';
import { toast } from '#renderer/state/toasts.ts';
import { rowOf } from '../working.ts';
import type { PointRow, Working } from '../working.ts';
import { nextLike, numberColumns, writeCell } from './cells.ts';
import type { CellColumn } from './cells.ts';

type Change = (changes: Partial<Working>) => void;

/** What can be done with the points; what touches several at once can be taken back. */
export function usePointEdits(working: Working, change: Change) {
  const { t } = useTranslation('certificates');
  const workingRef = useRef(working);
  useEffect(() => {
    workingRef.current = working;
  });

  const setRows = useCallback(
    (rows: readonly PointRow[], unread?: Readonly<Record<string, string>>) => {
      const next = { rows, ...(unread === undefined ? {} : { unread }) };
      // Several keys may fall between two renderings.
      workingRef.current = { ...workingRef.current, ...next };
      change(next);
    },
    [change],
  );

  const setDocument = useCallback(
    (changes: Partial<DocumentContent>): void => {
      const document = { ...workingRef.current.document, ...changes };
      workingRef.current = { ...workingRef.current, document };
      change({ document });
    },
    [change],
  );

  /** Replaces many rows, and says so with a way back. */
  const replace = useCallback(
    (rows: readonly PointRow[], said: string, unread?: Readonly<Record<string, string>>) => {
      const before = workingRef.current;
      setRows(rows, unread);
      toast(said, {
        label: t('records:undo'),
        run: () => {
          setRows(before.rows, before.unread);
        },
      });
    },
    [setRows, t],
  );

  const typeInto = useCallback(
    (index: number, column: CellColumn, typed: string): void => {
      const { rows, unread } = workingRef.current;
      const row = rows[index];
      if (row === undefined) return;
      const key = `${row.id}:${column}`;
      const outcome = writeCell(row.point, column, typed);
      const { [key]: _before, ...others } = unread;
      if (outcome.kind === 'problem') {
        // What the number was before its last key is not what was meant: until it can be read there is none.
        const emptied = numberColumns.has(column) ? writeCell(row.point, column, '') : outcome;
        setRows(emptied.kind === 'written' ? rows.with(index, { id: row.id, point: emptied.point }) : rows, { ...others, [key]: typed });
      }
      else setRows(rows.with(index, { id: row.id, point: outcome.point }), key in unread ? others : undefined);
    },
    [setRows],
  );

  const putBack = useCallback(
    (index: number, point: MeasurementPoint): void => {
      const { rows, unread } = workingRef.current;
      const row = rows[index];
      if (row === undefined) return;
      setRows(rows.with(index, { id: row.id, point }), Object.fromEntries(Object.entries(unread).filter(([key]) => !key.startsWith(`${row.id}:`))));
    },
    [setRows],
  );

  /** @returns false where there is no room for one more. */
  const insert = useCallback(
    (at: number, make: (above: MeasurementPoint | undefined) => MeasurementPoint): boolean => {
      const { rows } = workingRef.current;
      if (rows.length >= maximumPoints) return false;
      setRows(rows.toSpliced(at, 0, rowOf(make(rows[at - 1]?.point))));
      return true;
    },
    [setRows],
  );
  const add = useCallback((at: number) => insert(at, nextLike), [insert]);
  const duplicate = useCallback((index: number) => insert(index + 1, (above) => above ?? nextLike(above)), [insert]);

  const remove = useCallback(
    (index: number): void => {
      const { rows } = workingRef.current;
      if (rows[index] === undefined) return;
      replace(rows.toSpliced(index, 1), t('points.removed', { number: index + 1 }));
    },
    [replace, t],
  );

  /** @returns how many points were changed. */
  const changeAll = useCallback(
    (of: (point: MeasurementPoint) => MeasurementPoint, said: (count: number) => string): number => {
      let count = 0;
      const rows = workingRef.current.rows.map((row) => {
        const point = of(row.point);
        if (point === row.point) return row;
        count += 1;
        return { id: row.id, point };
      });
      if (count > 0) replace(rows, said(count));
      return count;
    },
    [replace],
  );

  /** The same places once more as left, with nothing read yet. */
  const addAsLeft = useCallback((): void => {
    const { rows } = workingRef.current;
    const found = rows.filter(({ point }) => point.stage === 'as-found');
    const room = found.slice(0, maximumPoints - rows.length);
    replace(
      [...rows, ...room.map(({ point }) => rowOf({ ...nextLike(point), label: point.label, reference: point.reference, stage: 'as-left' }))],
      t('points.asLeftAdded', { count: room.length }),
    );
  }, [replace, t]);

  return { setDocument, typeInto, putBack, add, duplicate, remove, replace, changeAll, addAsLeft, rowsNow: () => workingRef.current };
}

export type PointEdits = ReturnType<typeof usePointEdits>;
