import type { ImaginedChangeInput } from '#shared/contract/scores.ts';
import { indicators } from '#shared/domain/model/index.ts';
import type { IndicatorId } from '#shared/domain/model/index.ts';

/** One line of the paper: an event or a rating, with what was last said of either. */
export interface Imagined {
  readonly key: number;
  readonly type: 'event' | 'rating';
  readonly indicatorId: IndicatorId;
  /** 0–1. */
  readonly outcome: number;
  readonly count: number;
  readonly rating: number;
}

/** Events happen where records can speak; a rating can be given of anything. */
export const indicatorsOfType = (type: Imagined['type']) => indicators.filter(({ hasEvidence, subject }) => type === 'rating' || (hasEvidence && subject === 'client'));

export const changeOf = ({ type, indicatorId, outcome, count, rating }: Imagined): ImaginedChangeInput =>
  type === 'event' ? { type, indicatorId, outcome, count } : { type, indicatorId, rating };
