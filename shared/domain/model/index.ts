/**
 * The interactive-marketing model as data: 5 dimensions (each with its stage), 14 themes, 57 indicators.
 * Source: Hajiagha Bozorgi, Ahmadi Sharif, Ghafari Ashtiani, "Interactive marketing model based on the national system
 * of innovation in industrial tools", Marketing Management 62, spring 1403 (2024), tables 3 and 4. The Persian names are
 * the paper's own with their half-spaces restored; `subject` and `hasEvidence` are this product's reading.
 */
import { dimensions } from './dimensions.ts';
import type { Dimension, DimensionId } from './dimensions.ts';
import { indicators } from './indicators.ts';
import type { Indicator, IndicatorId } from './indicators.ts';
import { themes } from './themes.ts';
import type { Theme, ThemeId } from './themes.ts';

export { dimensions, indicators, themes };
export type { DimensionId, Indicator, IndicatorId, Theme, ThemeId };
export type { IndicatorSubject } from './indicators.ts';

/** Changes whenever a row, a parameter or a rule changes what a score means; kept with every score. */
export const modelVersion = 'interactive-marketing-3';

const byId = <T extends { readonly id: string }>(kind: string, rows: readonly T[]) => {
  const index = new Map<string, T>(rows.map((row) => [row.id, row]));
  return {
    has: (id: string): id is T['id'] => index.has(id),
    get: (id: T['id']): T => {
      const row = index.get(id);
      if (row === undefined) throw new RangeError(`no ${kind} "${id}" in model ${modelVersion}`);
      return row;
    },
  };
};

const dimensionIndex = byId<Dimension>('dimension', dimensions);
const themeIndex = byId<Theme>('theme', themes);
const indicatorIndex = byId<Indicator>('indicator', indicators);

export const isDimensionId = dimensionIndex.has;
export const isThemeId = themeIndex.has;
export const isIndicatorId = indicatorIndex.has;
/** @throws RangeError for an identifier that the model does not have. */
export const dimensionById = dimensionIndex.get;
/** @throws RangeError for an identifier that the model does not have. */
export const themeById = themeIndex.get;
/** @throws RangeError for an identifier that the model does not have. */
export const indicatorById = indicatorIndex.get;

/**
 * Indicators of which the model says "survey answers only": how useful something is to the client, the client alone can tell
 * (perceived usefulness, Davis 1989). What a colleague rates there is kept, to be compared, and does not count.
 */
const clientsOwnWord: ReadonlySet<IndicatorId> = new Set(['perceived-usefulness']);
export const isClientsOwnWord = (id: IndicatorId): boolean => clientsOwnWord.has(id);

export const themesOf = (dimension: DimensionId): readonly Theme[] => themes.filter((theme) => theme.dimension === dimension);
export const indicatorsOf = (theme: ThemeId): readonly Indicator[] => indicators.filter((row) => row.theme === theme);
export const dimensionOfIndicator = (id: IndicatorId): DimensionId => themeById(indicatorById(id).theme).dimension;
