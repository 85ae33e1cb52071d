import { decimal, decimalPlaces, plainText } from './decimal.ts';
import type { Decimal } from './decimal.ts';
import type { DecimalText } from './types.ts';
import { prefixes, spellings, units } from './unit-table.ts';

/** A factor of a unit: `\milli\metre\tothe{-1}` is milli, metre, −1. */
export interface UnitFactor {
  readonly prefix: string | null;
  readonly unit: string;
  readonly power: number;
}

const largestPower = 24;
/** Of a unit's text, and of what lies between two units as a power of ten: beyond any real one, within what a hostile file may cost. */
const longestText = 300;
const widestRatio = 300;
const token = /\s*\\([A-Za-z]+)\s*(?:\{\s*([+-]?\d{1,3})\s*\})?\s*/uy;
const powersBefore: ReadonlyMap<string, number> = new Map([['square', 2], ['cubic', 3]]);
const powersAfter: ReadonlyMap<string, number> = new Map([['squared', 2], ['cubed', 3]]);

interface Pending {
  sign: 1 | -1;
  prefix: string | null;
  power: number;
}
const nothingPending = (): Pending => ({ sign: 1, prefix: null, power: 1 });

/** One factor for each unit in the order of the text; null where the text is not in the notation or names a unit unknown here. */
const factorsAsWritten = (text: string): UnitFactor[] | null => {
  const factors: UnitFactor[] = [];
  let pending = nothingPending();
  let last: UnitFactor | null = null;
  token.lastIndex = 0;
  let position = 0;
  while (position < text.length) {
    token.lastIndex = position;
    const match = token.exec(text);
    if (match === null) return null;
    position = token.lastIndex;
    const written = match[1] ?? '';
    const name = spellings.get(written) ?? written;
    const after = name === 'tothe' && match[2] !== undefined ? Number(match[2]) : powersAfter.get(name);
    if ((match[2] !== undefined) !== (name === 'tothe')) return null;
    if (after !== undefined) {
      if (last === null || Math.abs(after) > largestPower) return null;
      last = { prefix: last.prefix, unit: last.unit, power: last.power * after };
      factors[factors.length - 1] = last;
    } else if (name === 'per' && pending.prefix === null) {
      pending.sign = -1;
    } else if (powersBefore.has(name) && pending.prefix === null) {
      pending.power = powersBefore.get(name) ?? 1;
    } else if (prefixes.has(name) && pending.prefix === null) {
      pending.prefix = name;
    } else {
      const definition = units.get(name);
      if (definition === undefined || (pending.prefix !== null && !definition.takesPrefix)) return null;
      last = pending.prefix === 'kilo' && name === 'gram'
        ? { prefix: null, unit: 'kilogram', power: pending.sign * pending.power }
        : { prefix: pending.prefix, unit: name, power: pending.sign * pending.power };
      factors.push(last);
      pending = nothingPending();
      continue;
    }
    if (after === undefined) last = null;
  }
  const isComplete = pending.sign === 1 && pending.prefix === null && pending.power === 1;
  return factors.length > 0 && isComplete ? factors : null;
};

/** The unit's factors, each unit once, in the order of their first appearance; empty for a bare number. null: not readable. */
export const readUnit = (text: string): readonly UnitFactor[] | null => {
  const merged = new Map<string, UnitFactor>();
  const written = text.length > longestText ? null : factorsAsWritten(text.trim());
  if (written === null) return null;
  for (const factor of written) {
    const key = `${factor.prefix ?? ''} ${factor.unit}`;
    merged.set(key, { ...factor, power: (merged.get(key)?.power ?? 0) + factor.power });
  }
  return [...merged.values()].filter(({ unit, power }) => unit !== 'one' && power !== 0);
};

/** Factors in the D-SI notation; `\one` for none. */
export const writeUnit = (factors: readonly UnitFactor[]): string =>
  factors.length === 0
    ? String.raw`\one`
    : factors.map(({ prefix, unit, power }) => `${prefix === null ? '' : `\\${prefix}`}\\${unit}${power === 1 ? '' : `\\tothe{${power}}`}`).join('');

/** The D-SI text in one spelling: each unit once, powers as `\tothe{}`. Text that is not in the notation stays as it is, trimmed. */
export const normalUnit = (text: string): string => {
  const factors = readUnit(text);
  return factors === null ? text.trim() : writeUnit(factors);
};

interface Size {
  readonly times: Decimal;
  readonly over: Decimal;
  /** Powers of the base units, those of power 0 left out. */
  readonly dimension: ReadonlyMap<string, number>;
}

const basePart = /^([A-Za-z]+)(-?\d+)?$/u;
const ten = decimal('10');

