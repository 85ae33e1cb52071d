import { prefixes, units } from './unit-table.ts';
import { readUnit, writeUnit } from './units.ts';
import type { UnitFactor } from './units.ts';

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

const superscript = (power: number): string =>
  `${power < 0 ? '⁻' : ''}${String(Math.abs(power)).replace(/\d/gu, (digit) => superscripts.charAt(Number(digit)))}`;

const symbolOf = ({ prefix, unit }: UnitFactor): string =>
  `${prefix === null ? '' : (prefixes.get(prefix)?.symbol ?? '')}${units.get(unit)?.symbol ?? ''}`;

const withPower = (factor: UnitFactor, power: number): string => `${symbolOf(factor)}${power === 1 ? '' : superscript(power)}`;

/**
 * As people write it (SI Brochure 5.4): `mm`, `°C`, `N·m`, `m/s²`; one divisor with a stroke, several as negative powers.
 * Empty for `\one`. Text that is not in the D-SI notation is shown as it stands.
 */
export const displayUnit = (dsi: string): string => {
  const factors = readUnit(dsi);
  if (factors === null) return dsi.trim();
  const divisors = factors.filter(({ power }) => power < 0);
  const [divisor] = divisors;
  if (divisor === undefined || divisors.length > 1 || factors.length === 1) {
    return factors.map((factor) => withPower(factor, factor.power)).join('·');
  }
  const dividend = factors.filter(({ power }) => power > 0).map((factor) => withPower(factor, factor.power)).join('·');
  return `${dividend}/${withPower(divisor, -divisor.power)}`;
};

/** What keyboards and old files put in place of a symbol. */
const otherSymbols: ReadonlyMap<string, string> = new Map([
  ['ohm', 'Ω'], ['Ohm', 'Ω'], ['l', 'L'], ['℃', '°C'], ['ºC', '°C'], ['degC', '°C'], ['deg', '°'], ['º', '°'], ["'", '′'], ['"', '″'],
]);

const unitOfSymbol: ReadonlyMap<string, string> = new Map([...units].filter(([, { symbol }]) => symbol !== '').map(([name, { symbol }]) => [symbol, name]));
const prefixOfSymbol: ReadonlyMap<string, string> = new Map([...[...prefixes].map(([name, { symbol }]) => [symbol, name] as const), ['u', 'micro']]);

type PrefixedUnit = Pick<UnitFactor, 'prefix' | 'unit'>;

const readSymbol = (text: string): PrefixedUnit | null => {
  const symbol = otherSymbols.get(text) ?? text;
  const whole = unitOfSymbol.get(symbol);
  if (whole !== undefined) return { prefix: null, unit: whole };
  for (const length of [1, 2]) {
    const prefix = prefixOfSymbol.get(symbol.slice(0, length));
    const rest = symbol.slice(length);
    const unit = unitOfSymbol.get(otherSymbols.get(rest) ?? rest);
    if (prefix === undefined || unit === undefined || units.get(unit)?.takesPrefix !== true) continue;
    return { prefix, unit };
  }
  return null;
};

/** Newton metres are written in one word everywhere in the trade: `Nm`, `cNm`, `kNm`. */
const newtonMetres = /^(|[cmkMd]|da|µ|u)Nm$/u;
const factorForm = /^(?<symbol>.*?[^\d+-])\^?(?<power>[+-]?\d{1,2})?$/u;

const readFactors = (text: string, sign: 1 | -1): readonly UnitFactor[] | null => {
  const torque = newtonMetres.exec(text);
  if (torque !== null) {
    const force = readSymbol(`${torque[1] ?? ''}N`);
    return force === null ? null : [{ ...force, power: sign }, { prefix: null, unit: 'metre', power: sign }];
  }
  const groups = factorForm.exec(text)?.groups;
  const unit = readSymbol(groups?.['symbol'] ?? '');
  return unit === null ? null : [{ ...unit, power: sign * Number(groups?.['power'] ?? '1') }];
};

const superscriptDigit = /[⁰¹²³⁴⁵⁶⁷⁸⁹]/gu;
const withPlainPowers = (text: string): string =>
  text.replaceAll('⁻', '-').replaceAll('⁺', '+').replaceAll(superscriptDigit, (digit) => String(superscripts.indexOf(digit)));

/**
 * D-SI text for what a person types or a file says: `mm`, `um`, `µm`, `N·m`, `Nm`, `N/mm²`, `°C`, `%`, or D-SI itself;
 * empty and `1` are the bare number. Case counts (mm, MPa), as it does in the SI. null: no unit known here.
 */
export const toDsiUnit = (typed: string): string | null => {
  const text = typed.trim().replaceAll(/[μµ]/gu, 'µ').replaceAll('\u2126', 'Ω');
  if (text === '' || text === '1') return String.raw`\one`;
  if (text.startsWith('\\')) {
    const factors = readUnit(text);
    return factors === null ? null : writeUnit(factors);
  }
  const [first = '', ...divisors] = withPlainPowers(text).split(/\s*\/\s*/u);
  const all: UnitFactor[] = [];
  for (const [index, product] of [first, ...divisors].entries()) {
    // `1/K`, and a hyphen as in "N-m"; one before a digit is a negative power.
    const parts = index === 0 && product === '1' && divisors.length > 0 ? [] : product.split(/\s*[·⋅*.\u00D7]\s*|\s+|-(?!\d)/u);
    for (const [place, part] of parts.entries()) {
      const factors = readFactors(part, index > 0 && place === 0 ? -1 : 1);
      if (factors === null || (index > 0 && place > 0)) return null;
      all.push(...factors);
    }
  }
  const joined = readUnit(writeUnit(all));
  return joined === null ? null : writeUnit(joined);
};
