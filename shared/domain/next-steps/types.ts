import type { DimensionId, IndicatorId } from '../model/index.ts';
import type { ProfileFieldKey, RecordRef } from '../scoring/index.ts';
import type { stepCodes } from './step-codes.ts';

/** Sentences in the scoring catalogue: `step.<code>.title` and `step.<code>.why`, both with the step's params. */
export type StepCode = (typeof stepCodes)[number];

/** now: the client is waiting; soon: this week; plan: when the next contact is prepared. */
export type StepUrgency = 'now' | 'soon' | 'plan';

export interface SuggestedStep {
  readonly code: StepCode;
  readonly urgency: StepUrgency;
  readonly params: Readonly<Record<string, string | number>>;
  /** The indicator that the step would raise; null where it serves a dimension as a whole. */
  readonly indicatorId: IndicatorId | null;
  readonly dimensionId: DimensionId;
  /** The records that the suggestion rests on, the most pressing first. */
  readonly sources: readonly RecordRef[];
}

/** Something that stands open, with how many days it has. */
export interface OpenMatter {
  readonly source: RecordRef;
  readonly days: number;
}

/** Facts about one client that are not in its score. */
export interface ClientFacts {
  /** Undelivered past the promise; days late. */
  readonly openLateLines: readonly OpenMatter[];
  /** Inbound messages that need an answer and have none; days waited. */
  readonly unansweredMessages: readonly OpenMatter[];
  /** Tasks past their due day; days overdue. */
  readonly overdueTasks: readonly OpenMatter[];
  /** null: no interaction was ever recorded. */
  readonly lastInteraction: OpenMatter | null;
  /** The agreed rhythm of contact; null = the default of 30 days. */
  readonly rhythmDays: number | null;
  readonly missingFields: readonly ProfileFieldKey[];
}
