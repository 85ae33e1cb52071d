import { createHash } from 'node:crypto';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { dimensions } from '#shared/domain/model/index.ts';
import {
  surveyConsentParts, surveyConsentVersion, surveyQuestions, surveyScales, surveyVersion,
} from '#shared/domain/survey/index.ts';
import { documentLanguages } from '#shared/domain/language/index.ts';
import type { DocumentLanguage } from '#shared/domain/language/index.ts';
import { catalogueOf } from '../../i18n/catalogues.ts';
import { persianOffences } from '../../i18n/persian-writing.ts';

const textsOf = (language: DocumentLanguage): ReadonlyMap<string, string> =>
  new Map([...catalogueOf(language)].filter(([key]) => key.startsWith('survey:')).map(([key, text]) => [key.slice('survey:'.length), text]));
const texts = { en: textsOf('en'), fa: textsOf('fa'), ar: textsOf('ar'), ru: textsOf('ru') } as const satisfies Record<DocumentLanguage, ReadonlyMap<string, string>>;

const textOf = (language: DocumentLanguage, key: string): string => {
  const text = texts[language].get(key);
  if (text === undefined) throw new RangeError(`${language} has no ${key}`);
  return text;
};
const params = { company: 'ACME 21', contact: '+49 30 1234', count: 16, index: 3, total: 16, page: 1, pages: 2, points: 5, answered: 14 };
const say = (language: DocumentLanguage, key: string): string => String(new IntlMessageFormat(textOf(language, key), language, undefined, { ignoreTag: true }).format(params));
const wordsIn = (text: string): number => text.split(/\s+/u).length;
const sha256 = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);

const scaleKeys = Object.entries(surveyScales).flatMap(([scale, { points }]) => Array.from({ length: points }, (_, index) => `scale.${scale}.${index + 1}`));
const questionKeys = surveyQuestions.map(({ indicatorId }) => `question.${indicatorId}`);
const consentKeys = [...surveyConsentParts.map((part) => `consent.${part}`), 'consent.agree'];

describe.each(documentLanguages)('the survey in %s', (language) => {
  it('has the words for every question, section, point and part of the consent, and no others than English', () => {
    const needed = [...questionKeys, ...scaleKeys, ...consentKeys, ...dimensions.map(({ id }) => `section.${id}`)];
    expect(needed.filter((key) => !texts[language].has(key))).toEqual([]);
    expect([...texts[language].keys()].toSorted()).toEqual([...texts.en.keys()].toSorted());
    const known = new Set(needed);
    expect([...texts[language].keys()].filter((key) => /^(?:question|scale\.agreement\d|section)\./u.test(key) && !known.has(key))).toEqual([]);
  });

  it('can be said, with nothing left over and no blank around it', () => {
    for (const [key, text] of texts[language]) {
      const said = say(language, key);
      expect([key, said.trim()]).toEqual([key, said]);
      expect(said).not.toMatch(/[{}#]|undefined|NaN|^$/u);
      // An ASCII apostrophe quotes in ICU messages.
      expect(text).not.toContain('\'');
    }
  });

  it('keeps names of any script apart from the sentence around them', () => {
    const named = [...texts[language]].filter(([, text]) => /\{(?:company|contact)\}/u.test(text));
    expect(named.length).toBeGreaterThan(4);
    expect(named.filter(([, text]) => /\{(?:company|contact)\}/u.test(text.replaceAll(/\u2068\{\w+\}\u2069/gu, '')))).toEqual([]);
  });

  it('says who asks and whom to turn to', () => {
    expect(say(language, 'title')).toContain(params.company);
    expect(say(language, 'consent.purpose')).toContain(params.company);
    expect(say(language, 'consent.contact')).toContain(params.contact);
  });

  it('asks in short sentences, all different', () => {
    const asked = questionKeys.map((key) => textOf(language, key));
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked.filter((text) => !text.endsWith('.') || wordsIn(text) > 16 || text.length > 100)).toEqual([]);
    // To agree with a question makes no sense.
    expect(asked.filter((text) => /[?؟]/u.test(text))).toEqual([]);
  });

  it('words each scale without a repetition, with the same ends and the same middle on both', () => {
    for (const [scale, { points }] of Object.entries(surveyScales)) {
      const words = Array.from({ length: points }, (_, index) => textOf(language, `scale.${scale}.${index + 1}`));
      expect(new Set(words).size).toBe(points);
      expect(words).not.toContain(textOf(language, 'scale.cannotSay'));
      expect(words.filter((text) => text.length > 30)).toEqual([]);
    }
    for (const [five, seven] of [[1, 1], [2, 2], [3, 4], [4, 6], [5, 7]] as const) {
      expect(textOf(language, `scale.agreement7.${seven}`)).toBe(textOf(language, `scale.agreement5.${five}`));
    }
  });
});

/** Texts of a language, without their parameters, that a pattern finds. */
const offending = (language: DocumentLanguage, pattern: RegExp): readonly string[] =>
  [...texts[language]].filter(([key, text]) => key !== 'languageName' && pattern.test(text.replaceAll(/\{\w+\}|\{\w+, number\}/gu, ''))).map(([key, text]) => `${key}: ${text}`);

describe('each language is written in its own letters', () => {
  it('English in Latin ones', () => {
    expect(offending('en', /[\u0400-\u06FF]/u)).toEqual([]);
  });

  it('Persian in Persian ones', () => {
    expect(offending('fa', /^(?!.*[\u0600-\u06FF])/u)).toEqual([]);
  });

  it.each(persianOffences)('Persian without $offence', ({ pattern, example }) => {
    expect(example).toMatch(pattern);
    expect(offending('fa', pattern)).toEqual([]);
  });

  it('Arabic with ي and ك, without Persian letters, digits or half-spaces', () => {
    expect(offending('ar', /[یکگپچژۀ۰-۹\u200C]/u)).toEqual([]);
    expect(offending('ar', /[\u0600-\u06FF]\s*[,;?]/u)).toEqual([]);
    expect([...texts.ar.values()].filter((text) => /[يك]/u.test(text)).length).toBeGreaterThan(texts.ar.size / 2);
    expect(offending('ar', /^(?!.*[\u0600-\u06FF])/u)).toEqual([]);
  });

  it('Russian with no Latin letter slipped into a word', () => {
    expect(offending('ru', /[A-Za-z][\u0400-\u04FF]|[\u0400-\u04FF][A-Za-z]/u)).toEqual([]);
    expect(offending('ru', /^(?!.*[\u0400-\u04FF])/u).filter((text) => !text.startsWith('progress'))).toEqual([]);
  });

  it('and counts by its own rules', () => {
    expect(say('en', 'duration')).toBe('16 statements, about three minutes');
    expect(say('ru', 'duration')).toBe('16 утверждений, около трёх минут');
    expect(say('fa', 'progress')).toBe('۳ از ۱۶');
  });
});

describe('a version means one wording', () => {
  // When one of these fails, words that people agreed to or answered have changed: raise the version, then the mark.
  it('of the consent', () => {
    expect([surveyConsentVersion, sha256(documentLanguages.map((language) => consentKeys.map((key) => textOf(language, key))))]).toEqual(['survey-consent-1', 'f6f0eba2cc6d0bf4']);
  });

  it('of the questions', () => {
    expect([surveyVersion, sha256([surveyQuestions, surveyScales, documentLanguages.map((language) => [...questionKeys, ...scaleKeys].map((key) => textOf(language, key)))])]).toEqual(['client-survey-1', '3bf8cfd2fb9f0c06']);
  });
});
