import type { z } from 'zod';
import type { Issue } from '#shared/contract/errors.ts';
import type { imaginedChange } from '#shared/contract/scores.ts';
import { numberToIsoDay } from '#shared/domain/calendar/index.ts';
import { dueDayOf, headlineMeasure } from '#shared/domain/delivery/index.ts';
import { isClientsOwnWord, isIndicatorId } from '#shared/domain/model/index.ts';
import { relationshipKind, relationshipKindKeys, relationshipProblems } from '#shared/domain/relationship/index.ts';
import type { FieldValue, RelationshipKindKey, RelationshipRecord, UncheckedValues } from '#shared/domain/relationship/index.ts';
import type { ClientRecords, ScoringContext, SourceKind } from '#shared/domain/scoring/index.ts';
import type { ImaginedChange } from '#shared/domain/what-if/index.ts';

type Given = z.output<typeof imaginedChange>;

type ImaginedEntry = Extract<ImaginedChange, { readonly type: 'entry' }>['entry'];

type AnyRecord = Readonly<Record<string, FieldValue>> & { readonly id: string };

const isRecordOf = <K extends RelationshipKindKey>(
  kind: K, values: UncheckedValues, record: AnyRecord, asOfOn: string,
): record is RelationshipRecord<K> & AnyRecord => relationshipProblems(kind, values, asOfOn).length === 0 && record.id !== '';

/** Words say nothing to a score: who asks "what if" need not write them. */
function filled(kind: RelationshipKindKey, given: UncheckedValues): UncheckedValues {
  const values: Record<string, FieldValue> = { ...given };
  for (const { key, type, required } of relationshipKind(kind).fields) {
    if ((values[key] ?? null) !== null) continue;
    if (type === 'flag') values[key] = false;
    else values[key] = required && type === 'text' ? '–' : null;
  }
  return values;
}

function entryOf<K extends RelationshipKindKey>(kind: K, values: UncheckedValues, id: string, asOfOn: string): { readonly kind: K; readonly record: RelationshipRecord<K> } | null {
  const record: AnyRecord = { ...values, id };
  return isRecordOf(kind, values, record, asOfOn) ? { kind, record } : null;
}

/** One branch a kind, so that each record has the type of its kind. */
const imaginedEntryOf: { readonly [K in RelationshipKindKey]: (values: UncheckedValues, id: string, asOfOn: string) => ImaginedEntry | null } = {
  offer: (...given) => entryOf('offer', ...given), supplyRequest: (...given) => entryOf('supplyRequest', ...given),
  feedback: (...given) => entryOf('feedback', ...given), benefit: (...given) => entryOf('benefit', ...given),
  clubActivity: (...given) => entryOf('clubActivity', ...given), testimonial: (...given) => entryOf('testimonial', ...given),
  occasion: (...given) => entryOf('occasion', ...given), campaignTouch: (...given) => entryOf('campaignTouch', ...given),
  training: (...given) => entryOf('training', ...given), idea: (...given) => entryOf('idea', ...given),
  consent: (...given) => entryOf('consent', ...given), privacyRequest: (...given) => entryOf('privacyRequest', ...given),
  commitment: (...given) => entryOf('commitment', ...given), satisfaction: (...given) => entryOf('satisfaction', ...given),
  referral: (...given) => entryOf('referral', ...given), contentShare: (...given) => entryOf('contentShare', ...given),
  warrantyReturn: (...given) => entryOf('warrantyReturn', ...given),
};

const idsOf = (list: readonly { readonly id: string }[]): ReadonlySet<string> => new Set(list.map(({ id }) => id));

/** The kinds of records that can be imagined away, each with where the client has them. */
function removable(records: ClientRecords, context: ScoringContext): ReadonlyMap<string, readonly { readonly kind: SourceKind; readonly ids: ReadonlySet<string> }[]> {
  const kinds: { readonly kind: SourceKind; readonly ids: ReadonlySet<string> }[] = [
    { kind: 'order-line', ids: idsOf(records.lines) },
    { kind: 'order', ids: new Set(records.lines.map(({ orderId }) => orderId)) },
    { kind: 'interaction', ids: idsOf(records.interactions) },
    { kind: 'assessment', ids: idsOf([...records.assessments, ...context.company.assessments]) },
    ...relationshipKindKeys.map((kind) => ({ kind, ids: idsOf(records.relationship.entries[kind]) })),
  ];
  return Map.groupBy(kinds, ({ kind }) => kind);
}

/** What somebody asks about in the terms of the rules; or, by their places in the input, what of it cannot be asked. */
export function toImaginedChanges(
  given: readonly Given[], records: ClientRecords, context: ScoringContext,
): { readonly changes: readonly ImaginedChange[]; readonly issues: readonly Issue[] } {
  const asOfOn = numberToIsoDay(context.asOfDay);
  const issues: Issue[] = [];
  const changes: ImaginedChange[] = [];
  const known = removable(records, context);
  const refuse = (index: number, field: string, code: string): void => {
    issues.push({ field: `changes.${index}.${field}`, code });
  };
  for (const [index, change] of given.entries()) {
    if (change.type === 'event' || change.type === 'rating') {
      const { indicatorId } = change;
      if (!isIndicatorId(indicatorId)) refuse(index, 'indicatorId', 'unknown-indicator');
      else if (change.type === 'rating' && isClientsOwnWord(indicatorId)) refuse(index, 'indicatorId', 'client-alone');
      else changes.push({ ...change, indicatorId });
    } else if (change.type === 'entry') {
      const values = filled(change.kind, change.values);
      const entry = imaginedEntryOf[change.kind](values, `imagined ${index + 1}`, asOfOn);
      if (entry) changes.push({ type: 'entry', entry });
      else for (const { field, code } of relationshipProblems(change.kind, values, asOfOn)) refuse(index, `values.${field}`, code);
    } else if (change.type === 'line') {
      const line = records.lines.find(({ id }) => id === change.lineId);
      if (!line) refuse(index, 'lineId', 'unknown-line');
      else if (dueDayOf(line, headlineMeasure.basis, context.asOfDay) === null) refuse(index, 'lineId', 'no-promise');
      else changes.push(change);
    } else {
      const source = known.get(change.kind)?.find(({ ids }) => ids.has(change.id));
      if (source) changes.push({ type: 'without', source: { kind: source.kind, id: change.id } });
      else refuse(index, 'id', 'unknown-record');
    }
  }
  return { changes, issues };
}
