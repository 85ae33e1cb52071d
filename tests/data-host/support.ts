import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createRouterClient } from '@orpc/server';
import { onTestFinished } from 'vitest';
import { DataHost } from '#electron/data-host/index.ts';
import type { HostOptions } from '#electron/data-host/index.ts';
import { router } from '#electron/data-host/router.ts';
import type { ContractClient } from '#shared/contract/index.ts';

export const migrationsDirectory = path.resolve(import.meta.dirname, '../../migrations');
export const sharedDirectory = path.resolve(import.meta.dirname, '../../../shared');

export interface TestHost {
  readonly host: DataHost;
  /** The contract, called in-process: same checks, same router, no transport. */
  readonly call: ContractClient;
  readonly folder: string;
}

/** A data host on a fresh file in a folder of its own; both are gone when the test ends. */
export function openTestHost(options: Partial<HostOptions> = {}): TestHost {
  const folder = mkdtempSync(path.join(tmpdir(), 'peyvand-'));
  const host = new DataHost({ file: path.join(folder, 'store.sqlite'), migrationsDirectory, appVersion: '0.0.0-test', ...options });
  onTestFinished(async () => {
    await host.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { host, call: createRouterClient(router, { context: { host } }), folder };
}

/** The open store of a test host. @throws where it was refused, with the reason. */
export function storeOf({ host }: TestHost) {
  if (host.state.kind === 'refused') throw host.state.error;
  return host.state.store;
}

/** Runs a long job to its end. @returns its result. */
export async function drain<T>(job: Promise<AsyncIterable<{ readonly type: 'progress' } | { readonly type: 'done'; readonly result: T }>>): Promise<T> {
  for await (const event of await job) if (event.type === 'done') return event.result;
  throw new Error('The job ended without a result');
}
