import { channelKind } from '#shared/contract/clients.ts';
import type { Client, Contact } from '#shared/contract/clients.ts';
import type { Connection } from '../db/store.ts';
import type { clientChannels, clients, contacts } from '../db/tables.ts';
import type { Row } from '../db/tables.ts';

type ChannelRow = Row<typeof clientChannels>;

const kindOf = (kind: string) => channelKind.catch('other').parse(kind);

export const toContact = (row: Row<typeof contacts>): Contact => ({
  id: row.id, name: row.name, role: row.role, email: row.email, phone: row.phone, language: row.language, isPrimary: row.is_primary === 1,
  notes: row.notes,
});

export const toChannel = (row: ChannelRow): Client['channels'][number] => ({
  id: row.id, contactId: row.contact_id, kind: kindOf(row.kind), handle: row.handle,
});

/** @returns undefined where there is no such client, or where it is in the bin. */
export function readClient(connection: Connection, id: string): Client | undefined {
  const row = connection.get<Row<typeof clients>>('SELECT * FROM clients WHERE id = ? AND deleted_at IS NULL', [id]);
  if (!row) return undefined;
  return {
    id: row.id, name: row.name, code: row.code, countryCode: row.country_code, countryAsGiven: row.country_as_given, language: row.language,
    timeZone: row.time_zone, segment: row.segment, preferredChannel: row.preferred_channel === null ? null : kindOf(row.preferred_channel),
    rhythmDays: row.rhythm_days, ownerStaffId: row.owner_staff_id, notes: row.notes, isSample: row.is_sample === 1,
    importBatchId: row.import_batch_id, createdAt: row.created_at, updatedAt: row.updated_at, deletedAt: row.deleted_at,
    contacts: connection
      .all<Row<typeof contacts>>('SELECT * FROM contacts WHERE client_id = ? AND deleted_at IS NULL ORDER BY is_primary DESC, name, id', [id])
      .map(toContact),
    channels: connection
      .all<ChannelRow>('SELECT * FROM client_channels WHERE client_id = ? AND deleted_at IS NULL ORDER BY kind, handle, id', [id])
      .map(toChannel),
  };
}

export const clientExists = (connection: Connection, id: string): boolean =>
  connection.get('SELECT 1 FROM clients WHERE id = ? AND deleted_at IS NULL', [id]) !== undefined;
