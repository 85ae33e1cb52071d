import { surveyQuestions } from '#shared/domain/survey/index.ts';
import type { SurveyDraft } from '#shared/contract/surveys.ts';

/** Indicator to point of the scale; what was left out is not in it. */
export type Answers = Readonly<Record<string, number>>;

/** @returns the answers with one more, or one less. */
export function withAnswer(answers: Answers, indicatorId: string, answer: number | null): Answers {
  const { [indicatorId]: _before, ...others } = answers;
  return answer === null ? others : { ...others, [indicatorId]: answer };
}

export const answersOf = (draft: SurveyDraft): Answers => Object.fromEntries(draft.answers.map(({ indicatorId, answer }) => [indicatorId, answer]));

export const asDraftAnswers = (answers: Answers): SurveyDraft['answers'] => Object.entries(answers).map(([indicatorId, answer]) => ({ indicatorId, answer }));

/** Every question in its order; null where it was left out. */
export const asSubmission = (answers: Answers) => surveyQuestions.map(({ indicatorId }) => ({ indicatorId, answer: answers[indicatorId] ?? null }));
