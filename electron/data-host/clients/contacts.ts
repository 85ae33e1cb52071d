import type { z } from 'zod';
import type { ChannelKind, contactInput } from '#shared/contract/clients.ts';
import { byHand, byHandWithoutRow } from '../db/rows.ts';
import type { Connection, Transaction } from '../db/store.ts';
import { clientChannels, contacts } from '../db/tables.ts';
import type { Row } from '../db/tables.ts';

type ContactInput = z.output<typeof contactInput>;

/** Of a client that is not in the bin. */
const owned = (table: 'contacts' | 'client_channels', deleted: 'IS NULL' | 'IS NOT NULL'): string =>
  `SELECT ${table}.* FROM ${table} JOIN clients ON clients.id = ${table}.client_id AND clients.deleted_at IS NULL
   WHERE ${table}.id = ? AND ${table}.deleted_at ${deleted}`;

export const findContact = (connection: Connection, id: string, inBin = false): Row<typeof contacts> | undefined =>
  connection.get(owned('contacts', inBin ? 'IS NOT NULL' : 'IS NULL'), [id]);
export const findChannel = (connection: Connection, id: string, inBin = false): Row<typeof clientChannels> | undefined =>
  connection.get(owned('client_channels', inBin ? 'IS NOT NULL' : 'IS NULL'), [id]);

/** A client has one first contact: naming another one takes the mark from whoever had it. */
function unmarkOthers(tx: Transaction, clientId: string, contactId: string): void {
  tx.run('UPDATE contacts SET is_primary = 0, updated_at = ? WHERE client_id = ? AND id IS NOT ? AND is_primary = 1 AND deleted_at IS NULL', [
    tx.context.at, clientId, contactId,
  ]);
}

/** @returns the contact's identifier. */
export function saveContact(tx: Transaction, clientId: string, id: string | null, input: ContactInput): string {
  const columns = {
    name: input.name, role: input.role, email: input.email, phone: input.phone, language: input.language,
    is_primary: input.isPrimary ? 1 : 0, notes: input.notes,
  };
  const start = byHandWithoutRow(tx);
  const contactId = id ?? start.id;
  if (id === null) tx.insert(contacts, { ...start, client_id: clientId, ...columns });
  else tx.update(contacts, id, { ...columns, updated_at: tx.context.at });
  if (input.isPrimary) unmarkOthers(tx, clientId, contactId);
  return contactId;
}

export function restoreContact(tx: Transaction, contact: Row<typeof contacts>): void {
  tx.restore(contacts, contact.id);
  // Somebody else may have become the first contact meanwhile.
  const other = tx.get('SELECT 1 FROM contacts WHERE client_id = ? AND id IS NOT ? AND is_primary = 1 AND deleted_at IS NULL', [
    contact.client_id, contact.id,
  ]);
  if (contact.is_primary === 1 && other) tx.update(contacts, contact.id, { is_primary: 0, updated_at: tx.context.at });
}

export interface ChannelInput {
  readonly contactId: string | null;
  readonly kind: ChannelKind;
  readonly handle: string;
}

/** @returns the channel's identifier. */
export function saveChannel(tx: Transaction, clientId: string, id: string | null, input: ChannelInput): string {
  const columns = { contact_id: input.contactId, kind: input.kind, handle: input.handle };
  const start = byHand(tx);
  if (id === null) tx.insert(clientChannels, { ...start, client_id: clientId, ...columns });
  else tx.update(clientChannels, id, { ...columns, updated_at: tx.context.at });
  return id ?? start.id;
}
