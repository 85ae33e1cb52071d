import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { askInstruments, everyInstrument } from '#renderer/state/instrument-list.ts';
import { renderApp } from '#tests/renderer/support.tsx';
import { deliverThree, openStore, received, seen } from './support.ts';

const serials = (): (string | undefined)[] => screen.getAllByRole('row').slice(1).map((row) => /[A-Z]-\d+/u.exec(seen(row.textContent))?.[0]);

describe('the list of instruments', () => {
  test('says what to do where there is none, and makes a range of them by keyboard alone, without those that are there', async () => {
    const { testHost, call, add } = await openStore();
    const known = await add('A-0099', { clientId: null });
    await call.instruments.remove({ ids: [known] });
    const { user } = renderApp('/instruments', testHost);
    expect(await screen.findByText('No instruments yet')).toBeInTheDocument();
    await call.instruments.restore({ ids: [known] });
    await user.click(screen.getByRole('button', { name: 'New instruments' }));
    const dialog = await screen.findByRole('dialog', { name: 'New instruments' });
    await user.click(within(dialog).getByRole('radio', { name: 'A range' }));
    await user.type(within(dialog).getByRole('textbox', { name: 'First serial' }), 'A-0098');
    await user.tab();
    await user.keyboard('A-0101');
    expect(await within(dialog).findByText('1 serial of the range is there already and is left out.')).toBeInTheDocument();
    expect(seen(within(dialog).getByText(/3 instruments:/u).textContent)).toContain('A-0098, A-0100, A-0101');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(async () => {
      expect((await call.instruments.list({ sort: 'serial' })).rows.map(({ serial }) => serial)).toEqual(['A-0098', 'A-0099', 'A-0100', 'A-0101']);
    });
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(async () => {
      expect((await call.instruments.list({})).rows.map(({ serial }) => serial)).toEqual(['A-0099']);
    });
  });

  test('a range that is none says so, and a draft waits for the next time', async () => {
    const { testHost, add } = await openStore();
    await add('A-1');
    const { user } = renderApp('/instruments?new=1', testHost);
    const dialog = await screen.findByRole('dialog', { name: 'New instruments' });
    await user.click(within(dialog).getByRole('radio', { name: 'A range' }));
    await user.type(within(dialog).getByRole('textbox', { name: 'First serial' }), 'A-10');
    await user.type(within(dialog).getByRole('textbox', { name: 'Last serial' }), 'A-08');
    expect(await within(dialog).findByText('The last serial comes before the first.')).toBeInTheDocument();
    await user.keyboard('{Escape}');
    await waitFor(() => { expect(screen.queryByRole('dialog')).not.toBeInTheDocument(); });
    await user.click(screen.getByRole('button', { name: 'New instruments' }));
    expect(await screen.findByRole('textbox', { name: 'First serial' })).toHaveValue('A-10');
  });

  test('its counts narrow it and widen it again; a search that finds nothing offers the way out', async () => {
    askInstruments(everyInstrument);
    const { testHost, add } = await openStore();
    await add('A-1', received(400));
    await add('A-2', received(350));
    await add('A-3', received(30));
    await add('A-4');
    const { user } = renderApp('/instruments', testHost);
    await waitFor(() => { expect(serials()).toEqual(['A-1', 'A-2', 'A-3', 'A-4']); });
    await user.click(screen.getByRole('button', { name: '1 Overdue' }));
    await waitFor(() => { expect(serials()).toEqual(['A-1']); });
    await user.click(screen.getByRole('button', { name: '1 Overdue' }));
    await user.click(screen.getByRole('button', { name: '2 Due in 30 days' }));
    await waitFor(() => { expect(serials()).toEqual(['A-1', 'A-2']); });
    await user.click(screen.getByRole('button', { name: '4 All' }));
    await user.click(within(screen.getByRole('columnheader', { name: /Serial/u })).getByRole('button'));
    await user.click(within(screen.getByRole('columnheader', { name: /Serial/u })).getByRole('button'));
    await waitFor(() => { expect(serials()).toEqual(['A-4', 'A-3', 'A-2', 'A-1']); });
    await user.type(screen.getByRole('searchbox', { name: /Serial, asset number/u }), 'nowhere');
    expect(await screen.findByText('No instrument matches')).toBeInTheDocument();
    const [clear] = screen.getAllByRole('button', { name: 'Clear all filters' });
    if (!clear) throw new Error('no way out');
    await user.click(clear);
    await waitFor(() => { expect(serials()).toHaveLength(4); });
  });

  test('several at once are retired and put into the bin, each with a way back', async () => {
    askInstruments(everyInstrument);
    const { testHost, call, add } = await openStore();
    for (const serial of ['A-1', 'A-2', 'A-3']) await add(serial, received(100));
    const { user } = renderApp('/instruments', testHost);
    await user.click(await screen.findByRole('checkbox', { name: 'Mark A-1' }));
    await user.click(screen.getByRole('button', { name: 'Mark all 3' }));
    expect(await screen.findByText('3 marked')).toBeInTheDocument();
    await user.click(screen.getByRole('checkbox', { name: 'Mark A-3' }));
    await user.click(screen.getByRole('button', { name: 'Retire' }));
    expect(await screen.findByText('2 instruments are retired.')).toBeInTheDocument();
    expect((await call.instruments.list({ statuses: ['retired'] })).rows.map(({ dueOn }) => dueOn)).toEqual([null, null]);
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(async () => { expect((await call.instruments.list({ dueStates: ['valid'] })).total).toBe(3); });
    // Not before the list stands as it stood: a row that moves takes its mark along.
    await waitFor(() => { expect(serials()).toEqual(['A-1', 'A-2', 'A-3']); });
    await user.click(screen.getByRole('checkbox', { name: 'Mark A-2' }));
    await user.click(screen.getByRole('button', { name: 'To the bin' }));
    await waitFor(() => { expect(serials()).toEqual(['A-1', 'A-3']); });
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => { expect(serials()).toHaveLength(3); });
  });
});

