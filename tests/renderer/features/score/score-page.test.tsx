import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderApp } from '#tests/renderer/support.tsx';
import { createClient, openSample, seen, setUpHost } from '../client/support.ts';

const numberIn = (cell: Element | undefined | null): number => Number(seen(cell?.textContent ?? '').replace('−', '-'));

test('the ledger of an indicator adds up on screen to its score, and every event opens its record', async () => {
  const testHost = await setUpHost();
  const id = await openSample(testHost.call);
  const { score } = await testHost.call.scores.explain({ clientId: id });
  const delivery = score.indicators.find(({ indicatorId }) => indicatorId === 'timely-delivery');
  if (!delivery?.value) throw new Error('no score for timely delivery');
  const { user } = renderApp(`/clients/${id}/score?indicator=timely-delivery`, testHost);
  const sheet = await screen.findByRole('dialog', { name: 'Timely delivery of the product' });
  const table = within(sheet).getByRole('table');
  const bodyRows = [...table.querySelectorAll('tbody tr')];
  const footRows = [...table.querySelectorAll('tfoot tr')];
  const points = bodyRows.map((row) => numberIn(row.querySelectorAll('td')[5]));
  const foot = footRows.map((row) => numberIn(row.querySelector('td')));
  const total = foot.at(-1) ?? Number.NaN;
  const sum = [...points, ...foot.slice(0, -1)].reduce((all, one) => all + one, 0);
  // Each of the shown numbers is rounded to two decimals.
  expect(Math.abs(sum - total)).toBeLessThanOrEqual(0.005 * (points.length + foot.length));
  expect(total).toBeCloseTo(delivery.value.score, 2);
  expect(sheet).toHaveTextContent(/counts once; the outcome is 1 if it came in full/u);
  expect(sheet).toHaveTextContent(`together weighing ${delivery.evidence.weight.toFixed(2)}`);

  const [first] = within(table).getAllByRole('button');
  if (!first) throw new Error('no record opens');
  const title = seen(first.textContent);
  await user.click(first);
  expect(await screen.findByRole('dialog', { name: (name) => seen(name) === title })).toBeInTheDocument();
}, 60_000);

test('the weakest link is marked, and what dimensions cost adds up to what is missing', async () => {
  const testHost = await setUpHost();
  const id = await openSample(testHost.call);
  const { score } = await testHost.call.scores.explain({ clientId: id });
  renderApp(`/clients/${id}/score`, testHost);
  const outline = (await screen.findByRole('heading', { name: 'What it is made of' })).closest('section');
  if (!outline) throw new Error('no outline');
  const marked = within(outline).getByText('Weakest link').closest('button');
  const weakest = score.overall.parts.find((part) => part.id === score.weakestDimension);
  expect(marked).toHaveAttribute('aria-expanded', 'true');
  const costs = within(outline).getAllByText(/^costs /u).map((cell) => Number((cell.textContent ?? '').replace('costs ', '')));
  expect(costs).toHaveLength(score.overall.parts.filter((part) => part.score !== null).length);
  expect(Math.max(...costs)).toBeCloseTo(weakest?.lossPoints ?? Number.NaN, 1);
  expect(costs.reduce((sum, cost) => sum + cost, 0)).toBeCloseTo(100 - (score.overall.value?.score ?? Number.NaN), 0);
}, 60_000);

test('where nothing is known it says so, and what would help', async () => {
  const testHost = await setUpHost();
  const { id } = await createClient(testHost.call);
  const { user } = renderApp(`/clients/${id}/score?dimension=brand`, testHost);
  const open = await screen.findByRole('button', { name: 'Brand personality' });
  await user.click(open);
  await user.click(screen.getByRole('button', { name: 'Brand trust' }));
  const sheet = await screen.findByRole('dialog', { name: 'Brand trust' });
  expect(within(sheet).getAllByText('Not enough data').length).toBeGreaterThan(0);
  expect(sheet).toHaveTextContent('A rating would give it a number.');
  expect(within(sheet).queryByRole('table')).not.toBeInTheDocument();
});

test('a sitting: keys answer and go on, every answer is kept at once, and the next sitting goes on where this one stopped', async () => {
  const testHost = await setUpHost();
  const { id } = await createClient(testHost.call);
  const { user, unmount } = renderApp(`/clients/${id}/score?rate=1`, testHost);
  expect(await screen.findByRole('heading', { name: 'Brand attractiveness' })).toBeInTheDocument();
  await user.keyboard('4');
  expect(await screen.findByRole('heading', { name: 'Brand authenticity' })).toBeInTheDocument();
  expect(await testHost.call.scores.assessments({ clientId: id })).toMatchObject([{ indicatorId: 'brand-attractiveness', rating: 4, raterName: 'Sara', note: null }]);
  // A note is typed with digits in it, and none of them rates.
  await user.keyboard('n');
  await user.keyboard('Seen 2 times');
  await user.click(screen.getByRole('button', { name: /^5 Vouches/u }));
  expect(await screen.findByRole('heading', { name: 'Brand trust' })).toBeInTheDocument();
  await user.keyboard('{ArrowRight}');
  expect(await screen.findByRole('heading', { name: 'Brand expertise' })).toBeInTheDocument();
  await user.keyboard('۲');
  expect(await screen.findByRole('heading', { name: 'Reward and economic benefit' })).toBeInTheDocument();
  const kept = await testHost.call.scores.assessments({ clientId: id });
  expect(Object.fromEntries(kept.map(({ indicatorId, rating }) => [indicatorId, rating]))).toEqual({ 'brand-attractiveness': 4, 'brand-authenticity': 5, 'brand-expertise': 2 });
  expect(kept.find(({ indicatorId }) => indicatorId === 'brand-authenticity')?.note).toBe('Seen 2 times');
  unmount();

  renderApp(`/clients/${id}/score?rate=1`, testHost);
  expect(await screen.findByRole('heading', { name: 'Brand trust' })).toBeInTheDocument();
  expect(screen.getByText('3 of 37 rated')).toBeInTheDocument();
});

test('a colleague who rates what only the client can say is told that it does not count', async () => {
  const testHost = await setUpHost();
  const { id } = await createClient(testHost.call);
  await testHost.call.scores.rate({ clientId: id, ratings: [{ indicatorId: 'perceived-usefulness', rating: 5, note: null }] });
  renderApp(`/clients/${id}/score?indicator=perceived-usefulness`, testHost);
  expect(await screen.findByText('Kept to compare; does not count')).toBeInTheDocument();
  expect(screen.getByText(/Only the client’s own survey answer counts here/u)).toBeInTheDocument();
  expect(screen.queryByText('Counts now')).not.toBeInTheDocument();
});

test('a rating is withdrawn and reinstated, with its own day and rater', async () => {
  const testHost = await setUpHost();
  const { id } = await createClient(testHost.call);
  await testHost.call.scores.rate({ clientId: id, ratings: [{ indicatorId: 'brand-trust', rating: 2, note: 'asked for a second certificate' }] });
  const [before] = await testHost.call.scores.assessments({ clientId: id });
  const { user } = renderApp(`/clients/${id}/score?rate=brand-trust`, testHost);
  expect(await screen.findByText('asked for a second certificate')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: /^Withdraw the rating 2/u }));
  await waitFor(async () => {
    expect(await testHost.call.scores.assessments({ clientId: id })).toEqual([]);
  });
  const undo = (await screen.findByText('Undo', { selector: 'button' }));
  undo.click();
  await waitFor(async () => {
    expect(await testHost.call.scores.assessments({ clientId: id })).toEqual([before]);
  });
});
