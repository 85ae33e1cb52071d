import { describe, expect, it } from 'vitest';
import { newId } from '#electron/data-host/db/ids.ts';
import { clients, orders, scorePriors } from '#electron/data-host/db/tables.ts';
import type { Row } from '#electron/data-host/db/tables.ts';
import { openTestHost, storeOf } from '../support.ts';

const at = '2026-03-01T10:00:00.000Z';
const stamps = { import_batch_id: null, source_row: null, created_at: at, updated_at: at, deleted_at: null };

const clientRow = (name: string): Row<typeof clients> => ({
  ...stamps, id: newId(), code: '007', name, country_code: null, country_as_given: 'Côte d’Ivoire', language: null, time_zone: null, segment: null,
  preferred_channel: null, rhythm_days: 30, owner_staff_id: null, notes: 'a "quote", a \\ and a\nline', is_sample: 0,
});
const orderRow = (client: Row<typeof clients>, number: number): Row<typeof orders> => ({
  ...stamps, id: newId(), client_id: client.id, number: `PO-${number}`, ordered_on: number % 2 === 0 ? null : '2024-03-01',
});

describe('rows written in bulk', () => {
  it('leave the same log as rows written one by one, in the same order', async () => {
    const client = clientRow('شرکت ابزار پارس');
    const rows = Array.from({ length: 450 }, (_, number) => orderRow(client, number));
    const logs = [];
    for (const isBulk of [false, true]) {
      const host = openTestHost({ now: () => new Date(at) });
      const store = storeOf(host);
      await store.writeLong({ actor: 'Ada', operationId: 'one-operation' }, undefined, async (tx) => {
        if (isBulk) {
          await tx.inBulk((insertAll) => {
            insertAll(clients, [client]);
            // Of each chunk some go many to a statement, and the rest one by one.
            insertAll(orders, rows.slice(0, 220));
            insertAll(orders, rows.slice(220));
            insertAll(orders, []);
            return Promise.resolve();
          });
        } else {
          tx.insert(clients, client);
          for (const row of rows) tx.insert(orders, row);
        }
        // A change right after is logged by itself again.
        tx.update(orders, rows[0]?.id ?? '', { ordered_on: '2025-01-01' });
        tx.insert(orders, { ...orderRow(client, 451), id: '01a20148-3e09-723a-94be-7afa24a9e3b2' });
      });
      logs.push(store.read.all('SELECT at, actor, operation_id, table_name, row_id, action, before, after FROM audit_entries ORDER BY rowid'));
      expect(store.read.all('SELECT id FROM audit_entries GROUP BY id')).toHaveLength(453);
    }
    expect(logs[0]).toHaveLength(453);
    expect(logs[1]).toEqual(logs[0]);
  });

  it('leave neither rows nor log when one of them fails, and the log goes on by itself', async () => {
    const host = openTestHost();
    const store = storeOf(host);
    const client = clientRow('Acme');
    const orphan = orderRow(clientRow('Nobody'), 2);
    await expect(
      store.writeLong({ actor: 'Ada' }, undefined, (tx) =>
        tx.inBulk((insertAll) => {
          insertAll(clients, [client]);
          insertAll(orders, [orderRow(client, 1), orphan]);
          return Promise.resolve();
        }),
      ),
    ).rejects.toThrow(/FOREIGN KEY/u);
    expect(store.read.get('SELECT (SELECT count(*) FROM clients) AS clients, (SELECT count(*) FROM audit_entries) AS entries')).toEqual({ clients: 0, entries: 0 });
    await store.write({ actor: 'Ada' }, (tx) => tx.insert(clients, client));
    expect(store.read.get('SELECT count(*) AS n FROM audit_entries')).toEqual({ n: 1 });
  });

  it('of derived tables are not logged', async () => {
    const store = storeOf(openTestHost());
    const client = clientRow('Acme');
    await store.writeLong({ actor: 'Ada' }, undefined, (tx) => tx.inBulk((insertAll) => {
      insertAll(clients, [client]);
      insertAll(scorePriors, [{ id: newId(), model_version: '1', as_of_on: '2024-01-01', priors: '{}', created_at: at }]);
      return Promise.resolve();
    }));
    expect(store.read.get('SELECT count(*) AS n FROM audit_entries')).toEqual({ n: 1 });
  });

  it('let no row past the log while they are written, nor a bulk insert after it', async () => {
    const store = storeOf(openTestHost());
    const client = clientRow('Acme');
    const refused: unknown[] = [];
    const attempt = (work: () => unknown): void => {
      try {
        work();
      } catch (error) {
        refused.push(String(error));
      }
    };
    await store.writeLong({ actor: 'Ada' }, undefined, async (tx) => {
      const kept = await tx.inBulk((insertAll) => {
        attempt(() => tx.insert(clients, client));
        attempt(() => tx.run("INSERT INTO settings (id, value, updated_at) VALUES ('a', '1', '')"));
        insertAll(clients, [client]);
        return Promise.resolve(insertAll);
      });
      attempt(() => kept(clients, [clientRow('Beta')]));
    });
    expect(refused).toEqual([expect.stringMatching(/not be audited/u), expect.stringMatching(/not be audited/u), expect.stringMatching(/not be audited/u)]);
    expect(store.read.all('SELECT name FROM clients')).toEqual([{ name: 'Acme' }]);
    expect(store.read.get('SELECT count(*) AS n FROM audit_entries')).toEqual({ n: 1 });
  });
});

describe('identifiers', () => {
  it('are UUIDs of version 7 that grow and never repeat', () => {
    const ids = Array.from({ length: 50_000 }, newId);
    expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u.test(id))).toBe(true);
    expect(ids.every((id, index) => index === 0 || id > (ids[index - 1] ?? ''))).toBe(true);
    expect(Math.abs(Number.parseInt((ids[0] ?? '').replace('-', '').slice(0, 12), 16) - Date.now())).toBeLessThan(60_000);
  });
});
