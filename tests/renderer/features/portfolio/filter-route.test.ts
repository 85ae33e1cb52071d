import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filterQuery, readFilter } from '#renderer/client-filter/filter-route.ts';
import { portfolioRoute } from '#renderer/print/portfolio-route.ts';
import { endOfLastQuarter } from '#renderer/portfolio/quarter.ts';
import { dimensionId } from '#shared/contract/clients.ts';
import { printRoute } from '#shared/contract/desktop.ts';

const filter = fc.record({
  search: fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => text.trim()),
  countryCodes: fc.uniqueArray(fc.constantFrom('DE', 'IR', 'AE', 'KE'), { maxLength: 4 }),
  segments: fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), { maxLength: 3 }),
  stages: fc.uniqueArray(fc.integer({ min: 0, max: 5 })),
  weakest: fc.uniqueArray(fc.constantFrom(...dimensionId.options)),
  openLate: fc.boolean(),
});

test('any filter goes into a print route and comes back the same', () => {
  fc.assert(
    fc.property(filter, (asked) => {
      const route = portfolioRoute(asked, { language: 'fa', calendar: 'persian', digits: 'arabext', paper: 'A4' });
      expect(printRoute.parse(route)).toBe(route);
      expect(readFilter(new URLSearchParams(route.slice(route.indexOf('?'))))).toEqual(asked);
    }),
  );
});

test('no filter leaves no trace; a spoilt one is refused instead of printing everybody', () => {
  expect(filterQuery({ search: ' ', countryCodes: [], segments: [], stages: [], weakest: [], openLate: false })).toBe('');
  for (const spoilt of ['stages=9', 'countries=Germany', 'weakest=price']) expect(() => readFilter(new URLSearchParams(spoilt))).toThrow(/Too big|Invalid/u);
  expect(() => readFilter(new URLSearchParams('search=ff'))).toThrow(TypeError);
});

test('a quarter ends where the reader’s calendar says', () => {
  expect(endOfLastQuarter('2026-11-22', 'gregory')).toBe('2026-09-30');
  expect(endOfLastQuarter('2026-01-01', 'gregory')).toBe('2025-12-31');
  // 1 Azar 1405 lies in autumn, which began on 23 September 2026.
  expect(endOfLastQuarter('2026-11-22', 'persian')).toBe('2026-09-22');
  // Nowruz itself: the quarter before is winter, whose last day is 20 March 2026.
  expect(endOfLastQuarter('2026-03-21', 'persian')).toBe('2026-03-20');
});
