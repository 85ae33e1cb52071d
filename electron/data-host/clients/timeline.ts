import { z } from 'zod';
import { timelineEntry, timelineKinds } from '#shared/contract/clients.ts';
import type { TimelineEntry } from '#shared/contract/clients.ts';
import { relationshipKind, relationshipKindKeys } from '#shared/domain/relationship/index.ts';
import type { RelationshipKindKey } from '#shared/domain/relationship/index.ts';
import type { Connection } from '../db/store.ts';
import { instrumentNameSql as instrumentName } from '../instruments/index.ts';

type Kind = (typeof timelineKinds)[number];

/** Dated and titled as its descriptor says; a title that is a choice or a rating is its code, for the window to word. */
function entriesOfKind(kind: RelationshipKindKey): string {
  const { table, fields, datedBy, titledBy } = relationshipKind(kind);
  const columnOf = (key: string): string => fields.find((field) => field.key === key)?.column ?? 'id';
  const told = fields.filter(({ type }) => type !== 'longText').map(({ key, column }) => `'${key}', e.${column}`).join(', ');
  const contact = fields.find(({ type }) => type === 'contact');
  const name = contact === undefined ? '' : `, 'contactName', (SELECT p.name FROM contacts p WHERE p.id = e.${contact.column})`;
  return `SELECT e.id, e.${columnOf(datedBy)} AS at, CAST(e.${columnOf(titledBy)} AS TEXT) AS title, json_object('recordKind', '${kind}', ${told}${name}) AS params
    FROM ${table} e WHERE e.client_id = @client AND e.deleted_at IS NULL`;
}

/**
 * One SELECT a kind, all with the columns id, at, title, params. `@client` is the client. Titles are what people wrote or
 * numbered; the words around them are the window's, from the params.
 */
