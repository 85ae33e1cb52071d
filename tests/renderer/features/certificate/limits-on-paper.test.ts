import { describe, expect, it } from 'vitest';
import { decide } from '#shared/domain/calibration/index.ts';
import type { MeasurementPoint } from '#shared/domain/calibration/index.ts';
import { withLimits } from '#renderer/features/certificate/limits-on-paper.ts';

const millimetre = String.raw`\milli\metre`;
const micrometre = String.raw`\micro\metre`;
const kelvin = String.raw`\kelvin`;
const uncertainty = { expanded: '0.010', kind: 'absolute', coverageFactor: '2', coverageProbability: null, distribution: null } as const;

const point: MeasurementPoint = {
  stage: 'only', group: null, label: null, reference: { value: '10.000', unit: millimetre, uncertainty: null }, measured: { value: '10.0217', unit: millimetre, uncertainty },
  error: null, judged: 'value', lowerLimit: null, upperLimit: null, statedAcceptance: null, statedConformity: null, fromExternalProvider: false,
};
const range = { quantity: null, unit: millimetre, lower: '0', upper: '25', resolution: null, toleranceLower: '-0.030', toleranceUpper: '0.030' };
const own = { lower: '-30', upper: '30', unit: micrometre };
const guardBand = { kind: 'guard-band', outcome: 'binary', factor: '1' } as const;

describe('results of a certificate without limits, held to others on paper', () => {
  it('are judged by two rules against the instrument’s tolerance', () => {
    expect(decide(point, { kind: 'simple' }).verdict).toBe('not-judged');
    const [tried] = withLimits([point], 'instrument', [range], own);
    expect(tried && [decide(tried, { kind: 'simple' }).verdict, decide(tried, guardBand).verdict]).toEqual(['pass', 'fail']);
  });

  it('are judged against limits typed in another unit of the same kind, exactly', () => {
    const [tried] = withLimits([point], 'own', [], own);
    expect(tried).toMatchObject({ judged: 'error', lowerLimit: '-0.030', upperLimit: '0.030' });
    const [inMicrometres] = withLimits([{ ...point, error: { value: '21.7', unit: micrometre, uncertainty: null } }], 'own', [], { lower: null, upper: '0.030', unit: millimetre });
    expect(inMicrometres).toMatchObject({ lowerLimit: null, upperLimit: '30' });
  });

  it('stay unjudged where the limits are of another kind, or no range covers the point', () => {
    const [cold] = withLimits([point], 'own', [], { ...own, unit: kelvin });
    const [outside] = withLimits([{ ...point, reference: { value: '90', unit: millimetre, uncertainty: null } }], 'instrument', [range], own);
    expect([cold, outside].map((tried) => tried && decide(tried, { kind: 'simple' }).verdict)).toEqual(['not-judged', 'not-judged']);
  });

  it('are left as they are where the certificate’s own limits are asked for', () => {
    const points = [point];
    expect(withLimits(points, 'stated', [range], own)).toBe(points);
  });
});
