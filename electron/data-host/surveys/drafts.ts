import { surveyDraft as draftSchema } from '#shared/contract/surveys.ts';
import type { SurveyDraft } from '#shared/contract/surveys.ts';
import type { Connection, Transaction } from '../db/store.ts';
import { surveyDrafts } from '../db/tables.ts';
import type { Row } from '../db/tables.ts';

/** Of a client that is not in the bin. */
export function readDraft(connection: Connection, clientId: string): (SurveyDraft & { readonly keptAt: string }) | null {
  const row = connection.get<Row<typeof surveyDrafts>>(
    'SELECT d.* FROM survey_drafts d JOIN clients c ON c.id = d.client_id AND c.deleted_at IS NULL WHERE d.client_id = ? ORDER BY d.updated_at DESC LIMIT 1',
    [clientId],
  );
  if (!row) return null;
  const answers: unknown = JSON.parse(row.answers);
  const draft = draftSchema.parse({
    id: row.id, clientId: row.client_id, contactId: row.contact_id, language: row.language, surveyVersion: row.survey_version,
    consent: { wordingVersion: row.consent_version, at: row.consented_at }, answers, place: row.place,
  });
  return { ...draft, keptAt: row.updated_at };
}

/** The one draft of its client from now on. */
export function keepDraft(tx: Transaction, draft: SurveyDraft): void {
  const { at } = tx.context;
  const changing = { language: draft.language, contact_id: draft.contactId, answers: JSON.stringify(draft.answers), place: draft.place, updated_at: at };
  tx.run('DELETE FROM survey_drafts WHERE client_id = ? AND id <> ?', [draft.clientId, draft.id]);
  if (tx.update(surveyDrafts, draft.id, changing)) return;
  tx.insert(surveyDrafts, {
    ...changing, id: draft.id, client_id: draft.clientId, survey_version: draft.surveyVersion, consent_version: draft.consent.wordingVersion,
    consented_at: new Date(draft.consent.at).toISOString(), created_at: at,
  });
}

/** @returns whether there was one. */
export const dropDraft = (tx: Transaction, clientId: string): boolean => tx.run('DELETE FROM survey_drafts WHERE client_id = ?', [clientId]) > 0;

export const isHandedIn = (connection: Connection, id: string): boolean => connection.get('SELECT 1 FROM surveys WHERE id = ?', [id]) !== undefined;
