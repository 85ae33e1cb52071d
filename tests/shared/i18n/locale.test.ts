import { describe, expect, it } from 'vitest';
import { documentLanguageOf, knownDocumentLanguage } from '#shared/domain/language/index.ts';
import { directionOf, documentLanguages, localeTag, usualDocumentLocale, windowLanguageOf } from '#shared/i18n/locale.ts';

describe('what is made for a client', () => {
  it('comes in four languages, each as its readers expect it', () => {
    expect(documentLanguages.map((language) => `${directionOf(language)} ${localeTag(usualDocumentLocale(language))}`)).toEqual([
      'ltr en-GB-u-ca-gregory-nu-latn', 'rtl fa-IR-u-ca-persian-nu-arabext', 'rtl ar-u-ca-gregory-nu-arab', 'ltr ru-u-ca-gregory-nu-latn',
    ]);
  });

  it.each([
    ['fa-IR', 'fa'], ['AR_EG', 'ar'], ['ru', 'ru'], ['de-CH', null], ['faroese', null], ['', null], [null, null],
  ] as const)('for %s is in %s, else in English', (tag, language) => {
    expect(knownDocumentLanguage(tag)).toBe(language);
    expect(documentLanguageOf(tag)).toBe(language ?? 'en');
  });

  it('shows names that only the window has in English beside Arabic and Russian', () => {
    expect(documentLanguages.map(windowLanguageOf)).toEqual(['en', 'fa', 'en', 'en']);
  });
});
