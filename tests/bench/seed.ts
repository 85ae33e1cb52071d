import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import DatabaseConstructor from 'better-sqlite3';
import type { Database } from 'better-sqlite3';
import { v7 as uuidv7 } from 'uuid';
import { Store } from '#electron/data-host/db/store.ts';
import * as tables from '#electron/data-host/db/tables.ts';
import type { Row, Table } from '#electron/data-host/db/tables.ts';

export const migrationsDirectory = path.resolve(import.meta.dirname, '../../migrations');

/** A migrated, empty file in a folder of its own. */
export async function emptyStoreFile(): Promise<string> {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'peyvand-bench-')), 'store.sqlite');
  await Store.open({ file, migrationsDirectory, now: () => new Date() }).close();
  return file;
}

/** A bare connection with the app's own pragmas: what a measurement is held against. */
export function bareConnection(file: string): Database {
  const db = new DatabaseConstructor(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('cache_size = -65536');
  return db;
}

export function inserter<T extends Table>(db: Database, table: T): (row: Row<T>) => void {
  const columns = Object.keys(table.columns);
  const statement = db.prepare(`INSERT INTO ${table.name} (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`);
  return (row) => {
    statement.run(row);
  };
}

const stamps = { created_at: '2026-01-01T00:00:00.000Z', updated_at: '2026-01-01T00:00:00.000Z', deleted_at: null };
const notImported = { import_batch_id: null, source_row: null };
const countries = ['DE', 'IR', 'TR', 'AE', 'IQ', 'PK', 'IN', 'KZ', 'OM', 'QA', 'AM', 'GE', 'UZ', 'AZ'];
const dayMs = 86_400_000;
const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Clients with orders of ten lines each over three years before `today`; about a tenth of the lines late. */
export function fill(db: Database, sizes: { readonly clients: number; readonly linesPerClient: number; readonly today: Date }): void {
  const insertClient = inserter(db, tables.clients);
  const insertOrder = inserter(db, tables.orders);
  const insertLine = inserter(db, tables.orderLines);
  const insertDelivery = inserter(db, tables.lineDeliveries);
  db.transaction(() => {
    for (let client = 0; client < sizes.clients; client += 1) {
      const clientId = uuidv7();
      insertClient({
        id: clientId, code: `C-${String(client).padStart(6, '0')}`, name: `Client ${client} ${String.fromCodePoint(65 + (client % 26))} Tools`,
        country_code: countries[client % countries.length] ?? 'DE', country_as_given: null, language: 'en', time_zone: 'UTC', segment: null,
        preferred_channel: null, rhythm_days: null, owner_staff_id: null, notes: null, is_sample: 0, ...notImported, ...stamps,
      });
      for (let line = 0, orderId = ''; line < sizes.linesPerClient; line += 1) {
        const promised = sizes.today.getTime() - ((client * 37 + line * 11) % 1095) * dayMs;
        if (line % 10 === 0) {
          orderId = uuidv7();
          insertOrder({ id: orderId, client_id: clientId, number: `O-${client}-${line}`, ordered_on: isoDay(promised - 40 * dayMs), ...notImported, ...stamps });
        }
        const lineId = uuidv7();
        insertLine({
          id: lineId, order_id: orderId, number: String(line + 1), product_id: null, ordered_quantity: 10, value_minor: 125_000, currency: 'EUR',
          incoterm: 'FCA', incoterm_place: null, requested_on: null, first_promised_on: isoDay(promised), cancelled_by: null,
          delay_reason: null, delay_note: null, ...notImported, ...stamps,
        });
        const late = (client + line) % 10 === 0;
        insertDelivery({
          id: uuidv7(), order_line_id: lineId, shipment_id: null, quantity: 10, delivered_on: isoDay(promised + (late ? 4 : 0) * dayMs),
          documents_ok: 1, condition_ok: 1, ...notImported, ...stamps,
        });
      }
    }
  }).immediate();
}
