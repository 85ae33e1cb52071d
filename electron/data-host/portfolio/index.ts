import { selectionOf } from '../clients/index.ts';
import { guarded } from '../procedures.ts';
import { readPreferences, readingDay } from '../settings/index.ts';
import { readCoverage, readFalls, readHeatMap } from './maps.ts';
import { readOverview } from './overview.ts';

const os = guarded.portfolio;

/** All clients together, as the lists have them: nothing is scored here. */
export const portfolioRouter = os.router({
  overview: os.overview.handler(({ context: { store, now }, input }) => readOverview(store.read, selectionOf(input.filter), readingDay(store.read, now()))),
  heatMap: os.heatMap.handler(({ context: { store }, input: { filter, ...request } }) =>
    readHeatMap(store.read, selectionOf(filter), { ...request, language: readPreferences(store.read).language }),
  ),
  falls: os.falls.handler(({ context: { store }, input }) => readFalls(store.read, selectionOf(input.filter), input.sinceOn)),
  coverage: os.coverage.handler(({ context: { store }, input: { filter, ...page } }) => readCoverage(store.read, selectionOf(filter), page)),
});
