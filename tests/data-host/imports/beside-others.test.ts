import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { allTables } from '#electron/data-host/db/tables.ts';
import { madeHistory } from '#tests/fixtures/made-history.ts';
import { openTestHost, storeOf } from '../support.ts';
import type { TestHost } from '../support.ts';
import { commitOf, finish, importText, inspectText } from './support.ts';

const dump = (host: TestHost): Readonly<Record<string, readonly unknown[]>> =>
  Object.fromEntries(allTables.map(({ name }) => [name, storeOf(host).read.all(`SELECT * FROM ${name} ORDER BY id`)]));
const countLines = (host: TestHost): number => storeOf(host).read.get<{ n: number }>('SELECT count(*) AS n FROM order_lines')?.n ?? -1;

describe('an import beside other work', () => {
  it('is invisible until it is committed, lets lists be read meanwhile, and lets a change wait its turn', async () => {
    const host = openTestHost();
    const { uploadId, template } = await inspectText(host, madeHistory(6000));
    const seen = new Map<string, Set<number>>();
    const delays: number[] = [];
    const job = { isOver: false };
    const watch = (async () => {
      while (!job.isOver) {
        const begun = performance.now();
        await host.call.clients.list({});
        await new Promise<void>((resolve) => {
          setImmediate(resolve);
        });
        delays.push(performance.now() - begun);
      }
    })();
    let typed: Promise<unknown> | undefined;
    for await (const event of await host.call.imports.commit({ uploadId, template, saveTemplateAs: null, scoringOn: null })) {
      if (event.type !== 'progress') continue;
      seen.set(event.phase, (seen.get(event.phase) ?? new Set()).add(countLines(host)));
      if (event.phase === 'writing') typed ??= storeOf(host).write({ actor: 'somebody' }, (tx) => tx.get('SELECT count(*) AS n FROM order_lines'));
    }
    job.isOver = true;
    await watch;
    expect([...(seen.get('reading') ?? [])]).toEqual([0]);
    expect([...(seen.get('writing') ?? [])].filter((count) => count !== 0 && count !== 6000)).toEqual([]);
    expect(seen.get('writing')?.has(0)).toBe(true);
    expect([...(seen.get('scoring') ?? [])]).toEqual([6000]);
    // Nobody's change lands in the middle of the import.
    expect(await typed).toEqual({ n: 6000 });
    expect(delays.length).toBeGreaterThan(20);
    const median = delays.toSorted((one, other) => one - other)[Math.floor(delays.length / 2)] ?? Number.NaN;
    expect(median).toBeLessThan(100);
  });

  it.each(['reading', 'writing'])('leaves nothing when it is cancelled while %s', async (phase) => {
    const host = openTestHost();
    await importText(host, 'Client,Country\nFictional Gauge Trading,Germany\n');
    const before = dump(host);
    const files = existsSync(path.join(host.folder, 'files')) ? readdirSync(path.join(host.folder, 'files'), { recursive: true }) : [];
    const { uploadId, template } = await inspectText(host, madeHistory(6000));
    const stop = new AbortController();
    const cancelled = (async () => {
      const events = await host.call.imports.commit({ uploadId, template, saveTemplateAs: 'Never', scoringOn: '2024-01-01' }, { signal: stop.signal });
      for await (const event of events) if (event.type === 'progress' && event.phase === phase) stop.abort();
    })();
    await expect(cancelled).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(dump(host)).toEqual(before);
    expect(readdirSync(path.join(host.folder, 'files'), { recursive: true })).toEqual(files);
    // What was taken in is still there: the person can go on.
    const again = await finish(host.call.imports.commit({ uploadId, template, saveTemplateAs: null, scoringOn: null }));
    expect(again.phases).toEqual(['reading', 'writing', 'scoring']);
    expect(again.result.counts.lines.created).toBe(6000);
  });

  it('leaves nothing when the listener goes away', async () => {
    const host = openTestHost();
    const { uploadId, template } = await inspectText(host, madeHistory(6000));
    for await (const event of await host.call.imports.commit({ uploadId, template, saveTemplateAs: null, scoringOn: null })) {
      if (event.type === 'progress' && event.phase === 'writing') break;
    }
    expect(countLines(host)).toBe(0);
    expect(await host.call.imports.list()).toEqual([]);
  });

  it('keeps the import when the rescoring is stopped, and says so', async () => {
    const host = openTestHost();
    const { uploadId, template } = await inspectText(host, madeHistory(6000));
    const stop = new AbortController();
    const events: unknown[] = [];
    for await (const event of await host.call.imports.commit({ uploadId, template, saveTemplateAs: null, scoringOn: null }, { signal: stop.signal })) {
      events.push(event);
      if (event.type === 'progress' && event.phase === 'scoring') stop.abort();
    }
    expect(events.at(-1)).toMatchObject({ type: 'done', result: { scored: false, counts: { lines: { created: 6000 } } } });
    expect(countLines(host)).toBe(6000);
    expect((await host.call.clients.list({})).total).toBe(140);
  });

  it('undoes nothing of an import whose undo is cancelled', async () => {
    const host = openTestHost();
    const { batchId } = await importText(host, madeHistory(3000));
    const before = dump(host);
    const stop = new AbortController();
    const cancelled = (async () => {
      for await (const event of await host.call.imports.undo({ batchId: batchId ?? '' }, { signal: stop.signal })) {
        if (event.type === 'progress' && event.phase === 'writing') stop.abort();
      }
    })();
    await expect(cancelled).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(dump(host)).toEqual(before);
  });

  it('keeps few uploads, none for longer than a day, and one through a restart', async () => {
    let now = new Date('2026-03-01T10:00:00.000Z');
    const host = openTestHost({ now: () => now });
    const inspections = [];
    for (let count = 0; count < 7; count += 1) {
      inspections.push(await inspectText(host, `Client,Country\nAcme ${count},Germany\n`));
      now = new Date(now.getTime() + 60_000);
    }
    const last = inspections.at(-1);
    if (!last) throw new Error('Nothing was taken in');
    await commitOf(host, last);
    const uploads = path.join(host.folder, 'uploads');
    expect(readdirSync(uploads)).toHaveLength(10);
    const other = openTestHost({ file: host.host.options.file, now: () => new Date(now.getTime() + 3_600_000) });
    expect((await commitOf(other, last)).batchId).toBeNull();
    const nextDay = openTestHost({ file: host.host.options.file, now: () => new Date(now.getTime() + 25 * 3_600_000) });
    await nextDay.call.imports.list();
    expect(readdirSync(uploads)).toEqual([]);
  });
});
