import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { everyClient } from '#renderer/state/client-list-input.ts';
import { setInterface } from '#renderer/state/interface.ts';
import { addOrder } from '#tests/data-host/fixtures.ts';
import { openTestHost } from '#tests/data-host/support.ts';
import type { TestHost } from '#tests/data-host/support.ts';
import { renderApp } from '../support.tsx';

const nobody = {
  code: null, countryCode: null, language: null, timeZone: null, segment: null, preferredChannel: null, rhythmDays: null, ownerStaffId: null, notes: null,
};

async function storeWith(names: readonly (readonly [name: string, countryCode: string])[]): Promise<TestHost> {
  const host = openTestHost();
  await host.call.settings.setPreferences({ setUp: true });
  for (const [name, countryCode] of names) await host.call.clients.create({ ...nobody, name, countryCode });
  return host;
}

beforeEach(() => {
  setInterface({ clientList: everyClient, clientListIndex: 0 });
});

const three = () => storeWith([['Ost-West Messtechnik', 'DE'], ['شرکت ابزار دقیق سپاهان', 'IR'], ['Nairobi Gauge', 'KE']]);

describe('with three clients', () => {
  test('lists them with their countries, and beside the score how little it stands on', async () => {
    renderApp('/clients', await three());
    const row = await screen.findByRole('row', { name: /Nairobi Gauge/u });
    expect(row).toHaveTextContent('Kenya');
    expect(row).toHaveTextContent('1% covered');
    expect(row).toHaveTextContent('Not placed');
    expect(screen.getByText(/^3 clients/u)).toBeInTheDocument();
    expect(document.title).toBe('Clients – Peyvand');
  });

  test('finds while typing, Arabic letters for Persian ones too, and says how many', async () => {
    const { user } = renderApp('/clients', await three());
    await screen.findByRole('row', { name: /Nairobi/u });
    // ي and no ZWNJ, as an Arabic keyboard writes it.
    await user.type(screen.getByRole('searchbox', { name: 'Name, code, contact or handle' }), 'دقيق');
    await screen.findByText('1 of 3 clients');
    expect(screen.getByRole('row', { name: /سپاهان/u })).toBeInTheDocument();
    expect(screen.queryByRole('row', { name: /Nairobi/u })).not.toBeInTheDocument();
  });

  test('filters by country with counts, and a chip takes the filter away', async () => {
    const { user } = renderApp('/clients', await three());
    await user.click(await screen.findByRole('button', { name: 'Country' }));
    const menu = await screen.findByRole('dialog', { name: 'Country' });
    expect(within(menu).getByText('Germany').closest('label')).toHaveTextContent(/1$/u);
    await user.click(within(menu).getByRole('checkbox', { name: /Germany/u }));
    await user.keyboard('{Escape}');
    await screen.findByText('1 of 3 clients');
    await user.click(screen.getByRole('button', { name: 'Take away: Germany' }));
    await screen.findByRole('row', { name: /Nairobi/u });
    expect(screen.queryByText('1 of 3 clients')).not.toBeInTheDocument();
  });

  test('a search without a match says so and how to go on', async () => {
    const { user } = renderApp('/clients', await three());
    await screen.findByRole('row', { name: /Nairobi/u });
    await user.type(screen.getByRole('searchbox', { name: 'Name, code, contact or handle' }), 'zzzz');
    expect(await screen.findByText('No client matches')).toBeInTheDocument();
    const [clear] = screen.getAllByRole('button', { name: 'Clear all filters' });
    if (!clear) throw new Error('There is no way out of the empty list');
    await user.click(clear);
    expect(await screen.findByRole('row', { name: /Nairobi/u })).toBeInTheDocument();
  });

  test('sorting by name puts the letters in order and asks the store, not the screen', async () => {
    const { user } = renderApp('/clients', await three());
    await user.click(await screen.findByRole('button', { name: 'Client' }));
    await waitFor(() => {
      const names = screen.getAllByRole('row').slice(1).map((row) => row.textContent);
      expect(names.findIndex((text) => text.includes('Nairobi'))).toBeLessThan(names.findIndex((text) => text.includes('Ost-West')));
    });
    expect(screen.getByRole('columnheader', { name: 'Client' })).toHaveAttribute('aria-sort', 'ascending');
  });

  test('Ctrl+K finds a client by a part of the name and goes there', async () => {
    const { user, router } = renderApp('/clients', await three());
    await screen.findByRole('row', { name: /Nairobi/u });
    await user.keyboard('{Control>}k{/Control}');
    const palette = await screen.findByRole('dialog', { name: 'Find clients and actions' });
    await user.keyboard('nair');
    await waitFor(() => {
      expect(within(palette).getAllByRole('option').map((option) => option.textContent)).toEqual(['Nairobi GaugeKenya']);
    });
    await user.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => {
      expect(router.state.location.pathname).toMatch(/^\/clients\/[0-9a-f-]{36}$/u);
    });
  });
});

