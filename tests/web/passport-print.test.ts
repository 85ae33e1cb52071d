import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { DataHost } from '#electron/data-host/index.ts';
import { router } from '#electron/data-host/router.ts';
import { documentOf, pointOf } from '#tests/data-host/certificates/support.ts';
import { clientInput } from '#tests/data-host/fixtures.ts';
import { instrumentFields } from '#tests/data-host/instruments/support.ts';
import { migrationsDirectory } from '#tests/data-host/support.ts';
import { closeBrowser, needsChromium, openPage, printedPdf, startLoopback } from './support.ts';

beforeEach(needsChromium);
afterAll(closeBrowser);

const range = (quantity: string, unit: string, upper: string) => ({ quantity, unit, lower: '0', upper, resolution: '0.01', toleranceLower: '-0.030', toleranceUpper: '0.030' });
const LONG_LABORATORY = 'Rheinisch-Westfälisches Kalibrierlaboratorium für dimensionelle Messtechnik GmbH & Co. KG';
const SERIAL = 'MTZ-2019/000417-B-REV-07';

/** A store with an instrument of a long life: twelve yearly calibrations, seven holders, eight ranges, and names as long as real ones. */
async function storedLife() {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'peyvand-passport-'));
  onTestFinished(() => {
    rmSync(dataFolder, { recursive: true, force: true });
  });
  const host = new DataHost({ file: path.join(dataFolder, 'peyvand.sqlite'), migrationsDirectory, appVersion: '0.0.0-test', now: () => new Date('2026-11-22T09:00:00Z') });
  const call = createRouterClient(router, { context: { host } });
  await call.settings.setPreferences({ setUp: true });
  await call.settings.setOrganisation({
    name: 'Sanjesh Dena Precision Instruments Trading Company', countryCode: 'IR', address: 'تهران، خیابان آزادی، کوچهٔ دانش، پلاک ۱۲\nواحد ۴', phone: '+98 21 6600 0000',
    email: 'calibration@sanjesh-dena.example', website: 'sanjesh-dena.example',
  });
  const names = ['Ankara Ölçüm Aletleri Sanayi ve Ticaret Limited Şirketi', 'صنایع ابزار دقیق و سنجش کیان پارس', 'Werkzeugbau Müller-Lüdenscheidt GmbH', 'Волжский приборостроительный завод'];
  const clients: string[] = [];
  for (const name of names) clients.push((await call.clients.create(clientInput(name))).id);
  const { ids: [id] } = await call.instruments.create({
    serials: [SERIAL],
    fields: instrumentFields({
      clientId: clients[0] ?? null, site: 'Gebze Organize Sanayi Bölgesi, Hall 7, incoming inspection', manufacturer: 'Meridian Messzeuge Manufaktur', model: 'MTZ 500/0.01 IP67',
      description: 'کولیس دیجیتال ۵۰۰ میلی‌متری با نوک کاربید', assetNumber: 'QA-2019-000417', deliveredOn: '2014-09-01', firstUsedOn: '2014-10-15', intervalMonths: 12, intervalAgreed: true,
      ranges: [
        range('Outside measurement', String.raw`\milli\metre`, '500'), range('Inside measurement', String.raw`\milli\metre`, '500'), range('عمق', String.raw`\milli\metre`, '500'),
        range('Step', String.raw`\milli\metre`, '500'), range('Torque', String.raw`\newton\metre`, '200'), range('Temperature', String.raw`\degreecelsius`, '40'),
        range('Force', String.raw`\newton`, '10'), range('Angle', String.raw`\degree`, '90'),
      ],
    }),
  });
  if (id === undefined) throw new Error('nothing was made');
  for (let year = 2014; year <= 2025; year += 1) {
    const [on, isForeign] = [`${year}-11-10`, year % 3 === 0];
    const { id: certificateId } = await call.certificates.save({
      id: null, instrumentId: id, calibrationOrderId: null, isOwnLaboratory: !isForeign, updatedAt: null, points: [pointOf(year % 4 === 0 ? '0.041' : '0.010', 'as-found'), pointOf('0.004', 'as-left')], standardInstruments: [],
      document: documentOf({
        number: `SD-K-${year}-00${year - 1990}/A`, receivedOn: on, calibratedFromOn: on, calibratedToOn: on, adjusted: true, adjustmentNote: 'zero',
        laboratory: { name: isForeign ? LONG_LABORATORY : 'آزمایشگاه کالیبراسیون سنجش دنا', address: 'Tehran', contact: null, accreditation: null },
      }),
    });
    await call.certificates.issue({ id: certificateId, issuedOn: on });
  }
  for (const [index, year] of [2015, 2017, 2018, 2020, 2022, 2024].entries()) {
    await call.instruments.transfer({ id, clientId: index === 2 ? null : (clients[(index + 1) % clients.length] ?? null), site: index % 2 === 0 ? 'کارگاه تراشکاری شمارهٔ ۳' : 'Werk Nord, Halle 12', on: `${year}-03-21`, note: null });
  }
  const passport = await call.instruments.get({ id });
  await host.close();
  return { dataFolder, id, passport };
}

test('a long life stands on one sheet of A4 or Letter, in both languages, tagged, with what it leaves out counted', async () => {
  const { dataFolder, id, passport } = await storedLife();
  expect([passport.certificates.length, passport.holders.length, passport.ranges.length]).toEqual([12, 7, 8]);
  expect(passport.dues.length).toBeGreaterThanOrEqual(12);
  const loopback = await startLoopback({ dataFolder });
  const { page, console: messages } = await openPage(loopback);
  const wanted = {
    en: [
      'Instrument passport', SERIAL, 'QA-2019-000417', 'SD-K-2025-0035/A', 'SD-K-2016-0026/A', 'Rheinisch-Westfälisches', 'Werkzeugbau', 'Certificates and 2 more on record', '0 – 500 mm',
      'calibrated 10 Nov 2019', 'In our own hands',
    ],
    // Every line is read from its right end, without blanks: a range and its limits run from the left, the unit last.
    fa: ['شناسنامهٔابزار', SERIAL, 'کولیسدیجیتال', 'گواهیهاو۲مورددیگرثبتاست', 'آزمایشگاهکالیبراسیونسنجشدنا', '۱۹آبان۱۴۰۴قبولقبول', 'نزدخودمان', 'mm۵۰۰–۰', 'mm۰٫۰۳۰...۰٫۰۳۰−'],
  };
  for (const [paper, size] of [['A4', [595, 842]], ['Letter', [612, 792]]] as const) {
    for (const language of ['en', 'fa'] as const) {
      const pdf = await printedPdf(page, loopback.origin, `/print/instrument-passport/${id}?language=${language}&paper=${paper}`);
      const { size: printed, pages, isTagged, imageCount, info } = pdf;
      expect({ paper, printed, pages: pages.length, isTagged, imageCount, language: info.Language }).toEqual({ paper, printed: size, pages: 1, isTagged: true, imageCount: 0, language });
      const text = (pages[0] ?? '').replaceAll(/[\u200C\s]/gu, language === 'fa' ? '' : ' ');
      const plain = (words: string): string => (language === 'fa' ? words.normalize('NFKC').replaceAll('\u0647\u0654', '\u06C0').replaceAll(/[\u200C\s]/gu, '') : words);
      expect([paper, wanted[language].filter((words) => !text.includes(plain(words)))]).toEqual([paper, []]);
      // The oldest two give way.
      expect(text).not.toMatch(/SD-K-201[45]-/u);
    }
  }
  expect(messages.filter((line) => !line.startsWith('log') && !line.startsWith('info'))).toEqual([]);
});
