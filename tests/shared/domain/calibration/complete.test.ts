import { describe, expect, it } from 'vitest';
import { missingForIssue } from '#shared/domain/calibration/index.ts';
import type { Certificate, CertificateDocument, MeasurementPoint } from '#shared/domain/calibration/index.ts';
import { errorPoint, point, quantity } from './points.ts';

const document: CertificateDocument = {
  number: '2026-0042', title: 'Calibration certificate', language: 'en',
  laboratory: { name: 'Peyman Instruments', address: 'Tabriz', contact: null, accreditation: null },
  customer: { name: 'Anadolu Makina', address: 'Bursa', contact: null },
  item: { description: 'Outside micrometer 0–25 mm', manufacturer: null, model: null, serial: 'AB-0098', assetNumber: null, otherIdentifications: [], condition: 'good' },
  performedAt: { kind: 'laboratory', place: null }, receivedOn: '2026-11-10', calibratedFromOn: '2026-11-12', calibratedToOn: '2026-11-13', issuedOn: null,
  method: 'ISO 3611:2010', methodDeviations: null,
  conditions: [{ name: 'Temperature', stage: null, value: '20.1', unit: String.raw`\degreecelsius`, uncertainty: null, text: null }],
  standards: [{ name: 'Gauge blocks', manufacturer: null, model: null, serial: 'GB-1', certificateNumber: 'D-K-15001', dueOn: '2026-11-13' }],
  traceability: 'To the SI through the PTB.', specification: 'ISO 3611:2010', decisionRule: { kind: 'simple' }, statedConformity: null, adjusted: false, adjustmentNote: null,
  statements: [], signatories: [{ name: 'R. Karimi', role: null, isMain: true }], agreedIntervalMonths: null, replacesNumber: null, amendmentReason: null,
};
const good = errorPoint({ y: '0.001', lower: '-0.004', upper: '0.004', expanded: '0.002' });
const points: readonly MeasurementPoint[] = [good];
const staged = (stage: MeasurementPoint['stage']): MeasurementPoint[] => [{ ...good, stage }];
const complete: Certificate = { document, points };

const missing = (given: Partial<CertificateDocument>, of: readonly MeasurementPoint[] = points): string[] =>
  missingForIssue({ document: { ...document, ...given }, points: of }).missing.map(({ field, clause }) => `${clause} ${field}`);
const warnings = (given: Partial<CertificateDocument>, of: readonly MeasurementPoint[] = points): string[] =>
  missingForIssue({ document: { ...document, ...given }, points: of }).warnings.map(({ code }) => code);

