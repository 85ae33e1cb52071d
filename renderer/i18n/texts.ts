import { createInstance } from 'i18next';
import type { i18n, Resource, ResourceLanguage } from 'i18next';
import ICU from 'i18next-icu';
import { documentLanguages } from '#shared/i18n/locale.ts';
import type { DocumentLanguage, DocumentLocale } from '#shared/i18n/locale.ts';

const catalogues = import.meta.glob<ResourceLanguage>('../../shared/i18n/locales/*/*.json', { eager: true, import: 'default' });

function resources(): Resource {
  const all: Record<string, Record<string, ResourceLanguage>> = Object.fromEntries(documentLanguages.map((language) => [language, {}]));
  for (const [path, texts] of Object.entries(catalogues)) {
    const match = /\/([a-z]+)\/([A-Za-z]+)\.json$/u.exec(path);
    const language = all[match?.[1] ?? ''];
    if (language && match?.[2]) language[match[2]] = texts;
  }
  return all;
}

const made = new Map<string, i18n>();

/**
 * All texts in one language, with the numbers inside them in the given digits. Not the global i18next: a report can be in another
 * language than the window around it. A text that is missing or broken is thrown, not shown as its key.
 */
export function textsIn(language: DocumentLanguage, digits: DocumentLocale['digits']): i18n {
  const key = `${language}-${digits}`;
  const existing = made.get(key);
  if (existing) return existing;
  const texts = createInstance();
  texts.use(
    new ICU({
      parseLngForICU: (tag) => `${tag}-u-nu-${digits}`,
      parseErrorHandler: (error, name) => {
        throw new Error(`The text "${name}" cannot be put together: ${error.message}`, { cause: error });
      },
    }),
  );
  void texts.init({
    lng: language,
    fallbackLng: false,
    supportedLngs: documentLanguages,
    ns: Object.keys(resources()[language] ?? {}),
    defaultNS: 'common',
    resources: resources(),
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  made.set(key, texts);
  return texts;
}
