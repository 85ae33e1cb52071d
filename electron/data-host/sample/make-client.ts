import type { Archetype } from './archetypes.ts';
import { writtenOn } from './clock.ts';
import type { Maker } from './clock.ts';
import type { SampleCountry } from './countries.ts';
import type { SampleRows } from './rows.ts';
import { wordsFor } from './words.ts';

export interface SampleClient {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly country: SampleCountry;
  readonly archetype: Archetype;
  readonly contactIds: readonly string[];
  readonly ownerId: string;
  readonly rhythmDays: number | null;
}

/** Latin letters only, for addresses under `.example`. */
const slug = (name: string, number: number): string => {
  const latin = name.normalize('NFKD').toLowerCase().replaceAll(/[^a-z]+/gu, '-').replaceAll(/^-|-$/gu, '');
  return latin.length >= 4 ? latin.slice(0, 24).replace(/-$/u, '') : `client-${number}`;
};

const phone = (maker: Maker, country: SampleCountry): string => `${country.dial} 000 555 ${String(maker.random.int(0, 9999)).padStart(4, '0')}`;

/** A client with its people and handles, as carefully kept as its kind of client is. */
export function makeClient(
  maker: Maker, rows: SampleRows,
  given: { readonly number: number; readonly name: string; readonly country: SampleCountry; readonly archetype: Archetype; readonly ownerId: string },
): SampleClient {
  const { random, today } = maker;
  const { country, archetype, number, name, ownerId } = given;
  const { recordCare, contact } = archetype;
  const kept = <T>(value: T): T | null => (random.chance(recordCare) ? value : null);
  const id = maker.id();
  const knownSince = today - Math.max(contact.fromDaysAgo, archetype.ordering?.fromDaysAgo ?? 0) - 3;
  const lastLooked = today - random.int(2, Math.max(3, Math.round(900 * (1 - recordCare)) + 60));
  const touched = { ...writtenOn(maker, knownSince), updated_at: maker.instant(Math.max(lastLooked, knownSince)) };
  const rhythmDays = kept(random.pick([14, 30, 30, 45, 60]));
  rows.clients.push({
    ...touched, id, code: `${number}-${country.code}`, name, country_code: country.code, country_as_given: null, language: kept(country.language),
    time_zone: kept(country.timeZone), segment: archetype.segment, preferred_channel: kept(random.pick(['email', country.messenger, 'phone'])),
    rhythm_days: rhythmDays, owner_staff_id: kept(ownerId), notes: null, is_sample: 1, source_row: null,
  });
  const site = `${slug(name, number)}.example`;
  const people = random.some(country.people, recordCare > 0.7 ? random.int(2, 3) : 1);
  const contactIds = people.map((person, index) => {
    const contactId = maker.id();
    rows.contacts.push({
      ...touched, id: contactId, client_id: id, name: person, role: kept(random.pick(wordsFor(country.language).roles)),
      email: kept(`${slug(person, index + 1)}@${site}`), phone: kept(phone(maker, country)), language: kept(country.language),
      is_primary: index === 0 ? 1 : 0, notes: null, source_row: null,
    });
    return contactId;
  });
  const channel = (kind: string, handle: string, contactId: string | null) => {
    if (random.chance(recordCare)) rows.clientChannels.push({ ...touched, id: maker.id(), client_id: id, contact_id: contactId, kind, handle });
  };
  channel('website', `https://${site}`, null);
  channel('email', `info@${site}`, null);
  channel(country.messenger, country.messenger === 'whatsapp' ? phone(maker, country) : `@${slug(name, number)}`, contactIds[0] ?? null);
  return { id, number, name, country, archetype, contactIds, ownerId, rhythmDays };
}
