import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createRouterClient } from '@orpc/server';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { DataHost } from '#electron/data-host/index.ts';
import { router } from '#electron/data-host/router.ts';
import { migrationsDirectory } from '#tests/data-host/support.ts';
import { madeDcc } from '#tests/fixtures/made-dcc.ts';
import { madeHistory } from '#tests/fixtures/made-history.ts';
import { closeBrowser, needsChromium, openPage, startLoopback } from './support.ts';

beforeEach(needsChromium);
afterAll(closeBrowser);

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

declare global {
  // What axe's script puts into the page.
  var axe: { readonly run: (context: object, options: object) => Promise<AxeResults> } | undefined;
}

type Language = 'en' | 'fa';

const folder = (): string => {
  const made = mkdtempSync(path.join(tmpdir(), 'peyvand-axe-'));
  onTestFinished(() => {
    rmSync(made, { recursive: true, force: true });
  });
  return made;
};

/** A store with the sample exporter, read in a language. @returns the client that has most to show, and its instruments. */
async function seeded(language: Language) {
  const dataFolder = folder();
  const host = new DataHost({ file: path.join(dataFolder, 'peyvand.sqlite'), migrationsDirectory, appVersion: '0.0.0-test' });
  const call = createRouterClient(router, { context: { host } });
  await call.settings.setPreferences({ setUp: true, language, calendar: language === 'fa' ? 'persian' : 'gregory', digits: language === 'fa' ? 'arabext' : 'latn' });
  await call.settings.setOrganisation({ name: 'Sanjesh Dena', countryCode: 'IR', address: null, phone: null, email: 'info@dena.example', website: null });
  for await (const event of await call.sample.open()) if (event.type === 'done') break;
  const { rows } = await call.clients.list({ search: 'Rheintal' });
  const clientId = rows[0]?.id;
  if (clientId === undefined) throw new Error('The sample has no client of that name');
  const { rows: instruments } = await call.instruments.list({ clientId, limit: 3 });
  await host.close();
  return { dataFolder, clientId, instrumentIds: instruments.map(({ id }) => id) };
}

/** Serious and critical findings of a screen, each with the first element it is about. */
async function findings(page: Page, screen: string): Promise<readonly string[]> {
  // Half-faded text has no contrast yet; a screen is judged as it comes to rest.
  await page.evaluate(() => Promise.all(document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity).map(({ finished }) => finished.catch(() => undefined))));
  // Through the debugger: the page's own policy lets no script of ours in. Left out: what react-aria said a moment ago, which may name a
  // button that is gone.
  await page.evaluate(axeSource);
  const violations = await page.evaluate(async () => {
    const results = await globalThis.axe?.run({ exclude: ['[data-live-announcer]'] }, { resultTypes: ['violations'] });
    if (!results) throw new Error('axe did not load');
    return results.violations.map(({ id, impact, nodes }) => ({ id, impact: impact ?? '', count: nodes.length, first: nodes[0]?.html.slice(0, 200) ?? '', why: nodes[0]?.failureSummary?.slice(0, 300) ?? '' }));
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, impact, count, first, why }) => `${screen}: ${impact} ${id} ×${count} ${first} ${why}`);
}

const schemes = ['light', 'dark'] as const;

/** The screen in both schemes. */
async function inBothSchemes(page: Page, screen: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // The page hears of the change, and all its colours are drawn anew: on a busy machine some frames later.
    await page.waitForFunction((scheme) => matchMedia(`(prefers-color-scheme: ${scheme})`).matches, colorScheme);
    await page.evaluate(() => new Promise((resolve) => { setTimeout(() => { requestAnimationFrame(() => { requestAnimationFrame(resolve); }); }, 400); }));
    const first = await findings(page, `${screen}, ${colorScheme}`);
    if (first.length === 0) continue;
    // On a busy machine some colours of the other scheme may still stand; what is wrong is wrong a moment later, too.
    await page.evaluate(() => new Promise((resolve) => { setTimeout(resolve, 1500); }));
    found.push(...(await findings(page, `${screen}, ${colorScheme}`)));
  }
  return found;
}

