import * as fc from 'fast-check';
import { numberToIsoDay } from '#shared/domain/calendar/index.ts';
import type { RelationshipRecords } from '#shared/domain/relationship/index.ts';

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null, freq: 2 });
const some = <T>(row: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(row, { maxLength: 6 });

/** Relationship records of any kind around a reading day, days ahead of it included, as no form but a file may hold them. */
export const anyRelationshipAround = (today: number): fc.Arbitrary<RelationshipRecords> => {
  const id = fc.uuid();
  const epochDay = fc.integer({ min: today - 900, max: today + 20 });
  const on = epochDay.map(numberToIsoDay);
  const laterOn = maybe(on);
  const rating = fc.integer({ min: 1, max: 5 });
  const contactId = fc.constantFrom('p1', 'p2', 'p3');
  const entries = fc.record({
    offer: some(fc.record({ id, offeredOn: on, fitsOwnNeed: fc.boolean(), answer: maybe(fc.constantFrom('accepted', 'declined')) })),
    supplyRequest: some(fc.record({ id, requestedOn: on, supply: fc.constantFrom('supplied', 'partly', 'could-not') })),
    feedback: some(fc.record({ id, givenOn: on, isComplaint: fc.boolean(), acknowledgedOn: laterOn, resolvedOn: laterOn, reportedBackOn: laterOn })),
    benefit: some(fc.record({ id, grantedOn: on, throughClub: fc.boolean(), usedOn: laterOn })),
    clubActivity: some(fc.record({ id, happenedOn: on, activity: fc.constantFrom('joined', 'meeting', 'event', 'contest', 'other') })),
    testimonial: some(fc.record({ id, askedOn: on, answer: fc.constantFrom('own-name', 'without-name', 'declined') })),
    occasion: some(fc.record({ id, occursOn: on, markedOn: laterOn })),
    campaignTouch: some(fc.record({ id, sentOn: on, response: maybe(fc.constantFrom('answered', 'seen', 'not-reached')) })),
    training: some(fc.record({ id, heldOn: on, rating: maybe(rating) })),
    idea: some(fc.record({ id, givenOn: on, answeredOn: laterOn, decision: maybe(fc.constantFrom('adopted', 'not-adopted')) })),
    consent: some(fc.record({ id, contactId, basis: fc.constantFrom('consent', 'contract'), givenOn: on, withdrawnOn: laterOn })),
    privacyRequest: some(fc.record({ id, receivedOn: on, request: fc.constantFrom('access', 'erasure'), answeredOn: laterOn })),
    commitment: some(fc.record({ id, dueOn: on, keptOn: laterOn, renegotiatedOn: laterOn })),
    satisfaction: some(fc.record({ id, ratedOn: on, rating, contactId: maybe(contactId) })),
    referral: some(fc.record({ id, referredOn: on })),
    contentShare: some(fc.record({ id, sharedOn: on, format: fc.constantFrom('article', 'video') })),
    warrantyReturn: some(fc.record({ id, openedOn: on, isRepeat: fc.boolean(), settledOn: laterOn, decision: maybe(fc.constantFrom('accepted', 'declined')) })),
  });
  return fc.record({
    entries,
    contactIds: fc.subarray(['p1', 'p2', 'p3']),
    preferredChannel: fc.constantFrom(null, 'email', 'whatsapp'),
    preferredLanguage: fc.constantFrom(null, 'de', 'fa'),
    answerWithinHours: fc.constantFrom(null, 4, 24),
    followUps: some(fc.record({ id, dueDay: maybe(epochDay), doneDay: maybe(epochDay) })),
    usefulnessAnswers: some(fc.record({ id, day: epochDay, answer: fc.integer({ min: 1, max: 7 }) })),
    instrumentDeliveries: some(fc.record({ id, deliveredDay: epochDay, certifiedDay: maybe(epochDay) })),
    recalibrations: some(fc.record({ id, dueDay: epochDay, extendedToDay: maybe(epochDay), doneDay: maybe(epochDay) })),
  });
};
