import type { Element } from '@xmldom/xmldom';
import type { DecimalText, Measurand, MeasurementPoint, Stage, Uncertainty, Verdict } from '#shared/domain/calibration/types.ts';
import { ofListItem } from '../../label-words.ts';
import { ownRefTypes, refTypes } from '../../ref-types.ts';
import { oneForAll } from '../uncertainty.ts';
import { all, first, firstSi, textOf, tokensOf } from '../xml.ts';
import { decimalOf, firstMarked, found, marked, metaDataOf, requiredSaid, saidIn, Unlike, verdictOfWord, wholeDecimalOf } from './own-xml.ts';

/** A place counted from 1, of at most a million. */
const placeOf = (text: string): number => Number(found(/^[1-9]\d{0,6}$/u.exec(text)?.[0], text));

interface Heading {
  readonly stage: Stage;
  readonly group: string | null;
}

interface Placed {
  readonly position: number | null;
  readonly point: MeasurementPoint;
}

const words = (quantity: Element): readonly string[] => tokensOf(first(quantity, 'charsXMLList'));
const values = (quantity: Element): readonly string[] => tokensOf(firstSi(firstSi(quantity, 'realListXMLList'), 'valueXMLList'));

/** One for each row, or one for all of them. */
function perRow<Value>(list: readonly Value[], rowCount: number): (row: number) => Value {
  if (list.length !== rowCount && list.length !== 1) throw new Unlike('columns of unequal length');
  return (row) => found(oneForAll(list, row), 'a value');
}

function uncertaintiesOf(quantity: Element, rowCount: number): (row: number) => Uncertainty | null {
  const statement = firstSi(firstSi(firstSi(quantity, 'realListXMLList'), 'measurementUncertaintyUnivariateXMLList'), 'expandedMUXMLList');
  if (!statement) return () => null;
  const isRelative = marked(quantity, ownRefTypes.statedRelative);
  const relative = first(first(quantity, 'relativeUncertainty'), 'relativeUncertaintyXmlList');
  const expanded = perRow(tokensOf(isRelative ? firstSi(relative, 'valueXMLList') : firstSi(statement, 'valueExpandedMUXMLList')), rowCount);
  const coverageFactor = perRow(tokensOf(firstSi(statement, 'coverageFactorXMLList')), rowCount);
  const coverageProbability = perRow(tokensOf(firstSi(statement, 'coverageProbabilityXMLList')), rowCount);
  const named = firstMarked(metaDataOf(quantity), ownRefTypes.distribution);
  const distribution = named ? requiredSaid(first(named, 'declaration'), 'a distribution') : textOf(firstSi(statement, 'distributionXMLList'));
  return (row) => ({
    expanded: wholeDecimalOf(expanded(row)),
    kind: isRelative ? 'relative' : 'absolute',
    coverageFactor: wholeDecimalOf(coverageFactor(row)),
    coverageProbability: decimalOf(coverageProbability(row)),
    distribution,
  });
}

function measurandsOf(quantity: Element | null, rowCount: number): (row: number) => Measurand | null {
  if (!quantity) return () => null;
  const value = perRow(values(quantity), rowCount);
  const unit = perRow(tokensOf(firstSi(firstSi(quantity, 'realListXMLList'), 'unitXMLList')), rowCount);
  const uncertainty = uncertaintiesOf(quantity, rowCount);
  return (row) => ({ value: decimalOf(value(row)), unit: unit(row), uncertainty: uncertainty(row) });
}

type Judgement = Pick<MeasurementPoint, 'lowerLimit' | 'upperLimit' | 'statedAcceptance' | 'statedConformity'>;

const unjudged: Judgement = { lowerLimit: null, upperLimit: null, statedAcceptance: null, statedConformity: null };

