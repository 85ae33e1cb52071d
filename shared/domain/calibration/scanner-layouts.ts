import { foldDigits } from '../importing/normalise.ts';

/**
 * A scanner types like a keyboard, and the computer believes the layout that is set: under a Persian one, the key A becomes ش.
 * Each layout says which Latin key stands behind a character. ISIRI 9147 (Windows "Persian (Standard)", macOS, Linux) with and
 * without Shift; the older Windows "Persian" differs in few letters and is read without Shift.
 */
const latinKeys = 'QWERTYUIOPASDFGHJKLZXCVBNM';
const isiri = 'ضصثقفغعهخحشسیبلاتنمظطزرذدپ';
/** Each entry is a single code point; the marks stand alone here, after nothing. */
const isiriShifted = [
  '\u0652', '\u064C', '\u064D', '\u064B', '\u064F', '\u0650', '\u064E', '\u0651', ']', '[',
  '\u0624', '\u0626', '\u064A', '\u0625', '\u0623', '\u0622', '\u0629', '\u00BB', '\u00AB',
  '\u0643', '\u0653', '\u0698', '\u0670', '\u200C', '\u0654', '\u0621',
];

const keyTable = (characters: Iterable<string>): ReadonlyMap<string, string> =>
  new Map(Array.from(characters, (char, index) => [char, latinKeys.charAt(index)] as const));

const isiriTable = new Map([...keyTable(isiri), ...keyTable(isiriShifted)]);
const olderWindowsTable = new Map([...keyTable(isiri), ['\u064A', 'D'], ['\u0626', 'M'], ['\u0643', ';'], ['\u067E', '\\']]);

const through = (table: ReadonlyMap<string, string>, text: string): string => Array.from(text, (char) => table.get(char) ?? char).join('');

/** What the keys may have said, the plainest reading first; digits of any script as 0–9. */
export const keyboardReadings = (typed: string): readonly string[] => {
  const text = foldDigits(typed);
  return [text, through(isiriTable, text), through(olderWindowsTable, text)];
};
