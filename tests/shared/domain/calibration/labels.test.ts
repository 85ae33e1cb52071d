import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayLabelCode, labelCode, labelPayload, readLabel } from '#shared/domain/calibration/index.ts';
import { checkCharacter } from '#shared/domain/calibration/labels.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const anyCode = fc.uint8Array({ minLength: 7, maxLength: 16 }).map(labelCode);

/** What a Persian keyboard (ISIRI 9147) types for the keys of a Latin text. */
const keys = 'QWERTYUIOPASDFGHJKLZXCVBNM';
const bare = 'ضصثقفغعهخحشسیبلاتنمظطزرذدپ';
const shifted = ['ْ', 'ٌ', 'ٍ', 'ً', 'ُ', 'ِ', 'َ', 'ّ', ']', '[', 'ؤ', 'ئ', 'ي', 'إ', 'أ', 'آ', 'ة', '»', '«', 'ك', 'ٓ', 'ژ', 'ٰ', '\u200C', 'ٔ', 'ء'];
const onPersianKeys = (text: string, letters: readonly string[]): string =>
  text.replaceAll(/[A-Z]/gu, (char) => letters[keys.indexOf(char)] ?? char).replaceAll(/\d/gu, (digit) => '۰۱۲۳۴۵۶۷۸۹'.charAt(Number(digit)));

describe('codes of labels', () => {
  it('are eleven characters of base 32, the same for the same bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 7, maxLength: 16 }), (bytes) => {
        const code = labelCode(bytes);
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{11}$/u);
        expect(labelCode(bytes)).toBe(code);
      }),
    );
    expect(() => labelCode(new Uint8Array(6))).toThrow(RangeError);
  });

  it('differ with every bit that counts', () => {
    const codes = new Set<string>();
    for (let bit = 0; bit < 50; bit += 1) codes.add(labelCode(Uint8Array.from({ length: 7 }, (_, index) => (6 - Math.floor(bit / 8) === index ? 1 << (bit % 8) : 0))));
    expect(codes.size).toBe(50);
  });

  it('end in the check character of ISO/IEC 7064 MOD 37,36', () => {
    // The example of the Global Release Identifier standard (IFPI GRid 2.1), which uses the same system.
    expect(checkCharacter('A12425GABC1234002')).toBe('M');
  });

  it('come back from payload, from typing in any case and grouping, and with O for 0, I and L for 1', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        const grouped = displayLabelCode(code);
        expect(grouped).toMatch(/^.{5}-.{5}-.$/u);
        const confused = [code.replaceAll('0', 'O').replaceAll('1', 'I'), code.replaceAll('0', 'o').replaceAll('1', 'l')];
        for (const typed of [code, code.toLowerCase(), grouped, ` ${grouped.replaceAll('-', ' ')}\r\n`, labelPayload(code), labelPayload(code).toLowerCase(), ...confused]) {
          expect({ typed, read: readLabel(typed) }).toEqual({ typed, read: code });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('come back from a scanner that types through a Persian keyboard', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        for (const text of [code, labelPayload(code)]) {
          expect(readLabel(onPersianKeys(text, shifted))).toBe(code);
          expect(readLabel(onPersianKeys(text, Array.from(bare)))).toBe(code);
        }
        expect(readLabel(code.replaceAll(/\d/gu, (digit) => '٠١٢٣٤٥٦٧٨٩'.charAt(Number(digit))))).toBe(code);
      }),
      { numRuns: 300 },
    );
  });

  it('tell every single wrong character', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        for (let place = 0; place < code.length; place += 1) {
          for (const wrong of alphabet) {
            if (wrong === code.charAt(place)) continue;
            expect(readLabel(code.slice(0, place) + wrong + code.slice(place + 1))).toBeNull();
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('tell two neighbours that changed places, but for a rare pair', () => {
    let swaps = 0;
    let missed = 0;
    fc.assert(
      fc.property(anyCode, (code) => {
        for (let place = 0; place + 1 < code.length; place += 1) {
          const [left, right] = [code.charAt(place), code.charAt(place + 1)];
          if (left === right) continue;
          swaps += 1;
          missed += Number(readLabel(code.slice(0, place) + right + left + code.slice(place + 2)) !== null);
        }
      }),
      { numRuns: 500 },
    );
    expect(swaps).toBeGreaterThan(3000);
    expect(missed / swaps).toBeLessThan(0.005);
  });

  it.each(['', 'PEYVAND:', 'AB-0098', 'https://example.com/0123456789A', '0123456789', 'U'.repeat(11), '🙂'.repeat(11), '0'.repeat(10_000)])('are not read from "%s"', (typed) => {
    expect(readLabel(typed)).toBeNull();
  });
});