function judgementsOf(conformity: Element | null, rowCount: number): (row: number) => Judgement {
  if (!conformity) return () => unjudged;
  const quantities = all(first(conformity, 'data'), 'quantity');
  const limit = (refType: string): ((row: number) => DecimalText | null) => {
    const quantity = firstMarked(quantities, refType);
    if (!quantity) return () => null;
    const value = perRow(values(quantity), rowCount);
    return (row) => wholeDecimalOf(value(row));
  };
  const [lowerLimit, upperLimit] = [limit(refTypes.toleranceLimitLower), limit(refTypes.toleranceLimitUpper)];
  const [lower, upper] = [limit(refTypes.acceptanceLimitLower), limit(refTypes.acceptanceLimitUpper)];
  const isOpen = marked(conformity, ownRefTypes.acceptanceOpen);
  const inOwnWords = firstMarked(quantities, ownRefTypes.verdict);
  const verdicts = inOwnWords ? words(inOwnWords) : tokensOf(first(conformity, 'conformityXMLList'));
  const verdict: (row: number) => Verdict | null = verdicts.length === 0 ? () => null : ((word) => (row: number) => verdictOfWord(word(row)))(perRow(verdicts, rowCount));
  return (row) => {
    const acceptance = { lower: lower(row), upper: upper(row) };
    return {
      lowerLimit: lowerLimit(row),
      upperLimit: upperLimit(row),
      statedAcceptance: isOpen || acceptance.lower !== null || acceptance.upper !== null ? acceptance : null,
      statedConformity: verdict(row),
    };
  };
}

function rowsOf(list: Element, heading: Heading): readonly Placed[] {
  const quantities = all(list, 'quantity');
  const [first0] = quantities;
  const rowCount = first0 ? Math.max(words(first0).length, values(first0).length) : 0;
  if (rowCount === 0) throw new Unlike('a list without rows');
  const [referenceColumn, measuredColumn, errorColumn] = [refTypes.referenceValue, refTypes.measuredValue, refTypes.measurementError].map((refType) => firstMarked(quantities, refType));
  const ofList = metaDataOf(list);
  const conformity = firstMarked([...ofList, ...quantities.flatMap(metaDataOf)], refTypes.conformity);
  const labelColumn = firstMarked(quantities, ownRefTypes.label);
  const label = labelColumn ? perRow(words(labelColumn), rowCount) : null;
  const placed = firstMarked(ofList, ownRefTypes.position);
  const position = placed ? perRow(words(found(first(first(placed, 'data'), 'quantity'), 'positions')), rowCount) : null;
  const [reference, measured, error] = [referenceColumn, measuredColumn, errorColumn].map((column) => measurandsOf(column ?? null, rowCount));
  const judgement = judgementsOf(conformity, rowCount);
  return Array.from({ length: rowCount }, (_, row) => ({
    position: position ? placeOf(position(row)) : null,
    point: {
      ...heading,
      label: label && ofListItem(label(row)),
      reference: reference?.(row) ?? null,
      measured: measured?.(row) ?? null,
      error: error?.(row) ?? null,
      judged: marked(list, ownRefTypes.judgedByValue) ? 'value' : 'error',
      ...judgement(row),
      fromExternalProvider: firstMarked(ofList, ownRefTypes.externalProvider) !== null,
    },
  }));
}

function stageOf(result: Element): Stage {
  if (marked(result, ownRefTypes.asFound)) return 'as-found';
  return marked(result, ownRefTypes.asLeft) ? 'as-left' : 'only';
}

/** The points of a certificate that we wrote, in its order. */
export function ownPointsOf(results: readonly Element[]): readonly MeasurementPoint[] {
  const placed = results.filter((result) => !marked(result, ownRefTypes.noResults)).flatMap((result) => {
    const heading = { stage: stageOf(result), group: marked(result, ownRefTypes.withoutHeading) ? null : saidIn(first(result, 'name')) };
    return all(first(result, 'data'), 'list').flatMap((list) => rowsOf(list, heading));
  });
  const inOrder = placed.every(({ position }) => position === null) ? placed : placed.toSorted((one, other) => (one.position ?? 0) - (other.position ?? 0));
  return inOrder.map(({ point }) => point);
}
