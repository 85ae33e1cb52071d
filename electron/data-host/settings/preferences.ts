import { defaultPreferences, preferences as preferencesSchema } from '#shared/contract/settings.ts';
import type { Preferences } from '#shared/contract/settings.ts';
import type { Connection, Transaction } from '../db/store.ts';

type Key = keyof Preferences;
const keys = Object.keys(preferencesSchema.shape).filter((key): key is Key => key in defaultPreferences);

/**
 * The choices of this installation. A choice that was never made, or that was stored by an app with other rules and does
 * not hold here, is the default one: it must not keep the rest from opening.
 */
export function readPreferences(connection: Connection): Preferences {
  const stored: Record<string, unknown> = { ...defaultPreferences };
  const rows = connection.all<{ id: string; value: string }>('SELECT id, value FROM settings WHERE id IN (SELECT value FROM json_each(?))', [
    JSON.stringify(keys),
  ]);
  for (const { id, value } of rows) {
    const key = keys.find((known) => known === id);
    if (key === undefined) continue;
    const read = preferencesSchema.shape[key].safeParse(JSON.parse(value));
    if (read.success) stored[key] = read.data;
  }
  return preferencesSchema.parse(stored);
}

/** Writes the named choices, one row each, and only those that differ from what is stored. */
export function writePreferences(tx: Transaction, patch: { readonly [K in Key]?: Preferences[K] | undefined }): void {
  for (const key of keys) {
    const value = patch[key];
    if (value !== undefined) writeSetting(tx, key, value);
  }
}

export function writeSetting(tx: Transaction, id: string, value: unknown): void {
  tx.run(
    `INSERT INTO settings (id, value, updated_at) VALUES (@id, @value, @at)
     ON CONFLICT (id) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at WHERE value IS NOT excluded.value`,
    { id, value: JSON.stringify(value), at: tx.context.at },
  );
}

const padded = (value: number, width: number): string => String(value).padStart(width, '0');

/** The calendar day of the instant where this computer stands. */
export const localDayOf = (instant: Date): string =>
  `${padded(instant.getFullYear(), 4)}-${padded(instant.getMonth() + 1, 2)}-${padded(instant.getDate(), 2)}`;

/** The day that scores and figures are read at: the person's choice, else today. */
export const readingDay = (connection: Connection, now: Date): string => readPreferences(connection).scoringOn ?? localDayOf(now);
