import type { Client } from '#shared/contract/clients.ts';
import type { Interaction } from '#shared/contract/interactions.ts';
import { primaryLanguage } from '#shared/domain/language/index.ts';

interface Talk {
  readonly client: Pick<Client, 'language' | 'contacts'>;
  readonly contactId: string | null;
  /** The message that this one answers. */
  readonly answers: Pick<Interaction, 'language'> | null;
  /** What was said before, newest first. */
  readonly earlier: readonly Pick<Interaction, 'contactId' | 'language'>[];
}

/**
 * The language that a new interaction was most likely held in: that of the message it answers, then the one used last with
 * the same person, then the person's own and the client's. null: nothing is known.
 */
export function likelyLanguage({ client, contactId, answers, earlier }: Talk): string | null {
  const last = earlier.find((entry) => entry.contactId === contactId && entry.language !== null);
  const known = answers?.language ?? last?.language ?? client.contacts.find(({ id }) => id === contactId)?.language ?? client.language;
  return known === null ? null : primaryLanguage(known);
}
