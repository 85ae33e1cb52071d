import { numberToIsoDay } from '#shared/domain/calendar/index.ts';
import { decide, overallVerdict } from '#shared/domain/calibration/index.ts';
import type { CertificateDocument, DecisionRule, Measurand, MeasurementPoint, Party, StandardUsed } from '#shared/domain/calibration/index.ts';
import { normaliseForSearch } from '#shared/i18n/text/index.ts';
import type { Maker } from './clock.ts';
import type { SampleInstrumentKind } from './instrument-kinds.ts';
import type { SampleRows } from './rows.ts';

export interface SampleCertificate {
  readonly instrumentId: string;
  readonly item: Pick<CertificateDocument['item'], 'description' | 'manufacturer' | 'model' | 'serial' | 'assetNumber'>;
  readonly kind: SampleInstrumentKind;
  readonly customer: Party;
  readonly laboratory: CertificateDocument['laboratory'];
  readonly isOwnLaboratory: boolean;
  readonly number: string;
  readonly calibratedDay: number;
  readonly issuedDay: number;
  readonly signatory: { readonly name: string; readonly role: string };
  readonly staffId: string | null;
  readonly language: 'en' | 'fa';
  readonly standards: readonly StandardUsed[];
  readonly ownStandards: readonly { readonly instrumentId: string; readonly certificateId: string | null }[];
  /** How it was found: within its tolerance, close to its limit, or beyond it and then adjusted. */
  readonly found: 'good' | 'near' | 'failed';
  /** Some papers lack what the standard asks for. */
  readonly isComplete: boolean;
}

const words = {
  en: {
    title: 'Calibration certificate', method: 'Comparison with reference standards', traceability: 'Traceable to the International System of Units (SI) through the standards named.',
    condition: 'Clean, without damage', adjusted: 'Adjusted after the first measurement', temperature: 'Temperature',
  },
  fa: {
    title: 'گواهی کالیبراسیون', method: 'مقایسه با مرجع‌ها', traceability: 'قابل ردیابی به دستگاه بین‌المللی یکاها (SI) از راه مرجع‌های نام‌برده.',
    condition: 'تمیز و بی‌آسیب', adjusted: 'پس از اندازه‌گیری نخست تنظیم شد', temperature: 'دما',
  },
} as const;

const rule: DecisionRule = { kind: 'simple' };

const shareOf = (maker: Maker, found: SampleCertificate['found']): number => {
  const sign = maker.random.chance(0.5) ? 1 : -1;
  if (found === 'good') return sign * 0.65 * maker.random.next();
  return sign * (found === 'near' ? 0.82 + 0.12 * maker.random.next() : 1.15 + 0.3 * maker.random.next());
};

function pointsOf(maker: Maker, kind: SampleInstrumentKind, stage: MeasurementPoint['stage'], found: SampleCertificate['found']): MeasurementPoint[] {
  const worst = maker.random.int(0, kind.points.length - 1);
  return kind.points.map((part, index) => {
    const nominal = Math.max(kind.range[0], part * kind.range[1]);
    const limit = 'absolute' in kind.tolerance ? kind.tolerance.absolute : kind.tolerance.relative * nominal;
    const places = kind.places + 1;
    // Rounding to the reading's places must not carry a good point over its limit.
    const error = limit * shareOf(maker, index === worst ? found : 'good');
    const measurand = (value: number, uncertainty: number | null): Measurand => ({
      value: value.toFixed(places), unit: kind.unit,
      uncertainty: uncertainty === null
        ? null
        : { expanded: uncertainty.toPrecision(2), kind: 'absolute', coverageFactor: '2', coverageProbability: '0.95', distribution: 'normal' },
    });
    return {
      stage, group: null, label: null, reference: measurand(nominal, null), measured: measurand(nominal + error, limit * kind.uncertaintyShare), error: null,
      judged: 'error', lowerLimit: (-limit).toFixed(places), upperLimit: limit.toFixed(places), statedAcceptance: null, statedConformity: null,
      fromExternalProvider: false,
    };
  });
}

function documentOf(given: SampleCertificate): CertificateDocument {
  const text = words[given.language];
  const isAdjusted = given.found === 'failed';
  return {
    number: given.number, title: text.title, language: given.language, laboratory: given.laboratory, customer: given.customer,
    item: { ...given.item, otherIdentifications: [], condition: text.condition },
    performedAt: { kind: 'laboratory', place: null }, receivedOn: numberToIsoDay(given.calibratedDay - 2), calibratedFromOn: numberToIsoDay(given.calibratedDay),
    calibratedToOn: numberToIsoDay(given.calibratedDay), issuedOn: numberToIsoDay(given.issuedDay), method: given.isComplete ? text.method : null,
    methodDeviations: null,
    conditions: given.isComplete
      ? [{ name: text.temperature, stage: null, value: '20.3', unit: String.raw`\degreecelsius`, uncertainty: { expanded: '0.5', kind: 'absolute', coverageFactor: '2', coverageProbability: null, distribution: null }, text: null }]
      : [],
    standards: given.standards, traceability: given.isComplete ? text.traceability : null, specification: given.kind.specification, decisionRule: rule,
    statedConformity: null, adjusted: isAdjusted, adjustmentNote: isAdjusted ? text.adjusted : null, statements: [],
    signatories: [{ ...given.signatory, isMain: true }], agreedIntervalMonths: null, replacesNumber: null, amendmentReason: null,
  };
}

export interface MadeCertificate {
  readonly id: string;
  readonly number: string;
}

/** An issued certificate with its points, judged by the rules like any other. */
export function makeCertificate(maker: Maker, rows: SampleRows, given: SampleCertificate): MadeCertificate {
  const id = maker.id();
  const isAdjusted = given.found === 'failed';
  const points = isAdjusted
    ? [...pointsOf(maker, given.kind, 'as-found', 'failed'), ...pointsOf(maker, given.kind, 'as-left', 'good')]
    : pointsOf(maker, given.kind, 'only', given.found);
  const { overall, asFound } = overallVerdict(points, isAdjusted, rule);
  const at = maker.instant(given.issuedDay);
  const stamps = { created_at: at, updated_at: at, deleted_at: null };
  rows.certificates.push({
    id, instrument_id: given.instrumentId, number: given.number, number_key: normaliseForSearch(given.number), state: 'issued', origin: 'typed',
    is_own_laboratory: Number(given.isOwnLaboratory), laboratory_name: given.laboratory.name, calibrated_on: numberToIsoDay(given.calibratedDay),
    issued_on: numberToIsoDay(given.issuedDay), is_complete: Number(given.isComplete), as_found_verdict: asFound?.verdict ?? null, verdict: overall.verdict,
    point_count: points.length, document: JSON.stringify(documentOf(given)), replaces_id: null, calibration_order_id: null, dcc_sha256: null,
    dcc_identifier: null, dcc_version: null, dcc_signature: null, dcc_item: null, pdf_attachment_id: null, staff_id: given.staffId, ...stamps,
  });
  for (const [position, point] of points.entries()) {
    rows.certificatePoints.push({
      id: maker.id(), certificate_id: id, position, stage: point.stage, point: JSON.stringify(point), verdict: decide(point, rule).verdict, created_at: at,
    });
  }
  for (const [position, standard] of given.ownStandards.entries()) {
    rows.certificateStandards.push({
      id: maker.id(), certificate_id: id, position, instrument_id: standard.instrumentId, standard_certificate_id: standard.certificateId, ...stamps,
    });
  }
  return { id, number: given.number };
}
