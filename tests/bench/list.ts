import { createRouterClient } from '@orpc/server';
import { DataHost } from '#electron/data-host/index.ts';
import { router } from '#electron/data-host/router.ts';
import { compare } from './measure.ts';
import type { Comparison } from './measure.ts';
import { bareConnection, emptyStoreFile, fill, migrationsDirectory } from './seed.ts';

const CLIENTS = 100_000;
const PAGE = 100;
/** Pages far apart, as somebody drags the scroll bar. */
const OFFSETS = [0, 1000, 25_000, 60_000, 99_000];

/**
 * The client list as the window asks for it (schema check, count, page, typed rows) against the same SQL on a bare
 * connection, at 100,000 clients: a page by score, and a search filter with its count.
 */
export async function benchList(): Promise<readonly Comparison[]> {
  const file = await emptyStoreFile();
  const today = new Date();
  const seed = bareConnection(file);
  fill(seed, { clients: CLIENTS, linesPerClient: 1, today });
  seed.close();
  const host = new DataHost({ file, migrationsDirectory, appVersion: 'bench' });
  const call = createRouterClient(router, { context: { host } });
  for await (const event of await call.scores.rescore()) if (event.type === 'done') console.log(`  ${event.result.scoredCount} of ${event.result.clientCount} clients scored`);

  const bare = bareConnection(file);
  const count = bare.prepare('SELECT count(*) AS n FROM client_summaries');
  const page = bare.prepare('SELECT * FROM client_summaries ORDER BY overall ASC NULLS LAST, id LIMIT ? OFFSET ?');
  const found = bare.prepare('SELECT count(*) AS n FROM client_summaries WHERE instr(search_text, ?) > 0');
  const foundPage = bare.prepare('SELECT * FROM client_summaries WHERE instr(search_text, ?) > 0 ORDER BY overall ASC NULLS LAST, id LIMIT ? OFFSET ?');
  const results = [
    await compare('client list: five pages by score, 100,000 clients', {
      job: async () => {
        for (const offset of OFFSETS) await call.clients.list({ offset, limit: PAGE });
      },
      baseline: () => {
        for (const offset of OFFSETS) {
          count.get();
          page.all(PAGE, offset);
        }
      },
      pairs: 15, aim: 1.5, note: 'the contract call against its bare count and page',
    }),
    await compare('client list: search that finds 1,111 of 100,000', {
      job: () => call.clients.list({ search: 'client 777', limit: PAGE }),
      baseline: () => {
        found.get('client 777');
        foundPage.all('client 777', PAGE, 0);
      },
      pairs: 15, aim: 1.5, note: 'the contract call against its bare count and page',
    }),
  ];
  bare.close();
  await host.close();
  return results;
}