const sizeOf = (factors: readonly UnitFactor[]): Size => {
  let times = decimal('1');
  let over = decimal('1');
  const dimension = new Map<string, number>();
  for (const { prefix, unit, power } of factors) {
    const definition = units.get(unit);
    if (definition === undefined) throw new RangeError(`"${unit}" is no unit of the table`);
    const exponent = (prefix === null ? 0 : (prefixes.get(prefix)?.exponent ?? 0)) * power;
    const up = decimal(power > 0 ? definition.times : definition.over).pow(Math.abs(power));
    const down = decimal(power > 0 ? definition.over : definition.times).pow(Math.abs(power));
    times = times.times(up).times(exponent > 0 ? ten.pow(exponent) : 1);
    over = over.times(down).times(exponent < 0 ? ten.pow(-exponent) : 1);
    for (const part of definition.base === '' ? [] : definition.base.split(' ')) {
      const [, base = '', of = '1'] = basePart.exec(part) ?? [];
      const sum = (dimension.get(base) ?? 0) + Number(of) * power;
      if (sum === 0) dimension.delete(base);
      else dimension.set(base, sum);
    }
  }
  return { times, over, dimension };
};

const sameDimension = (left: Size, right: Size): boolean =>
  left.dimension.size === right.dimension.size && [...left.dimension].every(([base, power]) => right.dimension.get(base) === power);

/** The scale with its own zero: °C by itself. In a compound, and in a difference, it is a kelvin. */
const isCelsius = (factors: readonly UnitFactor[]): boolean =>
  factors.length === 1 && factors[0]?.unit === 'degreecelsius' && factors[0].power === 1;

/** What makes numbers in one unit into numbers in the other: first plus `shift` (in the first unit), then times `times`/`over`. */
interface Conversion {
  readonly shift: Decimal;
  readonly times: Decimal;
  readonly over: Decimal;
}

const zeroCelsius = decimal('273.15');
const zero = decimal('0');
const one = decimal('1');

/** Kinds of quantities: a reading on a scale, or the distance of two readings (an error, an uncertainty, a tolerance). */
type QuantityKind = 'value' | 'difference';

const findConversion = (from: string, to: string, kind: QuantityKind): Conversion | null => {
  const fromFactors = readUnit(from);
  const toFactors = readUnit(to);
  if (fromFactors === null || toFactors === null) {
    return from.trim() === to.trim() ? { shift: zero, times: one, over: one } : null;
  }
  const fromSize = sizeOf(fromFactors);
  const toSize = sizeOf(toFactors);
  if (!sameDimension(fromSize, toSize)) return null;
  const times = fromSize.times.times(toSize.over);
  const over = fromSize.over.times(toSize.times);
  if (Math.abs(times.e - over.e) > widestRatio) return null;
  if (kind === 'difference' || isCelsius(fromFactors) === isCelsius(toFactors)) return { shift: zero, times, over };
  if (isCelsius(fromFactors)) return { shift: zeroCelsius, times, over };
  // From a multiple of the kelvin: 273.15 K in that unit, a product of powers of ten and so exact.
  return { shift: zeroCelsius.times(over).div(times).neg(), times, over };
};

/** Units recur by the thousand in a certificate; each pair is worked out once. */
const known = new Map<string, Conversion | null>();
const mostKnown = 1000;

const conversion = (from: string, to: string, kind: QuantityKind): Conversion | null => {
  const key = `${kind}\n${from}\n${to}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = findConversion(from, to, kind);
  if (known.size >= mostKnown) known.clear();
  known.set(key, made);
  return made;
};

/** Power of ten that the number is, or null. */
const powerOfTen = (value: Decimal): number | null => (value.c.length === 1 && value.c[0] === 1 ? value.e : null);

/**
 * The number in another unit: exact between decimal multiples, with trailing zeros kept as far as it was read (0.020 mm is
 * 20 µm); otherwise to 40 places. A value in °C becomes one in K by its zero, a difference by the factor 1.
 * null: the units are of different kinds, or one is not readable and they are not the same text. @throws RangeError for no number.
 */
export const convertUnit = (value: DecimalText, from: string, to: string, kind: QuantityKind): DecimalText | null => {
  const found = conversion(from, to, kind);
  if (found === null) return null;
  const places = decimalPlaces(value);
  const shifted = decimal(value).plus(found.shift);
  const up = powerOfTen(found.times);
  const down = powerOfTen(found.over);
  if (up === null || down === null) return plainText(shifted.times(found.times).div(found.over));
  const exponent = up - down;
  const product = shifted.times(decimal(`1e${exponent}`));
  const shiftPlaces = found.shift.eq(0) ? places : Math.max(places, decimalPlaces(plainText(found.shift)));
  return plainText(product, Math.max(0, shiftPlaces - exponent));
};

/** May numbers in the two be compared as they stand? N·m and m·N are the same, mm and µm are not, K and °C are not. */
export const sameUnit = (left: string, right: string): boolean => {
  const found = conversion(left, right, 'value');
  return found !== null && found.shift.eq(0) && found.times.eq(found.over);
};
