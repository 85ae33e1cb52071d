import { ORPCError } from '@orpc/client';
import type { ClientContext, ClientLink } from '@orpc/client';
import { RPCLink as FetchLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { create } from 'zustand';

export type Link = ClientLink<ClientContext>;

/** `connecting`: not heard of yet; `down`: gone, and being started again; `failed`: will not come back by itself. */
export type HostState = 'connecting' | 'up' | 'down' | 'failed';

export const useHostState = create<{ readonly state: HostState }>(() => ({ state: 'connecting' }));
const say = (state: HostState): void => {
  useHostState.setState({ state });
};

/** The data host went away with a call under way: nobody knows whether it was carried out. */
export class ConnectionLostError extends Error {
  constructor() {
    super('The data host went away');
    this.name = 'ConnectionLostError';
  }
}

interface Line {
  readonly link: Link;
  readonly lost: AbortController;
}

/**
 * One link whose other end can be exchanged. Calls made while there is none wait for the next one; calls under way on an end that is
 * lost are rejected, for their answers can never come.
 */
export class SwitchingLink implements Link {
  #line: Promise<Line>;
  #settle: { resolve: (line: Line) => void; reject: (error: Error) => void };
  #current: Line | undefined;

  constructor() {
    const { promise, resolve, reject } = Promise.withResolvers<Line>();
    promise.catch(() => undefined); // Whoever calls gets the rejection; nobody calling is no defect.
    this.#line = promise;
    this.#settle = { resolve, reject };
  }

  /** @returns whether this end takes the place of an earlier one. */
  attach(link: Link): boolean {
    const again = this.#current !== undefined;
    const line = { link, lost: new AbortController() };
    const earlier = this.#current;
    this.#current = line;
    this.#settle.resolve(line);
    this.#line = Promise.resolve(line);
    earlier?.lost.abort(new ConnectionLostError());
    return again;
  }

  lose(): void {
    const { promise, resolve, reject } = Promise.withResolvers<Line>();
    promise.catch(() => undefined);
    this.#line = promise;
    this.#settle = { resolve, reject };
    this.#current?.lost.abort(new ConnectionLostError());
  }

  fail(): void {
    this.#settle.reject(new ConnectionLostError());
  }

  async call(...[path, input, options]: Parameters<Link['call']>): Promise<unknown> {
    const { link, lost } = await this.#line;
    const signal = options.signal ? AbortSignal.any([options.signal, lost.signal]) : lost.signal;
    return link.call(path, input, { ...options, signal });
  }
}

export const dataLink = new SwitchingLink();
export const desktopLink = new SwitchingLink();
const renewals = new Set<() => void>();

/** Tells when the data host was exchanged: everything read before may be old. */
export function onRenewed(listener: () => void): () => void {
  renewals.add(listener);
  return () => renewals.delete(listener);
}

export function attachData(link: Link): void {
  const again = dataLink.attach(link);
  say('up');
  if (again) for (const listener of renewals) listener();
}

export function hostWentDown(): void {
  dataLink.lose();
  say('down');
}

export function hostFailed(): void {
  dataLink.fail();
  say('failed');
}

/** On the desktop the window is served under `app:`; over the loopback under `http:`. */
export const onDesktop = (): boolean => location.protocol === 'app:';

interface PortsMessage {
  readonly type: 'peyvand:ports';
  /** Index into the ports of the event. */
  readonly data?: number;
  readonly desktop?: number;
}

const isPortsMessage = (value: unknown): value is PortsMessage =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'peyvand:ports';

function portLink(port: MessagePort): Link {
  port.start();
  return new PortLink({ port });
}

function listenForPorts(): void {
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    // Only this very window (its preload) hands over ports: no frame, no opener.
    if (event.source !== window || !isPortsMessage(event.data)) return;
    const { data, desktop } = event.data;
    const dataPort = data === undefined ? undefined : event.ports[data];
    const desktopPort = desktop === undefined ? undefined : event.ports[desktop];
    if (dataPort) attachData(portLink(dataPort));
    if (desktopPort) desktopLink.attach(portLink(desktopPort));
  });
  window.postMessage({ type: 'peyvand:ready' }, location.origin);
}

/** A loopback that ended cannot be reached at all; one that answers without our protocol has forgotten this session. */
class LoopbackLink implements Link {
  readonly #link: Link = new FetchLink({ url: `${location.origin}/rpc` });

  async call(...call: Parameters<Link['call']>): Promise<unknown> {
    try {
      const answer = await this.#link.call(...call);
      say('up');
      return answer;
    } catch (error) {
      if (error instanceof TypeError || (error instanceof ORPCError && !error.defined && error.status === 403)) {
        say('failed');
        throw new ConnectionLostError();
      }
      throw error;
    }
  }
}

export function connect(): void {
  if (onDesktop()) listenForPorts();
  else attachData(new LoopbackLink());
}
