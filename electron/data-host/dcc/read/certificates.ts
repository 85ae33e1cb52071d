import type { Element } from '@xmldom/xmldom';
import type { CertificateDocument, MeasurementPoint } from '#shared/domain/calibration/types.ts';
import type { DccCertificate, DccRefusal } from '../types.ts';
import { ConditionReader, standardsOf } from './conditions.ts';
import type { Findings } from './findings.ts';
import { ownCertificateOf } from './own/own-certificate.ts';
import { itemsOf, kindOfPlace, laboratoryOf, partyOf, signatoriesOf } from './parties.ts';
import type { Item } from './parties.ts';
import { PointReader } from './points.ts';
import type { QuantityReader } from './quantity.ts';
import { methodOf, statementsOf } from './statements.ts';
import type { TableReader } from './tables.ts';
import type { Texts } from './texts.ts';
import { dayOf, down, first, lineOf, textOf } from './xml.ts';

export interface Reading {
  readonly root: Element;
  readonly texts: Texts;
  readonly findings: Findings;
  readonly quantities: QuantityReader;
  readonly tables: TableReader;
  /** Of its texts: the language asked for where the document has it, else its mandatory one. */
  readonly language: string;
}

type Shared = Omit<CertificateDocument, 'item'>;

const missing = (element: string, within: Element | null): DccRefusal =>
  ({ ok: false, code: 'missing-required', params: { element, line: (within && lineOf(within)) ?? 1 } });

function sharedOf(reading: Reading, points: readonly MeasurementPoint[]): Shared | DccRefusal {
  const { root, texts, findings, quantities, tables, language } = reading;
  const administrativeData = first(root, 'administrativeData');
  const core = first(administrativeData, 'coreData');
  const number = textOf(first(core, 'uniqueIdentifier'));
  if (number === null) return missing('uniqueIdentifier', core ?? administrativeData ?? root);
  const calibratedFromOn = dayOf(first(core, 'beginPerformanceDate'));
  if (calibratedFromOn === null) return missing('beginPerformanceDate', core);
  const { statements, traceability, specification, statedConformity, agreedIntervalMonths } = statementsOf(root, texts);
  return {
    number, title: null, language,
    laboratory: laboratoryOf(first(administrativeData, 'calibrationLaboratory'), texts, findings),
    customer: partyOf(first(administrativeData, 'customer'), texts),
    performedAt: { kind: kindOfPlace(first(core, 'performanceLocation')), place: null },
    receivedOn: dayOf(first(core, 'receiptDate')),
    calibratedFromOn,
    calibratedToOn: dayOf(first(core, 'endPerformanceDate')) ?? calibratedFromOn,
    issuedOn: dayOf(first(core, 'issueDate')),
    method: methodOf(root, texts),
    methodDeviations: null,
    conditions: new ConditionReader(quantities, texts, findings).read(root, (condition) => tables.isResults(condition)),
    standards: standardsOf(root, texts, findings),
    traceability, specification, decisionRule: null, statedConformity,
    adjusted: points.some(({ stage }) => stage !== 'only'),
    adjustmentNote: null,
    statements,
    signatories: signatoriesOf(first(administrativeData, 'respPersons'), texts),
    agreedIntervalMonths,
    replacesNumber: textOf(down(core, 'reportAmendedSubstituted', 'replacedUniqueIdentifier')) ?? textOf(down(core, 'previousReport', 'referralID') ?? down(core, 'previousReport', 'referenceID')),
    amendmentReason: null,
  };
}

interface PointsOfItems {
  readonly all: readonly MeasurementPoint[];
  readonly of: (item: Item) => DccCertificate['pointsAre'];
  readonly pointsOf: (item: Item) => readonly MeasurementPoint[];
}

/** Whose a table is: of the item that it, or what it stands in, refers to; of the only one; else of nobody in particular. */
function pointsByItem(reading: Reading, items: readonly Item[]): PointsOfItems {
  const { root, tables, findings } = reading;
  const points = new PointReader(findings);
  const read = tables.read(root).map((table) => ({
    points: points.read(table),
    items: items.length === 1 ? items : items.filter(({ ids }) => ids.some((id) => table.refersTo.includes(id))),
    element: table.element,
  }));
  const everything = read.flatMap((table) => table.points);
  if (everything.length === 0) findings.add('no-results', '', first(root, 'measurementResults'));
  const shared = read.filter((table) => table.items.length === 0 && table.points.length > 0);
  for (const table of shared) findings.add('results-not-assigned', table.points[0]?.group ?? '', table.element);
  return {
    all: everything,
    of: () => (shared.length > 0 ? 'shared' : 'own'),
    pointsOf: (item) => read.filter((table) => table.items.length === 0 || table.items.includes(item)).flatMap((table) => table.points),
  };
}

/** One certificate for each item of the document; of one that we wrote, that one as it was. */
export function certificatesOf(reading: Reading): { readonly ok: true; readonly certificates: readonly DccCertificate[] } | DccRefusal {
  const { root, texts, findings } = reading;
  const own = ownCertificateOf(root);
  if (own) return { ok: true, certificates: [{ pointsAre: 'own', certificate: own }] };
  const administrativeData = first(root, 'administrativeData');
  const items = itemsOf(administrativeData, texts, findings);
  if (items.length === 0) return missing('item', administrativeData ?? root);
  const points = pointsByItem(reading, items);
  const shared = sharedOf(reading, points.all);
  if ('ok' in shared) return shared;
  return {
    ok: true,
    certificates: items.map((item) => ({
      pointsAre: points.of(item),
      certificate: { document: { ...shared, item: item.item }, points: points.pointsOf(item) },
    })),
  };
}
