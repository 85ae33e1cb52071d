import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { catalogueOf } from './catalogues.ts';

const en = catalogueOf('en');
const fa = catalogueOf('fa');

interface Node {
  readonly type: number;
  readonly value?: unknown;
  readonly options?: Readonly<Record<string, { readonly value: readonly Node[] }>>;
  readonly children?: readonly Node[];
}
/** ICU: 0 is literal text, 7 is `#`; all else takes an argument. */
function argumentsOf(nodes: readonly Node[], found: Set<string> = new Set()): Set<string> {
  for (const node of nodes) {
    if (node.type !== 0 && node.type !== 7 && typeof node.value === 'string') found.add(node.value);
    for (const option of Object.values(node.options ?? {})) argumentsOf(option.value, found);
    if (node.children) argumentsOf(node.children, found);
  }
  return found;
}
const parsed = (text: string, language: string): Set<string> => argumentsOf(new IntlMessageFormat(text, language, undefined, { ignoreTag: true }).getAst());

test('both languages have the same texts', () => {
  expect(en.size).toBeGreaterThan(100);
  expect([...fa.keys()].filter((key) => !en.has(key))).toEqual([]);
  expect([...en.keys()].filter((key) => !fa.has(key))).toEqual([]);
});

test('every text can be put together, in both languages from the same arguments', () => {
  const different = [...en].flatMap(([key, text]) => {
    const persian = fa.get(key);
    if (persian === undefined) return [];
    const [a, b] = [parsed(text, 'en'), parsed(persian, 'fa')];
    return [...a].toSorted().join() === [...b].toSorted().join() ? [] : [`${key}: ${[...a].join(', ')} / ${[...b].join(', ')}`];
  });
  expect(different).toEqual([]);
});

test.each([['en', en], ['fa', fa]] as const)('no text of %s is empty or framed by blanks', (_language, catalogue) => {
  expect([...catalogue].filter(([, text]) => text.trim() === '' || text !== text.trim()).map(([key]) => key)).toEqual([]);
});

const offending = (pattern: RegExp): string[] => [...fa].filter(([, text]) => pattern.test(text)).map(([key, text]) => `${key}: ${text}`);

describe('Persian is written as Persian', () => {
  test('with its own letters, not the Arabic ones', () => {
    expect(offending(/[يىكةٱ]/u)).toEqual([]);
  });

  test('with its own digits and marks, but for what is typed in Latin', () => {
    expect(offending(/[٠-٩]/u)).toEqual([]);
    expect(offending(/[\u0600-\u06FF]\s*[,;?](?:\s|$)/u)).toEqual([]);
  });

  test('with a half-space where a prefix or ending belongs to its word', () => {
    // می‌رود, not می رود; کتاب‌ها, not کتاب ها; بزرگ‌تر, not بزرگ تر.
    expect(offending(/(?:^|[\s«(])ن?می [\u0600-\u06FF]/u)).toEqual([]);
    expect(offending(/[\u0600-\u06FF] (?:ها|های|هایی|هایش|تر|ترین)(?=[\s.،؛:!؟»)]|$)/u)).toEqual([]);
    expect(offending(/\u200C(?:\s|$)|\s\u200C/u)).toEqual([]);
  });
});
