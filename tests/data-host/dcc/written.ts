import type { Certificate, MeasurementPoint, Stage } from '#shared/domain/calibration/types.ts';
import type { WriteContext } from '#electron/data-host/dcc/write/context.ts';

export const context: WriteContext = { softwareName: 'Peyvand', softwareVersion: '1.2.3', uniqueIdentifier: 'K-2026-0042', countryCode: 'IR', replacedUniqueIdentifier: null, languages: ['en', 'fa'] };

const millimetre = String.raw`\milli\metre`;

const jaw = (stage: Stage, reference: string, measured: string, error: string): MeasurementPoint => ({
  stage,
  group: 'Outside jaws, 0–150 mm',
  label: null,
  reference: { value: reference, unit: millimetre, uncertainty: null },
  measured: { value: measured, unit: millimetre, uncertainty: null },
  error: { value: error, unit: millimetre, uncertainty: { expanded: '0.010', kind: 'absolute', coverageFactor: '2', coverageProbability: '0.95', distribution: 'normal' } },
  judged: 'error',
  lowerLimit: '-0.030',
  upperLimit: '0.030',
  statedAcceptance: { lower: '-0.020', upper: '0.020' },
  // Guard band w = U: ±0.020 is what passes.
  statedConformity: Math.abs(Number(error)) > 0.02 ? 'fail' : 'pass',
  fromExternalProvider: false,
});

/** A caliper that was found out of tolerance, adjusted, and left in tolerance; in Persian, as the laboratory is. */
export const caliper: Certificate = {
  document: {
    number: 'K-2026-0042',
    title: 'گواهی کالیبراسیون',
    language: 'fa',
    laboratory: {
      name: 'آزمایشگاه پیوند', address: 'تهران، خیابان آزادی، پلاک ۱۲\nکد پستی ۱۴۵۸۸', contact: 'lab@peyvand.example',
      accreditation: { body: 'NACI', number: 'NACI/Lab/1234', scope: 'طول' },
    },
    customer: { name: 'Kunde GmbH', address: 'Musterstraße 1\n00900 Musterstadt', contact: '+49 123 4567-89' },
    item: {
      description: 'کولیس دیجیتال ۰ تا ۱۵۰ میلی‌متر', manufacturer: 'Mahr', model: '16 EWRi', serial: '0004711', assetNumber: 'PM-88',
      otherIdentifications: [{ issuer: 'calibrationLaboratory', name: 'شمارهٔ پذیرش', value: '1405-77' }], condition: 'فک‌ها تمیز، بدون خط',
    },
    performedAt: { kind: 'laboratory', place: 'اتاق اندازه‌گیری ۲' },
    receivedOn: '2026-10-28',
    calibratedFromOn: '2026-11-02',
    calibratedToOn: '2026-11-03',
    issuedOn: '2026-11-04',
    method: 'VDI/VDE/DGQ 2618 Part 9.1:2006',
    methodDeviations: null,
    conditions: [{
      name: 'دمای محیط', stage: 'both', value: '20.1', unit: String.raw`\degreecelsius`,
      uncertainty: { expanded: '0.5', kind: 'absolute', coverageFactor: '2', coverageProbability: '0.95', distribution: null }, text: null,
    }],
    standards: [{ name: 'بلوک‌های سنجه', manufacturer: 'KOLB', model: 'Grade 1', serial: 'GB-77', certificateNumber: 'D-K-15070-2026-01', dueOn: '2027-01-31' }],
    traceability: 'قابل ردیابی به SI از راه PTB',
    specification: 'ISO 13385-1:2019',
    decisionRule: { kind: 'guard-band', outcome: 'binary', factor: '1' },
    statedConformity: 'pass',
    adjusted: true,
    adjustmentNote: 'نقطهٔ صفر تنظیم شد',
    statements: ['این نتایج تنها به قلم کالیبره‌شده مربوط‌اند.'],
    signatories: [{ name: 'سارا رضایی', role: 'مدیر فنی', isMain: true }, { name: 'علی کریمی', role: null, isMain: false }],
    agreedIntervalMonths: 12,
    replacesNumber: 'K-2026-0039',
    amendmentReason: 'شمارهٔ سریال اصلاح شد',
  },
  points: [
    jaw('as-found', '20.0000', '20.03', '0.030'), jaw('as-found', '100.0000', '100.04', '0.040'),
    jaw('as-left', '20.0000', '20.00', '0.000'), jaw('as-left', '100.0000', '100.01', '0.010'),
  ],
};

export const manyPoints = (count: number): readonly MeasurementPoint[] =>
  Array.from({ length: count }, (_, index) => jaw('only', (index / 100).toFixed(4), (index / 100 + 0.01).toFixed(2), (0.01 - (index % 7) / 1000).toFixed(3)));
