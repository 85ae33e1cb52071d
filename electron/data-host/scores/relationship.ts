import { trustedIsoDayToNumber } from '#shared/domain/calendar/index.ts';
import { emptyEntries, relationshipKind, relationshipKindKeys, relationshipProblems } from '#shared/domain/relationship/index.ts';
import type { FieldValue, RelationshipEntries, RelationshipKindKey, RelationshipRecord, RelationshipRecords } from '#shared/domain/relationship/index.ts';
import type { AssessmentRecord } from '#shared/domain/scoring/index.ts';
import { surveyFindings, surveyProblems } from '#shared/domain/survey/index.ts';
import type { Connection } from '../db/store.ts';
import { localDayNumber } from './day.ts';

type Cell = string | number | null;
export type EntryRow = Readonly<Record<string, Cell>> & { readonly id: string; readonly client_id: string };

interface TaskRow {
  readonly id: string;
  readonly client_id: string;
  readonly due_on: string | null;
  readonly done_at: string | null;
}

interface AnswerRow {
  readonly id: string;
  readonly client_id: string;
  readonly indicator_id: string;
  readonly answer: number;
  readonly answered_on: string;
  readonly consented_at: string;
  readonly rater_id: string;
}

/** The values of a row by field key, as a person filled them in. */
export const valuesOf = (kind: RelationshipKindKey, row: EntryRow): Readonly<Record<string, FieldValue>> =>
  Object.fromEntries(relationshipKind(kind).fields.map(({ key, column, type }) => [key, type === 'flag' ? row[column] === 1 : (row[column] ?? null)]));

type AnyRecord = Readonly<Record<string, FieldValue>> & { readonly id: string };

/** A row that another version of the app wrote may not hold here: it is kept in the file and says nothing. */
const isRecordOf = <K extends RelationshipKindKey>(
  kind: K, values: Readonly<Record<string, FieldValue>>, record: AnyRecord,
): record is RelationshipRecord<K> & AnyRecord => relationshipProblems(kind, values, null).length === 0 && record.id !== '';

const toRecords = <K extends RelationshipKindKey>(kind: K, rows: readonly EntryRow[] | undefined): readonly RelationshipRecord<K>[] => {
  const records: RelationshipRecord<K>[] = [];
  for (const row of rows ?? []) {
    const values = valuesOf(kind, row);
    const record: AnyRecord = { ...values, id: row.id };
    if (isRecordOf(kind, values, record)) records.push(record);
  }
  return records;
};

type RowsByKind = ReadonlyMap<RelationshipKindKey, ReadonlyMap<string, readonly EntryRow[]>>;

function entriesOf(clientId: string, rows: RowsByKind): RelationshipEntries {
  if (rows.size === 0) return emptyEntries;
  const of = <K extends RelationshipKindKey>(kind: K) => toRecords(kind, rows.get(kind)?.get(clientId));
  return {
    offer: of('offer'), supplyRequest: of('supplyRequest'), feedback: of('feedback'), benefit: of('benefit'), clubActivity: of('clubActivity'),
    testimonial: of('testimonial'), occasion: of('occasion'), campaignTouch: of('campaignTouch'), training: of('training'), idea: of('idea'),
    consent: of('consent'), privacyRequest: of('privacyRequest'), commitment: of('commitment'), satisfaction: of('satisfaction'),
    referral: of('referral'), contentShare: of('contentShare'), warrantyReturn: of('warrantyReturn'),
  };
}

/** Kinds that have rows at all: a long reading asks no others, of which a young file has many. */
export const kindsInUse = (connection: Connection): readonly RelationshipKindKey[] =>
  relationshipKindKeys.filter((kind) => connection.get(`SELECT 1 FROM ${relationshipKind(kind).table} LIMIT 1`) !== undefined);

const entriesSql: ReadonlyMap<RelationshipKindKey, string> = new Map(
  relationshipKindKeys.map((kind) => [
    kind,
    `SELECT id, client_id, ${relationshipKind(kind).fields.map(({ column }) => column).join(', ')} FROM ${relationshipKind(kind).table}
     WHERE client_id BETWEEN ? AND ? AND deleted_at IS NULL ORDER BY client_id, id`,
  ]),
);
const tasksSql = 'SELECT id, client_id, due_on, done_at FROM tasks WHERE client_id BETWEEN ? AND ? AND deleted_at IS NULL ORDER BY client_id, id';
const answersSql = `
  SELECT s.client_id, a.id, a.indicator_id, a.answer, s.answered_on, s.consented_at, coalesce(s.contact_id, s.id) AS rater_id
  FROM surveys s CROSS JOIN survey_answers a ON a.survey_id = s.id
  WHERE s.client_id BETWEEN ? AND ? AND s.deleted_at IS NULL AND s.withdrawn_at IS NULL ORDER BY s.client_id, a.id`;

/** Shared by all readers of rows by client. */
export function grouped<R extends { readonly client_id: string }>(rows: readonly R[]): ReadonlyMap<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const group = groups.get(row.client_id);
    if (group) group.push(row);
    else groups.set(row.client_id, [row]);
  }
  return groups;
}

interface SurveySays {
  readonly assessments: readonly AssessmentRecord[];
  readonly usefulnessAnswers: RelationshipRecords['usefulnessAnswers'];
}

/** Answers to questions that this version does not ask say nothing here. */
function surveySays(rows: readonly AnswerRow[]): SurveySays {
  const assessments: AssessmentRecord[] = [];
  const usefulnessAnswers: RelationshipRecords['usefulnessAnswers'][number][] = [];
  for (const row of rows) {
    const answers = [{ indicatorId: row.indicator_id, answer: row.answer }];
    if (surveyProblems(answers).length > 0) continue;
    const day = trustedIsoDayToNumber(row.answered_on);
    for (const finding of surveyFindings(answers)) {
      if (finding.as === 'usefulness-answer') usefulnessAnswers.push({ id: row.id, day, answer: finding.answer });
      else {
        assessments.push({
          id: row.id, indicatorId: finding.indicatorId, rating: finding.rating, day, ratedAt: row.consented_at, raterId: row.rater_id, source: 'survey',
        });
      }
    }
  }
  return { assessments, usefulnessAnswers };
}

interface Told extends SurveySays {
  readonly relationship: Pick<RelationshipRecords, 'entries' | 'followUps'>;
}

/** What relationship records, follow-ups and surveys say of each client of the range (both identifiers included). */
export function readRelationships(connection: Connection, range: readonly string[], kinds: readonly RelationshipKindKey[]): (clientId: string) => Told {
  const rows = new Map(kinds.map((kind) => [kind, grouped(connection.all<EntryRow>(entriesSql.get(kind) ?? '', range))]));
  const tasks = grouped(connection.all<TaskRow>(tasksSql, range));
  const answers = grouped(connection.all<AnswerRow>(answersSql, range));
  return (clientId) => ({
    ...surveySays(answers.get(clientId) ?? []),
    relationship: {
      entries: entriesOf(clientId, rows),
      followUps: (tasks.get(clientId) ?? []).map(({ id, due_on: dueOn, done_at: doneAt }) => ({
        id, dueDay: dueOn === null ? null : trustedIsoDayToNumber(dueOn), doneDay: doneAt === null ? null : localDayNumber(doneAt),
      })),
    },
  });
}

