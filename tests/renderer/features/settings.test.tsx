import { readFileSync } from 'node:fs';
import path from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { licences } from '#renderer/features/settings/licences.ts';
import { openTestHost } from '#tests/data-host/support.ts';
import { renderApp } from '../support.tsx';

const opened = async () => {
  const host = openTestHost();
  await host.call.settings.setPreferences({ setUp: true });
  await host.call.settings.setOrganisation({ name: 'Sanjesh Abzar', countryCode: 'IR', address: null, phone: null, email: null, website: null });
  await host.call.settings.setMe({ name: 'Leila' });
  return renderApp('/settings', host);
};

test('calendar and digits change alone, at once, and are kept', async () => {
  const { user, call } = await opened();
  await user.click(await screen.findByRole('radio', { name: 'Persian (Jalali)' }));
  await user.click(screen.getByRole('radio', { name: '۱ ۲ ۳' }));
  expect(await screen.findByText('۸۸٫۵٪')).toBeInTheDocument();
  await waitFor(async () => {
    expect((await call.settings.get()).preferences).toMatchObject({ language: 'en', calendar: 'persian', digits: 'arabext' });
  });
  expect(document.documentElement).toHaveAttribute('dir', 'ltr');
});

test('the theme is put on the document', async () => {
  const { user } = await opened();
  await user.click(await screen.findByRole('radio', { name: 'Dark' }));
  await waitFor(() => {
    expect(document.documentElement).toHaveAttribute('data-theme', 'dark');
  });
});

test('the company is saved as a whole, and only once something was changed', async () => {
  const { user, call } = await opened();
  const section = await screen.findByRole('region', { name: 'You and your company' });
  const save = within(section).getByRole('button', { name: 'Save' });
  expect(save).toBeDisabled();
  await user.type(within(section).getByRole('textbox', { name: /Phone/u }), '+98 21 0055');
  await user.click(save);
  expect(await screen.findByText('Saved')).toBeInTheDocument();
  expect((await call.settings.get()).organisation).toMatchObject({ name: 'Sanjesh Abzar', countryCode: 'IR', phone: '+98 21 0055' });
});

test('the rules of scores are saved together, within their limits', async () => {
  const { user, call } = await opened();
  const late = await screen.findByRole('textbox', { name: 'Days late' });
  await user.clear(late);
  await user.type(late, '۳');
  await user.tab();
  const hours = screen.getByRole('textbox', { name: 'Answer within, hours' });
  expect(hours).toHaveValue('8');
  await user.clear(hours);
  await user.type(hours, '24');
  await user.tab();
  await user.click(screen.getByRole('button', { name: 'Save and score anew' }));
  await waitFor(async () => {
    expect((await call.settings.get()).preferences).toMatchObject({
      windowEarlyDays: 2, windowLateDays: 3, rhythmDays: 30, answerWithinHours: 24, stageThreshold: 50, scoringOn: null,
    });
  });
});

test('the licences told are those of the packages that are installed', () => {
  const root = path.resolve(import.meta.dirname, '../../..');
  const manifest = z.object({ dependencies: z.record(z.string(), z.string()) }).parse(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')));
  expect(licences.map(({ name }) => name)).toEqual(Object.keys(manifest.dependencies).toSorted());
  for (const { name, licence } of licences) {
    const installed = z.object({ license: z.string() }).parse(JSON.parse(readFileSync(path.join(root, 'node_modules', name, 'package.json'), 'utf8')));
    expect(`${name}: ${licence}`).toBe(`${name}: ${installed.license}`);
  }
});
