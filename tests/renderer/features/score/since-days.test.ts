import { expect, test } from 'vitest';
import { sinceDay } from '#renderer/features/score/since-days.ts';

test.each([
  ['monthEnd', '2026-11-22', 'gregory', '2026-10-31'],
  ['monthEnd', '2026-11-01', 'gregory', '2026-10-31'],
  // 1 Azar 1405 is 22 November 2026.
  ['monthEnd', '2026-11-23', 'persian', '2026-11-21'],
  ['threeMonths', '2026-05-31', 'gregory', '2026-02-28'],
  ['threeMonths', '2026-01-15', 'persian', '2025-10-15'],
  ['yearStart', '2026-11-22', 'gregory', '2025-12-31'],
  // 1 Farvardin 1405 is 21 March 2026.
  ['yearStart', '2026-11-22', 'persian', '2026-03-20'],
  ['yearBefore', '2024-02-29', 'gregory', '2023-02-28'],
] as const)('%s of %s in the %s calendar is %s', (preset, readOn, calendar, expected) => {
  expect(sinceDay(preset, readOn, calendar)).toBe(expected);
});
