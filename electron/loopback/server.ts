import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { pageHeaders } from '../pages/page-headers.ts';
import { readStaticFile } from '../pages/static-files.ts';
import { sendFetchResponse, toFetchRequest } from './fetch-bridge.ts';
import { Sessions } from './session.ts';

export interface LoopbackOptions {
  /** The built renderer. */
  readonly renderer: string;
  /** Answers a call of the contract under `/rpc`; undefined where the path is none. */
  readonly answer: (request: Request) => Promise<Response | undefined>;
  /** The largest body of a call. */
  readonly maximumBytes: number;
  readonly log: (line: string) => void;
  /** 0: any free one. */
  readonly port?: number;
  readonly now?: () => number;
}

export interface LoopbackServer {
  readonly origin: string;
  /** A new one-time link; an earlier unused one is void. */
  readonly makeLink: () => string;
  /** Stops listening and ends the calls under way. */
  readonly close: () => Promise<void>;
}

const HEADERS_WITHIN_MS = 10_000;
const PAGES = { headers: pageHeaders("'self'") };

/** The renderer and the contract over HTTP, for this computer's own browser alone. */
export async function startLoopbackServer(options: LoopbackOptions): Promise<LoopbackServer> {
  const sessions = options.now ? new Sessions(options.now) : new Sessions();
  const server = createServer({ headersTimeout: HEADERS_WITHIN_MS, maxHeaderSize: 16_384 });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const port = portOf(server);
  const host = `127.0.0.1:${port}`;
  const handler = new Handler(options, sessions, host);
  server.on('request', (incoming, outgoing) => {
    handler.handle(incoming, outgoing).catch((error: unknown) => {
      if (incoming.destroyed || outgoing.destroyed) return; // The browser went away: nobody is left to be told.
      options.log(`${incoming.method ?? ''} ${incoming.url ?? ''} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      if (outgoing.headersSent) outgoing.destroy();
      else outgoing.writeHead(500, PAGES.headers).end();
    });
  });
  return {
    origin: `http://${host}`,
    makeLink: () => `http://${host}/start?token=${sessions.makeLink()}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => {
          if (error) reject(error);
          else resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function portOf(server: Server): number {
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The loopback host has no port');
  return address.port;
}

class Handler {
  readonly #options: LoopbackOptions;
  readonly #sessions: Sessions;
  readonly #host: string;
  /** Cookies are shared by all ports of a host, so two loopback hosts need two names. */
  readonly #cookie: string;

  constructor(options: LoopbackOptions, sessions: Sessions, host: string) {
    this.#options = options;
    this.#sessions = sessions;
    this.#host = host;
    this.#cookie = `peyvand_${host.split(':')[1] ?? ''}`;
  }

  async handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(PAGES.headers)) outgoing.setHeader(name, value);
    outgoing.setHeader('Cache-Control', 'no-store');
    // Another name for this address in a browser means that a foreign page reached us by rebinding its own.
    if (incoming.headers.host !== this.#host) {
      say(outgoing, 403, 'This address is served under 127.0.0.1 only.');
      return;
    }
    const url = URL.canParse(incoming.url ?? '', `http://${this.#host}`) ? new URL(incoming.url ?? '', `http://${this.#host}`) : null;
    if (url === null || url.host !== this.#host) {
      say(outgoing, 400, 'This address cannot be read.');
      return;
    }
    if (incoming.method === 'GET' && url.pathname === '/start') {
      this.#start(url, incoming, outgoing);
      return;
    }
    if (!this.#sessions.isOpen(cookieOf(incoming, this.#cookie))) {
      say(outgoing, 403, 'Open the link that Peyvand printed when it started. It works once; press Enter there for a new one.');
      return;
    }
    if (url.pathname === '/rpc' || url.pathname.startsWith('/rpc/')) await this.#call(url, incoming, outgoing);
    else await this.#file(url, incoming, outgoing);
  }

  #start(url: URL, incoming: IncomingMessage, outgoing: ServerResponse): void {
    const session = this.#sessions.redeem(url.searchParams.get('token') ?? '');
    if (session === null) {
      say(outgoing, 403, 'This link was used already, or it is too old. Press Enter where Peyvand was started for a new one.');
      return;
    }
    outgoing.setHeader('Set-Cookie', `${this.#cookie}=${session}; HttpOnly; SameSite=Strict; Path=/`);
    if (incoming.headers['sec-fetch-site'] === 'cross-site') {
      // Clicked in a terminal that is itself a web page: a redirect would still count as that page's navigation, and a
      // strict cookie would not come along. From a page of ours it does.
      outgoing.setHeader('Content-Type', 'text/html; charset=utf-8');
      outgoing.writeHead(200).end('<!doctype html><html lang="en"><meta http-equiv="refresh" content="0; url=/"><title>Peyvand</title><a href="/">Peyvand</a></html>\n');
      return;
    }
    outgoing.setHeader('Location', '/');
    outgoing.writeHead(303).end();
  }

  async #call(url: URL, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    if (incoming.method !== 'POST') {
      outgoing.setHeader('Allow', 'POST');
      say(outgoing, 405, 'Calls are made by POST.');
      return;
    }
    if (incoming.headers.origin !== `http://${this.#host}`) {
      say(outgoing, 403, 'Calls are taken from our own pages only.');
      return;
    }
    if (Number(incoming.headers['content-length'] ?? 0) > this.#options.maximumBytes) {
      refuseBody(outgoing);
      return;
    }
    const { request, isTooLarge } = toFetchRequest(incoming, outgoing, url, this.#options.maximumBytes);
    const response = await this.#options.answer(request);
    if (isTooLarge()) refuseBody(outgoing);
    else if (response) await sendFetchResponse(response, outgoing);
    else say(outgoing, 404, 'There is no such call.');
  }

  async #file(url: URL, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    if (incoming.method !== 'GET' && incoming.method !== 'HEAD') {
      outgoing.setHeader('Allow', 'GET, HEAD');
      say(outgoing, 405, 'Pages are read only.');
      return;
    }
    const file = await readStaticFile(this.#options.renderer, url.pathname);
    if (!file) {
      say(outgoing, 404, 'There is no such page.');
      return;
    }
    outgoing.setHeader('Content-Type', file.mimeType);
    outgoing.setHeader('Content-Length', file.content.byteLength);
    outgoing.setHeader('Cache-Control', file.isImmutable ? 'private, max-age=31536000, immutable' : 'no-store');
    outgoing.writeHead(200).end(incoming.method === 'HEAD' ? undefined : file.content);
  }
}

function cookieOf(incoming: IncomingMessage, name: string): string {
  for (const pair of (incoming.headers.cookie ?? '').split(';')) {
    const [key, value] = pair.trim().split('=', 2);
    if (key === name) return value ?? '';
  }
  return '';
}

/** The rest of the body is not read: the connection ends with the answer. */
function refuseBody(outgoing: ServerResponse): void {
  outgoing.setHeader('Connection', 'close');
  say(outgoing, 413, 'This is more than can be taken at once.');
}

function say(outgoing: ServerResponse, status: number, sentence: string): void {
  outgoing.setHeader('Content-Type', 'text/html; charset=utf-8');
  outgoing.writeHead(status).end(`<!doctype html><html lang="en"><title>Peyvand</title><p>${sentence}</p></html>\n`);
}
