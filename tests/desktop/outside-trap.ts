import { createServer } from 'node:net';
import { onTestFinished } from 'vitest';

export interface OutsideTrap {
  /** What Chromium's own errands take as the system's proxy. */
  readonly env: Readonly<Record<string, string>>;
  /** The same for a session; local addresses go through the trap too. */
  readonly rules: { readonly proxyRules: string; readonly proxyBypassRules: string };
  /** The first line of every request that came. */
  readonly attempts: readonly string[];
}

/** A proxy that lets nothing through and writes down who tried. */
export async function setOutsideTrap(): Promise<OutsideTrap> {
  const attempts: string[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => undefined); // A caller that hangs up has been counted already.
    socket.once('data', (data) => {
      attempts.push(data.toString('latin1').split('\r\n')[0] ?? '');
      socket.end('HTTP/1.1 502 Trapped\r\nContent-Length: 0\r\n\r\n');
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The trap has no port');
  const proxy = `http://127.0.0.1:${address.port}`;
  return {
    env: { http_proxy: proxy, https_proxy: proxy, all_proxy: proxy, no_proxy: '' },
    rules: { proxyRules: proxy, proxyBypassRules: '<-loopback>' },
    attempts,
  };
}
