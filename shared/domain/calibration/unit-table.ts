/**
 * Units of the digital SI (D-SI, https://zenodo.org/records/3816686, after the BIPM SI Brochure, 9th edition): their names
 * in the D-SI notation without the backslash, symbols, and what they are in base units. Factors are exact by definition.
 */

/** Decimal exponents of the 24 SI prefixes (CGPM 2022). */
export const prefixes: ReadonlyMap<string, { readonly symbol: string; readonly exponent: number }> = new Map([
  ['quecto', { symbol: 'q', exponent: -30 }], ['ronto', { symbol: 'r', exponent: -27 }], ['yocto', { symbol: 'y', exponent: -24 }],
  ['zepto', { symbol: 'z', exponent: -21 }], ['atto', { symbol: 'a', exponent: -18 }], ['femto', { symbol: 'f', exponent: -15 }],
  ['pico', { symbol: 'p', exponent: -12 }], ['nano', { symbol: 'n', exponent: -9 }], ['micro', { symbol: 'µ', exponent: -6 }],
  ['milli', { symbol: 'm', exponent: -3 }], ['centi', { symbol: 'c', exponent: -2 }], ['deci', { symbol: 'd', exponent: -1 }],
  ['deca', { symbol: 'da', exponent: 1 }], ['hecto', { symbol: 'h', exponent: 2 }], ['kilo', { symbol: 'k', exponent: 3 }],
  ['mega', { symbol: 'M', exponent: 6 }], ['giga', { symbol: 'G', exponent: 9 }], ['tera', { symbol: 'T', exponent: 12 }],
  ['peta', { symbol: 'P', exponent: 15 }], ['exa', { symbol: 'E', exponent: 18 }], ['zetta', { symbol: 'Z', exponent: 21 }],
  ['yotta', { symbol: 'Y', exponent: 24 }], ['ronna', { symbol: 'R', exponent: 27 }], ['quetta', { symbol: 'Q', exponent: 30 }],
]);

export interface UnitDefinition {
  readonly symbol: string;
  /** Base units and their powers, written `kg m s-2`; empty for a bare number. */
  readonly base: string;
  /** How many of the base it is: numerator and denominator. */
  readonly times: string;
  readonly over: string;
  readonly takesPrefix: boolean;
}

const unit = (symbol: string, base: string, times = '1', over = '1'): UnitDefinition => ({ symbol, base, times, over, takesPrefix: true });
const plain = (symbol: string, base: string, times = '1', over = '1'): UnitDefinition => ({ symbol, base, times, over, takesPrefix: false });

/**
 * The degree of arc stays apart from the radian, of which it is no rational part. °C stands here as the interval that it
 * shares with the kelvin; its zero is the business of the conversion of values.
 */
export const units: ReadonlyMap<string, UnitDefinition> = new Map([
  ['one', plain('', '')], ['percent', plain('%', '', '1e-2')], ['ppm', plain('ppm', '', '1e-6')],
  ['metre', unit('m', 'm')], ['kilogram', plain('kg', 'kg')], ['gram', unit('g', 'kg', '1e-3')], ['second', unit('s', 's')],
  ['ampere', unit('A', 'A')], ['kelvin', unit('K', 'K')], ['mole', unit('mol', 'mol')], ['candela', unit('cd', 'cd')],
  ['degreecelsius', plain('°C', 'K')],
  ['radian', unit('rad', 'rad')], ['steradian', unit('sr', 'rad2')],
  ['degree', plain('°', 'deg')], ['arcminute', plain('′', 'deg', '1', '60')], ['arcsecond', plain('″', 'deg', '1', '3600')],
  ['hertz', unit('Hz', 's-1')], ['becquerel', unit('Bq', 's-1')], ['newton', unit('N', 'kg m s-2')], ['pascal', unit('Pa', 'kg m-1 s-2')],
  ['joule', unit('J', 'kg m2 s-2')], ['watt', unit('W', 'kg m2 s-3')], ['coulomb', unit('C', 'A s')], ['volt', unit('V', 'kg m2 s-3 A-1')],
  ['farad', unit('F', 'kg-1 m-2 s4 A2')], ['ohm', unit('Ω', 'kg m2 s-3 A-2')], ['siemens', unit('S', 'kg-1 m-2 s3 A2')],
  ['weber', unit('Wb', 'kg m2 s-2 A-1')], ['tesla', unit('T', 'kg s-2 A-1')], ['henry', unit('H', 'kg m2 s-2 A-2')],
  ['lumen', unit('lm', 'cd rad2')], ['lux', unit('lx', 'cd rad2 m-2')], ['gray', unit('Gy', 'm2 s-2')], ['sievert', unit('Sv', 'm2 s-2')],
  ['katal', unit('kat', 'mol s-1')],
  ['minute', plain('min', 's', '60')], ['hour', plain('h', 's', '3600')], ['day', plain('d', 's', '86400')],
  ['hectare', plain('ha', 'm2', '1e4')], ['litre', unit('L', 'm3', '1e-3')], ['tonne', unit('t', 'kg', '1e3')],
  ['bar', unit('bar', 'kg m-1 s-2', '1e5')], ['electronvolt', unit('eV', 'kg m2 s-2', '1.602176634e-19')],
  ['neper', unit('Np', 'Np')], ['bel', unit('B', 'bel')], ['decibel', plain('dB', 'bel', '1e-1')],
  ['bit', unit('bit', 'bit')], ['byte', unit('byte', 'bit', '8')],
]);

/** Spellings that certificates use for the same name: D-SI wrote both kinds of Celsius, siunitx the American ones. */
export const spellings: ReadonlyMap<string, string> = new Map([
  ['degreeCelsius', 'degreecelsius'], ['celsius', 'degreecelsius'], ['meter', 'metre'], ['liter', 'litre'], ['deka', 'deca'], ['kilogramme', 'kilogram'],
]);
