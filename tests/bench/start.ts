import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron } from 'playwright-core';
import { electronRuntime, writeLauncher } from '../setup/electron-runtime.ts';
import { openDisplay } from '../setup/virtual-display.ts';
import { compare } from './measure.ts';
import type { Comparison } from './measure.ts';

/** An Electron app that does nothing but show a window when it can be shown without a flash, as ours does. */
const EMPTY_MAIN = `
import { app, BrowserWindow } from 'electron';
app.on('window-all-closed', () => app.quit());
// Not awaited at the top level: Electron gets ready only when its entry has been read to the end.
app.whenReady().then(() => {
  const window = new BrowserWindow({ show: false, width: 1280, height: 820, webPreferences: { sandbox: true, contextIsolation: true } });
  window.once('ready-to-show', () => window.show());
  return window.loadURL('data:text/html,<title>empty</title>');
});
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
  const emptyMain = path.join(folder, 'empty.mjs');
  writeFileSync(emptyMain, EMPTY_MAIN);
  // The npm-hosted runtime takes its app from its own folder, the official one from its command line.
  const launcher = runtime.args[0] ?? path.join(path.dirname(runtime.executable), 'resources', 'app');
  let stopped = 0;
  const start = async (main?: string): Promise<void> => {
    writeLauncher(launcher, main);
    const running = await _electron.launch({
      executablePath: runtime.executable,
      args: [...runtime.args, ...(process.platform === 'linux' ? ['--no-sandbox'] : []), '--disable-gpu'],
      env: { ...environment(), ...(display.name === null ? {} : { DISPLAY: display.name }), PEYVAND_DATA: path.join(folder, 'data') },
    });
    const electron = running.process();
    await running.firstWindow();
    const isShown = () => running.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((window) => window.isVisible()));
    while (!(await isShown())) await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
    stopped = performance.now();
    const ended = new Promise((resolve) => {
      electron.once('exit', resolve);
    });
    await running.close();
    await ended;
  };
  try {
    return [
      await compare('start: our window shown', {
        job: () => start(), baseline: () => start(emptyMain), pairs: 5, aim: 1.5, until: () => stopped,
        note: `${runtime.kind} Electron, sandboxed window, store already there, against an Electron app with one empty window`,
      }),
    ];
  } finally {
    writeLauncher(launcher);
    display.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const environment = (): Record<string, string> =>
  Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
