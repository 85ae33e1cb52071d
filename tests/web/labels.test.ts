import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createRouterClient } from '@orpc/server';
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { decodeQR } from 'qr/decode.js';
import { afterAll, beforeEach, describe, expect, inject, onTestFinished, test } from 'vitest';
import { DataHost } from '#electron/data-host/index.ts';
import { router } from '#electron/data-host/router.ts';
import { labelPayload } from '#shared/domain/calibration/index.ts';
import { migrationsDirectory } from '#tests/data-host/support.ts';
import { CHROMIUM_FLAGS, closeBrowser, needsChromium, openPage, printedPdf, startLoopback } from './support.ts';

beforeEach(needsChromium);
afterAll(closeBrowser);

const fields = {
  clientId: null, site: null, productId: null, manufacturer: 'Meridian', model: 'CD-150', description: null, instrumentType: null, assetNumber: 'A-7',
  status: 'in-use', isStandard: false, orderLineId: null, shipmentId: null, deliveredOn: null, firstUsedOn: null, receivedOn: null, intervalMonths: null,
  intervalStarts: 'calibration', intervalAgreed: false, ranges: [], notes: null,
} as const;

/** A store with thirty calipers, and another maker's instrument of the same serial as the first. */
async function instrumentsFolder() {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'peyvand-labels-'));
  onTestFinished(() => {
    rmSync(dataFolder, { recursive: true, force: true });
  });
  const host = new DataHost({ file: path.join(dataFolder, 'peyvand.sqlite'), migrationsDirectory, appVersion: '0.0.0-test' });
  const call = createRouterClient(router, { context: { host } });
  await call.settings.setPreferences({ setUp: true });
  await call.settings.setOrganisation({ name: 'Sanjesh Dena', countryCode: 'IR', address: null, phone: null, email: null, website: null });
  const serials = Array.from({ length: 30 }, (_, index) => `CD-${String(index + 1).padStart(4, '0')}`);
  const { ids } = await call.instruments.create({ serials, fields: { ...fields, ranges: [] } });
  await call.instruments.create({ serials: ['CD-0001'], fields: { ...fields, manufacturer: 'Other', model: 'X', assetNumber: null, ranges: [] } });
  const labels = await call.instruments.labels({ ids });
  await host.close();
  return { dataFolder, labels };
}

const [DPI, CSS_DPI] = [203, 96];
const route = (ids: readonly string[], stock: string): string =>
  `/print/instrument-labels?stock=${stock}&first=0&dx=0&dy=0&language=en&calibration=0&${ids.map((id) => `id=${id}`).join('&')}`;

/** Once the page it is on is there: an address given while another page still loads is overtaken by it. */
async function toScan(page: Page, origin: string): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.goto(`${origin}/#/scan`);
  await page.getByRole('heading', { level: 1, name: 'Scan a label' }).waitFor();
}

interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** The pixels of a PNG, by the browser that made it. */
async function pixelsOf(page: Page, png: Buffer): Promise<Pixels> {
  const { width, height, values } = await page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.drawImage(image, 0, 0);
    return { width: image.width, height: image.height, values: [...context.getImageData(0, 0, image.width, image.height).data] };
  }, png.toString('base64'));
  return { width, height, data: Uint8ClampedArray.from(values) };
}

describe('labels', () => {
  test('come off a 62 mm roll one a page, at their size', async () => {
    const { dataFolder, labels } = await instrumentsFolder();
    const loopback = await startLoopback({ dataFolder });
    const { page, console: messages } = await openPage(loopback);
    const pdf = await printedPdf(page, loopback.origin, route(labels.slice(0, 3).map(({ id }) => id), 'roll-62x29'));
    expect(pdf.size).toEqual([Math.round((62 / 25.4) * 72), Math.round((29 / 25.4) * 72)]);
    expect(pdf.pages).toHaveLength(3);
    expect(pdf.imageCount).toBe(0);
    for (const [index, label] of labels.slice(0, 3).entries()) {
      expect(pdf.pages[index]).toContain(label.serial);
      expect(pdf.pages[index]).toContain(label.labelCode);
    }
    expect(messages.filter((line) => !line.startsWith('log') && !line.startsWith('info'))).toEqual([]);
  });

  test('fill a sheet of A4 and go on on the next', async () => {
    const { dataFolder, labels } = await instrumentsFolder();
    const loopback = await startLoopback({ dataFolder });
    const { page } = await openPage(loopback);
    const pdf = await printedPdf(page, loopback.origin, route(labels.map(({ id }) => id), 'a4-3x8'));
    expect(pdf.size).toEqual([595, 842]);
    expect(pdf.pages).toHaveLength(2);
    expect(pdf.pages[0]).toContain('CD-0024');
    expect(pdf.pages[0]).not.toContain('CD-0025');
    expect(pdf.pages[1]).toContain('CD-0030');
  });

  test.each(['roll-62x29', 'a4-5x13', 'letter-3x10'])('are read again from %s at the 203 dots to the inch of a label printer', async (stock) => {
    const { dataFolder, labels } = await instrumentsFolder();
    const [label] = labels;
    if (!label) throw new Error('no label');
    const loopback = await startLoopback({ dataFolder });
    const { page } = await openPage(loopback, { deviceScaleFactor: DPI / CSS_DPI });
    await page.emulateMedia({ media: 'print' });
    await page.goto('about:blank');
    await page.goto(`${loopback.origin}/#${route([label.id], stock)}`);
    await page.waitForFunction(() => document.documentElement.dataset['printReady'] === 'true');
    const picture = await pixelsOf(page, await page.locator('.label-place').first().screenshot());
    expect(decodeQR(picture)).toBe(labelPayload(label.labelCode));
  });
});

