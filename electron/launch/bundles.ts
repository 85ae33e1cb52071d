import path from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';

export const projectRoot = path.resolve(import.meta.dirname, '../..');
export const outputFolder = path.join(projectRoot, 'dist');

export interface Bundle {
  /** Its folder under `dist/`. */
  readonly name: string;
  /** What it is made from, files or folders: unchanged means up to date. */
  readonly sources: readonly string[];
  readonly config: (outDir: string) => InlineConfig;
}

const base: InlineConfig = { root: projectRoot, configFile: false, envDir: false, publicDir: false, logLevel: 'warn', mode: 'production' };

/** Runs in Node or Electron. Packages that find a file beside themselves (the addon its binary, the validator its WebAssembly) stay packages. */
const unbundled = ['electron', 'better-sqlite3', 'xmllint-wasm'];

const nodeBundle = (name: string, entry: string, file: string, format: 'es' | 'cjs', sources: readonly string[]): Bundle => ({
  name,
  sources: ['shared', entry, ...sources],
  config: (outDir) => ({
    ...base,
    ssr: { target: 'node', noExternal: true, external: unbundled },
    build: {
      ssr: entry,
      outDir,
      emptyOutDir: true,
      // The oldest runtime in use: the Electron that tests can have everywhere contains Node 20.
      target: 'node20',
      minify: false,
      sourcemap: true,
      reportCompressedSize: false,
      rolldownOptions: { external: unbundled, output: { format, entryFileNames: file } },
    },
  }),
});

export const bundles: readonly Bundle[] = [
  {
    name: 'renderer',
    sources: ['renderer', 'shared'],
    config: (outDir) => ({
      ...base,
      root: path.join(projectRoot, 'renderer'),
      base: '/',
      plugins: [react(), tailwindcss()],
      build: {
        outDir,
        emptyOutDir: true,
        target: 'chrome130',
        // A data: font or script would need a hole in the Content Security Policy.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        reportCompressedSize: false,
        chunkSizeWarningLimit: 1500,
        // Apart from every schema: renderer/strict-csp.ts sets it up before the first of them is made.
        rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'zod', test: /node_modules[\\/]zod[\\/]/u }] } } },
      },
    }),
  },
  nodeBundle('main', 'electron/main.ts', 'main.js', 'es', ['electron/desktop', 'electron/pages', 'electron/storage', 'electron/data-host/protocol.ts']),
  nodeBundle('preload', 'electron/preload.ts', 'preload.cjs', 'cjs', ['electron/desktop/port-messages.ts']),
  nodeBundle('data-host', 'electron/data-host/process.ts', 'process.js', 'es', ['electron/data-host']),
  nodeBundle('dcc-worker', 'electron/data-host/dcc/worker.ts', 'worker.js', 'es', ['electron/data-host/dcc']),
  nodeBundle('fold-worker', 'electron/data-host/db/fold-worker.ts', 'fold-worker.js', 'es', ['electron/data-host/db']),
  nodeBundle('loopback', 'electron/loopback.ts', 'loopback.js', 'es', ['electron/loopback', 'electron/pages', 'electron/storage', 'electron/data-host']),
];
