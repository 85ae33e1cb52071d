import { choice, day, flag, laterChoice, laterDay, note, plannedDay, text } from './descriptors.ts';
import type { RelationshipDescriptor } from './descriptors.ts';

/**
 * The record kinds of a relationship that no order, shipment or interaction holds. Each is quick to enter: two to four
 * fields are asked first, what follows later is one more day or choice.
 */
export const relationshipKinds = [
  {
    key: 'offer', table: 'offers', indicators: ['cooperation-offers', 'personalisation'], datedBy: 'offeredOn', titledBy: 'subject',
    fields: [
      day('offeredOn', 'offered_on'), text('subject', 'subject'),
      // Made to a need that the client itself has named, rather than the same to everybody.
      flag('fitsOwnNeed', 'fits_own_need'),
      laterChoice('answer', 'answer', ['accepted', 'declined']),
    ],
  },
  {
    key: 'supplyRequest', table: 'supply_requests', indicators: ['meeting-needs'], datedBy: 'requestedOn', titledBy: 'subject',
    fields: [
      day('requestedOn', 'requested_on'), text('subject', 'subject'),
      choice('supply', 'supply', ['supplied', 'partly', 'could-not']),
    ],
  },
  {
    key: 'feedback', table: 'feedback', indicators: ['interaction-feedback', 'consumer-law'], datedBy: 'givenOn', titledBy: 'subject',
    fields: [
      day('givenOn', 'given_on'), text('subject', 'subject'), flag('isComplaint', 'is_complaint'),
      laterDay('acknowledgedOn', 'acknowledged_on', 'givenOn'),
      laterDay('resolvedOn', 'resolved_on', 'givenOn'),
      laterDay('reportedBackOn', 'reported_back_on', 'givenOn'),
    ],
  },
  {
    key: 'benefit', table: 'benefits', indicators: ['reward-benefit', 'customer-club'], datedBy: 'grantedOn', titledBy: 'subject',
    fields: [
      day('grantedOn', 'granted_on'), text('subject', 'subject'), flag('throughClub', 'through_club'),
      laterDay('usedOn', 'used_on', 'grantedOn'),
    ],
  },
  {
    key: 'clubActivity', table: 'club_activities', indicators: ['customer-club'], datedBy: 'happenedOn', titledBy: 'activity',
    fields: [
      day('happenedOn', 'happened_on'), choice('activity', 'activity', ['joined', 'meeting', 'event', 'contest', 'other']), note('note', 'note'),
    ],
  },
  {
    key: 'testimonial', table: 'testimonials', indicators: ['experience-expression', 'successful-experiences'], datedBy: 'askedOn', titledBy: 'answer',
    fields: [
      day('askedOn', 'asked_on'), choice('answer', 'answer', ['own-name', 'without-name', 'declined']), note('statement', 'statement'),
    ],
  },
  {
    key: 'occasion', table: 'occasions', indicators: ['respect-cultural'], datedBy: 'occursOn', titledBy: 'name',
    // Marked before the day or after it: both happen.
    fields: [plannedDay('occursOn', 'occurs_on'), text('name', 'name'), laterDay('markedOn', 'marked_on', null)],
  },
  {
    key: 'campaignTouch', table: 'campaign_touches', indicators: ['online-advertising'], datedBy: 'sentOn', titledBy: 'campaign',
    fields: [
      day('sentOn', 'sent_on'), text('campaign', 'campaign'), laterChoice('response', 'response', ['answered', 'seen', 'not-reached']),
    ],
  },
  {
    key: 'training', table: 'trainings', indicators: ['training-skill'], datedBy: 'heldOn', titledBy: 'topic',
    fields: [
      day('heldOn', 'held_on'), text('topic', 'topic'),
      // The client's own rating of it, which often comes days later.
      { key: 'rating', column: 'rating', type: 'rating', required: false, asked: 'first' },
    ],
  },
  {
    key: 'idea', table: 'ideas', indicators: ['open-innovation'], datedBy: 'givenOn', titledBy: 'idea',
    fields: [
      day('givenOn', 'given_on'), text('idea', 'idea'), laterDay('answeredOn', 'answered_on', 'givenOn'),
      laterChoice('decision', 'decision', ['adopted', 'not-adopted']),
    ],
  },
  {
    key: 'consent', table: 'consents', indicators: ['customer-privacy'], datedBy: 'givenOn', titledBy: 'basis',
    fields: [
      { key: 'contactId', column: 'contact_id', type: 'contact', required: true, asked: 'first' },
      choice('basis', 'basis', ['consent', 'contract', 'legitimate-interest', 'legal-duty']),
      day('givenOn', 'given_on'), laterDay('withdrawnOn', 'withdrawn_on', 'givenOn'),
    ],
  },
  {
    key: 'privacyRequest', table: 'privacy_requests', indicators: ['customer-privacy'], datedBy: 'receivedOn', titledBy: 'request',
    fields: [
      day('receivedOn', 'received_on'), choice('request', 'request', ['access', 'correction', 'erasure', 'objection', 'portability']),
      laterDay('answeredOn', 'answered_on', 'receivedOn'),
    ],
  },
  {
    key: 'commitment', table: 'commitments', indicators: ['commitment'], datedBy: 'dueOn', titledBy: 'promise',
    fields: [
      text('promise', 'promise'), plannedDay('dueOn', 'due_on'), laterDay('keptOn', 'kept_on', null),
      // The day on which a new day was agreed; the new promise is a row of its own.
      laterDay('renegotiatedOn', 'renegotiated_on', null),
    ],
  },
  {
    key: 'satisfaction', table: 'satisfactions', indicators: ['satisfaction'], datedBy: 'ratedOn', titledBy: 'rating',
    fields: [
      day('ratedOn', 'rated_on'), { key: 'rating', column: 'rating', type: 'rating', required: true, asked: 'first' },
      { key: 'contactId', column: 'contact_id', type: 'contact', required: false, asked: 'first' }, note('note', 'note'),
    ],
  },
  {
    key: 'referral', table: 'referrals', indicators: ['market-expansion'], datedBy: 'referredOn', titledBy: 'referredTo',
    fields: [day('referredOn', 'referred_on'), text('referredTo', 'referred_to'), note('note', 'note')],
  },
  {
    key: 'contentShare', table: 'content_shares', indicators: ['content'], datedBy: 'sharedOn', titledBy: 'title',
    fields: [
      day('sharedOn', 'shared_on'), text('title', 'title'), choice('format', 'format', ['article', 'video', 'manual', 'webinar', 'newsletter', 'other']),
    ],
  },
  {
    key: 'warrantyReturn', table: 'warranty_returns', indicators: ['return-guarantee', 'transparency', 'consumer-law'], datedBy: 'openedOn', titledBy: 'subject',
    fields: [
      day('openedOn', 'opened_on'), text('subject', 'subject'),
      // The same fault of the same instrument came back.
      flag('isRepeat', 'is_repeat'),
      laterDay('settledOn', 'settled_on', 'openedOn'), laterChoice('decision', 'decision', ['accepted', 'declined']),
    ],
  },
] as const satisfies readonly RelationshipDescriptor[];

export type RelationshipKindKey = (typeof relationshipKinds)[number]['key'];
export const relationshipKindKeys: readonly RelationshipKindKey[] = relationshipKinds.map(({ key }) => key);

const byKey: ReadonlyMap<string, RelationshipDescriptor & { readonly key: RelationshipKindKey }> = new Map(relationshipKinds.map((kind) => [kind.key, kind]));

export const isRelationshipKind = (key: string): key is RelationshipKindKey => byKey.has(key);

/** @throws RangeError for a kind that does not exist. */
export const relationshipKind = (key: RelationshipKindKey): RelationshipDescriptor & { readonly key: RelationshipKindKey } => {
  const kind = byKey.get(key);
  if (kind === undefined) throw new RangeError(`no relationship records of kind "${key}"`);
  return kind;
};
