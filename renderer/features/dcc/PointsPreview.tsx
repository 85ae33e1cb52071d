import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DccItem } from '#shared/contract/dcc.ts';
import { displayUnit } from '#shared/domain/calibration/index.ts';
import type { Measurand, MeasurementPoint, Verdict } from '#shared/domain/calibration/index.ts';
import { DataGrid, useListedRows } from '#renderer/components/data-grid/index.ts';
import type { GridColumn } from '#renderer/components/data-grid/index.ts';
import { Isolate } from '#renderer/components/Isolate.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { decimalIn } from '#renderer/instruments/typed-decimal.ts';
import { VerdictPill } from '#renderer/instruments/VerdictPill.tsx';

interface Row {
  readonly position: number;
  readonly point: MeasurementPoint;
}

/** What the laboratory states it by: the uncertainty of what is judged, else of what is there. */
const statedOf = ({ judged, error, measured, reference }: MeasurementPoint): Measurand | null => {
  const inOrder = judged === 'error' ? [error, measured, reference] : [measured, error, reference];
  return inOrder.find((measurand) => (measurand?.uncertainty ?? null) !== null) ?? null;
};

const words = (text: string) => <bdi title={text} className="block truncate">{text}</bdi>;
const number = (text: string | null) => (text === null ? <span className="text-ink-3">–</span> : <Isolate>{text}</Isolate>);
const verdict = (stated: Verdict | null) => (stated === null ? null : <VerdictPill verdict={stated} />);

/** The first points as the file has them, every digit as written. */
export function PointsPreview({ item: { firstPoints, pointCount } }: { readonly item: Pick<DccItem, 'firstPoints' | 'pointCount'> }) {
  const { t } = useTranslation('dcc');
  const format = useFormat();
  const rows = useMemo(() => firstPoints.map((point, position): Row => ({ position, point })), [firstPoints]);
  const source = useListedRows(rows);
  const columns = useMemo((): readonly GridColumn<Row>[] => {
    const has = (test: (point: MeasurementPoint) => boolean): boolean => rows.some(({ point }) => test(point));
    const amount = (measurand: Measurand | null): string | null => {
      if (measurand === null) return null;
      return measurand.value === null ? t('points.notANumber') : `${decimalIn(format, measurand.value)} ${displayUnit(measurand.unit)}`.trim();
    };
    const place = ({ stage, group, label }: MeasurementPoint): string =>
      [stage === 'only' ? '' : t(`stage.${stage}`), group ?? '', label ?? ''].filter((part) => part !== '').join(' · ');
    const expanded = (stated: Measurand | null): string | null => {
      if (!stated?.uncertainty) return null;
      const value = decimalIn(format, stated.uncertainty.expanded);
      return stated.uncertainty.kind === 'relative' ? t('points.relative', { value }) : `${value} ${displayUnit(stated.unit)}`.trim();
    };
    const factor = (stated: Measurand | null): string | null => (stated?.uncertainty ? decimalIn(format, stated.uncertainty.coverageFactor) : null);
    const amounts: readonly (GridColumn<Row> & { readonly isThere: boolean })[] = [
      { id: 'of', header: t('points.of'), minRem: 8, grow: 2, priority: 3, isThere: has((point) => place(point) !== ''), cell: ({ point }) => words(place(point)) },
      { id: 'reference', header: t('points.reference'), minRem: 7, align: 'end', isThere: has(({ reference }) => reference !== null), cell: ({ point }) => number(amount(point.reference)) },
      { id: 'measured', header: t('points.measured'), minRem: 7, align: 'end', isThere: has(({ measured }) => measured !== null), cell: ({ point }) => number(amount(point.measured)) },
      { id: 'error', header: t('points.error'), minRem: 6, align: 'end', isThere: has(({ error }) => error !== null), cell: ({ point }) => number(amount(point.error)) },
      { id: 'uncertainty', header: t('points.uncertainty'), minRem: 6, align: 'end', isThere: true, cell: ({ point }) => number(expanded(statedOf(point))) },
      { id: 'factor', header: t('points.factor'), minRem: 3.5, grow: 0, align: 'end', isThere: true, cell: ({ point }) => number(factor(statedOf(point))) },
      { id: 'stated', header: t('points.stated'), minRem: 7, priority: 2, isThere: has(({ statedConformity }) => statedConformity !== null), cell: ({ point }) => verdict(point.statedConformity) },
    ];
    return amounts.filter(({ isThere }) => isThere);
  }, [rows, t, format]);
  if (pointCount === 0) return <p className="text-ink-2">{t('points.nothing')}</p>;
  return (
    <div className="flex flex-col gap-1.5">
      <DataGrid label={t('points.title', { count: pointCount })} columns={columns} source={source} rowKey={({ position }) => String(position)} rowRem={2.25} height={16} empty={null} />
      {pointCount > firstPoints.length ? <p className="text-sm text-ink-2">{t('points.more', { shown: firstPoints.length, count: pointCount })}</p> : null}
    </div>
  );
}
