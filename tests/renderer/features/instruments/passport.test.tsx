import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { certify } from '#tests/data-host/instruments/support.ts';
import { createClient } from '#tests/renderer/features/client/support.ts';
import { renderApp } from '#tests/renderer/support.tsx';
import { dayFromNow, deliverThree, openStore, received, seen } from './support.ts';

const section = (name: string): HTMLElement => screen.getByRole('region', { name });

describe('the passport of an instrument', () => {
  test('says whose it is, how it stands and what it measures, and leads to the records behind it', async () => {
    const store = await openStore();
    const { testHost, call, clientId, add } = store;
    const lines = await deliverThree(store);
    const range = { quantity: 'Length', unit: String.raw`\milli\metre`, lower: '0', upper: '150.0', resolution: '0.010', toleranceLower: '-0.030', toleranceUpper: '0.030' };
    const id = await add('CA-77', { orderLineId: lines['1'] ?? null, deliveredOn: dayFromNow(-30), ranges: [range], site: 'Hall 2', ...received(29) });
    await certify(testHost, { instrumentId: id, calibratedOn: dayFromNow(-40), number: 'C-1', verdict: 'pass' });
    const { user, router } = renderApp(`/instruments/${id}`, testHost);
    expect(await screen.findByRole('heading', { level: 1, name: 'CA-77' })).toBeInTheDocument();
    expect(screen.getByText('Valid')).toBeInTheDocument();
    expect(screen.getByRole('img', { name: `QR code ${(await call.instruments.get({ id })).labelCode}` })).toBeInTheDocument();
    // Trailing zeros count: they say how far the number was read.
    expect(within(section('The instrument')).getByText('0 – 150.0 mm')).toBeInTheDocument();
    expect(within(section('The instrument')).getByText('±0.030 mm')).toBeInTheDocument();
    expect(within(section('Certificates')).getByRole('link', { name: /C-1/u })).toHaveAttribute('href', expect.stringMatching(/\/certificates\/[0-9a-f-]{36}$/u));
    await user.click(within(section('The instrument')).getByRole('button', { name: /PO-7/u }));
    const sheet = await screen.findByRole('dialog');
    expect(seen(within(sheet).getByRole('heading', { level: 2 }).textContent)).toContain('PO-7');
    await user.keyboard('{Escape}');
    const [toClient] = await screen.findAllByRole('link', { name: 'Elbe Tools' });
    if (!toClient) throw new Error('no way to the client');
    await user.click(toClient);
    await waitFor(() => { expect(router.state.location.pathname).toBe(`/clients/${clientId}`); });
  });

  test('says that it is not here, with the way to the list', async () => {
    const { testHost } = await openStore();
    renderApp('/instruments/01a2014b-0dea-7712-8eef-8ec37deba2d0', testHost);
    expect(await screen.findByText('This instrument is not here')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'To the instruments' })).toHaveAttribute('href', '/instruments');
  });

  test('an interval is decided with a reason, and taken back with its record', async () => {
    const { testHost, call, add } = await openStore();
    const id = await add('S-1');
    await certify(testHost, { instrumentId: id, calibratedOn: dayFromNow(-100) });
    const before = await call.instruments.get({ id });
    const { user } = renderApp(`/instruments/${id}`, testHost);
    await screen.findByRole('heading', { level: 1, name: 'S-1' });
    const interval = section('Calibration interval');
    expect(within(interval).getByText(/Every 12 months/u)).toBeInTheDocument();
    expect((await within(interval).findAllByText(/1 calibration on record; 5 are needed/u)).length).toBeGreaterThan(0);
    await user.type(within(interval).getByRole('textbox', { name: /Own decision/u }), '6');
    await user.type(within(interval).getByRole('textbox', { name: /Why/u }), 'Dusty hall{Enter}');
    expect(await screen.findByText('Interval changed from 12 to 6 months: Dusty hall')).toBeInTheDocument();
    expect(within(interval).getByText(/Every 6 months/u)).toBeInTheDocument();
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => { expect(screen.queryByText(/Interval changed/u)).not.toBeInTheDocument(); });
    expect({ ...(await call.instruments.get({ id })), updatedAt: before.updatedAt }).toEqual(before);
  });

  test('a proposal of its history is taken as it stands', async () => {
    const { testHost, call, add } = await openStore();
    const id = await add('S-1');
    for (const age of [1500, 1140, 780, 420, 60]) await certify(testHost, { instrumentId: id, calibratedOn: dayFromNow(-age) });
    const { user } = renderApp(`/instruments/${id}`, testHost);
    const [take] = await screen.findAllByRole('button', { name: /^Take \d+ months$/u });
    if (!take) throw new Error('nothing is proposed');
    const months = Number(/\d+/u.exec(take.textContent)?.[0]);
    await user.click(take);
    await waitFor(async () => { expect((await call.instruments.get({ id })).intervalMonths).toBe(months); });
    expect((await call.instruments.get({ id })).events.find(({ kind }) => kind === 'interval')?.params['method']).toMatch(/^(?:staircase|a1|a3)$/u);
  });

  test('is handed on, refused where it already is, and given back whole', async () => {
    const { testHost, call, clientId, add } = await openStore();
    await createClient(call, { name: 'Bursa Kalibrasyon', code: '008' });
    const id = await add('S-1', { site: 'Hall 1', ...received(500) });
    const before = await call.instruments.get({ id });
    const { user } = renderApp(`/instruments/${id}`, testHost);
    await user.click(await screen.findByRole('button', { name: 'More' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Hand on to another client or site' }));
    const dialog = await screen.findByRole('dialog', { name: 'Hand the instrument on' });
    await user.type(within(dialog).getByRole('textbox', { name: /Site/u }), 'Hall 1');
    await user.click(within(dialog).getByRole('button', { name: 'Hand on' }));
    expect(await within(dialog).findByText('It is there already. Choose another holder or site.')).toBeInTheDocument();
    const holder = within(dialog).getByRole('combobox', { name: /New holder/u });
    await user.clear(holder);
    await user.type(holder, 'Bursa');
    await user.click(await screen.findByRole('option', { name: /Bursa/u }));
    await user.click(within(dialog).getByRole('button', { name: 'Hand on' }));
    expect(await screen.findByText('The instrument was handed on.')).toBeInTheDocument();
    expect(await call.instruments.get({ id })).toMatchObject({ clientName: 'Bursa Kalibrasyon', dueState: 'overdue' });
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(async () => { expect((await call.instruments.get({ id })).clientId).toBe(clientId); });
    expect({ ...(await call.instruments.get({ id })), updatedAt: before.updatedAt }).toEqual(before);
  });

  test('its due day is extended with a reason only, and the extension withdrawn', async () => {
    const { testHost, call, add } = await openStore();
    const id = await add('S-1', received(400));
    const { user } = renderApp(`/instruments/${id}`, testHost);
    await user.click(await screen.findByRole('button', { name: 'Extend' }));
    const dialog = await screen.findByRole('dialog', { name: 'Extend the due day' });
    await user.click(within(dialog).getByRole('button', { name: 'Extend' }));
    expect(within(dialog).getByText('Say why: it stands on record.')).toBeInTheDocument();
    expect(within(dialog).getByText('Choose the day.')).toBeInTheDocument();
    expect((await call.instruments.get({ id })).dueState).toBe('overdue');
  });
});

test('what a product brings along is changed for all its instruments, and back', async () => {
  const { testHost, call } = await openStore();
  for await (const event of await call.sample.open()) if (event.type === 'done') break;
  const product = (await call.instruments.products()).find(({ instrumentType, instrumentCount }) => instrumentType === 'caliper' && instrumentCount > 0);
  if (!product) throw new Error('the sample has no caliper');
  const { user } = renderApp('/instruments', testHost);
  await user.click(await screen.findByRole('button', { name: 'More' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Intervals of products' }));
  const dialog = await screen.findByRole('dialog', { name: 'Calibration by product' });
  await user.click(await within(dialog).findByRole('button', { name: product.name }));
  await user.type(await screen.findByRole('textbox', { name: /Interval in months/u }), '18');
  await user.click(screen.getByRole('button', { name: 'Save for the product' }));
  await waitFor(async () => { expect((await call.instruments.products()).find(({ id }) => id === product.id)?.intervalMonths).toBe(18); });
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(async () => { expect((await call.instruments.products()).find(({ id }) => id === product.id)?.intervalMonths).toBe(product.intervalMonths); });
});
