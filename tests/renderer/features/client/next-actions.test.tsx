import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { divideAdvice } from '#shared/domain/playbook/index.ts';
import { renderApp } from '#tests/renderer/support.tsx';
import { createClient, openSample, seen, setUpHost } from './support.ts';

test('the next best actions stand in the order of gain per effort, and one press makes a task with a day', async () => {
  const testHost = await setUpHost();
  const id = await openSample(testHost.call);
  const { steps } = await testHost.call.scores.explain({ clientId: id });
  const { actions, steps: stepsLeft } = divideAdvice(steps, await testHost.call.scores.actions({ clientId: id }));
  expect(actions.length).toBeGreaterThan(0);
  const ranks = actions.map(({ gainPerEffort }) => gainPerEffort);
  expect(ranks).toEqual(ranks.toSorted((a, b) => b - a));
  const { user } = renderApp(`/clients/${id}`, testHost);
  const section = (await screen.findByRole('heading', { name: 'Next best actions' })).closest('section');
  if (!section) throw new Error('no section');
  const items = await within(section).findAllByRole('listitem');
  // No matter is named twice on the page: what the actions have taken over is no step any more.
  const stepSection = screen.getByRole('heading', { name: 'Suggested next steps' }).closest('section');
  if (!stepSection) throw new Error('no steps');
  expect(stepsLeft.length).toBeLessThan(steps.length);
  expect(within(stepSection).getAllByRole('listitem')).toHaveLength(Math.min(5, stepsLeft.length));
  const gain = actions[0]?.gain ?? Number.NaN;
  expect(seen(items[0]?.textContent ?? '')).toContain(`Expected gain: +${Number(gain.toFixed(gain < 1 ? 2 : 1))} points`);
  const make = within(section).getAllByRole('button', { name: /^Make it a task/u });
  const first = make[0];
  if (!first) throw new Error('no action');
  await user.click(first);
  expect(await within(section).findByText(/^It is a task, due /u)).toBeInTheDocument();
  const tasks = await testHost.call.tasks.list({ clientId: id });
  const made = tasks.find(({ stepCode }) => stepCode === (actions[0]?.stepCode ?? `playbook:${actions[0]?.entryId}`));
  expect(made?.dueOn).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(async () => {
    expect((await testHost.call.tasks.list({ clientId: id })).some((task) => task.id === made?.id)).toBe(false);
  });
}, 60_000);

test('without a score there is no gain to reckon, and it is said what would bring one', async () => {
  const testHost = await setUpHost();
  const { id } = await createClient(testHost.call);
  renderApp(`/clients/${id}`, testHost);
  expect(await screen.findByText(/There is no overall score yet, so no gain can be reckoned/u)).toBeInTheDocument();
}, 60_000);
