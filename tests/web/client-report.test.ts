import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { DataHost } from '#electron/data-host/index.ts';
import { router } from '#electron/data-host/router.ts';
import { migrationsDirectory } from '#tests/data-host/support.ts';
import { importKnownClient } from '#tests/renderer/print/known-client.ts';
import { closeBrowser, needsChromium, openPage, printedPdf, startLoopback } from './support.ts';

beforeEach(needsChromium);
afterAll(closeBrowser);

/** A store with one client whose figures are counted by hand, and one that has everything a report can show. */
async function seededFolder() {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'peyvand-report-'));
  onTestFinished(() => {
    rmSync(dataFolder, { recursive: true, force: true });
  });
  const host = new DataHost({ file: path.join(dataFolder, 'peyvand.sqlite'), migrationsDirectory, appVersion: '0.0.0-test' });
  const call = createRouterClient(router, { context: { host } });
  await call.settings.setPreferences({ setUp: true });
  await call.settings.setOrganisation({ name: 'Sanjesh Dena', countryCode: 'IR', address: null, phone: null, email: 'export@dena.example', website: null });
  for await (const event of await call.sample.open()) if (event.type === 'done') break;
  const knownId = await importKnownClient(call);
  // A new reading day makes the lists' scores old; the report reads the records themselves.
  await call.settings.setPreferences({ scoringOn: null });
  const { rows } = await call.clients.list({ search: 'Rheintal' });
  await host.close();
  return { dataFolder, knownId, sampleId: rows[0]?.id ?? '' };
}

test('the printed report has its numbers, its fonts, its page numbers and its structure, in both languages', async () => {
  const { dataFolder, knownId } = await seededFolder();
  const loopback = await startLoopback({ dataFolder });
  const { page, console: messages } = await openPage(loopback);

  const english = await printedPdf(page, loopback.origin, `/print/client-report/${knownId}?language=en&paper=Letter`);
  const text = english.pages.join(' ');
  expect(english.size).toEqual([612, 792]);
  expect(english.isTagged).toBe(true);
  expect(english.info).toMatchObject({ Title: 'Client report: صنایع سنجش کیان', Language: 'en' });
  // 62.5 %, 50 % and 75 % of the golden table; the radar is drawn, not painted.
  expect(text).toMatch(/On time 62\.5% 5 of 8/u);
  expect(text).toMatch(/On time and in full 50\.0% 4 of 8/u);
  expect(text).toMatch(/In full 75\.0% 6 of 8/u);
  expect(text).toContain('USD 9,100.00');
  expect(english.imageCount).toBe(0);
  expect(english.fonts.some((name) => name.includes('Inter-Regular'))).toBe(true);
  expect(english.fonts.some((name) => name.includes('Inter-SemiBold'))).toBe(true);
  english.pages.forEach((content, index) => {
    expect(content).toContain(`Page ${index + 1} of ${english.pages.length}`);
    expect(content.includes('Sanjesh Dena')).toBe(true);
  });

  const persian = await printedPdf(page, loopback.origin, `/print/client-report/${knownId}?language=fa&paper=A4`);
  expect(persian.size).toEqual([595, 842]);
  expect(persian.isTagged).toBe(true);
  expect(persian.info).toMatchObject({ Title: 'گزارش مشتری: صنایع سنجش کیان', Language: 'fa' });
  expect(persian.fonts.some((name) => name.includes('Vazirmatn-Regular'))).toBe(true);
  expect(persian.fonts.some((name) => name.includes('Vazirmatn-SemiBold'))).toBe(true);
  const inPersian = new Intl.NumberFormat('fa-IR');
  persian.pages.forEach((content, index) => {
    expect(content).toContain(`صفحۀ${inPersian.format(index + 1)}از${inPersian.format(persian.pages.length)}`);
  });
  const persianText = persian.pages.join('\n');
  expect(persianText).toMatch(/^بههنگام[٪%]?۶۲٫۵[٪%]?۵از۸/mu);
  expect(persianText).toContain('صنایعسنجشکیان');
  expect(messages.filter((line) => !line.startsWith('log') && !line.startsWith('info'))).toEqual([]);
});

test('the preview breaks its pages where the printer does', async () => {
  const { dataFolder, sampleId } = await seededFolder();
  const loopback = await startLoopback({ dataFolder });
  const { page } = await openPage(loopback, { viewport: { width: 1300, height: 900 } });
  for (const [label, paper] of [['A4', 'A4'], ['Letter', 'Letter']] as const) {
    const printed = await printedPdf(page, loopback.origin, `/print/client-report/${sampleId}?language=en&paper=${paper}`);
    await page.goto('about:blank');
    await page.goto(`${loopback.origin}/#/clients/${sampleId}/report`);
    await page.locator('.report').waitFor();
    await page.getByRole('radio', { name: 'English' }).check({ force: true });
    await page.getByRole('radio', { name: label, exact: true }).check({ force: true });
    await page.evaluate(() => document.fonts.ready);
    const shown = await page.locator('.paper-sheet').evaluateAll((sheets) => {
      const tops = sheets.map((sheet) => sheet.getBoundingClientRect().top);
      return {
        sheets: sheets.length,
        headings: [...document.querySelectorAll('.report h2')].map((heading) => {
          const { top } = heading.getBoundingClientRect();
          return { name: heading.textContent, sheet: tops.findLastIndex((at) => at <= top) };
        }),
      };
    });
    // Three sheets, and a fourth where the client has instruments to tell of.
    expect(printed.pages.length).toBeLessThanOrEqual(4);
    // Who and how it stands fit on the first sheet, the loop with its stage and the weakest link among them.
    expect(printed.pages[0]).toMatch(/Where the relationship stands.*The five dimensions/u);
    expect(printed.pages[0]).toMatch(/Stage \d of 5/u);
    expect(printed.pages[0]).toContain('▲ Weakest');
    expect(shown.sheets).toBe(printed.pages.length);
    expect(shown.headings.length).toBeGreaterThan(7);
    for (const { name, sheet } of shown.headings) expect(printed.pages[sheet], `${paper}: ${name}`).toContain(name);
  }
});
