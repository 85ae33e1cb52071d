import { describe, expect, it } from 'vitest';
import { clientSorts } from '#shared/contract/clients.ts';
import { groupPageSql, orderOf, pageSql } from '#electron/data-host/clients/list.ts';
import { clientInput } from '#tests/data-host/fixtures.ts';
import { openTestHost, storeOf } from '#tests/data-host/support.ts';

/** Rows written straight into the derived table: what the list reads, at will. */
async function listed(rows: readonly { name: string; country?: string | null; overall?: number | null; stage?: number | null; weakest?: string; late?: number; value?: readonly [minor: number, currency: string] }[]) {
  const test = openTestHost();
  for (const { name } of rows) await test.call.clients.create(clientInput(name));
  await storeOf(test).write({ actor: 'fixture' }, (tx) => {
    for (const { name, country = null, overall = null, stage = null, weakest = null, late = 0, value = null } of rows) {
      tx.run('UPDATE client_summaries SET country_code = ?, overall = ?, stage = ?, weakest_dimension = ?, open_late_count = ?, value_minor = ?, value_currency = ? WHERE name = ?', [
        country, overall, stage, weakest, late, value?.[0] ?? null, value?.[1] ?? null, name,
      ]);
    }
  });
  return test;
}

const portfolio = [
  { name: 'D', country: 'DE', overall: 70, stage: 5, weakest: 'brand' },
  { name: 'A', country: 'FR', overall: 20, stage: 0, weakest: 'quality', late: 2 },
  { name: 'C', country: null, overall: null },
  { name: 'B', country: 'AT', overall: 50, stage: 2, weakest: 'quality' },
  { name: 'E', country: 'DE', overall: 50, stage: 2, weakest: 'brand' },
];

