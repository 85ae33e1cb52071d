import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderApp } from '#tests/renderer/support.tsx';
import { createClient, setUpHost } from '../client/support.ts';

test('the exporter’s own indicators are rated once and count for every client', async () => {
  const testHost = await setUpHost();
  const { id } = await createClient(testHost.call);
  const { user } = renderApp('/company', testHost);
  expect(await screen.findByText('Nothing has been rated yet')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Start rating' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByText('0 of 20 rated')).toBeInTheDocument();
  expect(await within(dialog).findByRole('heading', { name: 'Social responsibility' })).toBeInTheDocument();
  await user.keyboard('5');
  expect(await within(dialog).findByRole('heading', { name: 'Care for the environment' })).toBeInTheDocument();
  await user.keyboard('{Escape}');
  expect(await screen.findByRole('img', { name: '5 of 5' })).toBeInTheDocument();
  expect(screen.getByText('1 of 20 rated')).toBeInTheDocument();
  const { score } = await testHost.call.scores.explain({ clientId: id });
  const shared = score.indicators.find(({ indicatorId }) => indicatorId === 'social-responsibility');
  expect(shared?.assessment.events).toBe(1);
  expect(shared?.value).not.toBeNull();
});
