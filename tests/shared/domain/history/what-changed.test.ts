import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dimensions, indicators, modelVersion, themes } from '#shared/domain/model/index.ts';
import { groupChanges, whatChanged } from '#shared/domain/history/index.ts';
import type { ChangeGroup, ChangePart, ScoreChange } from '#shared/domain/history/index.ts';
import { equalWeights, scoreClient } from '#shared/domain/scoring/index.ts';
import type { ClientRecords, ExplainedScore, IndicatorPrior, Priors, Weights } from '#shared/domain/scoring/index.ts';
import { line } from '../delivery/lines.ts';
import { anyClient, anyCompany } from '../scoring/portfolio.ts';
import { assessment, client, context, interaction, today } from '../scoring/records.ts';

const sumOf = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const total = (parts: readonly ChangePart[]): number => sumOf(parts.map(({ overallPoints }) => overallPoints));
const by = (parts: readonly ChangePart[], cause: ChangePart['cause']): number => total(parts.filter((part) => part.cause === cause));
const scored = (records: ClientRecords, given: Parameters<typeof context>[0] = {}): ExplainedScore => scoreClient(records, context(given));

const share = fc.double({ min: 0.01, max: 9, noNaN: true });
const someWeights = <Id extends string>(ids: readonly Id[]): fc.Arbitrary<Partial<Record<Id, number>>> =>
  fc.array(fc.tuple(fc.constantFrom(...ids), fc.oneof(share, fc.constant(0))), { maxLength: 5 }).map((pairs) => {
    const level: Partial<Record<Id, number>> = {};
    for (const [id, weight] of pairs) level[id] = weight;
    return level;
  });
const anyWeights: fc.Arbitrary<Weights> = fc.record({
  id: fc.constant('w'), dimensions: someWeights(dimensions.map(({ id }) => id)), themes: someWeights(themes.map(({ id }) => id)), indicators: someWeights(indicators.map(({ id }) => id)),
});
const anyPrior: fc.Arbitrary<IndicatorPrior> = fc.record({
  priorWeight: fc.double({ min: 2, max: 20, noNaN: true }), priorMean: fc.double({ min: 0.001, max: 0.999, noNaN: true }), from: fc.constant('portfolio'),
  clients: fc.constant(9), events: fc.constant(90), rho: fc.constant(0.1),
});
const anyPriors: fc.Arbitrary<Priors> = fc.array(fc.tuple(fc.constantFrom(...indicators.map(({ id }) => id)), anyPrior), { maxLength: 12 })
  .map((pairs) => ({ id: 'p', modelVersion, asOfDay: today, indicators: Object.fromEntries(pairs) }));

/** Two states of one client: some records are shared, some only there on one side. */
const anyTwo: fc.Arbitrary<readonly [ClientRecords, ClientRecords]> = fc.tuple(anyClient, anyClient, fc.boolean()).map(([one, other, isSame]) => [
  one,
  isSame ? one : {
    ...other, clientId: one.clientId, lines: [...one.lines.slice(0, 5), ...other.lines.slice(5)], interactions: [...one.interactions, ...other.interactions.slice(0, 4)],
    assessments: [...one.assessments.slice(3), ...other.assessments.slice(0, 6)],
  },
]);

const expectToAddUp = ({ overall, dimensions: changes, parts }: ScoreChange): void => {
  expect(Math.abs(total(parts) - (overall.difference ?? 0))).toBeLessThan(1e-9);
  for (const { id } of dimensions) {
    const points = sumOf(parts.filter(({ dimensionId }) => dimensionId === id).map(({ dimensionPoints }) => dimensionPoints));
    expect(Math.abs(points - (changes[id].difference ?? 0))).toBeLessThan(1e-9);
  }
  expect(Math.abs(sumOf(groupChanges(parts).map(({ overallPoints }) => overallPoints)) - total(parts))).toBeLessThan(1e-9);
};

const late = (id: string, ageDays: number) => line({ id, orderId: id, orderedQuantity: 5, deliveredQuantity: 5, firstPromisedDay: today - ageDays - 6, deliveredDay: today - ageDays });
const fine = (id: string, ageDays: number) => ({ ...late(id, ageDays), firstPromisedDay: today - ageDays });
const told = ({ cause, indicatorId, change, count, reason }: ChangeGroup): string => [count, cause, indicatorId, change, reason?.code].filter((each) => each !== null && each !== undefined).join(' ');

