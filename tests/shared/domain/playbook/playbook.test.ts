import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepCodes } from '#shared/domain/next-steps/index.ts';
import { defaultPlaybook, effortHours, nextBestActions, playbookProblems, repairs } from '#shared/domain/playbook/index.ts';
import type { NextBestAction, PlaybookEntry, Repair } from '#shared/domain/playbook/index.ts';
import { emptyEntries, emptyRelationship } from '#shared/domain/relationship/index.ts';
import { profileFieldKeys } from '#shared/domain/scoring/index.ts';
import type { ClientRecords } from '#shared/domain/scoring/index.ts';
import { whatIf } from '#shared/domain/what-if/index.ts';
import { line } from '../delivery/lines.ts';
import { anyClient, anyCompany } from '../scoring/portfolio.ts';
import { assessment, client, clientWith, context, daysAgo, interaction, profileOf, today } from '../scoring/records.ts';

/** Two dimensions, so that there is an overall score: the record itself, and one rating of the brand. */
const known = { assessments: [assessment('brand-trust', 4, 0)] };
const own = (given: Partial<PlaybookEntry> = {}): PlaybookEntry => ({
  id: 'own', stepCode: null, title: 'Send a sample', indicatorId: 'brand-trust', effort: 2, outcome: 1, eventCount: 1, also: [], repairs: [], when: 'always', ...given,
});
const only = (entry: PlaybookEntry, records: ClientRecords): NextBestAction | undefined => nextBestActions(records, context(), [entry])[0];
const answer = (id: string, given: 'accepted' | 'declined') => ({ id, offeredOn: daysAgo(1), fitsOwnNeed: false, answer: given });
const repair = (name: Repair, records: ClientRecords) => only(own({ indicatorId: 'customer-360', eventCount: 0, repairs: [name] }), records)?.repaired;
const delivered = (id: string, ageDays: number, daysLate: number) =>
  line({ id, orderId: id, orderedQuantity: 5, deliveredQuantity: 5, firstPromisedDay: today - ageDays - daysLate, deliveredDay: today - ageDays });

describe('the playbook', () => {
  it("starts with entries that can be kept, the paper's advice among them", () => {
    expect(defaultPlaybook.flatMap(playbookProblems)).toEqual([]);
    const ids = defaultPlaybook.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const advice of [
      'give-early-notice-of-delays', 'offer-calibration', 'mark-cultural-occasions', 'share-own-experience', 'invite-to-club', 'meet-online', 'ask-social-addresses',
    ]) expect(ids).toContain(advice);
    expect(defaultPlaybook.filter(({ stepCode }) => stepCode === null || !stepCodes.includes(stepCode))).toEqual([]);
    expect(defaultPlaybook.map(({ effort }) => effortHours[effort]).every((hours) => hours > 0)).toBe(true);
    expect(new Set(defaultPlaybook.flatMap((entry) => entry.repairs))).toEqual(new Set(repairs));
  });

  it('refuses what cannot be reckoned with', () => {
    expect(playbookProblems(own())).toEqual([]);
    expect(playbookProblems(own({ title: ' ' }))).toEqual([{ field: 'title' }]);
    expect(playbookProblems(own({ title: null }))).toEqual([{ field: 'title' }]);
    expect(playbookProblems(own({ outcome: 1.5, eventCount: 0 }))).toEqual([{ field: 'outcome' }, { field: 'eventCount' }]);
    expect(playbookProblems(own({ eventCount: 0, repairs: ['missing-fields'] }))).toEqual([]);
    expect(playbookProblems(own({ also: [{ indicatorId: 'content', outcome: null, eventCount: 21 }] }))).toEqual([{ field: 'eventCount' }]);
    for (const effort of [0, 6, 1.5]) expect(playbookProblems({ ...own(), effort })).toEqual([{ field: 'effort' }]);
  });
});

