import { request as httpRequest } from 'node:http';
import type { IncomingHttpHeaders, RequestOptions } from 'node:http';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import { expect, onTestFinished, test } from 'vitest';
import { DataHost, serveFetch } from '#electron/data-host/index.ts';
import { startLoopbackServer } from '#electron/loopback/server.ts';
import type { LoopbackServer } from '#electron/loopback/server.ts';
import { projectRoot } from '#electron/launch/bundles.ts';
import { contentSecurityPolicy } from '#electron/pages/page-headers.ts';
import type { ContractClient } from '#shared/contract/index.ts';

const MAXIMUM_BYTES = 100_000;
const MINUTE_MS = 60_000;

interface Clock {
  at: number;
}

/** The real server before a real data host, with a small site and a clock of the test's own. */
async function start(): Promise<{ readonly server: LoopbackServer; readonly clock: Clock; readonly log: readonly string[] }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'peyvand-loopback-'));
  const renderer = path.join(folder, 'site', 'renderer');
  mkdirSync(path.join(renderer, 'assets'), { recursive: true });
  writeFileSync(path.join(renderer, 'index.html'), '<!doctype html><title>site</title>');
  writeFileSync(path.join(renderer, 'assets', 'main-1.js'), 'export {}');
  writeFileSync(path.join(folder, 'site', 'secret.js'), 'secret');
  const log: string[] = [];
  const host = new DataHost({ file: path.join(folder, 'data', 'peyvand.sqlite'), migrationsDirectory: path.join(projectRoot, 'migrations'), appVersion: '0.0.0-test' });
  const clock: Clock = { at: 0 };
  const server = await startLoopbackServer({
    renderer,
    answer: serveFetch(host, (line) => log.push(line)),
    maximumBytes: MAXIMUM_BYTES,
    log: (line) => log.push(line),
    now: () => clock.at,
  });
  onTestFinished(async () => {
    await server.close();
    await host.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { server, clock, log };
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** A request as it goes over the wire: `fetch` would tidy the path and refuse a foreign Host. */
function ask(server: LoopbackServer, requestPath: string, { body, ...options }: RequestOptions & { readonly body?: string } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port: new URL(server.origin).port, path: requestPath, ...options }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

async function signIn(server: LoopbackServer): Promise<string> {
  const link = new URL(server.makeLink());
  const answer = await ask(server, link.pathname + link.search);
  return answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
}

const call = (server: LoopbackServer, cookie: string, headers: Record<string, string> = {}, body = '{}') =>
  ask(server, '/rpc/system/status', { method: 'POST', headers: { 'content-type': 'application/json', origin: server.origin, cookie, ...headers }, body });

test('the link works once, sets a strict cookie and leads to the app', async () => {
  const { server } = await start();
  const link = new URL(server.makeLink());
  expect(link.searchParams.get('token')).toMatch(/^[\w-]{43}$/u);
  const first = await ask(server, link.pathname + link.search);
  expect(first.status).toBe(303);
  expect(first.headers.location).toBe('/');
  expect(first.headers['set-cookie']).toEqual([expect.stringMatching(/^peyvand_\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/u)]);
  const second = await ask(server, link.pathname + link.search);
  expect(second.status).toBe(403);
  expect(second.headers['set-cookie']).toBeUndefined();
});

test('a wrong, empty, voided or old token opens nothing', async () => {
  const { server, clock } = await start();
  const voided = new URL(server.makeLink());
  const link = new URL(server.makeLink());
  for (const search of ['', '?token=', `?token=${'A'.repeat(43)}`, voided.search, `${link.search}x`]) {
    const answer = await ask(server, `/start${search}`);
    expect([search, answer.status, answer.headers['set-cookie']]).toEqual([search, 403, undefined]);
  }
  clock.at = 10 * MINUTE_MS + 1;
  expect((await ask(server, link.pathname + link.search)).status).toBe(403);
  const fresh = new URL(server.makeLink());
  clock.at += 10 * MINUTE_MS;
  expect((await ask(server, fresh.pathname + fresh.search)).status).toBe(303);
});

test('a link clicked on a page of another site leads through a page of ours, so that the strict cookie is sent', async () => {
  const { server } = await start();
  const link = new URL(server.makeLink());
  const answer = await ask(server, link.pathname + link.search, { headers: { 'sec-fetch-site': 'cross-site' } });
  expect(answer.status).toBe(200);
  expect(answer.text).toContain('url=/');
});

test('without a session nothing is served, and the page says what to do', async () => {
  const { server } = await start();
  for (const requestPath of ['/', '/index.html', '/assets/main-1.js', '/rpc/system/status', '/nothing']) {
    const answer = await ask(server, requestPath);
    expect([requestPath, answer.status]).toEqual([requestPath, 403]);
    expect(answer.text).toContain('Open the link');
  }
  expect((await call(server, 'peyvand_1=made-up')).status).toBe(403);
  const cookie = await signIn(server);
  expect((await call(server, cookie.replace(/=.*/u, `=${'A'.repeat(43)}`))).status).toBe(403);
});

test('with a session the app and its contract answer', async () => {
  const { server } = await start();
  const cookie = await signIn(server);
  const page = await ask(server, '/', { headers: { cookie } });
  expect(page).toMatchObject({ status: 200, text: '<!doctype html><title>site</title>' });
  expect(page.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': contentSecurityPolicy("'self'"),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'permissions-policy': 'camera=(self), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), hid=(), midi=(), payment=()',
    'cache-control': 'no-store',
  });
  expect((await ask(server, '/assets/main-1.js', { headers: { cookie } })).headers['cache-control']).toContain('immutable');
  const client: ContractClient = createORPCClient(new RPCLink({ url: `${server.origin}/rpc`, headers: { cookie, origin: server.origin } }));
  expect(await client.system.status()).toMatchObject({ state: 'ready', appVersion: '0.0.0-test' });
  await expect(client.clients.get({ id: '00000000-0000-4000-8000-000000000000' })).rejects.toMatchObject({ code: 'NOT_FOUND', defined: true });
});

