import { surveyQuestions, surveyScales } from './questionnaire.ts';
import type { SurveyIndicatorId, SurveyQuestion, SurveyScale } from './questionnaire.ts';

/** One line of an answered questionnaire, from the screen or typed in from paper; not checked yet. */
export interface SurveyAnswer {
  readonly indicatorId: string;
  /** Point of the question's scale, from 1; null: left out, or "cannot say". */
  readonly answer: number | null;
}

export type SurveyProblem =
  /** No question of this survey. */
  | { readonly code: 'unknown-question'; readonly indicatorId: string }
  /** Answered more than once. */
  | { readonly code: 'answered-twice'; readonly indicatorId: string }
  /** Not a whole number from 1 to `points`. */
  | { readonly code: 'off-scale'; readonly indicatorId: string; readonly answer: number; readonly points: number }
  /** Not one answer is given: there is nothing to keep. */
  | { readonly code: 'nothing-answered' };

/**
 * What an answer says of its indicator. A rating is kept and counted as a colleague's rating is (source `survey`); a
 * usefulness answer is evidence of its own. `outcome` is what it counts for, 0–1: (answer − 1)/(points − 1).
 */
export type SurveyFinding =
  | { readonly as: 'rating'; readonly indicatorId: Exclude<SurveyIndicatorId, 'perceived-usefulness'>; readonly rating: number; readonly outcome: number }
  | { readonly as: 'usefulness-answer'; readonly indicatorId: 'perceived-usefulness'; readonly answer: number; readonly outcome: number };

const questionOf: ReadonlyMap<string, SurveyQuestion> = new Map(surveyQuestions.map((question) => [question.indicatorId, question]));

const isOnScale = (answer: number, scale: SurveyScale): boolean => Number.isInteger(answer) && answer >= 1 && answer <= surveyScales[scale].points;

/** (x − 1)/4 on five points, (x − 1)/6 on seven. @throws RangeError for a point that the scale does not have. */
export const surveyOutcome = (answer: number, scale: SurveyScale): number => {
  if (!isOnScale(answer, scale)) throw new RangeError(`${answer} is no point of the scale ${scale}`);
  return (answer - 1) / (surveyScales[scale].points - 1);
};

/** All that keeps answers from being scored, in the order of the answers; empty when they can be. */
export const surveyProblems = (answers: readonly SurveyAnswer[]): readonly SurveyProblem[] => {
  const problems: SurveyProblem[] = [];
  const seen = new Set<string>();
  for (const { indicatorId, answer } of answers) {
    const question = questionOf.get(indicatorId);
    if (question === undefined) {
      problems.push({ code: 'unknown-question', indicatorId });
      continue;
    }
    if (seen.has(indicatorId)) problems.push({ code: 'answered-twice', indicatorId });
    seen.add(indicatorId);
    if (answer !== null && !isOnScale(answer, question.scale)) {
      problems.push({ code: 'off-scale', indicatorId, answer, points: surveyScales[question.scale].points });
    }
  }
  if (answers.every(({ answer }) => answer === null)) problems.push({ code: 'nothing-answered' });
  return problems;
};

const findingOf = (question: SurveyQuestion, answer: number): SurveyFinding => {
  const outcome = surveyOutcome(answer, question.scale);
  return question.scale === 'agreement7'
    ? { as: 'usefulness-answer', indicatorId: question.indicatorId, answer, outcome }
    : { as: 'rating', indicatorId: question.indicatorId, rating: answer, outcome };
};

/**
 * What answers say, in the order of the questionnaire. A question that was left out says nothing: it is not a middle
 * answer, and it lowers coverage rather than the score.
 *
 * @throws RangeError where `surveyProblems` finds one.
 */
export const surveyFindings = (answers: readonly SurveyAnswer[]): readonly SurveyFinding[] => {
  const problem = surveyProblems(answers)[0];
  if (problem !== undefined) throw new RangeError(`answers cannot be scored: ${JSON.stringify(problem)}`);
  const given = new Map<string, number | null>(answers.map(({ indicatorId, answer }) => [indicatorId, answer]));
  return surveyQuestions.flatMap((question) => {
    const answer = given.get(question.indicatorId) ?? null;
    return answer === null ? [] : [findingOf(question, answer)];
  });
};
