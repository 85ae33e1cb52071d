import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepCodes, suggestNextSteps } from '#shared/domain/next-steps/index.ts';
import type { ClientFacts, OpenMatter, StepCode, SuggestedStep } from '#shared/domain/next-steps/index.ts';
import { isIndicatorId } from '#shared/domain/model/index.ts';
import { profileFieldKeys, scoreClient } from '#shared/domain/scoring/index.ts';
import type { ClientRecords } from '#shared/domain/scoring/index.ts';
import { line } from '../delivery/lines.ts';
import { anyClient, anyCompany } from '../scoring/portfolio.ts';
import { assessment, client, context, interaction, profileOf, today } from '../scoring/records.ts';

const quiet: ClientFacts = {
  openLateLines: [], unansweredMessages: [], overdueTasks: [], lastInteraction: { source: { kind: 'interaction', id: 'i' }, days: 3 }, rhythmDays: null, missingFields: [],
};
const matter = (id: string, days: number): OpenMatter => ({ source: { kind: 'order-line', id }, days });
const stepsFor = (records: Partial<ClientRecords>, facts: Partial<ClientFacts> = {}): readonly SuggestedStep[] =>
  suggestNextSteps(scoreClient(client(records), context()), { ...quiet, ...facts });
const find = (steps: readonly SuggestedStep[], code: StepCode): SuggestedStep | undefined => steps.find((step) => step.code === code);

const delivered = (daysLate: number, index: number) =>
  line({ id: `L${index}`, orderId: `O${index}`, orderedQuantity: 4, deliveredQuantity: 4, firstPromisedDay: today - 30, deliveredDay: today - 30 + daysLate });

const bought = (age: number, valueMinor: number) => line({ id: `b${age}`, orderedDay: today - age, valueMinor, currency: 'EUR', productLine: 'calipers' });
/** Steady purchases of which the last year's four have another value. */
const years = (recent: number) => [1000, 900, 800, 700, 600, 500].map((age) => bought(age, 1000)).concat([400, 300, 200, 100].map((age) => bought(age, recent)));

