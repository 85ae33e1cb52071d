import type { DocumentLanguage, Language } from '../domain/language/index.ts';

export { documentLanguageOf, documentLanguages, languages, windowLanguageOf } from '../domain/language/index.ts';
export type { DocumentLanguage, Language } from '../domain/language/index.ts';

export const calendars = ['gregory', 'persian'] as const;
type Calendar = (typeof calendars)[number];
export const digitScripts = ['latn', 'arabext'] as const;
export type Digits = (typeof digitScripts)[number];

/** Language, calendar and digits are three separate choices. */
export interface LocaleChoice {
  readonly language: Language;
  readonly calendar: Calendar;
  readonly digits: Digits;
}

/** How a document is written; whatever the window is written in can be one. */
export interface DocumentLocale {
  readonly language: DocumentLanguage;
  readonly calendar: Calendar;
  readonly digits: Digits | 'arab';
}

/** What readers of a language expect. */
const USUAL = {
  en: { language: 'en', calendar: 'gregory', digits: 'latn' },
  fa: { language: 'fa', calendar: 'persian', digits: 'arabext' },
  ar: { language: 'ar', calendar: 'gregory', digits: 'arab' },
  ru: { language: 'ru', calendar: 'gregory', digits: 'latn' },
} as const satisfies { readonly [L in DocumentLanguage]: DocumentLocale & { readonly language: L } };
export const usualDocumentLocale = <L extends DocumentLanguage>(language: L): (typeof USUAL)[L] => USUAL[language];

/** Dates day first and no doubt about it: British for English. */
const REGION: Readonly<Record<DocumentLanguage, string>> = { en: 'en-GB', fa: 'fa-IR', ar: 'ar', ru: 'ru' };

/** BCP 47 tag with the calendar and digits as Unicode extensions, such as `fa-IR-u-ca-persian-nu-arabext`. */
export const localeTag = ({ language, calendar, digits }: DocumentLocale): string => `${REGION[language]}-u-ca-${calendar}-nu-${digits}`;

export const directionOf = (language: DocumentLanguage): 'ltr' | 'rtl' => (language === 'fa' || language === 'ar' ? 'rtl' : 'ltr');
