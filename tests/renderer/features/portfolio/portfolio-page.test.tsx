import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { everyClient } from '#renderer/state/client-list-input.ts';
import { setInterface } from '#renderer/state/interface.ts';
import { drain, openTestHost } from '#tests/data-host/support.ts';
import type { TestHost } from '#tests/data-host/support.ts';
import { renderApp } from '../../support.tsx';

const naming = (name: string) => (text: string) => text.includes(name);

async function sampleStore(): Promise<TestHost> {
  const host = openTestHost();
  await host.call.settings.setPreferences({ setUp: true });
  await drain(host.call.sample.open());
  return host;
}

beforeEach(() => {
  setInterface({ clientList: everyClient, clientListIndex: 0 });
});

test('one filter moves every view; what is shown is what the data host counted; rows and points open the client', async () => {
  const host = await sampleStore();
  const { user, router, call } = renderApp('/portfolio', host);

  // Heat map: the lowest score first, the weakest link said.
  const { rows, total } = await call.portfolio.heatMap({});
  const [worst] = rows;
  if (!worst) throw new Error('The sample has no clients');
  const grid = await screen.findByRole('grid', { name: 'Clients and dimensions' });
  await waitFor(() => {
    expect(grid).toHaveAttribute('aria-rowcount', String(total + 1));
  });
  const row = await within(grid).findByRole('row', { name: naming(worst.name) });
  expect(row).toHaveTextContent(worst.overall === null ? 'Not enough data' : worst.overall.toFixed(0));
  expect(within(row).getAllByText('(weakest link)')).toHaveLength(worst.weakestDimension === null ? 0 : 1);
  await user.click(within(grid).getByRole('button', { name: 'Attraction' }));
  const byAttraction = (await call.portfolio.heatMap({ sort: 'attraction' })).rows[0];
  await waitFor(() => {
    expect(within(grid).getAllByRole('row')[1]).toHaveTextContent(byAttraction?.name ?? '?');
  });

  // Distribution: a stage is a filter for every view.
  await user.click(screen.getByRole('tab', { name: 'Distribution' }));
  const overview = await call.portfolio.overview({});
  const placed = overview.stages.find(({ stage, count }) => stage !== null && stage > 0 && count > 0);
  if (!placed) throw new Error('No sample client stands on a stage');
  const table = await screen.findByRole('table', { name: 'How the scores are distributed' });
  const counted = within(table).getAllByRole('row').slice(1).map((line) => Number(line.querySelector('td')?.textContent));
  expect(counted).toEqual(overview.distribution.map(({ count }) => count));
  expect(counted.reduce((sum, count) => sum + count, 0)).toBe(overview.scoredCount);
  const stages = screen.getByRole('region', { name: 'Where the clients stand' });
  const stageNames = ['Before', 'Interested in the company', 'Interested in interacting', 'Staying in', 'Cooperating', 'Deepening'];
  await user.click(within(stages).getByRole('button', { name: new RegExp(`^${stageNames[placed.stage ?? 0] ?? ''}`, 'u') }));
  await user.click(screen.getByRole('tab', { name: 'Heat map' }));
  await waitFor(() => {
    expect(screen.getByRole('grid', { name: 'Clients and dimensions' })).toHaveAttribute('aria-rowcount', String(placed.count + 1));
  });
  await user.click(screen.getByRole('button', { name: 'Clear all filters' }));

  // Value and score: from point to point by the keyboard; the table says the same.
  await user.click(screen.getByRole('tab', { name: 'Value and score' }));
  const picture = await screen.findByRole('group', { name: 'Value and score of the clients' });
  const points = overview.quadrants.points;
  const point = within(picture).getByRole('link');
  fireEvent.keyDown(point, { key: 'End' });
  const richest = points.toSorted((a, b) => b.value.minor - a.value.minor)[0];
  expect(within(picture).getByRole('link')).toHaveAccessibleName(expect.stringContaining(richest?.name ?? '?'));
  fireEvent.keyDown(point, { key: 'ArrowLeft' });
  expect(within(picture).getByRole('link')).not.toHaveAccessibleName(expect.stringContaining(richest?.name ?? '?'));
  await user.click(screen.getByRole('switch', { name: 'As a table' }));
  expect(await screen.findByRole('grid', { name: 'Value and score of the clients' })).toHaveAttribute('aria-rowcount', String(points.length + 1));
  await user.click(screen.getByRole('radio', { name: new RegExp(`^Repair \\(${points.filter(({ quadrant }) => quadrant === 'repair').length}\\)`, 'u') }));
  expect(screen.getByText(/Begin here/u)).toBeInTheDocument();

  // What is not known: the themes' means over all clients.
  await user.click(screen.getByRole('tab', { name: 'What is not known' }));
  const means = await screen.findByRole('group', { name: 'What is known, by theme' });
  expect(within(means).getAllByRole('listitem')).toHaveLength(14);
  const coverage = await call.portfolio.coverage({});
  expect(within(means).getAllByRole('listitem')[0]).toHaveTextContent(`${Math.round((coverage.means[0] ?? 0) * 100)}%`);
  const known = await screen.findByRole('grid', { name: 'What is known, by client' });
  expect(within(known).getByRole('columnheader', { name: /Brand personality/u })).toHaveTextContent('1');
  await user.click(await within(known).findByRole('row', { name: naming(coverage.rows[0]?.name ?? '?') }));
  await waitFor(() => {
    expect(router.state.location.pathname).toBe(`/clients/${coverage.rows[0]?.clientId ?? '?'}/score`);
  });
}, 120_000);

test('who fell is compared with the end of the last quarter, and says so where nothing was kept of that time', async () => {
  const host = await sampleStore();
  const { user } = renderApp('/portfolio?view=falls', host);
  const status = await screen.findByText(/that had a stage on/u);
  expect(status).toHaveTextContent(/^(?:None|\d+) of \d+ clients?/u);
  expect(await screen.findByRole('grid', { name: 'Clients on an earlier stage than before' })).toBeInTheDocument();
  await user.type(screen.getByRole('searchbox', { name: 'Name, code, contact or handle' }), 'zzzz');
  expect(await screen.findByText('No client matches')).toBeInTheDocument();
}, 120_000);

test('the printed portfolio holds what the filter left, and tells the printer when it is ready', async () => {
  const host = await sampleStore();
  const { rows } = await host.call.portfolio.heatMap({});
  const [first, second] = rows;
  if (!first || !second) throw new Error('The sample has no clients');
  const hex = [...new TextEncoder().encode(first.name)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  renderApp(`/print/portfolio?language=en&paper=A4&search=${hex}`, host);
  expect(await screen.findByRole('heading', { level: 1, name: 'Portfolio' })).toBeInTheDocument();
  expect(screen.getByText(/^Found by/u)).toHaveTextContent(first.name);
  expect(screen.getAllByText(first.name).length).toBeGreaterThanOrEqual(2);
  expect(screen.queryByText(second.name)).not.toBeInTheDocument();
  expect(document.title).toBe('Portfolio of clients');
}, 120_000);
