import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { numberToIsoDay } from '#shared/domain/calendar/index.ts';
import { sinceDay } from '#renderer/features/score/since-days.ts';
import { renderApp } from '#tests/renderer/support.tsx';
import { createClient, openSample, seen, setUpHost } from '../client/support.ts';

const numberOf = (text: string | null | undefined): number => Number(seen(text ?? '').replace('−', '-'));
const pointsOf = (rows: NodeListOf<Element>): readonly number[] => [...rows].map((row) => numberOf(row.querySelector('td:last-child')?.textContent));

test('what changed adds up on screen to the difference, and its parts open their records', async () => {
  const testHost = await setUpHost();
  const id = await openSample(testHost.call);
  const { user } = renderApp(`/clients/${id}/score`, testHost);
  const table = await screen.findByRole('table', { name: 'What moved the overall score' });
  const rows = pointsOf(table.querySelectorAll('tbody tr'));
  const foot = pointsOf(table.querySelectorAll('tfoot tr'));
  const total = foot.at(-1) ?? Number.NaN;
  const sum = [...rows, ...foot.slice(0, -1)].reduce((all, one) => all + one, 0);
  expect(rows.length).toBeGreaterThan(1);
  // Each number on screen is rounded to two decimals.
  expect(Math.abs(sum - total)).toBeLessThanOrEqual(0.005 * (rows.length + foot.length) + 1e-9);

  const group = within(table).getAllByRole('button', { expanded: false })[0];
  if (!group) throw new Error('nothing to open');
  await user.click(group);
  expect(group).toHaveAttribute('aria-expanded', 'true');
  const own = table.querySelectorAll('tbody tr');
  expect(own.length).toBeGreaterThan(rows.length);

  // Its records open from there.
  const part = [...table.querySelectorAll('tbody button.text-accent')][0];
  if (!part) throw new Error('no record opens');
  const title = seen(part.textContent);
  await user.click(part);
  expect(await screen.findByRole('dialog', { name: (name) => seen(name) === title })).toBeInTheDocument();
  await user.keyboard('{Escape}');

  // Another day gives another difference: the one that the data host reckons.
  const { score } = await testHost.call.scores.explain({ clientId: id });
  const sinceOn = sinceDay('monthEnd', numberToIsoDay(score.basis.asOfDay), 'gregory');
  const { change } = await testHost.call.scores.changed({ clientId: id, sinceOn });
  await user.click(await screen.findByRole('radio', { name: 'Last month’s end' }));
  const { difference } = change.overall;
  if (difference === null) throw new Error('the sample had no score at the end of last month');
  await waitFor(() => {
    const again = screen.getByRole('table', { name: 'What moved the overall score' });
    expect(numberOf(again.querySelector('tfoot tr:last-child td')?.textContent)).toBeCloseTo(difference, 2);
  });
}, 60_000);

test('where there was no score then, it says so and compares the dimensions', async () => {
  const testHost = await setUpHost();
  const { id } = await createClient(testHost.call);
  renderApp(`/clients/${id}/score`, testHost);
  expect(await screen.findByText(/There was no overall score on .+ yet/u)).toBeInTheDocument();
  expect(screen.getByRole('table', { name: 'The five dimensions then and now' })).toBeInTheDocument();
  expect(screen.getByText('Nothing has been kept of this score yet.')).toBeInTheDocument();
}, 60_000);

test('what if: each choice moves the score on paper, it is said that nothing is saved, and nothing is', async () => {
  const testHost = await setUpHost();
  const id = await openSample(testHost.call);
  const before = await testHost.call.scores.explain({ clientId: id });
  const { user } = renderApp(`/clients/${id}/score`, testHost);
  await user.click(await screen.findByRole('button', { name: 'Begin to imagine' }));
  expect(screen.getByText('On paper only: nothing here is saved.')).toBeInTheDocument();
  const result = await screen.findByRole('region', { name: 'What would become of the score' });
  const status = within(result).getByRole('status');
  const difference = (): number => numberOf(status.querySelector('strong')?.textContent);
  await waitFor(() => {
    expect(difference()).toBeGreaterThan(0);
  });
  await user.click(screen.getByRole('radio', { name: 'Badly' }));
  await waitFor(() => {
    expect(difference()).toBeLessThan(0);
  });
  const { after } = await testHost.call.scores.explain({ clientId: id }).then(({ score }) => ({ after: score }));
  expect(after).toEqual(before.score);
  await user.click(screen.getByRole('button', { name: 'Begin again' }));
  expect(await screen.findByRole('button', { name: 'Begin to imagine' })).toBeInTheDocument();
}, 60_000);

test('the closed loop names the client’s place and its weakest link to those who cannot see it', async () => {
  const testHost = await setUpHost();
  const id = await openSample(testHost.call);
  const { score } = await testHost.call.scores.explain({ clientId: id });
  renderApp(`/clients/${id}/score`, testHost);
  const loop = await screen.findByRole('img', { name: /^Closed loop of five dimensions/u });
  expect(loop).toHaveAccessibleName(score.weakestDimension === null ? /No link has a number/u : /Weakest link: /u);
  expect(loop.textContent).toContain('Interaction service');
  expect(loop.textContent?.match(/Weakest link/gu)).toHaveLength(score.weakestDimension === null ? 0 : 1);
  expect(loop.textContent?.match(/The client is here/gu) ?? []).toHaveLength(score.stage.placed && score.stage.stage > 0 ? 1 : 0);
}, 60_000);
