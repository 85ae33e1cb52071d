import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { menuCommands } from '#shared/contract/desktop.ts';
import { dataFolder as defaultDataFolder } from '#electron/storage/store-location.ts';
import { takePorts } from './ports.ts';
import { electronCommand, launchApp, needsDesktop, newDataFolder } from './support.ts';

beforeEach(needsDesktop);

test('the window opens, shows the app and keeps its store in the data folder', async () => {
  const { app, page, dataFolder, console: messages, close } = await launchApp();
  await page.locator('#root > *').first().waitFor();
  expect(page.url()).toMatch(/^app:\/\/peyvand\/index\.html/u);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()))).toEqual([true]);
  await expect.poll(() => readFileSync(path.join(dataFolder, 'peyvand.sqlite')).subarray(0, 15).toString()).toBe('SQLite format 3');
  expect(messages.filter((line) => !line.startsWith('log') && !line.startsWith('info'))).toEqual([]);
  await close();
});

test('without a folder of its own the desktop and the loopback host mean the same one', async () => {
  const home = newDataFolder();
  const { app, close } = await launchApp({ dataFolder: home, env: { PEYVAND_DATA: '', XDG_CONFIG_HOME: home } });
  const folder = await app.evaluate(({ app: electron }) => electron.getPath('userData'));
  await close();
  expect(folder).toBe(defaultDataFolder({ platform: process.platform, env: { ...process.env, PEYVAND_DATA: '', XDG_CONFIG_HOME: home }, home }));
});

test('a second start brings the first window to the front and ends', async () => {
  const { app, page, dataFolder, close } = await launchApp();
  await page.locator('#root > *').first().waitFor();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const { executablePath, args, env } = electronCommand(dataFolder);
  const second = spawn(executablePath, args, { env, stdio: 'ignore' });
  const code = await new Promise<number | null>((resolve) => {
    second.once('exit', resolve);
  });
  expect(code).toBe(0);
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => ({ isMinimised: window.isMinimized(), isVisible: window.isVisible() }))))
    .toEqual([{ isMinimised: false, isVisible: true }]);
  await close();
});

test('position and size are kept from one start to the next', async () => {
  const dataFolder = newDataFolder();
  const first = await launchApp({ dataFolder });
  const bounds = { x: 140, y: 90, width: 900, height: 700 };
  await first.app.evaluate(({ BrowserWindow }, wanted) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(wanted);
  }, bounds);
  await expect
    .poll(() => JSON.parse(readFileSync(path.join(dataFolder, 'desktop.json'), 'utf8')) as unknown)
    .toMatchObject({ window: { ...bounds, isMaximised: false } });
  await first.close();

  const second = await launchApp({ dataFolder });
  expect(await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())).toEqual(bounds);
  await second.close();
});

test('the menu follows the language, and its commands reach the page', async () => {
  const { app, page, dataFolder, close } = await launchApp();
  const ports = await takePorts(page);
  const labels = () => app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map((item) => item.label) ?? []);
  expect(await labels()).toContain('File');
  const accelerators = await app.evaluate(
    ({ Menu }, ids) => ids.map((id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.accelerator ?? null),
    menuCommands,
  );
  expect(accelerators).not.toContain(null);
  expect(new Set(accelerators).size).toBe(menuCommands.length);

  const events = await ports.desktop().events();
  const first = events.next();
  await app.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('new-client')?.click();
  });
  expect(await first).toEqual({ done: false, value: { type: 'menu', command: 'new-client' } });

  await ports.desktop().setLanguage({ language: 'fa', theme: 'dark' });
  expect(await labels()).toContain('پرونده');
  expect(await app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
  await close();

  const next = await launchApp({ dataFolder });
  expect(await next.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map((item) => item.label) ?? [])).toContain('پرونده');
  await next.close();
});
