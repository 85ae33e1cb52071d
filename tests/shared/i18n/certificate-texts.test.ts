import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';
import { documentLanguages } from '#shared/i18n/locale.ts';
import { catalogueOf } from './catalogues.ts';

const textsOf = (language: string): ReadonlyMap<string, string> => new Map([...catalogueOf(language)].filter(([key]) => key.startsWith('certificatePrint:')));
const english = textsOf('en');
const placeholders = (text: string): readonly string[] => [...new Set([...text.matchAll(/\{(\w+)[,}]/gu)].map(([, name = '']) => name))].toSorted();

test.each(documentLanguages)('a certificate can be written in %s: every text, with the same things put in', (language) => {
  const texts = textsOf(language);
  expect([...texts.keys()].toSorted()).toEqual([...english.keys()].toSorted());
  expect(texts.size).toBeGreaterThan(80);
  for (const [key, text] of texts) {
    expect([key, text.trim()]).toEqual([key, text]);
    expect([key, ...placeholders(text)]).toEqual([key, ...placeholders(english.get(key) ?? '')]);
    expect(() => new IntlMessageFormat(text, language, undefined, { ignoreTag: true })).not.toThrow();
  }
});
