import { File } from 'node:buffer';
import { screen, waitFor, within } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { LocaleScope } from '#renderer/i18n/LocaleScope.tsx';
import { ClientReportDocument } from '#renderer/print/ClientReportDocument.tsx';
import { openTestHost } from '#tests/data-host/support.ts';
import { english, persian, renderApp, renderIn } from '../support.tsx';
import { importKnownClient } from './known-client.ts';

// jsdom loads no fonts, paints no pictures and applies no page rules: the parts of the DOM for those are there, and do nothing.
beforeAll(() => {
  Object.defineProperty(document, 'fonts', { configurable: true, value: { ready: Promise.resolve() } });
  Object.defineProperty(document, 'adoptedStyleSheets', { configurable: true, writable: true, value: [] });
  CSSStyleSheet.prototype.replaceSync = () => undefined;
  // The data host runs in this very process, and streams files as Node's.
  vi.stubGlobal('File', File);
});

async function knownReport() {
  const testHost = openTestHost({ now: () => new Date('2026-04-02T08:00:00Z') });
  const { call } = testHost;
  await call.settings.setPreferences({ setUp: true });
  await call.settings.setOrganisation({ name: 'Sanjesh Dena', countryCode: 'IR', address: '12 Sanat Street', phone: '+98 31 5550 1200', email: null, website: null });
  await call.settings.setMe({ name: 'Narges Yousefi' });
  const clientId = await importKnownClient(call);
  await call.clients.update({ id: clientId, language: 'fa' });
  await call.tasks.save({ id: null, clientId, title: 'Send the new price list', dueOn: '2026-04-10', stepCode: null });
  await call.interactions.save({
    id: null, clientId, contactId: null, channel: 'email', direction: 'inbound', occurredAt: '2026-03-25T10:00:00Z', subject: 'Where are the gauge blocks?', body: null, sentiment: null, answersId: null, needsAnswer: true,
  });
  return { testHost, call, clientId, report: await call.reports.client({ clientId }) };
}

const whole = (value: number): string => value.toFixed(0);
const section = (name: string | RegExp) => within(screen.getByRole('region', { name }));
/** Marks of direction are for the eye. */
const read = (text: string | null | undefined): string => (text ?? '').replaceAll(/[\u200E\u200F\u2066-\u2069]/gu, '').replaceAll('\u00A0', ' ');
const rowOf = (scope: ReturnType<typeof section>, name: string | RegExp): string =>
  within(scope.getByRole('rowheader', { name }).closest('tr') ?? document.body)
    .getAllByRole('cell')
    .map((cell) => read(cell.textContent))
    .join(' | ');

describe('the report in English', () => {
  test('tells who, when and for whom', async () => {
    const { report } = await knownReport();
    renderIn(english, <ClientReportDocument report={report} />);
    expect(screen.getByRole('heading', { level: 1, name: 'صنایع سنجش کیان' })).toBeVisible();
    expect(screen.getByText('Sanjesh Dena')).toBeVisible();
    expect(screen.getByText('+98 31 5550 1200')).toHaveAttribute('dir', 'ltr');
    expect(screen.getByText('Narges Yousefi')).toBeVisible();
    expect(screen.getByText('31 March 2026')).toBeVisible();
    expect(screen.getByText('2 April 2026')).toBeVisible();
    expect(screen.getByText('Client report')).toBeVisible();
  });

  test('its delivery figures are the golden ones, each with its basis, window and counts', async () => {
    const { report } = await knownReport();
    renderIn(english, <ClientReportDocument report={report} />);
    const deliveries = section('Deliveries');
    // L1–L8 of the delivery rules, against the first promise: 62.5 / 50 %; in full 75 %.
    expect(rowOf(deliveries, 'On time')).toBe('62.5% | 5 of 8 | against the first promise; at most 2 days early, never late');
    expect(rowOf(deliveries, 'On time and in full')).toBe('50.0% | 4 of 8 | against the first promise; at most 2 days early, never late');
    expect(rowOf(deliveries, 'In full')).toBe('75.0% | 6 of 8 | delivered at least what was ordered');
    expect(rowOf(deliveries, 'On or before the day')).toBe('75.0% | 6 of 8 | against the first promise; on or before the day');
    expect(read(deliveries.getByText(/order lines in/u).textContent)).toBe('8 order lines in 4 orders and 0 shipments. Value ordered: USD 9,100.00.');
  });

  test('what is open is named by its own number, with the days it has', async () => {
    const { report } = await knownReport();
    renderIn(english, <ClientReportDocument report={report} />);
    const open = section('Open matters');
    expect(rowOf(open, /PO-4/u)).toBe('Gauge blocks | 0 of 5 | 22 Mar 2026 | unchanged | 9 days');
    expect(read(open.getByText(/Where are the gauge blocks/u).textContent)).toBe('Where are the gauge blocks?, since 25 Mar 2026');
    expect(read(open.getByText(/price list/u).textContent)).toBe('Send the new price list, due 10 Apr 2026');
  });

  test('the score on it is the ledger’s, with band, coverage and the records behind strengths and weak links', async () => {
    const { report } = await knownReport();
    renderIn(english, <ClientReportDocument report={report} />);
    const { overall, indicators } = report.explanation.score;
    if (overall.value === null) throw new Error('The known client has no score');
    expect(section('Where the relationship stands').getByText(/overall score is/u)).toHaveTextContent(
      `The overall score is ${whole(overall.value.score)} of 100; with 80 % certainty it lies between ${whole(overall.value.lower)} and ${whole(overall.value.upper)}.`,
    );
    const loop = section('Where the relationship stands').getByRole('img', { name: /^Closed loop of five dimensions and stages\./u });
    const { stage, weakestDimension } = report.explanation.score;
    expect(loop.textContent.includes('▲ Weakest')).toBe(weakestDimension !== null);
    expect(loop.textContent.includes('● Client')).toBe(stage.placed && stage.stage > 0);
    const table = section('The five dimensions');
    expect(table.getAllByRole('row')).toHaveLength(6);
    expect(table.getAllByText('Not enough data').length).toBeGreaterThan(0);
    const needs = section('Strengths').getByText(/Meeting the customer/u).closest('div');
    expect(read(needs?.textContent)).toContain('Order PO-2, line 1, 19 Mar 2026: Delivered in full');
    const record = section('Weak links').getByText('360-degree view of the customer').closest('div');
    expect(read(record?.textContent)).toMatch(/Missing: time zone/u);
    expect(indicators.some(({ indicatorId, value }) => indicatorId === 'customer-360' && value !== null && value.score < 50)).toBe(true);
  });
});

