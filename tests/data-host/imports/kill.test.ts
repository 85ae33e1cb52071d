import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { expect, describe, it, onTestFinished } from 'vitest';
import { allTables } from '#electron/data-host/db/tables.ts';
import type { FromHost, ToHost } from '#electron/data-host/index.ts';
import type { ContractClient } from '#shared/contract/index.ts';
import { madeHistory } from '#tests/fixtures/made-history.ts';
import { migrationsDirectory, openTestHost, storeOf } from '../support.ts';
import type { TestHost } from '../support.ts';
import { fileOf, importText } from './support.ts';

const entry = path.resolve(import.meta.dirname, '../../../electron/data-host/process.ts');

const dump = (host: TestHost): Readonly<Record<string, readonly unknown[]>> =>
  Object.fromEntries(allTables.map(({ name }) => [name, storeOf(host).read.all(`SELECT * FROM ${name} ORDER BY id`)]));

/** The data host as a process of its own, spoken to over its channel as the desktop does. */
async function forkHost(file: string): Promise<{ readonly child: ChildProcess; readonly call: ContractClient }> {
  const child = fork(entry, [], { serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const tell = (message: ToHost): boolean => child.send(message);
  const listeners: ((event: { data: unknown }) => void)[] = [];
  const ready = Promise.withResolvers<void>();
  child.on('message', (message: FromHost) => {
    if (message.type === 'ready') ready.resolve();
    if (message.type === 'data') for (const listener of listeners) listener({ data: message.data });
  });
  tell({ type: 'open', options: { file, migrationsDirectory, appVersion: '0.0.0-test' } });
  await ready.promise;
  tell({ type: 'connect', port: 1 });
  const port = {
    on: (event: string, listener: (event: { data: unknown }) => void): void => {
      if (event === 'message') listeners.push(listener);
    },
    postMessage: (data: unknown): void => {
      tell({ type: 'data', port: 1, data });
    },
  };
  return { child, call: createORPCClient<ContractClient>(new RPCLink({ port })) };
}

/** Imports in a process of its own and kills that, without a warning, once `isTime`. */
async function killDuringImport(file: string, content: string, isTime: (progress: { phase: string; share: number }) => boolean): Promise<void> {
  const { child, call } = await forkHost(file);
  const { uploadId, template } = await call.imports.inspect({ file: fileOf(content) });
  for await (const event of await call.imports.commit({ uploadId, template, saveTemplateAs: 'Killed', scoringOn: '2024-01-01' })) {
    if (event.type === 'done') throw new Error('The import ended before it was killed');
    if (isTime({ phase: event.phase, share: event.total === 0 ? 0 : event.done / event.total })) break;
  }
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  expect((await gone)[1]).toBe('SIGKILL');
}

describe('the data host killed in the middle of an import', () => {
  it.each([['halfway', 0.5], ['at the end', 0.9]] as const)(
    'has nothing of the import and everything before it (%s)',
    async (_, share) => {
      const host = openTestHost();
      await importText(host, 'Client,Country\nFictional Gauge Trading,Germany\n');
      const before = dump(host);
      await host.host.close();

      await killDuringImport(host.host.options.file, madeHistory(20_000), (progress) => progress.phase === 'writing' && progress.share > share);

      await host.host.reopen();
      expect(storeOf(host).read.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
      expect(dump(host)).toEqual(before);
      // And the same file can be taken in afterwards.
      const result = await importText(host, madeHistory(200));
      expect(result.counts.lines.created).toBe(200);
    },
  );

  it('has all of the import once the scores are being made', async () => {
    const host = openTestHost();
    await host.host.close();
    await killDuringImport(host.host.options.file, madeHistory(3000), ({ phase }) => phase === 'scoring');
    await host.host.reopen();
    const store = storeOf(host);
    expect(store.read.get('SELECT count(*) AS n FROM order_lines')).toEqual({ n: 3000 });
    expect(await host.call.imports.list()).toMatchObject([{ state: 'committed', rowsRead: 3000 }]);
    // Lists show every client at once; that their scores are still to come is known, not guessed.
    expect(store.read.get('SELECT count(*) AS n FROM client_summaries')).toEqual({ n: 140 });
  });
});
