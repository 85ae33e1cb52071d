import type { Database } from 'better-sqlite3';
import { createRouterClient } from '@orpc/server';
import { v7 as uuidv7 } from 'uuid';
import { addDays } from '#shared/domain/calendar/index.ts';
import { DataHost } from '#electron/data-host/index.ts';
import * as tables from '#electron/data-host/db/tables.ts';
import { router } from '#electron/data-host/router.ts';
import { compare } from './measure.ts';
import type { Comparison } from './measure.ts';
import { bareConnection, emptyStoreFile, fill, inserter, migrationsDirectory } from './seed.ts';

const CLIENTS = 1000;
const PAGE = 100;
const DAYS = 60;
const today = '2026-11-22';
const stamps = { created_at: '2026-01-01T00:00:00.000Z', updated_at: '2026-01-01T00:00:00.000Z', deleted_at: null };

/** So many instruments over the clients there are, each with a certificate and an open due day within a year on either side of today. */
function fillInstruments(db: Database, count: number): string {
  const clients = db.prepare<[], { id: string }>('SELECT id FROM clients ORDER BY id').all();
  const instrument = inserter(db, tables.instruments);
  const index = inserter(db, tables.instrumentIndex);
  const owner = inserter(db, tables.instrumentOwners);
  const due = inserter(db, tables.calibrationDues);
  const certificate = inserter(db, tables.certificates);
  let last = '';
  db.transaction(() => {
    for (let number = 0; number < count; number += 1) {
      const id = uuidv7();
      last = id;
      const clientId = clients[number % clients.length]?.id ?? null;
      const serial = `AB-${String(number).padStart(6, '0')}`;
      const dueOn = addDays(today, ((number * 37) % 730) - 365);
      const startsOn = addDays(dueOn, -365);
      const notImported = { import_batch_id: null, source_row: null };
      instrument({
        id, client_id: clientId, product_id: null, serial, serial_key: serial.toLowerCase().replace('-', ''), label_code: `X${String(number).padStart(10, '0')}`,
        manufacturer: 'Meridian', model: `CD-${number % 40}`, description: null, instrument_type: 'caliper', asset_number: null, site: `Hall ${number % 9}`, status: 'in-use',
        is_standard: 0, order_line_id: null, shipment_id: null, delivered_on: startsOn, first_used_on: null, received_on: null, interval_months: 12,
        interval_starts: 'calibration', interval_agreed: 0, due_on: dueOn, notes: null, is_sample: 0, ...notImported, ...stamps,
      });
      index({ id, name_sort: `meridian cd ${number % 40}`, serial_sort: serial, search_text: `${serial.toLowerCase()}\nmeridian\ncd ${number % 40}\nhall ${number % 9}` });
      owner({ id: uuidv7(), instrument_id: id, client_id: clientId, site: null, from_on: startsOn, until_on: null, note: null, import_batch_id: null, ...stamps });
      due({
        id: uuidv7(), instrument_id: id, client_id: clientId, starts_on: startsOn, interval_months: 12, due_on: dueOn, extended_to_on: null, extension_reason: null,
        extended_by_staff_id: null, extended_at: null, done_on: null, done_certificate_id: null, closed_as: null, closed_on: null, ...stamps,
      });
      certificate({
        id: uuidv7(), instrument_id: id, number: `C-${number}`, number_key: `c ${number}`, state: 'issued', origin: 'typed', is_own_laboratory: 1, laboratory_name: 'Own',
        calibrated_on: startsOn, issued_on: startsOn, is_complete: 1, as_found_verdict: null, verdict: 'pass', point_count: 0, document: '{}', replaces_id: null,
        calibration_order_id: null, dcc_sha256: null, dcc_identifier: null, dcc_version: null, dcc_signature: null, dcc_item: null, pdf_attachment_id: null,
        staff_id: null, ...stamps,
      });
    }
  }).immediate();
  return last;
}

