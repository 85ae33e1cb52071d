import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDecimals, convertUnit, displayUnit, normalUnit, sameUnit, toDsiUnit } from '#shared/domain/calibration/index.ts';
import { prefixes, units } from '#shared/domain/calibration/unit-table.ts';

const dsi = String.raw;

describe('units as certificates write them', () => {
  it.each([
    [dsi`\milli\metre`, 'mm'], [dsi`\micro\metre`, 'µm'], [dsi`\degreecelsius`, '°C'], [dsi`\degreeCelsius`, '°C'], [dsi`\kelvin`, 'K'],
    [dsi`\newton\metre`, 'N·m'], [dsi`\newton\metre\tothe{1}`, 'N·m'], [dsi`\metre\tothe{-1}`, 'm⁻¹'], [dsi`\metre\second\tothe{-2}`, 'm/s²'],
    [dsi`\metre\per\second\tothe{2}`, 'm/s²'], [dsi`\one`, ''], [dsi`\percent`, '%'], [dsi`\hecto\pascal`, 'hPa'], [dsi`\kilogram`, 'kg'], [dsi`\kilo\gram`, 'kg'],
    [dsi`\centi\metre\tothe{3}`, 'cm³'], [dsi`\cubic\metre`, 'm³'], [dsi`\metre\squared`, 'm²'], [dsi`\joule\per\kilogram\per\kelvin`, 'J·kg⁻¹·K⁻¹'], [dsi`\mega\pascal`, 'MPa'],
    [dsi`\kilogram\tothe{1}\metre\tothe{-3}\kilogram\tothe{-1}\metre\tothe{3}`, ''], [dsi`\degree`, '°'], [dsi`\ohm`, 'Ω'], [dsi`\milli\bar`, 'mbar'],
    [dsi` \milli \metre `, 'mm'], [dsi`\micro\metre\tothe{-12}`, 'µm⁻¹²'],
  ])('%s is shown as "%s"', (text, shown) => {
    expect(displayUnit(text)).toBe(shown);
  });

  it.each(['Shore A', dsi`\furlong`, dsi`\milli`, dsi`\milli\milli\metre`, dsi`\milli\kilogram`, dsi`\tothe{2}`, dsi`\metre\tothe`, dsi`\metre{2}`, dsi`\metre\per`, dsi`\metre\tothe{99}`, 'mm'])(
    '%s, which is not in the notation, stays as it is', (text) => {
      expect(displayUnit(` ${text} `)).toBe(text);
      expect(normalUnit(` ${text} `)).toBe(text);
    },
  );

  it('have one normal form', () => {
    expect(normalUnit(dsi`\degreeCelsius`)).toBe(dsi`\degreecelsius`);
    expect(normalUnit(dsi`\kilo\gram\per\cubic\metre`)).toBe(dsi`\kilogram\metre\tothe{-3}`);
    expect(normalUnit(dsi`\metre\metre`)).toBe(dsi`\metre\tothe{2}`);
    expect(normalUnit(dsi`\metre\per\metre`)).toBe(dsi`\one`);
  });

  it('survive a hostile length', () => {
    expect(displayUnit(dsi`\metre`.repeat(1000))).toBe(dsi`\metre`.repeat(1000));
    expect(convertUnit('1', dsi`\quetta\metre\tothe{24}`, dsi`\quecto\metre\tothe{24}`, 'value')).toBeNull();
  });
});

describe('the same unit', () => {
  it.each([
    [dsi`\newton\metre`, dsi`\metre\newton`], [dsi`\degreecelsius`, dsi`\degreeCelsius`], [dsi`\kilo\gram`, dsi`\kilogram`], [dsi`\litre`, dsi`\deci\metre\tothe{3}`],
    [dsi`\pascal`, dsi`\newton\per\metre\tothe{2}`], [dsi`\mega\pascal`, dsi`\newton\milli\metre\tothe{-2}`], [dsi`\one`, dsi`\metre\per\metre`], [dsi`\hecto\pascal`, dsi`\milli\bar`],
    ['Shore A', ' Shore A'],
  ])('%s and %s', (left, right) => {
    expect(sameUnit(left, right)).toBe(true);
    expect(sameUnit(right, left)).toBe(true);
  });

  it.each([
    [dsi`\milli\metre`, dsi`\micro\metre`], [dsi`\degreecelsius`, dsi`\kelvin`], [dsi`\newton`, dsi`\newton\metre`], [dsi`\percent`, dsi`\one`], [dsi`\degree`, dsi`\radian`],
    ['Shore A', 'Shore D'], ['Shore A', dsi`\one`], [dsi`\minute`, dsi`\arcminute`],
  ])('not %s and %s', (left, right) => {
    expect(sameUnit(left, right)).toBe(false);
  });
});

