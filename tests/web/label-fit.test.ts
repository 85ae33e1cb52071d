import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { DataHost } from '#electron/data-host/index.ts';
import { router } from '#electron/data-host/router.ts';
import { labelStockIds } from '#shared/domain/calibration/index.ts';
import { documentOf, pointOf } from '#tests/data-host/certificates/support.ts';
import { instrumentFields } from '#tests/data-host/instruments/support.ts';
import { migrationsDirectory } from '#tests/data-host/support.ts';
import { closeBrowser, needsChromium, openPage, startLoopback } from './support.ts';

beforeEach(needsChromium);
afterAll(closeBrowser);

const NAMES = ['کولیس دیجیتال ۵۰۰ میلی‌متری با نوک کاربید و نگهدارندهٔ مغناطیسی، درجهٔ یک', 'Three-point inside micrometer 20–30 mm, digital, with setting ring and case'];

/** A store with short and long serials under long names, calibrated, with an agreed interval: labels that carry all they can. */
async function fullLabels() {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'peyvand-label-fit-'));
  onTestFinished(() => {
    rmSync(dataFolder, { recursive: true, force: true });
  });
  const host = new DataHost({ file: path.join(dataFolder, 'peyvand.sqlite'), migrationsDirectory, appVersion: '0.0.0-test', now: () => new Date('2026-11-22T09:00:00Z') });
  const call = createRouterClient(router, { context: { host } });
  await call.settings.setPreferences({ setUp: true });
  await call.settings.setOrganisation({ name: 'Sanjesh Dena Precision Instruments Trading Company', countryCode: 'IR', address: null, phone: null, email: null, website: null });
  const ids: string[] = [];
  for (const manufacturer of NAMES) {
    const made = await call.instruments.create({
      serials: ['A1', 'CD-0417-00012', 'MTZ-2019/000417-B-REV-07-LONG-SERIAL'],
      fields: instrumentFields({ manufacturer, intervalMonths: 12, intervalAgreed: true }),
    });
    ids.push(...made.ids);
  }
  for (const [index, instrumentId] of ids.entries()) {
    const { id } = await call.certificates.save({
      id: null, instrumentId, calibrationOrderId: null, isOwnLaboratory: true, updatedAt: null, standardInstruments: [], points: [pointOf('0.010')], document: documentOf({ number: `SD-K-2026-0041/${index}` }),
    });
    await call.certificates.issue({ id, issuedOn: '2026-11-20' });
  }
  await host.close();
  return { dataFolder, ids };
}

test('no word leaves its label, whatever the stock, the serial and the language', async () => {
  const { dataFolder, ids } = await fullLabels();
  const loopback = await startLoopback({ dataFolder });
  const { page } = await openPage(loopback);
  const outside: string[] = [];
  for (const stock of labelStockIds) {
    for (const language of ['en', 'fa']) {
      await page.goto('about:blank');
      await page.goto(`${loopback.origin}/#/print/instrument-labels?stock=${stock}&first=0&dx=0&dy=0&language=${language}&calibration=1${ids.map((id) => `&id=${id}`).join('')}`);
      await page.waitForFunction(() => document.documentElement.dataset['printReady'] === 'true');
      const labels = await page.locator('.label').evaluateAll((all) =>
        all.map((label) => {
          const edge = label.getBoundingClientRect();
          const beyond = [...label.querySelectorAll('.label-words, .label-words > *, .label-qr')].filter((part) => {
            const box = part.getBoundingClientRect();
            return box.top < edge.top || box.bottom > edge.bottom || box.left < edge.left || box.right > edge.right;
          });
          return { serial: label.querySelector('.label-serial')?.textContent, beyond: beyond.map((part) => part.getAttribute('class') ?? '') };
        }),
      );
      expect(labels).toHaveLength(ids.length);
      outside.push(...labels.filter(({ beyond }) => beyond.length > 0).map(({ serial, beyond }) => `${stock} ${language} ${serial ?? ''}: ${beyond.join(', ')}`));
    }
  }
  expect(outside).toEqual([]);
});
