import { describe, expect, it } from 'vitest';
import { cleanText, foldCompact, foldWords, fromSafeCell, shorten, toSafeCell } from '#shared/domain/importing/index.ts';
import { cellProblem, cleanCode } from '#shared/domain/importing/text.ts';

describe('cleanText', () => {
  it.each([
    ['00123', '00123'],
    ['  a \u00A0\t b\r\n c ', 'a b c'],
    ['\uFEFFکد\u200E', 'کد'],
    ['می\u200Cشود', 'می\u200Cشود'],
    ['👩‍🔧 Ann', '👩‍🔧 Ann'],
    ['evil\u202Egpj.exe', 'evilgpj.exe'],
  ])('%j → %j', (cell, expected) => {
    expect(cleanText(cell)).toBe(expected);
  });

  it('takes joiners out of codes, which would make two of one', () => {
    expect(cleanCode('A\u200B-\u200C01')).toBe('A-01');
  });
});

describe('foldWords', () => {
  it('evens out letters, digits, accents, case and joiners', () => {
    expect(foldWords('كتاب‌هاي')).toBe(foldWords('کتاب های'));
    expect(foldWords('ÀÉÎ')).toBe('aei');
    expect(foldWords('آذربایجان')).toBe(foldWords('اذربايجان'));
    expect(foldCompact('Côte d’Ivoire')).toBe('cotedivoire');
  });
});

describe('cells for spreadsheets', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+98 21 88', "'+98 21 88"],
    ['-5', "'-5"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ["'=1", "''=1"],
    ["O'Neill", "O'Neill"],
    ["'quoted", "'quoted"],
    ['a=b', 'a=b'],
    ['', ''],
  ])('%j is written %j', (value, safe) => {
    expect(toSafeCell(value)).toBe(safe);
    expect(fromSafeCell(safe)).toBe(value);
  });
});

describe('cellProblem', () => {
  it.each([
    ['x'.repeat(32_767), null],
    ['x'.repeat(32_768), 'cell-too-long'],
    ['caf\uFFFD', 'undecodable'],
    ['a\u0000b', 'control-characters'],
    ['a\u009Fb', 'control-characters'],
    ['two\r\nlines\tand a tab', null],
    ['😀', null],
  ])('of %#', (cell, code) => {
    expect(cellProblem(cell)).toBe(code);
  });
});

describe('shorten', () => {
  it('keeps whole characters on one line', () => {
    expect(shorten('a\nb\u0000c')).toBe('a b c');
    expect(shorten('😀'.repeat(100), 5)).toBe('😀😀😀😀😀…');
    expect(shorten('x'.repeat(1_000_000)).length).toBe(61);
    expect(shorten('exact', 5)).toBe('exact');
  });
});
