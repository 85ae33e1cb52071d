import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { ElectronApplication, Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { instrumentFields } from '#tests/data-host/instruments/support.ts';
import { takePorts } from './ports.ts';
import { launchApp, needsDesktop, newDataFolder } from './support.ts';

beforeEach(needsDesktop);

/** The person's answer to the save dialog; what the dialog proposed is written down. */
async function answerSaveDialog(app: ElectronApplication, filePath: string | null): Promise<void> {
  await app.evaluate(({ dialog }, target) => {
    globalThis.recorded = [];
    dialog.showSaveDialog = (...args: unknown[]) => {
      const [options] = args.slice(-1);
      globalThis.recorded.push(typeof options === 'object' && options !== null && 'defaultPath' in options ? options.defaultPath : null);
      return Promise.resolve({ canceled: target === null, filePath: target ?? '' });
    };
  }, filePath);
}

async function withClient(page: Page) {
  const ports = await takePorts(page);
  const client = await ports.data().clients.create({
    name: 'Acme Gauges', code: null, countryCode: 'DE', language: 'en', timeZone: null, segment: null, preferredChannel: null, rhythmDays: null, ownerStaffId: null, notes: null,
  });
  return { ports, route: (paper: string) => `/print/client-report/${client.id}?language=en&paper=${paper}` };
}

/** Widths and heights in points, and whether the PDF has a structure tree. */
async function measure(file: string) {
  const loading = getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 });
  const pdf = await loading.promise;
  const { numPages } = pdf;
  const first = await pdf.getPage(1);
  const { items } = await first.getTextContent();
  const size = first.getViewport({ scale: 1 });
  const tree = await first.getStructTree();
  await loading.destroy();
  return {
    width: Math.round(size.width),
    height: Math.round(size.height),
    pages: numPages,
    isTagged: tree !== null,
    text: items.map((item) => ('str' in item ? item.str : '')).join(' '),
  };
}

test('a report is saved where the person says, in the paper asked for, tagged, and nothing is left over', async () => {
  const { app, page, close } = await launchApp();
  const { ports, route } = await withClient(page);
  const folder = newDataFolder();
  for (const [paper, width, height] of [['A4', 595, 842], ['Letter', 612, 792]] as const) {
    const target = path.join(folder, `${paper}.pdf`);
    await answerSaveDialog(app, target);
    expect(await ports.desktop().savePdf({ route: route(paper), suggestedName: 'Acme / Gauges: report', paper })).toEqual({ saved: true, fileName: `${paper}.pdf` });
    expect(await app.evaluate(() => globalThis.recorded)).toEqual([expect.stringMatching(/[\\/]Acme Gauges report\.pdf$/u)]);
    const report = await measure(target);
    expect(report.isTagged).toBe(true);
    expect(report.text).toContain('Acme Gauges');
    // Chromium rounds to whole points, one way or the other.
    expect(Math.abs(report.width - width)).toBeLessThanOrEqual(1);
    expect(Math.abs(report.height - height)).toBeLessThanOrEqual(1);
  }
  expect(readdirSync(folder).toSorted()).toEqual(['A4.pdf', 'Letter.pdf']);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);

  await app.evaluate(({ shell }) => {
    globalThis.recorded = [];
    shell.showItemInFolder = (file) => globalThis.recorded.push(file);
  });
  expect(await ports.desktop().revealSaved()).toEqual({ revealed: true });
  expect(await app.evaluate(() => globalThis.recorded)).toEqual([path.join(folder, 'Letter.pdf')]);
  await close();
});

test('labels are saved in the size of their roll, and fill a sheet without a page number', async () => {
  const { app, page, close } = await launchApp();
  const ports = await takePorts(page);
  const { ids } = await ports.data().instruments.create({ serials: ['CD-0001', 'CD-0002', 'CD-0003'], fields: instrumentFields() });
  const folder = newDataFolder();
  const millimetre = 72 / 25.4;
  for (const [stock, paper, width, height, pages] of [
    ['roll-62x29', 'roll-62x29', 62 * millimetre, 29 * millimetre, 3], ['roll-62x50', 'roll-62x50', 62 * millimetre, 50 * millimetre, 3],
    ['a4-3x8', 'A4', 595, 842, 1], ['letter-3x10', 'Letter', 612, 792, 1],
  ] as const) {
    const target = path.join(folder, `${stock}.pdf`);
    await answerSaveDialog(app, target);
    const query = ids.map((id) => `&id=${id}`).join('');
    const route = `/print/instrument-labels?stock=${stock}&first=0&dx=0&dy=0&language=en&calibration=1${query}`;
    expect(await ports.desktop().savePdf({ route, suggestedName: stock, paper })).toEqual({ saved: true, fileName: `${stock}.pdf` });
    const labels = await measure(target);
    expect([stock, labels.pages, labels.isTagged]).toEqual([stock, pages, true]);
    expect(Math.abs(labels.width - width)).toBeLessThanOrEqual(1);
    expect(Math.abs(labels.height - height)).toBeLessThanOrEqual(1);
    // Older Chromiums leave a NUL for a letter that the font draws in another than its plain form.
    expect(labels.text).toMatch(/CD(?:-| \0 )0001/u);
    // What older Chromiums print at the foot of a report.
    expect(labels.text).not.toMatch(/\d \s*\/\s* \d/u);
  }
  await close();
});

test('a cancelled dialog saves nothing and makes no window', async () => {
  const { app, page, close } = await launchApp();
  const { ports, route } = await withClient(page);
  await answerSaveDialog(app, null);
  expect(await ports.desktop().savePdf({ route: route('A4'), suggestedName: '', paper: 'A4' })).toEqual({ saved: false, fileName: null });
  expect(await app.evaluate(() => globalThis.recorded)).toEqual([expect.stringMatching(/[\\/]Document\.pdf$/u)]);
  expect(await ports.desktop().revealSaved()).toEqual({ revealed: false });
  await close();
});

test('a page that cannot be made and a place that cannot be written are told apart, and leave nothing', async () => {
  const { app, page, close } = await launchApp();
  const { ports, route } = await withClient(page);
  const folder = newDataFolder();

  await answerSaveDialog(app, path.join(folder, 'none.pdf'));
  await expect(
    ports.desktop().savePdf({ route: '/print/client-report/01900000-0000-7000-8000-000000000000?language=en&paper=A4', suggestedName: 'x', paper: 'A4' }),
  ).rejects.toMatchObject({ code: 'PRINT_FAILED', defined: true, data: { code: 'PAGE_FAILED' } });

  mkdirSync(path.join(folder, 'taken.pdf', 'full'), { recursive: true });
  await answerSaveDialog(app, path.join(folder, 'taken.pdf'));
  await expect(ports.desktop().savePdf({ route: route('A4'), suggestedName: 'x', paper: 'A4' })).rejects.toMatchObject({ code: 'PRINT_FAILED', data: { code: 'WRITE_FAILED' } });

  expect(readdirSync(folder)).toEqual(['taken.pdf']);
  expect(existsSync(path.join(folder, 'none.pdf'))).toBe(false);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  await close();
});

test('only routes made for paper are ever loaded', async () => {
  const { app, page, close } = await launchApp();
  const { ports } = await withClient(page);
  await answerSaveDialog(app, path.join(newDataFolder(), 'x.pdf'));
  for (const route of ['/clients', 'https://example.com/', '/print/../clients', '//example.com/print', '/print/client-report/x#/clients']) {
    await expect(ports.desktop().savePdf({ route, suggestedName: 'x', paper: 'A4' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  }
  expect(await app.evaluate(() => globalThis.recorded)).toEqual([]);
  await close();
});
