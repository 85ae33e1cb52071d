import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LAST_PLACE, itemsOf, levels, pairsOf, placeOf, ratioFor, ratioOf, sayTheSame, weigh, withJudgement } from '#renderer/features/weights/judgements.ts';

const place = fc.integer({ min: -LAST_PLACE, max: LAST_PLACE });

describe('the slider', () => {
  test('its places are Saaty’s judgements, and back', () => {
    expect([-8, -4, 0, 2, 8].map(ratioOf)).toEqual([9, 5, 1, 1 / 3, 1 / 9]);
    fc.assert(fc.property(place, (at) => placeOf(ratioOf(at)) === at || (at === 0 && Object.is(placeOf(ratioOf(at)), 0))));
  });

  test('what the other answers imply is rounded to the nearest place, and stays on the scale', () => {
    expect(placeOf(2.4)).toBe(-1);
    expect(placeOf(1 / 2.6)).toBe(2);
    expect(placeOf(40)).toBe(-8);
    expect(placeOf(1 / 40)).toBe(8);
    expect(placeOf(1.2)).toBe(0);
  });
});

describe('the questions', () => {
  test('every level asks each pair once: n(n − 1)/2', () => {
    expect(levels.map((level) => pairsOf(itemsOf(level)).length)).toEqual([10, 1, 1, 6, 6, 1]);
  });

  test('an answer kept the other way round is the same answer', () => {
    const pair = { left: 'brand', right: 'quality' };
    expect(ratioFor([{ left: 'quality', right: 'brand', ratio: 4 }], pair)).toBe(0.25);
    expect(withJudgement([{ left: 'quality', right: 'brand', ratio: 4 }], pair, 3)).toEqual([{ ...pair, ratio: 3 }]);
    expect(sayTheSame([{ left: 'quality', right: 'brand', ratio: 4 }], [{ ...pair, ratio: 0.25 }], [pair])).toBe(true);
    expect(sayTheSame([], [{ ...pair, ratio: 1 }], [pair])).toBe(false);
  });
});

test('consistent answers give back the weights they come from', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0.5, max: 4, noNaN: true }), { minLength: 5, maxLength: 5 }), (raw) => {
      const items = itemsOf('dimensions');
      const judgements = pairsOf(items).map(({ left, right }) => ({ left, right, ratio: (raw[items.indexOf(left)] ?? 1) / (raw[items.indexOf(right)] ?? 1) }));
      const sum = raw.reduce((total, value) => total + value, 0);
      const { items: weighed, isConsistent } = weigh('dimensions', judgements);
      expect(isConsistent).toBe(true);
      for (const [index, { weight }] of weighed.entries()) expect(weight).toBeCloseTo((raw[index] ?? 0) / sum, 9);
    }),
  );
});

test('a circle of answers is found out, with the answer that others contradict and what they say instead', () => {
  const [a = '', b = '', c = '', d = ''] = itemsOf('quality');
  const said = [
    { left: a, right: b, ratio: 3 }, { left: b, right: c, ratio: 3 }, { left: a, right: c, ratio: 1 / 9 },
    { left: a, right: d, ratio: 1 }, { left: b, right: d, ratio: 1 }, { left: c, right: d, ratio: 1 },
  ];
  const { isConsistent, consistencyRatio, spoiler } = weigh('quality', said);
  expect(isConsistent).toBe(false);
  expect(consistencyRatio).toBeGreaterThan(0.1);
  expect(spoiler).toMatchObject({ left: a, right: c, ratio: 1 / 9 });
  // a→b→c says 9, a→d→c says 1: their geometric mean is 3.
  expect(spoiler?.implied).toBeCloseTo(3, 9);
  const mended = weigh('quality', withJudgement(said, { left: a, right: c }, ratioOf(placeOf(spoiler?.implied ?? 1))));
  expect(mended.consistencyRatio).toBeLessThan(consistencyRatio);
});
