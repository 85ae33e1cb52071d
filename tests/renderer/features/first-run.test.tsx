import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderApp } from '../support.tsx';

test('a fresh store begins with the first run, and is set up by the keyboard alone', async () => {
  const { user, router, call } = renderApp('/clients');
  expect(await screen.findByRole('heading', { name: 'How do you like to read?' })).toBeInTheDocument();
  expect(router.state.location.pathname).toBe('/first-run');
  expect(screen.getByRole('button', { name: 'Next' })).toHaveFocus();
  await user.keyboard('{Enter}');

  const name = await screen.findByRole('textbox', { name: 'Your name' });
  expect(name).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(name).toHaveAccessibleDescription(/Please fill this in/u);
  await user.keyboard('Leila Rahimi{Tab}Sanjesh Abzar{Tab}Ira{ArrowDown}{Enter}');
  await user.keyboard('{Enter}');

  expect(await screen.findByRole('heading', { name: 'How do you want to begin?' })).toBeInTheDocument();
  // The keyboard is where the choice is, not lost with the button that led here.
  expect(screen.getByRole('radio', { name: /sample exporter/u })).toHaveFocus();
  await user.keyboard('{ArrowUp}');
  expect(screen.getByRole('radio', { name: /Start empty/u })).toBeChecked();
  await user.keyboard('{Enter}');

  // Straight to the first client's name.
  expect(await screen.findByRole('dialog', { name: 'New client' })).toBeInTheDocument();
  const { preferences, organisation, me } = await call.settings.get();
  expect(preferences.setUp).toBe(true);
  expect(organisation).toMatchObject({ name: 'Sanjesh Abzar', countryCode: 'IR' });
  expect(me?.name).toBe('Leila Rahimi');
});

test('choosing Persian turns the whole screen at once, and its calendar and digits with it, each changeable alone', async () => {
  const { user, call } = renderApp('/first-run');
  await user.click(await screen.findByRole('radio', { name: 'فارسی' }));
  expect(await screen.findByRole('heading', { name: 'چگونه می‌خوانید؟' })).toBeInTheDocument();
  expect(document.documentElement).toHaveAttribute('lang', 'fa');
  expect(document.documentElement).toHaveAttribute('dir', 'rtl');
  expect(screen.getByRole('radio', { name: 'هجری خورشیدی' })).toBeChecked();
  await user.click(screen.getByRole('radio', { name: '1 2 3' }));
  await waitFor(async () => {
    expect((await call.settings.get()).preferences).toMatchObject({ language: 'fa', calendar: 'persian', digits: 'latn', setUp: false });
  });
  expect(screen.getByText(/88\.5/u)).toBeInTheDocument();
});
