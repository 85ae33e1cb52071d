import type { IndicatorId } from '../../model/index.ts';
import type { ClientRecords, SourceKind } from '../types.ts';

/**
 * Takes one event. Nothing is allocated for it: the reason is a code of the rule's own table and up to two values, which
 * only the explained path turns into a sentence.
 *
 * @param outcome y in [0, 1]
 * @param day the epoch day that its age is counted from; an event after the reading day is not taken
 */
export type Emit = (
  outcome: number,
  day: number,
  sourceKind: SourceKind,
  sourceId: string,
  reason: string,
  first: number | string,
  second: number | string,
) => void;

/** Which indicator a rule speaks for, and in which words. */
export interface RuleReasons {
  readonly indicatorId: IndicatorId;
  /** Reason codes with the names of their values; sentences stand in the scoring catalogue as `reason.<indicator>.<code>`. */
  readonly reasons: Readonly<Record<string, readonly string[]>>;
}

/** How records become events of one indicator. The bulk path and the explained path run the very same `visit`. */
export interface EvidenceRule extends RuleReasons {
  readonly visit: (records: ClientRecords, asOfDay: number, emit: Emit) => void;
}
