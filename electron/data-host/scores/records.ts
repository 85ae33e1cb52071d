import type { DeliveryLine } from '#shared/domain/delivery/index.ts';
import { isIndicatorId } from '#shared/domain/model/index.ts';
import { emptyRelationship } from '#shared/domain/relationship/index.ts';
import type { RelationshipKindKey } from '#shared/domain/relationship/index.ts';
import type { AssessmentRecord, ClientRecords, InteractionRecord } from '#shared/domain/scoring/index.ts';
import type { Connection } from '../db/store.ts';
import type { clients } from '../db/tables.ts';
import type { Row } from '../db/tables.ts';
import type { ReadingBasis } from './basis.ts';
import { localDayNumber } from './day.ts';
import { readInstrumentRecords } from './instruments.ts';
import { readLines, readProductLines } from './lines.ts';
import { profileOf } from './profile.ts';
import type { ChannelRow, ContactRow } from './profile.ts';
import { grouped, kindsInUse, readRelationships } from './relationship.ts';

export type ClientRow = Row<typeof clients>;

/** All that is known of one client for its score, its place in lists and its search. */
export interface ClientBundle {
  readonly client: ClientRow;
  readonly contacts: readonly ContactRow[];
  readonly channels: readonly ChannelRow[];
  readonly lastInteractionAt: string | null;
  /** In the order of `records.interactions`. */
  readonly interactionRows: readonly InteractionRow[];
  readonly records: ClientRecords;
}

interface InteractionRow {
  readonly id: string;
  readonly client_id: string;
  readonly contact_id: string | null;
  readonly direction: InteractionRecord['direction'];
  readonly occurred_at: string;
  readonly channel: string;
  readonly sentiment: InteractionRecord['sentiment'];
  readonly answers_id: string | null;
  readonly needs_answer: number;
  readonly language: string | null;
}

interface AssessmentRow {
  readonly id: string;
  readonly client_id: string | null;
  readonly indicator_id: string;
  readonly rating: number;
  readonly rated_at: string;
  readonly rater_id: string;
  readonly source: AssessmentRecord['source'];
}

/** Ratings of indicators that this model no longer has are kept in the file and say nothing here. */
const toAssessments = (rows: readonly AssessmentRow[]): AssessmentRecord[] =>
  rows.flatMap((row) =>
    isIndicatorId(row.indicator_id)
      ? [{
          id: row.id, indicatorId: row.indicator_id, rating: row.rating, day: localDayNumber(row.rated_at), ratedAt: row.rated_at,
          raterId: row.rater_id, source: row.source,
        }]
      : [],
  );

const toInteraction = (row: InteractionRow): InteractionRecord => ({
  id: row.id, direction: row.direction, day: localDayNumber(row.occurred_at), at: row.occurred_at, channel: row.channel, sentiment: row.sentiment,
  language: row.language, answersId: row.answers_id, needsAnswer: row.needs_answer === 1,
});

const between = (table: string, columns: string, order: string): string =>
  `SELECT ${columns} FROM ${table} WHERE client_id BETWEEN ? AND ? AND deleted_at IS NULL ORDER BY ${order}`;
const contactsSql = between('contacts', '*', 'client_id, is_primary DESC, created_at, id');
const channelsSql = between('client_channels', '*', 'client_id, created_at, id');
const interactionsSql = between('interactions', 'id, client_id, contact_id, direction, occurred_at, channel, sentiment, answers_id, needs_answer, language', 'client_id, occurred_at, id');
const assessmentsSql = between('assessments', 'id, client_id, indicator_id, rating, rated_at, rater_id, source', 'client_id, indicator_id, rated_at, id');

/** The exporter's own choices: the rhythm of contact in days, and T, the hours within which a message is to be answered. */
type Usual = Pick<ReadingBasis, 'rhythmDays' | 'answerWithinHours'>;

export interface ReadingContext {
  readonly productLines: ReadonlyMap<string, string>;
  /** What holds where nothing else was agreed with the client. */
  readonly usual: Usual;
  /** Kinds of relationship records to ask for: those that have any. */
  readonly kinds: readonly RelationshipKindKey[];
}

