import fc from 'fast-check';
import { verdicts } from '#shared/domain/calibration/index.ts';
import type {
  CalibratedItem, Certificate, CertificateDocument, DecisionRule, InfluenceCondition, Measurand, MeasurementPoint, Party, StandardUsed, Uncertainty, Verdict,
} from '#shared/domain/calibration/types.ts';

/** What XML 1.0 has no character for. */
const illegal = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  { weight: 2, arbitrary: fc.constantFrom('کولیس دیجیتال', 'می‌شود', '۰٫۰۲ میلی‌متر', 'Prüfmaß', 'дата', '校准') },
  { weight: 2, arbitrary: fc.constantFrom(' ', '_', '%', '%20', '\n', '\r\n', '\r', '\t', '\u00A0', '\u2028', '\u0085', '\u200F') },
  { weight: 2, arbitrary: fc.constantFrom('<b>', '&amp;', ']]>', '"', "'", '<!--', '&#13;', '\\milli\\metre', 'peyvand_title') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
);

/** Texts as they are kept: something in them, no white space at their edges, nothing that XML cannot write. */
export const anyText: fc.Arbitrary<string> = fc.array(piece, { minLength: 1, maxLength: 5 })
  .map((pieces) => pieces.join('').replaceAll(new RegExp(illegal, 'gu'), '').trim())
  .filter((text) => text !== '');

const orNull = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> => fc.option(arbitrary, { nil: null });

const digits = fc.nat({ max: 9_999_999 }).map(String);
const unsigned = fc.oneof(
  digits,
  fc.tuple(digits, fc.stringMatching(/^\d{1,9}$/u)).map(([whole, fraction]) => `${whole}.${fraction}`),
  fc.stringMatching(/^\d{1,6}$/u).map((fraction) => `.${fraction}`),
  digits.map((whole) => `${whole}.`),
  fc.tuple(digits, fc.integer({ min: -30, max: 30 }), fc.constantFrom('e', 'E')).map(([whole, exponent, letter]) => `${whole}${letter}${String(exponent)}`),
);
export const anyDecimal = fc.tuple(fc.constantFrom('', '', '-', '+'), unsigned).map(([sign, number]) => `${sign}${number}`);
/** D-SI 2.2.1: kValueType and probabilityValueType. */
const anyCoverageFactor = fc.oneof(fc.constantFrom('2', '2.00', '1.65', '3.', '+2.1'), fc.stringMatching(/^[1-9]\d{0,2}(?:\.\d{1,4})?$/u));
const anyProbability = fc.oneof(fc.constantFrom('0.95', '0.9545', '1', '1.0', '0', '0.', '+0.95'), fc.stringMatching(/^0\.\d{1,6}$/u));

const anyUnit = fc.constantFrom(
  String.raw`\milli\metre`, String.raw`\micro\metre`, String.raw`\degreecelsius`, String.raw`\kelvin`, String.raw`\newton\metre`, String.raw`\one`, String.raw`\percent`,
  String.raw`\metre\tothe{-1}`, 'Nm', 'میلی‌متر',
);
const anyUncertainty: fc.Arbitrary<Uncertainty> = fc.record({
  expanded: unsigned,
  kind: fc.constantFrom('absolute', 'relative'),
  coverageFactor: anyCoverageFactor,
  coverageProbability: orNull(anyProbability),
  distribution: orNull(fc.oneof(fc.constantFrom('normal', 'rectangular', 'Student t'), anyText)),
});
const anyMeasurand: fc.Arbitrary<Measurand> = fc.record({ value: orNull(anyDecimal), unit: anyUnit, uncertainty: orNull(anyUncertainty) });

export const anyVerdict: fc.Arbitrary<Verdict> = fc.constantFrom(...verdicts);

export const anyPoint: fc.Arbitrary<MeasurementPoint> = fc.record({
  stage: fc.constantFrom('as-found', 'as-left', 'only'),
  group: orNull(fc.oneof(fc.constantFrom('Outside jaws', 'Measurement results', 'فک‌های بیرونی'), anyText)),
  label: orNull(anyText),
  reference: orNull(anyMeasurand),
  measured: orNull(anyMeasurand),
  error: orNull(anyMeasurand),
  judged: fc.constantFrom('error', 'value'),
  lowerLimit: orNull(anyDecimal),
  upperLimit: orNull(anyDecimal),
  statedAcceptance: orNull(fc.record({ lower: orNull(anyDecimal), upper: orNull(anyDecimal) })),
  statedConformity: orNull(anyVerdict),
  fromExternalProvider: fc.boolean(),
});

