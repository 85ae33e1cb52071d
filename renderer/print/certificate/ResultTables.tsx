import { useTranslation } from 'react-i18next';
import { Fragment } from 'react';
import type { Verdict } from '#shared/domain/calibration/index.ts';
import { usePrintedDecimal } from './printed-decimal.ts';
import type { ResultRow, ResultTable } from './result-tables.ts';

interface ResultTablesProps {
  readonly tables: readonly ResultTable[];
  readonly isJudged: boolean;
}

const withUnit = (name: string, unit: string) => (
  <>
    {name}
    {unit === '' ? null : <> / <bdi dir="ltr">{unit}</bdi></>}
  </>
);

/** The results: a table may run over several pages, with its head on each; a row never breaks. */
export function ResultTables({ tables, isJudged }: ResultTablesProps) {
  const { t } = useTranslation('certificatePrint');
  return tables.map((table, place) => {
    const isNewStage = table.stage !== 'only' && tables[place - 1]?.stage !== table.stage;
    return (
      <Fragment key={`${table.stage}-${table.group ?? ''}-${table.referenceUnit}-${table.measuredUnit}-${table.unit}`}>
        {isNewStage ? <h3>{t(`stage.${table.stage}`)}</h3> : null}
        {table.group === null ? null : <p className="certificate-group"><bdi>{table.group}</bdi></p>}
        <OneTable table={table} isJudged={isJudged} />
      </Fragment>
    );
  });
}

function OneTable({ table, isJudged }: { readonly table: ResultTable; readonly isJudged: boolean }) {
  const { t } = useTranslation('certificatePrint');
  const decimal = usePrintedDecimal();
  const words = (verdict: Verdict): string => t(`verdict.${verdict}`);
  const { rows, unit } = table;
  const has = (name: keyof Pick<ResultRow, 'label' | 'reference' | 'measured' | 'error' | 'expanded' | 'coverageFactor'>): boolean => rows.some((row) => row[name] !== null);
  const hasLimits = rows.some(({ lowerLimit, upperLimit }) => lowerLimit !== null || upperLimit !== null);
  const shown = { label: has('label'), reference: has('reference'), measured: has('measured'), error: has('error'), expanded: has('expanded'), factor: has('coverageFactor'), limits: hasLimits, verdict: isJudged };
  return (
    <table className="certificate-results">
      <thead>
        <tr>
          {shown.label ? <th scope="col">{t('column.label')}</th> : null}
          {shown.reference ? <th scope="col" className="report-number">{withUnit(t('column.reference'), table.referenceUnit)}</th> : null}
          {shown.measured ? <th scope="col" className="report-number">{withUnit(t('column.measured'), table.measuredUnit)}</th> : null}
          {shown.error ? <th scope="col" className="report-number">{withUnit(t('column.error'), unit)}</th> : null}
          {shown.expanded ? <th scope="col" className="report-number"><bdi dir="ltr">{withUnit(t('column.expanded'), unit)}</bdi></th> : null}
          {shown.factor ? <th scope="col" className="report-number">{t('column.factor')}</th> : null}
          {shown.limits ? <th scope="col" className="report-number">{withUnit(t('column.limits'), unit)}</th> : null}
          {shown.verdict ? <th scope="col">{t('column.verdict')}</th> : null}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => rowOf(row, shown, decimal, words))}
      </tbody>
    </table>
  );
}

type Shown = Readonly<Record<'label' | 'reference' | 'measured' | 'error' | 'expanded' | 'factor' | 'limits' | 'verdict', boolean>>;

/** No component of its own: ten thousand of them would look up their words ten thousand times. */
function rowOf(row: ResultRow, shown: Shown, decimal: (text: string) => string, words: (verdict: Verdict) => string) {
  const number = (text: string | null, mark = '') => <td className="report-number">{text === null ? null : <bdi dir="ltr">{`${decimal(text)}${mark}`}</bdi>}</td>;
  const external = row.isExternal ? ' *' : '';
  const { lowerLimit, upperLimit } = row;
  const isSymmetric = lowerLimit !== null && upperLimit !== null && lowerLimit === `-${upperLimit}`;
  const limits = lowerLimit === null && upperLimit === null ? null : isSymmetric ? `±${decimal(upperLimit)}` : `${lowerLimit === null ? '…' : decimal(lowerLimit)} … ${upperLimit === null ? '…' : decimal(upperLimit)}`;
  const isBad = row.verdict === 'fail' || row.verdict === 'nonconform' || row.verdict === 'conditional-fail';
  return (
    <tr key={row.index}>
      {shown.label ? <td><bdi>{row.label}</bdi></td> : null}
      {shown.reference ? number(row.reference) : null}
      {shown.measured ? number(row.measured, external) : null}
      {shown.error ? number(row.error, row.measured === null ? external : '') : null}
      {shown.expanded ? number(row.expanded) : null}
      {shown.factor ? number(row.coverageFactor) : null}
      {shown.limits ? <td className="report-number"><bdi dir="ltr">{limits}</bdi></td> : null}
      {shown.verdict ? <td className="report-whole">{isBad ? <strong>{words(row.verdict)}</strong> : words(row.verdict)}</td> : null}
    </tr>
  );
}
