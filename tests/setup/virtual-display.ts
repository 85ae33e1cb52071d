import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { program } from './system-packages.ts';

export type Display = { readonly ok: true; readonly name: string | null; readonly stop: () => void } | { readonly ok: false; readonly reason: string };

/**
 * A screen for real windows. On Linux a virtual one, so that a test run never covers the work of whoever started it;
 * elsewhere the system's own (`name` is null).
 */
export async function openDisplay(): Promise<Display> {
  if (process.platform !== 'linux') return { ok: true, name: null, stop: () => undefined };
  const xvfb = await program(['Xvfb'], ['xvfb']);
  if (!xvfb.ok) return xvfb;
  // It picks a free number itself and writes it to the descriptor named.
  const child = spawn(xvfb.file, ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  try {
    const number = await displayNumber(child);
    return { ok: true, name: `:${number}`, stop: () => child.kill() };
  } catch (error) {
    child.kill();
    return { ok: false, reason: `Xvfb did not start: ${String(error)}` };
  }
}

function displayNumber(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => {
      reject(new Error('no display within 20 s'));
    }, 20_000);
    let text = '';
    const output = child.stdio[3];
    output?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (!text.endsWith('\n')) return;
      clearTimeout(limit);
      resolve(text.trim());
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      reject(new Error(`exit code ${code ?? 'none'}`));
    });
  });
}
