import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderApp } from '../../support.tsx';
import { seen } from '../client/support.ts';
import { failedStandard, recallHost } from './support.ts';

test('a finding shows what it touches, writes to whom it touches, and is concluded and opened again', async () => {
  const host = await recallHost();
  const { caseId } = await failedStandard(host);
  const { user, router } = renderApp('/recall/cases', host);
  const row = await screen.findByRole('row', { name: /GB-1/u });
  expect(row).toHaveTextContent('1 instrument');
  expect(row).toHaveTextContent('1 client');
  await router.navigate(`/recall/cases/${caseId}`);
  const reach = await screen.findByRole('grid', { name: 'What it touches' });
  expect(within(reach).getByRole('link', { name: 'Elbe Tools' })).toHaveAttribute('href', `/clients/${host.clientId}`);
  expect(within(reach).getByRole('link', { name: 'N-1' })).toBeInTheDocument();
  expect(reach).toHaveTextContent('Not written');

  await user.click(screen.getByRole('button', { name: 'Write notices' }));
  const letters = async () => (await host.call.recall.case({ id: caseId })).letters.length;
  expect(await screen.findByRole('link', { name: 'Print or PDF' })).toBeInTheDocument();
  expect(await letters()).toBe(1);
  expect(screen.getByRole('button', { name: 'Write notices' })).toBeDisabled();
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(await screen.findByText('No client was written to yet.')).toBeInTheDocument();
  expect(await letters()).toBe(0);

  await user.click(screen.getByRole('button', { name: 'Conclude…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Conclude the finding' });
  await user.click(within(dialog).getByRole('button', { name: 'Conclude and close' }));
  expect(within(dialog).getByText('Say what was concluded: an assessor reads it.')).toBeInTheDocument();
  await user.type(within(dialog).getByRole('textbox'), 'Small against the tolerances.');
  await user.click(within(dialog).getByRole('button', { name: 'Conclude and close' }));
  expect(await screen.findByText('Small against the tolerances.')).toBeInTheDocument();
  expect((await host.call.recall.case({ id: caseId })).closedOn).not.toBeNull();
  await user.click(screen.getByRole('button', { name: 'Open again' }));
  await waitFor(async () => {
    expect((await host.call.recall.case({ id: caseId })).closedOn).toBeNull();
  });
});

test('its notice names the standard, the day it was last good and the certificate that rests on it', async () => {
  const host = await recallHost();
  const { caseId } = await failedStandard(host);
  const { letters: [letter] } = await host.call.recall.writeNotices({ caseId, language: 'ru' });
  const { container } = renderApp(`/print/calibration-letters?id=${letter?.id ?? ''}`, host);
  await waitFor(() => {
    expect(container.querySelector('article')).not.toBeNull();
  });
  const text = seen(container.querySelector('article')?.textContent ?? '');
  for (const words of ['Важно: эталон оказался вне допуска', 'Hoffmann GB-1 GB-1', 'PTB-2', 'Последний раз соответствие допуску подтверждено', 'CAL-1', 'N-1']) expect(text).toContain(words);
});

test('where nothing was found there is nothing to worry about', async () => {
  renderApp('/recall/cases', await recallHost());
  expect(await screen.findByText('Nothing was found out of tolerance')).toBeInTheDocument();
});
