import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron } from 'playwright-core';
import type { ElectronApplication, Page } from 'playwright-core';
import { inject, onTestFinished } from 'vitest';
import type { TestContext } from 'vitest';

declare global {
  /** What a test made the main process write down instead of doing. */
  var recorded: unknown[];
  /** Lets a message box that was held back be answered. */
  var answer: () => void;
}

/** Why the desktop cannot be tested here, or null. For `test.skip` at the start of a test. */
const whyNoDesktop = (): string | null => {
  const { runtime } = inject('electron');
  return runtime.ok ? null : `no desktop to test with: ${runtime.reason}`;
};

/** `beforeEach(needsDesktop)`: skips, with the reason, where there is no Electron or no display. */
export function needsDesktop({ skip }: Pick<TestContext, 'skip'>): void {
  const reason = whyNoDesktop();
  if (reason !== null) skip(reason);
}

export interface LaunchOptions {
  /** The folder of the app's data; left out: a fresh one, gone when the test ends. */
  readonly dataFolder?: string;
  /** More switches for Electron. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export interface RunningApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly dataFolder: string;
  /** What the page wrote to its console and did not catch: `type: text`. */
  readonly console: readonly string[];
  /** Quits as a person would, and waits for the data host to close its file. */
  readonly close: () => Promise<void>;
}

export function newDataFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'peyvand-desktop-'));
  onTestFinished(() => {
    // Chromium's helpers may still be writing when their parent has ended.
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  });
  return folder;
}

/** Starts the built app in a real Electron. It is ended when the test ends, whatever happened. */
export async function launchApp(options: LaunchOptions = {}): Promise<RunningApp> {
  const dataFolder = options.dataFolder ?? newDataFolder();
  const app = await _electron.launch(electronCommand(dataFolder, options));
  const process = app.process();
  const ended = new Promise((resolve) => {
    process.once('exit', resolve);
  });
  onTestFinished(async () => {
    if (process.exitCode !== null || process.signalCode !== null) return;
    process.kill('SIGKILL');
    await ended;
  });
  const messages: string[] = [];
  const page = await app.firstWindow();
  page.on('console', (message) => messages.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => messages.push(`uncaught: ${error.message}`));
  await page.waitForLoadState('load');
  return { app, page, dataFolder, console: messages, close: () => app.close() };
}

/** How the app is started, for tests that start it a second time. */
export function electronCommand(dataFolder: string, { args = [], env = {} }: LaunchOptions = {}) {
  const { runtime, display } = inject('electron');
  if (!runtime.ok) throw new Error(runtime.reason);
  const sandbox = process.platform === 'linux' ? ['--no-sandbox'] : [];
  return {
    executablePath: runtime.executable,
    args: [...runtime.args, ...sandbox, '--disable-gpu', ...args],
    env: { ...definedEnvironment(), ...(display === null ? {} : { DISPLAY: display }), PEYVAND_DATA: dataFolder, ...env },
    timeout: 60_000,
  };
}

const definedEnvironment = (): Record<string, string> =>
  Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
