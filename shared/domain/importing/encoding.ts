import { recogniseForeignFile } from './file-kind.ts';
import type { Encoding, FileProblem } from './types.ts';

/** Bytes from one place of the file. */
export interface ByteSample {
  readonly offset: number;
  readonly bytes: Uint8Array;
}

export type EncodingReading =
  | {
      readonly ok: true;
      readonly encoding: Encoding;
      /** Bytes of the byte order mark to pass over. */
      readonly bomLength: number;
      /** `declared` by a mark, `proved` by the bytes' form, `guessed` from the letters. */
      readonly certainty: 'declared' | 'proved' | 'guessed';
    }
  | { readonly ok: false; readonly problem: FileProblem };

const sampleBytes = 65_536;

/**
 * Where to look in a file of `size` bytes: its head, its end and six places between, 64 KiB each; the whole of a small
 * file. Offsets are even, so that UTF-16 units stay whole.
 */
export const sampleRanges = (size: number): readonly { readonly offset: number; readonly length: number }[] => {
  if (size <= sampleBytes * 8) return [{ offset: 0, length: size }];
  const last = Math.floor((size - sampleBytes) / 2);
  return Array.from({ length: 8 }, (_, place) => ({ offset: Math.floor((place * last) / 7) * 2, length: sampleBytes }));
};

const bomOf = (head: Uint8Array): { readonly encoding: Encoding; readonly bomLength: number } | null => {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', bomLength: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', bomLength: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', bomLength: 2 };
  return null;
};

const isContinuation = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80;

/** Length of the well-formed sequence at `at` (Unicode, table 3-7), 0 where it is ill-formed, −1 where the sample ends in it. */
const utf8Step = (bytes: Uint8Array, at: number): number => {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length = lead >= 0xf0 && lead <= 0xf4 ? 4 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xc2 && lead < 0xe0 ? 2 : 0;
  if (length === 0) return 0;
  const second = bytes[at + 1];
  if (second !== undefined) {
    const lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    if (second < lowest || second > highest) return 0;
  }
  for (let next = at + 2; next < at + length; next += 1) {
    if (next < bytes.length && !isContinuation(bytes[next])) return 0;
  }
  return at + length > bytes.length ? -1 : length;
};

/** Well-formed and ill-formed multi-byte sequences of the samples; one cut out of the middle may begin and end inside a character. */
const countUtf8 = (samples: readonly ByteSample[]): { readonly good: number; readonly bad: number } => {
  let good = 0;
  let bad = 0;
  for (const { offset, bytes } of samples) {
    let at = 0;
    if (offset > 0) while (at < 3 && isContinuation(bytes[at])) at += 1;
    while (at < bytes.length) {
      const step = utf8Step(bytes, at);
      if (step < 0) break;
      if (step === 0) bad += 1;
      else if (step > 1) good += 1;
      at += Math.max(step, 1);
    }
  }
  return { good, bad };
};

const isControl = (byte: number): boolean => (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) || byte === 0x7f;

interface ByteCounts {
  readonly total: number;
  readonly controls: number;
  readonly nulsEven: number;
  readonly nulsOdd: number;
  /** Bytes that stand high in UTF-16 tables of Latin, Arabic, their punctuation and emoji: `utf16High`. */
  readonly highEven: number;
  readonly highOdd: number;
}

// The last eight lead and follow surrogate pairs.
const utf16High = new Set([0x00, 0x01, 0x02, 0x06, 0x20, 0xfb, 0xfe, 0xd8, 0xd9, 0xda, 0xdb, 0xdc, 0xdd, 0xde, 0xdf]);

const countBytes = (samples: readonly ByteSample[]): ByteCounts => {
  const counts = { total: 0, controls: 0, nulsEven: 0, nulsOdd: 0, highEven: 0, highOdd: 0 };
  for (const { bytes } of samples) {
    counts.total += bytes.length;
    for (let at = 0; at < bytes.length; at += 1) {
      const byte = bytes[at] ?? 0;
      const odd = (at & 1) === 1;
      if (isControl(byte)) counts.controls += 1;
      if (byte === 0) {
        if (odd) counts.nulsOdd += 1;
        else counts.nulsEven += 1;
      }
      if (utf16High.has(byte)) {
        if (odd) counts.highOdd += 1;
        else counts.highEven += 1;
      }
    }
  }
  return counts;
};

/** UTF-16 without a mark: nearly every second byte is one of few, and delimiters and line ends bring NULs on that side alone. */
const markless16 = (counts: ByteCounts): Encoding | null => {
  const half = counts.total / 2;
  if (half < 4) return null;
  const isSide = (high: number, nuls: number, otherNuls: number): boolean =>
    high >= half * 0.9 && nuls >= half * 0.02 && otherNuls <= half * 0.005;
  if (isSide(counts.highOdd, counts.nulsOdd, counts.nulsEven)) return 'utf-16le';
  return isSide(counts.highEven, counts.nulsEven, counts.nulsOdd) ? 'utf-16be' : null;
};

