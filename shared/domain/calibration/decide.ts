import { methodSixMultiplier, ratioOf } from './conformity.ts';
import { decimal, parseDecimal, plainText } from './decimal.ts';
import type { Decimal } from './decimal.ts';
import { judge } from './judged.ts';
import type { JudgedPoint, NotJudgedReason } from './judged.ts';
import type { DecimalText, DecisionRule, MeasurementPoint, Verdict } from './types.ts';

interface Limits {
  readonly lower: DecimalText | null;
  readonly upper: DecimalText | null;
}

/** The verdict with every number that it used, so that it can be shown as a sum. Texts in the unit of what is judged. */
export interface Judged extends Omit<JudgedPoint, 'kind' | 'uncertaintyReason'> {
  readonly verdict: Exclude<Verdict, 'not-judged'>;
  /** w; 40 places at most where U/k has no end. */
  readonly guardBand: DecimalText;
  /** w in units of U (r, or M of method 6) or, for ISO 14253-1, of u. */
  readonly guardFactor: DecimalText;
  /** TL + w … TU − w. With `isAcceptanceEmpty` the lower one lies above the upper one. */
  readonly acceptance: Limits;
  /** TL − w … TU + w, beyond which the four-way rule fails and ISO 14253-1 proves nonconformity; null for the others. */
  readonly rejection: Limits | null;
  /** w is wider than half the tolerance: with this uncertainty nothing whatever can be accepted. */
  readonly isAcceptanceEmpty: boolean;
  /** (TU − TL)/(2U); null with one limit only, or without an uncertainty. */
  readonly testUncertaintyRatio: number | null;
}

export interface NotJudged {
  readonly verdict: 'not-judged';
  readonly reason: NotJudgedReason;
}

export type Decision = Judged | NotJudged;

/** w = numerator/denominator, kept apart so that U/k is never rounded before it is compared. */
interface GuardBand {
  readonly factor: DecimalText;
  readonly numerator: Decimal;
  readonly denominator: Decimal;
}

const one = decimal('1');
const noGuardBand: GuardBand = { factor: '0', numerator: decimal('0'), denominator: one };
/** One-sided 95 % of the normal distribution, ISO 14253-1:2017, 5.2. */
const iso14253Factor = '1.65';

const inExpanded = (factor: DecimalText, expanded: Decimal): GuardBand => ({ factor, numerator: decimal(factor).times(expanded), denominator: one });

const guardBandOf = (rule: DecisionRule, point: JudgedPoint, tur: number | null): GuardBand | NotJudgedReason => {
  if (rule.kind === 'simple') return noGuardBand;
  const { uncertainty } = point;
  if (uncertainty === null) return point.uncertaintyReason ?? 'no-uncertainty';
  const expanded = decimal(uncertainty.expanded);
  switch (rule.kind) {
    case 'guard-band': {
      const factor = parseDecimal(rule.factor);
      if (factor === null || factor.lt(0)) return 'rule-invalid';
      return inExpanded(rule.factor, expanded);
    }
    case 'iso-14253-1':
      return { factor: iso14253Factor, numerator: decimal(iso14253Factor).times(expanded), denominator: decimal(uncertainty.coverageFactor) };
    case 'z540-3-method-6':
      if (point.lowerLimit === null || point.upperLimit === null) return 'two-limits-needed';
      // Without uncertainty nothing has to be guarded.
      if (tur === null) return noGuardBand;
      return inExpanded(methodSixMultiplier(tur), expanded);
    default:
      throw new RangeError(`unknown decision rule ${JSON.stringify(rule satisfies never)}`);
  }
};

interface Zone {
  /** Inside every limit by at least w. */
  readonly isAccepted: boolean;
  /** Within the tolerance limits, which belong to it. */
  readonly isInside: boolean;
  /** How far outside compared with w: −1 less, 0 equal, 1 more. Inside the limits −1. */
  readonly beyond: -1 | 0 | 1;
}

const zoneOf = ({ value, lowerLimit, upperLimit }: JudgedPoint, { numerator, denominator }: GuardBand): Zone => {
  const y = decimal(value);
  const rooms = [
    ...(lowerLimit === null ? [] : [y.minus(decimal(lowerLimit))]),
    ...(upperLimit === null ? [] : [decimal(upperLimit).minus(y)]),
  ];
  const isInside = rooms.every((room) => room.gte(0));
  const outside = rooms.find((room) => room.lt(0));
  return {
    isAccepted: rooms.every((room) => room.times(denominator).gte(numerator)),
    isInside,
    beyond: outside === undefined ? -1 : outside.neg().times(denominator).cmp(numerator),
  };
};

const verdictOf = (rule: DecisionRule, zone: Zone): Judged['verdict'] => {
  if (rule.kind === 'iso-14253-1') {
    if (zone.isAccepted) return 'conform';
    return zone.beyond >= 0 ? 'nonconform' : 'indeterminate';
  }
  if (zone.isAccepted) return 'pass';
  if (rule.kind !== 'guard-band' || rule.outcome === 'binary') return 'fail';
  if (zone.isInside) return 'conditional-pass';
  return zone.beyond > 0 ? 'fail' : 'conditional-fail';
};

const shifted = (limit: DecimalText | null, by: Decimal): DecimalText | null => (limit === null ? null : plainText(decimal(limit).plus(by)));

const isEmpty = ({ lowerLimit, upperLimit }: JudgedPoint, { numerator, denominator }: GuardBand): boolean =>
  lowerLimit !== null && upperLimit !== null && numerator.times(2).gt(decimal(upperLimit).minus(decimal(lowerLimit)).times(denominator));

/**
 * The verdict of a decision rule (ILAC-G8:09/2019, ISO 14253-1:2017, ANSI/NCSL Z540.3 method 6) on one point, from its
 * values as they stand: nothing is rounded before, and U/k is compared as a product. Limits belong to the zone inside them;
 * exactly w outside is still a conditional fail, and exactly 1.65 u outside is already proven nonconforming, as exactly
 * 1.65 u inside is proven conforming. Never throws for what a certificate says: it then says why it does not judge. `rule` null: none was agreed.
 */
export const decide = (point: MeasurementPoint, rule: DecisionRule | null): Decision => {
  if (rule === null) return { verdict: 'not-judged', reason: 'no-rule' };
  const judged = judge(point);
  if (judged.kind === 'not-judged') return { verdict: 'not-judged', reason: judged.reason };
  const tur = ratioOf(judged);
  const band = guardBandOf(rule, judged, tur);
  if (typeof band === 'string') return { verdict: 'not-judged', reason: band };
  const width = band.numerator.div(band.denominator);
  const { kind: _kind, uncertaintyReason: _reason, ...numbers } = judged;
  const hasRejection = rule.kind === 'iso-14253-1' || (rule.kind === 'guard-band' && rule.outcome === 'four-way');
  return {
    ...numbers,
    verdict: verdictOf(rule, zoneOf(judged, band)),
    guardBand: plainText(width),
    guardFactor: band.factor,
    acceptance: { lower: shifted(judged.lowerLimit, width), upper: shifted(judged.upperLimit, width.neg()) },
    rejection: hasRejection ? { lower: shifted(judged.lowerLimit, width.neg()), upper: shifted(judged.upperLimit, width) } : null,
    isAcceptanceEmpty: isEmpty(judged, band),
    testUncertaintyRatio: tur,
  };
};
