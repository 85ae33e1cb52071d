/** The client survey: what a client is asked, in which languages, and what its answers say of the indicators. */
export { surveyFindings, surveyOutcome, surveyProblems } from './answers.ts';
export type { SurveyAnswer, SurveyFinding, SurveyProblem } from './answers.ts';
export { surveyConsentParts, surveyConsentVersion, surveyQuestions, surveyScales, surveyVersion } from './questionnaire.ts';
