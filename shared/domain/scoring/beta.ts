/**
 * Quantiles of the Beta distribution, for the bands around scores. Written here because the rules import nothing from
 * outside (the well-kept library for it brings two hundred packages along); the tests hold it to 40-digit arithmetic. The incomplete beta is the continued fraction of NIST DLMF
 * 8.17.22, evaluated by Lentz's method; log-gamma is Lanczos's sum with g = 7, n = 9.
 */

const lanczos = [
  0.999_999_999_999_809_93, 676.520_368_121_885_1, -1259.139_216_722_402_8, 771.323_428_777_653_13, -176.615_029_162_140_59,
  12.507_343_278_686_905, -0.138_571_095_265_720_12, 9.984_369_578_019_571_6e-6, 1.505_632_735_149_311_6e-7,
] as const;
const halfLogTwoPi = 0.918_938_533_204_672_8;

const logGamma = (x: number): number => {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const shifted = x - 1;
  let sum: number = lanczos[0];
  for (let index = 1; index < lanczos.length; index += 1) sum += (lanczos[index] ?? 0) / (shifted + index);
  const t = shifted + 7.5;
  return halfLogTwoPi + (shifted + 0.5) * Math.log(t) - t + Math.log(sum);
};

const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b);

const tiny = 1e-300;
const notZero = (value: number): number => (Math.abs(value) < tiny ? tiny : value);

/** The continued fraction of I_x(a, b); converges fast for x < (a + 1)/(a + b + 2). */
const continuedFraction = (x: number, a: number, b: number): number => {
  let c = 1;
  let d = 1 / notZero(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m <= 10_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / notZero(1 + even * d);
    c = notZero(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / notZero(1 + odd * d);
    c = notZero(1 + odd / c);
    const factor = d * c;
    value *= factor;
    if (Math.abs(factor - 1) < 2e-16) return value;
  }
  throw new RangeError(`incomplete beta did not converge for x = ${x}, a = ${a}, b = ${b}`);
};

const cumulative = (x: number, a: number, b: number, logOfBeta: number): number => {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logOfBeta);
  return x < (a + 1) / (a + b + 2) ? (front * continuedFraction(x, a, b)) / a : 1 - (front * continuedFraction(1 - x, b, a)) / b;
};

/** Far above what bisection alone needs. */
const mostRounds = 400;

/**
 * The x in [0, 1] below which a Beta(a, b) variable falls with probability p, to about 1e-14 in x. a = 0 or b = 0 is the
 * limit in which all mass stands at 0 or at 1.
 *
 * @throws RangeError unless 0 ≤ p ≤ 1, a ≥ 0, b ≥ 0, and not both are 0.
 */
export const betaQuantile = (p: number, a: number, b: number): number => {
  if (!(p >= 0 && p <= 1 && a >= 0 && b >= 0 && a + b > 0 && a + b < Infinity)) {
    throw new RangeError(`no Beta quantile for p = ${p}, a = ${a}, b = ${b}`);
  }
  if (a === 0) return 0;
  if (b === 0) return 1;
  if (p === 0 || p === 1) return p;
  const logOfBeta = logBeta(a, b);
  let below = 0;
  let above = 1;
  let x = a / (a + b);
  let lastStep = 1;
  for (let round = 0; round < mostRounds; round += 1) {
    const error = cumulative(x, a, b, logOfBeta) - p;
    if (error === 0) return x;
    if (error < 0) below = x;
    else above = x;
    const density = Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - logOfBeta);
    // Halley's step with its correction guarded; where it leaves the bracket or does not shrink fast, as in a flat tail, bisection.
    const newton = error / density;
    const curvature = (a - 1) / x - (b - 1) / (1 - x);
    let next = x - newton / Math.max(0.5, 1 - 0.5 * Math.min(1, newton * curvature));
    if (!(next > below && next < above && Math.abs(next - x) < 0.5 * lastStep)) next = (below + above) / 2;
    lastStep = Math.abs(next - x);
    if (lastStep <= 1e-15 || above - below <= 1e-15) return next;
    x = next;
  }
  throw new RangeError(`Beta quantile did not converge for p = ${p}, a = ${a}, b = ${b}`);
};
