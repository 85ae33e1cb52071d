import type { ImaginedChangeInput } from '#shared/contract/scores.ts';
import { indicators, isClientsOwnWord } from '#shared/domain/model/index.ts';
import type { IndicatorId } from '#shared/domain/model/index.ts';
import { isRelationshipKind, relationshipKind, relationshipProblems } from '#shared/domain/relationship/index.ts';
import type { FieldProblem, FieldValue, RelationshipField, RelationshipKindKey } from '#shared/domain/relationship/index.ts';
import type { RecordRef, SourceKind } from '#shared/domain/scoring/index.ts';

export type FieldValues = Readonly<Record<string, FieldValue>>;

/** What one line of the paper says; a line or a record that is not chosen yet is null. */
export type ImaginedThing =
  | { readonly type: 'event'; readonly indicatorId: IndicatorId; /** 0–1. */ readonly outcome: number; readonly count: number }
  | { readonly type: 'rating'; readonly indicatorId: IndicatorId; /** 1–5. */ readonly rating: number }
  | { readonly type: 'entry'; readonly kind: RelationshipKindKey; readonly values: FieldValues }
  | { readonly type: 'line'; readonly lineId: string | null; /** Negative: early. */ readonly daysLate: number }
  | { readonly type: 'without'; readonly ref: RecordRef | null };

export type Imagined = { readonly key: number } & ImaginedThing;
export type ImaginedOf<Type extends ImaginedThing['type']> = Extract<Imagined, { readonly type: Type }>;

export const imaginedTypes = ['event', 'rating', 'entry', 'line', 'without'] as const satisfies readonly ImaginedThing['type'][];

/** Events happen where records can speak; a rating can be given of anything but what only the client can say. */
export const indicatorsOfType = (type: 'event' | 'rating') =>
  indicators.filter(({ id, hasEvidence, subject }) => (type === 'rating' ? !isClientsOwnWord(id) : hasEvidence && subject === 'client'));

/** Words say nothing to a score, so nobody is asked for them. */
export const imaginedFields = (kind: RelationshipKindKey): readonly RelationshipField[] => relationshipKind(kind).fields.filter(({ type }) => type !== 'text' && type !== 'longText');

const AGAINST_US: ReadonlySet<string> = new Set(['withdrawnOn', 'renegotiatedOn', 'isComplaint', 'isRepeat']);

const goodValue = ({ key, type, ...field }: RelationshipField, asOfOn: string, contactId: string | null): FieldValue => {
  if (type === 'flag') return !AGAINST_US.has(key);
  if (AGAINST_US.has(key)) return null;
  if (type === 'day') return asOfOn;
  if (type === 'rating') return 5;
  if (type === 'contact') return field.required ? contactId : null;
  // The choices of each kind begin with the best one.
  return 'choices' in field ? (field.choices[0] ?? null) : null;
};

/** A record of the reading day as it is when all goes well: what is most often asked about, and one change from the contrary. */
export const goodValues = (kind: RelationshipKindKey, asOfOn: string, contactId: string | null): FieldValues =>
  Object.fromEntries(imaginedFields(kind).map((field) => [field.key, goodValue(field, asOfOn, contactId)]));

/** What is wrong with an imagined record, its missing words left aside. */
export const imaginedProblems = (kind: RelationshipKindKey, values: FieldValues, asOfOn: string): readonly FieldProblem[] => {
  const asked = new Set(imaginedFields(kind).map(({ key }) => key));
  return relationshipProblems(kind, values, asOfOn).filter(({ field }) => asked.has(field));
};

const REMOVABLE: ReadonlySet<SourceKind> = new Set<SourceKind>(['order-line', 'order', 'interaction', 'assessment']);

/** Whether a record can be thought away: it is one event of its own and not the client, or a period without one. */
export const canBeThoughtAway = (kind: SourceKind): boolean => REMOVABLE.has(kind) || isRelationshipKind(kind);

/** As the data host takes it; null: something is still to be chosen or to be mended. */
export function changeOf(row: ImaginedThing, asOfOn: string): ImaginedChangeInput | null {
  switch (row.type) {
    case 'event':
      return { type: 'event', indicatorId: row.indicatorId, outcome: row.outcome, count: row.count };
    case 'rating':
      return { type: 'rating', indicatorId: row.indicatorId, rating: row.rating };
    case 'entry':
      return imaginedProblems(row.kind, row.values, asOfOn).length > 0 ? null : { type: 'entry', kind: row.kind, values: row.values };
    case 'line':
      return row.lineId === null ? null : { type: 'line', lineId: row.lineId, daysLate: row.daysLate };
    case 'without':
      return row.ref === null ? null : { type: 'without', kind: row.ref.kind, id: row.ref.id };
    default:
      return row satisfies never;
  }
}
