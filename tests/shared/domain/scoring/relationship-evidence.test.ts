import { describe, expect, it } from 'vitest';
import { indicators } from '#shared/domain/model/index.ts';
import type { IndicatorId } from '#shared/domain/model/index.ts';
import { relationshipKinds } from '#shared/domain/relationship/index.ts';
import { companyEvidenceRules, defaultAnswerWithinHours, evidenceRules, scoreClient } from '#shared/domain/scoring/index.ts';
import type { ClientRecords, InteractionRecord } from '#shared/domain/scoring/index.ts';
import { line } from '../delivery/lines.ts';
import { client, clientWith, companyOf, context, daysAgo, eventsOf, interaction, today } from './records.ts';

/** `outcome reason @age` of every event. */
const said = (id: IndicatorId, records: ClientRecords, asOfDay?: number): readonly string[] =>
  eventsOf(id, records, asOfDay).map(({ outcome, reason, age }) => `${outcome} ${reason} @${age}`);

const benefit = (id: string, age: number, usedAgo: number | null) => ({ id, grantedOn: daysAgo(age), throughClub: false, usedOn: usedAgo === null ? null : daysAgo(usedAgo) });
const offer = (age: number, answer: 'accepted' | 'declined' | null) => ({ id: `${age}`, offeredOn: daysAgo(age), fitsOwnNeed: age < 10, answer });
const touch = (age: number, response: 'answered' | 'seen' | 'not-reached' | null) => ({ id: `${age}`, sentOn: daysAgo(age), response });
const idea = (id: string, age: number, answeredAgo: number | null, decision: 'adopted' | 'not-adopted' | null) =>
  ({ id, givenOn: daysAgo(age), answeredOn: answeredAgo === null ? null : daysAgo(answeredAgo), decision });
const occasion = (id: string, age: number, markedAgo: number | null) => ({ id, occursOn: daysAgo(age), markedOn: markedAgo === null ? null : daysAgo(markedAgo) });
const request = (id: string, age: number, answeredAgo: number | null) =>
  ({ id, receivedOn: daysAgo(age), request: 'access' as const, answeredOn: answeredAgo === null ? null : daysAgo(answeredAgo) });
const complaint = (id: string, isComplaint: boolean, resolvedAgo: number | null) =>
  ({ id, givenOn: daysAgo(50), isComplaint, acknowledgedOn: null, resolvedOn: resolvedAgo === null ? null : daysAgo(resolvedAgo), reportedBackOn: null });
const yesterdayAt = (hour: number): string => `${daysAgo(1)}T${hour}:00:00.000Z`;
const mood = (age: number, sentiment: InteractionRecord['sentiment']) => interaction(age, 'meeting', { sentiment });
const month = (firstOn: string, ageDays: number, interactions: number, complete: number) => ({ firstOn, lastDay: today - ageDays, interactions, complete });
const indicator = (id: IndicatorId, company: Parameters<typeof companyOf>[0]) =>
  scoreClient(client(), context({ company: companyOf(company) })).indicators.find(({ indicatorId }) => indicatorId === id);
const quarter = (firstOn: string, ageDays: number, clients: number, reached: number) => ({ firstOn, lastDay: today - ageDays, clients, reached });

/** A meeting is a visit, all else an e-mail. */
const talk = (age: number, direction: InteractionRecord['direction'], language: string | null) =>
  interaction(age, direction, { channel: direction === 'meeting' ? 'visit' : 'email', language });

