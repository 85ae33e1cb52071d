import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron } from 'playwright-core';
import { projectRoot } from '#electron/launch/bundles.ts';
import { electronRuntime } from '../setup/electron-runtime.ts';
import { openDisplay } from '../setup/virtual-display.ts';
import { compare } from './measure.ts';
import type { Comparison } from './measure.ts';

/** An Electron app that does nothing but show a window when it can be shown without a flash, as ours does. */
const EMPTY_MAIN = `
const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => {
  const window = new BrowserWindow({ show: false, width: 1280, height: 820, webPreferences: { sandbox: true, contextIsolation: true } });
  window.once('ready-to-show', () => window.show());
  return window.loadURL('data:text/html,<title>empty</title>');
});
app.on('window-all-closed', () => app.quit());
`;

/** From the start of the process until its window is on the screen: the app on an existing store, against an empty window. */
export async function benchStart(): Promise<readonly Comparison[]> {
  const runtime = await electronRuntime();
  if (!runtime.ok) {
    console.log(`  skipped: ${runtime.reason}`);
    return [];
  }
  const display = await openDisplay();
  if (!display.ok) {
    console.log(`  skipped: ${display.reason}`);
    return [];
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'peyvand-bench-'));
  const emptyApp = path.join(folder, 'empty');
  mkdirSync(emptyApp);
  writeFileSync(path.join(emptyApp, 'package.json'), JSON.stringify({ name: 'empty', version: '1.0.0', main: 'main.js' }));
  writeFileSync(path.join(emptyApp, 'main.js'), EMPTY_MAIN);
  // The npm-hosted runtime takes its app from its own folder: the link decides which one is started.
  const link = path.join(path.dirname(runtime.executable), 'resources', 'app');
  const start = async (app: string): Promise<void> => {
    if (runtime.kind === 'npm') {
      rmSync(link, { force: true });
      symlinkSync(app, link, 'dir');
    }
    const running = await _electron.launch({
      executablePath: runtime.executable,
      args: [...(runtime.kind === 'official' ? [app] : []), ...(process.platform === 'linux' ? ['--no-sandbox'] : []), '--disable-gpu'],
      env: { ...environment(), ...(display.name === null ? {} : { DISPLAY: display.name }), PEYVAND_DATA: path.join(folder, 'data') },
    });
    const main = running.process();
    await running.firstWindow();
    const isShown = () => running.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((window) => window.isVisible()));
    while (!(await isShown())) await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
    stopped = performance.now();
    const ended = new Promise((resolve) => {
      main.once('exit', resolve);
    });
    await running.close();
    await ended;
  };
  let stopped = 0;
  try {
    return [
      await compare('start: our window shown', {
        job: () => start(projectRoot), baseline: () => start(emptyApp), pairs: 5, aim: 1.5, until: () => stopped,
        note: `${runtime.kind} Electron, sandboxed window, store already there, against an Electron app with one empty window`,
      }),
    ];
  } finally {
    if (runtime.kind === 'npm') {
      rmSync(link, { force: true });
      symlinkSync(projectRoot, link, 'dir');
    }
    display.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const environment = (): Record<string, string> =>
  Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
