/**
 * Φ, the standard normal distribution function, by W. J. Cody, "Rational Chebyshev approximations for the error function",
 * Math. Comp. 23 (1969) 631–637, with the coefficients of his SPECFUN (CALERF) as the nearest binary numbers: relative error of erfc below 1e-15 where it
 * does not underflow, so that small risks keep their digits.
 */

const evaluate = (coefficients: readonly number[], x: number, start: number): number => {
  let sum = start;
  for (const coefficient of coefficients) sum = sum * x + coefficient;
  return sum;
};

const erfNumerator = [3.161_123_743_870_565_5, 113.864_154_151_050_16, 377.485_237_685_302, 3209.377_589_138_469_4] as const;
const erfDenominator = [23.601_290_952_344_122, 244.024_637_934_444_17, 1282.616_526_077_372_3, 2844.236_833_439_171] as const;
const erfLead = 0.185_777_706_184_603_15;

const middleNumerator = [
  0.564_188_496_988_670_1, 8.883_149_794_388_377, 66.119_190_637_141_63, 298.635_138_197_400_1,
  881.952_221_241_769, 1712.047_612_634_070_7, 2051.078_377_826_071_6, 1230.339_354_797_997_2,
] as const;
const middleLead = 2.153_115_354_744_038_3e-8;
const middleDenominator = [
  15.744_926_110_709_835, 117.693_950_891_312_5, 537.181_101_862_009_9, 1621.389_574_566_690_3,
  3290.799_235_733_459_7, 4362.619_090_143_247, 3439.367_674_143_721_6, 1230.339_354_803_749_5,
] as const;

const farNumerator = [
  0.305_326_634_961_232_36, 0.360_344_899_949_804_45, 0.125_781_726_111_229_26, 0.016_083_785_148_742_275, 0.000_658_749_161_529_837_8,
] as const;
const farLead = 0.016_315_387_137_302_097;
const farDenominator = [
  2.568_520_192_289_822, 1.872_952_849_923_460_4, 0.527_905_102_951_428_5, 0.060_518_341_312_441_32, 0.002_335_204_976_268_691_8,
] as const;
const inverseRootPi = 0.564_189_583_547_756_3;

/** exp(−x²) with the square split as Cody does, so that its rounding is not multiplied by x. */
const expOfMinusSquare = (x: number): number => {
  const coarse = Math.trunc(x * 16) / 16;
  return Math.exp(-coarse * coarse) * Math.exp(-(x - coarse) * (x + coarse));
};

/** Complementary error function of x ≥ 0. */
const erfcOfPositive = (x: number): number => {
  if (x <= 0.468_75) {
    const square = x * x;
    return 1 - (x * evaluate(erfNumerator, square, erfLead)) / evaluate(erfDenominator, square, 1);
  }
  if (x <= 4) {
    return (expOfMinusSquare(x) * evaluate(middleNumerator, x, middleLead)) / evaluate(middleDenominator, x, 1);
  }
  const inverse = 1 / (x * x);
  const tail = (inverse * evaluate(farNumerator, inverse, farLead)) / evaluate(farDenominator, inverse, 1);
  return (expOfMinusSquare(x) * (inverseRootPi - tail)) / x;
};

/** Probability that a standard normal variable is at most z; 0 and 1 for the infinities. */
export const normalDistribution = (z: number): number => {
  if (Number.isNaN(z)) throw new RangeError('a probability was asked for NaN');
  const x = Math.abs(z) / Math.SQRT2;
  const tail = x > 40 ? 0 : erfcOfPositive(x) / 2;
  return z <= 0 ? tail : 1 - tail;
};
