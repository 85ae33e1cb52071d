import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import {
  dayOrders,
  encodings,
  fieldKeys,
  fileProblemCodes,
  findingValues,
  importKinds,
  planProblemCodes,
  planProblemValues,
  problemCodes,
  warningCodes,
} from '#shared/domain/importing/index.ts';
import type { MessageParams } from '#shared/domain/importing/index.ts';
import english from '#shared/i18n/locales/en/importing.json' with { type: 'json' };
import persian from '#shared/i18n/locales/fa/importing.json' with { type: 'json' };

/** Every text of a catalogue by its path. */
const flatten = (value: unknown, path: string): readonly (readonly [string, string])[] => {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) throw new TypeError(`${path} is neither a text nor a group`);
  return Object.entries(value).flatMap(([key, inner]) => flatten(inner, path === '' ? key : `${path}.${key}`));
};

const catalogues = { en: new Map(flatten(english, '')), fa: new Map(flatten(persian, '')) };

// What the rules put into each message beside row, column, field and value.
const params: Readonly<Record<string, MessageParams>> = {
  'problems.row-too-long': { count: 17, expected: 15 },
  'problems.cell-too-long': { length: 1_000_000, limit: 32_767 },
  'problems.day-impossible': { reason: 'day', month: 2, year: '2024', length: 29, calendar: 'gregorian' },
  'problems.day-against-order': { first: 'day', other: '2024-02-13' },
  'problems.day-serial-unexpected': { day: '2024-10-08' },
  'problems.day-year-implausible': { year: '206' },
  'problems.number-against-format': { decimal: 'point' },
  'problems.number-too-precise': { digits: 15 },
  'problems.currency-conflict': { one: 'USD', other: 'EUR' },
  'problems.order-of-two-clients': { otherRow: 12 },
  'problems.line-conflict': { otherRow: 12 },
  'problems.interval-out-of-range': { least: 1, most: 120 },
  'problems.range-reversed': { upper: '5' },
  'problems.due-before-calibrated': { due: '2026-01-01', calibrated: '2026-02-01' },
  'problems.instrument-conflict': { otherRow: 12 },
  'warnings.amount-rounded': { currency: 'USD', decimals: 2, minor: 100 },
  'warnings.incoterm-retired': { rule: 'DDU' },
  'warnings.day-in-future': { day: '2030-01-01' },
  'warnings.delivered-before-ordered': { delivered: '2024-01-01', ordered: '2024-02-01' },
  'warnings.promised-before-ordered': { promised: '2024-01-01', ordered: '2024-02-01' },
  'warnings.delivered-quantity-without-day': { quantity: 5 },
  ...Object.fromEntries(
    ['client-told-differently', 'order-told-differently', 'product-told-differently', 'shipment-told-differently', 'shipment-of-two-clients'].map((code) => [
      `warnings.${code}`,
      { otherRow: 12, other: 'Acme' },
    ]),
  ),
  'files.too-large': { size: 200, limit: 128 },
  'files.too-many-columns': { count: 2000, limit: 1000 },
  'files.cell-too-large': { row: 8, limit: 4_000_000 },
  'files.quote-not-closed': { row: 8, column: 'B' },
  'plans.column-missing': { column: 'Nowhere' },
  'plans.constant-unreadable': { value: 'Toman' },
};

const valuesFor = (group: string, code: string): MessageParams => {
  const own = params[`${group}.${code}`] ?? {};
  if (group === 'files') return own;
  if (group === 'plans') return planProblemValues({ code: 'column-missing', field: 'line.quantity', params: own }, 'Quantity');
  return findingValues({ rowNumber: 7, column: 'Qty', field: 'line.quantity', code: 'number-unreadable', value: 'ten', params: own }, 'Quantity');
};

const write = (language: 'en' | 'fa', key: string, values: MessageParams): string => {
  const text = catalogues[language].get(key);
  if (text === undefined) throw new Error(`${language} has no ${key}`);
  return String(new IntlMessageFormat(text, language).format({ ...values }));
};

describe('the words of the import', () => {
  it('are the same set in both languages, each in its own script', () => {
    expect([...catalogues.fa.keys()].toSorted()).toEqual([...catalogues.en.keys()].toSorted());
    for (const [key, text] of catalogues.en) expect(`${key} ${text}`).not.toMatch(/[\u0600-\u06FF]/u);
    // Arabic ي and ك would break search and hyphenation in Persian.
    for (const [key, text] of catalogues.fa) expect(`${key} ${text}`).not.toMatch(/[\u064A\u0643]/u);
    expect([...catalogues.fa.entries()].filter(([key, text]) => !key.startsWith('encodings.') && !/[\u0600-\u06FF]/u.test(text))).toEqual([]);
  });

  it.each([
    ['problems', problemCodes],
    ['warnings', warningCodes],
    ['files', fileProblemCodes],
    ['plans', planProblemCodes],
  ])('say what and what to do for every code of %s, with nothing missing', (group, codes) => {
    for (const language of ['en', 'fa'] as const) {
      for (const code of codes) {
        for (const part of ['message', 'remedy']) {
          const text = write(language, `${group}.${code}.${part}`, valuesFor(group, code));
          expect(text.length).toBeGreaterThan(5);
          expect(text).not.toMatch(/undefined|NaN|[{}]/u);
        }
      }
      const known = [...catalogues[language].keys()].filter((key) => key.startsWith(`${group}.`)).map((key) => key.split('.')[1] ?? '');
      expect([...new Set(known)].toSorted()).toEqual([...codes].toSorted());
    }
  });

  it('name every field, kind, encoding and order', () => {
    const keys = [...fieldKeys.map((key) => `fields.${key}`), ...importKinds.map((kind) => `kinds.${kind}`), ...encodings.map((name) => `encodings.${name}`), ...dayOrders.map((order) => `dayOrders.${order}`)];
    for (const language of ['en', 'fa'] as const) expect(keys.filter((key) => !catalogues[language].has(key))).toEqual([]);
  });

  it('read as sentences', () => {
    const values = valuesFor('problems', 'day-impossible');
    expect(write('en', 'problems.day-impossible.message', { ...values, value: '31/02/2024' })).toBe('\u206831/02/2024\u2069 does not exist: month 2 of the year 2024 has 29 days.');
    expect(write('fa', 'problems.day-impossible.message', { ...values, value: '1402/12/30', month: 12, year: '1402', calendar: 'jalali' })).toBe(
      '\u20681402/12/30\u2069 وجود ندارد: ماه ۱۲ سال خورشیدی 1402 فقط ۲۹ روز دارد.',
    );
    expect(write('en', 'place.cell', { row: 10_324, column: 'Qty' })).toBe('Row 10324, column \u2068Qty\u2069');
  });
});
