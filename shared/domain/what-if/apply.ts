import { dueDayOf, headlineMeasure } from '../delivery/index.ts';
import type { DeliveryLine } from '../delivery/index.ts';
import { indicatorById } from '../model/index.ts';
import { relationshipKindKeys } from '../relationship/index.ts';
import type { RelationshipEntries } from '../relationship/index.ts';
import type { AssessmentRecord, ClientRecords, ImaginedEvent, RecordRef, ScoringContext } from '../scoring/index.ts';
import type { ImaginedChange, ImaginedEntry } from './types.ts';

/** What a client's score is made of, on paper. */
export interface Paper {
  readonly records: ClientRecords;
  readonly context: ScoringContext;
}

/** More events than anybody means; each costs time. */
const mostEvents = 1000;

const withEvents = ({ records, context }: Paper, { indicatorId, outcome, count }: ImaginedChange & { readonly type: 'event' }): Paper => {
  if (!(Number.isInteger(count) && count >= 1 && count <= mostEvents)) throw new RangeError(`${count} events`);
  const event: ImaginedEvent = { indicatorId, outcome, day: context.asOfDay };
  return { records, context: { ...context, imagined: [...(context.imagined ?? []), ...Array.from({ length: count }, () => event)] } };
};

/** Of ratings on one day the latest counts, and that is the imagined one. */
const afterAllRatings = '9999-12-31T23:59:59.999Z';

const withRating = ({ records, context }: Paper, { indicatorId, rating, raterId }: ImaginedChange & { readonly type: 'rating' }): Paper => {
  const isCompany = indicatorById(indicatorId).subject === 'company';
  const known = isCompany ? context.company.assessments : records.assessments;
  const assessment: AssessmentRecord = {
    id: `imagined ${known.length}`, indicatorId, rating, day: context.asOfDay,
    ratedAt: afterAllRatings,
    raterId: raterId ?? `imagined ${known.length}`, source: 'representative',
  };
  return isCompany
    ? { records, context: { ...context, company: { ...context.company, assessments: [...known, assessment] } } }
    : { records: { ...records, assessments: [...known, assessment] }, context };
};

const withEntries = ({ records, context }: Paper, entries: RelationshipEntries): Paper => ({
  records: { ...records, relationship: { ...records.relationship, entries } }, context,
});

const withEntry = (paper: Paper, entry: ImaginedEntry): Paper => {
  const { entries } = paper.records.relationship;
  return withEntries(paper, { ...entries, [entry.kind]: [...entries[entry.kind], entry.record] });
};

const comesOut = (line: DeliveryLine, daysLate: number, asOfDay: number): DeliveryLine => {
  const dueDay = dueDayOf(line, headlineMeasure.basis, asOfDay);
  if (dueDay === null) throw new RangeError(`line "${line.id}" has no promise to be held against`);
  return { ...line, deliveredQuantity: Math.max(line.deliveredQuantity, line.orderedQuantity), deliveredDay: dueDay + daysLate, cancelledBy: null };
};

const without = (paper: Paper, source: RecordRef): Paper => {
  const { records, context } = paper;
  const { kind, id } = source;
  const rest = <T extends { readonly id: string }>(list: readonly T[]): readonly T[] => list.filter((each) => each.id !== id);
  if (kind === 'order-line') return { records: { ...records, lines: rest(records.lines) }, context };
  if (kind === 'order') return { records: { ...records, lines: records.lines.filter(({ orderId }) => orderId !== id) }, context };
  if (kind === 'interaction') return { records: { ...records, interactions: rest(records.interactions) }, context };
  if (kind === 'assessment') {
    const company = { ...context.company, assessments: rest(context.company.assessments) };
    return { records: { ...records, assessments: rest(records.assessments) }, context: { ...context, company } };
  }
  const entryKind = relationshipKindKeys.find((key) => key === kind);
  if (entryKind === undefined) throw new RangeError(`a record of kind "${kind}" cannot be imagined away`);
  const { entries } = records.relationship;
  return withEntries(paper, { ...entries, [entryKind]: entries[entryKind].filter((each) => each.id !== id) });
};

/**
 * The records as they would stand after one change; nothing given is touched.
 *
 * @throws RangeError for a line that is not there or has no promise, a record that cannot be left out, or counts, ratings
 *   and outcomes out of their range (the latter two when it is scored).
 */
export const applyChange = (paper: Paper, change: ImaginedChange): Paper => {
  if (change.type === 'event') return withEvents(paper, change);
  if (change.type === 'rating') return withRating(paper, change);
  if (change.type === 'entry') return withEntry(paper, change.entry);
  if (change.type === 'without') return without(paper, change.source);
  const { records, context } = paper;
  if (!records.lines.some(({ id }) => id === change.lineId)) throw new RangeError(`no line "${change.lineId}"`);
  const lines = records.lines.map((line) => (line.id === change.lineId ? comesOut(line, change.daysLate, context.asOfDay) : line));
  return { records: { ...records, lines }, context };
};
