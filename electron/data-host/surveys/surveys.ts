import type { z } from 'zod';
import type { Issue } from '#shared/contract/errors.ts';
import { survey as surveySchema } from '#shared/contract/surveys.ts';
import type { Survey, surveySubmission } from '#shared/contract/surveys.ts';
import { surveyProblems, surveyVersion } from '#shared/domain/survey/index.ts';
import { newId } from '../db/ids.ts';
import type { Connection, Transaction } from '../db/store.ts';
import { surveyAnswers, surveys } from '../db/tables.ts';
import type { Row } from '../db/tables.ts';
import { localDayOf } from '../settings/index.ts';

type Submission = z.output<typeof surveySubmission>;
type StoredSurvey = Row<typeof surveys> & { readonly contact_name: string | null; readonly staff_name: string | null };

/** Of clients that are not in the bin. */
const select = `
  SELECT s.*, p.name AS contact_name, m.name AS staff_name FROM surveys s JOIN clients c ON c.id = s.client_id AND c.deleted_at IS NULL
  LEFT JOIN contacts p ON p.id = s.contact_id LEFT JOIN staff m ON m.id = s.staff_id`;

const toSurvey = (connection: Connection, row: StoredSurvey): Survey =>
  surveySchema.parse({
    id: row.id, clientId: row.client_id, contactId: row.contact_id, contactName: row.contact_name, language: row.language, mode: row.mode,
    surveyVersion: row.survey_version, answeredOn: row.answered_on,
    consent: { wordingVersion: row.consent_version, language: row.consent_language, at: row.consented_at },
    withdrawnAt: row.withdrawn_at, enteredBy: row.staff_name,
    answers: connection.all('SELECT indicator_id AS indicatorId, answer FROM survey_answers WHERE survey_id = ? ORDER BY id', [row.id]),
  });

/** Newest first. */
export const readSurveys = (connection: Connection, clientId: string): Survey[] =>
  connection
    .all<StoredSurvey>(`${select} WHERE s.client_id = ? AND s.deleted_at IS NULL ORDER BY s.answered_on DESC, s.id DESC`, [clientId])
    .map((row) => toSurvey(connection, row));

export function readSurvey(connection: Connection, id: string, inBin = false): Survey | undefined {
  const row = connection.get<StoredSurvey>(`${select} WHERE s.id = ? AND s.deleted_at IS ${inBin ? 'NOT NULL' : 'NULL'}`, [id]);
  return row && toSurvey(connection, row);
}

/** Whether a person who is named works at the client. */
export const belongsTo = (connection: Connection, contactId: string | null, clientId: string): boolean =>
  contactId === null || connection.get('SELECT 1 FROM contacts WHERE id = ? AND client_id = ? AND deleted_at IS NULL', [contactId, clientId]) !== undefined;

/** What keeps a survey from being kept. Without the client's consent nothing of it is. */
export function findIssues(connection: Connection, submission: Submission, now: Date): Issue[] {
  const { clientId, contactId, consent, answeredOn, answers } = submission;
  const issues: Issue[] = [];
  if (!consent.accepted) issues.push({ field: 'consent.accepted', code: 'consent-missing' });
  if (Date.parse(consent.at) > now.getTime() + clockToleranceMs) issues.push({ field: 'consent.at', code: 'ahead' });
  if (answeredOn !== null && answeredOn > localDayOf(now)) issues.push({ field: 'answeredOn', code: 'ahead' });
  if (!belongsTo(connection, contactId, clientId)) issues.push({ field: 'contactId', code: 'not-of-client' });
  for (const problem of surveyProblems(answers)) {
    issues.push({ field: 'indicatorId' in problem ? `answers.${problem.indicatorId}` : 'answers', code: problem.code });
  }
  return issues;
}

/** Clocks of two computers at one stand may differ by so much. */
const clockToleranceMs = 5 * 60_000;

/** @returns its identifier. Only what was answered is kept. */
export function saveSurvey(tx: Transaction, submission: Submission, staffId: string | null): string {
  const id = submission.id ?? newId();
  const { at } = tx.context;
  const consentedAt = new Date(submission.consent.at);
  tx.insert(surveys, {
    id, client_id: submission.clientId, contact_id: submission.contactId, language: submission.language, mode: submission.mode,
    survey_version: surveyVersion, answered_on: submission.answeredOn ?? localDayOf(consentedAt), consent_version: submission.consent.wordingVersion,
    consent_language: submission.language, consented_at: consentedAt.toISOString(), withdrawn_at: null, staff_id: staffId,
    created_at: at, updated_at: at, deleted_at: null,
  });
  for (const { indicatorId, answer } of submission.answers) {
    if (answer !== null) tx.insert(surveyAnswers, { id: newId(), survey_id: id, indicator_id: indicatorId, answer, created_at: at });
  }
  return id;
}

/** The answers are gone for good: no bin and no log holds them. That there was a consent, and its end, is kept as the proof. */
export function withdrawConsent(tx: Transaction, id: string): void {
  tx.run('DELETE FROM survey_answers WHERE survey_id = ?', [id]);
  tx.update(surveys, id, { withdrawn_at: tx.context.at, updated_at: tx.context.at });
}
