import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { build as viteBuild } from 'vite';
import { writeFileAtomicallySync } from '../storage/atomic-file.ts';
import { bundles, outputFolder, projectRoot } from './bundles.ts';
import type { Bundle } from './bundles.ts';

/** What every bundle depends on besides its own sources. */
const COMMON = ['package.json', 'package-lock.json', 'tsconfig.json', 'electron/launch/build.ts', 'electron/launch/bundles.ts'];

function* filesOf(entry: string): Generator<string> {
  if (!existsSync(entry)) return;
  if (!statSync(entry).isDirectory()) {
    yield entry;
    return;
  }
  for (const name of readdirSync(entry).toSorted()) yield* filesOf(path.join(entry, name));
}

/** SHA-256 over names and contents: a checkout that only touches the times rebuilds nothing. */
function fingerprint(bundle: Bundle): string {
  const hash = createHash('sha256');
  for (const source of [...COMMON, ...bundle.sources]) {
    for (const file of filesOf(path.join(projectRoot, source))) {
      const content = readFileSync(file);
      hash.update(`${path.relative(projectRoot, file)}\0${content.byteLength}\0`).update(content);
    }
  }
  return hash.digest('hex');
}

const stampFile = (bundle: Bundle): string => path.join(outputFolder, bundle.name, '.fingerprint');

function isUpToDate(bundle: Bundle, print: string): boolean {
  const file = stampFile(bundle);
  return existsSync(file) && readFileSync(file, 'utf8') === print;
}

/** Vite takes the variable for more than its mode: under a test runner, which sets another, it would build for development. */
async function inProduction<T>(work: () => Promise<T>): Promise<T> {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}

/**
 * Builds into a folder of its own and puts it in place at the end, so that an app started meanwhile, or a second build,
 * never meets half a bundle.
 */
async function buildBundle(bundle: Bundle, print: string): Promise<void> {
  const partial = path.join(outputFolder, `.partial-${bundle.name}-${randomUUID().slice(0, 8)}`);
  mkdirSync(partial, { recursive: true });
  try {
    await inProduction(() => viteBuild(bundle.config(partial)));
    writeFileAtomicallySync(path.join(partial, '.fingerprint'), print);
    const target = path.join(outputFolder, bundle.name);
    const old = `${partial}.old`;
    if (existsSync(target)) renameSync(target, old);
    renameSync(partial, target);
    rmSync(old, { recursive: true, force: true });
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

/**
 * Brings `dist/` up to date with the sources.
 * @returns the names of the bundles that were built; those up to date are passed over.
 * @throws where a source does not compile; what was built before stays in place.
 */
export async function buildApp(options: { readonly force?: boolean } = {}): Promise<readonly string[]> {
  const built: string[] = [];
  for (const bundle of bundles) {
    const print = fingerprint(bundle);
    if (!options.force && isUpToDate(bundle, print)) continue;
    await buildBundle(bundle, print);
    built.push(bundle.name);
  }
  return built;
}

if (import.meta.main) {
  const startedAt = performance.now();
  try {
    const built = await buildApp({ force: process.argv.includes('--force') });
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(built.length > 0 ? `Built ${built.join(', ')} in ${seconds} s.` : 'Everything is up to date.');
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
