import { relationshipKindKeys } from '#shared/domain/relationship/index.ts';
import { clientExists } from '../clients/index.ts';
import { author, guarded, invalid, missing } from '../procedures.ts';
import { refreshClient } from '../scores/index.ts';
import { localDayOf } from '../settings/index.ts';
import { findProblems, readEntries, readEntry, saveEntry, tableOf, wholeValues } from './entries.ts';

const os = guarded.relationship;

/** One module for every kind of record: what a kind is stands in its descriptor. */
export const relationshipRouter = os.router({
  list: os.list.handler(({ context: { store }, input, errors }) => {
    if (!clientExists(store.read, input.clientId)) throw errors.NOT_FOUND(missing('client', input.clientId));
    const kinds = input.kind === null ? relationshipKindKeys : [input.kind];
    return kinds
      .flatMap((kind) => readEntries(store.read, input.clientId, kind))
      .toSorted((left, right) => (left.on === right.on ? Number(right.id > left.id) - Number(right.id < left.id) : Number(right.on > left.on) - Number(right.on < left.on)));
  }),
  save: os.save.handler(({ context: { store, now }, input, errors }) =>
    store.write(author(store), (tx) => {
      const { kind, clientId, id: given } = input;
      if (!clientExists(tx, clientId)) throw errors.NOT_FOUND(missing('client', clientId));
      if (given !== null && readEntry(tx, kind, given)?.clientId !== clientId) throw errors.NOT_FOUND(missing(kind, given));
      const values = wholeValues(kind, input.values);
      const issues = findProblems(tx, kind, clientId, values, localDayOf(now()));
      if (issues.length > 0) throw errors.INVALID(invalid(...issues));
      const id = saveEntry(tx, kind, clientId, given, values);
      refreshClient(tx, clientId, now());
      const saved = readEntry(tx, kind, id);
      if (!saved) throw errors.NOT_FOUND(missing(kind, id));
      return saved;
    }),
  ),
  remove: os.remove.handler(({ context: { store, now }, input: { kind, id }, errors }) =>
    store.write(author(store), (tx) => {
      const entry = readEntry(tx, kind, id);
      if (!entry) throw errors.NOT_FOUND(missing(kind, id));
      tx.softDelete(tableOf(kind), id);
      refreshClient(tx, entry.clientId, now());
      return { id };
    }),
  ),
  restore: os.restore.handler(({ context: { store, now }, input: { kind, id }, errors }) =>
    store.write(author(store), (tx) => {
      const entry = readEntry(tx, kind, id, true);
      if (!entry) throw errors.NOT_FOUND(missing(kind, id));
      tx.restore(tableOf(kind), id);
      refreshClient(tx, entry.clientId, now());
      return entry;
    }),
  ),
});