describe('a new client', () => {
  test('is warned about while a known name is typed, keeps the draft on Esc, and is saved', async () => {
    const host = await storeWith([['Gulf Precision Trading', 'AE']]);
    const { user, router, call } = renderApp('/clients?new=1', host);
    const name = await screen.findByRole('textbox', { name: 'Company name' });
    expect(name).toHaveFocus();
    await user.keyboard('Gulf Precision');
    expect(await screen.findByText('A client with a name like this is here already')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Gulf Precision Trading' })).toBeInTheDocument();
    await user.keyboard('{Escape}');
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    });
    await user.click(screen.getByRole('button', { name: 'New client' }));
    expect(await screen.findByRole('textbox', { name: 'Company name' })).toHaveValue('Gulf Precision');
    await user.keyboard(' Bahrain');
    await user.keyboard('{Enter}');
    await waitFor(() => {
      expect(router.state.location.pathname).toMatch(/^\/clients\/[0-9a-f-]{36}$/u);
    });
    // The key would undo the typing while the form is still there.
    expect(await screen.findByRole('heading', { level: 1, name: 'Gulf Precision Bahrain' })).toBeInTheDocument();
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    });
    const listed = await call.clients.list({ search: 'Bahrain' });
    expect(listed.rows.map((row) => row.name)).toEqual(['Gulf Precision Bahrain']);

    // Undo from the message, by the keyboard.
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(async () => {
      expect((await call.clients.list({ search: 'Bahrain' })).total).toBe(0);
    });
    expect(await screen.findByRole('row', { name: /Gulf Precision Trading/u })).toBeInTheDocument();
    expect(router.state.location.pathname).toBe('/clients');
  });

  test('without a name is not saved, and the field says why', async () => {
    const { user, call } = renderApp('/clients?new=1', await storeWith([]));
    await screen.findByRole('textbox', { name: 'Company name' });
    await user.click(screen.getByRole('button', { name: 'Save client' }));
    expect(screen.getByRole('textbox', { name: 'Company name' })).toHaveAccessibleDescription(/Please enter a name/u);
    expect((await call.clients.facets()).total).toBe(0);
  });
});

test('values in several currencies are not compared, and the header says so', async () => {
  const host = await storeWith([['Ost-West Messtechnik', 'DE'], ['Nairobi Gauge', 'KE'], ['Rhein Tools', 'DE']]);
  const { rows } = await host.call.clients.list({ sort: 'name' });
  for (const [index, currency] of ['KES', 'EUR', 'EUR'].entries()) {
    await addOrder(host, rows[index]?.id ?? '', `PO-${index}`, '2026-01-01', [{ number: '1', ordered: 1, valueMinor: (3 - index) * 100_000, currency }]);
  }
  setInterface({ clientList: { ...everyClient, sort: 'value', descending: true } });
  renderApp('/clients', host);
  expect(await screen.findByRole('columnheader', { name: 'Value by currency' })).toHaveAttribute('aria-sort', 'descending');
  const names = (await screen.findAllByRole('row')).slice(1).map((row) => within(row).getAllByRole('gridcell')[0]?.textContent);
  expect(names.map((name) => ['Ost-West', 'Rhein', 'Nairobi'].find((known) => name?.includes(known)))).toEqual(['Ost-West', 'Rhein', 'Nairobi']);
});

test('the sample is marked, leaves in one click and comes back by Undo', async () => {
  const host = await storeWith([['Ost-West Messtechnik', 'DE']]);
  const events = await host.call.sample.open();
  while ((await events.next()).done !== true);
  expect((await host.call.clients.facets()).sampleCount).toBeGreaterThan(40);
  const { user, call } = renderApp('/clients', host);
  await user.click(await screen.findByRole('button', { name: 'Remove the sample' }));
  expect(await screen.findByText(/sample clients removed$/u, undefined, { timeout: 40_000 })).toBeInTheDocument();
  expect((await call.clients.facets()).total).toBe(1);
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByText(/made up, to look around/u, undefined, { timeout: 40_000 })).toBeInTheDocument();
  expect((await call.clients.facets()).sampleCount).toBeGreaterThan(40);
}, 120_000);

test('an empty store says the three ways to begin', async () => {
  renderApp('/clients', await storeWith([]));
  expect(await screen.findByText('No clients yet')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Import a file' })).toHaveAttribute('href', '/import');
  expect(screen.getByRole('button', { name: 'Open the sample exporter' })).toBeInTheDocument();
});

test('a view keeps filters, search and order under a name, is asked again with two presses, and goes and comes back by Undo', async () => {
  const host = await storeWith([['Gulf Precision Trading', 'AE'], ['Elbe Tools', 'DE']]);
  const { user, call } = renderApp('/clients', host);
  await user.type(await screen.findByRole('searchbox', { name: 'Name, code, contact or handle' }), 'Elbe');
  await user.click(screen.getByRole('button', { name: 'Views' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Save this view…' }));
  await user.type(await screen.findByRole('textbox', { name: 'Name of the view' }), 'River towns{Enter}');
  expect(await screen.findByRole('button', { name: 'River towns' })).toBeInTheDocument();
  expect((await call.settings.get()).preferences.savedViews).toMatchObject([{ name: 'River towns', list: { search: 'Elbe', sort: 'overall', descending: false } }]);

  await user.clear(screen.getByRole('searchbox', { name: 'Name, code, contact or handle' }));
  expect(await screen.findByRole('row', { name: /Gulf Precision/u })).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Views' }));
  await user.click(await screen.findByRole('menuitem', { name: 'River towns' }));
  await waitFor(() => {
    expect(screen.queryByRole('row', { name: /Gulf Precision/u })).not.toBeInTheDocument();
  });
  expect(screen.getByRole('searchbox', { name: 'Name, code, contact or handle' })).toHaveValue('Elbe');

  await user.click(screen.getByRole('button', { name: 'River towns' }));
  await user.click(await screen.findByRole('menuitem', { name: /^Remove/u }));
  await waitFor(async () => {
    expect((await call.settings.get()).preferences.savedViews).toEqual([]);
  });
  await user.keyboard('{Escape}');
  const undos = await screen.findAllByRole('button', { name: 'Undo' });
  await user.click(undos.at(-1) ?? document.body);
  await waitFor(async () => {
    expect((await call.settings.get()).preferences.savedViews).toHaveLength(1);
  });
}, 60_000);
