import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { defaultPlaybook } from '#shared/domain/playbook/index.ts';
import { renderApp } from '#tests/renderer/support.tsx';
import { seen, setUpHost } from '../client/support.ts';

test('the delivered playbook is shown in words; an own action is added, changed, removed and brought back', async () => {
  const testHost = await setUpHost();
  const { user } = renderApp('/playbook', testHost);
  const first = await screen.findByRole('rowheader', { name: 'Offer cheap periodic calibration' });
  expect(first).toBeInTheDocument();
  expect(screen.getAllByRole('rowheader')).toHaveLength(defaultPlaybook.length);
  // Each row has words of its own, none of them a code or a text with a gap.
  for (const row of screen.getAllByRole('rowheader')) expect(row.textContent).toMatch(/^\p{L}.*\s\p{L}/u);

  await user.click(screen.getByRole('button', { name: 'Add an action' }));
  const dialog = await screen.findByRole('dialog', { name: 'New action' });
  await user.click(within(dialog).getByRole('button', { name: 'Save the action' }));
  expect(await within(dialog).findByText('Say what you do.')).toBeInTheDocument();
  expect(within(dialog).getByText('Choose the indicator.')).toBeInTheDocument();
  await user.type(within(dialog).getByRole('textbox', { name: /^What do you do/u }), 'Send a spare probe');
  await user.type(within(dialog).getByRole('combobox', { name: /^Which indicator/u }), 'satisf{ArrowDown}{Enter}');
  await user.click(within(dialog).getByRole('radio', { name: 'Under an hour' }));
  await user.click(within(dialog).getByRole('button', { name: 'Save the action' }));
  const own = await screen.findByRole('rowheader', { name: /^Send a spare probe/u });
  expect(own).toHaveTextContent('Your own');
  const kept = (await testHost.call.playbook.list()).find(({ title }) => title === 'Send a spare probe');
  expect(kept).toMatchObject({ stepCode: null, indicatorId: 'satisfaction', effort: 1, eventCount: 1, outcome: 1, isDefault: false });

  await user.click(screen.getByRole('button', { name: (name) => seen(name) === 'Remove: Send a spare probe' }));
  await waitFor(() => {
    expect(screen.queryByRole('rowheader', { name: /^Send a spare probe/u })).not.toBeInTheDocument();
  });
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByRole('rowheader', { name: /^Send a spare probe/u })).toBeInTheDocument();
}, 60_000);

test('a delivered action keeps its name, says that it was changed, and comes back as delivered', async () => {
  const testHost = await setUpHost();
  const { user } = renderApp('/playbook', testHost);
  await user.click(await screen.findByRole('button', { name: (name) => seen(name) === 'Edit: Offer a training' }));
  const dialog = await screen.findByRole('dialog', { name: 'Edit action' });
  expect(within(dialog).getByText('Offer a training')).toBeInTheDocument();
  await user.click(within(dialog).getByRole('radio', { name: 'Weeks' }));
  await user.click(within(dialog).getByRole('button', { name: 'Save the action' }));
  expect(await screen.findByRole('rowheader', { name: /Offer a training\s*Changed/u })).toBeInTheDocument();
  expect((await testHost.call.playbook.list()).find(({ stepCode }) => stepCode === 'train-client')).toMatchObject({ effort: 5, isDefault: true, isChanged: true });

  await user.click(screen.getByRole('button', { name: 'Back to the delivered playbook' }));
  await waitFor(async () => {
    expect((await testHost.call.playbook.list()).find(({ stepCode }) => stepCode === 'train-client')).toMatchObject({ effort: 3, isChanged: false });
  });
  expect(await screen.findByRole('rowheader', { name: 'Offer a training' })).toBeInTheDocument();

  // And back again, as it was.
  await user.keyboard('{Control>}z{/Control}');
  expect(await screen.findByRole('rowheader', { name: /Offer a training\s*Changed/u })).toBeInTheDocument();
  expect(await screen.findByText('Your playbook is as it was')).toBeInTheDocument();
  expect((await testHost.call.playbook.list()).find(({ stepCode }) => stepCode === 'train-client')).toMatchObject({ effort: 5, isChanged: true });
}, 60_000);