describe('what changed', () => {
  it('adds up to the difference of the overall score and of each dimension, whatever happened', () => {
    fc.assert(fc.property(
      anyTwo, anyCompany, anyCompany, anyPriors, anyPriors, anyWeights, anyWeights, fc.integer({ min: 0, max: 900 }), fc.boolean(),
      ([one, other], companyBefore, companyAfter, priorsBefore, priorsAfter, weightsBefore, weightsAfter, days, isReweighted) => {
        const before = scored(one, { asOfDay: today - days, company: companyBefore, priors: priorsBefore, weights: weightsBefore });
        const after = scored(other, { company: companyAfter, priors: priorsAfter, weights: isReweighted ? weightsAfter : weightsBefore });
        const change = whatChanged(before, after);
        expect(change.overall.after).toBe(after.overall.value?.score ?? null);
        expectToAddUp(change);
      },
    ), { numRuns: 300 });
  });

  it('is the same backwards with the sign turned', () => {
    fc.assert(fc.property(anyTwo, fc.integer({ min: 0, max: 400 }), ([one, other], days) => {
      const before = scored(one, { asOfDay: today - days });
      const after = scored(other);
      for (const cause of ['record', 'rating', 'fading', 'priors', 'weights'] as const) {
        expect(by(whatChanged(after, before).parts, cause)).toBeCloseTo(-by(whatChanged(before, after).parts, cause), 8);
      }
    }), { numRuns: 60 });
  });

  it('says nothing where nothing changed, and refuses two clients', () => {
    const score = scored(client({ lines: [late('a', 3), fine('b', 9)] }));
    expect(whatChanged(score, score).parts).toEqual([]);
    expect(whatChanged(score, score)).toMatchObject({ overall: { difference: 0 }, isModelChanged: false });
    expect(() => whatChanged(score, scored(client({ clientId: 'other' })))).toThrow(RangeError);
  });

  it('two late lines and one unanswered message cost points, each by its own record', () => {
    const lines = Array.from({ length: 8 }, (_, index) => fine(`f${index}`, 20 + index));
    const answered = [3, 4].flatMap((age) => {
      const message = interaction(age, 'inbound', { needsAnswer: true });
      return [message, interaction(age, 'outbound', { answersId: message.id })];
    });
    const before = client({ lines, interactions: answered });
    const after = client({ lines: [...lines, late('x', 2), late('y', 1)], interactions: [...before.interactions, interaction(6, 'inbound', { needsAnswer: true })] });
    const change = whatChanged(scored(before), scored(after));
    expectToAddUp(change);
    const groups = groupChanges(change.parts);
    expect(groups.map(told)).toContain('2 record timely-delivery added timely-delivery.late');
    expect(groups.map(told)).toContain('1 record online-responsiveness added online-responsiveness.waiting');
    expect(groups.find((group) => told(group).startsWith('2 record timely-delivery'))?.sources.map(({ id }) => id).toSorted()).toEqual(['x', 'y']);
    for (const part of change.parts.filter(({ indicatorId }) => indicatorId === 'timely-delivery')) expect(part.overallPoints).toBeLessThan(0);
    expect(change.parts.some(({ cause }) => cause === 'fading' || cause === 'priors' || cause === 'weights')).toBe(false);
  });

  it('time alone is fading, and a new rating is a rating', () => {
    const records = client({ lines: [late('a', 40), fine('b', 90), fine('c', 60)], assessments: [assessment('brand-trust', 4, 60)] });
    const aged = whatChanged(scored(records, { asOfDay: today - 30 }), scored(records));
    expectToAddUp(aged);
    expect(new Set(aged.parts.map(({ cause }) => cause))).toEqual(new Set(['fading']));
    const rated = whatChanged(scored(records), scored({ ...records, assessments: [...records.assessments, assessment('brand-trust', 1, 0)] }));
    expectToAddUp(rated);
    expect(rated.parts.map(({ cause, change }) => `${cause} ${change}`).toSorted()).toEqual(['rating added', 'rating removed']);
    expect(rated.overall.difference).toBeLessThan(0);
  });

  it('what became known and what fell silent have their points', () => {
    const nothing = client({ assessments: [assessment('brand-trust', 4, 0)] });
    const first = { ...nothing, lines: [late('a', 0)] };
    const change = whatChanged(scored(nothing), scored(first));
    expectToAddUp(change);
    expect(change.dimensions.attraction).toMatchObject({ before: null, difference: null });
    expect(change.parts.every(({ cause, change: kind }) => cause === 'record' && kind === 'added')).toBe(true);
    const silent = whatChanged(scored(first), scored(first, { asOfDay: today + 5 }));
    expectToAddUp(silent);
    expect(silent.dimensions.attraction.after).toBeNull();
    expect(new Set(silent.parts.map(({ cause }) => cause))).toEqual(new Set(['fading']));
  });

  it('explains the dimensions where there is no overall score on one side', () => {
    const change = whatChanged(scored(client()), scored(client({ assessments: [assessment('customer-360', 5, 0)] })));
    expect(change.overall.difference).toBeNull();
    expect(change.dimensions.quality.difference).toBeGreaterThan(0);
    expectToAddUp(change);
    expect(change.parts.map(({ cause, dimensionId }) => `${cause} ${dimensionId}`)).toEqual(['rating quality']);
  });

  it('tells priors and weights apart from records', () => {
    const records = client({ lines: [late('a', 4), fine('b', 9), fine('c', 6)], assessments: [assessment('brand-trust', 5, 0)] });
    const priors: Priors = { id: 'p', modelVersion, asOfDay: today, indicators: { 'timely-delivery': { priorWeight: 9, priorMean: 0.4, from: 'portfolio', clients: 9, events: 90, rho: 0.1 } } };
    expect(whatChanged(scored(records), scored(records, { priors })).parts.map(({ cause, indicatorId }) => `${cause} ${indicatorId}`)).toEqual(['priors timely-delivery']);
    const weights: Weights = { ...equalWeights, id: 'w', dimensions: { brand: 3 } };
    const reweighted = whatChanged(scored(records), scored(records, { weights }));
    expectToAddUp(reweighted);
    expect(new Set(reweighted.parts.map(({ cause }) => cause))).toEqual(new Set(['weights']));
  });
});