const withValues = (like: MeasurementPoint, value: string, limit: string, unit: string): MeasurementPoint => ({
  ...like,
  reference: like.reference && { ...like.reference, value },
  measured: like.measured && { ...like.measured, unit },
  lowerLimit: like.lowerLimit === null ? null : limit,
});

/** Points as laboratories have them: many of one kind, which stand in one table. */
const anySeries: fc.Arbitrary<readonly MeasurementPoint[]> = fc.tuple(anyPoint, fc.array(fc.tuple(anyDecimal, anyDecimal, anyUnit), { minLength: 1, maxLength: 8 }))
  .map(([like, values]) => values.map(([value, limit, unit]) => withValues(like, value, limit, unit)));

const anyDay = fc.date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const anyContact = fc.oneof(anyText, fc.constantFrom('info@kunde.example', '+49 (123) 4567-89', 'https://lab.example/kalibrierung', 'a@b.example, +98 21 1234', 'www.lab.example'));
const party = { name: anyText, address: orNull(anyText), contact: orNull(anyContact) } satisfies Record<keyof Party, unknown>;
const anyItem: fc.Arbitrary<CalibratedItem> = fc.record({
  description: anyText, manufacturer: orNull(anyText), model: orNull(anyText), serial: orNull(fc.oneof(fc.constantFrom('000123', '12E4', '۱۲۳'), anyText)), assetNumber: orNull(anyText),
  otherIdentifications: fc.array(fc.record({ issuer: fc.oneof(fc.constantFrom('manufacturer', 'customer', 'owner', 'other', 'calibrationLaboratory'), anyText), name: orNull(anyText), value: anyText }), { maxLength: 3 }),
  condition: orNull(anyText),
});
const anyCondition: fc.Arbitrary<InfluenceCondition> = fc.record({
  name: anyText, stage: orNull(fc.constantFrom('before-adjustment', 'after-adjustment', 'both')), value: orNull(anyDecimal), unit: orNull(anyUnit), uncertainty: orNull(anyUncertainty), text: orNull(anyText),
});
const anyStandard: fc.Arbitrary<StandardUsed> = fc.record({
  name: anyText, manufacturer: orNull(anyText), model: orNull(anyText), serial: orNull(anyText), certificateNumber: orNull(anyText), dueOn: orNull(anyDay),
});
const anyRule: fc.Arbitrary<DecisionRule> = fc.oneof(
  fc.record({ kind: fc.constantFrom('simple', 'iso-14253-1', 'z540-3-method-6') }),
  fc.record({ kind: fc.constant('guard-band' as const), outcome: fc.constantFrom('binary', 'four-way'), factor: anyDecimal }),
);

const anyDocument: fc.Arbitrary<CertificateDocument> = fc.record({
  number: anyText,
  title: orNull(anyText),
  language: fc.constantFrom('en', 'fa', 'de', 'ar', 'ru', 'fa-IR', 'en-GB', 'zh-Hans'),
  laboratory: fc.record({ ...party, accreditation: orNull(fc.record({ body: anyText, number: anyText, scope: orNull(anyText) })) }),
  customer: fc.record(party),
  item: anyItem,
  performedAt: fc.record({ kind: fc.constantFrom('laboratory', 'customer', 'other'), place: orNull(anyText) }),
  receivedOn: orNull(anyDay),
  calibratedFromOn: anyDay,
  calibratedToOn: anyDay,
  issuedOn: orNull(anyDay),
  method: orNull(anyText),
  methodDeviations: orNull(anyText),
  conditions: fc.array(anyCondition, { maxLength: 3 }),
  standards: fc.array(anyStandard, { maxLength: 3 }),
  traceability: orNull(anyText),
  specification: orNull(anyText),
  decisionRule: orNull(anyRule),
  statedConformity: orNull(anyVerdict),
  adjusted: fc.boolean(),
  adjustmentNote: orNull(anyText),
  statements: fc.array(anyText, { maxLength: 3 }),
  signatories: fc.array(fc.record({ name: anyText, role: orNull(anyText), isMain: fc.boolean() }), { maxLength: 3 }),
  agreedIntervalMonths: orNull(fc.integer({ min: 1, max: 120 })),
  replacesNumber: orNull(anyText),
  amendmentReason: orNull(anyText),
});

/** Whatever the type lets a certificate say, and D-SI can write. */
export const anyCertificate: fc.Arbitrary<Certificate> = fc.record({
  document: anyDocument,
  points: fc.oneof(fc.array(anyPoint, { maxLength: 6 }), fc.array(anySeries, { maxLength: 3 }).map((series) => series.flat())),
});
