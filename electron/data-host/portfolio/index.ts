import { guarded } from '../procedures.ts';

const os = guarded.portfolio;
const soon = (): never => {
  throw new Error('not there yet');
};

export const portfolioRouter = os.router({
  overview: os.overview.handler(soon),
  heatMap: os.heatMap.handler(soon),
  falls: os.falls.handler(soon),
  coverage: os.coverage.handler(soon),
});
