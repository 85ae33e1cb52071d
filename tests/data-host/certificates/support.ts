import type { DocumentContent, StoredCertificate } from '#shared/contract/certificates.ts';
import type { MeasurementPoint, Stage } from '#shared/domain/calibration/index.ts';
import type { TestHost } from '#tests/data-host/support.ts';

const millimetre = String.raw`\milli\metre`;

/** A complete document, as our own laboratory issues it. */
export const documentOf = (patch: Partial<DocumentContent> = {}): DocumentContent => ({
  number: 'K-2026-0041', title: 'Calibration certificate', language: 'en',
  laboratory: { name: 'Own laboratory', address: 'Tehran', contact: null, accreditation: null },
  customer: { name: 'Ankara Ölçüm', address: 'Ankara', contact: null },
  item: { description: 'Caliper', manufacturer: 'Hoffmann', model: 'M1', serial: 'S-1', assetNumber: null, otherIdentifications: [], condition: 'clean' },
  performedAt: { kind: 'laboratory', place: null }, receivedOn: '2026-11-01', calibratedFromOn: '2026-11-10', calibratedToOn: '2026-11-10', issuedOn: null,
  method: 'DKD-R 4-3', methodDeviations: null,
  conditions: [{ name: 'temperature', stage: 'both', value: '20.1', unit: String.raw`\degreecelsius`, uncertainty: null, text: null }],
  standards: [], traceability: 'SI through PTB', specification: 'DIN 862', decisionRule: { kind: 'simple' }, statedConformity: null, adjusted: false,
  adjustmentNote: null, statements: [], signatories: [{ name: 'Sara', role: null, isMain: true }], agreedIntervalMonths: null, replacesNumber: null,
  amendmentReason: null, ...patch,
});

/** Error of so many millimetres within ±0.030, U = 0.010, k = 2. */
export const pointOf = (error: string, stage: Stage = 'only'): MeasurementPoint => ({
  stage, group: 'Outside jaws', label: null, reference: { value: '100', unit: millimetre, uncertainty: null },
  measured: { value: null, unit: millimetre, uncertainty: null },
  error: { value: error, unit: millimetre, uncertainty: { expanded: '0.010', kind: 'absolute', coverageFactor: '2', coverageProbability: '0.95', distribution: null } },
  judged: 'error', lowerLimit: '-0.030', upperLimit: '0.030', statedAcceptance: null, statedConformity: null, fromExternalProvider: false,
});

export interface DraftFixture {
  readonly instrumentId: string;
  readonly document?: Partial<DocumentContent>;
  readonly points?: readonly MeasurementPoint[];
  readonly isOwnLaboratory?: boolean;
  readonly calibrationOrderId?: string | null;
  readonly standardInstruments?: { position: number; instrumentId: string }[];
  readonly id?: string | null;
  readonly updatedAt?: string | null;
}

export const draft = ({ call }: TestHost, fixture: DraftFixture): Promise<StoredCertificate> =>
  call.certificates.save({
    id: fixture.id ?? null, instrumentId: fixture.instrumentId, calibrationOrderId: fixture.calibrationOrderId ?? null,
    isOwnLaboratory: fixture.isOwnLaboratory ?? true, document: documentOf(fixture.document), points: [...(fixture.points ?? [pointOf('0.010')])],
    updatedAt: fixture.updatedAt ?? null, standardInstruments: fixture.standardInstruments ?? [],
  });

export async function issued(test: TestHost, { issuedOn = '2026-11-20', ...fixture }: DraftFixture & { readonly issuedOn?: string }): Promise<StoredCertificate> {
  const { id } = await draft(test, fixture);
  return test.call.certificates.issue({ id, issuedOn });
}

/** What a call refuses, as `field code`; empty where it does not. */
export const refusal = (call: Promise<unknown>): Promise<string[]> =>
  call.then(
    () => [],
    (error: { readonly code: string; readonly data?: { readonly issues?: readonly { readonly field: string; readonly code: string }[] } }) =>
      error.data?.issues?.map(({ field, code }) => `${field} ${code}`) ?? [error.code],
  );
