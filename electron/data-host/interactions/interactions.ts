import type { z } from 'zod';
import type { Issue } from '#shared/contract/errors.ts';
import { interaction as interactionSchema } from '#shared/contract/interactions.ts';
import type { Interaction, interactionInput } from '#shared/contract/interactions.ts';
import { byHand } from '../db/rows.ts';
import type { Connection, Transaction } from '../db/store.ts';
import { interactions } from '../db/tables.ts';
import type { Row } from '../db/tables.ts';

type InteractionInput = z.output<typeof interactionInput>;
type StoredInteraction = Row<typeof interactions> & { readonly staff_name: string | null; readonly answered_at: string | null };

/** When it was answered is read from the answer itself: an answer that goes to the bin leaves the question open again. */
const select = `
  SELECT i.*, s.name AS staff_name,
    (SELECT min(a.occurred_at) FROM interactions a WHERE a.answers_id = i.id AND a.deleted_at IS NULL) AS answered_at
  FROM interactions i JOIN clients c ON c.id = i.client_id AND c.deleted_at IS NULL LEFT JOIN staff s ON s.id = i.staff_id`;

const toInteraction = (row: StoredInteraction): Interaction => ({
  id: row.id, clientId: row.client_id, contactId: row.contact_id,
  channel: interactionSchema.shape.channel.catch('other').parse(row.channel),
  direction: interactionSchema.shape.direction.parse(row.direction),
  occurredAt: row.occurred_at, subject: row.subject, body: row.body, sentiment: interactionSchema.shape.sentiment.parse(row.sentiment),
  answersId: row.answers_id, needsAnswer: row.needs_answer === 1, staffName: row.staff_name, answeredAt: row.answered_at,
  language: interactionSchema.shape.language.catch(null).parse(row.language),
});

/** Newest first. */
export const readInteractions = (connection: Connection, clientId: string): Interaction[] =>
  connection
    .all<StoredInteraction>(`${select} WHERE i.client_id = ? AND i.deleted_at IS NULL ORDER BY i.occurred_at DESC, i.id DESC`, [clientId])
    .map(toInteraction);

export function readInteraction(connection: Connection, id: string, inBin = false): Interaction | undefined {
  const row = connection.get<StoredInteraction>(`${select} WHERE i.id = ? AND i.deleted_at IS ${inBin ? 'NOT NULL' : 'NULL'}`, [id]);
  return row && toInteraction(row);
}

/** Clocks of two computers at one fair stand may differ by so much. */
const clockToleranceMs = 5 * 60_000;

/** What the shape of the input cannot tell. What is planned is a task; an interaction has happened. */
export function findIssues(connection: Connection, id: string | null, input: InteractionInput, now: Date): Issue[] {
  const issues: Issue[] = [];
  const belongs = (table: 'contacts' | 'interactions', rowId: string) =>
    connection.get(`SELECT 1 FROM ${table} WHERE id = ? AND client_id = ? AND deleted_at IS NULL`, [rowId, input.clientId]) !== undefined;
  if (input.contactId !== null && !belongs('contacts', input.contactId)) issues.push({ field: 'contactId', code: 'unknown-contact' });
  if (input.answersId !== null && (input.answersId === id || !belongs('interactions', input.answersId))) {
    issues.push({ field: 'answersId', code: 'unknown-interaction' });
  }
  if (Date.parse(input.occurredAt) > now.getTime() + clockToleranceMs) issues.push({ field: 'occurredAt', code: 'in-the-future' });
  return issues;
}

/** @returns its identifier. `staffId` stands for who made a new one; a later correction leaves it. */
export function saveInteraction(tx: Transaction, id: string | null, input: InteractionInput, staffId: string | null): string {
  const columns = {
    client_id: input.clientId, contact_id: input.contactId, channel: input.channel, direction: input.direction,
    // One way of writing instants, so that their text sorts as they happened.
    occurred_at: new Date(input.occurredAt).toISOString(),
    subject: input.subject, body: input.body, sentiment: input.sentiment, answers_id: input.answersId, needs_answer: input.needsAnswer ? 1 : 0,
    language: input.language,
  };
  const start = byHand(tx);
  if (id === null) tx.insert(interactions, { ...start, ...columns, staff_id: staffId });
  else tx.update(interactions, id, { ...columns, updated_at: tx.context.at });
  return id ?? start.id;
}
