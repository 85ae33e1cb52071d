/**
 * A number as the certificate writes it: optional sign, digits, optional fraction, optional exponent. Trailing zeros say how
 * far it was read, so the text is kept; arithmetic on it is decimal and exact (big.js), never binary.
 */
export type DecimalText = string;

/** ISO/IEC Guide 98-3 (GUM) 7.2: U and its coverage factor k; the standard uncertainty is u = U / k. */
export interface Uncertainty {
  readonly expanded: DecimalText;
  /** `absolute`: in the unit of its value. `relative`: as a fraction of the value's magnitude (0.01 is 1 %). */
  readonly kind: 'absolute' | 'relative';
  readonly coverageFactor: DecimalText;
  /** 0.95 for 95 %; null where the certificate does not say it. */
  readonly coverageProbability: DecimalText | null;
  readonly distribution: string | null;
}

export interface Measurand {
  /** null: the certificate says "not a number" here. */
  readonly value: DecimalText | null;
  /** As written in the D-SI notation (`\milli\metre`, `\degreecelsius`); '\one' where there is none. */
  readonly unit: string;
  readonly uncertainty: Uncertainty | null;
}

/** `only`: the instrument was neither adjusted nor repaired, so what was found is what was left. */
export const stages = ['as-found', 'as-left', 'only'] as const;
export type Stage = (typeof stages)[number];

export interface MeasurementPoint {
  readonly stage: Stage;
  /** Heading of the results that it stands under; null where there is none. */
  readonly group: string | null;
  /** What tells it from its neighbours besides its values: a channel, a position, a repeated run. */
  readonly label: string | null;
  readonly reference: Measurand | null;
  readonly measured: Measurand | null;
  /** As stated. null: measured − reference, where both are known in one unit. */
  readonly error: Measurand | null;
  /** What the tolerance limits stand for. */
  readonly judged: 'error' | 'value';
  /** Tolerance limits, inclusive, in the unit of what is judged; null: open on that side. */
  readonly lowerLimit: DecimalText | null;
  readonly upperLimit: DecimalText | null;
  /** Acceptance limits as the laboratory states them: tolerance limits already drawn in by its guard band. Never judged by. */
  readonly statedAcceptance: { readonly lower: DecimalText | null; readonly upper: DecimalText | null } | null;
  /** The laboratory's own verdict on this point, as it says it. */
  readonly statedConformity: Verdict | null;
  /** ISO/IEC 17025:2017 7.8.2.1 p. */
  readonly fromExternalProvider: boolean;
}

export type DecisionRule =
  /** w = 0. */
  | { readonly kind: 'simple' }
  /** ILAC-G8:09/2019, w = factor × U. */
  | { readonly kind: 'guard-band'; readonly outcome: 'binary' | 'four-way'; readonly factor: DecimalText }
  /** ISO 14253-1:2017, 1.65 u on both sides of each limit. */
  | { readonly kind: 'iso-14253-1' }
  /** ANSI/NCSL Z540.3 method 6: a guard band against a global risk of 2 %. */
  | { readonly kind: 'z540-3-method-6' };

/** `conform … indeterminate` are ISO 14253-1's words. `not-judged`: a value, an uncertainty or a limit that the rule needs is not there. */
export const verdicts = ['pass', 'conditional-pass', 'conditional-fail', 'fail', 'conform', 'nonconform', 'indeterminate', 'not-judged'] as const;
export type Verdict = (typeof verdicts)[number];

export interface Party {
  readonly name: string;
  readonly address: string | null;
  /** Email, phone or web, as written. */
  readonly contact: string | null;
}

export interface Laboratory extends Party {
  readonly accreditation: { readonly body: string; readonly number: string; readonly scope: string | null } | null;
}

export interface CalibratedItem {
  readonly description: string;
  readonly manufacturer: string | null;
  readonly model: string | null;
  /** Opaque: never a number, never padded or trimmed inside. */
  readonly serial: string | null;
  /** The customer's own inventory number. */
  readonly assetNumber: string | null;
  /** Other identifications with who issued them, in their order. */
  readonly otherIdentifications: readonly { readonly issuer: string; readonly name: string | null; readonly value: string }[];
  /** State in which it came. */
  readonly condition: string | null;
}

export interface InfluenceCondition {
  readonly name: string;
  readonly stage: 'before-adjustment' | 'after-adjustment' | 'both' | null;
  readonly value: DecimalText | null;
  readonly unit: string | null;
  readonly uncertainty: Uncertainty | null;
  readonly text: string | null;
}

export interface StandardUsed {
  readonly name: string;
  readonly manufacturer: string | null;
  readonly model: string | null;
  readonly serial: string | null;
  readonly certificateNumber: string | null;
  readonly dueOn: string | null;
}

export interface Signatory {
  readonly name: string;
  readonly role: string | null;
  /** Who authorised the certificate. */
  readonly isMain: boolean;
}

/** All that a calibration certificate says, ISO/IEC 17025:2017 7.8.2.1 and 7.8.4. Days are ISO `YYYY-MM-DD`. */
export interface CertificateDocument {
  readonly number: string;
  readonly title: string | null;
  /** BCP 47, of its texts. */
  readonly language: string;
  readonly laboratory: Laboratory;
  readonly customer: Party;
  readonly item: CalibratedItem;
  readonly performedAt: { readonly kind: 'laboratory' | 'customer' | 'other'; readonly place: string | null };
  readonly receivedOn: string | null;
  readonly calibratedFromOn: string;
  readonly calibratedToOn: string;
  /** null while it is a draft, and where a digital certificate does not say it. */
  readonly issuedOn: string | null;
  readonly method: string | null;
  readonly methodDeviations: string | null;
  readonly conditions: readonly InfluenceCondition[];
  readonly standards: readonly StandardUsed[];
  readonly traceability: string | null;
  /** Which specification the verdict speaks of. */
  readonly specification: string | null;
  readonly decisionRule: DecisionRule | null;
  /** The laboratory's own overall verdict, where another laboratory's document states one. */
  readonly statedConformity: Verdict | null;
  readonly adjusted: boolean;
  readonly adjustmentNote: string | null;
  readonly statements: readonly string[];
  readonly signatories: readonly Signatory[];
  /** Months, only where the customer agreed to have it on the certificate (ISO/IEC 17025:2017 7.8.4.3). */
  readonly agreedIntervalMonths: number | null;
  /** Number of the certificate that this one amends or replaces (7.8.8). */
  readonly replacesNumber: string | null;
  readonly amendmentReason: string | null;
}

export interface Certificate {
  readonly document: CertificateDocument;
  readonly points: readonly MeasurementPoint[];
}
