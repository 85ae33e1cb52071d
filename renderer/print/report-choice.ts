import { calendars, digitScripts, documentLanguageOf, languages, usualDocumentLocale, windowLanguageOf } from '#shared/i18n/locale.ts';
import type { Language, LocaleChoice } from '#shared/i18n/locale.ts';
import { among, papers } from './paper.ts';
import type { Paper } from './paper.ts';

/** How one report is written; independent of the window around it. */
export interface ReportChoice extends LocaleChoice {
  readonly paper: Paper;
}

/** The client's own language where reports can be written in it, else English. */
export const languageOfClient = (tag: string | null): Language => windowLanguageOf(documentLanguageOf(tag));

export function readReportChoice(query: URLSearchParams): ReportChoice {
  const usual = usualDocumentLocale(among(languages, query.get('language')) ?? 'en');
  return {
    language: usual.language,
    calendar: among(calendars, query.get('calendar')) ?? usual.calendar,
    digits: among(digitScripts, query.get('digits')) ?? usual.digits,
    paper: among(papers, query.get('paper')) ?? 'A4',
  };
}

/** The route that shows nothing but the report, ready for paper. `printRoute` of the desktop contract holds it. */
export const reportRoute = (clientId: string, { language, calendar, digits, paper }: ReportChoice): string =>
  `/print/client-report/${clientId}?language=${language}&paper=${paper}&calendar=${calendar}&digits=${digits}`;
