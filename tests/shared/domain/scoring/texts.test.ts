import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { delayReasons, incoterms, milestoneEvents } from '#shared/domain/delivery/index.ts';
import { dimensions } from '#shared/domain/model/index.ts';
import { stepCodes } from '#shared/domain/next-steps/index.ts';
import { companyEvidenceRules, evidenceRules, profileFieldKeys } from '#shared/domain/scoring/index.ts';
import en from '#shared/i18n/locales/en/scoring.json' with { type: 'json' };
import fa from '#shared/i18n/locales/fa/scoring.json' with { type: 'json' };

const rules = [...evidenceRules, ...companyEvidenceRules];

interface Tree { readonly [key: string]: string | Tree }

const flatten = (tree: Tree, prefix = ''): readonly (readonly [string, string])[] =>
  Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[prefix + key, value] as const] : flatten(value, `${prefix}${key}.`)));

const texts = { en: new Map(flatten(en)), fa: new Map(flatten(fa)) };
const languages = ['en', 'fa'] as const;

/** A value for every parameter that a message can have. */
const values = {
  field: 'email', dimension: 'brand', source: 'manager', days: 3, daysEarly: 2, delivered: 19, ordered: 20, lines: 2, failedLines: 2, change: -0.25, count: 2, score: 41.6,
  rhythm: 30, rating: 4, stage: 2, earliest: 2, latest: 0, orders: 12, complete: 3, interactions: 5, reached: 2, clients: 9, answer: 6, hours: 5, within: 8, steps: 'AR',
  verdict: 'accepted', outcome: 0.5, before: 40.2, after: 51.7,
};
const format = (language: 'en' | 'fa', key: string, given: Readonly<Record<string, string | number>>): string =>
  String(new IntlMessageFormat(texts[language].get(key) ?? `missing: ${key}`, language).format(given));

describe('sentences about scores', () => {
  it('are the same in both languages', () => {
    expect([...texts.fa.keys()].toSorted()).toEqual([...texts.en.keys()].toSorted());
  });

  it('are there for every code that the rules can give', () => {
    const keys = [
      ...rules.map(({ indicatorId }) => `indicator.${indicatorId}.event`),
      ...rules.flatMap(({ indicatorId, reasons }) => Object.keys(reasons).map((code) => `reason.${indicatorId}.${code}`)),
      ...stepCodes.flatMap((code) => [`step.${code}.title`, `step.${code}.why`]),
      ...profileFieldKeys.map((field) => `profileField.${field}`),
      ...delayReasons.map((code) => `delay.${code}`),
      ...milestoneEvents.map(({ event }) => `milestone.${event}`),
      ...incoterms.flatMap(({ edition, deliveryPoint, riskNote }) => [`incoterm.edition.${edition}`, `incoterm.point.${deliveryPoint}`, `incoterm.risk.${riskNote}`]),
      'reason.assessment', 'reason.imagined', 'reason.action.raises', 'reason.action.firstData', 'reason.action.mends', 'incoterm.edition.unknown', 'notEnoughData',
    ];
    for (const language of languages) expect(keys.filter((key) => !texts[language].has(key))).toEqual([]);
  });

  it.each(languages)('%s: every sentence can be said, with no parameter left over', (language) => {
    const said = [...texts[language].keys()].map((key) => [key, format(language, key, values).trim()] as const);
    expect(said.filter(([, text]) => text === '' || /[{}#]|undefined|missing:/u.test(text))).toEqual([]);
  });

  it.each(languages)('%s: reasons need only the values that their rule gives', (language) => {
    for (const { indicatorId, reasons } of rules) {
      for (const [code, names] of Object.entries(reasons)) {
        const given = Object.fromEntries(names.map((name) => [name, name === 'field' ? 'email' : 3]));
        expect(() => format(language, `reason.${indicatorId}.${code}`, given)).not.toThrow();
      }
    }
  });

  it.each(languages)('%s: fields and dimensions are named, never shown as codes', (language) => {
    for (const field of profileFieldKeys) expect(format(language, 'step.complete-record.why', { field })).not.toContain(`{${field}}`);
    const named = profileFieldKeys.map((field) => format(language, 'reason.customer-360.missing', { field }));
    expect(new Set(named).size).toBe(profileFieldKeys.length);
    const dims = dimensions.map(({ id }) => format(language, 'step.rate-dimension.title', { dimension: id }));
    expect(new Set(dims).size).toBe(dimensions.length);
    expect(dims.some((text) => /arousal(?! to)|attraction$|continuity$/u.test(text))).toBe(false);
  });

  it('read well', () => {
    expect(format('en', 'reason.timely-delivery.late', { days: 1 })).toBe('1 day late');
    expect(format('en', 'reason.timely-delivery.onTimeInFull', { daysEarly: 0 })).toBe('On the promised day, in full');
    expect(format('en', 'reason.market-expansion.growth', { change: -0.253 })).toContain('-25%');
    expect(format('fa', 'reason.timely-delivery.late', { days: 12 })).toBe('۱۲ روز دیر');
    for (const text of texts.fa.values()) expect(text).not.toMatch(/[يك]/u);
  });
});
