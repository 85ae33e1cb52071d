import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { inject, onTestFinished } from 'vitest';
import type { TestContext } from 'vitest';
import { outputFolder } from '#electron/launch/bundles.ts';
import { readPdf } from '#tests/flow/read-pdf.ts';
import type { ReadPdf } from '#tests/flow/read-pdf.ts';

/** `beforeEach(needsChromium)`: skips, with the reason, where there is no Chromium. */
export function needsChromium({ skip }: Pick<TestContext, 'skip'>): void {
  const found = inject('chromium');
  if (!found.ok) skip(`no Chromium to test with: ${found.reason}`);
}

export interface RunningLoopback {
  /** The one-time link that it printed. */
  readonly link: string;
  readonly origin: string;
  readonly dataFolder: string;
  readonly pid: number;
  /** What it wrote to its error stream so far. */
  readonly log: () => string;
  /** Ends it in order. @returns its exit code */
  readonly stop: () => Promise<number | null>;
}

/** Starts the built loopback host as a process of its own; it is ended when the test ends. */
export async function startLoopback(options: { readonly dataFolder?: string } = {}): Promise<RunningLoopback> {
  const dataFolder = options.dataFolder ?? mkdtempSync(path.join(tmpdir(), 'peyvand-web-'));
  const child = spawn(process.execPath, [path.join(outputFolder, 'loopback', 'loopback.js')], {
    env: { ...process.env, PEYVAND_DATA: dataFolder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', resolve);
  });
  onTestFinished(async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    await ended;
    if (options.dataFolder === undefined) rmSync(dataFolder, { recursive: true, force: true });
  });
  let errors = '';
  child.stderr.on('data', (text: Buffer) => {
    errors += text.toString();
  });
  const link = await new Promise<string>((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (text: Buffer) => {
      output += text.toString();
      const match = /http:\/\/127\.0\.0\.1:\d+\/start\?token=[\w-]+/u.exec(output);
      if (match) resolve(match[0]);
    });
    child.once('exit', (code) => {
      reject(new Error(`The loopback host ended (${code ?? 'signal'}): ${errors}`));
    });
  });
  return {
    link,
    origin: new URL(link).origin,
    dataFolder,
    pid: child.pid ?? -1,
    log: () => errors,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

/** What keeps Chromium from errands of its own. */
export const CHROMIUM_FLAGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic'];

let shared: Promise<Browser> | undefined;

/** One Chromium for all tests of a file. */
function openBrowser(): Promise<Browser> {
  const found = inject('chromium');
  if (!found.ok) throw new Error(found.reason);
  shared ??= chromium.launch({ executablePath: found.file, args: CHROMIUM_FLAGS });
  return shared;
}

export async function closeBrowser(): Promise<void> {
  await (await shared)?.close();
  shared = undefined;
}

export interface OpenedPage {
  readonly page: Page;
  /** What the page wrote to its console and did not catch: `type: text`. */
  readonly console: readonly string[];
  /** Every address that the page asked for. */
  readonly requests: readonly string[];
}

/** Opens the link in a profile of its own, as a person's browser would. @param browser another one than the file's own */
export async function openPage(loopback: RunningLoopback, options: BrowserContextOptions = {}, browser?: Browser): Promise<OpenedPage> {
  const context = await (browser ?? (await openBrowser())).newContext(options);
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const messages: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => messages.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => messages.push(`uncaught: ${error.message}`));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(loopback.link);
  await page.locator('#root > *').first().waitFor();
  return { page, console: messages, requests };
}

/** A route made for paper, printed once it says that it is ready; right to left where its language is Persian. */
export async function printedPdf(page: Page, origin: string, route: string): Promise<ReadPdf> {
  await page.goto('about:blank');
  await page.goto(`${origin}/#${route}`);
  await page.waitForFunction(() => document.documentElement.dataset['printReady'] === 'true');
  const direction = route.includes('language=fa') ? 'rtl' : 'ltr';
  return readPdf(new Uint8Array(await page.pdf({ preferCSSPageSize: true, tagged: true })), direction);
}
