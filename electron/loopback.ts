import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { maximumFileBytes } from '#shared/contract/imports.ts';
import { DataHost, serveFetch } from './data-host/index.ts';
import { startLoopbackServer } from './loopback/server.ts';
import { browserCommand } from './loopback/browser.ts';
import { dataFolder, storeFile } from './storage/store-location.ts';

/** The same app without Electron: this process is the data host, and serves the renderer and the contract on 127.0.0.1. */

/** A file travels as one part of a form; the rest of the form is small. */
const FORM_BYTES = 1024 * 1024;

const { values } = parseArgs({ options: { store: { type: 'string' }, open: { type: 'boolean', default: false }, port: { type: 'string', default: '0' } } });
const root = path.resolve(import.meta.dirname, '../..');
const log = (line: string): void => {
  process.stderr.write(`${new Date().toISOString()} ${line}\n`);
};

const host = new DataHost({
  file: storeFile(dataFolder(), values.store),
  migrationsDirectory: path.join(root, 'migrations'),
  appVersion: appVersion(),
});
const server = await startLoopbackServer({
  renderer: path.join(root, 'dist', 'renderer'),
  answer: serveFetch(host, log),
  maximumBytes: maximumFileBytes + FORM_BYTES,
  port: Number(values.port),
  log,
});

let isEnding = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (isEnding) return;
    isEnding = true;
    // Ending the calls cancels their jobs, which roll back; then the store is closed.
    server
      .close()
      .then(() => host.close())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          log(`not closed in order: ${String(error)}`);
          process.exit(1);
        },
      );
  });
}

// Last, for whoever has the link may also end us at once.
offerLink();
if (process.stdin.isTTY) {
  // A used link is a spent one; whoever closed the browser asks here for another.
  process.stdin.on('data', offerLink);
}

function offerLink(): void {
  const link = server.makeLink();
  console.log(`Peyvand is at ${link}\n(the link works once, within ten minutes; Ctrl+C ends Peyvand)`);
  if (!values.open) return;
  const { command, args } = browserCommand(process.platform, link);
  execFile(command, args, (error) => {
    if (error) console.log('No browser could be opened from here: open the link by hand.');
  });
}

function appVersion(): string {
  const description: unknown = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  if (typeof description === 'object' && description !== null && 'version' in description && typeof description.version === 'string') return description.version;
  throw new Error('package.json names no version');
}
