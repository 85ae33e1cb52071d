import { decide } from './decide.ts';
import type { Decision } from './decide.ts';
import { parseDecimal } from './decimal.ts';
import type { Certificate, CertificateDocument, Measurand, MeasurementPoint } from './types.ts';
import { sameUnit } from './units.ts';

/** Something without which the certificate may not be issued. */
export interface MissingForIssue {
  /** Where it belongs: a path in the document, or in the points as a whole. */
  readonly field: MissingField;
  /** Of ISO/IEC 17025:2017. */
  readonly clause: string;
  /** Positions of the points that it concerns; empty where it is not about points. */
  readonly points: readonly number[];
}

export type MissingField =
  | 'number' | 'title' | 'laboratory.name' | 'laboratory.address' | 'performedAt.place' | 'customer.name' | 'customer.contact'
  | 'method' | 'item.description' | 'item.identification' | 'calibratedOn' | 'issuedOn' | 'points' | 'points.result' | 'points.unit'
  | 'points.uncertainty' | 'conditions' | 'traceability' | 'points.as-left' | 'signatories' | 'specification' | 'decisionRule'
  | 'points.limits' | 'amendmentReason' | 'replacesNumber';

/** What does not keep it back, and what who issues it should have seen. */
export interface IssueWarning {
  readonly code:
    | 'standard-overdue' | 'standard-without-certificate' | 'no-standards' | 'no-receipt-day' | 'received-after-calibration' | 'no-condition'
    | 'as-found-missing' | 'as-left-without-adjustment' | 'points-not-judged' | 'no-adjustment-note' | 'mixed-units' | 'acceptance-empty';
  readonly params: Readonly<Record<string, string | number>>;
}

export interface IssueReadiness {
  readonly missing: readonly MissingForIssue[];
  readonly warnings: readonly IssueWarning[];
}

/** A dash alone says as little as nothing. */
const isBlank = (text: string | null): boolean => text === null || /^[\s\-–—]*$/u.test(text);
const hasValue = (measurand: Measurand | null): boolean => measurand !== null && measurand.value !== null && parseDecimal(measurand.value) !== null;
const of = (field: MissingField, clause: string, points: readonly number[] = []): MissingForIssue => ({ field, clause, points });

/** Clauses that ask for a text, in the order of the standard. */
const textsNeeded = ({ laboratory, performedAt, customer, item, ...document }: CertificateDocument): readonly (MissingForIssue | null)[] => [
  isBlank(document.title) ? of('title', '7.8.2.1 a') : null,
  isBlank(laboratory.name) ? of('laboratory.name', '7.8.2.1 b') : null,
  isBlank(laboratory.address) ? of('laboratory.address', '7.8.2.1 b') : null,
  performedAt.kind !== 'laboratory' && isBlank(performedAt.place) ? of('performedAt.place', '7.8.2.1 c') : null,
  isBlank(document.number) ? of('number', '7.8.2.1 d') : null,
  isBlank(customer.name) ? of('customer.name', '7.8.2.1 e') : null,
  isBlank(customer.address) && isBlank(customer.contact) ? of('customer.contact', '7.8.2.1 e') : null,
  isBlank(document.method) ? of('method', '7.8.2.1 f') : null,
  isBlank(item.description) ? of('item.description', '7.8.2.1 g') : null,
  isBlank(item.serial) && isBlank(item.assetNumber) && item.otherIdentifications.every(({ value }) => isBlank(value))
    ? of('item.identification', '7.8.2.1 g')
    : null,
  document.calibratedFromOn === '' || document.calibratedFromOn > document.calibratedToOn ? of('calibratedOn', '7.8.2.1 i') : null,
  // The day of issue comes with issuing; one that is there already has to be possible.
  document.issuedOn !== null && document.issuedOn < document.calibratedToOn ? of('issuedOn', '7.8.2.1 j') : null,
  document.signatories.some(({ name, isMain }) => isMain && !isBlank(name)) ? null : of('signatories', '7.8.2.1 o'),
];

/** A condition that is named but says nothing is none. */
const saysSomething = ({ value, text }: CertificateDocument['conditions'][number]): boolean => !isBlank(value) || !isBlank(text);

const ofCalibration = (document: CertificateDocument): readonly (MissingForIssue | null)[] => [
  document.conditions.some(saysSomething) ? null : of('conditions', '7.8.4.1 b'),
  isBlank(document.traceability) ? of('traceability', '7.8.4.1 c') : null,
];

const ofAmendment = ({ number, replacesNumber, amendmentReason }: CertificateDocument): readonly (MissingForIssue | null)[] => {
  if (replacesNumber === null) return [];
  return [
    isBlank(amendmentReason) ? of('amendmentReason', '7.8.8.1') : null,
    isBlank(replacesNumber) || replacesNumber.trim() === number.trim() ? of('replacesNumber', '7.8.8.3') : null,
  ];
};

const positions = (points: readonly MeasurementPoint[], test: (point: MeasurementPoint) => boolean): readonly number[] =>
  points.flatMap((point, index) => (test(point) ? [index] : []));

const measurands = ({ reference, measured, error }: MeasurementPoint): readonly Measurand[] =>
  [reference, measured, error].filter((measurand) => measurand !== null);

