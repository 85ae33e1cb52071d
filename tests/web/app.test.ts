import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { closeBrowser, needsChromium, openPage, startLoopback } from './support.ts';

beforeEach(needsChromium);
afterAll(closeBrowser);

test('the link opens the app in a browser, within its policy and without a request to anywhere else', async () => {
  const loopback = await startLoopback();
  const { page, console: messages, requests } = await openPage(loopback);
  expect(new URL(page.url()).origin).toBe(loopback.origin);
  expect(page.url()).not.toContain('token');
  await page.waitForTimeout(500);
  expect(messages.filter((line) => !line.startsWith('log') && !line.startsWith('info'))).toEqual([]);
  expect(requests.filter((url) => !url.startsWith(`${loopback.origin}/`) && !url.startsWith('data:') && !url.startsWith(`blob:${loopback.origin}/`))).toEqual([]);
  expect(await page.evaluate(() => document.cookie)).toBe('');

  const stranger = await page.context().browser()?.newPage();
  const refused = await stranger?.goto(loopback.link);
  expect(refused?.status()).toBe(403);
});

test('it ends in order: the write-ahead log is folded into the file', async () => {
  const loopback = await startLoopback();
  expect(existsSync(path.join(loopback.dataFolder, 'peyvand.sqlite-wal'))).toBe(true);
  expect(await loopback.stop()).toBe(0);
  expect(existsSync(path.join(loopback.dataFolder, 'peyvand.sqlite'))).toBe(true);
  expect(existsSync(path.join(loopback.dataFolder, 'peyvand.sqlite-wal'))).toBe(false);
  expect(loopback.log()).toBe('');
});
