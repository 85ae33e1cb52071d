import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { clients } from '#electron/data-host/db/tables.ts';
import { storeOf } from '#tests/data-host/support.ts';
import { renderApp } from '#tests/renderer/support.tsx';
import { createClient, openSample, seen, setUpHost } from './support.ts';

test('shows who the client is and what time it is there', async () => {
  const testHost = await setUpHost();
  const { id } = await createClient(testHost.call);
  renderApp(`/clients/${id}`, testHost);
  expect(await screen.findByRole('heading', { level: 1, name: 'Elbe Tools' })).toBeInTheDocument();
  expect(screen.getByText('007')).toBeInTheDocument();
  expect(screen.getByText('Germany')).toBeInTheDocument();
  const there = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Berlin' });
  const minute = 60_000;
  const expected = [new Date(), new Date(Date.now() - minute)].map((now) => there.format(now));
  expect(expected.some((time) => document.querySelector('time')?.textContent?.endsWith(time))).toBe(true);
});

test.each([
  ["Côte d'Ivoire", false], ['COTE D’IVOIRE', false], ['Ivory Coast', true],
])('a country that the file calls “%s” is shown as the file has it only where that is another name', async (given, isShown) => {
  const testHost = await setUpHost();
  const { id } = await createClient(testHost.call, { countryCode: 'CI' });
  await storeOf(testHost).write({ actor: 'test' }, (tx) => tx.update(clients, id, { country_as_given: given, updated_at: tx.context.at }));
  renderApp(`/clients/${id}`, testHost);
  const place = await screen.findByText(/Côte d’Ivoire/u);
  expect(seen(place.textContent)).toBe(isShown ? `Côte d’Ivoire (in the file: ${given})` : 'Côte d’Ivoire');
});

test('says that a client is not here, with the way to the list', async () => {
  const testHost = await setUpHost();
  renderApp('/clients/01a2014b-0dea-7712-8eef-8ec37deba2d0', testHost);
  expect(await screen.findByText('This client is not here')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'To the client list' })).toHaveAttribute('href', '/clients');
});

test('an interaction is logged by keyboard alone, and Esc keeps the typing', async () => {
  const testHost = await setUpHost();
  const { id } = await createClient(testHost.call);
  const { user } = renderApp(`/clients/${id}`, testHost);
  await screen.findByRole('heading', { level: 1, name: 'Elbe Tools' });
  await user.keyboard('l');
  await screen.findByRole('dialog');
  await user.keyboard('Asked about calipers');
  await user.keyboard('{Escape}');
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });
  expect(await testHost.call.interactions.list({ clientId: id })).toEqual([]);

  await user.keyboard('l');
  const again = await screen.findByRole('dialog');
  expect(within(again).getByRole('textbox', { name: 'What was it about?' })).toHaveValue('Asked about calipers');
  expect(within(again).getByText('Your unsaved typing is back.')).toBeInTheDocument();
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(async () => {
    expect(await testHost.call.interactions.list({ clientId: id })).toMatchObject([{ subject: 'Asked about calipers', channel: 'phone', direction: 'outbound', staffName: 'Sara' }]);
  });
  expect(await screen.findByRole('button', { name: 'Asked about calipers' })).toBeInTheDocument();

  // The draft is gone with what was saved.
  await user.keyboard('l');
  expect(within(await screen.findByRole('dialog')).getByRole('textbox', { name: 'What was it about?' })).toHaveValue('');
});

test('an interaction needs a subject and cannot lie in the future', async () => {
  const testHost = await setUpHost();
  const { id } = await createClient(testHost.call);
  const { user } = renderApp(`/clients/${id}`, testHost);
  await user.click(await screen.findByRole('button', { name: 'Log interaction' }));
  const dialog = await screen.findByRole('dialog');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await within(dialog).findByText('Say in a few words what it was about.')).toBeInTheDocument();
  const time = within(dialog).getByRole('textbox', { name: 'Time' });
  await user.clear(time);
  await user.type(time, '25:99');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await within(dialog).findByText(/hours and minutes/u)).toBeInTheDocument();
  expect(await testHost.call.interactions.list({ clientId: id })).toEqual([]);
});

