import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { relationshipKinds } from '#shared/domain/relationship/index.ts';
import type { FieldValue, RelationshipField } from '#shared/domain/relationship/index.ts';
import { localToday } from '#renderer/state/today.ts';
import { renderApp } from '#tests/renderer/support.tsx';
import { createClient, seen, setUpHost } from './support.ts';

test('a record is entered by keyboard alone: its kind by a few letters, its words, Ctrl+Enter; Undo takes it back', async () => {
  const testHost = await setUpHost();
  const { id } = await createClient(testHost.call);
  const { user } = renderApp(`/clients/${id}?view=relationship`, testHost);
  expect(await screen.findByText('Nothing recorded yet')).toBeInTheDocument();
  await user.keyboard('a');
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByRole('combobox', { name: 'What kind of record?' })).toHaveFocus();
  await user.keyboard('offer{ArrowDown}{Enter}');
  const what = await within(dialog).findByRole('textbox', { name: 'What was offered?' });
  expect(dialog).toHaveTextContent(/Evidence for: /u);
  await waitFor(() => {
    expect(what).toHaveFocus();
  });
  await user.keyboard('Ten calipers, 150 mm');
  await user.tab();
  expect(within(dialog).getByRole('checkbox', { name: 'It answers a need the client named itself' })).toHaveFocus();
  await user.keyboard(' ');
  await user.keyboard('{Control>}{Enter}{/Control}');
  const list = await screen.findByRole('button', { name: 'Ten calipers, 150 mm' });
  expect(list).toBeInTheDocument();
  expect(await testHost.call.relationship.list({ clientId: id, kind: null })).toMatchObject([
    { kind: 'offer', on: localToday(), values: { subject: 'Ten calipers, 150 mm', fitsOwnNeed: true, answer: null } },
  ]);
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByText('Nothing recorded yet')).toBeInTheDocument();
  expect(await testHost.call.relationship.list({ clientId: id, kind: null })).toEqual([]);
}, 60_000);

test('what does not hold is said at its field, and nothing is kept', async () => {
  const testHost = await setUpHost();
  const { id } = await createClient(testHost.call);
  const { user } = renderApp(`/clients/${id}?view=relationship`, testHost);
  await screen.findByText('Nothing recorded yet');
  await user.keyboard('a');
  const dialog = await screen.findByRole('dialog');
  await user.keyboard('feedback{ArrowDown}{Enter}');
  await within(dialog).findByRole('textbox', { name: 'What did the client say?' });
  await user.click(within(dialog).getByRole('button', { name: 'Save the record' }));
  expect(await within(dialog).findByText('Needed')).toBeInTheDocument();
  expect(await testHost.call.relationship.list({ clientId: id, kind: null })).toEqual([]);
}, 60_000);

test('a matter goes on: the record is opened again, its next day is one press, and the list says so', async () => {
  const testHost = await setUpHost();
  const { id } = await createClient(testHost.call);
  const today = localToday();
  const { id: recordId } = await testHost.call.relationship.save({
    kind: 'feedback', clientId: id, id: null,
    values: { givenOn: today, subject: 'Scale hard to read', isComplaint: true, acknowledgedOn: null, resolvedOn: null, reportedBackOn: null },
  });
  const { user } = renderApp(`/clients/${id}?view=relationship`, testHost);
  await user.click(await screen.findByRole('button', { name: (name) => seen(name) === 'Edit Feedback: Scale hard to read' }));
  const dialog = await screen.findByRole('dialog', { name: 'Edit: Feedback' });
  await user.click(within(dialog).getByRole('button', { name: 'Acknowledged on: Today' }));
  await user.click(within(dialog).getByRole('button', { name: 'Save the record' }));
  await waitFor(async () => {
    expect(await testHost.call.relationship.list({ clientId: id, kind: 'feedback' })).toMatchObject([{ id: recordId, values: { acknowledgedOn: today, subject: 'Scale hard to read', isComplaint: true } }]);
  });
  expect(await screen.findByText(/^Acknowledged on: /u)).toBeInTheDocument();
  // The record opens with all its fields, and goes to the bin from there.
  await user.click(screen.getByRole('button', { name: 'Scale hard to read' }));
  const sheet = await screen.findByRole('dialog', { name: 'Feedback' });
  expect(await within(sheet).findByText('It is a complaint')).toBeInTheDocument();
  await user.click(within(sheet).getByRole('button', { name: 'Remove' }));
  expect(await screen.findByText('Nothing recorded yet')).toBeInTheDocument();
}, 60_000);

test.each(relationshipKinds.map(({ key }) => key))('every field of "%s" has its words, in the form and in the list', async (kind) => {
  const testHost = await setUpHost();
  const client = await createClient(testHost.call);
  const person = await testHost.call.clients.saveContact({ clientId: client.id, id: null, name: 'Nora', role: null, email: null, phone: null, language: null, isPrimary: true, notes: null });
  const descriptor = relationshipKinds.find(({ key }) => key === kind);
  if (!descriptor) throw new Error('no such kind');
  const today = localToday();
  const values = Object.fromEntries(
    descriptor.fields.map((field: RelationshipField): readonly [string, FieldValue] => {
      if (field.type === 'choice') return [field.key, field.choices[0] ?? null];
      if (field.type === 'rating') return [field.key, 4];
      if (field.type === 'flag') return [field.key, true];
      if (field.type === 'contact') return [field.key, person.id];
      return [field.key, field.type === 'day' ? today : `Words of ${field.key}`];
    }),
  );
  const entry = await testHost.call.relationship.save({ kind, clientId: client.id, id: null, values });
  expect(entry.values).toEqual(values);
  const { user } = renderApp(`/clients/${client.id}?view=relationship`, testHost);
  await user.click(await screen.findByRole('button', { name: /^Edit .+: /u }));
  const dialog = await screen.findByRole('dialog');
  await within(dialog).findByRole('form');
  // A key that has no words would be shown as itself.
  expect(document.body.textContent).not.toMatch(/(?:field|choice|kind)\.[a-z]/iu);
  expect(within(dialog).getAllByRole('group').length + within(dialog).queryAllByRole('textbox').length).toBeGreaterThan(0);
}, 60_000);
