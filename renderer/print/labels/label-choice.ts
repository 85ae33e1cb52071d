import { labelStockIds, labelStock } from '#shared/domain/calibration/index.ts';
import type { LabelStockId } from '#shared/domain/calibration/index.ts';
import type { PrintPaper } from '#shared/contract/desktop.ts';
import { languages } from '#shared/i18n/locale.ts';
import type { Language } from '#shared/i18n/locale.ts';
import { among } from '../paper.ts';

/** How a batch of labels is printed. */
export interface LabelChoice {
  readonly stock: LabelStockId;
  /** Of the first sheet, from 0. */
  readonly firstPlace: number;
  /** Whole tenths of a millimetre: addresses carry no decimal point. */
  readonly offsetXTenths: number;
  readonly offsetYTenths: number;
  readonly language: Language;
  /** The last calibration and its certificate on the label. */
  readonly hasCalibration: boolean;
}

const whole = (given: string | null): number => {
  const value = Number(given ?? '0');
  return Number.isInteger(value) ? value : 0;
};

export const readLabelIds = (query: URLSearchParams): readonly string[] => [...new Set(query.getAll('id'))];

export const readLabelChoice = (query: URLSearchParams): LabelChoice => ({
  stock: among(labelStockIds, query.get('stock')) ?? 'a4-3x8',
  firstPlace: Math.max(0, whole(query.get('first'))),
  offsetXTenths: whole(query.get('dx')),
  offsetYTenths: whole(query.get('dy')),
  language: among(languages, query.get('language')) ?? 'en',
  hasCalibration: query.get('calibration') === '1',
});

/** The route that shows nothing but the labels. `printRoute` of the desktop contract holds it. */
export function labelRoute(ids: readonly string[], choice: LabelChoice): string {
  const query = new URLSearchParams({
    stock: choice.stock, first: String(choice.firstPlace), dx: String(choice.offsetXTenths), dy: String(choice.offsetYTenths), language: choice.language,
    calibration: choice.hasCalibration ? '1' : '0',
  });
  for (const id of ids) query.append('id', id);
  return `/print/instrument-labels?${query.toString()}`;
}

export const paperOfStock = (id: LabelStockId): PrintPaper => {
  if (id === 'roll-62x29' || id === 'roll-62x50') return id;
  return labelStock(id).paper ?? 'A4';
};
