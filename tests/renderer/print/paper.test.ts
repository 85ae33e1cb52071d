import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cssString, pageRule } from '#renderer/print/paper.ts';
import type { RunningWords } from '#renderer/print/paper.ts';

/** What a CSS string token means (CSS Syntax 3, §4.3.7), for strings as `cssString` writes them. */
const meaning = (token: string): string =>
  token.slice(1, -1).replaceAll(/\\([0-9a-f]{1,6}) /gu, (_whole, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));

describe('a text inside a style rule', () => {
  test.each([
    ['plain', '"plain"'],
    ['a "quoted" one', String.raw`"a \22 quoted\22  one"`],
    [String.raw`back\slash`, String.raw`"back\5c slash"`],
    ['two\nlines', String.raw`"two\a lines"`],
    ['شرکت پویا', '"شرکت پویا"'],
  ])('%j', (text, token) => {
    expect(cssString(text)).toBe(token);
  });

  test('ends where it should whatever it holds, and means what it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const token = cssString(text);
        expect(token).toMatch(/^"(?:[^"\\\n\r\f\0]|\\[0-9a-f]{1,6} )*"$/u);
        expect(meaning(token)).toBe(text);
      }),
    );
  });
});

const words: RunningWords = { headerStart: 'Acme "GmbH" } @page { size: A3', headerEnd: 'Client report', footerStart: 'Dena', pageOf: ['Page ', ' of ', ''] };

describe('the page of a report', () => {
  test('counts in Latin digits from the left in English', () => {
    const rule = pageRule({ paper: 'A4', direction: 'ltr', digits: 'latn' }, words);
    expect(rule).toContain('size: A4;');
    expect(rule).toContain('@bottom-right { content: "Page " counter(page) " of " counter(pages) "";');
    expect(rule).toMatch(/@top-left \{ content: "Acme /u);
    expect(rule).toMatch(/@bottom-left \{ content: "Dena"/u);
  });

  test('is mirrored and counts in Persian digits in Persian', () => {
    const rule = pageRule({ paper: 'Letter', direction: 'rtl', digits: 'arabext' }, { ...words, pageOf: ['صفحهٔ ', ' از ', ''] });
    expect(rule).toContain('size: Letter;');
    expect(rule).toContain('@bottom-left { content: "صفحهٔ " counter(page, persian) " از " counter(pages, persian) ""; direction: rtl;');
    expect(rule).toMatch(/@top-right \{ content: "Acme /u);
  });

  test('counts in Arabic digits in Arabic', () => {
    expect(pageRule({ paper: 'A4', direction: 'rtl', digits: 'arab' }, { ...words, pageOf: ['صفحة ', ' من ', ''] })).toContain('"صفحة " counter(page, arabic-indic) " من " counter(pages, arabic-indic) ""');
  });

  test('lies on its side where tables are wide', () => {
    expect(pageRule({ paper: 'A4', isLandscape: true, direction: 'ltr', digits: 'latn' }, words)).toContain('size: A4 landscape;');
  });

  test('a client’s name cannot change it', () => {
    const rule = pageRule({ paper: 'A4', direction: 'ltr', digits: 'latn' }, words);
    expect(rule.replaceAll(/"(?:[^"\\]|\\[0-9a-f]+ )*"/gu, '')).not.toContain('A3');
  });

  test('the first one has its letterhead instead of a header', () => {
    expect(pageRule({ paper: 'A4', direction: 'rtl', digits: 'latn' }, words)).toContain('@page :first { @top-right { content: none } @top-left { content: none } }');
  });
});
