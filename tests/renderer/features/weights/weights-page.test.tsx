import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openTestHost } from '#tests/data-host/support.ts';
import { renderApp } from '../../support.tsx';

async function weightsPage(path = '/weights') {
  const host = openTestHost();
  await host.call.settings.setPreferences({ setUp: true });
  return renderApp(path, host);
}

const slider = (name: RegExp) => screen.findByRole('slider', { name });
const bars = () => within(screen.getByRole('list', { name: 'Resulting weights' })).getAllByRole('listitem').map((item) => item.textContent);

test('weights move while the answers are given, and are kept as a version by who saved them', async () => {
  const { user, call } = await weightsPage();
  const question = await slider(/Organisational branding.* or .*Interaction quality/u);
  expect(screen.getAllByRole('slider')).toHaveLength(10);
  expect(screen.getByText('All parts count equally now.')).toBeInTheDocument();
  expect(bars()[0]).toBe('Organisational branding20.0%');
  expect(question).toHaveAttribute('aria-valuetext', 'Not answered yet: counts as equal');

  fireEvent.change(question, { target: { value: '4' } });
  expect(question).toHaveAttribute('aria-valuetext', expect.stringMatching(/Interaction quality.* is strongly more important than .*Organisational branding.* \(5 times\)/u));
  expect(bars()[0]).not.toBe('Organisational branding20.0%');
  expect(screen.getByText('1 of 10 questions answered')).toBeInTheDocument();

  await user.click(screen.getByRole('button', { name: 'Save these weights' }));
  expect(await screen.findByText('Version 1')).toBeInTheDocument();
  const kept = await call.weights.current();
  expect(kept.isEqual).toBe(false);
  const level = kept.levels.find((entry) => entry.level === 'dimensions');
  expect(level?.judgements).toEqual([{ left: 'brand', right: 'quality', ratio: 0.2 }]);
  const brand = level?.items.find(({ id }) => id === 'brand')?.weight ?? 1;
  expect(brand).toBeLessThan(0.2);
  // What was seen while answering is what is in force.
  expect(bars()[0]).toBe(`Organisational branding${(brand * 100).toFixed(1)}%`);

  await user.click(screen.getByRole('button', { name: 'Use equal weights' }));
  await waitFor(() => {
    expect(screen.getByText('All parts count equally now.')).toBeInTheDocument();
  });
  expect((await call.weights.current()).isEqual).toBe(true);
  await user.click(await screen.findByRole('button', { name: 'Use version 1 again' }));
  await waitFor(async () => {
    expect((await call.weights.current()).id).toBe(kept.id);
  });
});

test('contradictory answers are named with what the others say, which can be taken in one click', async () => {
  const { user } = await weightsPage('/weights?level=quality');
  const [ab, ac, , bc] = await screen.findAllByRole('slider');
  if (!ab || !ac || !bc) throw new Error('The six questions on interaction quality are not asked');
  fireEvent.change(ab, { target: { value: '-2' } });
  fireEvent.change(bc, { target: { value: '-2' } });
  // Unanswered questions count as equal: nothing is blamed before all are answered.
  expect(screen.getByText(/^So far the consistency ratio is/u)).toBeInTheDocument();
  expect(screen.queryByText(/contradict each other/u)).not.toBeInTheDocument();
  for (const same of screen.getAllByRole('button', { name: /: equally important$/u })) await user.click(same);
  fireEvent.change(ac, { target: { value: '8' } });
  expect(await screen.findByText(/contradict each other: consistency ratio \d\.\d\d, above 0\.10/u)).toBeInTheDocument();
  expect(screen.getByText('Fits the others least')).toBeInTheDocument();
  expect(screen.getByText(/Your other answers together say: .*Interaction policy.* is moderately more important than .*Employee characteristics/u)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Look at this answer' }));
  expect(ac).toHaveFocus();
  await user.click(screen.getByRole('button', { name: 'Take what the others say' }));
  expect(ac).toHaveValue('-2');
});

test('answers that were not saved are there on coming back, and say so', async () => {
  const { user } = await weightsPage();
  fireEvent.change(await slider(/Organisational branding.* or .*Arousal/u), { target: { value: '-6' } });
  await user.click(screen.getByRole('tab', { name: 'Branding' }));
  expect(await screen.findAllByRole('slider')).toHaveLength(1);
  expect(screen.getByText(/one answer cannot contradict/u)).toBeInTheDocument();
  await user.click(screen.getByRole('tab', { name: 'The five dimensions' }));
  expect(await slider(/Organisational branding.* or .*Arousal/u)).toHaveValue('-6');
  await user.click(screen.getByRole('button', { name: 'Back to the saved ones' }));
  expect(await slider(/Organisational branding.* or .*Arousal/u)).toHaveValue('0');
});
