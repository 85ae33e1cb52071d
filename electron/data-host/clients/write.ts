import type { ClientInput } from '#shared/contract/clients.ts';
import type { Issue } from '#shared/contract/errors.ts';
import { byHandWithoutRow } from '../db/rows.ts';
import type { Connection, Transaction } from '../db/store.ts';
import { clients } from '../db/tables.ts';
import type { Row } from '../db/tables.ts';

/** Parts of the input that were given; one that is left out stays as it is. */
export type ClientPatch = { readonly [K in keyof ClientInput]?: ClientInput[K] | undefined };

const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

const isLanguage = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

/** What the shape of the input cannot tell: whether a zone, a language and a colleague exist. */
export function findIssues(connection: Connection, patch: ClientPatch): Issue[] {
  const issues: Issue[] = [];
  if (patch.timeZone && !isTimeZone(patch.timeZone)) issues.push({ field: 'timeZone', code: 'unknown-time-zone' });
  if (patch.language && !isLanguage(patch.language)) issues.push({ field: 'language', code: 'unknown-language' });
  const owner = patch.ownerStaffId;
  if (owner && !connection.get('SELECT 1 FROM staff WHERE id = ? AND deleted_at IS NULL', [owner])) {
    issues.push({ field: 'ownerStaffId', code: 'unknown-colleague' });
  }
  return issues;
}

export function createClient(tx: Transaction, input: ClientInput): string {
  const start = byHandWithoutRow(tx);
  tx.insert(clients, {
    ...start, name: input.name, code: input.code, country_code: input.countryCode, country_as_given: null, language: input.language,
    time_zone: input.timeZone, segment: input.segment, preferred_channel: input.preferredChannel, rhythm_days: input.rhythmDays,
    owner_staff_id: input.ownerStaffId, notes: input.notes, is_sample: 0,
  });
  return start.id;
}

const columnOf = {
  name: 'name', code: 'code', countryCode: 'country_code', language: 'language', timeZone: 'time_zone', segment: 'segment',
  preferredChannel: 'preferred_channel', rhythmDays: 'rhythm_days', ownerStaffId: 'owner_staff_id', notes: 'notes',
} as const satisfies Readonly<Record<keyof ClientInput, keyof Row<typeof clients>>>;

export function updateClient(tx: Transaction, id: string, patch: ClientPatch): void {
  const given = Object.entries(columnOf).flatMap(([field, column]) => {
    const value = Object.entries(patch).find(([key]) => key === field)?.[1];
    return value === undefined ? [] : [[column, value] as const];
  });
  const columns: Partial<Row<typeof clients>> = Object.fromEntries(given);
  tx.update(clients, id, { ...columns, updated_at: tx.context.at });
}
