/**
 * Exact attribution of a change in a weighted mean. A mean is a ratio A/B with A = Σ w·v and B = Σ w over what has data, and
 *
 *   A₁/B₁ − A₀/B₀ = h·ΔA − c·ΔB,   h = (1/B₀ + 1/B₁)/2,   c = (A₀ + A₁)/2 / (B₀·B₁),
 *
 * which holds to the digit, treats before and after alike, and is linear: whatever adds up to ΔA and ΔB has its own share
 * of the change, in no particular order. The same identity serves indicators (S + m·p0 over N + m), themes and dimensions,
 * and in logarithms the overall score (the logarithmic-mean Divisia decomposition; Ang, Energy Policy 33, 2005).
 */
export interface RatioChange {
  /** Share of one unit more in A. */
  readonly h: number;
  /** Share of one unit less in B. */
  readonly c: number;
}

/** @throws RangeError where one side has nothing to divide by. */
export const ratioChange = (before: { readonly a: number; readonly b: number }, after: { readonly a: number; readonly b: number }): RatioChange => {
  if (!(before.b > 0 && after.b > 0)) throw new RangeError('a mean of nothing cannot have changed');
  return { h: (1 / before.b + 1 / after.b) / 2, c: (before.a + after.a) / 2 / (before.b * after.b) };
};

/** One part of a weighted mean on both sides; value null: without data. */
export interface MeanPart<Id extends string> {
  readonly id: Id;
  readonly weightBefore: number;
  readonly weightAfter: number;
  readonly before: number | null;
  readonly after: number | null;
}

/** What one part did to the mean. Summed over the parts, slope·(after − before) + weights + presence is the change. */
export interface PartEffect<Id extends string> {
  readonly id: Id;
  /** How much one point of this part moves the mean; 0 where it has data on one side only. */
  readonly slope: number;
  /** By its changed weight. */
  readonly weights: number;
  /** By appearing among what is known, or falling silent; 0 where it has data on both sides or on none. */
  readonly presence: number;
}

const sumsOf = (parts: readonly (readonly [value: number | null, weight: number])[]): { readonly a: number; readonly b: number } => {
  let a = 0;
  let b = 0;
  for (const [value, weight] of parts) {
    if (value === null) continue;
    a += weight * value;
    b += weight;
  }
  return { a, b };
};

/** The effects of all parts; null where the mean has no value on one side. */
export const meanEffects = <Id extends string>(parts: readonly MeanPart<Id>[]): readonly PartEffect<Id>[] | null => {
  const sumsBefore = sumsOf(parts.map(({ before, weightBefore }) => [before, weightBefore]));
  const sumsAfter = sumsOf(parts.map(({ after, weightAfter }) => [after, weightAfter]));
  if (!(sumsBefore.b > 0 && sumsAfter.b > 0)) return null;
  const { h, c } = ratioChange(sumsBefore, sumsAfter);
  return parts.map(({ id, weightBefore, weightAfter, before, after }) => {
    if (before !== null && after !== null) {
      return {
        id, slope: (h * (weightBefore + weightAfter)) / 2, weights: (h * ((before + after) / 2) - c) * (weightAfter - weightBefore), presence: 0,
      };
    }
    const appeared = after === null ? 0 : weightAfter * (h * after - c);
    const vanished = before === null ? 0 : weightBefore * (h * before - c);
    return { id, slope: 0, weights: 0, presence: appeared - vanished };
  });
};

/** The logarithmic mean: the number that turns a difference of logarithms into a difference. Both positive. */
export const logarithmicMean = (left: number, right: number): number => {
  const relative = right / left - 1;
  // Near each other the quotient loses its digits; its series does not.
  if (Math.abs(relative) < 1e-6) return left * (1 + relative / 2 - relative ** 2 / 12);
  return (right - left) / Math.log(right / left);
};
