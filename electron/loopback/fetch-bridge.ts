import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** The body is larger than the host takes. */
class BodyTooLargeError extends Error {
  constructor(maximumBytes: number) {
    super(`The body is larger than ${maximumBytes} bytes`);
    this.name = 'BodyTooLargeError';
  }
}

export interface BridgedRequest {
  readonly request: Request;
  /** Set once more bytes came than allowed; the request's body then ends in an error. */
  readonly isTooLarge: () => boolean;
}

/**
 * A Node request as a fetch `Request`. Its signal aborts when the other side goes away before the answer is complete,
 * which cancels the job it started. The length announced is not trusted: the bytes are counted as they come.
 */
export function toFetchRequest(incoming: IncomingMessage, outgoing: ServerResponse, url: URL, maximumBytes: number): BridgedRequest {
  const gone = new AbortController();
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) gone.abort();
  });
  let received = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      received += chunk.byteLength;
      if (received > maximumBytes) done(new BodyTooLargeError(maximumBytes));
      else done(null, chunk);
    },
  });
  // Either end failing ends the other; whoever reads the body gets the error.
  pipeline(incoming, counted).catch(() => undefined);
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    for (const each of Array.isArray(value) ? value : [value]) if (each !== undefined) headers.append(name, each);
  }
  const request = new Request(url, {
    method: incoming.method ?? 'GET',
    headers,
    signal: gone.signal,
    ...(incoming.method === 'POST' ? { body: Readable.toWeb(counted), duplex: 'half' as const } : {}),
  });
  return { request, isTooLarge: () => received > maximumBytes };
}

/** Writes a fetch `Response`, chunk by chunk as it comes, so that progress is seen while a job runs. */
export async function sendFetchResponse(response: Response, outgoing: ServerResponse): Promise<void> {
  for (const [name, value] of response.headers) outgoing.setHeader(name, value);
  outgoing.writeHead(response.status);
  outgoing.flushHeaders();
  if (!response.body) {
    outgoing.end();
    return;
  }
  await pipeline(Readable.fromWeb(response.body), outgoing);
}
