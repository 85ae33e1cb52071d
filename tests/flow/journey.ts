import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { History } from './history.ts';
import { press, tabTo } from './keyboard.ts';

/** Marks of direction and unbreakable blanks are for the eye. */
export const plain = (text: string): string => text.replaceAll(/[\u200E\u200F\u2066-\u2069]/gu, '').replaceAll(/\s+/gu, ' ').trim();

const textOf = async (locator: Locator): Promise<string> => plain(await locator.innerText());

/** The first run by keyboard alone, up to the import. */
export async function firstRun(page: Page, person: { readonly name: string; readonly company: string }): Promise<void> {
  // The button that goes on has the focus from the beginning.
  await page.getByRole('heading', { name: 'Welcome to Peyvand' }).waitFor();
  await page.getByRole('button', { name: 'Next' }).waitFor();
  await page.keyboard.press('Enter');
  const name = page.getByRole('textbox', { name: 'Your name' });
  await name.waitFor();
  await page.keyboard.type(person.name);
  await page.keyboard.press('Tab');
  await page.keyboard.type(person.company);
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('radio', { name: /sample exporter/u }));
  await page.keyboard.press('ArrowDown');
  await press(page, page.getByRole('button', { name: 'Choose a file' }));
  await page.getByRole('heading', { name: 'Import a file', level: 1 }).waitFor();
}

/** From the file to the records by keyboard alone; what would come in and what came in are as they must be. */
export async function importHistory(page: Page, history: History): Promise<void> {
  // Heard well before the key is pressed: the browser is told only then to hold its own window back.
  const chosen = new Promise<void>((resolve, reject) => {
    page.once('filechooser', (chooser) => {
      chooser.setFiles(history.file).then(resolve, reject);
    });
  });
  await press(page, page.getByRole('button', { name: 'Choose a file' }));
  await chosen;

  await page.getByRole('heading', { name: 'Which column is what' }).waitFor();
  expect(await textOf(page.getByRole('button', { name: /Begin with$/u }))).toContain(history.template);
  await press(page, page.getByRole('button', { name: 'Check all rows' }));

  const would = page.getByRole('region', { name: 'What would come in' });
  await would.waitFor({ timeout: 60_000 });
  expect(await created(would)).toEqual(history.records);
  const facts = await factsOf(page.getByRole('region', { name: 'The file' }));
  expect(facts).toMatchObject({ 'Rows read': history.rows, 'Taken in': history.rows, 'Left out': '0', Countries: history.countries, Value: history.value });

  await press(page, page.getByRole('button', { name: `Import ${history.rows} rows` }));
  const done = page.getByRole('region', { name: 'The import is done' });
  await done.waitFor({ timeout: 90_000 });
  expect(await created(done)).toEqual(history.records);
}

/** The new records of a table of counts: rows by name. */
async function created(region: Locator): Promise<Record<string, string>> {
  const rows = await region.getByRole('row').filter({ has: region.page().getByRole('rowheader') }).all();
  const entries = await Promise.all(rows.map(async (row) => [await textOf(row.getByRole('rowheader')), await textOf(row.getByRole('cell').first())] as const));
  return Object.fromEntries(entries);
}

async function factsOf(region: Locator): Promise<Record<string, string>> {
  const [terms, definitions] = await Promise.all([region.getByRole('term').allInnerTexts(), region.getByRole('definition').allInnerTexts()]);
  return Object.fromEntries(terms.map((term, index) => [plain(term), plain(definitions[index] ?? '')]));
}

/** From the import to the list, ranked by score, and on to the one client. */
export async function openClient(page: Page, history: History): Promise<void> {
  await press(page, page.getByRole('link', { name: 'See clients ranked' }));
  const grid = page.getByRole('grid', { name: 'Clients' });
  await grid.getByRole('gridcell').first().waitFor();
  await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe(String(Number(history.records.Clients.replaceAll(',', '')) + 1));
  expect(await grid.getByRole('columnheader', { name: 'Score' }).getAttribute('aria-sort')).toBe('ascending');
  const scores = await grid.getByRole('img', { name: /of 100/u }).evaluateAll((marks) => marks.map((mark) => Number(/(\d+) of 100/u.exec(mark.getAttribute('aria-label') ?? '')?.[1])));
  expect(scores.length).toBeGreaterThan(5);
  expect(scores).toEqual(scores.toSorted((a, b) => a - b));

  await tabTo(page, page.getByRole('searchbox'));
  await page.keyboard.type(history.client.code);
  const row = grid.getByRole('row').filter({ hasText: history.client.code });
  await expect.poll(() => grid.locator('[data-key]').first().innerText()).toContain(history.client.code);
  await tabTo(page, grid.locator('[tabindex="0"]'));
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => row.first().evaluate((element) => element.contains(document.activeElement))).toBe(true);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: history.client.code }).waitFor();
}

