import { expect, test } from 'vitest';
import { disagreementOf } from '#renderer/features/agreement/disagreement.ts';

test('three quarters of a step between the means is a stricter rater; less is another reading of the question', () => {
  expect(disagreementOf({ meanA: 2, meanB: 2.75 })).toBe('a-stricter');
  expect(disagreementOf({ meanA: 4.5, meanB: 3 })).toBe('b-stricter');
  expect(disagreementOf({ meanA: 3, meanB: 3.5 })).toBe('scattered');
});