describe('next best actions', () => {
  it('are ranked by gain per effort, and all of them raise the score', () => {
    fc.assert(fc.property(anyClient, anyCompany, (records, company) => {
      const actions = nextBestActions(records, context({ company }), defaultPlaybook);
      const worth = actions.map(({ gainPerEffort }) => gainPerEffort);
      expect(worth).toEqual(worth.toSorted((left, right) => right - left));
      expect(actions.every(({ gain, gainPerEffort, entry }) => gain > 0 && gainPerEffort === gain / entry.effort)).toBe(true);
    }), { numRuns: 30 });
  });

  it('gain what asking the same question gives', () => {
    const records = client({ lines: [delivered('a', 3, 6), delivered('b', 9, 0)], interactions: [interaction(70, 'meeting')] });
    for (const action of nextBestActions(records, context(), defaultPlaybook).filter(({ repaired }) => repaired === 0)) {
      const { change } = whatIf(records, context(), action.expected.map(({ indicatorId, outcome, count }) => ({ type: 'event', indicatorId, outcome, count })));
      expect(action.gain).toBe(change.overall.difference);
    }
  });

  it('are none where there is no overall score to raise', () => {
    expect(nextBestActions(client(), context(), defaultPlaybook)).toEqual([]);
  });

  it('halve their worth with twice the effort', () => {
    const records = client({ lines: [delivered('a', 3, 6), delivered('b', 1, 9)] });
    const keep = own({ indicatorId: 'timely-delivery', eventCount: 2 });
    const easy = only({ ...keep, effort: 1 }, records);
    const hard = only({ ...keep, effort: 2 }, records);
    expect(hard?.gain).toBe(easy?.gain);
    expect(hard?.gainPerEffort).toBe((easy?.gainPerEffort ?? Number.NaN) / 2);
    expect(easy?.reason.code).toBe('action.raises');
    expect(Number(easy?.reason.params['after'])).toBeGreaterThan(Number(easy?.reason.params['before']));
  });

  it('expect of what the client decides what it usually decides, and so gain nothing where that is known', () => {
    const offer = own({ indicatorId: 'cooperation-offers', outcome: null, eventCount: 3 });
    const offers = clientWith({ offer: [answer('a', 'accepted'), answer('b', 'accepted'), answer('c', 'declined')] });
    expect(only(offer, { ...offers, ...known })).toBeUndefined();
    const unknown = only(offer, client(known));
    expect(unknown?.expected).toEqual([{ indicatorId: 'cooperation-offers', outcome: 0.5, count: 3, isAsUsual: true }]);
    expect(unknown?.reason.code).toBe('action.firstData');
    expect(unknown?.reason.params['after']).toBeCloseTo(50, 9);
  });

  it('put right what stands open, and are not offered where nothing does', () => {
    const complete = client({ ...known, profile: profileOf(() => ({ recordedDay: today, source: { kind: 'client', id: 'C' } })) });
    expect(repair('missing-fields', client(known))).toBe(profileFieldKeys.length);
    expect(repair('missing-social', client(known))).toBe(1);
    const feedback = { id: 'f', givenOn: daysAgo(3), isComplaint: true, acknowledgedOn: daysAgo(2), resolvedOn: null, reportedBackOn: null };
    const open = client({
      ...known,
      relationship: {
        ...emptyRelationship, contactIds: ['ada', 'bo'],
        entries: {
          ...emptyEntries, feedback: [feedback, { ...feedback, id: 'g', resolvedOn: daysAgo(1), reportedBackOn: daysAgo(0) }],
          idea: [{ id: 'i', givenOn: daysAgo(40), answeredOn: null, decision: null }, { id: 'j', givenOn: daysAgo(40), answeredOn: null, decision: null }],
          consent: [{ id: 'c', contactId: 'bo', basis: 'contract', givenOn: daysAgo(9), withdrawnOn: null }],
        },
      },
    });
    expect(repair('open-feedback', open)).toBe(1);
    expect(repair('waiting-ideas', open)).toBe(2);
    expect(repair('people-without-basis', open)).toBe(1);
    expect(repairs.map((name) => repair(name, complete))).toEqual(repairs.map(() => undefined));
  });

  it('give the reason of the indicator that moves', () => {
    const complaint = { id: 'f', givenOn: daysAgo(20), isComplaint: true, acknowledgedOn: null, resolvedOn: null, reportedBackOn: null };
    const close = defaultPlaybook.find(({ id }) => id === 'close-feedback') ?? own();
    const action = only(close, { ...clientWith({ feedback: [complaint] }), ...known });
    // One piece of feedback 20 days old is not enough data of its own; that a complaint was settled in time is.
    expect(action).toMatchObject({ indicatorId: 'consumer-law', repaired: 1, reason: { code: 'action.firstData' } });
    const two = only(close, { ...clientWith({ feedback: [complaint, { ...complaint, id: 'g' }] }), ...known });
    expect(two).toMatchObject({ indicatorId: 'interaction-feedback', repaired: 2, reason: { code: 'action.mends', params: { count: 2 } } });
  });

  it('speak of delays only where there were any', () => {
    const notice = defaultPlaybook.find(({ id }) => id === 'give-early-notice-of-delays') ?? own();
    const talk = [interaction(30, 'inbound'), interaction(9, 'inbound')];
    expect(only(notice, client({ lines: [delivered('a', 3, 6), delivered('b', 2, 6)], interactions: talk }))?.gain).toBeGreaterThan(0);
    expect(only(notice, client({ lines: [delivered('a', 3, 0), delivered('b', 2, 0)], interactions: talk }))).toBeUndefined();
  });
});
