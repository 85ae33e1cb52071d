import type { DecimalText, Measurand, MeasurementPoint, Stage, Verdict } from '#shared/domain/calibration/types.ts';
import { asListItem } from '../label-words.ts';
import { refTypes, ownRefTypes } from '../ref-types.ts';
import { dccConformityOf, isDccWord } from '../verdicts.ts';
import type { Label } from './labels.ts';
import { realList, relativeList, unitOne, unlistedDistribution } from './quantity.ts';
import { isReordered, resultsOf } from './tables.ts';
import type { ResultOf, Row, Table } from './tables.ts';
import type { Wording } from './wording.ts';
import { dcc, dccText, refType } from './xml.ts';
import type { XmlNode } from './xml.ts';

/** The values of one column, where it is there: in a table it is for all rows or for none. */
const present = <Value>(values: readonly (Value | null)[]): readonly Value[] => values.filter((value) => value !== null);

/** What the limits speak of, in its unit; the unit of its neighbours where it is not stated itself. */
const judgedUnit = ({ judged, error, measured, reference }: MeasurementPoint): string =>
  ((judged === 'error' ? error : null) ?? measured ?? reference ?? error)?.unit ?? unitOne;

function limitQuantity(rows: readonly Row[], limitOf: (point: MeasurementPoint) => DecimalText | null, name: string, label: Label, wording: Wording): XmlNode | null {
  const limits = present(rows.map(({ point }) => {
    const value = limitOf(point);
    return value === null ? null : { value, unit: judgedUnit(point), uncertainty: null };
  }));
  return limits.length === 0 ? null : dcc('quantity', [wording.label('name', label), realList(limits)], refType(name));
}

const allTheSame = (words: readonly string[]): string => (words.every((word) => word === words[0]) ? words[0] ?? '' : words.join(' '));

function conformityWords(verdicts: readonly Verdict[]): string | null {
  const words = present(verdicts.map(dccConformityOf));
  return words.length === 0 ? null : allTheSame(words);
}

/** Limits and verdicts of a table, at what they judge. */
function conformity(rows: readonly Row[], wording: Wording): XmlNode | null {
  const verdicts = present(rows.map(({ point }) => point.statedConformity));
  const isOpen = rows.some(({ point: { statedAcceptance: stated } }) => stated !== null && stated.lower === null && stated.upper === null);
  const data = [
    limitQuantity(rows, ({ lowerLimit }) => lowerLimit, refTypes.toleranceLimitLower, 'toleranceLower', wording),
    limitQuantity(rows, ({ upperLimit }) => upperLimit, refTypes.toleranceLimitUpper, 'toleranceUpper', wording),
    limitQuantity(rows, ({ statedAcceptance }) => statedAcceptance?.lower ?? null, refTypes.acceptanceLimitLower, 'acceptanceLower', wording),
    limitQuantity(rows, ({ statedAcceptance }) => statedAcceptance?.upper ?? null, refTypes.acceptanceLimitUpper, 'acceptanceUpper', wording),
    verdicts.every(isDccWord) ? null : dcc('quantity', [wording.label('name', 'verdict'), dcc('charsXMLList', verdicts.join(' '))], refType(ownRefTypes.verdict)),
  ].filter((found) => found !== null);
  if (data.length === 0 && verdicts.length === 0 && !isOpen) return null;
  return dcc('metaData', [
    wording.label('name', 'conformity'),
    dccText('conformityXMLList', conformityWords(verdicts)),
    data.length === 0 ? null : dcc('data', data),
  ], refType(refTypes.conformity, ...(isOpen ? [ownRefTypes.acceptanceOpen] : [])));
}

const metaData = (found: readonly (XmlNode | null)[]): XmlNode | null => {
  const nodes = present(found);
  return nodes.length === 0 ? null : dcc('measurementMetaData', nodes);
};

function column(measurands: readonly Measurand[], name: string, label: Label, judgement: XmlNode | null, wording: Wording): XmlNode {
  const [first] = measurands;
  const distribution = unlistedDistribution(first?.uncertainty ?? null);
  return dcc('quantity', [
    wording.label('name', label),
    realList(measurands),
    relativeList(measurands),
    metaData([
      distribution === null ? null : dcc('metaData', [wording.label('name', 'distribution'), wording.text('declaration', distribution)], refType(ownRefTypes.distribution)),
      judgement,
    ]),
  ], refType(name, ...(first?.uncertainty?.kind === 'relative' ? [ownRefTypes.statedRelative] : [])));
}