/** The page in one statement, as somebody would write it by hand, with all that a row shows. */
const bareRows = `
  SELECT i.id, i.serial, i.label_code, i.manufacturer || ' ' || i.model AS name, i.asset_number, i.client_id, k.name AS client_name, i.site, i.status, i.is_standard,
    i.delivered_on, i.due_on,
    (SELECT d.extended_to_on FROM calibration_dues d WHERE d.instrument_id = i.id AND d.done_on IS NULL AND d.closed_as IS NULL AND d.deleted_at IS NULL) AS extended_to_on,
    (SELECT c.calibrated_on || c.verdict FROM certificates c WHERE c.instrument_id = i.id AND c.state = 'issued' AND c.deleted_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM certificates r WHERE r.replaces_id = c.id AND r.state = 'issued' AND r.deleted_at IS NULL)
     ORDER BY c.calibrated_on DESC LIMIT 1) AS last_certificate
  FROM (SELECT * FROM instruments WHERE deleted_at IS NULL AND due_on <= @until ORDER BY due_on, id LIMIT @limit OFFSET @offset) i
  LEFT JOIN clients k ON k.id = i.client_id ORDER BY i.due_on, i.id`;
const bareCount = 'SELECT count(*) AS n FROM instruments WHERE deleted_at IS NULL AND due_on <= ?';

/** Pages of the due list at so many instruments against the same SQL on a bare connection, and a passport against a client's page. */
export async function benchInstruments(count = 100_000, pairs = 15): Promise<readonly [dueList: Comparison, search: Comparison, passport: Comparison]> {
  const file = await emptyStoreFile();
  const seed = bareConnection(file);
  fill(seed, { clients: CLIENTS, linesPerClient: 50, today: new Date(`${today}T09:00:00Z`) });
  const last = fillInstruments(seed, count);
  seed.close();
  const host = new DataHost({ file, migrationsDirectory, appVersion: 'bench', now: () => new Date(`${today}T09:00:00Z`) });
  const call = createRouterClient(router, { context: { host } });
  for await (const event of await call.scores.rescore()) if (event.type === 'done') console.log(`  ${event.result.clientCount} clients scored`);
  const bare = bareConnection(file);
  const rows = bare.prepare(bareRows);
  const total = bare.prepare(bareCount);
  const foundCount = bare.prepare('SELECT count(*) AS n FROM instruments i JOIN instrument_index x ON x.id = i.id WHERE i.deleted_at IS NULL AND instr(x.search_text, ?) > 0');
  const found = bare.prepare(
    `SELECT i.* FROM instruments i JOIN instrument_index x ON x.id = i.id WHERE i.deleted_at IS NULL AND instr(x.search_text, ?) > 0 ORDER BY i.due_on NULLS LAST, i.id LIMIT ${PAGE}`,
  );
  const offsets = [0, 100, 1000, 20_000, 50_000].filter((offset) => offset < count / 2);
  const until = addDays(today, DAYS);
  const clientId = bare.prepare<[string], { client_id: string }>('SELECT client_id FROM instruments WHERE id = ?').get(last)?.client_id ?? '';
  const dueList = await compare(`due list: ${offsets.length} pages of what is due within ${DAYS} days, ${count.toLocaleString('en')} instruments`, {
    job: async () => {
      for (const offset of offsets) await call.instruments.list({ dueWithinDays: DAYS, offset, limit: PAGE });
    },
    baseline: () => {
      for (const offset of offsets) {
        total.get(until);
        rows.all({ until, limit: PAGE, offset });
      }
    },
    pairs, aim: 1.5, note: 'the contract call against its bare count and page',
  });
  const search = await compare(`instruments: search that finds 100 of ${count.toLocaleString('en')}`, {
    job: () => call.instruments.list({ search: 'ab-0001', limit: PAGE }),
    baseline: () => {
      foundCount.get('ab-0001');
      found.all('ab-0001');
    },
    pairs, aim: 1, note: 'serial, product and client are searched, against the bare search of the texts alone',
  });
  const passport = await compare('instrument passport, against the page of the client who has it', {
    job: () => call.instruments.get({ id: last }),
    baseline: async () => {
      await Promise.all([call.clients.get({ id: clientId }), call.orders.figures({ clientId }), call.clients.timeline({ clientId, limit: PAGE })]);
    },
    pairs, aim: 1, note: 'all of the passport against record, figures and timeline of the client',
  });
  bare.close();
  await host.close();
  return [dueList, search, passport];
}
