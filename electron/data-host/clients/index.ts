import { guarded } from '../procedures.ts';

const notYet = (): never => {
  throw new Error('not yet');
};

const clientsProcedures = guarded.clients;
export const clientsRouter = clientsProcedures.router({
  list: clientsProcedures.list.handler(notYet),
  facets: clientsProcedures.facets.handler(notYet),
  get: clientsProcedures.get.handler(notYet),
  similar: clientsProcedures.similar.handler(notYet),
  create: clientsProcedures.create.handler(notYet),
  update: clientsProcedures.update.handler(notYet),
  remove: clientsProcedures.remove.handler(notYet),
  restore: clientsProcedures.restore.handler(notYet),
  bin: clientsProcedures.bin.handler(notYet),
  saveContact: clientsProcedures.saveContact.handler(notYet),
  removeContact: clientsProcedures.removeContact.handler(notYet),
  restoreContact: clientsProcedures.restoreContact.handler(notYet),
  saveChannel: clientsProcedures.saveChannel.handler(notYet),
  removeChannel: clientsProcedures.removeChannel.handler(notYet),
  restoreChannel: clientsProcedures.restoreChannel.handler(notYet),
  timeline: clientsProcedures.timeline.handler(notYet),
  history: clientsProcedures.history.handler(notYet),
});
