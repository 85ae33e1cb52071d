import { author, guarded, invalid, missing } from '../procedures.ts';
import { dropSummary, refreshClient } from '../scores/index.ts';
import { readPreferences } from '../settings/index.ts';
import { clientChannels, clients, contacts } from '../db/tables.ts';
import { findChannel, findContact, restoreContact, saveChannel, saveContact } from './contacts.ts';
import { readHistory } from './history.ts';
import { listClients, readFacets } from './list.ts';
import { clientExists, readClient, toChannel, toContact } from './read.ts';
import { findSimilar } from './similar.ts';
import { readTimeline } from './timeline.ts';
import { createClient, findIssues, updateClient } from './write.ts';

export { byCount, byCountryName, groupsOf, selectionOf } from './list.ts';
export type { Selection } from './list.ts';
export { clientExists, readClient } from './read.ts';

const os = guarded.clients;

export const clientsRouter = os.router({
  list: os.list.handler(({ context: { store }, input }) => listClients(store.read, input, readPreferences(store.read).language)),
  facets: os.facets.handler(({ context: { store } }) => readFacets(store.read)),
  get: os.get.handler(({ context: { store }, input, errors }) => {
    const client = readClient(store.read, input.id);
    if (!client) throw errors.NOT_FOUND(missing('client', input.id));
    return client;
  }),
  similar: os.similar.handler(({ context: { store }, input }) => findSimilar(store.read, input.name)),
  create: os.create.handler(({ context: { store, now }, input, errors }) =>
    store.write(author(store), (tx) => {
      const issues = findIssues(tx, input);
      if (issues.length > 0) throw errors.INVALID(invalid(...issues));
      const id = createClient(tx, input);
      refreshClient(tx, id, now());
      const client = readClient(tx, id);
      if (!client) throw errors.NOT_FOUND(missing('client', id));
      return client;
    }),
  ),
  update: os.update.handler(({ context: { store, now }, input, errors }) =>
    store.write(author(store), (tx) => {
      const { id, ...patch } = input;
      if (!clientExists(tx, id)) throw errors.NOT_FOUND(missing('client', id));
      const issues = findIssues(tx, patch);
      if (issues.length > 0) throw errors.INVALID(invalid(...issues));
      updateClient(tx, id, patch);
      refreshClient(tx, id, now());
      const client = readClient(tx, id);
      if (!client) throw errors.NOT_FOUND(missing('client', id));
      return client;
    }),
  ),
  remove: os.remove.handler(({ context: { store }, input, errors }) =>
    store.write(author(store), (tx) => {
      if (!tx.softDelete(clients, input.id)) throw errors.NOT_FOUND(missing('client', input.id));
      dropSummary(tx, input.id);
      return input;
    }),
  ),
  restore: os.restore.handler(({ context: { store, now }, input, errors }) =>
    store.write(author(store), (tx) => {
      if (!tx.restore(clients, input.id)) throw errors.NOT_FOUND(missing('client', input.id));
      refreshClient(tx, input.id, now());
      const client = readClient(tx, input.id);
      if (!client) throw errors.NOT_FOUND(missing('client', input.id));
      return client;
    }),
  ),
  bin: os.bin.handler(({ context: { store } }) =>
    store.read.all<{ id: string; name: string; deletedAt: string }>(
      'SELECT id, name, deleted_at AS deletedAt FROM clients WHERE deleted_at IS NOT NULL ORDER BY deleted_at DESC, id',
    ),
  ),
  saveContact: os.saveContact.handler(({ context: { store, now }, input, errors }) =>
    store.write(author(store), (tx) => {
      const { clientId, id: given, ...contact } = input;
      if (!clientExists(tx, clientId)) throw errors.NOT_FOUND(missing('client', clientId));
      if (given !== null && findContact(tx, given)?.client_id !== clientId) throw errors.NOT_FOUND(missing('contact', given));
      const id = saveContact(tx, clientId, given, contact);
      refreshClient(tx, clientId, now());
      return { ...contact, id };
    }),
  ),
  removeContact: os.removeContact.handler(({ context: { store, now }, input, errors }) =>
    store.write(author(store), (tx) => {
      const row = findContact(tx, input.id);
      if (!row) throw errors.NOT_FOUND(missing('contact', input.id));
      tx.softDelete(contacts, input.id);
      refreshClient(tx, row.client_id, now());
      return input;
    }),
  ),
  restoreContact: os.restoreContact.handler(({ context: { store, now }, input, errors }) =>
    store.write(author(store), (tx) => {
      const row = findContact(tx, input.id, true);
      if (!row) throw errors.NOT_FOUND(missing('contact', input.id));
      restoreContact(tx, row);
      refreshClient(tx, row.client_id, now());
      return toContact(findContact(tx, input.id) ?? row);
    }),
  ),
  saveChannel: os.saveChannel.handler(({ context: { store, now }, input, errors }) =>
    store.write(author(store), (tx) => {
      const { clientId, id: given, ...channel } = input;
      if (!clientExists(tx, clientId)) throw errors.NOT_FOUND(missing('client', clientId));
      if (given !== null && findChannel(tx, given)?.client_id !== clientId) throw errors.NOT_FOUND(missing('channel', given));
      if (channel.contactId !== null && findContact(tx, channel.contactId)?.client_id !== clientId) {
        throw errors.INVALID(invalid({ field: 'contactId', code: 'unknown-contact' }));
      }
      const id = saveChannel(tx, clientId, given, channel);
      refreshClient(tx, clientId, now());
      return { ...channel, id };
    }),
  ),
  removeChannel: os.removeChannel.handler(({ context: { store, now }, input, errors }) =>
    store.write(author(store), (tx) => {
      const row = findChannel(tx, input.id);
      if (!row) throw errors.NOT_FOUND(missing('channel', input.id));
      tx.softDelete(clientChannels, input.id);
      refreshClient(tx, row.client_id, now());
      return input;
    }),
  ),
  restoreChannel: os.restoreChannel.handler(({ context: { store, now }, input, errors }) =>
    store.write(author(store), (tx) => {
      const row = findChannel(tx, input.id, true);
      if (!row) throw errors.NOT_FOUND(missing('channel', input.id));
      tx.restore(clientChannels, input.id);
      refreshClient(tx, row.client_id, now());
      return toChannel(row);
    }),
  ),
  timeline: os.timeline.handler(({ context: { store }, input, errors }) => {
    if (!clientExists(store.read, input.clientId)) throw errors.NOT_FOUND(missing('client', input.clientId));
    return readTimeline(store.read, input);
  }),
  history: os.history.handler(({ context: { store }, input }) => readHistory(store.read, input)),
});
