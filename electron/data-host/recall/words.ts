import { IntlMessageFormat } from 'intl-messageformat';
import english from '#shared/i18n/locales/en/recallNotes.json' with { type: 'json' };
import persian from '#shared/i18n/locales/fa/recallNotes.json' with { type: 'json' };

const texts: Readonly<Record<'en' | 'fa', typeof english>> = { en: english, fa: persian };

/** Words that outlive the window: they stand in records and in calendar files, in the language of who made them. */
export function noteIn(language: 'en' | 'fa', key: keyof typeof english, values: Readonly<Record<string, string | number>> = {}): string {
  const text = new IntlMessageFormat(texts[language][key], language).format(values);
  return typeof text === 'string' ? text : String(text);
}
