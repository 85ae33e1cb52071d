import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Ready, or why not: the reason is what a skipped test is listed with. */
export type Found = { readonly ok: true; readonly file: string } | { readonly ok: false; readonly reason: string };

export function onPath(...names: readonly string[]): string | null {
  for (const name of names) {
    for (const folder of (process.env['PATH'] ?? '').split(path.delimiter)) {
      const file = path.join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not here: the next folder may have it.
      }
    }
  }
  return null;
}

const isDebianRoot = (): boolean => process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/etc/debian_version') && onPath('apt-get') !== null;

/**
 * Installs Debian packages where we may (root, as in a container); elsewhere leaves the machine as it is.
 * @returns what could not be done, in words; null where it was done.
 */
export async function installPackages(packages: readonly string[]): Promise<string | null> {
  if (!isDebianRoot()) return `${packages.join(', ')} cannot be installed from here (this takes root on Debian)`;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    console.log(`Installing ${packages.join(', ')} for the tests…`);
    await run('apt-get', ['update'], { env, maxBuffer: 64 * 1024 * 1024 });
    await run('apt-get', ['install', '--yes', '--no-install-recommends', ...packages], { env, maxBuffer: 64 * 1024 * 1024 });
    return null;
  } catch (error) {
    return `apt-get failed: ${String(error).slice(0, 300)}`;
  }
}

/** One of the programs, installed where it is missing and we may. */
export async function program(names: readonly string[], packages: readonly string[]): Promise<Found> {
  const present = onPath(...names);
  if (present) return { ok: true, file: present };
  const failure = await installPackages(packages);
  const installed = onPath(...names);
  return installed ? { ok: true, file: installed } : { ok: false, reason: failure ?? `${names.join(' or ')} is missing` };
}

/** Chromium itself, with the libraries that Electron needs as well. */
export const chromium = (): Promise<Found> => program(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'], ['chromium', 'fonts-dejavu-core']);

/** @returns the libraries that a Linux executable lacks, by file name. */
export async function missingLibraries(executable: string): Promise<readonly string[]> {
  const { stdout } = await run('ldd', [executable]);
  return stdout
    .split('\n')
    .filter((line) => line.includes('not found'))
    .map((line) => line.trim().split(' ')[0] ?? line);
}