describe('evidence rules', () => {
  it('are there for every indicator that names evidence, and for no other', () => {
    const ruled = [...evidenceRules, ...companyEvidenceRules].map(({ indicatorId }) => indicatorId);
    expect(new Set(ruled).size).toBe(ruled.length);
    expect(ruled.toSorted()).toEqual(indicators.filter(({ hasEvidence }) => hasEvidence).map(({ id }) => id).toSorted());
    const company = indicators.filter(({ hasEvidence, subject }) => hasEvidence && subject === 'company').map(({ id }) => id);
    expect(companyEvidenceRules.map(({ indicatorId }) => indicatorId)).toEqual(company);
    const fed = relationshipKinds.flatMap<IndicatorId>((kind) => kind.indicators);
    expect(fed.filter((id) => !ruled.includes(id))).toEqual([]);
  });

  it('say nothing where nothing is recorded', () => {
    const spoken = evidenceRules.filter(({ indicatorId }) => eventsOf(indicatorId, client()).length > 0).map(({ indicatorId }) => indicatorId);
    expect(spoken).toEqual(['customer-360']);
  });
});

describe('what was offered and given', () => {
  it('benefits: used, lapsed after half a year, else not known yet', () => {
    expect(said('reward-benefit', clientWith({ benefit: [benefit('a', 40, 10), benefit('b', 179, null), benefit('c', 200, null), benefit('d', 200, -1)] }))).toEqual(['1 used @10', '0 lapsed @20', '0 lapsed @20']);
  });

  it('offers and campaign messages: an answer, or silence after its time', () => {
    const offers = clientWith({ offer: [offer(5, 'accepted'), offer(6, 'declined'), offer(59, null), offer(60, null), offer(-1, 'accepted')] });
    expect(said('cooperation-offers', offers)).toEqual(['1 accepted @5', '0 declined @6', '0 silence @60']);
    expect(said('personalisation', offers)).toEqual(['1 ownNeed @5', '1 ownNeed @6', '0 generalOffer @59', '0 generalOffer @60']);
    expect(said('online-advertising', clientWith({ campaignTouch: [touch(1, 'answered'), touch(2, 'seen'), touch(3, 'not-reached'), touch(29, null), touch(30, null)] })))
      .toEqual(['1 answered @1', '0.5 seen @2', '0 notReached @3', '0 silence @30']);
  });

  it('requests beyond orders, stories and referrals', () => {
    const records = clientWith({
      supplyRequest: [{ id: 'a', requestedOn: daysAgo(1), supply: 'supplied' }, { id: 'b', requestedOn: daysAgo(2), supply: 'partly' }, { id: 'c', requestedOn: daysAgo(3), supply: 'could-not' }],
      testimonial: [{ id: 'a', askedOn: daysAgo(1), answer: 'own-name' }, { id: 'b', askedOn: daysAgo(2), answer: 'without-name' }, { id: 'c', askedOn: daysAgo(3), answer: 'declined' }],
      referral: [{ id: 'a', referredOn: daysAgo(4) }, { id: 'b', referredOn: daysAgo(-4) }],
    });
    expect(said('meeting-needs', records)).toEqual(['1 supplied @1', '0.5 suppliedPartly @2', '0 notSupplied @3']);
    expect(said('successful-experiences', records)).toEqual(['1 story @1', '1 story @2']);
    expect(said('experience-expression', records)).toEqual(['1 ownName @1', '0.5 withoutName @2', '0 declined @3']);
    expect(said('market-expansion', records)).toEqual(['1 referral @4']);
  });

  it('trainings count when they were rated', () => {
    expect(said('training-skill', clientWith({ training: [{ id: 'a', heldOn: daysAgo(9), rating: 4 }, { id: 'b', heldOn: daysAgo(9), rating: null }] }))).toEqual(['0.75 rated @9']);
  });

  it('ideas: heard, answered, adopted', () => {
    const given = [idea('a', 30, null, null), idea('b', 31, null, null), idea('c', 50, 40, 'not-adopted'), idea('d', 50, 20, 'adopted'), idea('e', 50, null, 'adopted'), idea('f', 9, -3, 'adopted')];
    expect(said('open-innovation', clientWith({ idea: given }))).toEqual(['0.2 waiting @31', '0.6 answered @40', '1 adopted @20', '1 adopted @50']);
  });
});

