import type { Weights } from './types.ts';

/** Every dimension, every theme of a dimension and every indicator of a theme weighs the same: the paper gives no weights. */
export const equalWeights: Weights = { id: 'equal', dimensions: {}, themes: {}, indicators: {} };

const unnamedWeight = 1;

/** @throws RangeError where the weight is negative or not a number: shares would be meaningless. */
export const weightOf = <Id extends string>(level: Readonly<Partial<Record<Id, number>>>, id: Id): number => {
  const weight = level[id] ?? unnamedWeight;
  if (!(weight >= 0 && weight < Infinity)) throw new RangeError(`weight ${weight} of "${id}"`);
  return weight;
};
