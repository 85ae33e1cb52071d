/** What the window can be written in. */
export const languages = ['en', 'fa'] as const;
export type Language = (typeof languages)[number];

/** What anything made for a client comes in: the survey, letters, certificates, reports. The last two only clients read. */
export const documentLanguages = ['en', 'fa', 'ar', 'ru'] as const;
export type DocumentLanguage = (typeof documentLanguages)[number];

/** The primary language subtag of a BCP 47 tag: `fa` of `fa-IR`. People choose a language, not a region or a script. */
export const primaryLanguage = (tag: string): string => (tag.split(/[-_]/u)[0] ?? tag).toLowerCase();

/** The language of a BCP 47 tag where documents come in it, else null. */
export const knownDocumentLanguage = (tag: string | null): DocumentLanguage | null =>
  documentLanguages.find((language) => tag !== null && language === primaryLanguage(tag)) ?? null;

/** As `knownDocumentLanguage`; English, which most readers abroad know, where there is none. */
export const documentLanguageOf = (tag: string | null): DocumentLanguage => knownDocumentLanguage(tag) ?? 'en';

/** The one of the window's languages that stands in for it where there are no texts in the language itself. */
export const windowLanguageOf = (language: DocumentLanguage): Language => languages.find((known) => known === language) ?? 'en';