describe('respect and privacy', () => {
  it('occasions: by the day, within a week, or missed', () => {
    const occasions = [occasion('a', 10, 12), occasion('b', 10, 3), occasion('c', 10, 2), occasion('d', 1, null), occasion('e', 0, null), occasion('f', -5, 1)];
    expect(said('respect-cultural', clientWith({ occasion: occasions }))).toEqual(['1 onTime @12', '0.5 late @10', '0 missed @10', '0 missed @1', '1 onTime @1']);
  });

  it('people with a lawful basis, and requests within a month', () => {
    const records = clientWith({
      consent: [
        { id: 'a', contactId: 'ada', basis: 'consent', givenOn: daysAgo(400), withdrawnOn: daysAgo(1) }, { id: 'b', contactId: 'bo', basis: 'contract', givenOn: daysAgo(3), withdrawnOn: null },
        { id: 'c', contactId: 'cy', basis: 'consent', givenOn: daysAgo(-3), withdrawnOn: null },
      ],
      privacyRequest: [request('r', 30, null), request('s', 31, null), request('t', 60, 30), request('u', 60, 20)],
    }, { contactIds: ['ada', 'bo', 'cy'] });
    expect(eventsOf('customer-privacy', records).map(({ source, outcome }) => `${source} ${outcome}`).slice(0, 3)).toEqual(['contact:ada 0', 'consent:b 1', 'contact:cy 0']);
    expect(said('customer-privacy', records).slice(3)).toEqual(['0 open @1', '1 answered @30', '0 answeredLate @30']);
  });

  it('rights: returns and complaints within a month', () => {
    const records = clientWith({
      warrantyReturn: [{ id: 'w', openedOn: daysAgo(30), isRepeat: false, settledOn: null, decision: null }],
      feedback: [complaint('a', true, 20), complaint('b', true, 19), complaint('c', true, null), complaint('d', false, null)],
    });
    expect(said('consumer-law', records)).toEqual(['1 inTime @20', '0 late @20', '0 open @20']);
    expect(said('return-guarantee', records)).toEqual([]);
    expect(eventsOf('return-guarantee', records, today + 1)).toMatchObject([{ outcome: 0.2, reason: 'open', values: [31, 'undecided'], age: 1 }]);
  });
});