test('an answer closes the message that waited', async () => {
  const testHost = await setUpHost();
  const { id } = await createClient(testHost.call);
  await testHost.call.interactions.save({
    id: null, clientId: id, contactId: null, channel: 'email', direction: 'inbound', occurredAt: new Date(Date.now() - 3 * 86_400_000).toISOString(), subject: 'Where is my order?', body: null,
    sentiment: 'bad', answersId: null, needsAnswer: true,
  });
  const { user } = renderApp(`/clients/${id}`, testHost);
  await user.click(await screen.findByRole('button', { name: 'Log the answer' }));
  await screen.findByRole('dialog');
  await user.keyboard('On its way{Control>}{Enter}{/Control}');
  expect(await screen.findByText('Nothing stands open.')).toBeInTheDocument();
  const message = (await testHost.call.interactions.list({ clientId: id })).find(({ subject }) => subject === 'Where is my order?');
  expect(message?.answeredAt).not.toBeNull();
});

test('the language is proposed as the client prefers it, then as it was used last', async () => {
  const testHost = await setUpHost();
  const { id } = await createClient(testHost.call);
  await testHost.call.clients.update({ id, language: 'de-AT' });
  const { user } = renderApp(`/clients/${id}`, testHost);
  const log = async (subject: string) => {
    await user.click(await screen.findByRole('button', { name: 'Log interaction' }));
    const dialog = await screen.findByRole('dialog');
    const language = within(dialog).getByRole('combobox', { name: /^Language/u });
    await user.type(within(dialog).getByRole('textbox', { name: 'What was it about?' }), subject);
    return { dialog, language };
  };
  const save = async () => {
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    });
  };
  const first = await log('Offer');
  expect(first.language).toHaveValue('German');
  await user.clear(first.language);
  await user.type(first.language, 'Turk');
  await user.click(await screen.findByRole('option', { name: 'Turkish' }));
  await save();
  expect((await testHost.call.interactions.list({ clientId: id })).map(({ language }) => language)).toEqual(['tr']);
  const second = await log('Reminder');
  expect(second.language).toHaveValue('Turkish');
  await user.clear(second.language);
  await save();
  const kept = (await testHost.call.interactions.list({ clientId: id })).find(({ subject }) => subject === 'Reminder');
  expect(kept?.language).toBeNull();
});

test('a suggested step becomes a task in one press, with a due day, and can be taken back', async () => {
  const testHost = await setUpHost();
  const { id } = await createClient(testHost.call);
  const { steps } = await testHost.call.scores.explain({ clientId: id });
  expect(steps.length).toBeGreaterThan(0);
  const { user } = renderApp(`/clients/${id}`, testHost);
  const [make] = await screen.findAllByRole('button', { name: /^Make it a task · due \d/u });
  if (!make) throw new Error('no step can be made a task');
  await user.click(make);
  expect(await screen.findByText(/^It is a task, due/u)).toBeInTheDocument();
  const tasks = await testHost.call.tasks.list({ clientId: id });
  expect(tasks).toHaveLength(1);
  expect(tasks[0]?.dueOn).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(async () => {
    expect(await testHost.call.tasks.list({ clientId: id })).toEqual([]);
  });
});

test('a task is done with one press and open again with Undo', async () => {
  const testHost = await setUpHost();
  const { id } = await createClient(testHost.call);
  await testHost.call.tasks.save({ id: null, clientId: id, title: 'Send the offer', dueOn: '2020-01-01', stepCode: null });
  const { user } = renderApp(`/clients/${id}`, testHost);
  expect(await screen.findByText(/^Overdue since 1 Jan 2020/u)).toBeInTheDocument();
  await user.click(screen.getByRole('checkbox', { name: /Send the offer/u }));
  expect(await screen.findByText('Nothing stands open.')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByRole('checkbox', { name: /Send the offer/u })).toBeInTheDocument();
});

