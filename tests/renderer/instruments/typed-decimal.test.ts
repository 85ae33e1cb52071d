import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFormat } from '#shared/i18n/format.ts';
import { documentLanguages, usualDocumentLocale } from '#shared/i18n/locale.ts';
import { decimalIn, readTypedDecimal } from '#renderer/instruments/typed-decimal.ts';

const number = (text: string) => ({ kind: 'number', text });

describe('a number of a certificate as a person types it', () => {
  it.each([
    ['0.0200', number('0.0200')],
    ['0,015', number('0.015')],
    ['−0.030', number('-0.030')],
    ['-۰٫۰۳۰', number('-0.030')],
    ['۱۲۳۴٫۵', number('1234.5')],
    ['12,5', number('12.5')],
    ['1e-3', number('1e-3')],
    [' .5 ', number('.5')],
    ['', { kind: 'empty' }],
    ['1,234', { kind: 'ambiguous' }],
    ['0,123', number('0.123')],
    ['1.234,5', { kind: 'wrong' }],
    ['12 mm', { kind: 'wrong' }],
    ['--1', { kind: 'wrong' }],
  ])('%s', (typed, reading) => {
    expect(readTypedDecimal(typed)).toEqual(reading);
  });

  it('reads back in every language what it shows, with every trailing zero', () => {
    const decimals = fc.tuple(fc.boolean(), fc.nat(99_999), fc.option(fc.stringMatching(/^\d{1,6}$/u), { nil: null })).map(([isNegative, whole, fraction]) => `${isNegative ? '-' : ''}${whole}${fraction === null ? '' : `.${fraction}`}`);
    fc.assert(
      fc.property(decimals, fc.constantFrom(...documentLanguages), (text, language) => {
        expect(readTypedDecimal(decimalIn(createFormat(usualDocumentLocale(language)), text))).toEqual(number(text));
      }),
    );
  });
});
