import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './bundles.ts';

const DOWNLOAD_WITHIN_MS = 5 * 60_000;
/** A network that is not there shows in seconds; a slow one keeps writing. */
const SILENT_FOR_MS = 60_000;

export type ElectronBinary = { readonly kind: 'found'; readonly file: string } | { readonly kind: 'missing'; readonly reason: string };

const packageFolder = path.join(projectRoot, 'node_modules', 'electron');

/** @returns the executable that the `electron` package has unpacked, if it has. */
export function installedElectron(): string | null {
  const pathFile = path.join(packageFolder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const file = path.join(packageFolder, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(file) ? file : null;
}

/**
 * The official Electron: the one that is there, or else the `electron` package's own download, which it makes at first
 * use. Bounded in time, and its failure is told in one sentence.
 */
export async function officialElectron(): Promise<ElectronBinary> {
  const installed = installedElectron();
  if (installed) return { kind: 'found', file: installed };
  const installer = path.join(packageFolder, 'install.js');
  if (!existsSync(installer)) return { kind: 'missing', reason: 'the electron package is not installed' };
  console.log('Fetching Electron (once)…');
  const failure = await runInstaller(installer);
  const fetched = installedElectron();
  return fetched ? { kind: 'found', file: fetched } : { kind: 'missing', reason: failure ?? 'its archive was incomplete' };
}

/** @returns why it failed, in one line; null where it did not. */
function runInstaller(installer: string): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [installer], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    let stopped: string | null = null;
    const stop = (reason: string): void => {
      stopped = reason;
      child.kill();
    };
    const limit = setTimeout(() => {
      stop(`the download took longer than ${DOWNLOAD_WITHIN_MS / 60_000} minutes`);
    }, DOWNLOAD_WITHIN_MS);
    let silence = setTimeout(() => undefined, 0);
    const heard = (text: Buffer | string): void => {
      said = `${said}${text.toString()}`.slice(-4000);
      clearTimeout(silence);
      silence = setTimeout(() => {
        stop(`the download made no progress for ${SILENT_FOR_MS / 1000} s`);
      }, SILENT_FOR_MS);
    };
    heard('');
    child.stdout.on('data', heard);
    child.stderr.on('data', heard);
    const done = (reason: string | null): void => {
      clearTimeout(limit);
      clearTimeout(silence);
      resolve(reason);
    };
    child.once('error', (error) => {
      done(error.message);
    });
    child.once('exit', (code) => {
      done(stopped ?? (code === 0 ? null : reasonIn(said)));
    });
  });
}

/** The sentence of the installer's error, without its stack. */
function reasonIn(said: string): string {
  const line = said.split('\n').find((each) => /error|refused|forbidden|not found|timed? ?out|getaddrinfo/iu.test(each));
  return `its download failed: ${(line ?? 'no reason given').trim().replace(/^(?:\w*Error:\s*)+/u, '').slice(0, 200)}`;
}