describe('the client list', () => {
  let test: Awaited<ReturnType<typeof listed>>;
  const names = async (input: Parameters<typeof test.call.clients.list>[0]) => (await test.call.clients.list(input)).rows.map(({ name }) => name);

  it('stands worst known first, and the unknown last either way', async () => {
    test = await listed(portfolio);
    expect(await names({})).toEqual(['A', 'B', 'E', 'D', 'C']);
    expect(await names({ descending: true })).toEqual(['D', 'E', 'B', 'A', 'C']);
    expect(await names({ sort: 'stage' })).toEqual(['A', 'B', 'E', 'D', 'C']);
    expect(await names({ sort: 'name', descending: true })).toEqual(['E', 'D', 'C', 'B', 'A']);
  });

  it('by country goes by the name in the language of the window', async () => {
    test = await listed(portfolio);
    expect(await names({ sort: 'country' })).toEqual(['B', 'A', 'D', 'E', 'C']);
    expect(await names({ sort: 'country', descending: true })).toEqual(['E', 'D', 'A', 'B', 'C']);
    expect(await names({ sort: 'country', offset: 2, limit: 2 })).toEqual(['D', 'E']);
    await test.call.settings.setPreferences({ language: 'fa' });
    // آلمان، اتریش، فرانسه
    expect(await names({ sort: 'country' })).toEqual(['D', 'E', 'B', 'A', 'C']);
  });

  it('by value never compares currencies: that of most clients first, whatever the direction, and without any last', async () => {
    test = await listed([
      { name: 'A', value: [500, 'EUR'] }, { name: 'B', value: [90_000, 'JPY'] }, { name: 'C' }, { name: 'D', value: [900, 'EUR'] }, { name: 'E', value: [100, 'USD'] },
      { name: 'F', value: [700, 'EUR'] }, { name: 'G', value: [300, 'USD'] },
    ]);
    expect(await names({ sort: 'value', descending: true })).toEqual(['D', 'F', 'A', 'G', 'E', 'B', 'C']);
    expect(await names({ sort: 'value' })).toEqual(['A', 'F', 'D', 'E', 'G', 'B', 'C']);
    expect(await names({ sort: 'value', descending: true, offset: 2, limit: 3 })).toEqual(['A', 'G', 'E']);
    expect((await test.call.clients.list({ sort: 'value', limit: 1 })).total).toBe(7);
    expect((await test.call.clients.facets()).currencies).toEqual([{ code: 'EUR', count: 3 }, { code: 'USD', count: 2 }, { code: 'JPY', count: 1 }]);
    const heat = await test.call.portfolio.heatMap({ sort: 'value', descending: true, offset: 0, limit: 10 });
    expect(heat.rows.map(({ name }) => name)).toEqual(['D', 'F', 'A', 'G', 'E', 'B', 'C']);
  });

  it('filters by all that is asked at once, with the total of what it found', async () => {
    test = await listed(portfolio);
    expect(await names({ countryCodes: ['DE', 'AT'] })).toEqual(['B', 'E', 'D']);
    expect(await names({ countryCodes: ['DE', 'AT'], weakest: ['brand'] })).toEqual(['E', 'D']);
    expect(await names({ stages: [0] })).toEqual(['A', 'C']);
    expect(await names({ stages: [2, 5], search: 'e' })).toEqual(['E']);
    expect(await names({ openLate: true })).toEqual(['A']);
    expect(await test.call.clients.list({ stages: [2], limit: 1 })).toMatchObject({ total: 2, rows: [{ name: 'B' }] });
    expect(await test.call.clients.facets()).toMatchObject({
      total: 5, countries: [{ code: 'AT', count: 1 }, { code: 'DE', count: 2 }, { code: 'FR', count: 1 }],
      stages: [{ stage: 0, count: 2 }, { stage: 2, count: 2 }, { stage: 5, count: 1 }],
    });
  });

  it('gives every client once over its pages, in every order', async () => {
    test = await listed(Array.from({ length: 45 }, (_, index) => ({
      name: `Client ${index}`, country: [null, 'DE', 'FR', 'IR'][index % 4] ?? null, overall: index % 5 === 0 ? null : index % 7, stage: index % 3 === 0 ? null : index % 4,
      ...(index % 6 === 0 ? {} : { value: [index % 9, ['EUR', 'USD'][index % 2] ?? 'EUR'] as const }),
    })));
    for (const sort of clientSorts) {
      for (const descending of [false, true]) {
        const whole = await names({ sort, descending });
        const pages = [...(await names({ sort, descending, limit: 20 })), ...(await names({ sort, descending, offset: 20, limit: 20 })), ...(await names({ sort, descending, offset: 40 }))];
        expect(pages).toEqual(whole);
        expect(new Set(whole).size).toBe(45);
      }
    }
  });
});

describe('the plan of a page', () => {
  it.each(clientSorts.filter((sort) => sort !== 'country' && sort !== 'value').flatMap((sort) => [[sort, false], [sort, true]] as const))('by %s (descending: %s) walks along an index without a sort', async (sort, descending) => {
    const { read } = storeOf(openTestHost());
    const plan = read.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${pageSql('TRUE', orderOf(sort, descending))}`, [100, 0]).map(({ detail }) => detail).join('\n');
    expect(plan).toMatch(/SCAN client_summaries USING INDEX client_summaries_/u);
    expect(plan).not.toMatch(/TEMP B-TREE/u);
  });

  it.each([['country', false], ['country', true], ['value', false], ['value', true]] as const)('of one group by %s (descending: %s) walks along an index as well', (sort, descending) => {
    const { read } = storeOf(openTestHost());
    const plan = read.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${groupPageSql('TRUE', sort, descending)}`, ['DE', 100, 0]).map(({ detail }) => detail).join('\n');
    expect(plan).toMatch(new RegExp(`SEARCH client_summaries USING INDEX client_summaries_${sort} `, 'u'));
    expect(plan).not.toMatch(/TEMP B-TREE/u);
  });
});
