/**
 * What scoring reads and says. Days are epoch days (see ../calendar). Scores and bands are 0–100, shares and outcomes
 * 0–1; `null` always means "not enough data", never 0.
 */
import type { DeliveryLine } from '../delivery/types.ts';
import type { DimensionId, IndicatorId, IndicatorSubject, ThemeId } from '../model/index.ts';
import type { RelationshipKindKey, RelationshipRecords } from '../relationship/index.ts';
import type { ProfileFieldKey } from './profile-fields.ts';

// ---------------------------------------------------------------- what is read

/**
 * 'period': a month or quarter of all clients together, by its first day `YYYY-MM-DD`; 'imagined': an event that somebody
 * only asked about. Neither has a record that could be opened.
 */
export type SourceKind =
  | 'client' | 'contact' | 'channel' | 'order' | 'order-line' | 'interaction' | 'task' | 'assessment' | 'survey-answer' | 'instrument' | 'recalibration'
  | 'period' | 'imagined' | RelationshipKindKey;

export interface RecordRef {
  readonly kind: SourceKind;
  readonly id: string;
}

export interface InteractionRecord {
  readonly id: string;
  /** Day it happened, in the exporter's own time zone. */
  readonly day: number;
  /** A meeting is two-way by itself. */
  readonly direction: 'inbound' | 'outbound' | 'meeting';
  /** When it happened, ISO UTC: hours are counted from it. */
  readonly at: string;
  readonly channel: string;
  /** The mood in which it ended; null: nobody noted it. */
  readonly sentiment: 'good' | 'neutral' | 'bad' | null;
  /** The language it was held in; null: not recorded. */
  readonly language: string | null;
  /** The message that this one answers. */
  readonly answersId: string | null;
  readonly needsAnswer: boolean;
}

/** A field that is filled in, with the record that holds it and the day it was last written or confirmed. */
export interface ProfileFact {
  readonly recordedDay: number;
  readonly source: RecordRef;
}

/** null: the field is missing. */
export type Profile = Readonly<Record<ProfileFieldKey, ProfileFact | null>>;

export interface AssessmentRecord {
  readonly id: string;
  readonly indicatorId: IndicatorId;
  /** 1–5 with described anchors. */
  readonly rating: number;
  readonly day: number;
  /** Breaks ties between ratings of one rater on one day: the later instant counts. ISO UTC. */
  readonly ratedAt: string;
  readonly raterId: string;
  readonly source: 'representative' | 'manager' | 'survey';
}

/** All that one client's score is made of. No order is required of any list. */
export interface ClientRecords {
  readonly clientId: string;
  readonly lines: readonly DeliveryLine[];
  readonly interactions: readonly InteractionRecord[];
  readonly profile: Profile;
  /** The agreed rhythm of contact in days; null = the default of 30. */
  readonly rhythmDays: number | null;
  readonly assessments: readonly AssessmentRecord[];
  readonly relationship: RelationshipRecords;
}

/** How completely one calendar month's interactions with all clients were recorded. */
interface InteractionMonth {
  /** First day `YYYY-MM-DD`; its last one as epoch day. */
  readonly firstOn: string;
  readonly lastDay: number;
  readonly interactions: number;
  /** Of these, with channel, mood and contact. */
  readonly complete: number;
}

/** Whom content reached in one calendar quarter. */
interface ContentQuarter {
  readonly firstOn: string;
  readonly lastDay: number;
  /** Clients in touch: with an interaction or an order in the year up to its end. */
  readonly clients: number;
  /** Of these, with whom content was shared in the quarter. */
  readonly reached: number;
}

/** What the records of all clients together say about the exporter's way of working. */
export interface CompanyFacts {
  readonly interactionMonths: readonly InteractionMonth[];
  readonly contentQuarters: readonly ContentQuarter[];
}

/** What speaks for the exporter itself and is shared by all clients: ratings, and facts over all records. */
export interface CompanyRecords {
  readonly assessments: readonly AssessmentRecord[];
  readonly facts: CompanyFacts;
}

// ---------------------------------------------------------------- how it is weighed

/** Parts of a whole, any non-negative numbers; what is not named weighs 1. They are renormalised over what has data. */
export interface Weights {
  readonly id: string;
  readonly dimensions: Readonly<Partial<Record<DimensionId, number>>>;
  /** Within the dimension. */
  readonly themes: Readonly<Partial<Record<ThemeId, number>>>;
  /** Within the theme. */
  readonly indicators: Readonly<Partial<Record<IndicatorId, number>>>;
}

export interface IndicatorParameters {
  /** H: after so many days an event weighs half. */
  readonly halfLifeDays: number;
  /** m: how many events the prior weighs. */
  readonly priorWeight: number;
  /** p0 in [0, 1]. */
  readonly priorMean: number;
}

/** One indicator's prior as a full rescoring estimated it, with what it was estimated from. */
export interface IndicatorPrior {
  readonly priorWeight: number;
  readonly priorMean: number;
  /** 'portfolio': mean and weight by moments; 'portfolio-mean': the weight could not be told and is the default. */
  readonly from: 'portfolio' | 'portfolio-mean';
  /** Clients with enough data of their own, and their events. */
  readonly clients: number;
  readonly events: number;
  /** Estimated intra-client correlation; null where it could not be told. */
  readonly rho: number | null;
}