const statusOf = { 'as-found': 'beforeAdjustment', 'as-left': 'afterAdjustment', only: null } as const;
const stageLabel = { 'as-found': 'asFound', 'as-left': 'asLeft', only: 'results' } as const satisfies Readonly<Record<Stage, Label>>;
const stageRefType = { 'as-found': ownRefTypes.asFound, 'as-left': ownRefTypes.asLeft, only: null } as const;

function stageCondition(stage: Stage, wording: Wording): XmlNode | null {
  const status = statusOf[stage];
  return status === null ? null : dcc('influenceConditions', [dcc('influenceCondition', [
    wording.label('name', 'stage'), dcc('status', status), dcc('data', [wording.label('text', stageLabel[stage])]),
  ], refType(ownRefTypes.stage))]);
}

function list({ rows }: Table, stage: Stage, withPositions: boolean, wording: Wording): XmlNode {
  const judged = rows[0]?.point.judged ?? 'error';
  const references = present(rows.map(({ point }) => point.reference));
  const measured = present(rows.map(({ point }) => point.measured));
  const errors = present(rows.map(({ point }) => point.error));
  const labels = present(rows.map(({ point }) => point.label));
  const judgement = conformity(rows, wording);
  const atError = judged === 'error' && errors.length > 0;
  const atValue = judged === 'value' && measured.length > 0;
  const columns = [
    labels.length === 0 ? null : dcc('quantity', [wording.label('name', 'label'), dcc('charsXMLList', labels.map(asListItem).join(' '))], refType(ownRefTypes.label)),
    references.length === 0 ? null : column(references, refTypes.referenceValue, 'reference', null, wording),
    measured.length === 0 ? null : column(measured, refTypes.measuredValue, 'measured', atValue ? judgement : null, wording),
    errors.length === 0 ? null : column(errors, refTypes.measurementError, 'error', atError ? judgement : null, wording),
  ].filter((found) => found !== null);
  const positions = rows.map(({ position }) => String(position)).join(' ');
  return dcc('list', [
    ...(columns.length > 0 ? columns : [dcc('quantity', [dcc('charsXMLList', positions)], refType(ownRefTypes.row))]),
    stageCondition(stage, wording),
    metaData([
      atError || atValue ? null : judgement,
      rows[0]?.point.fromExternalProvider === true
        ? dcc('metaData', [wording.label('name', 'externalProvider'), dcc('norm', 'ISO/IEC 17025:2017'), dcc('reference', '7.8.2.1 p')], refType(ownRefTypes.externalProvider))
        : null,
      withPositions
        ? dcc('metaData', [wording.label('name', 'position'), dcc('data', [dcc('quantity', [dcc('charsXMLList', positions)])])], refType(ownRefTypes.position))
        : null,
    ]),
  ], refType(judged === 'error' ? ownRefTypes.judgedByError : ownRefTypes.judgedByValue));
}

function result({ stage, group, tables }: ResultOf, withPositions: boolean, wording: Wording): XmlNode {
  const names = present([stageRefType[stage], group === null ? ownRefTypes.withoutHeading : null]);
  return dcc('result', [
    group === null ? wording.label('name', stageLabel[stage]) : wording.text('name', group),
    group === null || stage === 'only' ? null : wording.label('description', stageLabel[stage]),
    dcc('data', tables.map((table) => list(table, stage, withPositions, wording))),
  ], names.length > 0 ? refType(...names) : {});
}

/** Points as tables of columns: one result for each heading and stage, one list for each kind of point. */
export function results(points: readonly MeasurementPoint[], wording: Wording): XmlNode {
  const found = resultsOf(points);
  if (found.length === 0) {
    return dcc('results', [dcc('result', [wording.label('name', 'noResults'), dcc('data', [wording.label('text', 'noResults')])], refType(ownRefTypes.noResults))]);
  }
  const withPositions = isReordered(found);
  return dcc('results', found.map((one) => result(one, withPositions, wording)));
}