/** Waits until what is on its way is there. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
}

const directions = [['en', 'ltr'], ['fa', 'rtl']] as const;

/** The app on a store with the sample exporter, with what goes to its screens and collects their findings. */
async function toured([language, direction]: (typeof directions)[number]) {
  const { dataFolder, clientId, instrumentIds } = await seeded(language);
  const loopback = await startLoopback({ dataFolder });
  const { page } = await openPage(loopback, { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  page.setDefaultTimeout(15_000);
  // The app goes to the list by itself; only then to where it is sent.
  await page.waitForURL(/#\/clients/u);
  const found: string[] = [];
  const look = async (screen: string): Promise<void> => {
    await settled(page);
    found.push(...(await inBothSchemes(page, screen)));
  };
  const visit = async (screen: string, route: string, shown: string): Promise<void> => {
    await page.goto(`${loopback.origin}/#${route}`);
    await page.locator(shown).first().waitFor();
    await settled(page);
    expect(await page.evaluate(() => document.documentElement.dir)).toBe(direction);
    found.push(...(await inBothSchemes(page, screen)));
  };
  return { page, origin: loopback.origin, client: `/clients/${clientId}`, instrumentIds, found, look, visit };
}

test.for(directions)('every screen in %s (%s), light and dark, has no serious finding', { timeout: 300_000 }, async (way) => {
  const [language, direction] = way;
  const { page, origin, client, found, visit } = await toured(way);
  await visit('list', '/clients', '[role="grid"] [data-key]');
  await visit('new client', '/clients?new=1', '[role="dialog"]');
  for (const view of ['overview', 'timeline', 'contacts', 'orders', 'score', 'notes', 'history']) await visit(view, `${client}?view=${view}`, `[role="tabpanel"]`);
  await page.goto(`${origin}/#${client}?view=overview`);
  await page.locator('[role="tabpanel"] section:has([role="radiogroup"]) button.underline').first().click();
  await page.locator('[role="dialog"] [data-key]').first().waitFor();
  found.push(...(await inBothSchemes(page, 'lines behind a number')));
  await page.locator('[role="dialog"] [data-key]').first().click();
  await page.locator('[role="dialog"] h3').first().waitFor();
  found.push(...(await inBothSchemes(page, 'a line')));
  await visit('score', `${client}/score`, 'main h4');
  await visit('ledger', `${client}/score?indicator=timely-delivery`, '[role="dialog"] table');
  await page.goto(`${origin}/#${client}/score`);
  await page.locator('[role="dialog"]').waitFor({ state: 'detached' });
  await visit('rating', `${client}/score?rate=meeting-needs`, '[role="dialog"] [role="group"]');
  await visit('report', `${client}/report`, '.report h1');
  await visit('sheet of a survey', `${client}/surveys/enter`, 'main input');
  await visit('surveys', `${client}/surveys`, 'main table');
  // Handed over in the language that reads the other way round.
  await page.locator(`label[lang="${language === 'fa' ? 'ru' : 'ar'}"]`).click();
  const number = (await page.locator('main bdi[dir="ltr"]').first().innerText()).trim();
  await page.locator('main button:has(.lucide-lock-keyhole)').click();
  await page.locator('main input[type="checkbox"]').waitFor({ state: 'attached' });
  expect(await page.evaluate(() => document.documentElement.dir)).not.toBe(direction);
  found.push(...(await inBothSchemes(page, 'consent at the stand')));
  await page.locator('main label').click();
  await page.locator('main button').last().click();
  await page.locator('main [role="group"]').waitFor();
  found.push(...(await inBothSchemes(page, 'statement at the stand')));
  await page.locator('header button').last().click();
  await page.locator('main input').waitFor();
  found.push(...(await inBothSchemes(page, 'the way back from the stand')));
  await page.keyboard.type(number);
  await page.keyboard.press('Enter');
  await page.locator('main table').waitFor();
  await visit('own company', '/company', 'main h1');
  await visit('settings', '/settings', 'main h2');

  await visit('import, file', '/import', 'main [role="group"] button');
  const file = path.join(folder(), 'deliveries.csv');
  // One row to mend and one to look at, so that the lists of both are there.
  const rows = madeHistory(60).split('\n');
  writeFileSync(file, [...rows.slice(0, 5), rows[5]?.replace(/20\d\d-\d\d-\d\d/u, '31/02/2021'), rows[6]?.replace(/,[A-Z]{3}$/u, ',DDU'), ...rows.slice(7)].join('\n'));
  await page.locator('main input[type="file"]').setInputFiles(file);
  await page.waitForURL(/step=columns/u);
  await settled(page);
  found.push(...(await inBothSchemes(page, 'import, columns')));
  await page.locator('footer button').last().click();
  await page.waitForURL(/step=check/u);
  await page.locator('[role="tablist"]').waitFor();
  await settled(page);
  found.push(...(await inBothSchemes(page, 'import, check')));
  await page.locator('footer button').last().click();
  await page.locator('nav li[aria-current="step"]:last-child').waitFor();
  await settled(page);
  found.push(...(await inBothSchemes(page, 'import, done')));

  expect(found).toEqual([]);
});

test.for(directions)('digital certificates in %s (%s), light and dark, have no serious finding', { timeout: 300_000 }, async (direction) => {
  const { page, found, look, visit } = await toured(direction);
  const files = { certificate: path.join(folder(), 'micrometer.xml'), letter: path.join(folder(), 'letter.xml') };
  writeFileSync(files.certificate, madeDcc({ document: '<dcc:fileName>note.txt</dcc:fileName><dcc:mimeType>text/plain</dcc:mimeType><dcc:dataBase64>Tm90ZQ==</dcc:dataBase64>' }));
  writeFileSync(files.letter, 'Dear Sir');
  await visit('reading digital certificates', '/dcc', 'main .border-dashed');
  await page.locator('main input[type="file"]').setInputFiles([files.letter, files.certificate]);
  await page.locator('main form [role="radiogroup"]').first().waitFor();
  await page.locator('main h3 button').click();
  await page.locator('main h3 button[aria-expanded="true"]').waitFor();
  await look('a certificate to decide, and a refused file');
  await page.locator('main form button[type="submit"]').click();
  await page.waitForURL(/#\/certificates\/[\w-]+$/u);
  await page.goto(`${page.url()}/dcc`);
  await page.locator('main table').first().waitFor();
  await look('a certificate as it was sent');
  expect(found).toEqual([]);
});

test.for(directions)('the tools over all clients and the imagined score in %s (%s), light and dark, have no serious finding', { timeout: 300_000 }, async (direction) => {
  const { page, origin, client, found, look, visit } = await toured(direction);
  await page.goto(`${origin}/#${client}/score`);
  await page.locator('main button:has(svg.lucide-notebook-pen)').waitFor();
  await settled(page);
  for (const [place, kind] of ['event', 'rating', 'entry', 'line', 'without'].entries()) {
    await page.locator('button:has(svg.lucide-notebook-pen), button:has(svg.lucide-plus)').last().click();
    const row = page.locator('main li:has(svg.lucide-trash-2)').nth(place);
    await row.locator('button[aria-haspopup="listbox"]').first().click();
    await page.locator('[role="option"]').nth(place).click();
    await page.locator('[role="listbox"]').waitFor({ state: 'detached' });
    if (kind === 'line' || kind === 'without') {
      await row.locator('[role="combobox"]').first().click();
      await page.keyboard.press('ArrowDown');
      await page.locator('[role="option"]').first().click();
    }
  }
  await page.locator('main section section table').first().waitFor();
  await look('what if');
  for (const place of ['portfolio', 'weights', 'agreement', 'playbook']) await visit(place, `/${place}`, 'main h1');
  await page.goto(`${origin}/#/portfolio`);
  const views = page.locator('main [role="tab"]');
  await views.first().waitFor();
  for (let view = 1; view < (await views.count()); view += 1) {
    await views.nth(view).click();
    await look(`portfolio, view ${view + 1}`);
  }
  await page.goto(`${origin}/#/playbook`);
  await page.locator('main tbody button').first().click();
  await page.locator('[role="dialog"] form').waitFor();
  await look('playbook, an action');
  expect(found).toEqual([]);
});

test.for(directions)('labels, the passport on paper and scanning in %s (%s), light and dark, have no serious finding', { timeout: 300_000 }, async (direction) => {
  const { page, instrumentIds, found, look, visit } = await toured(direction);
  const [first = ''] = instrumentIds;
  expect(instrumentIds).toHaveLength(3);
  await visit('labels on a sheet', `/instruments/labels?${instrumentIds.map((id) => `id=${id}`).join('&')}`, 'main .label');
  await page.locator('main summary').click();
  await look('labels, the printer put right');
  await visit('passport on paper', `/instruments/${first}/sheet`, 'main .passport-sheet');
  await visit('scan', '/scan', 'main h1');
  await page.locator('main button:has(svg.lucide-camera)').click();
  await page.locator('main section [role="status"]').waitFor();
  await look('scan, no camera');
  await page.locator('main form input').fill('ZZ-9999-nothing');
  await page.keyboard.press('Enter');
  await page.locator('main bdi', { hasText: 'ZZ-9999-nothing' }).waitFor();
  await look('scan, nothing found');
  expect(found).toEqual([]);
});

test.for(directions)('the recall of calibrations in %s (%s), light and dark, has no serious finding', { timeout: 300_000 }, async (direction) => {
  const { page, found, look, visit } = await toured(direction);
  await visit('due list', '/recall', '[role="grid"] [data-key]');
  await page.locator('main button:has(svg.lucide-mail)').click();
  await page.waitForURL(/#\/recall\/letters$/u);
  await page.locator('[role="grid"] [data-key]').first().waitFor();
  await look('letters');
  await page.locator('[role="grid"] [role="checkbox"], [role="grid"] input[type="checkbox"]').first().check({ force: true });
  await page.locator('main button:has(svg.lucide-mail-check)').click();
  await page.locator('[role="dialog"] form').waitFor();
  await look('letters, sent');
  await visit('letters as printed', '/recall/letters/print?batch=unsent', 'main article');
  await visit('due calendar', '/recall/calendar', '[role="grid"]');
  await visit('calibration orders', '/recall/orders', '[role="grid"] [data-key]');
  await page.locator('[role="grid"] [data-key] button').first().click();
  await page.locator('[role="dialog"] form').waitFor();
  await look('calibration orders, a step');
  await visit('findings', '/recall/cases', '[role="grid"] [data-key]');
  await page.locator('[role="grid"] [data-key]').first().click();
  await page.waitForURL(/#\/recall\/cases\/[0-9a-f]/u);
  await page.locator('main [role="grid"] [data-key]').first().waitFor();
  await look('a finding');
  expect(found).toEqual([]);
});

test.for(directions)('instruments in %s (%s), light and dark, have no serious finding', { timeout: 300_000 }, async (direction) => {
  const { page, origin, client, found, look, visit } = await toured(direction);
  await visit('instruments', '/instruments', '[role="grid"] [data-key]');
  await page.locator('[role="grid"] [data-key]').first().click();
  await page.waitForURL(/#\/instruments\/[0-9a-f-]{36}$/u);
  await page.locator('main ol li').first().waitFor();
  await look('passport');
  await visit('instruments of a client', `${client}?view=instruments`, '[role="tabpanel"] [role="grid"]');
  await visit('new instruments', '/instruments?new=1', '[role="dialog"] form');
  await page.goto(`${origin}/#/instruments`);
  await page.locator('[role="dialog"]').waitFor({ state: 'detached' });
  await page.locator('main button:has(svg.lucide-ellipsis-vertical)').click();
  await page.locator('[role="menuitem"]:has(svg.lucide-sliders-horizontal)').click();
  await page.locator('[role="dialog"] tbody button').first().waitFor();
  await look('products');
  await page.locator('[role="dialog"] tbody button').first().click();
  await page.locator('[role="dialog"] form').waitFor();
  await look('calibration of a product');
  expect(found).toEqual([]);
});

test.for(directions)('the first run in %s (%s), light and dark, has no serious finding', async ([language, direction]) => {
  const loopback = await startLoopback();
  const { page } = await openPage(loopback, { viewport: { width: 1280, height: 800 }, locale: language, reducedMotion: 'reduce' });
  const found: string[] = [];
  for (const step of ['language', 'you', 'begin']) {
    await page.locator(`li[aria-current="step"]`).waitFor();
    await expect.poll(() => page.evaluate(() => document.documentElement.dir)).toBe(direction);
    await settled(page);
    found.push(...(await inBothSchemes(page, `first run, ${step}`)));
    if (step === 'you') for (const field of await page.locator('main input[required], main input[aria-required="true"]').all()) await field.fill('Sara');
    if (step !== 'begin') await page.locator('main button[type="submit"]').click();
  }
  expect(found).toEqual([]);
});
