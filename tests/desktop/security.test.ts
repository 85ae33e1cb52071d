import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { contentSecurityPolicy } from '#electron/pages/page-headers.ts';
import { setOutsideTrap } from './outside-trap.ts';
import { launchApp, needsDesktop, newDataFolder } from './support.ts';

beforeEach(needsDesktop);

/** Writes down what would be handed to the system's browser, instead of handing it over. */
async function recordOpened(app: ElectronApplication): Promise<() => Promise<readonly unknown[]>> {
  await app.evaluate(({ shell }) => {
    globalThis.recorded = [];
    shell.openExternal = (url: string) => {
      globalThis.recorded.push(url);
      return Promise.resolve();
    };
  });
  return () => app.evaluate(() => globalThis.recorded);
}

const shown = (page: Page) => page.locator('#root > *').first().waitFor();

test('the page has no Node, no Electron and no bridge', async () => {
  const { page, close } = await launchApp();
  await shown(page);
  const found = await page.evaluate(() => {
    const names = ['process', 'require', 'module', 'exports', 'Buffer', 'global', 'ipcRenderer', 'electron', 'electronAPI', '__dirname', 'setImmediate'];
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const inFrame = names.filter((name) => name in (frame.contentWindow ?? {}));
    frame.remove();
    return { inPage: names.filter((name) => name in globalThis), inFrame, named: Object.getOwnPropertyNames(globalThis).filter((name) => /ipc|electron|peyvand/iu.test(name)) };
  });
  expect(found).toEqual({ inPage: [], inFrame: [], named: [] });
  await close();
});

test('every window is sandboxed and isolated, with nothing of Electron switched on', async () => {
  const { app, page, close } = await launchApp();
  await shown(page);
  const preferences = await app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      const read: unknown = Reflect.get(contents, 'getLastWebPreferences');
      const known: unknown = typeof read === 'function' ? Reflect.apply(read, contents, []) : null;
      return typeof known === 'object' && known !== null ? Object.fromEntries(Object.entries(known)) : null;
    }),
  );
  expect(preferences).toHaveLength(1);
  expect(preferences[0]).toMatchObject({ contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true, webviewTag: false });
  const dangerous = ['nodeIntegrationInWorker', 'nodeIntegrationInSubFrames', 'allowRunningInsecureContent', 'experimentalFeatures', 'enableBlinkFeatures', 'spellcheck'];
  expect(dangerous.filter((name) => Boolean(preferences[0]?.[name]))).toEqual([]);
  await close();
});

test('app:// serves the renderer with its policy, and nothing outside its folder', async () => {
  const { app, page, close } = await launchApp();
  await shown(page);
  const ask = (url: string) =>
    app.evaluate(async ({ net }, address) => {
      const response = await net.fetch(address).catch((error: unknown) => String(error));
      return typeof response === 'string' ? { status: response, policy: null, type: null } : { status: response.status, policy: response.headers.get('content-security-policy'), type: response.headers.get('content-type') };
    }, url);
  expect(await ask('app://peyvand/index.html')).toEqual({ status: 200, policy: contentSecurityPolicy("'none'"), type: 'text/html; charset=utf-8' });
  for (const foreign of [
    'app://peyvand/../main/main.js',
    'app://peyvand/..%2fmain/main.js',
    'app://peyvand/%2e%2e/%2e%2e/package.json',
    'app://peyvand/..%5c..%5cpackage.json',
    'app://peyvand/assets/..%2f..%2f..%2fpackage.json',
    'app://peyvand/%00index.html',
    'app://peyvand/.fingerprint',
    'app://peyvand/nothing.html',
  ]) {
    expect([foreign, (await ask(foreign)).status]).toEqual([foreign, 404]);
  }
  expect((await ask('app://elsewhere/index.html')).status).toBe(403);
  await close();
});

test('the policy stops inline scripts, foreign scripts, connections and HTML from text', async () => {
  const { page, close } = await launchApp();
  await shown(page);
  const outcome = await page.evaluate(async () => {
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
    const inline = document.createElement('script');
    const refusals: string[] = [];
    try {
      inline.textContent = 'globalThis.ran = true';
      document.head.append(inline);
    } catch (error) {
      refusals.push(error instanceof Error ? error.name : 'unknown');
    }
    try {
      document.createElement('div').innerHTML = '<b>text</b>';
    } catch (error) {
      refusals.push(error instanceof Error ? error.name : 'unknown');
    }
    document.createElement('div').innerHTML = '';
    const connected = await fetch('https://example.com/').then(() => true, () => false);
    const picture = new Image();
    picture.src = 'https://example.com/a.png';
    const style = document.createElement('style');
    style.textContent = 'body { outline: 9px solid red }';
    document.head.append(style);
    await new Promise((resolve) => {
      setTimeout(resolve, 300);
    });
    return { ran: 'ran' in globalThis, refusals, connected, outline: getComputedStyle(document.body).outlineWidth, violations: [...new Set(violations)].toSorted() };
  });
  expect(outcome.ran).toBe(false);
  expect(outcome.connected).toBe(false);
  expect(outcome.outline).not.toBe('9px');
  expect(outcome.refusals).toContain('TypeError');
  expect(outcome.violations).toEqual(expect.arrayContaining(['connect-src', 'img-src', 'require-trusted-types-for', 'style-src-elem']));
  await close();
});

