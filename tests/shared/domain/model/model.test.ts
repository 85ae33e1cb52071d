import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  dimensionById, dimensionOfIndicator, dimensions, indicatorById, indicators, indicatorsOf, isDimensionId, isIndicatorId, isThemeId, themeById, themes, themesOf,
} from '#shared/domain/model/index.ts';
import { z } from 'zod';

const names = { en: z.string(), fa: z.string() };
const source = z.object({
  dimensions: z.array(z.object({ id: z.string(), number: z.number(), ...names, stage: z.object(names) })),
  themes: z.array(z.object({ id: z.string(), number: z.number(), dimension: z.string(), ...names })),
  indicators: z.array(z.object({ id: z.string(), number: z.number(), theme: z.string(), ...names, subject: z.string(), evidence: z.string().nullable() })),
});
const sourceFile = new URL('../../../../../shared/model/interactive-marketing.json', import.meta.url);
const zwnj = '\u200C';
const bare = (text: string): string => text.replaceAll(/[\s\u200C–-]/gu, '').replaceAll('ي', 'ی').replaceAll('ك', 'ک').toLowerCase();

describe('the model', () => {
  it('has 5 dimensions, 14 themes and 57 indicators, numbered through and each in its place', () => {
    expect([dimensions.length, themes.length, indicators.length]).toEqual([5, 14, 57]);
    for (const rows of [dimensions, themes, indicators]) {
      expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1));
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    }
    expect(dimensions.flatMap(({ id }) => themesOf(id))).toEqual(themes);
    expect(themes.flatMap(({ id }) => indicatorsOf(id))).toEqual(indicators);
    expect(indicators.filter(({ subject }) => subject === 'company')).toHaveLength(20);
  });

  it('finds rows by identifier and refuses unknown ones', () => {
    expect(indicatorById('timely-delivery').number).toBe(49);
    expect(themeById('production').number).toBe(11);
    expect(dimensionById('brand').number).toBe(1);
    expect(dimensionOfIndicator('customer-360')).toBe('quality');
    expect([isIndicatorId('timely-delivery'), isIndicatorId('constructor'), isThemeId('production'), isDimensionId('x')]).toEqual([true, false, true, false]);
  });

  it('writes Persian with Persian letters and its half-spaces', () => {
    const persian = [...dimensions.flatMap(({ fa, stage }) => [fa, stage.fa]), ...themes.map(({ fa }) => fa), ...indicators.map(({ fa }) => fa)];
    for (const text of persian) expect(text).not.toMatch(/[يكىة]/u);
    expect(indicatorById('timely-delivery').fa).toBe('تحویل بهنگام محصول');
    expect(themeById('employee-traits').fa).toBe(`ویژگی${zwnj}های کارکنان`);
    expect(persian.filter((text) => text.includes(zwnj)).length).toBeGreaterThan(20);
  });

  it.skipIf(!existsSync(sourceFile))('is the design text row by row, but for half-spaces, letters and case (skipped where ../shared is absent)', () => {
    const given = source.parse(JSON.parse(readFileSync(sourceFile, 'utf8')));
    expect(dimensions.map(({ id, number, en, fa, stage }) => [id, number, en, bare(fa), stage.en, bare(stage.fa)]))
      .toEqual(given.dimensions.map(({ id, number, en, fa, stage }) => [id, number, en, bare(fa), stage.en, bare(stage.fa)]));
    expect(themes.map(({ id, number, dimension, en, fa }) => [id, number, dimension, en, bare(fa)]))
      .toEqual(given.themes.map(({ id, number, dimension, en, fa }) => [id, number, dimension, en, bare(fa)]));
    expect(indicators.map(({ id, number, theme, en, fa, subject, hasEvidence }) => [id, number, theme, en, bare(fa), subject, hasEvidence]))
      .toEqual(given.indicators.map(({ id, number, theme, en, fa, subject, evidence }) => [id, number, theme, en, bare(fa), subject, evidence !== null]));
  });
});
