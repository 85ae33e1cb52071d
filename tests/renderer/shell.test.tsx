import { act, screen, waitFor } from '@testing-library/react';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ORPCError } from '@orpc/client';
import { describe, expect, onTestFinished, test } from 'vitest';
import { DataHost } from '#electron/data-host/index.ts';
import { router as hostRouter } from '#electron/data-host/router.ts';
import { createRouterClient } from '@orpc/server';
import { ErrorState } from '#renderer/components/ErrorState.tsx';
import { ConnectionLostError, SwitchingLink, hostFailed, hostWentDown, useHostState } from '#renderer/connection.ts';
import { places } from '#renderer/shell/navigation.tsx';
import { keysOf, shortcutOf, shortcuts } from '#renderer/shell/shortcuts.ts';
import { placeShortcuts } from '#shared/contract/places.ts';
import shellTexts from '#shared/i18n/locales/en/shell.json' with { type: 'json' };
import { dismissToast, toast, useToasts } from '#renderer/state/toasts.ts';
import { migrationsDirectory, openTestHost } from '#tests/data-host/support.ts';
import { attachHost, english, persian, renderApp, renderIn } from './support.tsx';

const call = (link: SwitchingLink) => link.call(['x'], undefined, { context: {} });

describe('the link to the data host', () => {
  test('calls wait for the first end', async () => {
    const link = new SwitchingLink();
    const answer = call(link);
    link.attach({ call: () => Promise.resolve(7) });
    expect(await answer).toBe(7);
  });

  test('what is under way on an end that is lost is rejected, and what comes later is answered by the next', async () => {
    const link = new SwitchingLink();
    link.attach({
      call: (_path, _input, { signal }) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => {
            reject(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
          });
        }),
    });
    const lost = call(link);
    await Promise.resolve();
    link.lose();
    await expect(lost).rejects.toBeInstanceOf(ConnectionLostError);
    const waiting = call(link);
    expect(link.attach({ call: () => Promise.resolve('new') })).toBe(true);
    expect(await waiting).toBe('new');
  });

  test('where no end will come, waiting calls are told', async () => {
    const link = new SwitchingLink();
    const waiting = call(link);
    link.fail();
    await expect(waiting).rejects.toBeInstanceOf(ConnectionLostError);
  });
});

test('while the data host is away the person is told, and the list is read again from the next one', async () => {
  const first = openTestHost();
  await first.call.settings.setPreferences({ setUp: true });
  const { findByText } = renderApp('/clients', first);
  await findByText('No clients yet');
  hostWentDown();
  expect(await findByText('Reconnecting to your data')).toBeInTheDocument();
  const second = openTestHost();
  await second.call.settings.setPreferences({ setUp: true });
  await second.call.clients.create({
    name: 'After the restart', code: null, countryCode: null, language: null, timeZone: null, segment: null, preferredChannel: null, rhythmDays: null, ownerStaffId: null, notes: null,
  });
  attachHost(second);
  expect(await findByText('After the restart')).toBeInTheDocument();
  expect(screen.queryByText('Reconnecting to your data')).not.toBeInTheDocument();
  expect(useHostState.getState().state).toBe('up');
  hostFailed();
  expect(await findByText('Your data cannot be reached')).toBeInTheDocument();
});

test('a store that cannot be opened is explained, without its code', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'peyvand-'));
  const file = path.join(folder, 'store.sqlite');
  writeFileSync(file, 'this is no database, but long enough to look at it as one'.repeat(200));
  const host = new DataHost({ file, migrationsDirectory, appVersion: '9.9.9' });
  onTestFinished(async () => {
    await host.close();
    rmSync(folder, { recursive: true, force: true });
  });
  expect(host.state.kind).toBe('refused');
  const { container } = renderApp('/clients', { host, folder, call: createRouterClient(hostRouter, { context: { host } }) });
  expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(/damaged|locked/u);
  expect(container).not.toHaveTextContent('STORE_');
  expect(container).toHaveTextContent(file);
  expect(container).toHaveTextContent('9.9.9');
});

test('an unknown address leads to the clients', async () => {
  const host = openTestHost();
  await host.call.settings.setPreferences({ setUp: true });
  const { router } = renderApp('/nowhere', host);
  await waitFor(() => {
    expect(router.state.location.pathname).toBe('/clients');
  });
});

