import type { Profile, ProfileFact } from '#shared/domain/scoring/index.ts';
import type { clientChannels, clients, contacts } from '../db/tables.ts';
import type { Row } from '../db/tables.ts';
import { localDayNumber } from './day.ts';

export type ContactRow = Row<typeof contacts>;
export type ChannelRow = Row<typeof clientChannels>;
type ClientRow = Row<typeof clients>;

/** Networks where a company or its people can be followed; messengers that run over a phone number count as phone. */
const socialKinds: ReadonlySet<string> = new Set(['linkedin', 'instagram', 'facebook', 'x', 'telegram', 'wechat', 'eitaa', 'bale']);
const phoneKinds: ReadonlySet<string> = new Set(['phone', 'whatsapp']);

type Candidate = readonly [kind: 'contact' | 'channel', row: { readonly id: string; readonly updated_at: string }];

/** The fact written last: the freshest witness of a field speaks for it. */
const freshest = (candidates: readonly Candidate[]): ProfileFact | null => {
  let best: Candidate | undefined;
  for (const candidate of candidates) if (!best || candidate[1].updated_at > best[1].updated_at) best = candidate;
  return best ? { recordedDay: localDayNumber(best[1].updated_at), source: { kind: best[0], id: best[1].id } } : null;
};

/**
 * Which of the expected fields a client's record has, and since when. A field's day is that of its row's last change:
 * who saves the form has looked at it.
 */
export function profileOf(client: ClientRow, contacts: readonly ContactRow[], channels: readonly ChannelRow[]): Profile {
  const recordedDay = localDayNumber(client.updated_at);
  const own = (value: string | number | null): ProfileFact | null =>
    value === null ? null : { recordedDay, source: { kind: 'client', id: client.id } };
  const people = (has: (row: ContactRow) => boolean): Candidate[] => contacts.filter(has).map((row) => ['contact', row]);
  const handles = (has: (kind: string) => boolean): Candidate[] => channels.filter(({ kind }) => has(kind)).map((row) => ['channel', row]);
  return {
    country: own(client.country_code),
    language: own(client.language),
    timeZone: own(client.time_zone),
    segment: own(client.segment),
    preferredChannel: own(client.preferred_channel),
    rhythm: own(client.rhythm_days),
    owner: own(client.owner_staff_id),
    contact: freshest(people(() => true)),
    contactRole: freshest(people(({ role }) => role !== null)),
    email: freshest([...people(({ email }) => email !== null), ...handles((kind) => kind === 'email')]),
    phone: freshest([...people(({ phone }) => phone !== null), ...handles((kind) => phoneKinds.has(kind))]),
    website: freshest(handles((kind) => kind === 'website')),
    social: freshest(handles((kind) => socialKinds.has(kind))),
  };
}
