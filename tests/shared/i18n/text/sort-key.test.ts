import { assert, constantFrom, nat, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortKey } from '#shared/i18n/text/index.ts';

const binary = (left: string, right: string): number => Buffer.compare(Buffer.from(sortKey(left)), Buffer.from(sortKey(right)));

describe('sortKey', () => {
  it.each([
    [['2-AF', '10-AF', '100-CI-T01', 'Angola']],
    [['آرمان', 'ابزار', 'پارس', 'تهران', 'جنوب', 'چابهار', 'زاگرس', 'ژرفا', 'سپهر', 'کاوه', 'گیتی', 'لاله', 'هامون', 'یزد']],
    [['Côté', 'Cote b', 'Zulu', 'آسیا']],
    [['unit 9', 'unit 10', 'unit ۱۱', 'unit 100']],
    [['an b', 'ana']],
  ])('orders %j as a person would', (expected) => {
    expect(expected.toReversed().toSorted(binary)).toEqual(expected);
  });

  it('does not tell ي from ی, ك from ک, nor case from case', () => {
    expect(sortKey('كيلي')).toBe(sortKey('کیلی'));
    expect(sortKey('ÅNGSTRÖM')).toBe(sortKey('angstrom'));
  });

  it('orders any Persian names as CLDR does', () => {
    const collator = new Intl.Collator('fa');
    const name = string({ unit: constantFrom(...Array.from('آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی')), minLength: 1, maxLength: 12 });
    assert(
      property(name, name, (left, right) => {
        expect(Math.sign(binary(left, right))).toBe(Math.sign(collator.compare(left, right)));
      }),
      { numRuns: 3000 },
    );
  });

  it('orders whole numbers by value', () => {
    assert(
      property(nat(), nat(), (left, right) => {
        expect(Math.sign(binary(`No ${left}`, `No ${right}`))).toBe(Math.sign(left - right));
      }),
    );
  });
});
