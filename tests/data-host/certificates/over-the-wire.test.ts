import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink as FetchLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { describe, expect, it, onTestFinished } from 'vitest';
import { serveFetch, servePort } from '#electron/data-host/index.ts';
import type { ContractClient } from '#shared/contract/index.ts';
import { draft } from '#tests/data-host/certificates/support.ts';
import { openSetting } from '#tests/data-host/instruments/support.ts';
import type { TestHost } from '#tests/data-host/support.ts';

const fail = (line: string): never => {
  throw new Error(line);
};

/** The window's way on the desktop. */
function overPort({ host }: TestHost): ContractClient {
  const { port1, port2 } = new MessageChannel();
  servePort(host, fail)(port1);
  port2.start();
  onTestFinished(() => {
    port1.close();
  });
  return createORPCClient(new PortLink({ port: port2 }));
}

/** The browser's way. */
function overHttp({ host }: TestHost): ContractClient {
  const answer = serveFetch(host, fail);
  return createORPCClient(new FetchLink({ url: 'http://127.0.0.1/rpc', fetch: async (request) => (await answer(request)) ?? new Response(null, { status: 404 }) }));
}

describe('a file of a certificate', () => {
  it.each([['over a port', overPort], ['over HTTP', overHttp]] as const)('goes in and comes out %s as it is, under its name', async (_, connect) => {
    const { test, add } = await openSetting();
    const { id } = await draft(test, { instrumentId: await add('S-1') });
    const client = connect(test);
    const bytes = Uint8Array.from([...new TextEncoder().encode('%PDF-1.7\n'), 0, 255, 128, 13, 10]);
    expect((await client.certificates.attachPdf({ id, file: new File([bytes], 'گواهی ۱.pdf') })).pdf).toEqual({ name: 'گواهی ۱.pdf', sizeBytes: bytes.length });
    const { name, file } = await client.certificates.pdf({ id });
    expect([name, file.name, file.type]).toEqual(['گواهی ۱.pdf', 'گواهی ۱.pdf', 'application/pdf']);
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes);
    await expect(client.certificates.issue({ id, issuedOn: '2026-11-09' })).rejects.toMatchObject({ code: 'INVALID', data: { issues: [{ field: 'issuedOn', code: 'before-calibration' }] } });
  });
});
