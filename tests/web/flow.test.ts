import { afterAll, beforeEach, expect, test } from 'vitest';
import { theHistory } from '#tests/flow/history.ts';
import { clientIdOf, firstRun, followNumber, importHistory, openClient, openReport, readLedger } from '#tests/flow/journey.ts';
import { press } from '#tests/flow/keyboard.ts';
import { faultsOf, readPdf } from '#tests/flow/read-pdf.ts';
import { closeBrowser, needsChromium, openPage, startLoopback } from './support.ts';

beforeEach(needsChromium);
afterAll(closeBrowser);

test('in a browser: from the first run through an import to a client’s report in both languages, by keyboard', async ({ annotate }) => {
  const history = theHistory();
  if (history.remark !== null) await annotate(history.remark);
  const loopback = await startLoopback();
  const { page, console: messages, requests } = await openPage(loopback, { viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(20_000);

  await firstRun(page, { name: 'Sara Karimi', company: 'Tehran Gauges' });
  await importHistory(page, history);
  await openClient(page, history);
  await followNumber(page, history);
  await readLedger(page);
  const score = await openReport(page);
  const id = clientIdOf(page);

  // A tab of its own, that opens the browser's print window.
  await page.context().addInitScript(() => {
    globalThis.print = () => {
      document.documentElement.dataset['printed'] = 'yes';
    };
  });
  const [tab] = await Promise.all([page.context().waitForEvent('page'), press(page, page.getByRole('button', { name: 'Print' }))]);
  await tab.waitForFunction(() => document.documentElement.dataset['printed'] === 'yes');
  expect(tab.url()).toContain(`/print/client-report/${id}?language=en`);
  await tab.close();

  const chromium = Number.parseInt(page.context().browser()?.version() ?? '0', 10);
  const paper = await page.context().newPage();
  for (const language of ['en', 'fa'] as const) {
    await paper.goto('about:blank');
    await paper.goto(`${loopback.origin}/#/print/client-report/${id}?language=${language}&paper=A4`);
    await paper.waitForFunction(() => document.documentElement.dataset['printReady'] === 'true');
    const pdf = await readPdf(new Uint8Array(await paper.pdf({ preferCSSPageSize: true, tagged: true })), language === 'fa' ? 'rtl' : 'ltr');
    expect(faultsOf(pdf, language, { ...history.client, score, chromium })).toEqual([]);
  }

  expect(await page.evaluate(() => ['process', 'require', 'ipcRenderer'].filter((name) => name in globalThis))).toEqual([]);
  expect(requests.filter((url) => !url.startsWith(`${loopback.origin}/`) && !url.startsWith('data:') && !url.startsWith(`blob:${loopback.origin}/`))).toEqual([]);
  expect(messages.filter((line) => !line.startsWith('log') && !line.startsWith('info'))).toEqual([]);
  expect(loopback.log()).toBe('');
});
