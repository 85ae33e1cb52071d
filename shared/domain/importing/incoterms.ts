import type { IncotermRead } from './row-types.ts';

/** Incoterms 2020 (ICC publication 723). */
const current = new Set(['EXW', 'FCA', 'CPT', 'CIP', 'DAP', 'DPU', 'DDP', 'FAS', 'FOB', 'CFR', 'CIF']);
/** Rules of the editions 1980–2010 that 2020 no longer has. None is turned into a newer one: the risk passed elsewhere. */
const retired = new Set(['DDU', 'DAF', 'DES', 'DEQ', 'DAT', 'DCP', 'FRC', 'FOR', 'FOT', 'FOA']);

/** Words for "nobody said": `N/A`, `N/A - From RDC`, `-`, `none`, `ندارد`. */
const notStated = /^(?:n\s?[/.]\s?a\b.*|na|none|null|nil|unknown|not (?:applicable|stated|captured|available)|tbd|tbc|[-–—.]+|ندارد|نامشخص|نامعلوم)$/iu;
export const isNotStated = (cell: string): boolean => notStated.test(cell);

export interface IncotermWithPlace {
  readonly incoterm: IncotermRead;
  /** The named place that stood behind the rule (`FCA Bandar Abbas, Incoterms 2020`), without the edition. */
  readonly place: string | null;
}

const known = new Map<string, IncotermWithPlace>();

const edition = /[\s,;(]*(?:as per\s)?incoterms?\s?®?\s?(?:\d{4})?\)?\s*$/iu;

/**
 * A delivery rule as read. Only three letters that are a rule, alone or before a place, get a code; everything else,
 * retired rules and remarks too, keeps the words it had.
 * @param cell cleaned by `cleanText`, not blank
 */
export const readIncoterm = (cell: string): IncotermWithPlace => {
  const remembered = known.get(cell);
  if (remembered !== undefined) return remembered;
  const reading = parseIncoterm(cell);
  if (known.size < 5000) known.set(cell, reading);
  return reading;
};

const parseIncoterm = (cell: string): IncotermWithPlace => {
  const match = /^([A-Za-z]{3})(?![A-Za-z])[\s,:;(-]*(.*)$/u.exec(cell.replace(edition, ''));
  const letters = match?.[1] ?? '';
  // Before a place the rule stands in capitals: "for pickup" is a remark, not "free on rail".
  const code = match?.[2] === '' ? letters.toUpperCase() : letters;
  const status = current.has(code) ? 'current' : retired.has(code) ? 'retired' : null;
  if (status === null) {
    return { incoterm: { code: null, asGiven: cell, status: isNotStated(cell) ? 'not-stated' : 'unknown' }, place: null };
  }
  const place = (match?.[2] ?? '').replace(/[)\s]+$/u, '');
  return { incoterm: { code, asGiven: cell, status }, place: place === '' ? null : place };
};
