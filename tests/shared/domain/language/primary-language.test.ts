import { expect, it } from 'vitest';
import { primaryLanguage } from '#shared/domain/language/index.ts';

it.each([['fa', 'fa'], ['fa-IR', 'fa'], ['pt-BR', 'pt'], ['zh-Hant-TW', 'zh'], ['EN_us', 'en'], ['ckb', 'ckb']])('%s is %s', (tag, subtag) => {
  expect(primaryLanguage(tag)).toBe(subtag);
});
