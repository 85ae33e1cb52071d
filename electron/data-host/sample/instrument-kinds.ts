import type { InstrumentType } from '#shared/domain/calibration/index.ts';

/** How a kind of the range is calibrated: its unit, permissible error, uncertainty and points. */
export interface SampleInstrumentKind {
  readonly type: InstrumentType;
  readonly quantity: string;
  /** D-SI. */
  readonly unit: string;
  /** Decimal places of a reading. */
  readonly places: number;
  readonly range: readonly [lower: number, upper: number];
  /** ± permissible error, in the unit or as a part of the nominal value. */
  readonly tolerance: { readonly absolute: number } | { readonly relative: number };
  /** Expanded uncertainty over the permissible error. */
  readonly uncertaintyShare: number;
  /** Parts of the upper end at which it is calibrated. */
  readonly points: readonly number[];
  readonly specification: string;
  readonly standard: 'length' | 'torque' | 'pressure';
}

const length = (type: InstrumentType, places: number, upper: number, absolute: number, specification: string): SampleInstrumentKind => ({
  type, quantity: 'Length', unit: String.raw`\milli\metre`, places, range: [0, upper], tolerance: { absolute }, uncertaintyShare: 0.25,
  points: [0, 0.25, 0.5, 0.75, 1], specification, standard: 'length',
});
const torque = (upper: number): SampleInstrumentKind => ({
  type: 'torque-tool', quantity: 'Torque', unit: String.raw`\newton\metre`, places: upper > 99 ? 1 : 2, range: [upper / 5, upper], tolerance: { relative: 0.04 },
  uncertaintyShare: 0.25, points: [0.2, 0.6, 1], specification: 'ISO 6789-2:2017', standard: 'torque',
});
const pressure = (places: number, upper: number, accuracyClass: number): SampleInstrumentKind => ({
  type: 'pressure-gauge', quantity: 'Pressure', unit: String.raw`\bar`, places, range: [0, upper], tolerance: { absolute: (upper * accuracyClass) / 100 },
  uncertaintyShare: 0.2, points: [0, 0.25, 0.5, 0.75, 1], specification: 'EN 837-1:1996', standard: 'pressure',
});

/** By product code; what is not here (a stand) is not calibrated. */
export const sampleInstrumentKinds: ReadonlyMap<string, SampleInstrumentKind> = new Map([
  ['CL-150', length('caliper', 2, 150, 0.05, 'DIN 862:2015')], ['CL-200', length('caliper', 2, 200, 0.05, 'DIN 862:2015')],
  ['CD-150', length('caliper', 2, 150, 0.03, 'DIN 862:2015')], ['CD-300', length('caliper', 2, 300, 0.04, 'DIN 862:2015')],
  ['CX-500', length('caliper', 2, 500, 0.07, 'DIN 862:2015')], ['MM-025', length('micrometer', 3, 25, 0.004, 'ISO 3611:2010')],
  ['MM-050', length('micrometer', 3, 50, 0.004, 'ISO 3611:2010')], ['MD-025', length('micrometer', 3, 25, 0.002, 'ISO 3611:2010')],
  ['MI-030', length('micrometer', 3, 30, 0.004, 'DIN 863-4:1999')], ['DG-010', length('dial-indicator', 3, 10, 0.015, 'ISO 463:2006')],
  ['DT-008', length('dial-indicator', 3, 0.8, 0.013, 'ISO 9493:2010')], ['DD-012', length('dial-indicator', 3, 12.5, 0.004, 'ISO 13102:2012')],
  ['TW-025', torque(25)], ['TW-100', torque(100)], ['TW-340', torque(340)], ['TD-200', torque(200)],
  ['PG-063', pressure(2, 10, 1.6)], ['PG-100', pressure(2, 16, 1)], ['PT-160', pressure(3, 10, 0.25)],
  ['GB-047', length('gauge-block', 5, 100, 0.0006, 'ISO 3650:1998')], ['GB-087', length('gauge-block', 5, 100, 0.0006, 'ISO 3650:1998')],
]);

/** Reference standards of the sample's own laboratory. */
export interface SampleStandard {
  readonly key: SampleInstrumentKind['standard'];
  readonly serial: string;
  readonly manufacturer: string;
  readonly model: string;
  readonly description: string;
  readonly kind: SampleInstrumentKind;
  /** Months ago of its calibrations, the oldest first. */
  readonly calibratedMonthsAgo: readonly number[];
  /** The last one found it outside its tolerance: what was calibrated with it since the one before is in doubt. */
  readonly lastFailed: boolean;
}

export const sampleStandards: readonly SampleStandard[] = [
  {
    key: 'length', serial: 'GB0-1187', manufacturer: 'Frank', model: 'EB 0/122', description: 'Gauge block set, grade 0', kind: length('gauge-block', 5, 100, 0.0003, 'ISO 3650:1998'),
    calibratedMonthsAgo: [26, 14, 3], lastFailed: false,
  },
  {
    key: 'torque', serial: 'TT-4402', manufacturer: 'Raute', model: 'TS 500', description: 'Torque transducer 500 N·m', kind: { ...torque(500), tolerance: { relative: 0.002 } },
    calibratedMonthsAgo: [25, 13, 1], lastFailed: true,
  },
  {
    key: 'pressure', serial: 'PC-0093', manufacturer: 'Wika', model: 'CPH 6000', description: 'Pressure calibrator 20 bar', kind: pressure(4, 20, 0.025),
    calibratedMonthsAgo: [24, 11], lastFailed: false,
  },
];
