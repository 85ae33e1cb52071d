import { describe, expect, it } from 'vitest';
import { judge } from '#shared/domain/calibration/index.ts';
import type { JudgedPoint, MeasurementPoint } from '#shared/domain/calibration/index.ts';
import { point, quantity, uncertainty } from './points.ts';

const [mm, um, celsius, kelvin] = [String.raw`\milli\metre`, String.raw`\micro\metre`, String.raw`\degreecelsius`, String.raw`\kelvin`];

const judgedOf = (given: Partial<MeasurementPoint>): JudgedPoint => {
  const found = judge(point({ lowerLimit: '-1', upperLimit: '1', ...given }));
  if (found.kind !== 'judged') throw new Error(`not judged: ${found.reason}`);
  return found;
};

describe('what of a point is judged', () => {
  it('is the error as stated', () => {
    expect(judgedOf({ error: quantity('0.012', mm), measured: quantity('25.5', mm), reference: quantity('25', mm) })).toMatchObject({
      value: '0.012', unit: mm, isComputed: false, lowerLimit: '-1', upperLimit: '1',
    });
  });

  it('is measured − reference where none is stated, exactly and in the unit of the measured value', () => {
    expect(judgedOf({ measured: quantity('25.012', mm), reference: quantity('25.0000', mm) })).toMatchObject({ value: '0.0120', unit: mm, isComputed: true });
    expect(judgedOf({ measured: quantity('25.012', mm), reference: quantity('25000', um) })).toMatchObject({ value: '0.012', unit: mm });
    expect(judgedOf({ measured: quantity('25012', um), reference: quantity('25.0000', mm) })).toMatchObject({ value: '12.0', unit: um });
    expect(judgedOf({ measured: quantity('33.17', celsius), reference: quantity('306.248', kelvin) })).toMatchObject({ value: '0.072', unit: celsius });
  });

  it('is the measured value where the limits stand for values', () => {
    expect(judgedOf({ judged: 'value', measured: quantity('9.9985', mm, uncertainty('0.0008')), error: quantity('7') })).toMatchObject({
      judged: 'value', value: '9.9985', uncertainty: { expanded: '0.0008', source: 'measured' },
    });
  });

  it.each<[string, Partial<MeasurementPoint>]>([
    ['units-differ', { measured: quantity('1', mm), reference: quantity('1', kelvin) }],
    ['units-differ', { measured: quantity('1', 'Shore A'), reference: quantity('1', 'Shore D') }],
    ['no-value', { measured: quantity('1') }],
    ['no-value', { reference: quantity('1') }],
    ['not-a-number', { measured: quantity(null), reference: quantity('1') }],
    ['not-a-number', { measured: quantity('NaN'), reference: quantity('1') }],
    ['no-limits', { error: quantity('1'), lowerLimit: null, upperLimit: null }],
    ['limits-reversed', { error: quantity('1'), lowerLimit: '0.10', upperLimit: '0.0999' }],
    ['not-a-number', { error: quantity('1'), upperLimit: 'one' }],
  ])('cannot be: %s', (reason, given) => {
    expect(judge(point({ lowerLimit: '-1', upperLimit: '1', ...given }))).toEqual({ kind: 'not-judged', reason });
  });
});

const error = quantity('0.1', mm);
/** U = 0.03 mm and 40 µm. */
const both = (k1: string, k2: string): JudgedPoint['uncertainty'] =>
  judgedOf({ error, measured: quantity('1', mm, uncertainty('0.03', k1)), reference: quantity('1000', um, uncertainty('40', k2)) }).uncertainty;

describe('whose uncertainty is taken', () => {
  it('its own before all others', () => {
    expect(judgedOf({ error: quantity('0.1', mm, uncertainty('0.02', '2.1')), measured: quantity('1', mm, uncertainty('5')) }).uncertainty).toEqual({
      expanded: '0.02', coverageFactor: '2.1', standard: '0.0095238095238095238095238095238095238095', source: 'error',
    });
  });

  it('that of the measured value or of the reference, in the unit of the error', () => {
    expect(judgedOf({ error, measured: quantity('1000', um, uncertainty('8')) }).uncertainty).toMatchObject({ expanded: '0.008', source: 'measured' });
    expect(judgedOf({ error, measured: quantity('1', mm), reference: quantity('1', mm, uncertainty('0.008')) }).uncertainty).toMatchObject({ expanded: '0.008', source: 'reference' });
    expect(judgedOf({ error: quantity('0.1', kelvin), measured: quantity('20', celsius, uncertainty('0.06')) }).uncertainty).toMatchObject({ expanded: '0.06' });
  });

  it('both together where both are stated: the root of the sum of their squares', () => {
    expect(both('2', '2.0')).toEqual({ expanded: '0.05', coverageFactor: '2', standard: '0.025', source: 'combined' });
    // u = 0.03 and 0.02: U = 2·√0.0013.
    expect(both('1', '2')).toMatchObject({ coverageFactor: '2', source: 'combined' });
    expect(Number(both('1', '2')?.expanded)).toBeCloseTo(2 * Math.sqrt(0.0013), 14);
  });

  it('a relative one as a part of its own value', () => {
    expect(judgedOf({ judged: 'value', measured: quantity('-200', mm, uncertainty('0.01', '2', 'relative')), lowerLimit: '-201' }).uncertainty).toMatchObject({ expanded: '2' });
    expect(judgedOf({ error, measured: quantity('1000', um, uncertainty('1e-3', '2', 'relative')) }).uncertainty).toMatchObject({ expanded: '0.001' });
    // A part of nothing, or of nothing known, says nothing.
    expect(judgedOf({ error: quantity('0', mm, uncertainty('0.01', '2', 'relative')) })).toMatchObject({ uncertainty: null, uncertaintyReason: 'uncertainty-invalid' });
    expect(judgedOf({ error, measured: quantity(null, mm, uncertainty('0.01', '2', 'relative')) })).toMatchObject({ uncertainty: null, uncertaintyReason: 'uncertainty-invalid' });
  });

  it('that of the error where a value has none', () => {
    expect(judgedOf({ judged: 'value', measured: quantity('0.5', mm), error: quantity('1', um, uncertainty('2')) }).uncertainty).toMatchObject({ expanded: '0.002', source: 'error' });
  });

  it('none, and says so', () => {
    expect(judgedOf({ error })).toMatchObject({ uncertainty: null, uncertaintyReason: 'no-uncertainty' });
    expect(judgedOf({ error, measured: quantity('1', kelvin, uncertainty('1')) })).toMatchObject({ uncertainty: null, uncertaintyReason: 'uncertainty-invalid' });
    expect(judgedOf({ error: quantity('0.1', mm, uncertainty('x')) })).toMatchObject({ uncertainty: null, uncertaintyReason: 'uncertainty-invalid' });
  });
});
