import { rmSync } from 'node:fs';
import path from 'node:path';
import { Store } from '#electron/data-host/db/store.ts';
import { rescoreAll, rescoreClients } from '#electron/data-host/scores/index.ts';
import { compare } from './measure.ts';
import type { Comparison } from './measure.ts';
import { bareConnection, emptyStoreFile, fill, migrationsDirectory } from './seed.ts';

const CLIENTS = 10_000;
const LINES_PER_CLIENT = 100;
/** One client may cost as much as ten do in a full rescoring: a thousandth of it at 10,000. */
const mostClientsWorth = 10;

/** The rows that a score is made of, by client, and every column of them that it reads: fetched as arrays and thrown away. */
const rowsOfScores = `
  SELECT o.client_id, l.id, l.order_id, o.ordered_on, l.ordered_quantity, l.requested_on, l.first_promised_on, l.cancelled_by, l.delay_reason,
    l.incoterm, l.value_minor, l.currency, l.product_id, d.quantity, d.delivered_on, d.documents_ok, d.condition_ok, d.shipment_id
  FROM orders o CROSS JOIN order_lines l ON l.order_id = o.id LEFT JOIN line_deliveries d ON d.order_line_id = l.id
  WHERE o.deleted_at IS NULL AND l.deleted_at IS NULL AND d.deleted_at IS NULL ORDER BY o.client_id`;

interface RescoringBench {
  readonly clients?: number;
  /** Of the first; of the second, which runs the full one again, three. */
  readonly pairs?: number;
  readonly clock?: () => number;
}

/**
 * Full rescoring (reading, priors, scores, summaries, snapshots, committed) at 10,000 clients and 1,000,000 order lines,
 * against merely reading those rows on a bare connection; and the rescoring of one client, committed, against the full one.
 */
export async function benchRescoring({ clients = CLIENTS, pairs = 5, clock }: RescoringBench = {}): Promise<readonly [full: Comparison, alone: Comparison]> {
  const file = await emptyStoreFile();
  const today = new Date();
  const bare = bareConnection(file);
  fill(bare, { clients, linesPerClient: LINES_PER_CLIENT, today });
  const store = Store.open({ file, migrationsDirectory, now: () => today });
  const read = bare.prepare(rowsOfScores).raw();
  const size = `${clients.toLocaleString('en')} clients, ${(clients * LINES_PER_CLIENT).toLocaleString('en')} order lines`;
  const full = await compare(`full rescoring: ${size}`, {
    job: () => rescoreAll(store, { now: today }),
    baseline: () => {
      let count = 0;
      for (const row of read.iterate()) if (row !== null) count += 1;
      if (count !== clients * LINES_PER_CLIENT) throw new Error(`${count} rows were read`);
    },
    ...(clock === undefined ? {} : { clock }), pairs, aim: 3, note: 'reading, priors, scores, list summaries, one committed transaction; against fetching the same rows as arrays',
  });
  const ids = store.read.all<{ id: string }>('SELECT id FROM clients ORDER BY id').map(({ id }) => id);
  let next = 0;
  const alone = await compare(`one client’s rescoring: ${size}`, {
    job: () => {
      // Another client each time: none is warm from the last one.
      next = (next + 37) % ids.length;
      return rescoreClients(store, ids.slice(next, next + 1), today);
    },
    baseline: () => rescoreAll(store, { now: today }),
    ...(clock === undefined ? {} : { clock }), repeats: 20, pairs: 3, aim: mostClientsWorth / clients, note: 'reading, score, list summary, one committed transaction of its own; against the full rescoring in the same run',
  });
  bare.close();
  await store.close();
  rmSync(path.dirname(file), { recursive: true, force: true });
  return [full, alone];
}
