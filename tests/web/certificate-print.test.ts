import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { DataHost } from '#electron/data-host/index.ts';
import { router } from '#electron/data-host/router.ts';
import { documentOf, pointOf } from '#tests/data-host/certificates/support.ts';
import { instrumentFields } from '#tests/data-host/instruments/support.ts';
import { migrationsDirectory } from '#tests/data-host/support.ts';
import { catalogueOf } from '../shared/i18n/catalogues.ts';
import { closeBrowser, needsChromium, openPage, printedPdf, startLoopback } from './support.ts';

beforeEach(needsChromium);
afterAll(closeBrowser);

/** A store with one issued certificate of so many points. */
async function certified(pointCount: number, agreedIntervalMonths: number | null) {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'peyvand-certificate-'));
  onTestFinished(() => {
    rmSync(dataFolder, { recursive: true, force: true });
  });
  const host = new DataHost({ file: path.join(dataFolder, 'peyvand.sqlite'), migrationsDirectory, appVersion: '0.0.0-test' });
  const call = createRouterClient(router, { context: { host } });
  await call.settings.setPreferences({ setUp: true });
  await call.settings.setOrganisation({ name: 'Sanjesh Dena', countryCode: 'IR', address: 'Tehran', phone: null, email: null, website: null });
  const { ids: [instrumentId = ''] } = await call.instruments.create({ serials: ['S-1'], fields: instrumentFields() });
  const draft = await call.certificates.save({
    id: null, instrumentId, calibrationOrderId: null, isOwnLaboratory: true, document: documentOf({ agreedIntervalMonths, customer: { name: 'Acme Gauges', address: 'Hamburg', contact: null } }),
    points: Array.from({ length: pointCount }, (_, index) => pointOf(`0.0${10 + (index % 10)}`)), updatedAt: null, standardInstruments: [],
  });
  const { id } = await call.certificates.issue({ id: draft.id, issuedOn: '2026-11-20' });
  await host.close();
  return { dataFolder, id };
}

/** As a right-to-left page is read: without blanks and joiners. */
const packed = (text: string): string => text.normalize('NFKC').replaceAll('\u0647\u0654', '\u06C0').replaceAll(/[\s\u200C\u200E\u200F\u2066-\u2069]/gu, '');

test.for(['en', 'fa'] as const)('a certificate of several pages prints in %s: numbered, each page says of which certificate, the head of the results on each, an end mark, no due day', async (language) => {
  const { dataFolder, id } = await certified(120, null);
  const loopback = await startLoopback({ dataFolder });
  const { page, console: messages } = await openPage(loopback);
  const locale = language === 'fa' ? 'calendar=persian&digits=arabext' : 'calendar=gregory&digits=latn';
  const pdf = await printedPdf(page, loopback.origin, `/print/certificate/${id}?language=${language}&paper=A4&${locale}`);
  const texts = catalogueOf(language);
  const say = (key: string): string => packed(texts.get(`certificatePrint:${key}`) ?? `no ${key}`);
  expect(pdf.size).toEqual([595, 842]);
  expect(pdf.isTagged).toBe(true);
  expect(pdf.info).toMatchObject({ Language: language });
  expect(pdf.pages.length).toBeGreaterThan(3);
  const pages = pdf.pages.map(packed);
  const numeral = new Intl.NumberFormat(language === 'fa' ? 'fa-IR' : 'en');
  pages.forEach((text, index) => {
    expect(text.includes(packed(language === 'en' ? `Page ${index + 1} of ${pages.length}` : `${numeral.format(index + 1)}از${numeral.format(pages.length)}`)), `page ${index + 1}`).toBe(true);
    expect(text).toContain('K-2026-0041');
  });
  const withResults = pages.filter((text) => text.split(say('verdict.pass')).length > 5);
  expect(withResults.length).toBeGreaterThan(1);
  for (const text of withResults) expect(text).toContain(`${say('column.error')}/mm`);
  expect(pages.at(-1)).toContain(say('end').replace('{number}', ''));
  const all = pages.join('');
  for (const key of ['field.laboratory', 'field.customer', 'section.conditions', 'section.uncertainty', 'section.conformity', 'section.authorised']) expect([key, all.includes(say(key))]).toEqual([key, true]);
  for (const text of ['AcmeGauges', 'DIN862', 'DKD-R4-3', 'SIthroughPTB', 'Sara']) expect([text, all.includes(text)]).toEqual([text, true]);
  expect(all).not.toContain('2027');
  expect(all).not.toContain('۱۴۰۶');
  expect(messages.filter((message) => /^(?:error|uncaught)/u.test(message))).toEqual([]);
});

test('the day agreed with the customer is printed, and it is the only one', async () => {
  const { dataFolder, id } = await certified(2, 12);
  const loopback = await startLoopback({ dataFolder });
  const { page } = await openPage(loopback);
  const pdf = await printedPdf(page, loopback.origin, `/print/certificate/${id}?language=en&paper=Letter&calendar=gregory&digits=latn`);
  expect(pdf.size).toEqual([612, 792]);
  expect(pdf.pages.join(' ')).toMatch(/recalibration after 12 months, by 10 November 2027/u);
});