describe('suggested next steps', () => {
  it('put first what somebody waits for, the longest waiting at the head', () => {
    const steps = stepsFor({}, { openLateLines: [matter('a', 2), matter('b', 9)], unansweredMessages: [matter('m', 4)], overdueTasks: [matter('t', 1)] });
    expect(steps.slice(0, 3).map(({ code }) => code)).toEqual(['answer-messages', 'tell-about-late-lines', 'finish-overdue-tasks']);
    expect(find(steps, 'tell-about-late-lines')).toMatchObject({ urgency: 'now', indicatorId: 'transparency', params: { count: 2, days: 9 }, sources: [{ id: 'b' }, { id: 'a' }] });
    expect(find(stepsFor({}), 'answer-messages')).toBeUndefined();
  });

  it('remind of the agreed rhythm, and of recording where nothing is recorded', () => {
    const silent = (days: number, rhythmDays: number | null) => stepsFor({}, { lastInteraction: matter('i', days), rhythmDays });
    expect(find(silent(30, null), 'get-in-touch')).toBeUndefined();
    expect(find(silent(31, null), 'get-in-touch')).toMatchObject({ urgency: 'soon', params: { days: 31, rhythm: 30 } });
    expect(find(silent(31, 14), 'get-in-touch')).toMatchObject({ urgency: 'now' });
    expect(find(stepsFor({}, { lastInteraction: null }), 'start-recording-interactions')).toBeDefined();
    expect(find(stepsFor({}, { lastInteraction: null }), 'get-in-touch')).toBeUndefined();
  });

  it('rest on the lines that were late', () => {
    const late = Array.from({ length: 8 }, (_, index) => delivered(index < 6 ? 5 : 0, index));
    const step = find(stepsFor({ lines: late }), 'agree-promises-you-can-keep');
    expect(step).toMatchObject({ urgency: 'soon', indicatorId: 'timely-delivery', dimensionId: 'attraction', params: { count: 6 } });
    expect(step?.sources).toHaveLength(5);
    expect(find(stepsFor({ lines: late }), 'review-failed-orders')).toBeDefined();
    expect(find(stepsFor({ lines: late }), 'give-early-notice-of-delays')).toBeDefined();
    expect(find(stepsFor({ lines: late }, { openLateLines: [matter('x', 1)] }), 'give-early-notice-of-delays')).toBeUndefined();
    const punctual = stepsFor({ lines: Array.from({ length: 8 }, (_, index) => delivered(0, index)) });
    for (const code of ['agree-promises-you-can-keep', 'review-failed-orders', 'give-early-notice-of-delays', 'deliver-remaining-quantities'] as const) {
      expect(find(punctual, code)).toBeUndefined();
    }
  });

  it('see what came short', () => {
    const short = Array.from({ length: 6 }, (_, index) => ({ ...delivered(0, index), deliveredQuantity: 1 }));
    const steps = stepsFor({ lines: short });
    expect(find(steps, 'deliver-remaining-quantities')).toMatchObject({ params: { count: 6 } });
    expect(find(steps, 'check-stock-before-promising')).toMatchObject({ urgency: 'plan' });
  });

  it('notice one-sided contact', () => {
    const interactions = Array.from({ length: 6 }, (_, index) => interaction(170 - index * 30, 'outbound'));
    expect(find(stepsFor({ interactions }), 'make-contact-two-way')).toMatchObject({ params: { count: 4 } });
  });

  it('read purchases: ask when they fall, offer more when nothing new came', () => {
    expect(find(stepsFor({ lines: years(300) }), 'ask-why-purchases-fall')?.params['change']).toBeLessThan(-0.5);
    expect(find(stepsFor({ lines: years(1000) }), 'ask-why-purchases-fall')).toBeUndefined();
    expect(find(stepsFor({ lines: years(1000) }), 'offer-next-product-line')).toBeDefined();
    expect(find(stepsFor({ lines: years(1000) }, { openLateLines: [matter('x', 3)] }), 'offer-next-product-line')).toBeUndefined();
  });

  it('ask for what is missing or old, social addresses apart', () => {
    const steps = stepsFor({}, { missingFields: ['email', 'phone', 'social'] });
    expect(find(steps, 'complete-record')?.params).toEqual({ count: 2, field: 'email' });
    expect(find(steps, 'ask-social-addresses')).toBeDefined();
    const profile = profileOf(() => ({ recordedDay: today - 900, source: { kind: 'client', id: 'C' } }));
    expect(find(stepsFor({ profile }), 'refresh-record')).toMatchObject({ params: { count: profileFieldKeys.length } });
    expect(find(stepsFor({ profile: profileOf(() => ({ recordedDay: today, source: { kind: 'client', id: 'C' } })) }), 'refresh-record')).toBeUndefined();
  });

  it('ask for ratings where nothing is known, and give the advice of the paper for weak links', () => {
    const unknown = stepsFor({}).filter(({ code }) => code === 'rate-dimension').map(({ dimensionId }) => dimensionId);
    expect(unknown).toEqual(['brand', 'arousal', 'attraction', 'continuity']);
    const weak = stepsFor({ assessments: [assessment('brand-trust', 1, 0), assessment('customer-club', 1, 0), assessment('calibration-service', 1, 0)] });
    for (const code of ['share-own-experience', 'invite-to-club', 'mark-cultural-occasions', 'meet-online'] as const) expect(find(weak, code)).toBeDefined();
    const strong = stepsFor({ profile: profileOf(() => ({ recordedDay: today, source: { kind: 'client', id: 'C' } })), assessments: [assessment('customer-club', 5, 0)] });
    expect(find(strong, 'invite-to-club')).toMatchObject({ indicatorId: 'customer-club' });
    expect(find(strong, 'mark-cultural-occasions')).toBeUndefined();
  });

  it('are ordered by urgency, known by code, and without repetition, whatever the client', () => {
    const urgency = ['now', 'soon', 'plan'];
    const matters = fc.array(fc.record({ id: fc.string(), days: fc.nat(50) }).map(({ id, days }) => matter(id, days)), { maxLength: 8 });
    const facts = fc.record({
      openLateLines: matters, unansweredMessages: matters, overdueTasks: matters, lastInteraction: fc.option(fc.nat(200).map((days) => matter('i', days))),
      rhythmDays: fc.option(fc.integer({ min: 1, max: 90 })), missingFields: fc.subarray([...profileFieldKeys]),
    });
    fc.assert(fc.property(anyClient, anyCompany, facts, (records, company, given) => {
      const steps = suggestNextSteps(scoreClient(records, context({ company })), given);
      const ranks = steps.map((step) => urgency.indexOf(step.urgency));
      expect(ranks).toEqual(ranks.toSorted((left, right) => left - right));
      expect(new Set(steps.map(({ code, dimensionId }) => `${code} ${dimensionId}`)).size).toBe(steps.length);
      for (const { code, indicatorId, sources } of steps) {
        expect(stepCodes).toContain(code);
        expect(indicatorId === null || isIndicatorId(indicatorId)).toBe(true);
        expect(sources.length).toBeLessThanOrEqual(5);
      }
    }));
  });
});
