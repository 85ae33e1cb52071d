import { RPCHandler as FetchHandler } from '@orpc/server/fetch';
import { RPCHandler as PortHandler } from '@orpc/server/message-port';
import type { DataHost } from './host.ts';
import type { CallContext } from './procedures.ts';
import { router } from './router.ts';

/** What both Electron's MessagePortMain and a forked process' channel offer. */
export interface HostPort {
  on(event: string, listener: (event?: { data: unknown }) => void): void;
  postMessage(data: unknown): void;
}

/** Errors that are not in the contract are defects: they are logged here, and cross as a code without a stack. */
const reportDefect = (log: (line: string) => void) => async (options: { next: () => Promise<unknown> }) => {
  try {
    return await options.next();
  } catch (error) {
    if (!isExpected(error)) log(error instanceof Error ? (error.stack ?? error.message) : String(error));
    throw error;
  }
};

const isExpected = (error: unknown): boolean => typeof error === 'object' && error !== null && 'defined' in error && error.defined === true;

export function servePort(host: DataHost, log: (line: string) => void): (port: HostPort) => void {
  const handler = new PortHandler<CallContext>(router, { clientInterceptors: [reportDefect(log)] });
  return (port) => {
    handler.upgrade(port, { context: { host } });
  };
}

/** The same contract over HTTP, under `/rpc`. Authentication is the caller's duty (the loopback host checks before). */
export function serveFetch(host: DataHost, log: (line: string) => void): (request: Request) => Promise<Response | undefined> {
  const handler = new FetchHandler<CallContext>(router, { clientInterceptors: [reportDefect(log)] });
  return async (request) => {
    const { matched, response } = await handler.handle(request, { prefix: '/rpc', context: { host } });
    return matched ? response : undefined;
  };
}