describe('the report in Persian', () => {
  test('has Jalali days and Persian digits throughout', async () => {
    const { report } = await knownReport();
    renderIn(persian, <ClientReportDocument report={report} />);
    expect(screen.getByText('۱۱ فروردین ۱۴۰۵')).toBeVisible();
    const deliveries = section('تحویل‌ها');
    expect(rowOf(deliveries, 'به‌هنگام')).toMatch(/^۶۲٫۵٪ \| ۵ از ۸ \| /u);
    expect(rowOf(deliveries, 'به‌هنگام و کامل')).toMatch(/^۵۰٫۰٪ \| ۴ از ۸ \| /u);
    expect(rowOf(section('کارهای باز'), /PO-4/u)).toBe('Gauge blocks | ۰ از ۵ | ۲ فروردین ۱۴۰۵ | بی‌تغییر | ۹ روز');
    const figures = deliveries.getAllByRole('cell').map((cell) => cell.textContent).join(' ');
    expect(figures).not.toMatch(/[0-9]/u);
  });
});

test('it can be rendered where there is no document', async () => {
  const { report } = await knownReport();
  const html = renderToString(
    <LocaleScope choice={persian}>
      <ClientReportDocument report={report} />
    </LocaleScope>,
  );
  expect(html).toContain('<div lang="fa" dir="rtl"');
  expect(html).toContain('صنایع سنجش کیان');
  expect(html.match(/<svg/gu)?.length).toBeGreaterThan(2);
});

describe('the print route', () => {
  test('shows the report alone, in its own language, and says when it is ready', async () => {
    const { testHost, clientId } = await knownReport();
    renderApp(`/print/client-report/${clientId}?language=fa&paper=Letter`, testHost);
    await waitFor(() => {
      expect(document.documentElement.dataset['printReady']).toBe('true');
    });
    expect(document.documentElement).toMatchObject({ lang: 'fa', dir: 'rtl' });
    expect(document.documentElement.dataset).toMatchObject({ paper: 'Letter', theme: 'light' });
    expect(document.title).toBe('گزارش مشتری: صنایع سنجش کیان');
    expect(screen.queryByRole('navigation')).toBeNull();
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('صنایع سنجش کیان');
  });

  test('says so where it cannot be made', async () => {
    const testHost = openTestHost();
    await testHost.call.settings.setPreferences({ setUp: true });
    renderApp('/print/client-report/01a20162-19c3-76e0-879c-7eea4caf3712?language=en', testHost);
    await waitFor(() => {
      expect(document.documentElement.dataset['printReady']).toBe('error');
    });
  });
});

describe('the preview', () => {
  test('begins in the client’s language, and follows what is chosen, whatever the window speaks', async () => {
    const { testHost, clientId } = await knownReport();
    const { user } = renderApp(`/clients/${clientId}/report`, testHost);
    expect(await screen.findByRole('heading', { level: 2, name: 'نقاط قوت' })).toBeVisible();
    expect(screen.getByRole('heading', { level: 1, name: 'Client report' })).toBeVisible();
    expect(document.documentElement.lang).toBe('en');
    await user.click(screen.getByRole('radio', { name: 'English' }));
    expect(screen.getByRole('heading', { level: 2, name: 'Strengths' })).toBeVisible();
    await user.click(screen.getByRole('radio', { name: 'Persian (Jalali)' }));
    expect(screen.getByText('11 Farvardin 1405')).toBeVisible();
  });

  test('says that a client in the bin is not here', async () => {
    const { testHost, call, clientId } = await knownReport();
    await call.clients.remove({ id: clientId });
    renderApp(`/clients/${clientId}/report`, testHost);
    expect(await screen.findByText('This client is not here')).toBeVisible();
  });
});
