import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { theHistory } from '#tests/flow/history.ts';
import { firstRun, followNumber, importHistory, openClient, openReport, plain, readLedger } from '#tests/flow/journey.ts';
import { press, tabTo } from '#tests/flow/keyboard.ts';
import { faultsOf, firstWithPageNumbers, readPdf } from '#tests/flow/read-pdf.ts';
import { setOutsideTrap } from './outside-trap.ts';
import { launchApp, needsDesktop, newDataFolder } from './support.ts';

beforeEach(needsDesktop);

test('on the desktop: from the first run through an import to a client’s report in both languages, by keyboard, and nothing outside is asked', async ({ annotate }) => {
  const history = theHistory();
  if (history.remark !== null) await annotate(history.remark);
  const trap = await setOutsideTrap();
  const { app, page, console: messages, close } = await launchApp({ env: trap.env });
  await app.evaluate(({ session }, rules) => session.defaultSession.setProxy(rules), trap.rules);
  page.setDefaultTimeout(30_000);

  await firstRun(page, { name: 'Sara Karimi', company: 'Tehran Gauges' });
  await importHistory(page, history);
  await openClient(page, history);
  await followNumber(page, history);
  await readLedger(page);
  const score = await openReport(page);

  const chromium = Number.parseInt(await app.evaluate(() => process.versions['chrome'] ?? '0'), 10);
  if (chromium < firstWithPageNumbers) await annotate(`this Electron is of Chromium ${chromium}: page numbers and digits in tables were not looked for in its PDFs`);
  const folder = newDataFolder();
  for (const [language, label] of [['en', 'English'], ['fa', 'فارسی']] as const) {
    const file = path.join(folder, `${language}.pdf`);
    await app.evaluate(({ dialog }, target) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: target });
    }, file);
    await tabTo(page, page.getByRole('radiogroup', { name: 'Language of the report' }).getByRole('radio', { checked: true }));
    const radio = page.getByRole('radio', { name: label });
    if (!(await radio.isChecked())) await page.keyboard.press('ArrowRight');
    expect(await radio.isChecked()).toBe(true);
    await page.keyboard.press('Shift+Tab');
    await press(page, page.getByRole('button', { name: 'Save PDF' }));
    await expect.poll(async () => plain(await page.getByRole('region', { name: 'Notifications' }).innerText()), { timeout: 30_000 }).toContain(`Saved: ${language}.pdf`);
    expect(faultsOf(await readPdf(new Uint8Array(readFileSync(file)), language === 'fa' ? 'rtl' : 'ltr'), language, { ...history.client, score, chromium })).toEqual([]);
  }

  expect(await page.evaluate(() => ['process', 'require', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter((name) => name in globalThis))).toEqual([]);
  expect(messages.filter((line) => !line.startsWith('log') && !line.startsWith('info'))).toEqual([]);
  expect(trap.attempts).toEqual([]);
  await close();
});
