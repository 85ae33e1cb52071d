import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import type { DesktopEvent } from '#shared/contract/desktop.ts';
import { dataHostPid, takePorts } from './ports.ts';
import type { OpenPorts } from './ports.ts';
import { launchApp, needsDesktop } from './support.ts';

beforeEach(needsDesktop);

/** Collects what the desktop tells the page. */
async function listen(ports: OpenPorts): Promise<readonly DesktopEvent[]> {
  const events: DesktopEvent[] = [];
  const iterator = await ports.desktop().events();
  void (async () => {
    for await (const event of iterator) events.push(event);
  })().catch(() => undefined); // The app is closed at the end of the test, and the line with it.
  return events;
}

async function killHost(app: ElectronApplication): Promise<number> {
  const pid = await expect.poll(() => dataHostPid(app), { timeout: 10_000 }).not.toBeNull().then(() => dataHostPid(app));
  if (pid === null) throw new Error('There is no data host to kill');
  process.kill(pid, 'SIGKILL');
  return pid;
}

test('the page reaches the data host through its port, and the desktop through the other', async () => {
  const { page, dataFolder, close } = await launchApp();
  const ports = await takePorts(page);
  expect(await ports.data().system.status()).toMatchObject({ state: 'ready', file: path.join(dataFolder, 'peyvand.sqlite') });
  expect(await ports.desktop().revealSaved()).toEqual({ revealed: false });
  await close();
});

test('a killed data host is seen, started again, and the page is told and given a new port', async () => {
  const { app, page, close } = await launchApp();
  const ports = await takePorts(page);
  const events = await listen(ports);
  await ports.data().system.status();
  const killed = await killHost(app);

  await expect.poll(() => events, { timeout: 20_000 }).toEqual([
    { type: 'host', state: 'down' },
    { type: 'host', state: 'up' },
  ]);
  await expect.poll(() => ports.dataPorts()).toBe(2);
  expect(await ports.data().system.status()).toMatchObject({ state: 'ready' });
  expect(await dataHostPid(app)).not.toBe(killed);
  await close();
});

test('a data host that dies again and again is given up, said so, and comes back when asked to', async () => {
  const { app, page, close } = await launchApp();
  const ports = await takePorts(page);
  const events = await listen(ports);
  await ports.data().system.status();
  // The person's answer to the message box is held back, and then is "Try again".
  await app.evaluate(({ dialog }) => {
    const asked = Promise.withResolvers<void>();
    globalThis.answer = asked.resolve;
    globalThis.recorded = [];
    dialog.showMessageBox = async (...args: unknown[]) => {
      const [box] = args.slice(-1);
      globalThis.recorded.push(typeof box === 'object' && box !== null && 'message' in box ? box.message : box);
      await asked.promise;
      return { response: 0, checkboxChecked: false };
    };
  });
  for (let death = 1; death <= 6; death += 1) {
    await killHost(app);
    await expect.poll(() => events.filter((event) => event.type === 'host' && event.state !== 'up').length, { timeout: 20_000 }).toBe(death);
  }
  expect(events.at(-1)).toEqual({ type: 'host', state: 'failed' });
  expect(await app.evaluate(() => globalThis.recorded)).toEqual(['Your data cannot be reached']);
  expect(await dataHostPid(app)).toBeNull();

  await app.evaluate(() => {
    globalThis.answer();
  });
  await expect.poll(() => events.at(-1), { timeout: 20_000 }).toEqual({ type: 'host', state: 'up' });
  expect(await ports.data().system.status()).toMatchObject({ state: 'ready' });
  await close();
});

test('quitting closes the store in order: the write-ahead log is folded into the file', async () => {
  const { app, page, dataFolder, close } = await launchApp();
  const ports = await takePorts(page);
  await ports.data().system.status();
  const pid = await dataHostPid(app);
  expect(existsSync(path.join(dataFolder, 'peyvand.sqlite-wal'))).toBe(true);
  await close();
  expect(existsSync(path.join(dataFolder, 'peyvand.sqlite-wal'))).toBe(false);
  expect(() => process.kill(pid ?? 0, 0)).toThrow('ESRCH');
});

test('a page that crashed is loaded again, and the person is told', async () => {
  const { app, page, close } = await launchApp();
  await page.locator('#root > *').first().waitFor();
  await app.evaluate(({ dialog }) => {
    globalThis.recorded = [];
    dialog.showMessageBox = (...args: unknown[]) => {
      const [box] = args.slice(-1);
      globalThis.recorded.push(typeof box === 'object' && box !== null && 'message' in box ? box.message : box);
      return Promise.resolve({ response: 0, checkboxChecked: false });
    };
  });
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
  });
  await expect
    .poll(() => app.evaluate(() => globalThis.recorded), { timeout: 20_000 })
    .toEqual(['The window had to be loaded again']);
  await expect
    .poll(
      () =>
        app.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.querySelector("#root > *") !== null').then(Boolean),
        ),
      { timeout: 20_000 },
    )
    .toBe(true);
  await close();
});
