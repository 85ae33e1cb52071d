import type {
  CalibratedItem, Certificate, CertificateDocument, DecimalText, InfluenceCondition, Measurand, MeasurementPoint, Party, Uncertainty,
} from '#shared/domain/calibration/types.ts';

const text = (value: string): string => value.trim();
const optional = (value: string | null): string | null => (value === null || value.trim() === '' ? null : value.trim());

/** Digits without an exponent, all of them kept: `9.50e-1` is `0.950`. Null: not a number. */
function withoutExponent(decimal: DecimalText): string | null {
  const parts = /^(?<sign>[+-]?)(?<whole>\d*)(?:\.(?<fraction>\d*))?(?:[eE](?<exponent>[+-]?\d{1,4}))?$/u.exec(decimal)?.groups;
  const digits = `${parts?.['whole'] ?? ''}${parts?.['fraction'] ?? ''}`;
  if (!parts || digits === '') return null;
  const point = (parts['whole'] ?? '').length + Number(parts['exponent'] ?? '0');
  const padded = point <= 0 ? `${'0'.repeat(1 - point)}${digits}` : digits.padEnd(point, '0');
  const place = Math.max(point, 1);
  const whole = padded.slice(0, place).replace(/^0+(?=\d)/u, '');
  const fraction = padded.slice(place);
  return `${parts['sign'] === '-' ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** D-SI writes k and p in fewer ways than a decimal can be written; where it already is one of these it stays as it is. */
const inForm = (form: RegExp, decimal: DecimalText): DecimalText => (form.test(decimal) ? decimal : withoutExponent(decimal) ?? decimal);
/** D-SI 2.2.1, kValueType. */
export const coverageFactorForm = /^\+?[1-9]\d*(?:\.\d*)?$/u;
/** D-SI 2.2.1, probabilityValueType. */
export const probabilityForm = /^\+?(?:0(?:\.\d*)?|1(?:\.0*)?)$/u;

const uncertainty = (stated: Uncertainty | null): Uncertainty | null => stated && {
  ...stated,
  coverageFactor: inForm(coverageFactorForm, stated.coverageFactor),
  coverageProbability: stated.coverageProbability === null ? null : inForm(probabilityForm, stated.coverageProbability),
  distribution: optional(stated.distribution),
};

const measurand = (stated: Measurand | null): Measurand | null => stated && { ...stated, unit: text(stated.unit), uncertainty: uncertainty(stated.uncertainty) };

const point = (stated: MeasurementPoint): MeasurementPoint => ({
  ...stated,
  group: optional(stated.group),
  label: optional(stated.label),
  reference: measurand(stated.reference),
  measured: measurand(stated.measured),
  error: measurand(stated.error),
});

const party = (stated: Party): Party => ({ name: text(stated.name), address: optional(stated.address), contact: optional(stated.contact) });

const item = (stated: CalibratedItem): CalibratedItem => ({
  description: text(stated.description),
  manufacturer: optional(stated.manufacturer),
  model: optional(stated.model),
  serial: optional(stated.serial),
  assetNumber: optional(stated.assetNumber),
  otherIdentifications: stated.otherIdentifications
    .filter(({ value }) => value.trim() !== '')
    .map(({ issuer, name, value }) => ({ issuer: optional(issuer) ?? 'other', name: optional(name), value: text(value) })),
  condition: optional(stated.condition),
});

const condition = (stated: InfluenceCondition): InfluenceCondition => ({
  ...stated, name: text(stated.name), unit: optional(stated.unit), uncertainty: uncertainty(stated.uncertainty), text: optional(stated.text),
});

function tidiedDocument(stated: CertificateDocument): CertificateDocument {
  const { laboratory } = stated;
  return {
    ...stated,
    number: text(stated.number),
    title: optional(stated.title),
    language: text(stated.language),
    laboratory: {
      ...party(laboratory),
      accreditation: laboratory.accreditation && {
        body: text(laboratory.accreditation.body), number: text(laboratory.accreditation.number), scope: optional(laboratory.accreditation.scope),
      },
    },
    customer: party(stated.customer),
    item: item(stated.item),
    performedAt: { kind: stated.performedAt.kind, place: optional(stated.performedAt.place) },
    method: optional(stated.method),
    methodDeviations: optional(stated.methodDeviations),
    conditions: stated.conditions.map(condition),
    standards: stated.standards.map((standard) => ({
      name: text(standard.name), manufacturer: optional(standard.manufacturer), model: optional(standard.model), serial: optional(standard.serial),
      certificateNumber: optional(standard.certificateNumber), dueOn: standard.dueOn,
    })),
    traceability: optional(stated.traceability),
    specification: optional(stated.specification),
    adjustmentNote: optional(stated.adjustmentNote),
    statements: stated.statements.map(text).filter((statement) => statement !== ''),
    signatories: stated.signatories.map(({ name, role, isMain }) => ({ name: text(name), role: optional(role), isMain })),
    replacesNumber: optional(stated.replacesNumber),
    amendmentReason: optional(stated.amendmentReason),
  };
}

/**
 * The same certificate without what no file keeps: white space at the edges of texts, texts and remarks of nothing but white
 * space, identifications without a value; coverage factors and probabilities in the notation of D-SI 2.2.1 (`.95` is `0.95`),
 * with all their digits. Of a certificate that already is so, an equal one.
 */
export const tidied = (certificate: Certificate): Certificate => ({ document: tidiedDocument(certificate.document), points: certificate.points.map(point) });
