import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { DataHost } from '#electron/data-host/index.ts';
import { router } from '#electron/data-host/router.ts';
import { migrationsDirectory } from '#tests/data-host/support.ts';
import { closeBrowser, needsChromium, openPage, printedPdf, startLoopback } from './support.ts';

beforeEach(needsChromium);
afterAll(closeBrowser);

async function sampleFolder() {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'peyvand-portfolio-'));
  onTestFinished(() => {
    rmSync(dataFolder, { recursive: true, force: true });
  });
  const host = new DataHost({ file: path.join(dataFolder, 'peyvand.sqlite'), migrationsDirectory, appVersion: '0.0.0-test' });
  const call = createRouterClient(router, { context: { host } });
  await call.settings.setPreferences({ setUp: true });
  await call.settings.setOrganisation({ name: 'Sanjesh Dena', countryCode: 'IR', address: null, phone: null, email: null, website: null });
  for await (const event of await call.sample.open()) if (event.type === 'done') break;
  const all = await call.clients.list({ limit: 500 });
  const german = await call.clients.list({ limit: 500, countryCodes: ['DE'] });
  await host.close();
  return { dataFolder, all: all.rows, german: german.rows };
}

/** As a right-to-left page is read: without blanks and joiners. */
const packed = (text: string): string => text.normalize('NFKC').replaceAll('\u0647\u0654', '\u06C0').replaceAll(/[\s\u200C\u200E\u200F\u2066-\u2069]/gu, '');

const packedName = (name: string): string => name.normalize('NFKC').replaceAll(/\s+/gu, '');

const HEADINGS = {
  en: ['How the scores are distributed', 'Fallen a stage', 'Value and score', 'Heat map', 'What is known, by theme', 'What is known, by client'],
  fa: ['پراکندگی امتیازها', 'افتاده از مرحله', 'ارزش و امتیاز', 'نقشهٔ گرما', 'دانسته‌ها به تفکیک مضمون', 'دانسته‌ها به تفکیک مشتری'],
} as const;

test.for([['en', 'A4'], ['fa', 'A4'], ['en', 'Letter']] as const)('the portfolio prints in %s on %s lying on its side: every view, every client, numbered and tagged', async ([language, paper]) => {
  const { dataFolder, all } = await sampleFolder();
  const loopback = await startLoopback({ dataFolder });
  const { page, console: messages } = await openPage(loopback);
  const locale = language === 'fa' ? 'calendar=persian&digits=arabext' : 'calendar=gregory&digits=latn';
  const pdf = await printedPdf(page, loopback.origin, `/print/portfolio?language=${language}&paper=${paper}&${locale}`);
  expect(pdf.size).toEqual(paper === 'A4' ? [842, 595] : [792, 612]);
  expect(pdf.isTagged).toBe(true);
  expect(pdf.imageCount).toBe(0);
  expect(pdf.info).toMatchObject({ Title: language === 'en' ? 'Portfolio of clients' : 'سبد مشتریان', Language: language });
  expect(pdf.fonts.some((name) => name.includes(language === 'en' ? 'Inter' : 'Vazirmatn'))).toBe(true);
  const text = pdf.pages.join('\n');
  expect(HEADINGS[language].filter((heading) => !text.includes(language === 'en' ? heading : packed(heading)))).toEqual([]);
  const numeral = new Intl.NumberFormat(language === 'fa' ? 'fa-IR' : 'en');
  pdf.pages.forEach((content, index) => {
    const [number, count] = [numeral.format(index + 1), numeral.format(pdf.pages.length)];
    expect(content.includes(language === 'en' ? `Page ${number} of ${count}` : `${number}از${count}`), `page ${index + 1}`).toBe(true);
  });
  // Names in letters that a PDF keeps in their order; in Persian no year of four Latin digits is left.
  const packedText = text.replaceAll(/\s+/gu, '');
  const latin = all.map(({ name }) => name).filter((name) => /^[\u0020-\u024F]+$/u.test(name));
  expect(latin.length).toBeGreaterThan(20);
  expect(latin.filter((name) => language === 'en' && !packedText.includes(packedName(name)))).toEqual([]);
  expect(language === 'fa' ? text.match(/\b[0-9]{4}\b/gu) : null).toBeNull();
  expect(messages.filter((line) => !line.startsWith('log') && !line.startsWith('info'))).toEqual([]);
});

test('a filter prints its clients and no others, and says so', async () => {
  const { dataFolder, all, german } = await sampleFolder();
  expect(german.length).toBeGreaterThan(1);
  const loopback = await startLoopback({ dataFolder });
  const { page } = await openPage(loopback);
  const pdf = await printedPdf(page, loopback.origin, '/print/portfolio?language=en&paper=A4&calendar=gregory&digits=latn&countries=DE');
  const text = pdf.pages.join('\n').replaceAll(/\s+/gu, '');
  expect(text).toContain('Germany');
  const germanIds = new Set(german.map(({ id }) => id));
  const isPrinted = ({ name }: { readonly name: string }): boolean => text.includes(packedName(name));
  expect(all.filter((client) => isPrinted(client) !== germanIds.has(client.id)).map(({ name }) => name)).toEqual([]);
});
