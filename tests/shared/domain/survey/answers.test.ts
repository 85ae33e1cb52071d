import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indicatorById } from '#shared/domain/model/index.ts';
import { parametersOf, ratingToOutcome, scoreClient, scoreEvents } from '#shared/domain/scoring/index.ts';
import type { AssessmentRecord } from '#shared/domain/scoring/index.ts';
import { surveyFindings, surveyOutcome, surveyProblems, surveyQuestions, surveyScales } from '#shared/domain/survey/index.ts';
import type { SurveyAnswer, SurveyFinding, SurveyProblem } from '#shared/domain/survey/index.ts';
import { assessment, client, context } from '../scoring/records.ts';

const allAnswered = (answer: number): readonly SurveyAnswer[] => surveyQuestions.map(({ indicatorId }) => ({ indicatorId, answer }));

/** Every question answered within its scale or left out, at least one answered, in any order. */
const anyAnswers = fc
  .tuple(...surveyQuestions.map(({ indicatorId, scale }) => fc.option(fc.integer({ min: 1, max: surveyScales[scale].points })).map((answer): SurveyAnswer => ({ indicatorId, answer }))))
  .filter((answers) => answers.some(({ answer }) => answer !== null))
  .chain((answers) => fc.shuffledSubarray(answers, { minLength: answers.length }));

/** What the data host makes of findings, a month ago. */
const ratingsOf = (findings: readonly SurveyFinding[], raterId: string): readonly AssessmentRecord[] =>
  findings.flatMap((finding) =>
    finding.as === 'rating' ? [assessment(finding.indicatorId, finding.rating, 30, { id: `${raterId} ${finding.indicatorId}`, raterId, source: 'survey' })] : [],
  );
/** Two people of the client gave the same answer to everything, and nothing else is known. */
const scoreOf = (answer: number) =>
  scoreClient(client({ assessments: ['first', 'second'].flatMap((raterId) => ratingsOf(surveyFindings(allAnswered(answer)), raterId)) }), context());

describe('answers', () => {
  it('on five points are ratings, counted as a colleague’s are', () => {
    expect(surveyFindings([{ indicatorId: 'brand-trust', answer: 4 }])).toEqual([{ as: 'rating', indicatorId: 'brand-trust', rating: 4, outcome: 0.75 }]);
    for (const rating of [1, 2, 3, 4, 5]) expect(surveyOutcome(rating, 'agreement5')).toBe(ratingToOutcome(rating));
  });

  it('on usefulness are evidence, (x − 1)/6, and give the golden score', () => {
    expect([1, 4, 7].map((answer) => surveyOutcome(answer, 'agreement7'))).toEqual([0, 0.5, 1]);
    const events = [[6, 0], [5, 0], [7, 365]] as const;
    const aged = events.flatMap(([answer, ageDays]) => surveyFindings([{ indicatorId: 'perceived-usefulness', answer }]).map(({ outcome }) => ({ outcome, ageDays })));
    expect(scoreEvents(aged, parametersOf('perceived-usefulness')).value?.score).toBeCloseTo(67.6923, 4);
  });

  it('that were left out say nothing', () => {
    const findings = surveyFindings([{ indicatorId: 'perceived-usefulness', answer: null }, { indicatorId: 'satisfaction', answer: 5 }]);
    expect(findings).toEqual([{ as: 'rating', indicatorId: 'satisfaction', rating: 5, outcome: 1 }]);
  });

  it('of any form give one finding each, in the order of the questionnaire, whatever the order they came in', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        expect(surveyProblems(answers)).toEqual([]);
        const given = new Map(answers.map(({ indicatorId, answer }) => [indicatorId, answer]));
        const findings = surveyFindings(answers);
        expect(findings.map(({ indicatorId }) => indicatorId)).toEqual(surveyQuestions.map(({ indicatorId }) => indicatorId).filter((id) => given.get(id) !== null));
        for (const finding of findings) {
          expect(finding.as === 'rating' ? finding.rating : finding.answer).toBe(given.get(finding.indicatorId));
          expect(finding.outcome).toBeGreaterThanOrEqual(0);
          expect(finding.outcome).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('that cannot be scored are named, each with its reason, and refused', () => {
    const bad: readonly SurveyAnswer[] = [
      { indicatorId: 'brand-trust', answer: 6 }, { indicatorId: 'perceived-usefulness', answer: 7 }, { indicatorId: 'satisfaction', answer: 2.5 },
      { indicatorId: 'website', answer: 3 }, { indicatorId: 'perceived-usefulness', answer: 1 }, { indicatorId: 'transparency', answer: 0 },
    ];
    expect(surveyProblems(bad)).toEqual([
      { code: 'off-scale', indicatorId: 'brand-trust', answer: 6, points: 5 },
      { code: 'off-scale', indicatorId: 'satisfaction', answer: 2.5, points: 5 },
      { code: 'unknown-question', indicatorId: 'website' },
      { code: 'answered-twice', indicatorId: 'perceived-usefulness' },
      { code: 'off-scale', indicatorId: 'transparency', answer: 0, points: 5 },
    ] satisfies readonly SurveyProblem[]);
    expect(() => surveyFindings(bad)).toThrow(RangeError);
    expect(() => surveyOutcome(Number.NaN, 'agreement7')).toThrow(RangeError);
  });

  it('of an empty form are no answers', () => {
    const empty = surveyQuestions.map(({ indicatorId }) => ({ indicatorId, answer: null }));
    for (const answers of [[], empty]) {
      expect(surveyProblems(answers)).toEqual([{ code: 'nothing-answered' }]);
      expect(() => surveyFindings(answers)).toThrow(RangeError);
    }
  });
});

describe('a survey in the score', () => {
  it('gives every dimension a number without any record of deliveries or talks', () => {
    const score = scoreOf(4);
    expect(score.dimensions.map(({ value }) => value === null)).toEqual([false, false, false, false, false]);
    const rated = new Set(surveyQuestions.filter(({ scale }) => scale === 'agreement5').map(({ indicatorId }) => indicatorById(indicatorId).theme));
    expect(score.themes.filter(({ themeId, value }) => rated.has(themeId) && value === null)).toEqual([]);
    expect(score.overall.coverage).toBeGreaterThan(0);
    expect(score.overall.coverage).toBeLessThan(1);
  });

  it('rises with every step of agreement', () => {
    const scores = [1, 2, 3, 4, 5].map((answer) => scoreOf(answer).overall.value?.score ?? Number.NaN);
    expect(scores).toEqual(scores.toSorted((left, right) => left - right));
    expect(new Set(scores).size).toBe(5);
  });
});
