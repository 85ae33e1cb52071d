import { decimal, decimalPlaces, plainText } from './decimal.ts';
import type { DecimalText } from './types.ts';

/** Exactly, in whole numbers: R = r/10^d, and each term C(n, i)·r^i·(10^d − r)^(n − i) over 10^(d·n). */
const sumOfTerms = (from: number, to: number, trials: number, reliability: DecimalText): number => {
  const places = decimalPlaces(reliability);
  const whole = 10n ** BigInt(places);
  const hit = BigInt(plainText(decimal(reliability).times(decimal(`1e${places}`)), 0));
  const miss = whole - hit;
  let coefficient = 1n;
  let sum = 0n;
  for (let successes = 0; successes <= to; successes += 1) {
    if (successes >= from) sum += coefficient * hit ** BigInt(successes) * miss ** BigInt(trials - successes);
    coefficient = (coefficient * BigInt(trials - successes)) / BigInt(successes + 1);
  }
  // The only rounding: 18 digits of the exact quotient, into the nearest binary number.
  return Number((sum * 10n ** 18n) / whole ** BigInt(trials)) / 1e18;
};

const checked = (successes: number, trials: number, reliability: DecimalText): void => {
  if (!(Number.isInteger(successes) && Number.isInteger(trials) && successes >= 0 && successes <= trials)) {
    throw new RangeError(`${successes} of ${trials} are no counts`);
  }
  const value = decimal(reliability);
  if (value.lt(0) || value.gt(1)) throw new RangeError(`a reliability of ${reliability} is not between 0 and 1`);
};

/** P(X ≤ successes) for X binomial with that many trials: how likely so few good ones are if the reliability holds. @throws RangeError */
export const binomialAtMost = (successes: number, trials: number, reliability: DecimalText): number => {
  checked(successes, trials, reliability);
  return sumOfTerms(0, successes, trials, reliability);
};

/** P(X ≥ successes). @throws RangeError */
export const binomialAtLeast = (successes: number, trials: number, reliability: DecimalText): number => {
  checked(successes, trials, reliability);
  return sumOfTerms(successes, trials, trials, reliability);
};
