import { numberToIsoDay } from '../calendar/index.ts';
import type { RelationshipRecord } from '../relationship/index.ts';
import { profileFieldKeys } from '../scoring/index.ts';
import type { ClientRecords, ProfileFieldKey } from '../scoring/index.ts';
import type { Repair } from './types.ts';

/** The records with everything of one kind put right today, and how many records that were. */
export interface Repaired {
  readonly records: ClientRecords;
  readonly count: number;
}

const withFields = (records: ClientRecords, fields: readonly ProfileFieldKey[], asOfDay: number): Repaired => {
  const missing = fields.filter((field) => records.profile[field] === null);
  const profile = { ...records.profile };
  for (const field of missing) profile[field] = { recordedDay: asOfDay, source: { kind: 'client', id: records.clientId } };
  return { records: { ...records, profile }, count: missing.length };
};

const withEntries = (records: ClientRecords, entries: Partial<ClientRecords['relationship']['entries']>): ClientRecords => ({
  ...records, relationship: { ...records.relationship, entries: { ...records.relationship.entries, ...entries } },
});

const closeFeedback = (records: ClientRecords, todayOn: string): Repaired => {
  let count = 0;
  const feedback = records.relationship.entries.feedback.map((each): RelationshipRecord<'feedback'> => {
    const isOpen = each.acknowledgedOn === null || each.resolvedOn === null || each.reportedBackOn === null;
    if (!isOpen || each.givenOn > todayOn) return each;
    count += 1;
    const { id, givenOn, isComplaint } = each;
    return {
      id, givenOn, isComplaint, acknowledgedOn: each.acknowledgedOn ?? todayOn, resolvedOn: each.resolvedOn ?? todayOn, reportedBackOn: each.reportedBackOn ?? todayOn,
    };
  });
  return { records: withEntries(records, { feedback }), count };
};

const answerIdeas = (records: ClientRecords, todayOn: string): Repaired => {
  let count = 0;
  const idea = records.relationship.entries.idea.map((each): RelationshipRecord<'idea'> => {
    if (each.answeredOn !== null || each.decision !== null || each.givenOn > todayOn) return each;
    count += 1;
    return { id: each.id, givenOn: each.givenOn, decision: null, answeredOn: todayOn };
  });
  return { records: withEntries(records, { idea }), count };
};

const recordBasis = (records: ClientRecords, todayOn: string): Repaired => {
  const { contactIds, entries } = records.relationship;
  const lawful = new Set(
    entries.consent.filter(({ givenOn, withdrawnOn }) => givenOn <= todayOn && (withdrawnOn === null || withdrawnOn > todayOn)).map(({ contactId }) => contactId),
  );
  const added = contactIds.filter((id) => !lawful.has(id)).map((contactId): RelationshipRecord<'consent'> => ({
    id: `imagined ${contactId}`, contactId, basis: 'consent', givenOn: todayOn, withdrawnOn: null,
  }));
  return { records: withEntries(records, { consent: [...entries.consent, ...added] }), count: added.length };
};

export const applyRepair = (records: ClientRecords, repair: Repair, asOfDay: number): Repaired => {
  if (repair === 'missing-fields') return withFields(records, profileFieldKeys, asOfDay);
  if (repair === 'missing-social') return withFields(records, ['social'], asOfDay);
  const todayOn = numberToIsoDay(asOfDay);
  if (repair === 'open-feedback') return closeFeedback(records, todayOn);
  return repair === 'waiting-ideas' ? answerIdeas(records, todayOn) : recordBasis(records, todayOn);
};
