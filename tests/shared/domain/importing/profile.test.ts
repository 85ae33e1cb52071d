import { describe, expect, it } from 'vitest';
import { createColumnProfiler } from '#shared/domain/importing/index.ts';
import type { ColumnProfile } from '#shared/domain/importing/index.ts';

const profile = (cells: Iterable<string>): ColumnProfile => {
  const profiler = createColumnProfiler({ index: 0, letter: 'A', name: 'Column', given: 'Column' }, 2026);
  for (const cell of cells) profiler.add(cell);
  return profiler.finish();
};

describe('the day order of a column', () => {
  it.each([
    [['01/02/2024', '13/02/2024'], 'day-first', 'proved', 'gregorian'],
    [['1/2/2024', '2/13/2024'], 'month-first', 'proved', 'gregorian'],
    [['8/27/14', '3/19/10'], 'month-first', 'proved', 'gregorian'],
    [['27/08/14', '03/04/10'], 'day-first', 'proved', 'gregorian'],
    [['99/05/12', '13/05/12'], 'year-first', 'proved', 'gregorian'],
    [['01/02/2024', '03/04/2024'], 'day-first', 'assumed', 'gregorian'],
    [['1/2/24', '3/4/24'], 'month-first', 'assumed', 'gregorian'],
    [['1.2.24', '3.4.24'], 'day-first', 'assumed', 'gregorian'],
    [['05/05/2024', '2024-01-31'], 'day-first', 'irrelevant', 'gregorian'],
    [['2024-01-31', '02-Jun-06'], 'day-first', 'irrelevant', 'gregorian'],
    [['13/02/2024', '02/13/2024', '14/02/2024'], 'day-first', 'contradicted', 'gregorian'],
    [['1403/07/17', '17/07/1403'], 'year-first', 'irrelevant', 'jalali'],
    [['۰۳/۰۷/۱۷', '۰۲/۱۲/۲۹'], 'year-first', 'assumed', 'jalali'],
    [['۹۸/۰۵/۱۲', '۰۳/۰۷/۱۷'], 'year-first', 'proved', 'jalali'],
  ])('%j → %s, %s, %s', (cells, order, certainty, shortYears) => {
    const { day } = profile(cells);
    expect({ order: day.rule.order, certainty: day.certainty, shortYears: day.rule.shortYears }).toEqual({ order, certainty, shortYears });
  });

  it('is found by one proof behind a hundred thousand cells that prove nothing', () => {
    const silent = Array.from({ length: 100_000 }, (_, count) => `${1 + (count % 12)}/${1 + (count % 11)}/${1900 + (count % 200)}`);
    expect(profile([...silent, '12/31/2024']).day).toMatchObject({ rule: { order: 'month-first' }, certainty: 'proved' });
  });

  it('counts mixed forms, calendars and day numbers of one column', () => {
    const { day } = profile(['2024-10-08', '1403/07/17', '۱۷ مهر ۱۴۰۳', '08-Oct-24', '45573', '', 'n/a']);
    expect(day.readable).toBe(5);
    expect(day.jalali).toBe(2);
    expect(day.rule.serials).toBe(true);
    expect(day.forms.map(({ form }) => form).toSorted()).toEqual(['00000', 'd MMM yy', 'd MMM yyyy', 'yyyy-MM-dd', 'yyyy/MM/dd']);
  });
});

describe('the numbers of a column', () => {
  it.each([
    [['1,234.56', '12'], '.', 'proved', 2],
    [['1.234,56', '12'], ',', 'proved', 2],
    [['1 234,5', '12'], ',', 'proved', 2],
    [['1,234', '5,678'], '.', 'assumed', 2],
    [['1.234', '5.678'], '.', 'assumed', 2],
    [['1.234.567', '12'], ',', 'proved', 2],
    [['0,97', '6,2'], ',', 'proved', 2],
    [['0.123', '1.234'], '.', 'proved', 2],
    [['12', '۱۳'], '.', 'irrelevant', 2],
    [['۱٬۲۳۴٫۵', '۱۲'], '.', 'irrelevant', 2],
    [['1,5', '1.5', '2.5'], '.', 'contradicted', 2],
  ])('%j → decimal %s, %s', (cells, decimal, certainty, readable) => {
    expect(profile(cells).number).toMatchObject({ rule: { decimal }, certainty, readable });
  });
});

describe('what else a column shows', () => {
  it('counts blanks, distinct values, and a column of emoji', () => {
    const emoji = profile(['😀', '🔧', '😀', ' ', '']);
    expect(emoji).toMatchObject({ cells: 5, blank: 2, distinct: 2, wordless: 3, examples: ['😀', '🔧'] });
    expect(emoji.day.readable + emoji.number.readable).toBe(0);
  });

  it('says of how many cells its counts speak: of a long column of amounts not all values are kept', () => {
    const amounts = profile(Array.from({ length: 20_000 }, (_, index) => `${index}.5`));
    expect(amounts).toMatchObject({ cells: 20_000, blank: 0 });
    expect(amounts.examined).toBeLessThan(20_000);
    expect(amounts.number.readable).toBe(amounts.examined);
    expect(profile(['1', '2', '']).examined).toBe(2);
  });

  it('proposes the words that stand in for values, and never names or numbers', () => {
    expect(profile(['8/27/14', 'Date Not Captured', 'Date Not Captured', '2010-09-14', 'tbd']).proposedMissingWords).toEqual([
      { word: 'Date Not Captured', count: 2 },
      { word: 'tbd', count: 1 },
    ]);
    expect(profile(Array.from({ length: 40 }, (_, index) => `Client ${String.fromCharCode(97 + (index % 20))}`)).proposedMissingWords).toEqual([]);
  });
});
