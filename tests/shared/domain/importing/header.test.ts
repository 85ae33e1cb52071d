import { describe, expect, it } from 'vitest';
import { columnLetter, headerFingerprint, normaliseHeader, readHeader } from '#shared/domain/importing/index.ts';

const named = (names: readonly string[]) => names.map((name) => ({ name }));

describe('normaliseHeader', () => {
  it.each([
    ['PO / SO #', 'po so no'],
    ['Order Nr.', 'order no'],
    ['\uFEFFOrder\u00A0Number', 'order no'],
    ['شماره\u200Cي سفارش', 'شماره ی سفارش'],
    ['كد مشتري', 'کد مشتری'],
    ['Côte', 'cote'],
    ['سفارش ۱۲', 'سفارش 12'],
    ['Delivered_Qty (pcs)', 'delivered qty pcs'],
  ])('%j → %j', (given, expected) => {
    expect(normaliseHeader(given)).toBe(expected);
  });
});

describe('readHeader', () => {
  it('makes repeated names unique and names blank ones by their letter, and tells both', () => {
    expect(readHeader(['Date', ' ', 'Date', '"', 'Date', '', ''])).toEqual({
      ok: true,
      columns: [
        { index: 0, letter: 'A', name: 'Date', given: 'Date' },
        { index: 1, letter: 'B', name: 'B', given: '' },
        { index: 2, letter: 'C', name: 'Date (2)', given: 'Date' },
        { index: 3, letter: 'D', name: '"', given: '"' },
        { index: 4, letter: 'E', name: 'Date (3)', given: 'Date' },
      ],
      notes: [
        { code: 'blank', letter: 'B', given: '', name: 'B' },
        { code: 'duplicate', letter: 'C', given: 'Date', name: 'Date (2)' },
        { code: 'duplicate', letter: 'E', given: 'Date', name: 'Date (3)' },
      ],
    });
  });

  it('shortens a name as long as a page', () => {
    const reading = readHeader(['x'.repeat(5000), 'Code']);
    expect(reading).toMatchObject({ ok: true, notes: [{ code: 'too-long', letter: 'A' }] });
    expect(reading.ok && (reading.columns[0]?.name.length ?? 0)).toBeLessThan(130);
  });
});

describe('columnLetter', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [16_383, 'XFD'],
  ])('%i → %s', (index, letter) => {
    expect(columnLetter(index)).toBe(letter);
  });
});

describe('headerFingerprint', () => {
  it('is the same for the same headers however spelt and ordered, and another for others', () => {
    const one = headerFingerprint(named(['Order #', 'كد مشتري', 'Value']));
    expect(headerFingerprint(named(['value', 'کد‌مشتری'.replace('\u200C', ' '), 'ORDER NO.']))).toBe(one);
    expect(headerFingerprint(named(['Order #', 'کد مشتری']))).not.toBe(one);
    expect(one).toMatch(/^[0-9a-f]{14}$/u);
  });
});
