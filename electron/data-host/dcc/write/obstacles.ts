import { parseIsoDay } from '#shared/domain/calendar/index.ts';
import { isDecimal } from '#shared/domain/calibration/decimal.ts';
import type { Certificate, DecimalText, Measurand, MeasurementPoint, Uncertainty } from '#shared/domain/calibration/types.ts';
import { iso639Of } from '../language-tag.ts';
import type { WriteContext } from './context.ts';
import { coverageFactorForm, probabilityForm, tidied } from './tidy.ts';

export type ObstacleCode =
  /** A character that XML 1.0 has no way to write: a control, half of a pair of surrogates. */
  | 'illegal-character'
  /** Nothing where the format must have something. */
  | 'missing'
  | 'not-a-number' | 'negative-uncertainty'
  /** k below 1: D-SI has no such coverage factor. */
  | 'coverage-factor'
  /** Outside [0, 1]. */
  | 'coverage-probability'
  /** D-SI parts the units of a list at white space. */
  | 'unit-with-space'
  | 'not-a-day' | 'not-a-duration'
  /** Not an ISO 3166-1 code of two capitals. */
  | 'country-code'
  /** A language without an ISO 639-1 code of two letters. */
  | 'language';

/** What keeps a certificate from being written as a DCC. Nothing is left out of one in silence. */
export interface Obstacle {
  readonly code: ObstacleCode;
  /** Dotted, as in `document.item.serial`, `points.3.measured.unit`, `context.countryCode`. */
  readonly path: string;
}

/** XML 1.0, production Char, and no surrogate alone. */
const illegal = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

class Collector {
  readonly found: Obstacle[] = [];

  check(holds: boolean, code: ObstacleCode, path: string): void {
    if (!holds) this.found.push({ code, path });
  }

  texts(value: unknown, path: string): void {
    if (typeof value === 'string') this.check(!illegal.test(value), 'illegal-character', path);
    else if (value !== null && typeof value === 'object') for (const [key, inner] of Object.entries(value)) this.texts(inner, `${path}.${key}`);
  }

  required(text: string, path: string): void {
    this.check(text !== '', 'missing', path);
  }

  day(text: string | null, path: string): void {
    this.check(text === null || parseIsoDay(text) !== null, 'not-a-day', path);
  }

  decimal(text: DecimalText | null, path: string): void {
    this.check(text === null || isDecimal(text), 'not-a-number', path);
  }

  unit(text: string, path: string): void {
    this.required(text, path);
    this.check(!/\s/u.test(text), 'unit-with-space', path);
  }

  uncertainty(stated: Uncertainty | null, path: string): void {
    if (stated === null) return;
    this.decimal(stated.expanded, `${path}.expanded`);
    this.check(!stated.expanded.startsWith('-'), 'negative-uncertainty', `${path}.expanded`);
    this.check(coverageFactorForm.test(stated.coverageFactor), 'coverage-factor', `${path}.coverageFactor`);
    this.check(stated.coverageProbability === null || probabilityForm.test(stated.coverageProbability), 'coverage-probability', `${path}.coverageProbability`);
  }

  measurand(stated: Measurand | null, path: string): void {
    if (stated === null) return;
    this.decimal(stated.value, `${path}.value`);
    this.unit(stated.unit, `${path}.unit`);
    this.uncertainty(stated.uncertainty, `${path}.uncertainty`);
  }

  point(stated: MeasurementPoint, path: string): void {
    this.measurand(stated.reference, `${path}.reference`);
    this.measurand(stated.measured, `${path}.measured`);
    this.measurand(stated.error, `${path}.error`);
    this.decimal(stated.lowerLimit, `${path}.lowerLimit`);
    this.decimal(stated.upperLimit, `${path}.upperLimit`);
    this.decimal(stated.statedAcceptance?.lower ?? null, `${path}.statedAcceptance.lower`);
    this.decimal(stated.statedAcceptance?.upper ?? null, `${path}.statedAcceptance.upper`);
  }
}

/** Everything that keeps this certificate from being written, so that a screen can say it before it is issued; empty: nothing does. */
export function dccObstacles(certificate: Certificate, context: WriteContext): readonly Obstacle[] {
  const collector = new Collector();
  collector.texts(certificate.document, 'document');
  collector.texts(certificate.points, 'points');
  collector.texts(context, 'context');

  const { document, points } = tidied(certificate);
  collector.required(document.number, 'document.number');
  collector.required(document.laboratory.name, 'document.laboratory.name');
  collector.required(document.customer.name, 'document.customer.name');
  collector.required(document.item.description, 'document.item.description');
  if (document.laboratory.accreditation) {
    collector.required(document.laboratory.accreditation.body, 'document.laboratory.accreditation.body');
    collector.required(document.laboratory.accreditation.number, 'document.laboratory.accreditation.number');
  }
  document.standards.forEach(({ name, dueOn }, index) => {
    collector.required(name, `document.standards.${String(index)}.name`);
    collector.day(dueOn, `document.standards.${String(index)}.dueOn`);
  });
  document.signatories.forEach(({ name }, index) => collector.required(name, `document.signatories.${String(index)}.name`));
  document.conditions.forEach(({ name, value, unit, uncertainty }, index) => {
    const path = `document.conditions.${String(index)}`;
    collector.required(name, `${path}.name`);
    collector.decimal(value, `${path}.value`);
    if (unit !== null) collector.unit(unit, `${path}.unit`);
    collector.uncertainty(uncertainty, `${path}.uncertainty`);
  });
  collector.day(document.receivedOn, 'document.receivedOn');
  collector.day(document.calibratedFromOn, 'document.calibratedFromOn');
  collector.day(document.calibratedToOn, 'document.calibratedToOn');
  collector.day(document.issuedOn, 'document.issuedOn');
  collector.check(document.agreedIntervalMonths === null || (Number.isSafeInteger(document.agreedIntervalMonths) && document.agreedIntervalMonths > 0), 'not-a-duration', 'document.agreedIntervalMonths');
  if (document.decisionRule?.kind === 'guard-band') collector.decimal(document.decisionRule.factor, 'document.decisionRule.factor');
  collector.check(iso639Of(document.language) !== null, 'language', 'document.language');
  points.forEach((point, index) => collector.point(point, `points.${String(index)}`));

  collector.required(context.softwareName.trim(), 'context.softwareName');
  collector.required(context.softwareVersion.trim(), 'context.softwareVersion');
  collector.required(context.uniqueIdentifier.trim(), 'context.uniqueIdentifier');
  collector.required(context.replacedUniqueIdentifier?.trim() ?? '-', 'context.replacedUniqueIdentifier');
  collector.check(/^[A-Z]{2}$/u.test(context.countryCode), 'country-code', 'context.countryCode');
  return collector.found;
}
