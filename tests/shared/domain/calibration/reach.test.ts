import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doubtfulWindow, inReach } from '#shared/domain/calibration/index.ts';

describe('the window in which a failed instrument is in doubt', () => {
  it('runs from the last calibration that left it good', () => {
    const earlier = [
      { calibratedOn: '2024-03-01', isGood: true }, { calibratedOn: '2025-03-01', isGood: false }, { calibratedOn: '2023-03-01', isGood: true },
      { calibratedOn: '2025-06-01', isGood: null },
    ];
    expect(doubtfulWindow('2026-03-01', earlier)).toEqual({ fromOn: '2024-03-01', toOn: '2026-03-01' });
  });

  it('is open at its start where it was never known to be good; the day itself, and later ones, do not count', () => {
    expect(doubtfulWindow('2026-03-01', [])).toEqual({ fromOn: null, toOn: '2026-03-01' });
    expect(doubtfulWindow('2026-03-01', [{ calibratedOn: '2026-03-01', isGood: true }, { calibratedOn: '2026-04-01', isGood: true }])).toEqual({ fromOn: null, toOn: '2026-03-01' });
  });
});

describe('what lies in it', () => {
  const window = { fromOn: '2025-03-01', toOn: '2026-03-01' };
  it('is whatever has a day in it, both ends included; what has no day comes apart', () => {
    const records = [
      { id: 'before', fromOn: '2025-02-27', toOn: '2025-02-28' }, { id: 'reaches in', fromOn: '2025-02-27', toOn: '2025-03-01' }, { id: 'first day', fromOn: '2025-03-01', toOn: null },
      { id: 'around', fromOn: '2024-01-01', toOn: '2027-01-01' }, { id: 'last day', fromOn: '2026-03-01', toOn: '2026-03-09' }, { id: 'after', fromOn: '2026-03-02', toOn: null },
      { id: 'end only', fromOn: null, toOn: '2025-07-01' }, { id: 'no day', fromOn: null, toOn: null },
    ];
    const { inside, undated } = inReach(window, records);
    expect(inside.map(({ id }) => id)).toEqual(['reaches in', 'first day', 'around', 'last day', 'end only']);
    expect(undated.map(({ id }) => id)).toEqual(['no day']);
    expect(inReach({ fromOn: null, toOn: '2026-03-01' }, records).inside.map(({ id }) => id)).toEqual(['before', 'reaches in', 'first day', 'around', 'last day', 'end only']);
  });

  it('only grows with the window', () => {
    const day = fc.integer({ min: 2000, max: 2040 }).map((year) => `${year}-06-01`);
    const record = fc.tuple(day, day).map(([one, other]) => ({ fromOn: one < other ? one : other, toOn: one < other ? other : one }));
    fc.assert(
      fc.property(fc.array(record), day, day, (records, fromOn, toOn) => {
        const narrow = inReach({ fromOn, toOn }, records).inside;
        const wider = inReach({ fromOn: null, toOn }, records).inside;
        expect(narrow.every((one) => wider.includes(one))).toBe(true);
      }),
    );
  });
});
