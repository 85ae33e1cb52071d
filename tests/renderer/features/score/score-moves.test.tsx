import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { numberToIsoDay } from '#shared/domain/calendar/index.ts';
import type { ImaginedScore } from '#shared/contract/scores.ts';
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

/** The score page of the sample's client with a first imagined row of the kind. */
async function beginImagining(kind: string) {
  const testHost = await setUpHost();
  const id = await openSample(testHost.call);
  const app = renderApp(`/clients/${id}/score`, testHost);
  await app.user.click(await screen.findByRole('button', { name: 'Begin to imagine' }));
  await app.user.click(screen.getByRole('button', { name: /What changes$/u }));
  await app.user.click(await screen.findByRole('option', { name: kind }));
  return { ...app, id };
}

const shownDifference = async (): Promise<number> => {
  const status = within(await screen.findByRole('region', { name: 'What would become of the score' })).getByRole('status');
  const text = status.querySelector('strong')?.textContent ?? null;
  if (text === null) throw new Error('no difference is shown');
  return text === 'no change' ? 0 : numberOf(text);
};

const differenceOf = (imagined: ImaginedScore): number => imagined.change.overall.difference ?? Number.NaN;

test('what if a promise had been kept: the record is filled in as it goes well, counts as the data host counts it, and is kept nowhere', async () => {
  const { user, call, id } = await beginImagining('A record is added');
  const { score } = await call.scores.explain({ clientId: id });
  const asOfOn = numberToIsoDay(score.basis.asOfDay);
  expect(screen.getByRole('combobox', { name: 'Kind of record' })).toHaveValue('Promise');
  const kept = await call.scores.whatIf({ clientId: id, changes: [{ type: 'entry', kind: 'commitment', values: { dueOn: asOfOn, keptOn: asOfOn, renegotiatedOn: null } }] });
  await waitFor(async () => {
    expect(await shownDifference()).toBeCloseTo(differenceOf(kept), 2);
  });
  expect(differenceOf(kept)).toBeGreaterThan(0);

  // Another kind, by keyboard: an offer that did not fit.
  const kind = screen.getByRole('combobox', { name: 'Kind of record' });
  await user.clear(kind);
  await user.type(kind, 'Offer{ArrowDown}{Enter}');
  await user.click(await screen.findByRole('checkbox', { name: /need/u }));
  await user.click(screen.getByRole('radio', { name: 'Declined' }));
  const declined = await call.scores.whatIf({ clientId: id, changes: [{ type: 'entry', kind: 'offer', values: { offeredOn: asOfOn, fitsOwnNeed: false, answer: 'declined' } }] });
  await waitFor(async () => {
    expect(await shownDifference()).toBeCloseTo(differenceOf(declined), 2);
  });
  expect(differenceOf(declined)).not.toBeCloseTo(differenceOf(kept), 2);
  expect((await call.relationship.list({ clientId: id, kind: null })).filter(({ on }) => on === asOfOn)).toEqual([]);
  expect((await call.scores.explain({ clientId: id })).score).toEqual(score);
}, 60_000);

test('what if an order line came in late: the days count from its promise, and early, on the day and late say so', async () => {
  const { user, call, id } = await beginImagining('An order line comes in');
  expect(await screen.findByText('Choose what changes, and the score follows.')).toBeInTheDocument();
  const { rows } = await call.orders.lines({ clientId: id, outcomes: ['on-time'], limit: 1 });
  const line = rows[0];
  if (!line) throw new Error('the sample has no line on time');
  const picker = await screen.findByRole('combobox', { name: 'Order line' });
  await user.type(picker, line.orderNumber);
  const options = await screen.findAllByRole('option');
  const option = options.find(({ textContent }) => seen(textContent).startsWith(`Order ${line.orderNumber}, line ${line.lineNumber}`));
  if (!option) throw new Error('the line is not offered');
  await user.click(option);
  const days = screen.getByRole('textbox', { name: 'Days after its promise' });
  await user.clear(days);
  await user.type(days, '40{Tab}');
  expect(screen.getByText(/^40 days late · /u)).toBeInTheDocument();
  const late = await call.scores.whatIf({ clientId: id, changes: [{ type: 'line', lineId: line.id, daysLate: 40 }] });
  await waitFor(async () => {
    expect(await shownDifference()).toBeCloseTo(differenceOf(late), 2);
  });
  await user.clear(days);
  await user.type(days, '-2{Tab}');
  expect(screen.getByText(/^2 days early · /u)).toBeInTheDocument();
}, 60_000);

test('what if a record had not been: asked from the ledger, it lands on the paper with the keyboard, and the sheet is gone', async () => {
  const testHost = await setUpHost();
  const id = await openSample(testHost.call);
  const { call } = testHost;
  const { score } = await call.scores.explain({ clientId: id });
  const ledger = score.indicators.find(({ indicatorId }) => indicatorId === 'timely-delivery')?.ledger ?? [];
  const first = ledger[0];
  if (!first) throw new Error('the sample has no deliveries');
  const { user } = renderApp(`/clients/${id}/score?indicator=timely-delivery`, testHost);
  const sheet = await screen.findByRole('dialog');
  const ask = (await within(sheet).findAllByRole('button', { name: /^What if … /u }))[0];
  if (!ask) throw new Error('nothing can be asked about');
  ask.focus();
  await user.keyboard('{Enter}');
  await user.click(await screen.findByRole('menuitem', { name: 'It had not been' }));
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });
  const record = await screen.findByRole('combobox', { name: 'Record' });
  expect(record).not.toHaveValue('');
  await waitFor(() => {
    expect(record.closest('li')).toHaveFocus();
  });
  const without = await call.scores.whatIf({ clientId: id, changes: [{ type: 'without', kind: first.source.kind, id: first.source.id }] });
  await waitFor(async () => {
    expect(await shownDifference()).toBeCloseTo(differenceOf(without), 2);
  });
  expect((await call.scores.explain({ clientId: id })).score).toEqual(score);
}, 60_000);

test('what if it had come on its day: offered for an order line of the ledger', async () => {
  const testHost = await setUpHost();
  const id = await openSample(testHost.call);
  const { score } = await testHost.call.scores.explain({ clientId: id });
  const ledger = score.indicators.find(({ indicatorId }) => indicatorId === 'timely-delivery')?.ledger ?? [];
  const place = ledger.findIndex(({ outcome }) => outcome === 0);
  const late = ledger[place];
  if (!late || place >= 50) throw new Error('the sample’s client has no late line on the first page');
  const { user } = renderApp(`/clients/${id}/score?indicator=timely-delivery`, testHost);
  const asks = await within(await screen.findByRole('dialog')).findAllByRole('button', { name: /^What if … /u });
  const ask = asks[place];
  if (!ask) throw new Error('the late line cannot be asked about');
  await user.click(ask);
  await user.click(await screen.findByRole('menuitem', { name: 'It had come on its day' }));
  expect(await screen.findByRole('combobox', { name: 'Order line' })).not.toHaveValue('');
  const onTime = await testHost.call.scores.whatIf({ clientId: id, changes: [{ type: 'line', lineId: late.source.id, daysLate: 0 }] });
  expect(differenceOf(onTime)).toBeGreaterThan(0);
  await waitFor(async () => {
    expect(await shownDifference()).toBeCloseTo(differenceOf(onTime), 2);
  });
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
