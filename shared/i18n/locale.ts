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

/** Dates day first and no doubt about it: British for English. */
const REGION: Readonly<Record<Language, string>> = { en: 'en-GB', fa: 'fa-IR' };

/** BCP 47 tag with the calendar and digits as Unicode extensions, such as `fa-IR-u-ca-persian-nu-arabext`. */
export const localeTag = ({ language, calendar, digits }: LocaleChoice): string => `${REGION[language]}-u-ca-${calendar}-nu-${digits}`;

export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'fa' ? 'rtl' : 'ltr');
