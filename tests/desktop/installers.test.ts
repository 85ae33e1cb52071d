import { cpSync, openSync, readFileSync, readSync, closeSync, existsSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { Arch, Platform, build } from 'electron-builder';
import { beforeEach, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { projectRoot } from '#electron/launch/bundles.ts';
import { needsDesktop, newDataFolder } from './support.ts';

beforeEach(needsDesktop);

interface AsarFolder {
  readonly files: Readonly<Record<string, AsarEntry>>;
}
type AsarEntry = AsarFolder | { readonly size?: number | undefined; readonly unpacked?: boolean | undefined };

const asarEntry: z.ZodType<AsarEntry> = z.union([
  z.object({
    get files() {
      return z.record(z.string(), asarEntry);
    },
  }),
  z.object({ size: z.number().optional(), unpacked: z.boolean().optional() }),
]);

/** The files of an archive, from its header: two pickled lengths, then JSON (electron/asar, README). */
function filesInAsar(file: string): readonly string[] {
  const archive = openSync(file, 'r');
  try {
    const lengths = Buffer.alloc(16);
    readSync(archive, lengths, 0, 16, 0);
    const header = Buffer.alloc(lengths.readUInt32LE(12));
    readSync(archive, header, 0, header.length, 16);
    const names: string[] = [];
    const walk = (folder: string, entry: AsarEntry): void => {
      if ('files' in entry) for (const [name, child] of Object.entries(entry.files)) walk(`${folder}/${name}`, child);
      else names.push(folder);
    };
    walk('', asarEntry.parse(JSON.parse(header.toString('utf8'))));
    return names;
  } finally {
    closeSync(archive);
  }
}

/** The runtime as electron-builder wants it: under the name of the official one, without an app. */
function distribution(target: string): string {
  const { runtime } = inject('electron');
  if (!runtime.ok) throw new Error(runtime.reason);
  if (runtime.kind === 'official') return path.dirname(runtime.executable);
  const source = path.dirname(runtime.executable);
  cpSync(source, target, { recursive: true, filter: (file) => file !== path.join(source, 'resources', 'app') });
  renameSync(path.join(target, 'Cypress'), path.join(target, 'electron'));
  writeFileSync(path.join(target, 'version'), '33.2.0');
  return target;
}

test('what is packed is what runs, with the fuses set', { timeout: 300_000 }, async ({ skip }) => {
  if (process.platform !== 'linux' || process.arch !== 'x64') skip('the packing is tested on Linux x64');
  const folder = newDataFolder();
  const output = path.join(folder, 'release');
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(path.join(projectRoot, 'node_modules', 'electron', 'package.json'), 'utf8')));
  // The whole of electron-builder.yml is checked against its schema, Windows and macOS too.
  await build({
    projectDir: projectRoot,
    targets: Platform.LINUX.createTarget('dir', Arch.x64),
    config: {
      extends: path.join(projectRoot, 'electron-builder.yml'),
      electronDist: distribution(path.join(folder, 'electron')),
      electronVersion: version,
      directories: { output },
    },
  });
  const resources = path.join(output, 'linux-unpacked', 'resources');
  const packed = filesInAsar(path.join(resources, 'app.asar'));

  for (const needed of ['/package.json', '/dist/main/main.js', '/dist/preload/preload.cjs', '/dist/data-host/process.js', '/dist/dcc-worker/worker.js', '/dist/fold-worker/fold-worker.js', '/dist/renderer/index.html', '/migrations/0010_create_people_and_settings.sql', '/node_modules/better-sqlite3/lib/index.js', '/node_modules/xmllint-wasm/index-node.js', '/node_modules/xmllint-wasm/xmllint-node.js', '/node_modules/xmllint-wasm/xmllint.wasm']) {
    expect(packed).toContain(needed);
  }
  expect(packed.filter((name) => !/^\/(?:dist\/(?:main|preload|data-host|dcc-worker|fold-worker|renderer)\/|migrations\/|node_modules\/(?:better-sqlite3|xmllint-wasm)\/|package\.json$)/u.test(name))).toEqual([]);
  expect(packed.filter((name) => /\.(?:map|ts|tsx)$/u.test(name))).toEqual([]);
  expect(packed.filter((name) => name.endsWith('.node'))).toEqual(['/node_modules/better-sqlite3/prebuilds/linux-x64.node']);
  expect(existsSync(path.join(resources, 'app.asar.unpacked', 'node_modules', 'better-sqlite3', 'prebuilds', 'linux-x64.node'))).toBe(true);

  const fuses = await getCurrentFuseWire(path.join(output, 'linux-unpacked', 'peyvand'));
  const off = [FuseV1Options.RunAsNode, FuseV1Options.EnableNodeOptionsEnvironmentVariable, FuseV1Options.EnableNodeCliInspectArguments, FuseV1Options.GrantFileProtocolExtraPrivileges];
  const on = [FuseV1Options.EnableCookieEncryption, FuseV1Options.EnableEmbeddedAsarIntegrityValidation, FuseV1Options.OnlyLoadAppFromAsar];
  expect(off.map((fuse) => fuses[fuse])).toEqual(off.map(() => FuseState.DISABLE));
  expect(on.map((fuse) => fuses[fuse])).toEqual(on.map(() => FuseState.ENABLE));
});