// Letters of Persian, Arabic and Urdu in Windows-1256; the bytes between belong to French in that table.
const arabicBytes = new Set([
  0x81, 0x8a, 0x8d, 0x8e, 0x8f, 0x90, 0x98, 0x9a, 0x9f, 0xaa, 0xc0, ...range(0xc1, 0xd6), ...range(0xd8, 0xdf), 0xe1, ...range(0xe3, 0xe6), 0xec, 0xed,
]);
// Unassigned in Windows-1252, but پ چ ڈ گ in Windows-1256.
const neverIn1252 = new Set([0x81, 0x8d, 0x8f, 0x90]);

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

const isAsciiLetter = (byte: number | undefined): boolean => byte !== undefined && ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a);

/**
 * Windows-1256 against Windows-1252 by the company letters keep: Arabic letters stand beside Arabic letters, while an
 * accented letter of a western text nearly always touches an ASCII letter.
 */
const legacyEncoding = (samples: readonly ByteSample[]): Encoding => {
  let arabic = 0;
  let western = 0;
  for (const { bytes } of samples) {
    for (let at = 0; at < bytes.length; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte < 0x80) continue;
      if (neverIn1252.has(byte)) arabic += 2;
      if (arabicBytes.has(byte) && arabicBytes.has(bytes[at + 1] ?? 0)) arabic += 1;
      if (byte >= 0xc0) {
        if (isAsciiLetter(bytes[at - 1])) western += 1;
        if (isAsciiLetter(bytes[at + 1])) western += 1;
      }
    }
  }
  return arabic > western ? 'windows-1256' : 'windows-1252';
};

const isNoise = (counts: ByteCounts): boolean => counts.nulsEven + counts.nulsOdd > 0 || counts.controls > counts.total * 0.005;

/** Whether more than 0.5 % of the 16-bit units are what no text has: control characters or halves of surrogate pairs. */
const isNoise16 = (samples: readonly ByteSample[], isLittleEndian: boolean): boolean => {
  let units = 0;
  let broken = 0;
  for (const { bytes } of samples) {
    let isPairOpen = false;
    for (let at = 0; at + 1 < bytes.length; at += 2) {
      const unit = isLittleEndian ? ((bytes[at + 1] ?? 0) << 8) | (bytes[at] ?? 0) : ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
      const isTrail = unit >= 0xdc00 && unit <= 0xdfff;
      units += 1;
      if (isPairOpen !== isTrail || (unit < 0x80 && isControl(unit))) broken += 1;
      isPairOpen = unit >= 0xd800 && unit <= 0xdbff;
    }
  }
  return broken > units * 0.005 + samples.length;
};

const refuse = (code: FileProblem['code']): EncodingReading => ({ ok: false, problem: { code, params: {} } });

/**
 * The encoding of a delimited text from samples of it (`sampleRanges`), the first of which begins at offset 0; or why it
 * is no table at all. Control characters above 0.5 % of the bytes are noise: a table has tabs and line ends only.
 */
export const detectEncoding = (samples: readonly ByteSample[]): EncodingReading => {
  const head = samples[0]?.bytes ?? new Uint8Array();
  if (head.length === 0) return refuse('empty');
  const foreign = recogniseForeignFile(head);
  if (foreign !== null) return refuse(foreign);
  const counts = countBytes(samples);
  const bom = bomOf(head);
  if (bom !== null) {
    if (head.length <= bom.bomLength) return refuse('empty');
    if (bom.encoding === 'utf-8' ? isNoise(counts) : isNoise16(samples, bom.encoding === 'utf-16le')) return refuse('binary-noise');
    return { ok: true, ...bom, certainty: 'declared' };
  }
  const wide = markless16(counts);
  if (wide !== null && !isNoise16(samples, wide === 'utf-16le')) return { ok: true, encoding: wide, bomLength: 0, certainty: 'proved' };
  if (isNoise(counts)) return refuse('binary-noise');
  const utf8 = countUtf8(samples);
  if (utf8.bad === 0) return { ok: true, encoding: 'utf-8', bomLength: 0, certainty: 'proved' };
  // A few spoilt cells in a UTF-8 file: read as UTF-8 those cells alone are named, read otherwise every cell is garbled.
  if (utf8.bad < utf8.good * 0.02) return { ok: true, encoding: 'utf-8', bomLength: 0, certainty: 'guessed' };
  return { ok: true, encoding: legacyEncoding(samples), bomLength: 0, certainty: 'guessed' };
};
