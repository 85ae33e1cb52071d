import { configure } from '@testing-library/react';
import type { ClientInput } from '#shared/contract/clients.ts';
import type { ContractClient } from '#shared/contract/index.ts';
import { openTestHost } from '#tests/data-host/support.ts';
import type { TestHost } from '#tests/data-host/support.ts';

// What is waited for comes from a real store on a machine that others use, too.
configure({ asyncUtilTimeout: 15_000 });

/** A store that was set up by Sara. */
export async function setUpHost(): Promise<TestHost> {
  const testHost = openTestHost();
  await testHost.call.settings.setMe({ name: 'Sara' });
  await testHost.call.settings.setPreferences({ setUp: true });
  return testHost;
}

const blank: ClientInput = {
  name: 'Elbe Tools', code: '007', countryCode: 'DE', language: 'de', timeZone: 'Europe/Berlin', segment: null, preferredChannel: 'phone', rhythmDays: null,
  ownerStaffId: null, notes: null,
};

export const createClient = (call: ContractClient, changes: Partial<ClientInput> = {}) => call.clients.create({ ...blank, ...changes });

/** The sample exporter; @returns the client with the most order lines that are due. */
export async function openSample(call: ContractClient): Promise<string> {
  for await (const event of await call.sample.open()) {
    if (event.type === 'done') break;
  }
  const { rows } = await call.clients.list({ limit: 500 });
  const most = rows.toSorted((a, b) => b.dueCount - a.dueCount)[0];
  if (!most) throw new Error('The sample has no clients');
  return most.id;
}

/** Names inside sentences stand between isolates, which nobody sees. */
export const seen = (text: string | null): string => (text ?? '').replaceAll(/[\u2068\u2069]/gu, '');
