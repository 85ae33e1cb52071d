import { screen, waitFor } from '@testing-library/react';
import type { TestHost } from '#tests/data-host/support.ts';
import { createClient, setUpHost } from '../client/support.ts';

export interface Asked extends TestHost {
  readonly clientId: string;
  readonly contactId: string;
}

/** An exporter that can be reached, and a client of it with one person. */
export async function askedHost(): Promise<Asked> {
  const host = await setUpHost();
  await host.call.settings.setOrganisation({ name: 'Sanjesh Dena', countryCode: 'IR', address: null, phone: '+98 21 1234', email: 'info@dena.example', website: null });
  const client = await createClient(host.call, { name: 'Rheintal Werkzeug' });
  const contact = await host.call.clients.saveContact({
    clientId: client.id, id: null, name: 'Jana Vogt', role: 'Buyer', email: null, phone: null, language: null, isPrimary: true, notes: null,
  });
  return { ...host, clientId: client.id, contactId: contact.id };
}

/** The four digits that are shown before handing over. */
export const shownNumber = async (): Promise<string> => {
  const label = await screen.findByText('Your number');
  return waitFor(() => {
    const number = label.nextElementSibling?.textContent ?? '';
    if (!/^\d{4}$/u.test(number)) throw new Error(`"${number}" is no number of four digits`);
    return number;
  });
};
