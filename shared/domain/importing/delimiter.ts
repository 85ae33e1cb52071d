import { delimiters } from './types.ts';
import type { Delimiter } from './types.ts';

export interface DelimiterReading {
  readonly delimiter: Delimiter;
  /** Columns of most records. */
  readonly columns: number;
  /** Share of the sampled records that have that many, 0–1. */
  readonly consistency: number;
  /** The first record is Excel's `sep=;` line: not data, but counted by a spreadsheet's row numbers. */
  readonly hasSeparatorLine: boolean;
}

const separatorLine = /^\uFEFF?"?sep=([,;\t|])"?\r?\n/iu;

interface Scan {
  readonly counts: readonly number[];
  /** Quotes opened where a field begins, as the format has them. */
  readonly quoted: number;
}

/** Fields of each whole record, quotes respected (RFC 4180); a record that the end of the sample cuts is left out. */
const scanRecords = (text: string, delimiter: Delimiter, isWhole: boolean, most: number): Scan => {
  const counts: number[] = [];
  let fields = 1;
  let quoted = 0;
  let inQuotes = false;
  let atStart = true;
  let isBlank = true;
  const endRecord = (): void => {
    if (!isBlank) counts.push(fields);
    fields = 1;
    isBlank = true;
  };
  for (let at = 0; at < text.length && counts.length < most; at += 1) {
    const unit = text[at] ?? '';
    if (inQuotes) {
      if (unit === '"') {
        if (text[at + 1] === '"') at += 1;
        else inQuotes = false;
      }
    } else if (unit === '"' && atStart) {
      inQuotes = true;
      quoted += 1;
      atStart = false;
      isBlank = false;
    } else if (unit === delimiter) {
      fields += 1;
      atStart = true;
      isBlank = false;
    } else if (unit === '\n' || unit === '\r') {
      if (unit === '\r' && text[at + 1] === '\n') at += 1;
      endRecord();
      atStart = true;
    } else {
      atStart = false;
      if (unit !== ' ') isBlank = false;
    }
  }
  if (isWhole && !inQuotes) endRecord();
  return { counts, quoted };
};

const modeOf = (counts: readonly number[]): { readonly value: number; readonly times: number } => {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  let best = { value: 1, times: 0 };
  for (const [value, seen] of times) if (seen > best.times || (seen === best.times && value > best.value)) best = { value, times: seen };
  return best;
};

/**
 * The delimiter under which most records have the same number of fields, more than one; of two that do equally well the
 * one with more fields. A text that none divides is a table of one column.
 * @param text the beginning of the file, decoded
 * @param isWhole whether `text` is the whole file, so that its last record counts
 */
export const detectDelimiter = (text: string, isWhole: boolean): DelimiterReading => {
  const said = separatorLine.exec(text);
  const body = said === null ? text : text.slice(said[0].length);
  const candidates = delimiters.map((delimiter) => {
    const scan = scanRecords(body, delimiter, isWhole, 2000);
    const mode = modeOf(scan.counts);
    const consistency = scan.counts.length === 0 ? 0 : mode.times / scan.counts.length;
    const score = mode.value > 1 ? consistency ** 2 * (1 + Math.log2(mode.value) / 4) * (scan.quoted > 0 ? 1.05 : 1) : 0;
    return { delimiter, columns: mode.value, consistency, hasSeparatorLine: said !== null, score };
  });
  const declared = candidates.find((candidate) => candidate.delimiter === said?.[1]);
  const best = declared ?? candidates.reduce((one, other) => (other.score > one.score ? other : one));
  return { delimiter: best.delimiter, columns: best.columns, consistency: best.consistency, hasSeparatorLine: best.hasSeparatorLine };
};
