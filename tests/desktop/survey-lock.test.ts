import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createRouterClient } from '@orpc/server';
import Database from 'better-sqlite3';
import type { ElectronApplication, Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { DataHost } from '#electron/data-host/index.ts';
import { router } from '#electron/data-host/router.ts';
import { clientInput } from '#tests/data-host/fixtures.ts';
import { migrationsDirectory } from '#tests/data-host/support.ts';
import { takePorts } from './ports.ts';
import { launchApp, needsDesktop, newDataFolder } from './support.ts';

beforeEach(needsDesktop);

/** A store with an exporter that can be reached and one client. */
async function seeded(): Promise<{ readonly dataFolder: string; readonly clientId: string }> {
  const dataFolder = newDataFolder();
  const host = new DataHost({ file: path.join(dataFolder, 'peyvand.sqlite'), migrationsDirectory, appVersion: '0.0.0-test' });
  const call = createRouterClient(router, { context: { host } });
  await call.settings.setPreferences({ setUp: true });
  await call.settings.setOrganisation({ name: 'Sanjesh Dena', countryCode: 'IR', address: null, phone: null, email: 'info@dena.example', website: null });
  const { id } = await call.clients.create(clientInput('Rheintal Werkzeug'));
  await host.close();
  return { dataFolder, clientId: id };
}

/** The answers so far, as they stand in the file. */
function draftsIn(dataFolder: string): readonly unknown[] {
  const file = new Database(path.join(dataFolder, 'peyvand.sqlite'), { readonly: true });
  try {
    return file.prepare<[], { answers: string }>('SELECT answers FROM survey_drafts').all().map(({ answers }): unknown => JSON.parse(answers));
  } finally {
    file.close();
  }
}

const windowState = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow, Menu }) => {
    const window = BrowserWindow.getAllWindows()[0];
    return { isKiosk: window?.isKiosk() ?? null, isFullScreen: window?.isFullScreen() ?? null, hasMenu: (Menu.getApplicationMenu()?.items.length ?? 0) > 0 };
  });
const open = { isKiosk: false, isFullScreen: false, hasMenu: true };
const locked = { isKiosk: true, hasMenu: process.platform === 'darwin' };

/** From the list to the client, its menu, and over to the client, who begins. @returns the number that unlocks */
async function handOver(page: Page): Promise<string> {
  await page.getByText('Rheintal Werkzeug').first().click();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Client survey' }).click();
  const number = (await page.locator('p:text-is("Your number") + p').textContent()) ?? '';
  expect(number).toMatch(/^\d{4}$/u);
  await page.getByRole('button', { name: 'Lock and hand over' }).click();
  await page.locator('label', { hasText: 'I have read this' }).click();
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByText('1 of 16').waitFor();
  return number;
}

test('the window fills the screen without a menu until the number is typed; another page and going back lead nowhere; a page that is loaded again is locked again', async () => {
  const { dataFolder } = await seeded();
  const { app, page, console: messages, close } = await launchApp({ dataFolder });
  page.setDefaultTimeout(20_000);
  await page.getByText('Rheintal Werkzeug').first().waitFor();
  expect(await windowState(app)).toEqual(open);
  const number = await handOver(page);
  await expect.poll(() => windowState(app)).toMatchObject(locked);

  await page.keyboard.press('4');
  await page.getByText('2 of 16').waitFor();
  await page.evaluate(() => {
    history.back();
  });
  for (const keys of ['Control+k', 'Control+n', 'Control+1', 'F11', 'Alt+ArrowLeft']) await page.keyboard.press(keys);
  await page.getByText('2 of 16').waitFor();
  await expect.poll(() => windowState(app)).toMatchObject(locked);
  expect(await page.evaluate(() => document.body.textContent.includes('Rheintal'))).toBe(false);

  // As if somebody had found a way to type an address.
  await page.evaluate(() => {
    location.hash = '#/clients';
  });
  await page.getByText('2 of 16').waitFor();
  await page.reload();
  await page.getByText('2 of 16').waitFor();
  await expect.poll(() => windowState(app)).toMatchObject(locked);

  await page.getByRole('button', { name: 'For our colleague' }).click();
  await page.keyboard.type(number);
  await page.keyboard.press('Enter');
  await page.getByText('A survey was interrupted').waitFor();
  await expect.poll(() => windowState(app)).toEqual(open);
  // The router says that it did not make the typed address itself.
  expect(messages.filter((line) => !/^(?:log|info)|You are trying to use a blocker/u.test(line))).toEqual([]);
  await close();
});

test('a new start is never locked, and what was answered is still there', async () => {
  const { dataFolder, clientId } = await seeded();
  const first = await launchApp({ dataFolder });
  first.page.setDefaultTimeout(20_000);
  await first.page.getByText('Rheintal Werkzeug').first().waitFor();
  await handOver(first.page);
  await first.page.keyboard.press('5');
  await first.page.getByText('2 of 16').waitFor();
  await expect.poll(() => windowState(first.app)).toMatchObject(locked);
  await expect.poll(() => draftsIn(dataFolder)).toEqual([[{ indicatorId: 'brand-attractiveness', answer: 5 }]]);
  // Closed by the system's own way, as somebody would who forgot the number: it is not held back.
  await first.close();
  const kept = z.object({ window: z.object({ isFullScreen: z.boolean() }).optional() }).parse(JSON.parse(readFileSync(path.join(dataFolder, 'desktop.json'), 'utf8')));
  expect(kept.window?.isFullScreen ?? false).toBe(false);

  const second = await launchApp({ dataFolder });
  second.page.setDefaultTimeout(20_000);
  await second.page.getByText('Rheintal Werkzeug').first().waitFor();
  expect(await windowState(second.app)).toEqual(open);
  await second.page.evaluate((id) => {
    location.hash = `#/survey/${id}?language=en`;
  }, clientId);
  await second.page.getByText('A survey was interrupted').waitFor();
  await second.page.getByText(/1 statement is answered/u).waitFor();
  expect(await windowState(second.app)).toEqual(open);
  await second.close();
});

test('a page that does not lock again after it was loaded again lets the window go', async () => {
  const { app, page, close } = await launchApp();
  const ports = await takePorts(page);
  expect(await ports.desktop().lock({ locked: true })).toEqual({ locked: true });
  await expect.poll(() => windowState(app)).toMatchObject(locked);
  // A change of the menu's language does not bring the menu back.
  await ports.desktop().setLanguage({ language: 'fa', theme: 'light' });
  expect(await windowState(app)).toMatchObject(locked);
  await page.reload();
  expect((await windowState(app)).isKiosk).toBe(true);
  await expect.poll(() => windowState(app), { timeout: 30_000, interval: 500 }).toEqual(open);
  await close();
});
