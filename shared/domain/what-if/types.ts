import type { IndicatorId } from '../model/index.ts';
import type { RelationshipKindKey, RelationshipRecord } from '../relationship/index.ts';
import type { RecordRef } from '../scoring/index.ts';

/** A new entry of one kind, as scoring reads it. */
export type ImaginedEntry = { readonly [K in RelationshipKindKey]: { readonly kind: K; readonly record: RelationshipRecord<K> } }[RelationshipKindKey];

/**
 * One thing that somebody asks about. Days are ages in days before the reading day (0 = today).
 * - event: so many events of an indicator with this outcome (y in 0–1), today;
 * - rating: somebody rates the indicator 1–5 today; `raterId` null: somebody who has not rated yet;
 * - entry: one more record of the relationship;
 * - line: an order line comes out otherwise: delivered in full on its promised day, or so many days late;
 * - without: a record had never been.
 */
export type ImaginedChange =
  | { readonly type: 'event'; readonly indicatorId: IndicatorId; readonly outcome: number; readonly count: number }
  | { readonly type: 'rating'; readonly indicatorId: IndicatorId; readonly rating: number; readonly raterId: string | null }
  | { readonly type: 'entry'; readonly entry: ImaginedEntry }
  | { readonly type: 'line'; readonly lineId: string; readonly daysLate: number }
  | { readonly type: 'without'; readonly source: RecordRef };
