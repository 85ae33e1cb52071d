import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { ElectronApplication, Page } from 'playwright-core';
import type { desktopContract } from '#shared/contract/desktop.ts';
import type { ContractClient } from '#shared/contract/index.ts';

type Kind = 'data' | 'desktop';
type Listener = (event?: { readonly data: unknown }) => void;

/** A port of the page, seen from the test: what the page's side would send and hear. */
class RemotePort {
  readonly #page: Page;
  readonly #number: number;
  readonly #listeners = new Map<string, Listener[]>();

  constructor(page: Page, number: number) {
    this.#page = page;
    this.#number = number;
  }

  on(event: string, listener: Listener): void {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
  }

  postMessage(data: unknown): void {
    void this.#page.evaluate(
      ([number, message]) => {
        globalThis.testPorts?.[number]?.postMessage(message);
      },
      [this.#number, data] as const,
    );
  }

  deliver(event: string, data: unknown): void {
    for (const listener of this.#listeners.get(event) ?? []) listener({ data });
  }
}

declare global {
  // What the test puts into the page.
  var testPorts: MessagePort[] | undefined;
  var tellTest: ((number: number, event: string, data: unknown) => void) | undefined;
  var tellHandover: ((kinds: Record<string, number>) => void) | undefined;
}

export interface OpenPorts {
  /** The desktop's contract, over the port that the page was given. */
  readonly desktop: () => ContractRouterClient<typeof desktopContract>;
  /** The data host's, over the newest port. */
  readonly data: () => ContractClient;
  /** How many data ports came so far. */
  readonly dataPorts: () => number;
}

/**
 * Loads the page again and takes the ports that its preload hands over before the app's own scripts see them, so that a
 * test calls both contracts through the real preload, main process and data host.
 */
export async function takePorts(page: Page): Promise<OpenPorts> {
  const ports: RemotePort[] = [];
  const newest = new Map<Kind, RemotePort>();
  let dataPorts = 0;
  const arrived = Promise.withResolvers<undefined>();
  await page.exposeFunction('tellTest', (number: number, event: string, data: unknown) => {
    ports[number]?.deliver(event, data);
  });
  await page.exposeFunction('tellHandover', (kinds: Partial<Record<Kind, number>>) => {
    for (const kind of ['data', 'desktop'] as const) {
      const number = kinds[kind];
      if (number === undefined) continue;
      const port = new RemotePort(page, number);
      ports[number] = port;
      newest.set(kind, port);
      if (kind === 'data') dataPorts += 1;
    }
    if (newest.size === 2) arrived.resolve(undefined);
  });
  await page.addInitScript(() => {
    const taken: MessagePort[] = [];
    globalThis.testPorts = taken;
    globalThis.addEventListener(
      'message',
      (event: MessageEvent<{ readonly type?: unknown } & Record<string, unknown>>) => {
        if (event.data?.type !== 'peyvand:ports') return;
        event.stopImmediatePropagation();
        const first = taken.length;
        for (const [index, port] of event.ports.entries()) {
          taken.push(port);
          port.addEventListener('message', ({ data }) => globalThis.tellTest?.(first + index, 'message', data));
          port.addEventListener('close', () => globalThis.tellTest?.(first + index, 'close', null));
          port.start();
        }
        const kinds = Object.entries(event.data).flatMap(([kind, index]) => (typeof index === 'number' ? [[kind, first + index] as const] : []));
        globalThis.tellHandover?.(Object.fromEntries(kinds));
      },
      { capture: true },
    );
  });
  await page.reload();
  await arrived.promise;
  const port = (kind: Kind): RemotePort => {
    const found = newest.get(kind);
    if (!found) throw new Error(`No ${kind} port was handed over`);
    return found;
  };
  const dataClients = new Map<RemotePort, ContractClient>();
  const desktop: ContractRouterClient<typeof desktopContract> = createORPCClient(new RPCLink({ port: port('desktop') }));
  return {
    desktop: () => desktop,
    data: () => {
      const newestPort = port('data');
      const client = dataClients.get(newestPort) ?? createORPCClient<ContractClient>(new RPCLink({ port: newestPort }));
      dataClients.set(newestPort, client);
      return client;
    },
    dataPorts: () => dataPorts,
  };
}

/** The process id of the running data host, utility process or forked Node alike. */
export async function dataHostPid(app: ElectronApplication): Promise<number | null> {
  const utility = await app.evaluate(({ app: electron }) => electron.getAppMetrics().find((metric) => metric.name === 'Peyvand data host')?.pid ?? null);
  return utility ?? (await forkedHostPid(app.process().pid ?? -1));
}

async function forkedHostPid(parent: number): Promise<number | null> {
  const { readdir, readFile } = await import('node:fs/promises');
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/u.test(entry)) continue;
    try {
      const [status, command] = await Promise.all([readFile(`/proc/${entry}/stat`, 'utf8'), readFile(`/proc/${entry}/cmdline`, 'utf8')]);
      const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
      if (Number(fields[1]) === parent && fields[0] !== 'Z' && command.includes('data-host')) return Number(entry);
    } catch {
      // The process ended while we looked.
    }
  }
  return null;
}
