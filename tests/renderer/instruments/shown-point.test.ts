import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareDecimals, decide, decimalPlaces } from '#shared/domain/calibration/index.ts';
import type { DecisionRule, MeasurementPoint } from '#shared/domain/calibration/index.ts';
import { ruleIdOf, ruleIds, ruleOf } from '#renderer/instruments/decision-rules.ts';
import { shownPoint } from '#renderer/instruments/shown-point.ts';
import type { ShownPoint } from '#renderer/instruments/shown-point.ts';

const millimetre = String.raw`\milli\metre`;
const simple: DecisionRule = { kind: 'simple' };

const pointOf = (error: string, expanded: string | null, limits: readonly [string | null, string | null], factor = '2'): MeasurementPoint => ({
  stage: 'only', group: null, label: null, reference: { value: '100', unit: millimetre, uncertainty: null }, measured: null,
  error: { value: error, unit: millimetre, uncertainty: expanded === null ? null : { expanded, kind: 'absolute', coverageFactor: factor, coverageProbability: null, distribution: null } },
  judged: 'error', lowerLimit: limits[0], upperLimit: limits[1], statedAcceptance: null, statedConformity: null, fromExternalProvider: false,
});

/** The point with nothing but the numbers that a reader sees. */
const readBack = (point: MeasurementPoint, shown: ShownPoint): MeasurementPoint => pointOf(shown.error ?? '', shown.expanded, [point.lowerLimit, point.upperLimit], shown.coverageFactor ?? '2');

const decimals = (least: number, most: number) => fc.tuple(fc.integer({ min: least, max: most }), fc.integer({ min: 0, max: 6 })).map(([digits, places]) => (digits / 10 ** places).toFixed(places));

describe('a point for reading', () => {
  test.each([
    ['0.021734', '0.0102', '0.022', '0.010'],
    ['10.05762', '0.054', '10.058', '0.054'],
    ['0.2', '0.0996', '0.2', '0.10'],
    ['0.020', '0.010', '0.020', '0.010'],
    ['12.34', '5', '12.3', '5.0'],
    ['12', '5', '12', '5'],
    ['1234.5', '123.4', '1230', '120'],
    ['-0.0004', '0.010', '0.000', '0.010'],
  ])('%s with U = %s is shown as %s and %s: two digits of U, none added to what was written', (error, expanded, shownError, shownExpanded) => {
    expect(shownPoint(pointOf(error, expanded, [null, null]), null)).toMatchObject({ error: shownError, expanded: shownExpanded, verdict: 'not-judged' });
  });

  test('just beyond a limit is not rounded onto it', () => {
    const shown = shownPoint(pointOf('0.0304', '0.010', ['-0.030', '0.030']), simple);
    expect(shown).toMatchObject({ error: '0.0304', expanded: '0.010', verdict: 'fail' });
    expect(shownPoint(pointOf('0.0296', '0.010', ['-0.030', '0.030']), simple)).toMatchObject({ error: '0.030', verdict: 'pass' });
  });

  test('a relative uncertainty is shown in the unit of the error; without one, or without a number, nothing is made up', () => {
    const relative = pointOf('0.050', '0.10', ['-1', '1']);
    const error = relative.error && { ...relative.error, uncertainty: relative.error.uncertainty && { ...relative.error.uncertainty, kind: 'relative' as const } };
    expect(shownPoint({ ...relative, error }, simple)).toMatchObject({ error: '0.050', expanded: '0.005' });
    expect(shownPoint(pointOf('0.0512345', null, ['-1', '1']), simple)).toMatchObject({ error: '0.0512345', expanded: null, coverageFactor: null });
    expect(shownPoint({ ...pointOf('0', null, ['-1', '1']), error: null }, simple)).toMatchObject({ reference: '100', measured: null, error: null, expanded: null, verdict: 'not-judged' });
  });

  const rule = fc.tuple(fc.constantFrom(...ruleIds), fc.constantFrom('0.83', '1', '1.5', '3')).map(([id, factor]) => ruleOf(id, factor));

  test('whatever is rounded, the verdict shown is that of the numbers measured, and also that of the numbers shown', () => {
    fc.assert(
      fc.property(decimals(-50_000, 50_000), decimals(1, 20_000), decimals(0, 40_000), fc.constantFrom('1.65', '2', '3'), rule, (error, expanded, tolerance, factor, chosen) => {
        const point = pointOf(error, expanded, [`-${tolerance}`, tolerance], factor);
        const shown = shownPoint(point, chosen);
        expect(shown.verdict).toBe(decide(point, chosen).verdict);
        expect(decide(readBack(point, shown), chosen).verdict).toBe(shown.verdict);
        // Digits are taken away or left, never added.
        expect(decimalPlaces(shown.error ?? '0')).toBeLessThanOrEqual(decimalPlaces(error));
        expect(compareDecimals(shown.expanded ?? '0', '0')).toBe(1);
      }),
      { numRuns: 2000 },
    );
  });
});

test('a rule and its choice on screen are one and the same', () => {
  for (const id of ruleIds) expect(ruleIdOf(ruleOf(id, '1.5'))).toBe(id);
  expect(ruleOf('guard-band-binary', '0.83')).toEqual({ kind: 'guard-band', outcome: 'binary', factor: '0.83' });
});
