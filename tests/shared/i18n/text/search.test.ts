import { array, assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseForSearch, phoneDigits, searchWords } from '#shared/i18n/text/index.ts';

describe('normaliseForSearch', () => {
  it.each([
    ["cote d ivoire", "Côte d'Ivoire"],
    ['cote d ivoire', 'CÔTE D’IVOIRE'],
    ['strasse', 'Straße'],
    ['istanbul', 'İstanbul'],
    ['kayisi', 'Kayısı'],
    ['lodz', 'Łódź'],
    ['smorrebrod', 'Smørrebrød'],
    ['fiat', 'ﬁat'],
    ['οδος', 'ΟΔΟΣ'],
    ['کیلی', 'كيلي'],
    ['موسی', 'موسى'],
    ['نمونه', 'نمونة'],
    ['میروم', 'می‌روم'],
    ['کتاب', 'کتـــاب'],
    ['علی', 'عَلِیّ'],
    ['ایران', 'إيران'],
    ['۱۲۳۴۵۶۷۸۹۰', '1234567890'],
    ['٠١٢٣٤٥٦٧٨٩', '0123456789'],
    ['ＡＢＣ１２', 'abc12'],
    ['100-CI-T01', '100 ci t01'],
    ['  a —  b ', 'a b'],
  ])('makes "%s" and "%s" one', (left, right) => {
    expect(normaliseForSearch(left)).toBe(normaliseForSearch(right));
  });

  it('keeps apart what a person keeps apart', () => {
    expect(normaliseForSearch('سارا')).not.toBe(normaliseForSearch('ثارا'));
    expect(normaliseForSearch('که')).not.toBe(normaliseForSearch('گه'));
    expect(normaliseForSearch('か')).not.toBe(normaliseForSearch('が'));
    expect(normaliseForSearch('कि')).not.toBe(normaliseForSearch('की'));
  });

  it('says nothing for what has no letter or digit', () => {
    expect(normaliseForSearch(' ‌—…! ')).toBe('');
    expect(searchWords('  ,  ')).toEqual([]);
  });

  it('is idempotent for any text', () => {
    assert(
      property(string({ unit: 'grapheme' }), (text) => {
        const once = normaliseForSearch(text);
        expect(normaliseForSearch(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
    assert(
      property(string({ unit: 'binary' }), (text) => {
        const once = normaliseForSearch(text);
        expect(normaliseForSearch(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  it('does not mind case, ZWNJ, tatweel or the digit script, wherever they stand', () => {
    const persian = string({ unit: constantFrom(...Array.from('ابپتچحدرزژسشعفقکگلمنوهی 0123456789')), minLength: 1 });
    const noise = constantFrom('', '\u200C', '\u0640', '\u064E', '\u200F');
    assert(
      property(persian, array(noise, { maxLength: 20 }), (text, noises) => {
        const disturbed = Array.from(text)
          .map((letter, index) => letter.replace(/\d/u, (digit) => String.fromCharCode(0x06f0 + Number(digit))) + (noises[index] ?? ''))
          .join('');
        expect(normaliseForSearch(disturbed)).toBe(normaliseForSearch(text));
      }),
    );
  });
});

describe('searchWords', () => {
  it('gives each word once', () => {
    expect(searchWords('Caliper  CALIPER کالیپر')).toEqual(['caliper', 'کالیپر']);
  });
});

describe('phoneDigits', () => {
  it('does not mind grouping and script, and leaves short numbers to the words', () => {
    expect(phoneDigits('+98 (21) 5555-0101')).toBe('982155550101');
    expect(phoneDigits('۰۲۱-۵۵۵۵۰۱۰۱')).toBe('02155550101');
    expect(phoneDigits('12-34')).toBe('');
  });
});
