import { describe, expect, it, test } from 'vitest';
import { indicators } from '#shared/domain/model/index.ts';
import { catalogueOf } from './catalogues.ts';
import { persianOffences } from './persian-writing.ts';

const languages = ['en', 'fa'] as const;
type Language = (typeof languages)[number];
const textsOf = (language: Language): ReadonlyMap<string, string> =>
  new Map([...catalogueOf(language)].filter(([key]) => key.startsWith('assessment:')).map(([key, text]) => [key.slice('assessment:'.length), text]));
const texts = { en: textsOf('en'), fa: textsOf('fa') };
const anchorKeys = ['anchor1', 'anchor2', 'anchor3', 'anchor4', 'anchor5'] as const;

const textOf = (language: Language, key: string): string => {
  const text = texts[language].get(key);
  if (text === undefined) throw new RangeError(`${language} has no ${key}`);
  return text;
};
const anchorsOf = (language: Language, id: string): readonly string[] => anchorKeys.map((key) => textOf(language, `${id}.${key}`));
const questionOf = (language: Language, id: string): string => textOf(language, `${id}.question`);
const allOf = (language: Language, id: string): readonly string[] => [questionOf(language, id)].concat(anchorsOf(language, id));
const wordsOf = (text: string): readonly string[] => text.toLowerCase().split(/[\s.,;:،؛()]+/u).filter((word) => word !== '');

test.each(languages)('%s: every indicator has one question and five anchors, and nothing else is there', (language) => {
  const needed = indicators.flatMap(({ id }) => ['question', ...anchorKeys].map((key) => `${id}.${key}`));
  expect(needed).toHaveLength(57 * 6);
  expect([...texts[language].keys()].toSorted()).toEqual(needed.toSorted());
});

describe.each(languages)('questions and anchors in %s', (language) => {
  it('differ: no anchor comes twice in one indicator, no question twice in all', () => {
    for (const { id } of indicators) {
      // The same words in another order are the same anchor to a reader in a hurry.
      const distinct = new Set(anchorsOf(language, id).map((text) => wordsOf(text).toSorted().join(' ')));
      expect([id, distinct.size]).toEqual([id, 5]);
    }
    expect(new Set(indicators.map(({ id }) => questionOf(language, id))).size).toBe(57);
  });

  it('are short enough to be read while talking: 15 words an anchor, 20 a question', () => {
    const longAnchors = indicators.flatMap(({ id }) => anchorsOf(language, id).filter((text) => wordsOf(text).length > 15 || text.length > 80));
    expect(longAnchors).toEqual([]);
    expect(indicators.map(({ id }) => questionOf(language, id)).filter((text) => wordsOf(text).length > 20 || text.length > 120)).toEqual([]);
  });

  it('have the form of a question, and of a line to choose', () => {
    const mark = language === 'fa' ? '؟' : '?';
    expect(indicators.map(({ id }) => questionOf(language, id)).filter((text) => !text.endsWith(mark) || text.indexOf(mark) !== text.length - 1)).toEqual([]);
    // A list of choices carries no full stop, and nothing in it is filled in.
    expect([...texts[language]].filter(([key, text]) => !key.endsWith('.question') && /[.!?؟{}]/u.test(text))).toEqual([]);
    expect([...texts[language].values()].filter((text) => /[{}<>']| {2}/u.test(text))).toEqual([]);
  });

  it('describe what is seen instead of grading it', () => {
    const grades = language === 'fa' ? /(?:^|\s)(?:ضعیف|متوسط|عالی|خیلی خوب|خیلی بد)(?:\s|$)/u : /\b(?:poor|weak|fair|average|excellent|very (?:good|bad))\b/iu;
    expect(indicators.flatMap(({ id }) => anchorsOf(language, id)).filter((text) => grades.test(text))).toEqual([]);
  });
});

describe('anchors are told apart by who is rated', () => {
  it('a question about the exporter itself never speaks of "this client"', () => {
    const company = indicators.filter(({ subject }) => subject === 'company').map(({ id }) => id);
    expect(company.flatMap((id) => allOf('en', id)).filter((text) => /\bthis client\b/iu.test(text))).toEqual([]);
    expect(company.flatMap((id) => allOf('fa', id)).filter((text) => text.includes('این مشتری'))).toEqual([]);
  });

  it('a question about a client names it', () => {
    const client = indicators.filter(({ subject }) => subject === 'client').map(({ id }) => id);
    expect(client.filter((id) => !/client|people there/iu.test(questionOf('en', id)))).toEqual([]);
    expect(client.filter((id) => !questionOf('fa', id).includes('مشتری'))).toEqual([]);
  });
});

describe('Persian is written as a Persian writes', () => {
  it.each(persianOffences)('without $offence', ({ pattern, example }) => {
    expect(example).toMatch(pattern);
    expect([...texts.fa].filter(([, text]) => pattern.test(text))).toEqual([]);
  });

  it('without Latin letters or digits, but for the one name that is Latin everywhere', () => {
    expect([...texts.fa.values()].filter((text) => /[A-Za-z0-9]/u.test(text.replace('ISO/IEC 17025', '')))).toEqual([]);
  });
});
