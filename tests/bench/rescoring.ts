import { Store } from '#electron/data-host/db/store.ts';
import { rescoreAll } from '#electron/data-host/scores/index.ts';
import { compare } from './measure.ts';
import type { Comparison } from './measure.ts';
import { bareConnection, emptyStoreFile, fill, migrationsDirectory } from './seed.ts';

const CLIENTS = 10_000;
const LINES_PER_CLIENT = 100;

/** The rows that a score is made of, by client, and every column of them that it reads: fetched as arrays and thrown away. */
const rowsOfScores = `
  SELECT o.client_id, l.id, l.order_id, o.ordered_on, l.ordered_quantity, l.requested_on, l.first_promised_on, l.cancelled_by, l.delay_reason,
    l.incoterm, l.value_minor, l.currency, l.product_id, d.quantity, d.delivered_on, d.documents_ok, d.condition_ok, d.shipment_id
  FROM orders o CROSS JOIN order_lines l ON l.order_id = o.id LEFT JOIN line_deliveries d ON d.order_line_id = l.id
  WHERE o.deleted_at IS NULL AND l.deleted_at IS NULL AND d.deleted_at IS NULL ORDER BY o.client_id`;

/**
 * Full rescoring (reading, priors, scores, summaries, snapshots, committed) at 10,000 clients and 1,000,000 order lines,
 * against merely reading those rows on a bare connection.
 */
export async function benchRescoring(clients: number = CLIENTS): Promise<readonly Comparison[]> {
  const file = await emptyStoreFile();
  const today = new Date();
  const bare = bareConnection(file);
  fill(bare, { clients, linesPerClient: LINES_PER_CLIENT, today });
  const store = Store.open({ file, migrationsDirectory, now: () => today });
  const read = bare.prepare(rowsOfScores).raw();
  const result = await compare(`full rescoring: ${clients.toLocaleString('en')} clients, ${(clients * LINES_PER_CLIENT).toLocaleString('en')} order lines`, {
    job: () => rescoreAll(store, { now: today }),
    baseline: () => {
      let count = 0;
      for (const row of read.iterate()) if (row !== null) count += 1;
      if (count !== clients * LINES_PER_CLIENT) throw new Error(`${count} rows were read`);
    },
    pairs: 5, aim: 3, note: 'reading, priors, scores, list summaries, one committed transaction; against fetching the same rows as arrays',
  });
  bare.close();
  await store.close();
  return [result];
}
