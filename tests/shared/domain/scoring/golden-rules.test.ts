import { describe, expect, it } from 'vitest';
import type { IndicatorId } from '#shared/domain/model/index.ts';
import { scoreClient } from '#shared/domain/scoring/index.ts';
import type { ClientRecords, ScoringContext } from '#shared/domain/scoring/index.ts';
import { line } from '../delivery/lines.ts';
import { client, clientWith, context, daysAgo, interaction, today } from './records.ts';

const delivered = (age: number, isGood: boolean, index: number) =>
  line({ id: `${index}`, orderId: `${index}`, orderedQuantity: 5, deliveredQuantity: isGood ? 5 : 4, firstPromisedDay: today - age, deliveredDay: today - age });
/** A message so many days ago, answered so many hours later. */
const answered = (hours: number, age: number) => {
  const message = interaction(age, 'inbound', { needsAnswer: true });
  const at = new Date(Date.parse(message.at) + hours * 3_600_000).toISOString();
  return [message, interaction(age, 'outbound', { id: `answer ${age}`, at, answersId: message.id })];
};
const warrantyReturn = (settledAgo: number, decision: 'accepted' | 'declined', isRepeat: boolean) =>
  ({ id: `${settledAgo}`, openedOn: daysAgo(settledAgo + 9), settledOn: daysAgo(settledAgo), decision, isRepeat });
const feedback = (age: number, steps: 0 | 1 | 2 | 3) => ({
  id: `${age}`, givenOn: daysAgo(age), isComplaint: false, acknowledgedOn: steps > 0 ? daysAgo(age) : null, resolvedOn: steps > 1 ? daysAgo(0) : null,
  reportedBackOn: steps > 2 ? daysAgo(0) : null,
});
const kept = (age: number) => ({ id: `${age}`, dueOn: daysAgo(age), keptOn: daysAgo(age), renegotiatedOn: null });

/** The rows of indicators.md as records, so that the rules themselves are held to them and not only the formula. */
const golden: readonly (readonly [IndicatorId, ClientRecords, number])[] = [
  ['timely-delivery', client({ lines: [[0, true], [30, true], [90, false], [180, true], [360, false], [720, true]].map(([age, isGood], index) => delivered(Number(age), isGood === true, index)) }), 79.7027],
  ['return-guarantee', clientWith({ warrantyReturn: [warrantyReturn(20, 'accepted', false), warrantyReturn(60, 'declined', true), warrantyReturn(200, 'accepted', true)] }), 78.8508],
  ['calibration-certificate', clientWith({}, { instrumentDeliveries: [
    { id: 'a', deliveredDay: today, certifiedDay: today }, { id: 'b', deliveredDay: today, certifiedDay: today - 3 }, { id: 'c', deliveredDay: today - 8, certifiedDay: today },
    { id: 'd', deliveredDay: today - 100, certifiedDay: today - 100 }, { id: 'e', deliveredDay: today - 100, certifiedDay: null },
  ] }), 83.6645],
  ['calibration-service', clientWith({}, { recalibrations: [
    { id: 'a', dueDay: today - 5, extendedToDay: null, doneDay: today - 10 }, { id: 'b', dueDay: today - 40, extendedToDay: today - 20, doneDay: today - 25 },
    { id: 'c', dueDay: today - 70, extendedToDay: null, doneDay: null }, { id: 'd', dueDay: today - 400, extendedToDay: null, doneDay: today - 400 },
  ] }), 65.5944],
  ['online-responsiveness', client({ interactions: [...answered(2, 1), ...answered(8, 5), ...answered(16, 10), ...answered(40, 30)] }), 71.674],
  ['satisfaction', clientWith({ satisfaction: [[5, 0], [4, 90], [2, 365]].map(([rating, age]) => ({ id: `${age}`, ratedOn: daysAgo(age ?? 0), rating: rating ?? 0, contactId: null })) }), 72.1925],
  ['customer-club', clientWith({
    clubActivity: [179, 119, 31].map((age) => ({ id: `${age}`, happenedOn: daysAgo(age), activity: 'meeting' as const })),
    benefit: [{ id: 'b', grantedOn: daysAgo(0), throughClub: true, usedOn: null }],
  }), 58.2432],
  ['perceived-usefulness', clientWith({}, { usefulnessAnswers: [[6, 0], [5, 0], [7, 365]].map(([answer, age]) => ({ id: `${answer}`, day: today - (age ?? 0), answer: answer ?? 0 })) }), 67.6923],
  ['interaction-feedback', clientWith({ feedback: [feedback(5, 3), feedback(15, 1), feedback(45, 2), feedback(20, 0)] }), 55.2906],
  ['commitment', clientWith({ commitment: [
    kept(2), kept(10), { id: 'moved', dueOn: daysAgo(18), keptOn: null, renegotiatedOn: daysAgo(20) }, { id: 'broken', dueOn: daysAgo(35), keptOn: null, renegotiatedOn: null }, kept(200),
  ] }, { followUps: [{ id: 'task', dueDay: today - 85, doneDay: today - 90 }] }), 76.7781],
];

const scoreOf = (id: IndicatorId, records: ClientRecords, given: Partial<ScoringContext> = {}) =>
  scoreClient(records, context(given)).indicators.find(({ indicatorId }) => indicatorId === id)?.value;

describe('golden rows of indicators.md, through the rules', () => {
  it.each(golden)('%s', (id, records, score) => {
    expect(scoreOf(id, records)?.score).toBeCloseTo(score, 4);
  });

  it('timely delivery has the band 61.2433–94.6620', () => {
    const records = golden[0]?.[1] ?? client();
    expect(scoreOf('timely-delivery', records)?.lower).toBeCloseTo(61.2433, 4);
    expect(scoreOf('timely-delivery', records)?.upper).toBeCloseTo(94.662, 4);
  });
});
