import { numberToIsoDay } from '#shared/domain/calendar/index.ts';
import { relationshipKind } from '#shared/domain/relationship/index.ts';
import type { FieldValue, RelationshipKindKey, RelationshipValues } from '#shared/domain/relationship/index.ts';
import { writtenOn } from './clock.ts';
import type { Maker } from './clock.ts';
import type { SampleClient } from './make-client.ts';
import { relationshipWordsFor } from './relationship-words.ts';
import type { SampleRows } from './rows.ts';

/** How well the exporter treats this kind of client, 0–1: from its ratings, where there are any. */
function careOf({ archetype }: SampleClient): number {
  const rated = Object.values(archetype.ratings).filter((rating) => rating !== null);
  return rated.length === 0 ? 0.5 : (rated.reduce((sum, rating) => sum + rating, 0) / rated.length - 1) / 4;
}

const cellOf = (value: FieldValue): string | number | null => (typeof value === 'boolean' ? Number(value) : value);

/**
 * What passed between exporter and client beside orders and messages: much and well answered with those it cares for, little
 * and half forgotten with the others. All of it lies between the first contact and the last.
 */
export function makeRelationship(maker: Maker, rows: SampleRows, client: SampleClient): void {
  const { random, today } = maker;
  const { contact, rates, ordering } = client.archetype;
  const words = relationshipWordsFor(client.country.language);
  const care = careOf(client);
  const from = today - Math.min(contact.fromDaysAgo, 900);
  const until = today - Math.max(contact.stoppedDaysAgo, 1);
  const on = numberToIsoDay;
  const someDay = (): number => random.int(Math.min(from, until), until);
  /** So many days later, if that is past by now and as likely as the care. */
  const follows = (day: number, most: number, likelihood = care): string | null => {
    const later = day + random.int(0, most);
    return later < today && random.chance(likelihood) ? on(later) : null;
  };
  const add = <K extends RelationshipKindKey>(kind: K, day: number, values: RelationshipValues<K> & Readonly<Record<string, FieldValue>>): void => {
    const { created_at, updated_at, deleted_at } = writtenOn(maker, day);
    const cells = Object.fromEntries(relationshipKind(kind).fields.map(({ key, column }) => [column, cellOf(values[key] ?? null)]));
    rows.relationship.push({ kind, created_at, row: { id: maker.id(), client_id: client.id, ...cells, created_at, updated_at, deleted_at } });
  };
  const times = (least: number, most: number, make: (day: number) => void): void => {
    for (let count = random.int(least, most); count > 0; count -= 1) make(someDay());
  };
  const rating = (): number => Math.min(5, Math.max(1, Math.round(1 + 4 * care + random.next() - 0.5)));

  for (const contactId of client.contactIds) {
    if (random.chance(client.archetype.recordCare)) add('consent', from, { contactId, basis: random.pick(['consent', 'contract']), givenOn: on(from), withdrawnOn: null });
  }
  times(1, 4, (day) => {
    add('offer', day, { offeredOn: on(day), subject: random.pick(words.offers), fitsOwnNeed: random.chance(care), answer: random.chance(0.8) ? (random.chance(care) ? 'accepted' : 'declined') : null });
  });
  times(2, 4, (day) => {
    add('campaignTouch', day, { sentOn: on(day), campaign: random.pick(words.campaigns), response: random.chance(care) ? 'answered' : random.pick(['seen', 'not-reached']) });
  });
  times(1, 3, (day) => {
    if (random.chance(client.archetype.recordCare)) add('contentShare', day, { sharedOn: on(day), title: random.pick(words.contents), format: random.pick(['article', 'video', 'manual', 'newsletter']) });
  });
  times(1, 3, (day) => {
    add('occasion', day, { occursOn: on(day), name: random.pick(words.occasions), markedOn: follows(day, 0) });
  });
  times(1, 4, (day) => {
    const keptOn = follows(day, 0);
    add('commitment', day - 10, { promise: random.pick(words.promises), dueOn: on(day), keptOn, renegotiatedOn: keptOn === null && random.chance(care) ? on(day - 2) : null });
  });
  if (ordering === null) return;
  times(1, 3, (day) => {
    const isComplaint = random.chance(Math.min(0.9, client.archetype.moods.bad * 2));
    const acknowledgedOn = follows(day, 2, 0.3 + 0.7 * care);
    const resolvedOn = acknowledgedOn === null ? null : follows(day + 3, 8);
    add('feedback', day, {
      givenOn: on(day), subject: random.pick(isComplaint ? words.complaints : words.praise), isComplaint, acknowledgedOn, resolvedOn,
      reportedBackOn: resolvedOn === null ? null : follows(day + 12, 5),
    });
  });
  times(1, 3, (day) => {
    add('supplyRequest', day, { requestedOn: on(day), subject: random.pick(words.offers), supply: random.chance(care) ? 'supplied' : random.pick(['partly', 'could-not']) });
  });
  times(1, 2, (day) => {
    add('satisfaction', day, { ratedOn: on(day), rating: rating(), contactId: client.contactIds[0] ?? null, note: null });
  });
  times(1, 2, (day) => {
    add('benefit', day, { grantedOn: on(day), subject: random.pick(words.benefits), throughClub: random.chance(care), usedOn: follows(day, 30) });
  });
  times(0, 2, (day) => {
    add('training', day, { heldOn: on(day), topic: random.pick(words.trainings), rating: random.chance(0.7) ? rating() : null });
  });
  times(0, 2, (day) => {
    const answeredOn = follows(day, 20);
    add('idea', day, { givenOn: on(day), idea: random.pick(words.ideas), answeredOn, decision: answeredOn === null ? null : random.pick(['adopted', 'not-adopted']) });
  });
  times(0, 1, (day) => {
    add('testimonial', day, { askedOn: on(day), answer: random.chance(care) ? 'own-name' : random.pick(['without-name', 'declined']), statement: null });
  });
  if (care > 0.7) {
    add('clubActivity', from, { happenedOn: on(from), activity: 'joined', note: null });
    times(2, 6, (day) => {
      add('clubActivity', day, { happenedOn: on(day), activity: random.pick(['meeting', 'event', 'contest']), note: null });
    });
    times(0, 1, (day) => {
      add('referral', day, { referredOn: on(day), referredTo: random.pick(words.referrals), note: null });
    });
  }
  if (random.chance(0.2 + 4 * rates.damage)) {
    times(1, 2, (day) => {
      const settledOn = follows(day, 25, 0.4 + 0.6 * care);
      add('warrantyReturn', day, {
        openedOn: on(day), subject: random.pick(words.returns), isRepeat: random.chance(0.15), settledOn, decision: settledOn === null ? null : random.pick(['accepted', 'accepted', 'declined']),
      });
    });
  }
  if (random.chance(0.1)) {
    const day = someDay();
    add('privacyRequest', day, { receivedOn: on(day), request: random.pick(['access', 'correction', 'erasure']), answeredOn: follows(day, 20, 0.3 + 0.7 * care) });
  }
}
