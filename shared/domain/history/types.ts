import type { DimensionId, IndicatorId } from '../model/index.ts';
import type { Reason, RecordRef } from '../scoring/index.ts';

/**
 * What moved a score. 'record' and 'rating': something was added, removed or came out differently; 'fading': what is older
 * weighs less; 'priors': what is usual in the portfolio changed; 'weights': what counts how much was changed.
 */
type ChangeCause = 'record' | 'rating' | 'fading' | 'priors' | 'weights';

/** One part of a change. The overall points of all parts add up to the change of the overall score. */
export interface ChangePart {
  readonly cause: ChangeCause;
  readonly dimensionId: DimensionId;
  /** null for a changed weight of a theme or of the dimension itself. */
  readonly indicatorId: IndicatorId | null;
  /** What became of the record; null for the other causes. */
  readonly change: 'added' | 'removed' | 'changed' | null;
  readonly source: RecordRef | null;
  /** What the record says now, or said before it was removed. */
  readonly reason: Reason | null;
  readonly overallPoints: number;
  readonly dimensionPoints: number;
}

/** A change of one number; null where it has no value on one side. */
export interface Difference {
  readonly before: number | null;
  readonly after: number | null;
  readonly difference: number | null;
}

export interface ScoreChange {
  readonly overall: Difference;
  readonly dimensions: Readonly<Record<DimensionId, Difference>>;
  /** The most telling first. Add up to `overall.difference`, and by dimension to that one's, within 1e-9. Empty where there is no difference to explain. */
  readonly parts: readonly ChangePart[];
  /** The two were made with different versions of the model: changed half-lives are then part of 'fading'. */
  readonly isModelChanged: boolean;
}

/** Parts that say the same thing, together: "two late lines". */
export interface ChangeGroup {
  readonly cause: ChangeCause;
  readonly indicatorId: IndicatorId | null;
  readonly change: ChangePart['change'];
  /** Of the first part; its code is shared by all. */
  readonly reason: Reason | null;
  readonly count: number;
  readonly sources: readonly RecordRef[];
  readonly overallPoints: number;
}
