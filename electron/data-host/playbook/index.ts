import { author, guarded, invalid, missing } from '../procedures.ts';
import { findEntry, findIssues, listPlaybook, putBackEntries, removeEntry, resetPlaybook, restoreEntry, saveEntry } from './entries.ts';

export { readPlaybook } from './entries.ts';

const os = guarded.playbook;

export const playbookRouter = os.router({
  list: os.list.handler(({ context: { store } }) => listPlaybook(store.read)),
  save: os.save.handler(({ context: { store }, input, errors }) =>
    store.write(author(store), (tx) => {
      const { id: given, ...entry } = input;
      if (given !== null && !findEntry(tx, given)) throw errors.NOT_FOUND(missing('playbook-entry', given));
      const issues = findIssues(given, entry);
      if (issues.length > 0) throw errors.INVALID(invalid(...issues));
      const id = saveEntry(tx, given, entry);
      const saved = findEntry(tx, id);
      if (!saved) throw errors.NOT_FOUND(missing('playbook-entry', id));
      return saved;
    }),
  ),
  remove: os.remove.handler(({ context: { store }, input, errors }) =>
    store.write(author(store), (tx) => {
      const entry = findEntry(tx, input.id);
      if (!entry) throw errors.NOT_FOUND(missing('playbook-entry', input.id));
      removeEntry(tx, entry);
      return input;
    }),
  ),
  restore: os.restore.handler(({ context: { store }, input, errors }) =>
    store.write(author(store), (tx) => {
      const entry = restoreEntry(tx, input.id) ? findEntry(tx, input.id) : undefined;
      if (!entry) throw errors.NOT_FOUND(missing('playbook-entry', input.id));
      return entry;
    }),
  ),
  resetToDefault: os.resetToDefault.handler(({ context: { store } }) =>
    store.write(author(store), (tx) => {
      const replaced = resetPlaybook(tx);
      return { entries: listPlaybook(tx), replaced };
    }),
  ),
  putBack: os.putBack.handler(({ context: { store }, input, errors }) =>
    store.write(author(store), (tx) => {
      const issues = putBackEntries(tx, input.replaced);
      if (issues.length > 0) throw errors.INVALID(invalid(...issues));
      return listPlaybook(tx);
    }),
  ),
});
