/** Where labels stand on one sheet, millimetres from the upper left corner of the paper as it is printed. */
export interface LabelStock {
  readonly id: LabelStockId;
  /** `roll`: each label is a page of its own. */
  readonly kind: 'sheet' | 'roll';
  /** Of a sheet; a roll's page is the label itself. */
  readonly paper: 'A4' | 'Letter' | null;
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly rows: number;
  readonly left: number;
  readonly top: number;
  /** From one label's left (upper) edge to the next one's. */
  readonly pitchX: number;
  readonly pitchY: number;
}

export const labelStockIds = ['a4-3x8', 'a4-2x7', 'a4-5x13', 'letter-3x10', 'letter-2x10', 'roll-62x29', 'roll-62x50'] as const;
export type LabelStockId = (typeof labelStockIds)[number];

const sheet = (
  id: LabelStockId, paper: 'A4' | 'Letter', columns: number, rows: number, width: number, height: number, left: number, top: number, pitchX: number, pitchY: number,
): LabelStock => ({ id, kind: 'sheet', paper, columns, rows, width, height, left, top, pitchX, pitchY });
const roll = (id: LabelStockId, height: number): LabelStock => ({
  id, kind: 'roll', paper: null, width: 62, height, columns: 1, rows: 1, left: 0, top: 0, pitchX: 62, pitchY: height,
});

/**
 * What stationers sell everywhere, by the makers' data sheets: 70 × 37 mm (Herma 4464), 99.1 × 38.1 mm (Avery L7163), 38.1 × 21.2 mm
 * (Avery L7651), 2⅝ × 1 inch (Avery 5160), 4 × 1 inch (Avery 5161), and rolls of 62 mm, endless or cut to 29 mm (Brother DK).
 */
export const labelStocks: readonly LabelStock[] = [
  sheet('a4-3x8', 'A4', 3, 8, 70, 37, 0, 0.5, 70, 37),
  sheet('a4-2x7', 'A4', 2, 7, 99.1, 38.1, 4.65, 15.15, 101.6, 38.1),
  sheet('a4-5x13', 'A4', 5, 13, 38.1, 21.2, 4.75, 10.7, 40.6, 21.2),
  sheet('letter-3x10', 'Letter', 3, 10, 66.675, 25.4, 4.7625, 12.7, 69.85, 25.4),
  sheet('letter-2x10', 'Letter', 2, 10, 101.6, 25.4, 3.96875, 12.7, 106.3625, 25.4),
  roll('roll-62x29', 29),
  roll('roll-62x50', 50),
];

/** @throws RangeError for a name that is not in the list. */
export function labelStock(id: LabelStockId): LabelStock {
  const found = labelStocks.find((stock) => stock.id === id);
  if (!found) throw new RangeError(`no label stock is called "${id}"`);
  return found;
}

export interface LabelPlace {
  /** Which of the labels, from 0. */
  readonly index: number;
  readonly x: number;
  readonly y: number;
}

/**
 * Where so many labels go, page by page.
 *
 * @param firstPlace of the first sheet, from 0 by rows: places before it are used up
 */
export function layOut(stock: LabelStock, count: number, firstPlace: number): readonly (readonly LabelPlace[])[] {
  const perPage = stock.columns * stock.rows;
  const start = Math.min(Math.max(0, firstPlace), perPage - 1);
  const pages: LabelPlace[][] = [];
  for (let index = 0; index < count; index += 1) {
    const place = (start + index) % perPage;
    const page = Math.floor((start + index) / perPage);
    const [x, y] = [stock.left + (place % stock.columns) * stock.pitchX, stock.top + Math.floor(place / stock.columns) * stock.pitchY];
    (pages[page] ??= []).push({ index, x, y });
  }
  return pages;
}
