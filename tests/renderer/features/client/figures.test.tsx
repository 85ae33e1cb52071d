import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { DeliveryFigure } from '#shared/domain/delivery/index.ts';
import { renderApp } from '#tests/renderer/support.tsx';
import { openSample, setUpHost } from './support.ts';

/** Opens a number and counts the records behind it. */
async function linesBehind(user: ReturnType<typeof renderApp>['user'], button: HTMLElement): Promise<number> {
  await user.click(button);
  const sheet = await screen.findByRole('dialog');
  const grid = await within(sheet).findByRole('grid');
  await waitFor(() => {
    expect(grid).not.toHaveAttribute('aria-rowcount', '-1');
  });
  const count = Number(grid.getAttribute('aria-rowcount')) - 1;
  await user.keyboard('{Escape}');
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });
  return count;
}

function onFirstPromise(figures: readonly DeliveryFigure[]): DeliveryFigure {
  const figure = figures.find(({ basis }) => basis === 'first-promise');
  if (!figure) throw new Error('no figure against the first promise');
  return figure;
}

test('every figure opens to exactly the lines that it counts', async () => {
  const testHost = await setUpHost();
  const id = await openSample(testHost.call);
  const figures = await testHost.call.orders.figures({ clientId: id });
  expect(figures.lineCount).toBeGreaterThan(20);
  const { user } = renderApp(`/clients/${id}`, testHost);
  const section = (await screen.findByRole('heading', { name: 'Delivery in figures' })).closest('section');
  if (!section) throw new Error('no figures');
  const tiles = [
    ['On time', onFirstPromise(figures.onTime)],
    ['On time and in full', onFirstPromise(figures.otif)],
    ['In full', figures.inFull],
    ['On or before the day', figures.onOrBefore],
  ] as const;
  const shown: unknown[] = [];
  const counted: unknown[] = [];
  for (const [name, { numerator, denominator }] of tiles) {
    const tile = (await within(section).findByRole('heading', { name })).parentElement;
    if (!tile) throw new Error(`no tile ${name}`);
    const lines = await linesBehind(user, within(tile).getByRole('button', { name: `${numerator} of ${denominator} due lines` }));
    const rest = within(tile).queryByRole('button', { name: /not$/u });
    shown.push({ name, lines, rest: rest === null ? 0 : await linesBehind(user, rest) });
    counted.push({ name, lines: numerator, rest: denominator - numerator });
  }
  expect(shown).toEqual(counted);
  expect(await linesBehind(user, within(section).getByRole('button', { name: `${figures.lineCount} lines` }))).toBe(figures.lineCount);
}, 90_000);

test('another basis changes the numbers and the lines behind them', async () => {
  const testHost = await setUpHost();
  const id = await openSample(testHost.call);
  const figures = await testHost.call.orders.figures({ clientId: id });
  const request = figures.onTime.find(({ basis }) => basis === 'request');
  if (!request) throw new Error('no figure against the request');
  const { user } = renderApp(`/clients/${id}`, testHost);
  await user.click(await screen.findByRole('radio', { name: 'Client’s requested day' }));
  const tile = screen.getByRole('heading', { name: 'On time' }).parentElement;
  if (!tile) throw new Error('no tile');
  expect(tile).toHaveTextContent('Client’s requested day');
  const counted = within(tile).getByRole('button', { name: `${request.numerator} of ${request.denominator} due lines` });
  expect(await linesBehind(user, counted)).toBe(request.numerator);
}, 60_000);

test('a client without lines says what to do instead of showing zeros', async () => {
  const testHost = await setUpHost();
  const { id } = await testHost.call.clients.create({
    name: 'New lead', code: null, countryCode: null, language: null, timeZone: null, segment: null, preferredChannel: null, rhythmDays: null, ownerStaffId: null, notes: null,
  });
  renderApp(`/clients/${id}`, testHost);
  expect(await screen.findByText('No order lines yet')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Import deliveries' })).toHaveAttribute('href', '/import');
  expect(await screen.findByText('Nothing stands open.')).toBeInTheDocument();
  expect(screen.queryByText(/0%/u)).not.toBeInTheDocument();
});
