import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createRouterClient } from '@orpc/server';
import type { Page } from 'playwright-core';
import { afterAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { DataHost } from '#electron/data-host/index.ts';
import { router } from '#electron/data-host/router.ts';
import { migrationsDirectory } from '#tests/data-host/support.ts';
import { madeDcc } from '#tests/fixtures/made-dcc.ts';
import { closeBrowser, needsChromium, openPage, startLoopback } from './support.ts';

beforeEach(needsChromium);
afterAll(closeBrowser);

/** The app, set up and otherwise empty, at the page that reads digital certificates. */
async function opened() {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'peyvand-dcc-'));
  onTestFinished(() => {
    rmSync(dataFolder, { recursive: true, force: true });
  });
  const host = new DataHost({ file: path.join(dataFolder, 'peyvand.sqlite'), migrationsDirectory, appVersion: '0.0.0-test' });
  await createRouterClient(router, { context: { host } }).settings.setPreferences({ setUp: true });
  await host.close();
  const loopback = await startLoopback({ dataFolder });
  const { page, console: messages } = await openPage(loopback, { viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  page.setDefaultTimeout(60_000);
  await page.waitForURL(/#\/clients/u);
  const visit = async (route: string, heading: string): Promise<void> => {
    await page.goto(`${loopback.origin}/#${route}`);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  };
  return { page, messages, visit, dataFolder };
}

/** Drags files from outside over the middle of the page, and lets them fall. */
const drop = (page: Page, files: readonly { readonly name: string; readonly content: string }[]): Promise<void> =>
  page.evaluate((given) => {
    const carried = new DataTransfer();
    for (const { name, content } of given) carried.items.add(new File([content], name, { type: 'application/xml' }));
    const target = document.querySelector('main h1');
    for (const type of ['dragenter', 'dragover', 'drop']) target?.dispatchEvent(new DragEvent(type, { dataTransfer: carried, bubbles: true, cancelable: true }));
  }, [...files]);

test('files dropped on the list of instruments are read, each with its own word, and nothing leaves the page', async () => {
  const { page, visit } = await opened();
  await visit('/instruments', 'Instruments');
  await drop(page, [{ name: 'micrometer.xml', content: madeDcc() }, { name: 'letter.xml', content: 'Dear Sir' }]);
  await page.waitForURL(/#\/dcc/u);
  await page.getByRole('region', { name: 'letter.xml' }).getByText(/breaks off at line 1/u).waitFor();
  const card = page.getByRole('region', { name: 'micrometer.xml' });
  await card.getByText('25.001 mm').waitFor();
  expect(await card.getByRole('radio', { name: /A new instrument/u }).isChecked()).toBe(true);
});

test('by the keyboard alone: a file is chosen, decided, taken in, and read as it was sent', async () => {
  const { page, visit, dataFolder } = await opened();
  await visit('/dcc', 'Read a digital certificate');
  const file = path.join(dataFolder, 'micrometer.xml');
  writeFileSync(file, madeDcc());
  await page.locator('#main').focus();
  /** Tabs until what is focused has this name; a page that never gets there is a trap. */
  const tabTo = async (name: RegExp): Promise<void> => {
    for (let steps = 0; steps < 80; steps += 1) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');
      if (name.test(focused)) return;
    }
    throw new Error(`The keyboard does not come to ${String(name)}`);
  };
  await tabTo(/^Choose files$/u);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
  await chooser.setFiles(file);
  await page.getByRole('button', { name: 'Take it in' }).waitFor();
  await tabTo(/^Take it in$/u);
  await page.keyboard.press('Enter');
  await page.waitForURL(/#\/certificates\/[\w-]+$/u);
  await page.goto(`${page.url()}/dcc`);
  await page.getByRole('heading', { level: 1, name: /As sent: .*MADE-1/u }).waitFor();
  expect(await page.getByRole('region', { name: /^Table: Reading/u }).innerText()).toMatch(/25\.001\s+0\.002/u);
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save the XML file' }).press('Enter')]);
  expect(saved.suggestedFilename()).toBe('MADE-1.xml');
});

const laughs = `<?xml version="1.0"?>
<!DOCTYPE lolz [<!ENTITY lol0 "lol">${Array.from({ length: 9 }, (_, index) => `<!ENTITY lol${index + 1} "${`&lol${index};`.repeat(10)}">`).join('')}]>
<dcc:digitalCalibrationCertificate xmlns:dcc="https://ptb.de/dcc" schemaVersion="3.3.0">&lol9;</dcc:digitalCalibrationCertificate>`;

/** Longer than this without a picture would be felt as a hang, on a machine that does much else. */
const patienceMs = 2500;

test('a billion laughs and an enclosed file of 50 MB are read while the window answers to typing', { timeout: 240_000 }, async ({ annotate }) => {
  const { page, visit, dataFolder } = await opened();
  await visit('/dcc', 'Read a digital certificate');
  const piece = 'UGV5dmFuZCAw'.repeat((1024 * 1024) / 12);
  const heavy = path.join(dataFolder, 'heavy.xml');
  writeFileSync(heavy, madeDcc({ document: `<dcc:fileName>report.pdf</dcc:fileName><dcc:mimeType>application/pdf</dcc:mimeType><dcc:dataBase64>${piece.repeat(50)}</dcc:dataBase64>` }));
  const bomb = path.join(dataFolder, 'laughs.xml');
  writeFileSync(bomb, laughs);
  await page.evaluate(() => {
    const felt = { longest: 0, last: performance.now() };
    Object.assign(window, { felt });
    const frame = (): void => {
      const now = performance.now();
      felt.longest = Math.max(felt.longest, now - felt.last);
      felt.last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  await page.locator('main input[type="file"]').setInputFiles([bomb, heavy]);
  await page.getByRole('progressbar').waitFor();
  await page.keyboard.press('Control+k');
  const search = page.getByRole('searchbox');
  await search.pressSequentially('settings', { delay: 40 });
  await page.getByRole('option', { name: /settings/u }).first().waitFor({ timeout: 5000 });
  expect(await search.inputValue()).toBe('settings');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByRole('region', { name: 'laughs.xml' }).getByText(/document type definition/u).waitFor();
  const card = page.getByRole('region', { name: 'heavy.xml' });
  await card.getByRole('heading', { name: '1 enclosed file' }).waitFor({ timeout: 120_000 });
  await card.getByText('application/pdf').waitFor();
  const longest = await page.evaluate(() => ('felt' in window && typeof window.felt === 'object' && window.felt !== null && 'longest' in window.felt ? Number(window.felt.longest) : Number.NaN));
  await annotate(`longest time without a picture: ${longest.toFixed(0)} ms`);
  expect(longest).toBeLessThan(patienceMs);
});
