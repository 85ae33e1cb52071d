/**
 * Weights from pairwise comparisons: the Analytic Hierarchy Process (Saaty, The Analytic Hierarchy Process, 1980).
 * A judgement says how many times as important one thing is as another, on Saaty's scale 1/9 … 9.
 */

/** Judgement on items i < j: how many times as important item i is as item j. */
export interface Judgement {
  readonly i: number;
  readonly j: number;
  /** > 0; 1 is "equally important". Saaty's scale goes from 1/9 to 9. */
  readonly ratio: number;
}

export interface PairwiseWeights {
  /** Principal eigenvector, non-negative, adds up to 1. */
  readonly weights: readonly number[];
  /** λmax ≥ n; equal only where every judgement follows from the others. */
  readonly lambdaMax: number;
  /** (λmax − n)/(n − 1) over the random index of n; 0 for n < 3. Above 0.10 the judgements contradict each other too much. */
  readonly consistencyRatio: number;
  /** The judgement that is furthest from what all others together say of its pair, with that ratio; null where all agree. */
  readonly spoiler: (Judgement & { readonly implied: number }) | null;
}

/** Mean consistency index of random reciprocal matrices (Saaty 1980, table; n = 0 … 15). */
const RANDOM_INDEX = [0, 0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59];
export const CONSISTENCY_LIMIT = 0.1;

/**
 * A pair without a judgement counts as equally important.
 * @throws RangeError where an item is out of range, a ratio is not a positive number, or there are more than 15 items.
 */
export function pairwiseWeights(size: number, judgements: readonly Judgement[]): PairwiseWeights {
  if (size < 1 || size >= RANDOM_INDEX.length) throw new RangeError(`Pairwise comparison takes 1 to 15 items, not ${size}`);
  const matrix = reciprocalMatrix(size, judgements);
  const { vector, lambda } = principalEigenvector(matrix);
  const randomIndex = RANDOM_INDEX[size] ?? 0;
  const consistencyIndex = size > 1 ? Math.max(0, (lambda - size) / (size - 1)) : 0;
  return {
    weights: vector,
    lambdaMax: lambda,
    consistencyRatio: randomIndex === 0 ? 0 : consistencyIndex / randomIndex,
    spoiler: furthest(judgements, matrix),
  };
}

function reciprocalMatrix(size: number, judgements: readonly Judgement[]): readonly number[][] {
  const matrix = Array.from({ length: size }, () => new Array<number>(size).fill(1));
  for (const { i, j, ratio } of judgements) {
    const row = matrix[i];
    const column = matrix[j];
    if (!row || !column || i === j) throw new RangeError(`No pair ${i}, ${j} among ${size} items`);
    if (!(ratio > 0) || !Number.isFinite(ratio)) throw new RangeError(`A judgement is a positive ratio, not ${ratio}`);
    row[j] = ratio;
    column[i] = 1 / ratio;
  }
  return matrix;
}

/** Power iteration: a positive matrix has one largest eigenvalue (Perron–Frobenius), so it converges from anywhere. */
function principalEigenvector(matrix: readonly (readonly number[])[]): { vector: readonly number[]; lambda: number } {
  const size = matrix.length;
  let vector: readonly number[] = new Array<number>(size).fill(1 / size);
  let lambda = size;
  for (let round = 0; round < 1000; round += 1) {
    const image = matrix.map((row) => row.reduce((sum, value, index) => sum + value * (vector[index] ?? 0), 0));
    lambda = image.reduce((sum, value) => sum + value, 0);
    const next = image.map((value) => value / lambda);
    const moved = next.reduce((most, value, index) => Math.max(most, Math.abs(value - (vector[index] ?? 0))), 0);
    vector = next;
    if (moved < 1e-15) break;
  }
  return { vector, lambda };
}

/** Two judgements i→k→j imply a third, i→j: the geometric mean over all k is what the others say of the pair. */
function furthest(judgements: readonly Judgement[], matrix: readonly (readonly number[])[]): PairwiseWeights['spoiler'] {
  let worst: PairwiseWeights['spoiler'] = null;
  let distance = 1e-9;
  for (const judgement of judgements) {
    const { i, j, ratio } = judgement;
    let logs = 0;
    let paths = 0;
    for (const [k, row] of matrix.entries()) {
      if (k === i || k === j) continue;
      logs += Math.log(matrix[i]?.[k] ?? 1) + Math.log(row[j] ?? 1);
      paths += 1;
    }
    if (paths === 0) continue;
    const implied = Math.exp(logs / paths);
    const off = Math.abs(Math.log(ratio / implied));
    if (off > distance) {
      distance = off;
      worst = { ...judgement, implied };
    }
  }
  return worst;
}
