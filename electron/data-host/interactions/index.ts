import { guarded } from '../procedures.ts';

const notYet = (): never => {
  throw new Error('not yet');
};

const interactionsProcedures = guarded.interactions;
export const interactionsRouter = interactionsProcedures.router({
  list: interactionsProcedures.list.handler(notYet),
  save: interactionsProcedures.save.handler(notYet),
  remove: interactionsProcedures.remove.handler(notYet),
  restore: interactionsProcedures.restore.handler(notYet),
});

const tasksProcedures = guarded.tasks;
export const tasksRouter = tasksProcedures.router({
  list: tasksProcedures.list.handler(notYet),
  save: tasksProcedures.save.handler(notYet),
  setDone: tasksProcedures.setDone.handler(notYet),
  remove: tasksProcedures.remove.handler(notYet),
  restore: tasksProcedures.restore.handler(notYet),
});