/** A film of one grey picture (YUV4MPEG2), which Chromium takes for what its camera sees. */
function film({ width, height, data }: Pixels): Buffer {
  const [w, h] = [width - (width % 2), height - (height % 2)];
  const grey = Buffer.alloc(w * h);
  for (let y = 0; y < h; y += 1) for (let x = 0; x < w; x += 1) grey[y * w + x] = data[(y * width + x) * 4] ?? 255;
  const frame = Buffer.concat([Buffer.from('FRAME\n'), grey, Buffer.alloc((w * h) / 2, 128)]);
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${w} H${h} F10:1 Ip A1:1 C420jpeg\n`), frame, frame]);
}

describe('an instrument is found again', () => {
  test('by what a hand scanner types, and where two share a serial the person chooses', async () => {
    const { dataFolder, labels } = await instrumentsFolder();
    const loopback = await startLoopback({ dataFolder });
    const { page } = await openPage(loopback);
    await toScan(page, loopback.origin);
    // The field has the keyboard from the beginning: a scanner types and presses Enter.
    await page.keyboard.type(labelPayload(labels[4]?.labelCode ?? ''));
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/#/instruments/${labels[4]?.id}`);
    await page.getByRole('heading', { level: 1, name: 'CD-0005' }).waitFor();
    await toScan(page, loopback.origin);
    await page.keyboard.type('cd0001');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '2 instruments' }).waitFor();
    await page.getByRole('textbox', { name: 'Label, serial or asset number' }).fill('ZZ-9');
    await page.keyboard.press('Enter');
    const offer = page.getByRole('link', { name: 'New instrument with this serial' });
    await offer.waitFor();
    expect(await offer.getAttribute('href')).toContain('serial=ZZ-9');
  });

  test('by a photograph of its label, and by the camera that sees it', async () => {
    const { dataFolder, labels } = await instrumentsFolder();
    const [label] = labels;
    if (!label) throw new Error('no label');
    const loopback = await startLoopback({ dataFolder });
    const { page } = await openPage(loopback, { deviceScaleFactor: 2 });
    await page.goto('about:blank');
    await page.goto(`${loopback.origin}/#${route([label.id], 'roll-62x29')}`);
    await page.waitForFunction(() => document.documentElement.dataset['printReady'] === 'true');
    const png = await page.locator('.label-place').first().screenshot();
    const picture = await pixelsOf(page, png);

    await page.goto('about:blank');
    await page.goto(`${loopback.origin}/#/scan`);
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a photograph…' }).click();
    await (await chooser).setFiles({ name: 'label.png', mimeType: 'image/png', buffer: png });
    await page.waitForURL(`**/#/instruments/${label.id}`);
    await page.context().close();

    const found = inject('chromium');
    if (!found.ok) throw new Error(found.reason);
    const folder = mkdtempSync(path.join(tmpdir(), 'peyvand-film-'));
    writeFileSync(path.join(folder, 'label.y4m'), film(picture));
    const browser = await chromium.launch({
      executablePath: found.file,
      args: [...CHROMIUM_FLAGS, '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${path.join(folder, 'label.y4m')}`],
    });
    onTestFinished(async () => {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    });
    const second = await startLoopback({ dataFolder });
    const { page: seeing } = await openPage(second, { permissions: ['camera'] }, browser);
    await toScan(seeing, second.origin);
    await seeing.getByRole('button', { name: 'Use the camera' }).click();
    await seeing.waitForURL(`**/#/instruments/${label.id}`, { timeout: 20_000 });
    const heading = seeing.getByRole('heading', { level: 1, name: label.serial });
    await heading.waitFor();
    expect(await heading.count()).toBe(1);
  });

  test('and is told where the camera may not be used', async () => {
    const { dataFolder } = await instrumentsFolder();
    const loopback = await startLoopback({ dataFolder });
    const { page } = await openPage(loopback);
    await toScan(page, loopback.origin);
    await page.getByRole('button', { name: 'Use the camera' }).click();
    const told = page.getByText(/No camera|The camera may not be used/u);
    await told.waitFor();
    expect(await page.locator('video').count()).toBe(0);
  });
});
