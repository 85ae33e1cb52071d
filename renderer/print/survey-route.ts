import { surveyLanguages } from '#shared/domain/survey/index.ts';
import type { SurveyLanguage } from '#shared/domain/survey/index.ts';
import type { Paper } from './paper.ts';

interface SurveySheetChoice {
  readonly clientId: string;
  /** Who is to answer; null: whoever takes the sheet. */
  readonly contactId: string | null;
  readonly language: SurveyLanguage;
  readonly paper: Paper;
}

/** The route that shows nothing but the sheet, ready for paper. */
export const surveyRoute = ({ clientId, contactId, language, paper }: SurveySheetChoice): string =>
  `/print/survey/${clientId}?language=${language}&paper=${paper}${contactId === null ? '' : `&contact=${contactId}`}`;

export function readSurveyChoice(clientId: string, query: URLSearchParams): SurveySheetChoice {
  return {
    clientId,
    contactId: query.get('contact'),
    language: surveyLanguages.find(({ id }) => id === query.get('language'))?.id ?? 'en',
    paper: query.get('paper') === 'Letter' ? 'Letter' : 'A4',
  };
}