test('fields are edited, an empty name is refused, and the change stands in the history', async () => {
  const testHost = await setUpHost();
  const { id } = await createClient(testHost.call);
  const { user } = renderApp(`/clients/${id}`, testHost);
  await screen.findByRole('heading', { level: 1, name: 'Elbe Tools' });
  await user.keyboard('e');
  const dialog = await screen.findByRole('dialog');
  const name = within(dialog).getByRole('textbox', { name: 'Name' });
  await user.clear(name);
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await within(dialog).findByText('A client needs a name.')).toBeInTheDocument();
  await user.type(name, 'Elbe Werkzeuge');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await screen.findByRole('heading', { level: 1, name: 'Elbe Werkzeuge' })).toBeInTheDocument();
  await user.click(screen.getByRole('tab', { name: 'Changes' }));
  const row = await screen.findByRole('row', { name: 'Name Elbe Tools Elbe Werkzeuge' });
  expect(row.closest('li')).toHaveTextContent('Sara');
});

test('the bin takes a client and gives it back', async () => {
  const testHost = await setUpHost();
  const { id } = await createClient(testHost.call);
  const { user, router } = renderApp(`/clients/${id}`, testHost);
  await user.click(await screen.findByRole('button', { name: 'More' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Move to the bin' }));
  await waitFor(() => {
    expect(router.state.location.pathname).toBe('/clients');
  });
  await expect(testHost.call.clients.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(async () => {
    await expect(testHost.call.clients.get({ id })).resolves.toMatchObject({ name: 'Elbe Tools' });
  });
});

test('people and channels are added, removed and brought back in place', async () => {
  const testHost = await setUpHost();
  const { id } = await createClient(testHost.call);
  const { user } = renderApp(`/clients/${id}?view=contacts`, testHost);
  await user.click(await screen.findByRole('button', { name: 'Add a person' }));
  await user.keyboard('Anna Weiß');
  const form = screen.getByRole('form', { name: 'Add a person' });
  await user.type(within(form).getByRole('textbox', { name: /^E-mail/u }), 'not an address');
  await user.click(within(form).getByRole('button', { name: 'Save' }));
  expect(await within(form).findByText('Not in the right form')).toBeInTheDocument();
  const email = within(form).getByRole('textbox', { name: /^E-mail/u });
  await user.clear(email);
  await user.type(email, 'anna@example.com');
  await user.type(within(form).getByRole('textbox', { name: /^Phone/u }), '0049 040 0123');
  await user.click(within(form).getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('0049 040 0123')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: /^Remove .*Anna Weiß/u }));
  expect(await screen.findByText('No contact person yet')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByText('anna@example.com')).toBeInTheDocument();

  await user.click(screen.getByRole('button', { name: 'Add a channel' }));
  await user.keyboard('@elbe.tools{Control>}{Enter}{/Control}');
  expect(await screen.findByText('@elbe.tools')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: /^Remove .*@elbe\.tools/u }));
  await waitFor(() => {
    expect(screen.queryByText('@elbe.tools')).not.toBeInTheDocument();
  });
  const [, undo] = screen.getAllByRole('button', { name: 'Undo' });
  await user.click(undo ?? screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByText('@elbe.tools')).toBeInTheDocument();
});

