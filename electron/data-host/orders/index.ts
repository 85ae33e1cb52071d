import { guarded } from '../procedures.ts';

const notYet = (): never => {
  throw new Error('not yet');
};

const ordersProcedures = guarded.orders;
export const ordersRouter = ordersProcedures.router({
  figures: ordersProcedures.figures.handler(notYet),
  lines: ordersProcedures.lines.handler(notYet),
  line: ordersProcedures.line.handler(notYet),
  promise: ordersProcedures.promise.handler(notYet),
});
