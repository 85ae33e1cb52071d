import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suggestNextSteps } from '#shared/domain/next-steps/index.ts';
import type { ClientFacts, SuggestedStep } from '#shared/domain/next-steps/index.ts';
import { defaultPlaybook, divideAdvice, nextBestActions } from '#shared/domain/playbook/index.ts';
import { profileFieldKeys, scoreClient } from '#shared/domain/scoring/index.ts';
import { anyClient, anyCompany } from '../scoring/portfolio.ts';
import { context } from '../scoring/records.ts';

const step = (code: SuggestedStep['code'], urgency: SuggestedStep['urgency'], indicatorId: SuggestedStep['indicatorId']) => ({ code, urgency, indicatorId });
const action = (stepCode: string | null, indicatorId: string) => ({ stepCode, indicatorId });
const namesOf = ({ steps, actions }: ReturnType<typeof divideAdvice>) => [steps.map(({ code }) => code), actions.map(({ stepCode, indicatorId }) => stepCode ?? indicatorId)];

const matters = (kind: 'order-line' | 'interaction' | 'task', length: number) =>
  Array.from({ length }, (_, index) => ({ source: { kind, id: `${kind} ${index}` }, days: index + 1 }));

describe('steps and actions of one client', () => {
  it('leave what presses to the step', () => {
    const steps = [step('answer-messages', 'now', 'online-responsiveness'), step('get-in-touch', 'soon', 'sustained-interaction')];
    const actions = [action('answer-messages', 'online-responsiveness'), action('meet-online', 'sustained-interaction'), action('offer-calibration', 'calibration-service')];
    expect(namesOf(divideAdvice(steps, actions))).toEqual([['answer-messages', 'get-in-touch'], ['offer-calibration']]);
  });

  it('leave what can wait to the action, which knows its gain', () => {
    const steps = [step('offer-calibration', 'plan', 'calibration-service'), step('meet-online', 'plan', null), step('check-stock-before-promising', 'plan', 'meeting-needs')];
    const actions = [action('offer-calibration', 'calibration-service'), action('meet-online', 'good-feeling')];
    expect(namesOf(divideAdvice(steps, actions))).toEqual([['check-stock-before-promising'], ['offer-calibration', 'meet-online']]);
  });

  it('know that each field of the record is a matter of its own', () => {
    const steps = [step('complete-record', 'plan', 'customer-360'), step('ask-social-addresses', 'plan', 'customer-360')];
    expect(namesOf(divideAdvice(steps, [action('ask-social-addresses', 'customer-360')]))).toEqual([['complete-record'], ['ask-social-addresses']]);
  });

  it("keep the exporter's own words, whatever they are about", () => {
    const own = action(null, 'timely-delivery');
    expect(namesOf(divideAdvice([step('agree-promises-you-can-keep', 'soon', 'timely-delivery')], [own]))).toEqual([['agree-promises-you-can-keep'], ['timely-delivery']]);
    expect(namesOf(divideAdvice([step('give-early-notice-of-delays', 'plan', 'transparency')], [action(null, 'transparency')]))).toEqual([['give-early-notice-of-delays'], ['transparency']]);
  });

  const count = fc.integer({ min: 0, max: 2 });
  const facts: fc.Arbitrary<ClientFacts> = fc.record({
    late: count, waiting: count, overdue: count, silence: fc.constantFrom(null, 2, 40, 90), missing: fc.subarray([...profileFieldKeys]),
  }).map(({ late, waiting, overdue, silence, missing }) => {
    return {
      openLateLines: matters('order-line', late), unansweredMessages: matters('interaction', waiting), overdueTasks: matters('task', overdue),
      lastInteraction: silence === null ? null : { source: { kind: 'interaction', id: 'last' }, days: silence }, rhythmDays: null, missingFields: missing,
    };
  });

  it('never name one matter twice, lose none, and keep their order, of any client', () => {
    fc.assert(fc.property(anyClient, anyCompany, facts, (records, company, given) => {
      const steps = suggestNextSteps(scoreClient(records, context({ company })), given);
      const actions = nextBestActions(records, context({ company }), defaultPlaybook).map(({ entry, indicatorId }) => ({ stepCode: entry.stepCode, indicatorId }));
      const divided = divideAdvice(steps, actions);
      const codes = [...new Set(divided.steps.map(({ code }) => code)), ...divided.actions.map(({ stepCode }) => stepCode)];
      expect(new Set(codes).size).toBe(codes.length);
      // What is left out on one side is told on the other: by its own code, or by its indicator.
      const told = new Set<string | null>([...codes, ...divided.steps.map(({ indicatorId }) => indicatorId), ...divided.actions.map(({ indicatorId }) => indicatorId)]);
      expect([...steps.map(({ code, indicatorId }) => [code, indicatorId]), ...actions.map(({ stepCode, indicatorId }) => [stepCode, indicatorId])].filter(([code = null, id = null]) => !told.has(code) && !told.has(id))).toEqual([]);
      expect(divided.steps).toEqual(steps.filter((each) => divided.steps.includes(each)));
      expect(divided.steps.filter(({ urgency }) => urgency !== 'plan')).toEqual(steps.filter(({ urgency }) => urgency !== 'plan'));
      expect(divided.actions).toEqual(actions.filter((each) => divided.actions.includes(each)));
    }), { numRuns: 40 });
  });
});