describe('conversion', () => {
  it.each([
    ['0.020', dsi`\milli\metre`, dsi`\micro\metre`, '20'], ['20', dsi`\micro\metre`, dsi`\milli\metre`, '0.020'], ['1.50', dsi`\metre`, dsi`\milli\metre`, '1500'],
    ['-0.0305', dsi`\milli\metre`, dsi`\micro\metre`, '-30.5'], ['1e-3', dsi`\metre`, dsi`\milli\metre`, '1'], ['25.0', dsi`\percent`, dsi`\one`, '0.250'],
    ['2.5', dsi`\bar`, dsi`\mega\pascal`, '0.25'], ['3.0', dsi`\minute`, dsi`\second`, '180'], ['0.5', dsi`\degree`, dsi`\arcminute`, '30'],
  ])('%s %s in %s is %s', (value, from, to, expected) => {
    expect(convertUnit(value, from, to, 'value')).toBe(expected);
  });

  it('gives readings in °C and K their zeros, and their differences the factor 1', () => {
    const [celsius, kelvin, milli] = [dsi`\degreecelsius`, dsi`\kelvin`, dsi`\milli\kelvin`];
    expect(convertUnit('33.098', celsius, kelvin, 'value')).toBe('306.248');
    expect(convertUnit('306.248', kelvin, celsius, 'value')).toBe('33.098');
    expect(convertUnit('20', celsius, kelvin, 'value')).toBe('293.15');
    expect(convertUnit('293150', milli, celsius, 'value')).toBe('20.000');
    expect(convertUnit('0.061', kelvin, celsius, 'difference')).toBe('0.061');
    expect(convertUnit('0.061', celsius, milli, 'difference')).toBe('61');
    // In a compound it is an interval.
    expect(sameUnit(dsi`\per\kelvin`, dsi`\per\degreecelsius`)).toBe(true);
  });

  it('refuses what is of another kind', () => {
    expect(convertUnit('1', dsi`\newton`, dsi`\metre`, 'value')).toBeNull();
    expect(convertUnit('1', dsi`\degree`, dsi`\radian`, 'difference')).toBeNull();
    expect(convertUnit('1', 'Shore A', 'Shore D', 'value')).toBeNull();
    expect(convertUnit('1.50', 'Shore A', 'Shore A', 'value')).toBe('1.50');
    expect(() => convertUnit('1,5', dsi`\metre`, dsi`\metre`, 'value')).toThrow(RangeError);
  });
});

describe('what people type', () => {
  it.each([
    ['mm', dsi`\milli\metre`], ['µm', dsi`\micro\metre`], ['μm', dsi`\micro\metre`], ['um', dsi`\micro\metre`], ['nm', dsi`\nano\metre`], ['Nm', dsi`\newton\metre`],
    ['N·m', dsi`\newton\metre`], ['N*m', dsi`\newton\metre`], ['N m', dsi`\newton\metre`], ['N.m', dsi`\newton\metre`], ['N-m', dsi`\newton\metre`], ['cNm', dsi`\centi\newton\metre`],
    ['kN·m', dsi`\kilo\newton\metre`], ['bar', dsi`\bar`], ['mbar', dsi`\milli\bar`], ['MPa', dsi`\mega\pascal`], ['kPa', dsi`\kilo\pascal`], ['°C', dsi`\degreecelsius`],
    ['℃', dsi`\degreecelsius`], ['K', dsi`\kelvin`], ['%', dsi`\percent`], ['', dsi`\one`], ['1', dsi`\one`], ['1/K', dsi`\kelvin\tothe{-1}`], ['m/s²', dsi`\metre\second\tothe{-2}`],
    ['m/s^2', dsi`\metre\second\tothe{-2}`], ['m s-2', dsi`\metre\second\tothe{-2}`], ['m·s⁻²', dsi`\metre\second\tothe{-2}`], ['N/mm2', dsi`\newton\milli\metre\tothe{-2}`], ['cm³', dsi`\centi\metre\tothe{3}`], ['°', dsi`\degree`],
    ['Ω', dsi`\ohm`], ['kohm', dsi`\kilo\ohm`], ['mL', dsi`\milli\litre`], ['ml', dsi`\milli\litre`], ['min', dsi`\minute`], ['kg', dsi`\kilogram`], ['mg', dsi`\milli\gram`], ['da', null],
    [dsi`\degreeCelsius`, dsi`\degreecelsius`], ['psi', null], ['MM', null], ['mm/', null], ['m/(s K)', null], [dsi`\furlong`, null], ['mkg', null],
  ])('%s is %s', (typed, expected) => {
    expect(toDsiUnit(typed)).toBe(expected);
  });
});

const anyFactor = fc
  .record({ prefix: fc.constantFrom('', ...prefixes.keys()), unit: fc.constantFrom(...units.keys()), power: fc.constantFrom(-3, -2, -1, 1, 2, 3), isPer: fc.boolean() })
  .map(({ prefix, unit, power, isPer }) => `${isPer ? dsi`\per` : ''}${prefix !== '' && units.get(unit)?.takesPrefix === true ? `\\${prefix}` : ''}\\${unit}${power === 1 ? '' : `\\tothe{${power}}`}`);
const anyUnit = fc.array(anyFactor, { minLength: 1, maxLength: 4 }).map((factors) => factors.join(''));

describe('any unit', () => {
  it('is in its normal form once and for all, and is the same unit there', () => {
    fc.assert(
      fc.property(anyUnit, (text) => {
        const normal = normalUnit(text);
        expect(normalUnit(normal)).toBe(normal);
        expect(sameUnit(text, normal)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('comes back from its display', () => {
    fc.assert(
      fc.property(anyUnit, (text) => {
        const shown = displayUnit(text);
        const back = toDsiUnit(shown);
        expect({ shown, same: back !== null && sameUnit(back, text) }).toEqual({ shown, same: true });
      }),
      { numRuns: 1000 },
    );
  });

  it('converts there and back exactly between decimal multiples', () => {
    fc.assert(
      fc.property(fc.constantFrom(...prefixes.keys()), fc.constantFrom(...prefixes.keys()), fc.integer(), (from, to, value) => {
        const there = convertUnit(`${value}e-3`, `\\${from}\\metre`, `\\${to}\\metre`, 'value');
        const back = convertUnit(there ?? '', `\\${to}\\metre`, `\\${from}\\metre`, 'value');
        expect(compareDecimals(back ?? '', `${value}e-3`)).toBe(0);
      }),
    );
  });
});
