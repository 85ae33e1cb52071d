import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelStock, labelStockIds, labelStocks, layOut } from '#shared/domain/calibration/index.ts';

const papers = { A4: { width: 210, height: 297 }, Letter: { width: 215.9, height: 279.4 } };
const stocks = fc.constantFrom(...labelStockIds).map(labelStock);

describe('label stocks', () => {
  it.each(labelStocks.filter(({ kind }) => kind === 'sheet').map((stock) => [stock.id, stock] as const))('%s stands on its paper', (_, stock) => {
    const paper = papers[stock.paper ?? 'A4'];
    expect(stock.left + (stock.columns - 1) * stock.pitchX + stock.width).toBeLessThanOrEqual(paper.width);
    expect(stock.top + (stock.rows - 1) * stock.pitchY + stock.height).toBeLessThanOrEqual(paper.height);
    expect(stock.pitchX).toBeGreaterThanOrEqual(stock.width);
    expect(stock.pitchY).toBeGreaterThanOrEqual(stock.height);
  });

  it('begins a part-used sheet where it is told, and the next sheet at its first label', () => {
    const pages = layOut(labelStock('a4-3x8'), 3, 22);
    expect(pages.map((places) => places.map(({ index, x, y }) => [index, x, y]))).toEqual([[[0, 70, 259.5], [1, 140, 259.5]], [[2, 0, 0.5]]]);
  });

  it('gives every label of a roll a page of its own', () => {
    expect(layOut(labelStock('roll-62x29'), 3, 0)).toEqual([0, 1, 2].map((index) => [{ index, x: 0, y: 0 }]));
  });

  it('gives each label one place, none twice on a sheet', () => {
    fc.assert(
      fc.property(stocks, fc.nat(200), fc.nat(80), (stock, count, first) => {
        const pages = layOut(stock, count, first);
        expect(pages.flat().map(({ index }) => index)).toEqual(Array.from({ length: count }, (_, index) => index));
        for (const places of pages) expect(new Set(places.map(({ x, y }) => `${x}|${y}`)).size).toBe(places.length);
      }),
    );
  });
});