/** Results with their units (m) and their uncertainty (7.8.4.1 a), both where there was an adjustment (7.8.4.1 d). */
const ofPoints = (points: readonly MeasurementPoint[], adjusted: boolean): readonly MissingForIssue[] => {
  if (points.length === 0) return [of('points', '7.8.2.1 m')];
  const withoutResult = positions(points, ({ measured, error }) => !hasValue(measured) && !hasValue(error));
  const withoutUnit = positions(points, (point) => measurands(point).some(({ unit }) => isBlank(unit)));
  const withoutUncertainty = positions(points, (point) => measurands(point).every(({ uncertainty }) => uncertainty === null));
  return [
    ...(withoutResult.length > 0 ? [of('points.result', '7.8.2.1 m', withoutResult)] : []),
    ...(withoutUnit.length > 0 ? [of('points.unit', '7.8.2.1 m', withoutUnit)] : []),
    ...(withoutUncertainty.length > 0 ? [of('points.uncertainty', '7.8.4.1 a', withoutUncertainty)] : []),
    ...(adjusted && !points.some(({ stage }) => stage === 'as-left') ? [of('points.as-left', '7.8.4.1 d')] : []),
  ];
};

/** A verdict is stated where there is a rule for one, or where one is written down; it then names its specification and rule. */
const ofVerdict = ({ document, points }: Certificate): readonly (MissingForIssue | null)[] => {
  const isStated = document.decisionRule !== null || document.statedConformity !== null || points.some(({ statedConformity }) => statedConformity !== null);
  if (!isStated) return [];
  const hasLimits = points.some(({ lowerLimit, upperLimit }) => lowerLimit !== null || upperLimit !== null);
  return [
    hasLimits ? null : of('points.limits', '7.8.6.2 a'),
    isBlank(document.specification) ? of('specification', '7.8.6.2 b') : null,
    document.decisionRule === null ? of('decisionRule', '7.8.6.2 c') : null,
  ];
};

const warningsOfStandards = ({ standards, calibratedToOn }: CertificateDocument): readonly IssueWarning[] => [
  ...(standards.length === 0 ? [{ code: 'no-standards', params: {} } as const] : []),
  ...standards.flatMap(({ name, certificateNumber, dueOn }): readonly IssueWarning[] => [
    ...(dueOn !== null && dueOn < calibratedToOn ? [{ code: 'standard-overdue', params: { name, dueOn } } as const] : []),
    ...(isBlank(certificateNumber) ? [{ code: 'standard-without-certificate', params: { name } } as const] : []),
  ]),
];

const decisionsOf = ({ document: { decisionRule }, points }: Certificate): readonly Decision[] =>
  decisionRule === null ? [] : points.map((point) => decide(point, decisionRule));

const warningsOfPoints = ({ document, points }: Certificate, decisions: readonly Decision[]): readonly IssueWarning[] => {
  // Results without a rule are meant to stand alone.
  const notJudged = document.decisionRule === null ? 0 : decisions.filter(({ verdict }) => verdict === 'not-judged').length;
  const empty = decisions.filter((decision) => decision.verdict !== 'not-judged' && decision.isAcceptanceEmpty).length;
  const mixed = points.filter(({ reference, measured }) => reference !== null && measured !== null && !sameUnit(reference.unit, measured.unit)).length;
  return [
    ...(document.adjusted && !points.some(({ stage }) => stage === 'as-found') ? [{ code: 'as-found-missing', params: {} } as const] : []),
    ...(!document.adjusted && points.some(({ stage }) => stage === 'as-left') ? [{ code: 'as-left-without-adjustment', params: {} } as const] : []),
    ...(notJudged > 0 ? [{ code: 'points-not-judged', params: { count: notJudged, total: points.length } } as const] : []),
    ...(empty > 0 ? [{ code: 'acceptance-empty', params: { count: empty, total: points.length } } as const] : []),
    ...(mixed > 0 ? [{ code: 'mixed-units', params: { count: mixed, total: points.length } } as const] : []),
  ];
};

const warningsOfDocument = (document: CertificateDocument): readonly IssueWarning[] => [
  ...(document.receivedOn === null ? [{ code: 'no-receipt-day', params: {} } as const] : []),
  ...(document.receivedOn !== null && document.receivedOn > document.calibratedFromOn
    ? [{ code: 'received-after-calibration', params: { receivedOn: document.receivedOn, calibratedOn: document.calibratedFromOn } } as const]
    : []),
  ...(isBlank(document.item.condition) ? [{ code: 'no-condition', params: {} } as const] : []),
  ...(document.adjusted && isBlank(document.adjustmentNote) ? [{ code: 'no-adjustment-note', params: {} } as const] : []),
];

/**
 * What ISO/IEC 17025:2017 7.8.2.1, 7.8.4, 7.8.6 and 7.8.8 ask for and the certificate does not say yet, and what else is worth
 * a look. That results relate only to the items calibrated (7.8.2.1 l), the end of the report (d), deviations from the method
 * (n) and external results (p) are printed by the form from what is there; sampling (k) is not a calibration's.
 * @param decisions what its rule says of each point, where the caller has decided already
 */
export const missingForIssue = (certificate: Certificate, decisions: readonly Decision[] = decisionsOf(certificate)): IssueReadiness => {
  const { document, points } = certificate;
  const missing = [
    ...textsNeeded(document), ...ofPoints(points, document.adjusted), ...ofCalibration(document), ...ofVerdict(certificate), ...ofAmendment(document),
  ].filter((one) => one !== null);
  return { missing, warnings: [...warningsOfDocument(document), ...warningsOfStandards(document), ...warningsOfPoints(certificate, decisions)] };
};
