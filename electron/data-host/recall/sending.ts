import type { Letter } from '#shared/contract/recall.ts';
import { byHand } from '../db/rows.ts';
import type { Transaction } from '../db/store.ts';
import { calibrationLetters, interactions } from '../db/tables.ts';
import { localDayOf } from '../settings/index.ts';
import { noteIn } from './words.ts';

export interface Sending {
  readonly sentOn: string;
  readonly channel: 'email' | 'post' | 'fax' | 'messenger';
  /** Of the exporter's own records. */
  readonly language: 'en' | 'fa';
  readonly now: Date;
  readonly staffId: string | null;
}

/** What was sent on an earlier day counts from its noon, where this computer stands. */
const instantOf = (day: string, now: Date): string => {
  if (day === localDayOf(now)) return now.toISOString();
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, dayOfMonth, 12).toISOString();
};

/** A letter that went out is also a word of ours to the client: it stands among the interactions, and counts there. */
export function markLetterSent(tx: Transaction, letter: Letter, { sentOn, channel, language, now, staffId }: Sending): void {
  const told = {
    contact_id: letter.contact?.id ?? null, channel: channel === 'email' ? 'email' : 'other', occurred_at: instantOf(sentOn, now),
    subject: noteIn(language, letter.kind === 'recall' ? 'recallSent' : 'noticeSent', { count: letter.instrumentCount }), language: letter.language,
  };
  const known = tx.get<{ interaction_id: string | null }>('SELECT interaction_id FROM calibration_letters WHERE id = ?', [letter.id])?.interaction_id ?? null;
  const start = byHand(tx);
  if (known === null) {
    tx.insert(interactions, {
      ...start, ...told, client_id: letter.clientId, direction: 'outbound', body: null, sentiment: null, answers_id: null, needs_answer: 0, staff_id: staffId,
    });
  } else {
    tx.update(interactions, known, { ...told, updated_at: tx.context.at });
    tx.restore(interactions, known);
  }
  tx.update(calibrationLetters, letter.id, { sent_on: sentOn, channel, interaction_id: known ?? start.id, updated_at: tx.context.at });
}

/** The interaction goes to the bin with it; sent again, it is the same one. */
export function unmarkLetterSent(tx: Transaction, letterId: string): void {
  const interaction = tx.get<{ interaction_id: string | null }>('SELECT interaction_id FROM calibration_letters WHERE id = ?', [letterId])?.interaction_id ?? null;
  if (interaction !== null) tx.softDelete(interactions, interaction);
  tx.update(calibrationLetters, letterId, { sent_on: null, channel: null, updated_at: tx.context.at });
}
