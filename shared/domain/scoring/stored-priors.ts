import { isIndicatorId } from '../model/index.ts';
import type { IndicatorId } from '../model/index.ts';
import type { IndicatorPrior, Priors } from './types.ts';

/** JSON keeps every double exactly, so that a score computed again from stored priors is the same bit for bit. */
export const priorsToJson = (priors: Priors): string => JSON.stringify(priors);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

const isPositiveNumber = (value: unknown): value is number => typeof value === 'number' && value > 0 && value < Infinity;

const readPrior = (value: unknown): IndicatorPrior | null => {
  if (!isRecord(value)) return null;
  const { priorWeight, priorMean, from, clients, events, rho } = value;
  if (!isPositiveNumber(priorWeight) || !isPositiveNumber(priorMean) || priorMean >= 1) return null;
  if (from !== 'portfolio' && from !== 'portfolio-mean') return null;
  if (typeof clients !== 'number' || typeof events !== 'number' || (rho !== null && typeof rho !== 'number')) return null;
  return { priorWeight, priorMean, from, clients, events, rho };
};

/** The inverse of {@link priorsToJson}. @throws RangeError for text that no version of this model has written. */
export const priorsFromJson = (text: string): Priors => {
  const value: unknown = JSON.parse(text);
  if (!isRecord(value)) throw new RangeError('stored priors are no object');
  const { id, modelVersion, asOfDay, indicators } = value;
  if (typeof id !== 'string' || typeof modelVersion !== 'string' || !isRecord(indicators)) throw new RangeError('stored priors lack their id, model or indicators');
  if (asOfDay !== null && !Number.isInteger(asOfDay)) throw new RangeError('stored priors lack their day');
  const read: Partial<Record<IndicatorId, IndicatorPrior>> = {};
  for (const [indicatorId, given] of Object.entries(indicators)) {
    const prior = readPrior(given);
    if (!isIndicatorId(indicatorId) || prior === null) throw new RangeError(`stored priors of "${indicatorId}" cannot be read`);
    read[indicatorId] = prior;
  }
  return { id, modelVersion, asOfDay: typeof asOfDay === 'number' ? asOfDay : null, indicators: read };
};