export const readingContext = (connection: Connection, usual: Usual): ReadingContext => ({
  productLines: readProductLines(connection), usual, kinds: kindsInUse(connection),
});

const noLines: readonly DeliveryLine[] = [];

/** Everything about clients that stand in order of their identifiers, with the same few statements however many they are. */
function readBundlesOf(connection: Connection, rows: readonly ClientRow[], context: ReadingContext): ClientBundle[] {
  const first = rows[0]?.id;
  const last = rows.at(-1)?.id;
  if (first === undefined || last === undefined) return [];
  const range = [first, last];
  const lines = readLines(connection, { first, last }, context.productLines);
  const contacts = grouped(connection.all<ContactRow>(contactsSql, range));
  const channels = grouped(connection.all<ChannelRow>(channelsSql, range));
  const interactions = grouped(connection.all<InteractionRow>(interactionsSql, range));
  const assessments = grouped(connection.all<AssessmentRow & { readonly client_id: string }>(assessmentsSql, range));
  const relationships = readRelationships(connection, range, context.kinds);
  const instruments = readInstrumentRecords(connection, range);
  return rows.map((client) => {
    const told = relationships(client.id);
    const ownContacts = contacts.get(client.id) ?? [];
    const ownChannels = channels.get(client.id) ?? [];
    const ownInteractions = interactions.get(client.id) ?? [];
    return {
      client,
      contacts: ownContacts,
      channels: ownChannels,
      lastInteractionAt: ownInteractions.at(-1)?.occurred_at ?? null,
      interactionRows: ownInteractions,
      records: {
        clientId: client.id,
        lines: lines.get(client.id) ?? noLines,
        interactions: ownInteractions.map(toInteraction),
        profile: profileOf(client, ownContacts, ownChannels),
        rhythmDays: client.rhythm_days ?? context.usual.rhythmDays,
        assessments: [...toAssessments(assessments.get(client.id) ?? []), ...told.assessments],
        relationship: {
          ...emptyRelationship, ...told.relationship, ...instruments(client.id), usefulnessAnswers: told.usefulnessAnswers, contactIds: ownContacts.map(({ id }) => id),
          preferredChannel: client.preferred_channel, preferredLanguage: client.language, answerWithinHours: context.usual.answerWithinHours,
        },
      },
    };
  });
}

/** One client; undefined where there is none or it is in the bin. */
export function readBundle(connection: Connection, clientId: string, context: ReadingContext): ClientBundle | undefined {
  const client = connection.get<ClientRow>('SELECT * FROM clients WHERE id = ? AND deleted_at IS NULL', [clientId]);
  return client && readBundlesOf(connection, [client], context)[0];
}

const linesPerChunk = 1000;
const mostClientsPerChunk = 200;

/**
 * All clients that are not in the bin, in runs of some thousand lines: each run is one short reading, between two of
 * which others get their turn. What changes meanwhile is the caller's to notice.
 */
export function* readAllBundles(connection: Connection, context: ReadingContext): Generator<readonly ClientBundle[], void, undefined> {
  let after = '';
  let size = 8;
  for (;;) {
    const rows = connection.all<ClientRow>('SELECT * FROM clients WHERE id > ? AND deleted_at IS NULL ORDER BY id LIMIT ?', [after, size]);
    const last = rows.at(-1);
    if (!last) return;
    const bundles = readBundlesOf(connection, rows, context);
    yield bundles;
    const lineCount = bundles.reduce((sum, { records }) => sum + records.lines.length, 0);
    size = Math.max(1, Math.min(mostClientsPerChunk, Math.floor((linesPerChunk * bundles.length) / Math.max(1, lineCount))));
    after = last.id;
  }
}

/** The exporter's own ratings, shared by all clients. */
export const readCompanyAssessments = (connection: Connection): readonly AssessmentRecord[] =>
  toAssessments(
    connection.all<AssessmentRow>(
      `SELECT id, client_id, indicator_id, rating, rated_at, rater_id, source FROM assessments
       WHERE client_id IS NULL AND deleted_at IS NULL ORDER BY indicator_id, rated_at, id`,
    ),
  );
