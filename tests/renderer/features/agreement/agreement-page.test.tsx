import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openTestHost } from '#tests/data-host/support.ts';
import type { TestHost } from '#tests/data-host/support.ts';
import { renderApp } from '../../support.tsx';

const nobody = {
  code: null, countryCode: null, language: null, timeZone: null, segment: null, preferredChannel: null, rhythmDays: null, ownerStaffId: null, notes: null,
};

type Ratings = readonly (readonly [trust: number, expertise: number])[];

/** Clients one after the other, rated on two indicators by each person. */
async function ratedBy(people: Readonly<Record<string, Ratings>>): Promise<TestHost> {
  const host = openTestHost();
  const { call } = host;
  await call.settings.setPreferences({ setUp: true });
  const clientIds: string[] = [];
  for (let number = 1; number <= 6; number += 1) clientIds.push((await call.clients.create({ ...nobody, name: `Client ${number}` })).id);
  for (const [name, ratings] of Object.entries(people)) {
    await call.settings.setMe({ name });
    for (const [index, [trust, expertise]] of ratings.entries()) {
      await call.scores.rate({
        clientId: clientIds[index] ?? '',
        ratings: [
          { indicatorId: 'brand-trust', rating: trust, note: null },
          { indicatorId: 'brand-expertise', rating: expertise, note: null },
        ],
      });
    }
  }
  return host;
}

test('names the indicator on which two people differ, how they differ and what helps', async () => {
  const host = await ratedBy({
    Mina: [[1, 1], [2, 2], [3, 3], [4, 4], [5, 5], [3, 3]],
    // Of one mind on expertise, two steps milder on trust.
    Omid: [[4, 1], [4, 2], [5, 3], [5, 4], [5, 5], [5, 3]],
    Sara: [[3, 3]],
  });
  const { user } = renderApp('/agreement', host);
  const table = await screen.findByRole('table');
  const expertise = within(table).getByRole('row', { name: /Brand expertise/u });
  expect(expertise).toHaveTextContent(/^Brand expertise61\.001\.00almost perfect agreement3\.03\.0$/u);
  const trust = within(table).getByRole('row', { name: /Brand trust/u });
  // The same rating once in six, and 6/36 by chance ((1·2 + 1·4)/36): nothing beyond chance.
  expect(trust).toHaveTextContent(/^Brand trust60\.00/u);
  const poor = screen.getByRole('region', { name: '1 indicator with poor agreement' });
  expect(poor).toHaveTextContent('Brand trust');
  expect(poor).toHaveTextContent(/Mina.* is stricter throughout: 3\.0 on average, .*Omid.* 4\.7/u);
  expect(poor).toHaveTextContent('Rate three clients together');

  // Another rater, with too little in common to name anything.
  await user.click(screen.getByRole('button', { name: /Omid.*Second rater|Second rater.*Omid/u }));
  await user.click(await screen.findByRole('option', { name: /Sara/u }));
  await waitFor(() => {
    expect(screen.getByText(/No indicator has 5 pairs of ratings yet/u)).toBeInTheDocument();
  });
  expect(screen.queryByText('What helps')).not.toBeInTheDocument();
});

test('with one rater says how a second one is won, instead of numbers', async () => {
  renderApp('/agreement', await ratedBy({ Mina: [[1, 1], [2, 2]] }));
  expect(await screen.findByText('Only one person has rated so far')).toBeInTheDocument();
  expect(screen.queryByRole('table')).not.toBeInTheDocument();
});
