import { z } from 'zod';
import { stages, verdicts } from '../domain/calibration/index.ts';
import type { CertificateDocument, MeasurementPoint } from '../domain/calibration/index.ts';
import { day, decimalText, id, instant, languageTag, window } from './common.ts';
import { procedure } from './errors.ts';

const text = z.string().trim().min(1).max(2000);
const optionalText = z.string().trim().max(20_000).nullable().transform((value) => (value === '' ? null : value));
const unit = z.string().trim().min(1).max(200);

export const verdict = z.enum(verdicts);

export const uncertainty = z.object({
  expanded: decimalText, kind: z.enum(['absolute', 'relative']), coverageFactor: decimalText, coverageProbability: decimalText.nullable(), distribution: z.string().max(200).nullable(),
});
export const measurand = z.object({ value: decimalText.nullable(), unit, uncertainty: uncertainty.nullable() });
export const stage = z.enum(stages);
export const measurementPoint = z.object({
  stage,
  group: z.string().max(2000).nullable(),
  label: z.string().max(2000).nullable(),
  reference: measurand.nullable(),
  measured: measurand.nullable(),
  error: measurand.nullable(),
  judged: z.enum(['error', 'value']),
  lowerLimit: decimalText.nullable(),
  upperLimit: decimalText.nullable(),
  statedAcceptance: z.object({ lower: decimalText.nullable(), upper: decimalText.nullable() }).nullable(),
  statedConformity: verdict.nullable(),
  fromExternalProvider: z.boolean(),
}) satisfies z.ZodType<MeasurementPoint>;

export const decisionRule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('simple') }),
  z.object({ kind: z.literal('guard-band'), outcome: z.enum(['binary', 'four-way']), factor: decimalText }),
  z.object({ kind: z.literal('iso-14253-1') }),
  z.object({ kind: z.literal('z540-3-method-6') }),
]);

const party = { name: text, address: optionalText, contact: optionalText };
export const certificateDocument = z.object({
  number: text,
  title: optionalText,
  language: languageTag,
  laboratory: z.object({ ...party, accreditation: z.object({ body: text, number: text, scope: optionalText }).nullable() }),
  customer: z.object(party),
  item: z.object({
    description: text, manufacturer: optionalText, model: optionalText, serial: z.string().max(200).nullable(), assetNumber: optionalText,
    otherIdentifications: z.array(z.object({ issuer: z.string().max(200), name: optionalText, value: z.string().max(2000) })).max(100),
    condition: optionalText,
  }),
  performedAt: z.object({ kind: z.enum(['laboratory', 'customer', 'other']), place: optionalText }),
  receivedOn: day.nullable(),
  calibratedFromOn: day,
  calibratedToOn: day,
  issuedOn: day.nullable(),
  method: optionalText,
  methodDeviations: optionalText,
  conditions: z.array(z.object({
    name: text, stage: z.enum(['before-adjustment', 'after-adjustment', 'both']).nullable(), value: decimalText.nullable(), unit: unit.nullable(),
    uncertainty: uncertainty.nullable(), text: optionalText,
  })).max(500),
  standards: z.array(z.object({
    name: text, manufacturer: optionalText, model: optionalText, serial: optionalText, certificateNumber: optionalText, dueOn: day.nullable(),
  })).max(200),
  traceability: optionalText,
  specification: optionalText,
  decisionRule: decisionRule.nullable(),
  statedConformity: verdict.nullable(),
  adjusted: z.boolean(),
  adjustmentNote: optionalText,
  statements: z.array(z.string().max(20_000)).max(200),
  signatories: z.array(z.object({ name: text, role: optionalText, isMain: z.boolean() })).max(50),
  agreedIntervalMonths: z.int().min(1).max(120).nullable(),
  replacesNumber: optionalText,
  amendmentReason: optionalText,
}) satisfies z.ZodType<CertificateDocument>;
export type DocumentContent = z.output<typeof certificateDocument>;

export const maximumPoints = 10_000;

/** What a list tells of a certificate. */
export const certificateRow = z.object({
  id,
  instrumentId: id,
  number: z.string(),
  state: z.enum(['draft', 'issued']),
  origin: z.enum(['typed', 'dcc']),
  isOwnLaboratory: z.boolean(),
  laboratoryName: z.string(),
  calibratedOn: day,
  issuedOn: day.nullable(),
  isComplete: z.boolean(),
  asFoundVerdict: verdict.nullable(),
  verdict: verdict.nullable(),
  pointCount: z.int(),
  /** Set: another certificate stands in its place. */
  replacedBy: z.object({ id, number: z.string() }).nullable(),
  signature: z.enum(['true', 'false', 'unknown', 'none']).nullable(),
});
export type CertificateRow = z.output<typeof certificateRow>;

/** A standard as the certificate names it, with what is on record of it. */
export const standardInUse = z.object({
  /** Position in `document.standards`. */
  position: z.int(),
  instrumentId: id.nullable(),
  certificateId: id.nullable(),
  /** Its calibration was past due on the (last) day of this calibration, by our record where it is ours, else as written. */
  overdueOnDay: z.boolean(),
  dueOn: day.nullable(),
});

