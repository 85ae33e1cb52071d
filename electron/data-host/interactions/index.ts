import { clientExists } from '../clients/index.ts';
import { interactions, tasks } from '../db/tables.ts';
import { author, guarded, invalid, missing } from '../procedures.ts';
import { refreshClient } from '../scores/index.ts';
import { readMe } from '../settings/index.ts';
import { findIssues, readInteraction, readInteractions, saveInteraction } from './interactions.ts';
import { readTask, readTasks, saveTask, setTaskDone } from './tasks.ts';

export { readInteractions } from './interactions.ts';
export { readTasks } from './tasks.ts';


const os = guarded.interactions;
export const interactionsRouter = os.router({
  list: os.list.handler(({ context: { store }, input, errors }) => {
    if (!clientExists(store.read, input.clientId)) throw errors.NOT_FOUND(missing('client', input.clientId));
    return readInteractions(store.read, input.clientId);
  }),
  save: os.save.handler(({ context: { store, now }, input, errors }) =>
    store.write(author(store), (tx) => {
      const { id: given, ...interaction } = input;
      if (!clientExists(tx, input.clientId)) throw errors.NOT_FOUND(missing('client', input.clientId));
      const before = given === null ? undefined : readInteraction(tx, given);
      if (given !== null && before?.clientId !== input.clientId) throw errors.NOT_FOUND(missing('interaction', given));
      const issues = findIssues(tx, given, interaction, now());
      if (issues.length > 0) throw errors.INVALID(invalid(...issues));
      const id = saveInteraction(tx, given, interaction, readMe(tx)?.id ?? null);
      refreshClient(tx, input.clientId, now());
      const saved = readInteraction(tx, id);
      if (!saved) throw errors.NOT_FOUND(missing('interaction', id));
      return saved;
    }),
  ),
  remove: os.remove.handler(({ context: { store, now }, input, errors }) =>
    store.write(author(store), (tx) => {
      const row = readInteraction(tx, input.id);
      if (!row) throw errors.NOT_FOUND(missing('interaction', input.id));
      tx.softDelete(interactions, input.id);
      refreshClient(tx, row.clientId, now());
      return input;
    }),
  ),
  restore: os.restore.handler(({ context: { store, now }, input, errors }) =>
    store.write(author(store), (tx) => {
      const row = readInteraction(tx, input.id, true);
      if (!row) throw errors.NOT_FOUND(missing('interaction', input.id));
      tx.restore(interactions, input.id);
      refreshClient(tx, row.clientId, now());
      return row;
    }),
  ),
});

// A task with a day is a promise: whether it was done by then is evidence, so the score moves with it.
const osTasks = guarded.tasks;
export const tasksRouter = osTasks.router({
  list: osTasks.list.handler(({ context: { store }, input, errors }) => {
    if (!clientExists(store.read, input.clientId)) throw errors.NOT_FOUND(missing('client', input.clientId));
    return readTasks(store.read, input.clientId);
  }),
  save: osTasks.save.handler(({ context: { store, now }, input, errors }) =>
    store.write(author(store), (tx) => {
      const { id: given, ...task } = input;
      if (!clientExists(tx, input.clientId)) throw errors.NOT_FOUND(missing('client', input.clientId));
      if (given !== null && readTask(tx, given)?.clientId !== input.clientId) throw errors.NOT_FOUND(missing('task', given));
      const id = saveTask(tx, given, task, readMe(tx)?.id ?? null);
      refreshClient(tx, input.clientId, now());
      const saved = readTask(tx, id);
      if (!saved) throw errors.NOT_FOUND(missing('task', id));
      return saved;
    }),
  ),
  setDone: osTasks.setDone.handler(({ context: { store, now }, input, errors }) =>
    store.write(author(store), (tx) => {
      const task = readTask(tx, input.id);
      if (!task) throw errors.NOT_FOUND(missing('task', input.id));
      setTaskDone(tx, task, input.done);
      refreshClient(tx, task.clientId, now());
      return readTask(tx, input.id) ?? task;
    }),
  ),
  remove: osTasks.remove.handler(({ context: { store, now }, input, errors }) =>
    store.write(author(store), (tx) => {
      const row = readTask(tx, input.id);
      if (!row) throw errors.NOT_FOUND(missing('task', input.id));
      tx.softDelete(tasks, input.id);
      refreshClient(tx, row.clientId, now());
      return input;
    }),
  ),
  restore: osTasks.restore.handler(({ context: { store, now }, input, errors }) =>
    store.write(author(store), (tx) => {
      const row = readTask(tx, input.id, true);
      if (!row) throw errors.NOT_FOUND(missing('task', input.id));
      tx.restore(tasks, input.id);
      refreshClient(tx, row.clientId, now());
      return readTask(tx, input.id) ?? row;
    }),
  ),
});
