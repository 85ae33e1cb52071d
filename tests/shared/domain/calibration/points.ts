import type { DecimalText, Measurand, MeasurementPoint, Uncertainty } from '#shared/domain/calibration/index.ts';

export const uncertainty = (expanded: DecimalText, coverageFactor = '2', kind: Uncertainty['kind'] = 'absolute'): Uncertainty => ({
  expanded, kind, coverageFactor, coverageProbability: '0.95', distribution: 'normal',
});

export const quantity = (value: DecimalText | null, unit = String.raw`\milli\metre`, of: Uncertainty | null = null): Measurand => ({ value, unit, uncertainty: of });

/** A point of which only an error, its U and its limits are known, to be filled in by the test. */
export const point = (given: Partial<MeasurementPoint>): MeasurementPoint => ({
  stage: 'only', group: null, label: null, reference: null, measured: null, error: null, judged: 'error', lowerLimit: null, upperLimit: null,
  statedAcceptance: null, statedConformity: null, fromExternalProvider: false, ...given,
});

interface ErrorPoint {
  readonly y: DecimalText;
  readonly lower: DecimalText | null;
  readonly upper: DecimalText | null;
  readonly expanded: DecimalText;
  readonly k?: DecimalText;
}

export const errorPoint = ({ y, lower, upper, expanded, k = '2' }: ErrorPoint): MeasurementPoint =>
  point({ error: quantity(y, undefined, uncertainty(expanded, k)), lowerLimit: lower, upperLimit: upper });
