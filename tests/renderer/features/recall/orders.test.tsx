import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { addDays } from '#shared/domain/calendar/index.ts';
import { renderApp } from '../../support.tsx';
import { recallHost, today, window } from './support.ts';

test('an order is booked from the due list, goes its way step by step, back, out with a reason, and on again', async () => {
  const host = await recallHost();
  const instrumentId = await host.addDue('S-1', -3);
  const { user, router } = renderApp('/recall', host);
  await user.click(await screen.findByRole('checkbox', { name: /S-1/u }));
  await user.click(screen.getByRole('button', { name: 'Book calibration' }));
  expect(await screen.findByText('1 calibration was booked.')).toBeInTheDocument();
  const { rows: [order] } = await host.call.recall.orders({ clientId: null, instrumentId, open: true, ...window });
  if (!order) throw new Error('nothing was booked');

  await router.navigate('/recall/orders');
  const row = await screen.findByRole('row', { name: new RegExp(order.number, 'u') });
  expect(row).toHaveTextContent('Booked');
  await user.click(within(row).getByRole('button', { name: 'Received…' }));
  await user.click(within(await screen.findByRole('dialog', { name: 'Received…' })).getByRole('button', { name: 'Enter' }));
  await waitFor(async () => {
    expect((await host.call.recall.order({ id: order.id })).steps.received).toBe(today);
  });

  await router.navigate(`/recall/orders/${order.id}`);
  expect(await screen.findByRole('heading', { level: 1, name: /Calibration order/u })).toBeInTheDocument();
  const way = await screen.findByRole('list', { name: 'Its way' });
  expect(within(way).getAllByRole('listitem').map((item) => item.getAttribute('aria-current'))).toEqual([null, null, 'step', null, null, null, null]);
  await user.click(screen.getByRole('button', { name: 'As found…' }));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Enter' }));
  // From here the certificate is written, with the order it belongs to.
  expect(await screen.findByRole('link', { name: 'Certificate' })).toHaveAttribute('href', `/instruments/${instrumentId}/certificates/new?order=${order.id}`);
  await user.click(screen.getByRole('button', { name: 'Step back' }));
  expect(await screen.findByRole('button', { name: 'As found…' })).toBeInTheDocument();

  await user.click(screen.getByRole('button', { name: 'Cancel order…' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: 'Cancel order' }));
  expect(within(dialog).getByText('Say why: it stands on record.')).toBeInTheDocument();
  await user.type(within(dialog).getByRole('textbox'), 'The client wants it back{Enter}');
  expect(await screen.findByText('The client wants it back')).toBeInTheDocument();
  await user.click(await screen.findByRole('button', { name: 'Take up again' }));
  expect(await screen.findByRole('button', { name: 'As found…' })).toBeInTheDocument();
  expect((await host.call.recall.order({ id: order.id })).cancelledOn).toBeNull();
});

test('a day before the step that came last is refused where it is typed', async () => {
  const host = await recallHost();
  const instrumentId = await host.addDue('S-1', -3);
  const [order] = await host.call.recall.book({ instrumentIds: [instrumentId], laboratory: 'PTB', bookedOn: addDays(today, 1), note: null });
  const { user } = renderApp(`/recall/orders/${order?.id ?? ''}`, host);
  await user.click(await screen.findByRole('button', { name: 'Received…' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: 'Enter' }));
  expect(await within(dialog).findByText('This day is before the step that came last.')).toBeInTheDocument();
});

test('an order that is not there says so, with a way back', async () => {
  renderApp('/recall/orders/01900000-0000-7000-8000-000000000000', await recallHost());
  expect(await screen.findByText('This calibration order is not here')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Calibration orders' })).toBeInTheDocument();
});