test('another name for this address is refused: no page of another site reaches it by rebinding its own', async () => {
  const { server } = await start();
  const cookie = await signIn(server);
  const { port } = new URL(server.origin);
  for (const host of [`localhost:${port}`, `evil.example:${port}`, `127.0.0.1:${Number(port) + 1}`, '127.0.0.1', `127.0.0.1.evil.example:${port}`]) {
    expect([host, (await ask(server, '/', { headers: { cookie, host } })).status]).toEqual([host, 403]);
    expect([host, (await call(server, cookie, { host })).status]).toEqual([host, 403]);
  }
  expect((await ask(server, 'http://evil.example/', { headers: { cookie } })).status).toBe(400);
});

test('a call from a page of another origin is refused, and so is one that is no POST', async () => {
  const { server } = await start();
  const cookie = await signIn(server);
  expect((await call(server, cookie)).status).toBe(200);
  for (const origin of ['https://evil.example', 'null', '', server.origin.replace('127.0.0.1', 'localhost'), `${server.origin}.evil.example`]) {
    expect([origin, (await call(server, cookie, { origin })).status]).toEqual([origin, 403]);
  }
  const withoutOrigin = await ask(server, '/rpc/system/status', { method: 'POST', headers: { cookie, 'content-type': 'application/json' }, body: '{}' });
  expect(withoutOrigin.status).toBe(403);
  for (const method of ['GET', 'PUT', 'DELETE']) {
    expect([method, (await ask(server, '/rpc/system/status', { method, headers: { cookie, origin: server.origin } })).status]).toEqual([method, 405]);
  }
});

test('no path leads out of the folder of the pages', async () => {
  const { server } = await start();
  const cookie = await signIn(server);
  for (const requestPath of ['/../secret.js', '/..%2fsecret.js', '/%2e%2e/secret.js', '/%2e%2e%2fsecret.js', '/assets/..%2f..%2fsecret.js', '/..%5csecret.js', '//secret.js', '/%00', '/%', '/assets', '/.fingerprint']) {
    const answer = await ask(server, requestPath, { headers: { cookie } });
    expect([requestPath, answer.status === 404 || answer.status === 400]).toEqual([requestPath, true]);
    expect(answer.text).not.toBe('secret');
  }
});

test('a body larger than allowed is refused, whether it says so or not', async () => {
  const { server } = await start();
  const cookie = await signIn(server);
  const large = JSON.stringify({ json: 'x'.repeat(MAXIMUM_BYTES) });
  const announced = await call(server, cookie, { 'content-length': String(Buffer.byteLength(large)) }, large).catch((error: unknown) => error);
  expect(announced).toMatchObject({ status: 413 });
  const unannounced = await call(server, cookie, { 'transfer-encoding': 'chunked' }, large).catch((error: unknown) => error);
  expect(unannounced).toMatchObject({ status: 413 });
  expect((await call(server, cookie)).status).toBe(200);
});
