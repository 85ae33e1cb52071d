import { foldDigits } from '#shared/domain/importing/normalise.ts';

/** The point of a scale that a key stands for, in any script of digits; 0: it cannot be said; null for other keys. */
export function answerOfKey(key: string, points: number): number | null {
  const digit = foldDigits(key);
  return /^\d$/u.test(digit) && Number(digit) <= points ? Number(digit) : null;
}

/** Whether a number of a few digits is another, whatever script it was typed in. */
export const isSameNumber = (typed: string, number: string): boolean => foldDigits(typed).replaceAll(/\s/gu, '') === number;