/** An own instrument that `document.standards` names at a position. */
const standardLink = z.object({ position: z.int().min(0), instrumentId: id });

export const certificate = certificateRow.extend({
  document: certificateDocument,
  clientId: id.nullable(),
  instrumentName: z.string(),
  serial: z.string(),
  standardsInUse: z.array(standardInUse),
  replaces: z.object({ id, number: z.string() }).nullable(),
  calibrationOrderId: id.nullable(),
  /** What keeps it from being issued, and what its reader should know; codes of `missingForIssue`. */
  missing: z.array(z.object({
    field: z.string(), clause: z.string(),
    /** Positions of the points that it concerns. */
    points: z.array(z.int()),
  })),
  warnings: z.array(z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })),
  dcc: z.object({ identifier: z.string().nullable(), version: z.string().nullable() }).nullable(),
  pdf: z.object({ name: z.string(), sizeBytes: z.int() }).nullable(),
  outOfToleranceCaseId: id.nullable(),
  updatedAt: instant,
});
export type StoredCertificate = z.output<typeof certificate>;

export const certificateListInput = z.object({
  clientId: id.nullable(), search: z.string().max(200).default(''), states: z.array(z.enum(['draft', 'issued'])).max(2).default([]), ...window,
});

export const certificates = {
  list: procedure
    .input(certificateListInput)
    .output(z.object({ total: z.int(), rows: z.array(certificateRow.extend({ serial: z.string(), instrumentName: z.string(), clientName: z.string().nullable() })) })),
  get: procedure.input(z.object({ id })).output(certificate),
  /** In their order. */
  points: procedure
    .input(z.object({ certificateId: id, offset: z.int().min(0).default(0), limit: z.int().min(1).max(maximumPoints).default(500) }))
    .output(z.object({ total: z.int(), points: z.array(measurementPoint.extend({ verdict })) })),
  /**
   * What a new one starts with: the letterhead as laboratory, the client, the instrument and its ranges as empty points, the
   * method, standards, rule, signatories and conditions of the last one for that product, the next number of this year.
   */
  proposal: procedure.input(z.object({ instrumentId: id, calibrationOrderId: id.nullable() })).output(z.object({ document: certificateDocument.partial(), points: z.array(measurementPoint), isOwnLaboratory: z.boolean(), standardInstruments: z.array(standardLink) })),
  /**
   * A draft may lack anything but its number, item, laboratory, customer and day. CONFLICT where it was changed since `updatedAt`.
   * INVALID `id` `issued`; `document.number` `taken` (among those of our own laboratory); `document.calibratedToOn` `before-start`;
   * `instrumentId` `of-the-replaced`; `calibrationOrderId` `not-of-instrument`; `standardInstruments.<n>` `no-such-standard`,
   * `named-twice`, `calibrated-by-itself`, `not-a-standard`.
   */
  save: procedure
    .input(z.object({
      id: id.nullable(), instrumentId: id, calibrationOrderId: id.nullable(), isOwnLaboratory: z.boolean(), document: certificateDocument,
      points: z.array(measurementPoint).max(maximumPoints), updatedAt: instant.nullable(),
      /** Own instruments among `document.standards`, by position. */
      standardInstruments: z.array(standardLink).max(200).default([]),
    }))
    .output(certificate),
  /**
   * Freezes it: from now on it can only be replaced. Sets the next due day, closes the open one, moves its calibration order,
   * opens a case where it was found out of tolerance, rescores the client. INVALID: `id` `issued`, `replaced`; `issuedOn` `ahead`,
   * `before-calibration`; `document.calibratedToOn` `ahead`; `document.number` `taken`. What our own laboratory's certificate
   * lacks is named by the field of `missing`, with its clause as code; another laboratory's is kept as it is, incomplete.
   */
  issue: procedure.input(z.object({ id, issuedOn: day })).output(certificate),
  /** A draft that will replace an issued one, filled from it, with a number of its own (7.8.8). INVALID `id` `not-issued`, `replaced`, `amendment-under-way`. */
  amend: procedure.input(z.object({ id, reason: z.string().trim().min(1).max(2000) })).output(certificate),
  /** Drafts alone: an issued certificate is replaced, not removed. INVALID `id` `issued`. */
  remove: procedure.input(z.object({ id })).output(z.object({ id })),
  restore: procedure.input(z.object({ id })).output(certificate),
  /** Also to an issued one. PDF of at most 32 MB, recognised by its first bytes; null takes it away. INVALID `file` `not-a-pdf`, `too-large`. */
  attachPdf: procedure.input(z.object({ id, file: z.file().nullable() })).output(certificate),
  pdf: procedure.input(z.object({ id })).output(z.object({ name: z.string(), file: z.file() })),
  /** DCC 3.3. Issued ones alone: INVALID `id` `not-issued`; `came-as-dcc`: its file is the certificate, see `dcc.source`. */
  exportDcc: procedure.input(z.object({ id })).output(z.object({ fileName: z.string(), xml: z.string() })),
};
