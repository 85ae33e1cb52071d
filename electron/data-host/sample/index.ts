import { guarded } from '../procedures.ts';

const notYet = (): never => {
  throw new Error('not yet');
};

const sampleProcedures = guarded.sample;
export const sampleRouter = sampleProcedures.router({
  open: sampleProcedures.open.handler(notYet),
  remove: sampleProcedures.remove.handler(notYet),
});