describe('the instruments of a client', () => {
  test('are made from what was delivered, one scan after another; what is twice or too many is said', async () => {
    const store = await openStore();
    const { testHost, call, clientId, add } = store;
    await add('B-2', { clientId: null });
    const lines = await deliverThree(store);
    const { user } = renderApp(`/clients/${clientId}?view=instruments`, testHost);
    expect(await screen.findByText(/3 pieces from 1 order line were delivered/u)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'New instruments' }));
    const dialog = await screen.findByRole('dialog', { name: 'New instruments' });
    await user.click(await within(dialog).findByRole('button', { name: /Delivered with/u }));
    await user.click(await screen.findByRole('option', { name: /PO-7/u }));
    const scanBox = await within(dialog).findByRole('textbox', { name: 'Next serial' });
    await user.type(scanBox, 'B-1{Enter}B-2{Enter}B-1{Enter}');
    expect(await within(dialog).findByText('This serial is in the list already.')).toBeInTheDocument();
    expect(await within(dialog).findByText('already there')).toBeInTheDocument();
    await user.clear(scanBox);
    await user.type(scanBox, 'B-3{Enter}B-4{Enter}');
    expect(await within(dialog).findByText(/4 serials for 3 pieces/u)).toBeInTheDocument();
    await user.click(within(dialog).getByRole('button', { name: 'Take B-2 away' }));
    await user.click(within(dialog).getByRole('button', { name: 'Save 3 instruments' }));
    await waitFor(async () => {
      expect((await call.instruments.list({ clientId, sort: 'serial' })).rows.map(({ serial }) => serial)).toEqual(['B-1', 'B-3', 'B-4']);
    });
    const { rows } = await call.instruments.list({ clientId });
    expect((await call.instruments.get({ id: rows[0]?.id ?? '' })).orderLineId).toBe(lines['1']);
    await waitFor(() => { expect(screen.queryByText(/were delivered and have no serial/u)).not.toBeInTheDocument(); });
  });

  test('stand with their state, and open', async () => {
    const { testHost, clientId, add } = await openStore();
    const overdue = await add('A-1', { ...received(400), site: 'Hall 2' });
    await add('A-2', received(30));
    const { user, router } = renderApp(`/clients/${clientId}?view=instruments`, testHost);
    expect(await screen.findByText('2 instruments: 1 overdue')).toBeInTheDocument();
    const row = await screen.findByRole('row', { name: /A-1/u });
    expect(within(row).getByText('Overdue')).toBeInTheDocument();
    expect(within(row).getByText('Hall 2')).toBeInTheDocument();
    await user.click(within(row).getByText('Hall 2'));
    await waitFor(() => { expect(router.state.location.pathname).toBe(`/instruments/${overdue}`); });
  });
});

test('the command palette finds an instrument by serial, asset number and label, and its certificate with it', async () => {
  const { testHost, call, add } = await openStore();
  const id = await add('MX-0042', { assetNumber: 'EQ/7' });
  await add('MX-0043');
  const { labelCode } = await call.instruments.get({ id });
  const { user, router } = renderApp('/clients', testHost);
  await screen.findByRole('heading', { level: 1, name: 'Clients' });
  for (const typed of ['mx0042', 'EQ/7', labelCode]) {
    await user.keyboard('{Control>}k{/Control}');
    const box = await screen.findByRole('searchbox', { name: 'Find clients and actions' });
    await user.clear(box);
    await user.type(box, typed);
    await waitFor(() => {
      expect(screen.getAllByRole('option').map((option) => seen(option.textContent))).toEqual([expect.stringMatching(/^MX-0042/u)]);
    });
    await user.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => { expect(router.state.location.pathname).toBe(`/instruments/${id}`); });
    await router.navigate('/clients');
    await screen.findByRole('heading', { level: 1, name: 'Clients' });
  }
  await user.keyboard('{Control>}k{/Control}');
  const box = await screen.findByRole('searchbox', { name: 'Find clients and actions' });
  await user.clear(box);
  await user.type(box, 'MX-004');
  await waitFor(() => { expect(screen.getAllByRole('option').map((option) => seen(option.textContent).slice(0, 7))).toEqual(['MX-0042', 'MX-0043']); });
});
