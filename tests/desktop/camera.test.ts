import { createRouterClient } from '@orpc/server';
import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { DataHost } from '#electron/data-host/index.ts';
import { router } from '#electron/data-host/router.ts';
import { migrationsDirectory } from '#tests/data-host/support.ts';
import { launchApp, needsDesktop, newDataFolder } from './support.ts';

beforeEach(needsDesktop);

declare global {
  /** The camera's tracks that the page was given. */
  var tracks: MediaStreamTrack[] | undefined;
}

/** The app past its first run, with a camera that shows a moving pattern: what is refused is refused by our own guard. */
async function launchWithCamera() {
  const dataFolder = newDataFolder();
  const host = new DataHost({ file: path.join(dataFolder, 'peyvand.sqlite'), migrationsDirectory, appVersion: '0.0.0-test' });
  await createRouterClient(router, { context: { host } }).settings.setPreferences({ setUp: true });
  await host.close();
  const running = await launchApp({ dataFolder, args: ['--use-fake-device-for-media-stream'] });
  await running.page.getByRole('heading', { level: 1 }).waitFor();
  return running;
}

/** Goes to a route of the app, and waits until the main process knows of it. */
async function goTo(app: ElectronApplication, page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await expect.poll(() => app.evaluate(({ webContents }) => webContents.getAllWebContents()[0]?.getURL() ?? '')).toBe(`app://peyvand/index.html${hash}`);
}

/** What comes of asking for each kind of sound and picture: the kinds of the tracks, or the name of the refusal. */
const askForMedia = (page: Page): Promise<Readonly<Record<string, string>>> =>
  page.evaluate(async () => {
    const devices = navigator.mediaDevices;
    // Electron's own way to the picture of the screen goes by the camera's call.
    const screen = { audio: false, video: Object.assign<MediaTrackConstraints, object>({}, { mandatory: { chromeMediaSource: 'desktop' } }) };
    const attempts: Readonly<Record<string, () => Promise<MediaStream>>> = {
      camera: () => devices.getUserMedia({ video: true }),
      microphone: () => devices.getUserMedia({ audio: true }),
      both: () => devices.getUserMedia({ audio: true, video: true }),
      screen: () => devices.getDisplayMedia({ video: true }),
      screenByCamera: () => devices.getUserMedia(screen),
    };
    const outcomes: Record<string, string> = {};
    for (const [name, attempt] of Object.entries(attempts)) {
      try {
        const stream = await attempt();
        outcomes[name] = stream.getTracks().map(({ kind }) => kind).join('+');
        for (const track of stream.getTracks()) track.stop();
      } catch (error) {
        // The screen is refused by one name or another: what counts is that there is no picture of it.
        outcomes[name] = name.startsWith('screen') || !(error instanceof Error) ? 'refused' : error.name;
      }
    }
    return outcomes;
  });

const REFUSED = 'NotAllowedError';

test('the camera is for the page that scans labels, without sound, and for no other route before or after it', async () => {
  const { app, page, close } = await launchWithCamera();
  const allRefused = { camera: REFUSED, microphone: REFUSED, both: REFUSED, screen: 'refused', screenByCamera: 'refused' };
  for (const hash of ['#/clients', '#/clients?from=%23/scan', '#/settings?next=#/scan', '#/instruments']) {
    await goTo(app, page, hash);
    expect([hash, await askForMedia(page)]).toEqual([hash, allRefused]);
  }
  await goTo(app, page, '#/scan');
  expect(await askForMedia(page)).toEqual({ ...allRefused, camera: 'video' });
  await goTo(app, page, '#/scan?text=CD-1');
  expect(await askForMedia(page)).toEqual({ ...allRefused, camera: 'video' });
  await goTo(app, page, '#/clients');
  expect(await askForMedia(page)).toEqual(allRefused);
  await close();
});

test('the page that scans labels gets no other permission', async () => {
  const { app, page, close } = await launchWithCamera();
  await goTo(app, page, '#/scan');
  const found = await page.evaluate(async () => {
    const place = await new Promise<string>((resolve) => {
      navigator.geolocation.getCurrentPosition(
        () => {
          resolve('granted');
        },
        () => {
          resolve('refused');
        },
      );
    });
    const clipboard = await navigator.clipboard.readText().then(() => 'granted', () => 'refused');
    const states = await Promise.all((['geolocation', 'notifications', 'persistent-storage', 'microphone'] as const).map((name) => navigator.permissions.query({ name }).then(({ state }) => state)));
    return { place, clipboard, notification: await Notification.requestPermission(), states };
  });
  expect(found).toEqual({ place: 'refused', clipboard: 'refused', notification: 'denied', states: ['denied', 'denied', 'denied', 'denied'] });
  await close();
});

test('leaving the page that scans labels ends the camera, and so does the button', async () => {
  const { app, page, close } = await launchWithCamera();
  await goTo(app, page, '#/scan');
  await page.evaluate(() => {
    const taken: MediaStreamTrack[] = [];
    globalThis.tracks = taken;
    const devices = navigator.mediaDevices;
    const ask = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async (constraints) => {
      const stream = await ask(constraints);
      taken.push(...stream.getTracks());
      return stream;
    };
  });
  const states = () => page.evaluate(() => globalThis.tracks?.map(({ kind, readyState }) => `${kind} ${readyState}`));
  await page.getByRole('button', { name: 'Use the camera' }).click();
  await page.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 0);
  expect(await states()).toEqual(['video live']);
  await page.getByRole('button', { name: 'Stop the camera' }).click();
  await expect.poll(states).toEqual(['video ended']);
  await page.getByRole('button', { name: 'Use the camera' }).click();
  await expect.poll(states).toEqual(['video ended', 'video live']);
  await goTo(app, page, '#/clients');
  await expect.poll(states).toEqual(['video ended', 'video ended']);
  await close();
});