describe('promises and messages', () => {
  it('a promise that is not due yet is no event, and a later day than the reading day has not happened', () => {
    const promised = { id: 'a', dueOn: daysAgo(0), keptOn: null, renegotiatedOn: null };
    expect(said('commitment', clientWith({ commitment: [promised] }))).toEqual([]);
    expect(said('commitment', clientWith({ commitment: [promised] }), today + 1)).toEqual(['0 broken @1']);
    expect(said('commitment', clientWith({ commitment: [{ ...promised, dueOn: daysAgo(9), keptOn: daysAgo(4) }] }))).toEqual(['0 late @9']);
    expect(said('commitment', clientWith({ commitment: [{ ...promised, dueOn: daysAgo(9), keptOn: daysAgo(4) }] }), today - 5)).toEqual(['0 broken @4']);
    const tasks = clientWith({}, { followUps: [{ id: 'a', dueDay: null, doneDay: null }, { id: 'b', dueDay: today - 2, doneDay: null }, { id: 'c', dueDay: today + 9, doneDay: today - 1 }] });
    expect(said('commitment', tasks)).toEqual(['0 broken @2', '1 kept @1']);
  });

  it('a waiting message counts with the hours until the reading day began', () => {
    const message = interaction(2, 'inbound', { needsAnswer: true });
    expect(said('online-responsiveness', client({ interactions: [message] }))).toEqual([`${2 ** (-(36 - 8) / 8)} waiting @2`]);
    expect(said('online-responsiveness', client({ interactions: [interaction(1, 'inbound', { needsAnswer: true, at: yesterdayAt(16) })] }))).toEqual([]);
    expect(said('online-responsiveness', client({ interactions: [{ ...message, needsAnswer: false }] }))).toEqual([]);
    const late = interaction(-1, 'outbound', { answersId: message.id });
    expect(said('online-responsiveness', client({ interactions: [message, late] }))).toEqual([`${2 ** (-(36 - 8) / 8)} waiting @2`]);
    expect(said('online-responsiveness', clientWith({}, { answerWithinHours: 48 }))).toEqual([]);
    expect(defaultAnswerWithinHours).toBe(8);
    expect(() => said('online-responsiveness', clientWith({}, { answerWithinHours: 0 }))).toThrow(RangeError);
  });

  it('the first answer counts, on whatever channel', () => {
    const message = interaction(3, 'inbound');
    const answer = (hour: number) => interaction(3, 'outbound', { id: `${hour}`, answersId: message.id, at: `${daysAgo(3)}T${hour}:00:00.000Z` });
    expect(said('online-responsiveness', client({ interactions: [answer(23), message, answer(18)] }))).toEqual(['1 inTime @3']);
  });

  it('moods are those of the interactions that have one', () => {
    expect(said('good-feeling', client({ interactions: [mood(1, 'good'), mood(2, 'neutral'), mood(3, 'bad'), mood(4, null)] }))).toEqual(['1 good @1', '0.5 neutral @2', '0 bad @3']);
  });

  it('personal is the channel and the language that the client asked for', () => {
    const asked = interaction(9, 'inbound', { channel: 'phone' });
    const interactions = [
      asked, interaction(8, 'outbound', { channel: 'phone', answersId: asked.id }), interaction(7, 'outbound', { channel: 'phone' }), interaction(6, 'outbound', { language: 'de' }),
      interaction(5, 'outbound', { language: 'en' }), interaction(4, 'outbound', { channel: 'phone', language: 'en' }), interaction(3, 'outbound', { channel: 'fair' }),
    ];
    const wishes = clientWith({}, { preferredChannel: 'email', preferredLanguage: 'de' });
    expect(said('personalisation', { ...wishes, interactions })).toEqual(['1 fits @8', '0 otherChannel @7', '1 fits @6', '0.5 otherLanguage @5', '0 neither @4']);
    expect(said('personalisation', client({ interactions }))).toEqual([]);
  });

  it('a language counts where somebody noted it, in meetings too, and whatever the region', () => {
    const wishes = clientWith({}, { preferredLanguage: 'fa-IR' });
    const interactions = [
      talk(9, 'outbound', 'fa'), talk(8, 'outbound', 'fa-AF'), talk(7, 'meeting', 'fa'), talk(6, 'meeting', 'en'), talk(5, 'outbound', 'en'),
      talk(4, 'meeting', null), talk(3, 'outbound', null), talk(2, 'inbound', 'en'),
    ];
    expect(said('personalisation', { ...wishes, interactions })).toEqual(['1 fits @9', '1 fits @8', '1 fits @7', '0 otherLanguage @6', '0 otherLanguage @5']);
    // A preferred channel does not make a meeting of unknown language an event, nor its place a misfit.
    const both = clientWith({}, { preferredLanguage: 'fa', preferredChannel: 'email' });
    expect(said('personalisation', { ...both, interactions: [talk(7, 'meeting', 'fa'), talk(4, 'meeting', null)] })).toEqual(['1 fits @7']);
  });

  it('the language half enters the score by the formula: H 180, m 6, p0 0.7', () => {
    const records = { ...clientWith({}, { preferredLanguage: 'de', preferredChannel: 'email' }), interactions: [interaction(0, 'outbound', { language: 'de' }), interaction(180, 'outbound', { language: 'en' })] };
    // S = 1 + 0.5 · 0.5, N = 1.5: 100 · (1.25 + 4.2)/(1.5 + 6)
    expect(scoreClient(records, context()).indicators.find(({ indicatorId }) => indicatorId === 'personalisation')?.value?.score).toBeCloseTo(72.6667, 4);
  });
});