const entriesOf: Readonly<Record<Kind, string>> = {
  interaction: `
    SELECT i.id, i.occurred_at AS at, i.subject AS title, json_object('channel', i.channel, 'direction', i.direction,
      'sentiment', i.sentiment, 'contactName', c.name, 'staffName', s.name, 'needsAnswer', i.needs_answer,
      'answered', EXISTS (SELECT 1 FROM interactions a WHERE a.answers_id = i.id AND a.deleted_at IS NULL)) AS params
    FROM interactions i LEFT JOIN contacts c ON c.id = i.contact_id LEFT JOIN staff s ON s.id = i.staff_id
    WHERE i.client_id = @client AND i.deleted_at IS NULL`,
  // An imported order may lack its day: it stands where its earliest line was asked for, and says so.
  order: `
    SELECT id, coalesce(ordered_on, firstOn, substr(created_at, 1, 10)) AS at, number AS title, json_object('lineCount', lines,
      'currencies', currencies, 'currency', currency, 'valueMinor', CASE WHEN currencies = 1 THEN minor END,
      'dayFrom', CASE WHEN ordered_on IS NOT NULL THEN 'ordered' WHEN firstOn IS NOT NULL THEN 'line' ELSE 'recorded' END) AS params
    FROM (SELECT o.id, o.number, o.ordered_on, o.created_at, min(coalesce(l.requested_on, l.first_promised_on)) AS firstOn, count(l.id) AS lines,
        count(DISTINCT l.currency) AS currencies, max(l.currency) AS currency, sum(l.value_minor) AS minor
      FROM orders o LEFT JOIN order_lines l ON l.order_id = o.id AND l.deleted_at IS NULL
      WHERE o.client_id = @client AND o.deleted_at IS NULL GROUP BY o.id)`,
  // What came on one day with one shipment is one delivery to the person at the other end.
  delivery: `
    SELECT min(d.id) AS id, d.delivered_on AS at, coalesce(s.number, min(o.number)) AS title, json_object('lineCount', count(DISTINCT l.id),
      'shipmentNumber', s.number, 'mode', s.mode, 'incoterm', coalesce(s.incoterm, max(l.incoterm)),
      'lateLineCount', count(DISTINCT CASE WHEN d.delivered_on > l.first_promised_on THEN l.id END)) AS params
    FROM orders o JOIN order_lines l ON l.order_id = o.id AND l.deleted_at IS NULL
    JOIN line_deliveries d ON d.order_line_id = l.id AND d.deleted_at IS NULL AND d.delivered_on IS NOT NULL
    LEFT JOIN shipments s ON s.id = d.shipment_id
    WHERE o.client_id = @client AND o.deleted_at IS NULL GROUP BY d.delivered_on, coalesce(d.shipment_id, o.id)`,
  task: `
    SELECT t.id, coalesce(t.done_at, t.due_on, t.created_at) AS at, t.title, json_object('dueOn', t.due_on, 'doneAt', t.done_at,
      'stepCode', t.step_code, 'staffName', s.name) AS params
    FROM tasks t LEFT JOIN staff s ON s.id = t.staff_id WHERE t.client_id = @client AND t.deleted_at IS NULL`,
  // Ratings given in one sitting carry one instant.
  assessment: `
    SELECT min(a.id) AS id, a.rated_at AS at, coalesce(s.name, p.name, '') AS title, json_object('count', count(*), 'raterName', coalesce(s.name, p.name),
      'source', a.source, 'indicatorId', CASE WHEN count(*) = 1 THEN min(a.indicator_id) END) AS params
    FROM assessments a LEFT JOIN staff s ON s.id = a.rater_id LEFT JOIN contacts p ON p.id = a.rater_id
    WHERE a.client_id = @client AND a.deleted_at IS NULL GROUP BY a.rated_at, a.rater_id, a.source`,
  import: `
    SELECT b.id, b.committed_at AS at, b.file_name AS title, json_object('state', b.state, 'orderCount', batches.orders) AS params
    FROM (SELECT import_batch_id, sum(orders) AS orders FROM (
        SELECT import_batch_id, 0 AS orders FROM clients WHERE id = @client
        UNION ALL SELECT import_batch_id, 1 FROM orders WHERE client_id = @client AND deleted_at IS NULL)
      WHERE import_batch_id IS NOT NULL GROUP BY import_batch_id) AS batches
    JOIN import_batches b ON b.id = batches.import_batch_id`,
  relationship: relationshipKindKeys.map(entriesOfKind).join(' UNION ALL '),
  survey: `
    SELECT s.id, s.answered_on AS at, coalesce(p.name, '') AS title, json_object('contactName', p.name, 'language', s.language, 'mode', s.mode,
      'withdrawnAt', s.withdrawn_at, 'count', (SELECT count(*) FROM survey_answers a WHERE a.survey_id = s.id)) AS params
    FROM surveys s LEFT JOIN contacts p ON p.id = s.contact_id WHERE s.client_id = @client AND s.deleted_at IS NULL`,
  // What came on one day is told at once, and to the holder of that day, whoever has it now.
  instrument: `
    SELECT min(i.id) AS id, i.delivered_on AS at, CASE WHEN count(*) = 1 THEN i.serial ELSE '' END AS title, json_object('count', count(*),
      'serial', CASE WHEN count(*) = 1 THEN i.serial END, 'instrumentId', CASE WHEN count(*) = 1 THEN i.id END,
      'name', CASE WHEN count(DISTINCT ${instrumentName}) = 1 THEN ${instrumentName} END) AS params
    FROM instrument_owners w JOIN instruments i ON i.id = w.instrument_id AND i.deleted_at IS NULL AND i.delivered_on IS NOT NULL
    LEFT JOIN products p ON p.id = i.product_id
    WHERE w.client_id = @client AND w.deleted_at IS NULL AND (w.from_on IS NULL OR w.from_on <= i.delivered_on)
      AND (w.until_on IS NULL OR w.until_on > i.delivered_on) GROUP BY i.delivered_on`,
  certificate: `
    SELECT c.id, coalesce(c.issued_on, c.calibrated_on) AS at, c.number AS title, json_object('verdict', c.verdict, 'asFoundVerdict', c.as_found_verdict,
      'laboratoryName', c.laboratory_name, 'serial', i.serial, 'name', ${instrumentName}, 'instrumentId', i.id) AS params
    FROM instrument_owners w JOIN instruments i ON i.id = w.instrument_id AND i.deleted_at IS NULL
    JOIN certificates c ON c.instrument_id = i.id AND c.state = 'issued' AND c.deleted_at IS NULL LEFT JOIN products p ON p.id = i.product_id
    WHERE w.client_id = @client AND w.deleted_at IS NULL AND (w.from_on IS NULL OR w.from_on <= coalesce(c.issued_on, c.calibrated_on))
      AND (w.until_on IS NULL OR w.until_on > coalesce(c.issued_on, c.calibrated_on))`,
  recall: `
    SELECT l.id, coalesce(l.sent_on, l.written_on) AS at, l.kind AS title, json_object('kind', l.kind, 'sentOn', l.sent_on, 'channel', l.channel,
      'contactName', n.name, 'count', (SELECT count(*) FROM calibration_letter_items x WHERE x.letter_id = l.id AND x.deleted_at IS NULL)) AS params
    FROM calibration_letters l LEFT JOIN contacts n ON n.id = l.contact_id WHERE l.client_id = @client AND l.deleted_at IS NULL`,
  'calibration-order': `
    SELECT o.id, o.booked_on AS at, o.number AS title, json_object('serial', i.serial, 'name', ${instrumentName}, 'instrumentId', i.id,
      'laboratory', o.laboratory, 'receivedOn', o.received_on, 'shippedOn', o.shipped_on, 'cancelledOn', o.cancelled_on) AS params
    FROM calibration_orders o JOIN instruments i ON i.id = o.instrument_id AND i.deleted_at IS NULL LEFT JOIN products p ON p.id = i.product_id
    WHERE o.client_id = @client AND o.deleted_at IS NULL`,
};

const unionOf = (kinds: readonly Kind[]): string =>
  kinds.map((kind) => `SELECT '${kind}' AS kind, id, at, title, params FROM (${entriesOf[kind]})`).join(' UNION ALL ');

const rowSchema = timelineEntry.extend({
  params: z.string().transform((text): TimelineEntry['params'] => timelineEntry.shape.params.parse(JSON.parse(text))),
});

export interface TimelineRequest {
  readonly clientId: string;
  /** None: all. */
  readonly kinds: readonly Kind[];
  readonly offset: number;
  readonly limit: number;
}

/** Newest first. A day without a time of day stands before the instants of that day. */
export function readTimeline(connection: Connection, request: TimelineRequest): { total: number; entries: TimelineEntry[] } {
  const union = unionOf(timelineKinds.filter((kind) => request.kinds.length === 0 || request.kinds.includes(kind)));
  const total = connection.get<{ n: number }>(`SELECT count(*) AS n FROM (${union})`, { client: request.clientId })?.n ?? 0;
  const rows = connection.all(`${union} ORDER BY at DESC, kind, id DESC LIMIT @limit OFFSET @offset`, {
    client: request.clientId, limit: request.limit, offset: request.offset,
  });
  return { total, entries: z.array(rowSchema).parse(rows) };
}