/** Kept with every score: the same priors give the same score again, bit for bit. Indicators not named have the defaults. */
export interface Priors {
  readonly id: string;
  readonly modelVersion: string;
  /** The day on which the portfolio was read; null for the defaults. */
  readonly asOfDay: number | null;
  readonly indicators: Readonly<Partial<Record<IndicatorId, IndicatorPrior>>>;
}

/** An event on paper: what if this had happened? */
export interface ImaginedEvent {
  readonly indicatorId: IndicatorId;
  /** y in [0, 1]. */
  readonly outcome: number;
  readonly day: number;
}

export interface ScoringContext {
  readonly asOfDay: number;
  readonly weights: Weights;
  readonly priors: Priors;
  readonly company: CompanyRecords;
  /** What a dimension must reach for its stage, 0–100. Default 50. */
  readonly stageThreshold?: number;
  /** For questions only; a score that is kept has none. */
  readonly imagined?: readonly ImaginedEvent[];
}

// ---------------------------------------------------------------- what comes out

/** A number with the 10 % and 90 % quantiles around it. */
export interface Banded {
  readonly score: number;
  readonly lower: number;
  readonly upper: number;
}

/** A sentence of the scoring catalogue (`reason.<code>`) with its parameters. */
export interface Reason {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** One event of an indicator. The `points` of all entries plus the prior's add up to the indicator's score. */
export interface LedgerEntry {
  readonly from: 'evidence' | 'assessment';
  readonly source: RecordRef;
  readonly day: number;
  readonly ageDays: number;
  /** y, 0–1. */
  readonly outcome: number;
  /** w = 2^(−age/H). */
  readonly weight: number;
  /** 100·w·y / (N + m). */
  readonly points: number;
  /** How far this one event moves the score: the score less what it would be without the event. */
  readonly effect: number;
  readonly reason: Reason;
}

/** S and N of one kind of witness, and the score that this kind alone would give (null below N = 1). */
export interface Tally {
  readonly sum: number;
  readonly weight: number;
  readonly events: number;
  readonly score: number | null;
}

export interface IndicatorScore {
  readonly indicatorId: IndicatorId;
  readonly subject: IndicatorSubject;
  /** null: not enough data. */
  readonly value: Banded | null;
  readonly parameters: IndicatorParameters;
  readonly priorFrom: IndicatorPrior['from'] | 'default';
  /** 100·m·p0 / (N + m). */
  readonly priorPoints: number;
  readonly evidence: Tally;
  readonly assessment: Tally;
  readonly ledger: readonly LedgerEntry[];
}

/** What one part gives to the weighted mean above it; the points of all parts add up to the score. */
export interface Part<Id extends string> {
  readonly id: Id;
  /** Renormalised over the parts that have data; 0 without data. */
  readonly share: number;
  readonly score: number | null;
  readonly points: number;
}

export interface ThemeScore {
  readonly themeId: ThemeId;
  readonly value: Banded | null;
  /** Share of the theme's weight that has data, 0–1. */
  readonly coverage: number;
  readonly parts: readonly Part<IndicatorId>[];
}

export interface DimensionScore {
  readonly dimensionId: DimensionId;
  readonly value: Banded | null;
  readonly coverage: number;
  readonly parts: readonly Part<ThemeId>[];
}

/**
 * A dimension's part in the geometric mean. `logPoints` = share·ln(score) add up to ln(overall). For reading, the loss
 * against 100 is split by share·ln(100/score): `lossPoints` add up to 100 − overall, and
 * `points` = 100·share − lossPoints add up to overall.
 */
export interface OverallPart extends Part<DimensionId> {
  /** null without data, or where the score is 0. */
  readonly logPoints: number | null;
  readonly lossPoints: number;
}

/** The furthest link such that it and all before it reach the threshold. */
export type StageResult =
  | { readonly placed: true; readonly stage: number; readonly heldBackBy: DimensionId | null }
  /** The chain cannot be followed past a dimension without data: stage `atLeast` is certain, `missing` must be known first. */
  | { readonly placed: false; readonly atLeast: number; readonly missing: DimensionId };

/** What a score was made with: kept with it, so that yesterday's score can be explained tomorrow. */
export interface ScoreBasis {
  readonly modelVersion: string;
  readonly weightsId: string;
  readonly priorsId: string;
  readonly asOfDay: number;
  readonly stageThreshold: number;
}

export interface ExplainedScore {
  readonly clientId: string;
  readonly basis: ScoreBasis;
  readonly weights: Weights;
  readonly overall: { readonly value: Banded | null; readonly coverage: number; readonly parts: readonly OverallPart[] };
  readonly stage: StageResult;
  readonly weakestDimension: DimensionId | null;
  readonly dimensions: readonly DimensionScore[];
  readonly themes: readonly ThemeScore[];
  readonly indicators: readonly IndicatorScore[];
}

/** The compact result of the bulk path; equal, bit for bit, to the explained one with the same priors. */
export interface ClientScore {
  readonly clientId: string;
  readonly basis: ScoreBasis;
  readonly overall: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly coverage: number;
  /** Share of each theme's weight that has data, 0–1, in the order of the model. */
  readonly themeCoverage: readonly number[];
  /** 0–5; null: cannot be placed until `stageMissing` is known. */
  readonly stage: number | null;
  readonly stageMissing: DimensionId | null;
  readonly weakestDimension: DimensionId | null;
  readonly dimensions: Readonly<Record<DimensionId, number | null>>;
}