describe('transparency', () => {
  const late = line({ id: 'late', orderedQuantity: 5, deliveredQuantity: 5, firstPromisedDay: today - 30, deliveredDay: today - 10 });
  const before = interaction(60, 'meeting');
  const ofLate = (...interactions: readonly InteractionRecord[]): readonly string[] => said('transparency', client({ lines: [late], interactions: [before, ...interactions] }));

  it('told by the promised day, later but unasked, asked, or never', () => {
    expect(ofLate(interaction(32, 'outbound'))).toEqual(['1 toldBefore @10']);
    expect(ofLate(interaction(45, 'outbound'))).toEqual(['0 silence @10']);
    expect(ofLate(interaction(25, 'outbound'), interaction(20, 'inbound'))).toEqual(['0.5 toldBeforeAsked @10']);
    expect(ofLate(interaction(25, 'inbound'), interaction(25, 'outbound'))).toEqual(['0 asked @10']);
    expect(ofLate(interaction(9, 'outbound'))).toEqual(['0 silence @10']);
  });

  it('a new promise of ours by the promised day tells as well; one that the customer asked for rebases', () => {
    const promise = { promisedDay: today - 12, madeAt: `${daysAgo(33)}T08:00:00.000Z`, madeBy: 'rep', askedBy: 'exporter', reason: null } as const;
    expect(said('transparency', client({ lines: [{ ...late, promises: [promise] }] }))).toEqual(['1 newPromise @10']);
    const afterwards = { ...promise, madeAt: `${daysAgo(28)}T08:00:00.000Z` };
    expect(said('transparency', client({ lines: [{ ...late, promises: [afterwards] }] }))).toEqual(['0.5 toldBeforeAsked @10']);
    expect(said('transparency', client({ lines: [{ ...late, promises: [{ ...promise, askedBy: 'customer', promisedDay: today - 10 }] }], interactions: [before] }))).toEqual([]);
  });

  it('holds nothing against days before the records begin, nor lines that were in time', () => {
    expect(said('transparency', client({ lines: [late] }))).toEqual([]);
    expect(said('transparency', client({ lines: [late], interactions: [interaction(20, 'inbound')] }))).toEqual([]);
    expect(said('transparency', client({ lines: [{ ...late, deliveredDay: today - 30 }], interactions: [before] }))).toEqual([]);
  });

  it('an open line is silence until today, and an overdue return is a delay too', () => {
    expect(said('transparency', client({ lines: [{ ...late, deliveredDay: null, deliveredQuantity: 0 }], interactions: [before] }))).toEqual(['0 silence @0']);
    const records = clientWith({ warrantyReturn: [{ id: 'w', openedOn: daysAgo(50), isRepeat: false, settledOn: daysAgo(5), decision: 'accepted' }] });
    expect(said('transparency', { ...records, interactions: [before, interaction(21, 'outbound')] })).toEqual(['1 toldBefore @5']);
  });
});

describe("the exporter's own evidence", () => {

  it('stores interactions completely, month by completed month', () => {
    const interactionMonths = [month('2026-01-01', 59, 10, 10), month('2026-02-01', 31, 4, 1), month('2026-03-01', 0, 0, 0), month('2026-04-01', -30, 5, 5)];
    const found = indicator('interaction-data-storage', { facts: { interactionMonths, contentQuarters: [] } });
    expect(found?.ledger.map(({ outcome, source }) => `${source.kind}:${source.id} ${outcome}`).toSorted()).toEqual(['period:2026-01-01 1', 'period:2026-02-01 0.25']);
    expect(found?.value).not.toBeNull();
  });

  it('shares content from the first quarter on in which it did', () => {
    const contentQuarters = [quarter('2025-10-01', 90, 8, 0), quarter('2025-07-01', 182, 8, 4), quarter('2025-04-01', 274, 8, 0), quarter('2026-04-01', -91, 8, 8)];
    const found = indicator('content', { facts: { interactionMonths: [], contentQuarters } });
    expect(found?.ledger.map(({ outcome, source }) => `${source.id} ${outcome}`).toSorted()).toEqual(['2025-07-01 0.5', '2025-10-01 0']);
    expect(found?.ledger.map(({ reason }) => `${reason.params['reached']} of ${reason.params['clients']}`).toSorted()).toEqual(['0 of 8', '4 of 8']);
  });
});
