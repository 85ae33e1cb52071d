import type { DocumentLanguage, DocumentLocale } from '#shared/i18n/locale.ts';
import { calendars, digitScripts, documentLanguages, usualDocumentLocale } from '#shared/i18n/locale.ts';
import { among, papers } from '../paper.ts';
import type { Paper } from '../paper.ts';

/** How one certificate is written; independent of the window around it. */
export interface CertificateChoice extends DocumentLocale {
  readonly paper: Paper;
}

const documentDigits = [...digitScripts, 'arab'] as const;

export function readCertificateChoice(query: URLSearchParams): CertificateChoice {
  const usual = usualDocumentLocale(among(documentLanguages, query.get('language')) ?? 'en');
  return {
    language: usual.language, calendar: among(calendars, query.get('calendar')) ?? usual.calendar, digits: among(documentDigits, query.get('digits')) ?? usual.digits,
    paper: among(papers, query.get('paper')) ?? 'A4',
  };
}

/** The route that shows nothing but the certificate. `printRoute` of the desktop contract holds it. */
export const certificateRoute = (id: string, { language, calendar, digits, paper }: CertificateChoice): string =>
  `/print/certificate/${id}?language=${language}&paper=${paper}&calendar=${calendar}&digits=${digits}`;

/** In the person's own language, their own calendar and digits; else what its readers expect. */
export const localeFor = (language: DocumentLanguage, own: DocumentLocale): DocumentLocale => (language === own.language ? own : usualDocumentLocale(language));
