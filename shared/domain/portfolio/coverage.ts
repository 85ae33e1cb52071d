import { themes } from '../model/index.ts';
import type { ThemeId } from '../model/index.ts';

/** What is known of one client: shares 0–1 of the whole and of each theme, the latter in the order of the model. */
interface ClientCoverage {
  readonly clientId: string;
  readonly coverage: number;
  readonly themeCoverage: readonly number[];
}

interface ThemeKnowledge {
  readonly themeId: ThemeId;
  /** Mean share of the theme's weight with data, over the clients; 0 without clients. */
  readonly mean: number;
  /** Clients of whom nothing of the theme is known. */
  readonly unknown: number;
}

interface CoverageMap<T extends ClientCoverage> {
  readonly themes: readonly ThemeKnowledge[];
  /** The least known first. */
  readonly clients: readonly T[];
}

/** What is not known: clients × themes. @throws RangeError where a client's themes are not those of the model. */
export const coverageMap = <T extends ClientCoverage>(clients: readonly T[]): CoverageMap<T> => {
  const sums = themes.map(() => 0);
  const unknown = themes.map(() => 0);
  for (const { clientId, themeCoverage } of clients) {
    if (themeCoverage.length !== themes.length) throw new RangeError(`client "${clientId}" has the coverage of ${themeCoverage.length} themes`);
    for (const [index, share] of themeCoverage.entries()) {
      sums[index] = (sums[index] ?? 0) + share;
      if (share === 0) unknown[index] = (unknown[index] ?? 0) + 1;
    }
  }
  return {
    themes: themes.map(({ id }, index) => ({ themeId: id, mean: clients.length === 0 ? 0 : (sums[index] ?? 0) / clients.length, unknown: unknown[index] ?? 0 })),
    clients: clients.toSorted((left, right) => left.coverage - right.coverage || (left.clientId < right.clientId ? -1 : 1)),
  };
};