test('a line opens with its promises; a new promise says who and why and leaves the first one alone', async () => {
  const testHost = await setUpHost();
  const id = await openSample(testHost.call);
  const { rows } = await testHost.call.orders.lines({ clientId: id, limit: 1 });
  const line = rows[0];
  if (!line) throw new Error('no line');
  const before = await testHost.call.orders.line({ id: line.id });
  const { user } = renderApp(`/clients/${id}?view=orders`, testHost);
  await user.click(await screen.findByRole('gridcell', { name: new RegExp(`${line.orderNumber}\\s*${line.lineNumber}`, 'u') }));
  const sheet = await screen.findByRole('dialog');
  expect(seen(within(sheet).getByRole('heading', { level: 2 }).textContent)).toBe(`Order ${line.orderNumber}, line ${line.lineNumber}`);
  await user.click(await within(sheet).findByRole('button', { name: 'New promise' }));
  const form = within(sheet).getByRole('form');
  await user.click(within(form).getByRole('button', { name: 'Record the promise' }));
  expect(await within(form).findByText('Choose the new day.')).toBeInTheDocument();
  expect(within(form).getByText('Say why the day moves.')).toBeInTheDocument();
  const [dayPart, monthPart, yearPart] = within(form).getAllByRole('spinbutton');
  if (!dayPart || !monthPart || !yearPart) throw new Error('no date field');
  await user.click(dayPart);
  await user.keyboard('15');
  await user.keyboard('03');
  await user.keyboard('2031');
  await user.click(within(form).getByRole('radio', { name: 'The client' }));
  await user.type(within(form).getByRole('textbox', { name: 'Reason' }), 'Their hall is being rebuilt');
  await user.click(within(form).getByRole('button', { name: 'Record the promise' }));
  expect(await within(sheet).findByText('Their hall is being rebuilt')).toBeInTheDocument();
  const after = await testHost.call.orders.line({ id: line.id });
  expect(after.firstPromisedOn).toBe(before.firstPromisedOn);
  expect(after.currentPromisedOn).toBe('2031-03-15');
  expect(after.promises.find(({ promisedOn }) => promisedOn === '2031-03-15')).toMatchObject({ askedBy: 'customer', madeBy: 'Sara', reason: 'Their hall is being rebuilt' });
}, 60_000);

test('the timeline shows one kind at a time', async () => {
  const testHost = await setUpHost();
  const id = await openSample(testHost.call);
  const { total } = await testHost.call.clients.timeline({ clientId: id, kinds: ['order'] });
  const { user } = renderApp(`/clients/${id}?view=timeline`, testHost);
  await user.click(await screen.findByRole('radio', { name: 'Orders' }));
  expect(await screen.findByText(`${Math.min(100, total)} of ${total}`)).toBeInTheDocument();
  expect(screen.queryByText('Interaction:')).not.toBeInTheDocument();
}, 60_000);

test('single keys can be turned off, and do nothing while somebody types', async () => {
  const testHost = await setUpHost();
  const { id } = await createClient(testHost.call);
  const { user } = renderApp(`/clients/${id}?view=notes`, testHost);
  await user.type(await screen.findByRole('textbox', { name: /^Notes about this client/u }), 'tell l');
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'More' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Turn single-key shortcuts off' }));
  fireEvent.keyDown(document.body, { key: 'l', code: 'KeyL' });
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'More' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Turn single-key shortcuts on' }));
  fireEvent.keyDown(document.body, { key: 'م', code: 'KeyL' });
  expect(await screen.findByRole('dialog')).toBeInTheDocument();
});

test('Persian: right to left, Persian digits, Jalali days, the same page', async () => {
  const testHost = await setUpHost();
  await testHost.call.settings.setPreferences({ language: 'fa', calendar: 'persian', digits: 'arabext' });
  const id = await openSample(testHost.call);
  const figures = await testHost.call.orders.figures({ clientId: id });
  renderApp(`/clients/${id}`, testHost);
  expect(await screen.findByRole('heading', { name: 'تحویل در ارقام' })).toBeInTheDocument();
  expect(document.documentElement).toHaveAttribute('dir', 'rtl');
  const count = new Intl.NumberFormat('fa-IR').format(figures.lineCount);
  expect(await screen.findByRole('button', { name: `${count} قلم` })).toBeInTheDocument();
}, 60_000);
