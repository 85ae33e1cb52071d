export const languages = ['en', 'fa'] as const;
export type Language = (typeof languages)[number];
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

/** Languages that what is made for a client comes in: those of the window, and those that only clients read. */
export const documentLanguages = ['en', 'fa', 'ar', 'ru'] as const;
export type DocumentLanguage = (typeof documentLanguages)[number];

/** How a document is written; whatever the window is written in can be one. */
export interface DocumentLocale {
  readonly language: DocumentLanguage;
  readonly calendar: Calendar;
  readonly digits: Digits | 'arab';
}

/** What readers of a language expect. */
const USUAL: Readonly<Record<DocumentLanguage, DocumentLocale>> = {
  en: { language: 'en', calendar: 'gregory', digits: 'latn' },
  fa: { language: 'fa', calendar: 'persian', digits: 'arabext' },
  ar: { language: 'ar', calendar: 'gregory', digits: 'arab' },
  ru: { language: 'ru', calendar: 'gregory', digits: 'latn' },
};
export const usualDocumentLocale = (language: DocumentLanguage): DocumentLocale => USUAL[language];

/** The language of a BCP 47 tag where documents come in it, else English. */
export const documentLanguageOf = (tag: string | null): DocumentLanguage =>
  documentLanguages.find((language) => tag?.toLowerCase().split('-')[0] === language) ?? 'en';

/** The one of the window's languages that stands in for it where there are no texts in the language itself. */
export const windowLanguageOf = (language: DocumentLanguage): Language => languages.find((known) => known === language) ?? 'en';

/** Dates day first and no doubt about it: British for English. */
const REGION: Readonly<Record<DocumentLanguage, string>> = { en: 'en-GB', fa: 'fa-IR', ar: 'ar', ru: 'ru' };

/** BCP 47 tag with the calendar and digits as Unicode extensions, such as `fa-IR-u-ca-persian-nu-arabext`. */
export const localeTag = ({ language, calendar, digits }: DocumentLocale): string => `${REGION[language]}-u-ca-${calendar}-nu-${digits}`;

export const directionOf = (language: DocumentLanguage): 'ltr' | 'rtl' => (language === 'fa' || language === 'ar' ? 'rtl' : 'ltr');
