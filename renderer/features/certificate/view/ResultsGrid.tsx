import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentContent } from '#shared/contract/certificates.ts';
import { displayUnit } from '#shared/domain/calibration/index.ts';
import type { DecisionRule, MeasurementPoint } from '#shared/domain/calibration/index.ts';
import { DataGrid, useListedRows } from '#renderer/components/data-grid/index.ts';
import type { GridColumn } from '#renderer/components/data-grid/index.ts';
import { Drawer } from '#renderer/components/Dialog.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { shownPoint } from '#renderer/instruments/shown-point.ts';
import { decimalIn } from '#renderer/instruments/typed-decimal.ts';
import { VerdictPill } from '#renderer/instruments/VerdictPill.tsx';
import { useJudge } from '../judging.ts';
import type { Judge } from '../judging.ts';
import { PointNumbers } from '../points/PointNumbers.tsx';

interface Row {
  readonly index: number;
  readonly point: MeasurementPoint;
}

interface ResultsGridProps {
  readonly points: readonly MeasurementPoint[];
  readonly document: DocumentContent;
}

interface ColumnChoice {
  readonly adjusted: boolean;
  readonly hasGroups: boolean;
  readonly hasLabels: boolean;
}

const resultColumns = ['number', 'stage', 'group', 'label', 'reference', 'measured', 'error', 'expanded', 'factor', 'limits', 'verdict'] as const;
type ResultColumn = (typeof resultColumns)[number];

const LAYOUT: Readonly<Record<ResultColumn, Pick<GridColumn<Row>, 'minRem' | 'grow' | 'align' | 'priority'>>> = {
  number: { minRem: 3.5, grow: 0 }, stage: { minRem: 7, grow: 0 }, group: { minRem: 8, priority: 3 }, label: { minRem: 5, priority: 3 }, reference: { minRem: 6, align: 'end' },
  measured: { minRem: 6, align: 'end' }, error: { minRem: 6, align: 'end', priority: 2 }, expanded: { minRem: 6, align: 'end' }, factor: { minRem: 3.5, grow: 0, align: 'end', priority: 4 },
  limits: { minRem: 9, align: 'end', priority: 3 }, verdict: { minRem: 10.5, grow: 0 },
};

const isColumn = (column: ResultColumn, { adjusted, hasGroups, hasLabels }: ColumnChoice): boolean =>
  column === 'stage' ? adjusted : column === 'group' ? hasGroups : column === 'label' ? hasLabels : true;

/** One cell of the results; numbers left to right in either direction of reading. */
function ResultCell({ column, row: { index, point }, rule, judge }: { readonly column: ResultColumn; readonly row: Row; readonly rule: DecisionRule | null; readonly judge: Judge }): ReactNode {
  const { t } = useTranslation('certificates');
  const format = useFormat();
  const shown = shownPoint(point, rule);
  const amount = (text: string | null, unit: string): ReactNode => (text === null ? null : <bdi dir="ltr" className="tabular-nums">{`${decimalIn(format, text)} ${displayUnit(unit)}`.trim()}</bdi>);
  const limit = (text: string | null): string => (text === null ? '…' : decimalIn(format, text));
  switch (column) {
    case 'number':
      return <span className="text-ink-3">{format.integer(index + 1)}</span>;
    case 'stage':
      return t(`stage.${point.stage}`);
    case 'group':
    case 'label':
      return <bdi>{point[column]}</bdi>;
    case 'reference':
    case 'measured':
      return amount(shown[column], point[column]?.unit ?? '');
    case 'error':
      return amount(shown.error, point.judged === 'error' ? shown.unit : (point.error?.unit ?? ''));
    case 'expanded':
      return amount(shown.expanded, shown.unit);
    case 'factor':
      return amount(shown.coverageFactor, '');
    case 'limits':
      return point.lowerLimit === null && point.upperLimit === null ? null : <bdi dir="ltr" className="tabular-nums">{`${limit(point.lowerLimit)} … ${limit(point.upperLimit)}`}</bdi>;
    case 'verdict':
      return <VerdictPill verdict={rule === null ? (point.statedConformity ?? 'not-judged') : judge(point).verdict} />;
    default:
      throw new RangeError(`unknown column ${String(column satisfies never)}`);
  }
}

const cellOf = (column: ResultColumn, rule: DecisionRule | null, judge: Judge) => (row: Row) => <ResultCell column={column} row={row} rule={rule} judge={judge} />;

/** The results, rounded for reading; each opens to the sum behind its verdict. */
export function ResultsGrid({ points, document: { adjusted, decisionRule } }: ResultsGridProps) {
  const { t } = useTranslation('certificates');
  const judge = useJudge(decisionRule);
  const [opened, setOpened] = useState<Row | null>(null);
  const rows = useMemo(() => points.map((point, index): Row => ({ index, point })), [points]);
  const source = useListedRows(rows);
  const hasGroups = points.some(({ group }) => group !== null);
  const hasLabels = points.some(({ label }) => label !== null);
  const columns = useMemo(
    () =>
      resultColumns
        .filter((column) => isColumn(column, { adjusted, hasGroups, hasLabels }))
        .map((column): GridColumn<Row> => Object.assign({ id: column, header: t(column === 'number' || column === 'factor' || column === 'expanded' ? `columnShort.${column}` : `column.${column}`), cell: cellOf(column, decisionRule, judge) }, LAYOUT[column])),
    [t, adjusted, hasGroups, hasLabels, decisionRule, judge],
  );
  return (
    <Section title={t('view.results')} description={t('view.resultsHow')}>
      <DataGrid label={t('view.results')} columns={columns} source={source} rowKey={({ index }) => String(index)} rowRem={2.5} height={32} onOpen={setOpened} empty={<p className="px-4 py-6 text-ink-2">{t('points.none')}</p>} />
      <Drawer isOpen={opened !== null} size="large" title={t('points.behind', { number: (opened?.index ?? 0) + 1 })} onOpenChange={(isOpen) => { if (!isOpen) setOpened(null); }}>
        {opened === null ? null : <PointNumbers point={opened.point} decision={judge(opened.point)} rule={decisionRule} />}
      </Drawer>
    </Section>
  );
}