/** Follows the share of lines on time to the lines behind it: their count is the number's, and each can be opened. */
export async function followNumber(page: Page, { client }: History): Promise<void> {
  const { lines, onTime } = client;
  await press(page, page.getByRole('button', { name: `${onTime} of ${lines} due lines` }).first());
  const drawer = page.getByRole('dialog', { name: 'On time' });
  const grid = drawer.getByRole('grid');
  await drawer.getByText(`${onTime} lines`).waitFor();
  await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe(String(onTime + 1));
  await expect.poll(() => grid.locator('[data-key]').count()).toBeGreaterThan(0);
  expect(await countRows(grid)).toBe(onTime);

  const cell = grid.locator('[data-key]').first().getByRole('gridcell').first();
  const order = await textOf(cell);
  await cell.focus();
  await page.keyboard.press('Enter');
  const record = page.getByRole('dialog', { name: /^Order .*, line /u });
  await record.getByRole('heading', { name: 'Dates' }).waitFor();
  expect(order).toContain(/line (.+)$/u.exec(await textOf(record.getByRole('heading').first()))?.[1]);
  // Back at the very row, and then at the number.
  await press(page, record.getByRole('button', { name: 'Back' }));
  await drawer.waitFor();
  await expect.poll(() => cell.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** Reads a grid to its end: it holds only the rows in sight. */
async function countRows(grid: Locator): Promise<number> {
  const keys = new Set<string>();
  await grid.getByRole('gridcell').first().focus();
  for (let still = 0; still < 3; ) {
    const before = keys.size;
    for (const key of await grid.locator('[data-key]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-key') ?? ''))) keys.add(key);
    still = keys.size === before ? still + 1 : 0;
    await grid.page().keyboard.press('PageDown');
    await grid.page().waitForTimeout(50);
  }
  await grid.page().keyboard.press('Control+Home');
  await expect.poll(() => grid.locator('[data-key]').first().getAttribute('data-key').then((key) => key !== null)).toBe(true);
  return keys.size;
}

/** How an indicator's number comes about: the formula on screen and the ledger's total say the same as the mark. */
export async function readLedger(page: Page): Promise<void> {
  await press(page, page.getByRole('link', { name: 'How the score comes about' }));
  await press(page, page.getByRole('button', { name: 'Open all' }));
  await press(page, page.getByRole('button', { name: 'Timely delivery of the product', exact: true }));
  const drawer = page.getByRole('dialog', { name: 'Timely delivery of the product' });
  const formula = plain(await drawer.getByText('100 ×').innerText());
  const numbers = /^100 × \(([\d.]+) \+ ([\d.]+) × ([\d.]+)\) ÷ \(([\d.]+) \+ ([\d.]+)\) = ([\d.]+)$/u.exec(formula)?.slice(1).map(Number) ?? [];
  const [sum = 0, weightOfPrior = 0, prior = 0, weight = 0, priorAgain = 0, score = 0] = numbers;
  if (numbers.length !== 6) throw new Error(`Not the formula that was expected: ${formula}`);
  expect(priorAgain).toBe(weightOfPrior);
  // Every term is rounded for reading.
  expect(Math.abs((100 * (sum + weightOfPrior * prior)) / (weight + weightOfPrior) - score)).toBeLessThan(0.6);
  const total = Number(plain(await drawer.getByRole('row').last().getByRole('cell').innerText()));
  expect(Math.abs(total - score)).toBeLessThan(0.06);
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'detached' });
  await press(page, page.getByRole('main').getByRole('link').first());
}

/** Opens the report from the client's page. @returns the overall score as the client's page has it. */
export async function openReport(page: Page): Promise<number> {
  const mark = page.getByRole('img', { name: /^Overall score/u });
  await mark.waitFor();
  const score = Number(/(\d+) of 100/u.exec((await mark.getAttribute('aria-label')) ?? '')?.[1]);
  await press(page, page.getByRole('button', { name: 'Report', exact: true }).or(page.getByRole('link', { name: 'Report', exact: true })));
  await page.getByRole('heading', { level: 1, name: 'Client report' }).waitFor();
  await page.getByRole('article').getByRole('heading', { level: 1 }).waitFor();
  return score;
}

/** The client's id, from where the app stands. */
export const clientIdOf = (page: Page): string => /clients\/([0-9a-f-]{36})/u.exec(page.url())?.[1] ?? '';
