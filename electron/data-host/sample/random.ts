/** A stream of numbers that is the same for the same seed: mulberry32 (T. Ettinger), 32 bits of state, fine for made-up data. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** Whole number from least to most, both included. */
  int(least: number, most: number): number;
  chance(probability: number): boolean;
  /** @throws RangeError for an empty list. */
  pick<const T>(list: readonly T[]): T;
  /** So many different ones, fewer where the list is shorter. */
  some<T>(list: readonly T[], count: number): readonly T[];
}

export function createRandom(seed: number): Random {
  let state = Math.trunc(seed);
  const next = (): number => {
    state = Math.trunc(state + 0x6d2b79f5);
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  const pick = <T>(list: readonly T[]): T => {
    const value = list[int(0, list.length - 1)];
    if (value === undefined) throw new RangeError('nothing to pick from');
    return value;
  };
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick,
    some: (list, count) => {
      const left = [...list];
      const chosen: typeof left = [];
      while (left.length > 0 && chosen.length < count) chosen.push(...left.splice(int(0, left.length - 1), 1));
      return chosen;
    },
  };
}