test('the page stays where it is; only https and mailto go to the system', async () => {
  const { app, page, close } = await launchApp();
  await shown(page);
  const opened = await recordOpened(app);
  // The route behind the # is the app's own affair.
  const pageAddress = (): string => page.url().split('#')[0] ?? '';
  const address = pageAddress();
  for (const target of ['https://example.com/', 'http://example.com/', 'file:///etc/passwd', 'javascript:document.title="run"', 'app://elsewhere/', 'data:text/html,hello']) {
    await page.evaluate((url) => {
      const link = document.createElement('a');
      link.href = url;
      document.body.append(link);
      link.click();
      link.remove();
    }, target);
  }
  for (const target of ['https://example.com/window', 'mailto:buyer@example.com', 'smb://server/share', 'https://user:secret@example.com/']) {
    expect(await page.evaluate((url) => window.open(url) === null, target)).toBe(true);
  }
  await expect.poll(opened).toEqual(['https://example.com/', 'https://example.com/window', 'mailto:buyer@example.com']);
  expect(pageAddress()).toBe(address);
  expect(await page.title()).not.toBe('run');
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  await close();
});

test('no permission is granted, asked or queried', async () => {
  const { page, close } = await launchApp();
  await shown(page);
  const answers = await page.evaluate(() => {
    const attempts: Record<string, () => Promise<unknown>> = {
      camera: () => navigator.mediaDevices.getUserMedia({ video: true }),
      screen: () => navigator.mediaDevices.getDisplayMedia(),
      place: () =>
        new Promise((resolve, reject) => {
          navigator.geolocation.getCurrentPosition(resolve, () => {
            reject(new Error('refused'));
          });
        }),
      clipboard: () => navigator.clipboard.readText(),
    };
    return Promise.all(
      Object.entries(attempts).map(async ([name, attempt]) => [
        name,
        await attempt().then(
          () => 'granted',
          () => 'refused',
        ),
      ]),
    );
  });
  expect(answers).toEqual(['camera', 'screen', 'place', 'clipboard'].map((name) => [name, 'refused']));
  expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied');
  const queried = await page.evaluate(() =>
    Promise.all((['geolocation', 'notifications', 'persistent-storage'] as const).map((name) => navigator.permissions.query({ name }).then(({ state }) => state))),
  );
  expect(queried).toEqual(['denied', 'denied', 'denied']);
  await close();
});

test('a download is taken from a page of ours alone', async () => {
  const { app, page, close } = await launchApp();
  await shown(page);
  const file = path.join(newDataFolder(), 'rows.csv');
  await app.evaluate(({ session }, target) => {
    globalThis.recorded = [];
    session.defaultSession.on('will-download', (event, item) => {
      globalThis.recorded.push([item.getURL().split(':')[0], event.defaultPrevented]);
      if (!event.defaultPrevented) item.setSavePath(target);
    });
  }, file);
  await page.evaluate(() => {
    for (const href of ['data:text/csv,stolen', URL.createObjectURL(new Blob(['a,b\n1,2\n'], { type: 'text/csv' }))]) {
      const link = document.createElement('a');
      link.href = href;
      link.download = 'rows.csv';
      document.body.append(link);
      link.click();
      link.remove();
    }
  });
  await expect.poll(() => { try { return readFileSync(file, 'utf8'); } catch { return null; } }).toBe('a,b\n1,2\n');
  expect(await app.evaluate(() => globalThis.recorded)).toEqual(expect.arrayContaining([['blob', false]]));
  expect(await app.evaluate(() => globalThis.recorded)).not.toContainEqual(['data', false]);
  await close();
});

test('a window that is not ours gets no port, even with our preload and our page', async () => {
  const { app, page, close } = await launchApp();
  await shown(page);
  const opened = app.waitForEvent('window');
  await app.evaluate(({ BrowserWindow, app: electron }) => {
    const foreign = new BrowserWindow({ show: false, webPreferences: { preload: `${electron.getAppPath()}/dist/preload/preload.cjs`, sandbox: true, contextIsolation: true } });
    void foreign.loadURL('app://peyvand/index.html');
  });
  const foreign = await opened;
  await foreign.waitForLoadState('load');
  const ports = await foreign.evaluate(async () => {
    let count = 0;
    globalThis.addEventListener('message', (event: MessageEvent<{ readonly type?: unknown }>) => {
      if (event.data?.type === 'peyvand:ports') count += event.ports.length;
    });
    globalThis.postMessage({ type: 'peyvand:ready' }, location.origin);
    await new Promise((resolve) => {
      setTimeout(resolve, 1500);
    });
    return count;
  });
  expect(ports).toBe(0);
  await app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.destroy();
  });
  await close();
});

test('a working session asks nothing of the network', async () => {
  const trap = await setOutsideTrap();
  const { app, page, console: messages, close } = await launchApp({ env: trap.env });
  await app.evaluate(({ session }, rules) => session.defaultSession.setProxy(rules), trap.rules);
  await page.reload();
  await shown(page);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  for (const route of [
    '#/clients', '#/instruments', '#/scan', '#/dcc', '#/instruments/labels', '#/recall', '#/recall/letters', '#/recall/letters/print', '#/recall/orders', '#/recall/cases',
    '#/recall/calendar', '#/portfolio', '#/weights', '#/playbook', '#/agreement', '#/import', '#/company', '#/settings', '#/clients',
  ]) {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, route);
    await page.waitForTimeout(500);
  }
  expect(requests.filter((url) => !/^(?:app:\/\/peyvand\/|data:|blob:app:\/\/peyvand\/)/u.test(url))).toEqual([]);
  expect(trap.attempts).toEqual([]);
  expect(messages.filter((line) => /Content Security Policy|Refused/iu.test(line))).toEqual([]);

  // The trap does catch: a request outside the guarded session falls into it.
  await app.evaluate(async ({ session }, rules) => {
    const unguarded = session.fromPartition('unguarded');
    await unguarded.setProxy(rules);
    await unguarded.fetch('http://example.com/caught').catch(() => undefined);
  }, trap.rules);
  expect(trap.attempts.filter((line) => line.includes('example.com/caught'))).toHaveLength(1);
  await close();
});