test.each(placeShortcuts)('Ctrl and the digit go to %s, and so does the palette', async (place, digit) => {
  const host = openTestHost();
  await host.call.settings.setPreferences({ setUp: true });
  const { router, user } = renderApp('/settings', host);
  await screen.findByRole('heading', { level: 1, name: 'Settings' });
  await user.keyboard(`{Control>}${digit}{/Control}`);
  await waitFor(() => {
    expect(router.state.location.pathname).toBe(`/${place}`);
  });
  await act(() => router.navigate('/settings'));
  await user.keyboard('{Control>}k{/Control}');
  const words = shellTexts.command[place];
  await user.type(await screen.findByRole('searchbox', { name: 'Find clients and actions' }), words);
  await user.click(await screen.findByRole('option', { name: (name) => name.startsWith(words) }));
  await waitFor(() => {
    expect(router.state.location.pathname).toBe(`/${place}`);
  });
});

describe('errors in words', () => {
  test.each([
    [new ORPCError('NOT_FOUND', { defined: true, data: { entity: 'client', id: 'x' } }), 'This record is not here.'],
    [new ORPCError('CONFLICT', { defined: true }), 'This record was changed meanwhile.'],
    [new ConnectionLostError(), 'The connection to your data was lost.'],
    [new ORPCError('INTERNAL_SERVER_ERROR', { message: 'SQLITE_CORRUPT at line 7' }), 'That did not work.'],
    [new TypeError('x is not a function'), 'That did not work.'],
  ])('%s', (error, words) => {
    renderIn(english, <ErrorState error={error} onRetry={() => undefined} />);
    expect(screen.getByRole('alert')).toHaveTextContent(words);
    expect(screen.getByRole('alert')).not.toHaveTextContent(/SQLITE|function|line 7/u);
  });

  test('in Persian', () => {
    renderIn(persian, <ErrorState error={new ConnectionLostError()} />);
    expect(screen.getByRole('alert')).toHaveTextContent('ارتباط با داده‌های شما قطع شد.');
  });
});

const press = (init: KeyboardEventInit): KeyboardEvent => new KeyboardEvent('keydown', init);

describe('shortcuts', () => {
  test('are found by letter, and by place on a Persian layout', () => {
    expect(shortcutOf(press({ key: 'k', code: 'KeyK', ctrlKey: true }))?.command).toBe('find');
    expect(shortcutOf(press({ key: 'ن', code: 'KeyK', ctrlKey: true }))?.command).toBe('find');
  });

  test('no two are the same, and every page of the navigation has one', () => {
    expect(new Set(shortcuts.map(({ key }) => key)).size).toBe(shortcuts.length);
    for (const { command } of places) expect(keysOf(command)).toMatch(/^(?:Ctrl|⌘) .$/u);
  });

  test('need Ctrl alone: AltGr and Shift write letters', () => {
    expect(shortcutOf(press({ key: 'k', code: 'KeyK' }))).toBeUndefined();
    expect(shortcutOf(press({ key: 'k', code: 'KeyK', ctrlKey: true, altKey: true }))).toBeUndefined();
  });

  test('Ctrl+Z in a field is the field’s own', () => {
    const field = document.createElement('input');
    document.body.append(field);
    onTestFinished(() => {
      field.remove();
    });
    let inField: unknown = 'not asked';
    field.addEventListener('keydown', (event) => {
      inField = shortcutOf(event);
    });
    field.dispatchEvent(press({ key: 'z', code: 'KeyZ', ctrlKey: true, bubbles: true }));
    expect(inField).toBeUndefined();
    expect(shortcutOf(press({ key: 'z', code: 'KeyZ', ctrlKey: true }))?.command).toBe('undo');
  });
});

test('at most three messages stand at once, in a polite live region, and each can be put away', async () => {
  const host = openTestHost();
  await host.call.settings.setPreferences({ setUp: true });
  const { user } = renderApp('/settings', host);
  await screen.findByRole('heading', { name: 'Settings' });
  for (const text of ['one', 'two', 'three', 'four']) toast(text);
  await screen.findByText('four');
  expect(screen.queryByText('one')).not.toBeInTheDocument();
  const region = screen.getByText('four').closest('[aria-live]');
  expect(region).toHaveAttribute('aria-live', 'polite');
  const [dismiss] = screen.getAllByRole('button', { name: 'Dismiss' });
  if (!dismiss) throw new Error('A message cannot be put away');
  await user.click(dismiss);
  expect(screen.queryByText('two')).not.toBeInTheDocument();
  for (const { id } of useToasts.getState().toasts) dismissToast(id);
});
