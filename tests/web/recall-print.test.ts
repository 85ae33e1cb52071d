import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { DataHost } from '#electron/data-host/index.ts';
import { router } from '#electron/data-host/router.ts';
import { migrationsDirectory } from '#tests/data-host/support.ts';
import { readPdf } from '#tests/flow/read-pdf.ts';
import { closeBrowser, needsChromium, openPage, printedPdf, startLoopback } from './support.ts';

beforeEach(needsChromium);
afterAll(closeBrowser);

const languages = ['en', 'fa', 'ar', 'ru'] as const;

/** Letters to four clients of the sample, one in each language. */
async function letterFolder() {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'peyvand-recall-'));
  onTestFinished(() => {
    rmSync(dataFolder, { recursive: true, force: true });
  });
  const host = new DataHost({ file: path.join(dataFolder, 'peyvand.sqlite'), migrationsDirectory, appVersion: '0.0.0-test' });
  const call = createRouterClient(router, { context: { host } });
  await call.settings.setPreferences({ setUp: true });
  await call.settings.setMe({ name: 'Sara' });
  await call.settings.setOrganisation({ name: 'Sanjesh Dena', countryCode: 'IR', address: null, phone: null, email: null, website: null });
  for await (const event of await call.sample.open()) if (event.type === 'done') break;
  const { rows: before } = await call.recall.letters({ clientId: null, kind: null, sent: false, offset: 0, limit: 500 });
  await call.recall.removeLetters({ ids: before.map(({ id }) => id) });
  const { rows: due } = await call.instruments.list({ dueStates: ['overdue'], limit: 100 });
  const letters: { readonly id: string; readonly language: (typeof languages)[number]; readonly serials: readonly string[] }[] = [];
  // Some of the sample's clients were recalled already: the next one gets the letter.
  for (const items of Map.groupBy(due.filter(({ clientId }) => clientId !== null), ({ clientId }) => clientId).values()) {
    const language = languages[letters.length];
    if (language === undefined) break;
    const written = await call.recall.writeLetters({ instrumentIds: items.map(({ id }) => id), filter: null, language });
    if (written.letters.length === 0) continue;
    const contents = await call.recall.letterContents({ ids: written.letters.map(({ id }) => id) });
    for (const content of contents) letters.push({ id: content.id, language, serials: content.items.map(({ serial }) => serial) });
  }
  const months = due.map(({ dueOn }) => dueOn ?? '').toSorted();
  await host.close();
  return { dataFolder, letters, dueOn: months.at(-1) ?? '' };
}

/** As a right-to-left page is read: without blanks and joiners. */
const packed = (text: string): string => text.normalize('NFKC').replaceAll('\u0647\u0654', '\u06C0').replaceAll(/[\s\u200C\u200E\u200F\u2066-\u2069]/gu, '');

const WORDS = {
  en: ['due for calibration', 'Serial number', 'With kind regards'],
  fa: ['سررسید کالیبراسیون', 'شمارهٔ سریال', 'با سپاس و احترام'],
  ar: ['حان موعد', 'الرقم التسلسلي', 'وتفضلوا بقبول'],
  ru: ['Подошёл срок калибровки', 'Серийный номер', 'С уважением'],
} as const;

test('all letters not sent yet print in one go: each on its own sheet, in its client’s language', async () => {
  const { dataFolder, letters } = await letterFolder();
  expect(letters.map(({ language }) => language)).toEqual([...languages]);
  const loopback = await startLoopback({ dataFolder });
  const { page, console: messages } = await openPage(loopback);
  await page.goto('about:blank');
  const named = letters.map(({ id }) => `id=${id}`).join('&');
  for (const route of [`/print/calibration-letters?paper=A4&${named}`, '/print/calibration-letters?paper=A4&batch=unsent']) {
    await page.goto('about:blank');
    await page.goto(`${loopback.origin}/#${route}`);
    await page.waitForFunction(() => document.documentElement.dataset['printReady'] === 'true');
    const bytes = new Uint8Array(await page.pdf({ preferCSSPageSize: true, tagged: true }));
    const [ltr, rtl] = [await readPdf(bytes.slice(), 'ltr'), await readPdf(bytes.slice(), 'rtl')];
    expect([ltr.pages.length, ltr.size, ltr.isTagged, ltr.imageCount]).toEqual([letters.length, [595, 842], true, 0]);
    const pageOf = (serial: string): number => ltr.pages.findIndex((text) => text.includes(serial));
    // Named ones print in the order asked for; every letter begins a sheet.
    expect(new Set(letters.map(({ serials: [serial = '?'] }) => pageOf(serial)))).toEqual(new Set([0, 1, 2, 3]));
    for (const { language, serials } of letters) {
      const sheet = pageOf(serials[0] ?? '?');
      const text = language === 'en' || language === 'ru' ? (ltr.pages[sheet] ?? '').replaceAll(/\s+/gu, ' ') : packed(rtl.pages[sheet] ?? '');
      const wanted = language === 'en' || language === 'ru' ? WORDS[language] : WORDS[language].map(packed);
      const missing = [...wanted.filter((words) => !text.includes(words)), ...serials.filter((serial) => !(ltr.pages[sheet] ?? '').includes(serial))];
      expect({ language, missing }).toEqual({ language, missing: [] });
    }
  }
  expect(messages.filter((line) => !line.startsWith('log') && !line.startsWith('info'))).toEqual([]);
});

test.for([['en', 'A4'], ['fa', 'A4'], ['en', 'Letter']] as const)('the month of due days prints in %s on %s lying on its side, numbered and tagged', async ([language, paper]) => {
  const { dataFolder, dueOn } = await letterFolder();
  const loopback = await startLoopback({ dataFolder });
  const { page, console: messages } = await openPage(loopback);
  const locale = language === 'fa' ? 'calendar=persian&digits=arabext' : 'calendar=gregory&digits=latn';
  const pdf = await printedPdf(page, loopback.origin, `/print/due-calendar?day=${dueOn}&language=${language}&paper=${paper}&${locale}`);
  expect(pdf.size).toEqual(paper === 'A4' ? [842, 595] : [792, 612]);
  expect(pdf.isTagged).toBe(true);
  const text = pdf.pages.join('\n');
  const wanted = language === 'en' ? ['Calibrations due in', 'Monday', 'What falls due', 'overdue'] : ['سررسیدهای کالیبراسیون', 'شنبه', 'سررسیدهای این ماه', 'گذشته'].map(packed);
  expect(wanted.filter((words) => !text.includes(words))).toEqual([]);
  // The month stands on the first sheet, whole; the list begins on the next.
  expect(pdf.pages.length).toBeGreaterThan(1);
  const numeral = new Intl.NumberFormat(language === 'fa' ? 'fa-IR' : 'en');
  pdf.pages.forEach((content, index) => {
    const [number, count] = [numeral.format(index + 1), numeral.format(pdf.pages.length)];
    expect(content.includes(language === 'en' ? `Page ${number} of ${count}` : `${number}از${count}`), `page ${index + 1}`).toBe(true);
  });
  expect(messages.filter((line) => !line.startsWith('log') && !line.startsWith('info'))).toEqual([]);
});
