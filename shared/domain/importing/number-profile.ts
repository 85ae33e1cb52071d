import { readDecimal, readNumberForm } from './numbers.ts';
import type { NumberProfile, NumberRule } from './types.ts';

type Sign = NumberRule['decimal'];

/** The decimal sign that a number proves by its form, or null: `1,234` alone may be a thousand or one and a bit. */
const provedSign = (body: string): Sign | null => {
  if (body.includes('٫')) return null;
  const signs = body.replace(/[^.,]/gu, '');
  if (signs === '') return null;
  const last: Sign = signs.endsWith(',') ? ',' : '.';
  const other: Sign = last === ',' ? '.' : ',';
  if (signs.includes(other)) return last;
  if (signs.length > 1) return other;
  const [whole = '', rest = ''] = body.split(last);
  const couldGroup = rest.length === 3 && /^[1-9]\d{0,2}$/u.test(whole);
  return couldGroup ? null : last;
};

const hasSign = (body: string): boolean => /[.,]/u.test(body);

/**
 * The number profile of distinct cells and how often each stands there. Where nothing proves the decimal sign, a comma is
 * taken to group and a point to divide, as nearly all systems export them, and the doubt is told (`assumed`).
 */
export const profileNumbers = (cells: ReadonlyMap<string, number>): NumberProfile => {
  const proofs: Record<Sign, number> = { '.': 0, ',': 0 };
  let undecided = 0;
  for (const [cell, times] of cells) {
    const form = readNumberForm(cell);
    if (form === null) continue;
    const sign = provedSign(form.body);
    if (sign !== null) proofs[sign] += times;
    else if (hasSign(form.body)) undecided += times;
  }
  const rule: NumberRule = { decimal: proofs[','] > proofs['.'] ? ',' : '.' };
  let readable = 0;
  let negative = 0;
  let decimals = 0;
  for (const [cell, times] of cells) {
    const reading = readDecimal(cell, rule);
    if (!reading.ok) continue;
    readable += times;
    if (reading.value.isNegative) negative += times;
    decimals = Math.max(decimals, reading.value.fraction.length);
  }
  return { readable, negative, decimals, rule, certainty: certaintyOf(proofs, undecided) };
};

const certaintyOf = (proofs: Readonly<Record<Sign, number>>, undecided: number): NumberProfile['certainty'] => {
  if (proofs['.'] > 0 && proofs[','] > 0) return 'contradicted';
  if (proofs['.'] > 0 || proofs[','] > 0) return 'proved';
  return undecided > 0 ? 'assumed' : 'irrelevant';
};
