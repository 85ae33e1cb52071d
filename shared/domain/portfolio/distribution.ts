/** Clients whose score lies in lower ≤ score < upper; the last bin includes its upper end. */
interface ScoreBin {
  readonly lower: number;
  readonly upper: number;
  readonly count: number;
}

const highestScore = 100;

/**
 * How scores 0–100 are distributed, empty bins included.
 *
 * @param width of a bin, a divisor of 100
 * @throws RangeError for a score outside 0–100 or a width that does not divide 100
 */
export const scoreDistribution = (scores: Iterable<number>, width = 10): readonly ScoreBin[] => {
  const bins = highestScore / width;
  if (!(Number.isInteger(bins) && bins >= 1)) throw new RangeError(`bins of ${width} points`);
  const counts = new Array<number>(bins).fill(0);
  for (const score of scores) {
    if (!(score >= 0 && score <= highestScore)) throw new RangeError(`a score of ${score}`);
    const index = Math.min(bins - 1, Math.floor(score / width));
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts.map((count, index) => ({ lower: index * width, upper: (index + 1) * width, count }));
};

/** The middle value, or the mean of the two middle ones; null of nothing. */
export const medianOf = (values: readonly number[]): number | null => {
  const sorted = values.toSorted((left, right) => left - right);
  const half = sorted.length / 2;
  const upper = sorted[Math.floor(half)];
  const lower = sorted[Math.ceil(half) - 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
};
