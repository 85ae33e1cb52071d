import { documentLanguageOf } from '#shared/i18n/locale.ts';
import type { DocumentLanguage } from '#shared/i18n/locale.ts';
import type { Paper } from './paper.ts';

interface SurveySheetChoice {
  readonly clientId: string;
  /** Who is to answer; null: whoever takes the sheet. */
  readonly contactId: string | null;
  readonly language: DocumentLanguage;
  readonly paper: Paper;
}

/** The route that shows nothing but the sheet, ready for paper. */
export const surveyRoute = ({ clientId, contactId, language, paper }: SurveySheetChoice): string =>
  `/print/survey/${clientId}?language=${language}&paper=${paper}${contactId === null ? '' : `&contact=${contactId}`}`;

export function readSurveyChoice(clientId: string, query: URLSearchParams): SurveySheetChoice {
  return {
    clientId,
    contactId: query.get('contact'),
    language: documentLanguageOf(query.get('language')),
    paper: query.get('paper') === 'Letter' ? 'Letter' : 'A4',
  };
}