describe('what a certificate lacks before it can be issued', () => {
  it('is nothing where it says all', () => {
    expect(missingForIssue(complete)).toEqual({ missing: [], warnings: [] });
  });

  it.each<[string, Partial<CertificateDocument>]>([
    ['7.8.2.1 a title', { title: ' ' }],
    ['7.8.2.1 b laboratory.name', { laboratory: { ...document.laboratory, name: '' } }],
    ['7.8.2.1 b laboratory.address', { laboratory: { ...document.laboratory, address: null } }],
    ['7.8.2.1 c performedAt.place', { performedAt: { kind: 'customer', place: null } }],
    ['7.8.2.1 d number', { number: '' }],
    ['7.8.2.1 e customer.name', { customer: { ...document.customer, name: '' } }],
    ['7.8.2.1 e customer.contact', { customer: { ...document.customer, address: null } }],
    ['7.8.2.1 f method', { method: null }],
    ['7.8.2.1 g item.description', { item: { ...document.item, description: '' } }],
    ['7.8.2.1 g item.identification', { item: { ...document.item, serial: null, otherIdentifications: [{ issuer: 'owner', name: null, value: ' ' }] } }],
    ['7.8.2.1 i calibratedOn', { calibratedFromOn: '2026-11-14' }],
    ['7.8.2.1 j issuedOn', { issuedOn: '2026-11-12' }],
    ['7.8.2.1 o signatories', { signatories: [{ name: 'R. Karimi', role: null, isMain: false }] }],
    ['7.8.4.1 b conditions', { conditions: [{ name: 'Temperature', stage: null, value: null, unit: null, uncertainty: null, text: '' }] }],
    ['7.8.4.1 c traceability', { traceability: null }],
    ['7.8.6.2 b specification', { specification: null }],
    ['7.8.6.2 c decisionRule', { decisionRule: null, statedConformity: 'pass' }],
    ['7.8.8.1 amendmentReason', { replacesNumber: '2026-0041' }],
    ['7.8.8.3 replacesNumber', { replacesNumber: '2026-0042', amendmentReason: 'a wrong serial number' }],
  ])('%s', (expected, given) => {
    expect(missing(given)).toEqual([expected]);
  });

  it('an asset number or another identification will do, and an amendment that says why', () => {
    expect(missing({ item: { ...document.item, serial: null, assetNumber: 'M-7' } })).toEqual([]);
    expect(missing({ item: { ...document.item, serial: null, otherIdentifications: [{ issuer: 'owner', name: null, value: '7' }] } })).toEqual([]);
    expect(missing({ replacesNumber: '2026-0041', amendmentReason: 'a wrong serial number' })).toEqual([]);
  });

  it('needs neither specification nor rule where no verdict is stated', () => {
    expect(missing({ specification: null, decisionRule: null })).toEqual([]);
    expect(missing({ decisionRule: null }, [{ ...errorPoint({ y: '0', lower: null, upper: null, expanded: '1' }), statedConformity: 'pass' }])).toEqual([
      '7.8.6.2 a points.limits', '7.8.6.2 c decisionRule',
    ]);
  });

  it('names the points that lack something', () => {
    const bare = point({ measured: quantity('1'), lowerLimit: '0' });
    const { missing: found } = missingForIssue({ document, points: [bare, good, point({ lowerLimit: '0' }), point({ error: quantity('1', ' ') })] });
    expect(found).toEqual([
      { field: 'points.result', clause: '7.8.2.1 m', points: [2] }, { field: 'points.unit', clause: '7.8.2.1 m', points: [3] },
      { field: 'points.uncertainty', clause: '7.8.4.1 a', points: [0, 2, 3] },
    ]);
    expect(missing({ decisionRule: null }, [])).toEqual(['7.8.2.1 m points']);
  });

  it('needs the results after an adjustment, and would have those before it', () => {
    const adjusted = { adjusted: true, adjustmentNote: 'zero set' };
    expect(missing(adjusted, staged('as-found'))).toEqual(['7.8.4.1 d points.as-left']);
    expect(missing(adjusted, staged('as-left'))).toEqual([]);
    expect(warnings(adjusted, staged('as-left'))).toEqual(['as-found-missing']);
    expect(warnings(adjusted, [...staged('as-found'), ...staged('as-left')])).toEqual([]);
    expect(warnings({}, staged('as-left'))).toEqual(['as-left-without-adjustment']);
  });
});

describe('what is worth a look and keeps nothing back', () => {
  it('a standard that was overdue on the last day of use, or has no certificate', () => {
    const [standard] = document.standards;
    if (standard === undefined) throw new Error('the sample has one');
    expect(missingForIssue({ document: { ...document, standards: [{ ...standard, dueOn: '2026-11-12' }] }, points })).toEqual({
      missing: [], warnings: [{ code: 'standard-overdue', params: { name: 'Gauge blocks', dueOn: '2026-11-12' } }],
    });
    expect(warnings({ standards: [{ ...standard, certificateNumber: null }] })).toEqual(['standard-without-certificate']);
    expect(warnings({ standards: [] })).toEqual(['no-standards']);
  });

  it('not results that no rule was agreed for', () => {
    const bare: Certificate = { document: { ...document, decisionRule: null }, points };
    expect(missingForIssue(bare, [{ verdict: 'not-judged', reason: 'no-rule' }])).toEqual({ missing: [], warnings: [] });
  });

  it('not an instrument that came on the day of its calibration', () => {
    expect(warnings({ receivedOn: '2026-11-12' })).toEqual([]);
  });

  it.each<[string, Partial<CertificateDocument>, readonly MeasurementPoint[]]>([
    ['no-receipt-day', { receivedOn: null }, points], ['received-after-calibration', { receivedOn: '2026-11-13' }, points],
    ['no-condition', { item: { ...document.item, condition: null } }, points],
    ['points-not-judged', {}, [...points, { ...errorPoint({ y: '0', lower: '1', upper: '0', expanded: '1' }) }]],
    ['acceptance-empty', { decisionRule: { kind: 'guard-band', outcome: 'binary', factor: '3' } }, points],
    ['mixed-units', { decisionRule: null }, [{ ...good, measured: quantity('1'), reference: quantity('1000', String.raw`\micro\metre`) }]],
  ])('%s', (expected, given, of) => {
    expect(warnings(given, of)).toEqual([expected]);
    expect(missing(given, of)).toEqual([]);
  });
});
