import { guarded } from '../procedures.ts';

const notYet = (): never => {
  throw new Error('not yet');
};

const reportsProcedures = guarded.reports;
export const reportsRouter = reportsProcedures.router({
  client: reportsProcedures.client.handler(notYet),
});
