import { certificateDocument } from '#shared/contract/certificates.ts';
import type { DocumentContent, StoredCertificate } from '#shared/contract/certificates.ts';
import type { MeasurementPoint } from '#shared/domain/calibration/index.ts';

/** A point on screen: its row keeps its place in the page while rows come and go around it. */
export interface PointRow {
  readonly id: number;
  readonly point: MeasurementPoint;
}

/** A certificate while it is worked on. Texts that the store asks for may still be empty here. */
export interface Working {
  readonly document: DocumentContent;
  readonly rows: readonly PointRow[];
  readonly isOwnLaboratory: boolean;
  /** Own instruments among `document.standards`, by position. */
  readonly standardInstrumentIds: readonly (string | null)[];
  /** What was typed into cells of the points and is no number, by `rowId:column`. */
  readonly unread: Readonly<Record<string, string>>;
}

let lastRow = 0;
export const rowOf = (point: MeasurementPoint): PointRow => {
  lastRow += 1;
  return { id: lastRow, point };
};

const nobody = { name: '', address: null, contact: null };

/** @param today the day of calibration until another is entered. */
export const blankDocument = (language: string, today: string): DocumentContent => ({
  number: '', title: null, language, laboratory: { ...nobody, accreditation: null }, customer: nobody,
  item: { description: '', manufacturer: null, model: null, serial: null, assetNumber: null, otherIdentifications: [], condition: null },
  performedAt: { kind: 'laboratory', place: null }, receivedOn: null, calibratedFromOn: today, calibratedToOn: today, issuedOn: null, method: null,
  methodDeviations: null, conditions: [], standards: [], traceability: null, specification: null, decisionRule: null, statedConformity: null, adjusted: false,
  adjustmentNote: null, statements: [], signatories: [], agreedIntervalMonths: null, replacesNumber: null, amendmentReason: null,
});

const linksByPosition = (count: number, links: readonly { readonly position: number; readonly instrumentId: string | null }[]): readonly (string | null)[] =>
  Array.from({ length: count }, (_, position) => links.find((link) => link.position === position)?.instrumentId ?? null);

interface Proposed {
  readonly document: { readonly [Name in keyof DocumentContent]?: DocumentContent[Name] | undefined };
  readonly points: readonly MeasurementPoint[];
  readonly isOwnLaboratory: boolean;
  readonly standardInstruments: readonly { readonly position: number; readonly instrumentId: string }[];
}

/** @param title what a certificate is called in a language, where none was used before. */
export function workingOfProposal({ document, points, isOwnLaboratory, standardInstruments }: Proposed, today: string, title: (language: string) => string): Working {
  const blank = blankDocument(document.language ?? 'en', today);
  // Nothing proposed leaves the blank in its place.
  const whole: DocumentContent = { ...blank, ...Object.fromEntries(Object.entries(document).filter(([, value]) => value !== undefined)) };
  return {
    document: { ...whole, title: whole.title ?? title(whole.language) }, rows: points.map(rowOf), isOwnLaboratory,
    standardInstrumentIds: linksByPosition(whole.standards.length, standardInstruments), unread: {},
  };
}

export const workingOfCertificate = ({ document, isOwnLaboratory, standardsInUse }: StoredCertificate, points: readonly MeasurementPoint[]): Working => ({
  document, rows: points.map(rowOf), isOwnLaboratory, standardInstrumentIds: linksByPosition(document.standards.length, standardsInUse), unread: {},
});

const isBlank = (values: readonly (string | null)[]): boolean => values.every((value) => value === null || value.trim() === '');

interface SavableDraft {
  readonly document: DocumentContent;
  readonly points: MeasurementPoint[];
  readonly isOwnLaboratory: boolean;
  readonly standardInstruments: { position: number; instrumentId: string }[];
}

type Savable =
  | { readonly kind: 'savable'; readonly draft: SavableDraft }
  /** Paths of the document without which nothing is kept: `laboratory.name`, `conditions.2.name`. */
  | { readonly kind: 'not-yet'; readonly fields: readonly string[] };

/** Lines that are empty throughout are left out; one that says something needs its name. */
export function savable({ document, rows, isOwnLaboratory, standardInstrumentIds }: Working): Savable {
  const standards = document.standards.map((standard, position) => ({ standard, instrumentId: standardInstrumentIds[position] ?? null }))
    .filter(({ standard: { dueOn, ...texts }, instrumentId }) => instrumentId !== null || dueOn !== null || !isBlank(Object.values(texts)));
  const read = certificateDocument.safeParse({
    ...document,
    conditions: document.conditions.filter(({ name, value, text, unit }) => !isBlank([name, value, text, unit])),
    standards: standards.map(({ standard }) => standard),
    signatories: document.signatories.filter(({ name, role }) => !isBlank([name, role])),
    statements: document.statements.filter((statement) => statement.trim() !== ''),
  });
  if (!read.success) return { kind: 'not-yet', fields: [...new Set(read.error.issues.map(({ path }) => path.join('.')))] };
  return {
    kind: 'savable',
    draft: {
      document: read.data, points: rows.map(({ point }) => point), isOwnLaboratory,
      standardInstruments: standards.flatMap(({ instrumentId }, position) => (instrumentId === null ? [] : [{ position, instrumentId }])),
    },
  };
}
