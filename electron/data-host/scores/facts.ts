import type { RecordFact } from '#shared/contract/scores.ts';
import type { RecordRef, SourceKind } from '#shared/domain/scoring/index.ts';
import { isRelationshipKind, relationshipKind } from '#shared/domain/relationship/index.ts';
import type { RelationshipKindKey } from '#shared/domain/relationship/index.ts';
import type { Connection } from '../db/store.ts';

/** As instruments are named in lists: by their product, else their maker and model. */
const instrumentName = `coalesce(p.name, nullif(trim(coalesce(i.manufacturer, '') || ' ' || coalesce(i.model, '')), ''), i.description)`;

/**
 * What a record reference means to a person: one statement a kind for all references of that kind. Each gives id, title,
 * the day it happened, and whatever else helps to recognise the record.
 */
const factSql: Readonly<Partial<Record<SourceKind, string>>> = {
  client: 'SELECT id, name AS title, NULL AS "on", code, country_code AS countryCode FROM clients',
  contact: 'SELECT id, name AS title, NULL AS "on", role, email, phone FROM contacts',
  channel: 'SELECT id, handle AS title, NULL AS "on", kind AS channel FROM client_channels',
  order: `SELECT id, number AS title, ordered_on AS "on",
    (SELECT count(*) FROM order_lines l WHERE l.order_id = orders.id AND l.deleted_at IS NULL) AS lineCount FROM orders`,
  'order-line': `
    SELECT l.id, o.number || ' / ' || l.number AS title, coalesce(max(d.delivered_on), l.first_promised_on, l.requested_on, o.ordered_on) AS "on",
      o.id AS orderId, o.number AS orderNumber, l.number AS lineNumber, p.name AS productName, l.ordered_quantity AS orderedQuantity,
      coalesce(sum(CASE WHEN d.delivered_on IS NOT NULL THEN d.quantity END), 0) AS deliveredQuantity,
      l.first_promised_on AS firstPromisedOn, max(d.delivered_on) AS deliveredOn
    FROM order_lines l JOIN orders o ON o.id = l.order_id LEFT JOIN products p ON p.id = l.product_id
    LEFT JOIN line_deliveries d ON d.order_line_id = l.id AND d.deleted_at IS NULL`,
  interaction: `
    SELECT i.id, i.subject AS title, substr(i.occurred_at, 1, 10) AS "on", i.occurred_at AS occurredAt, i.channel, i.direction, i.sentiment,
      c.name AS contactName
    FROM interactions i LEFT JOIN contacts c ON c.id = i.contact_id`,
  task: 'SELECT id, title, due_on AS "on", done_at AS doneAt FROM tasks',
  assessment: `
    SELECT a.id, a.indicator_id AS title, substr(a.rated_at, 1, 10) AS "on", a.indicator_id AS indicatorId, a.rating, a.source,
      coalesce(s.name, p.name) AS raterName, a.note
    FROM assessments a LEFT JOIN staff s ON s.id = a.rater_id LEFT JOIN contacts p ON p.id = a.rater_id`,
  'survey-answer': `
    SELECT a.id, a.indicator_id AS title, s.answered_on AS "on", a.indicator_id AS indicatorId, a.answer, p.name AS raterName
    FROM survey_answers a JOIN surveys s ON s.id = a.survey_id LEFT JOIN contacts p ON p.id = s.contact_id`,
  instrument: `
    SELECT i.id, i.serial AS title, i.delivered_on AS "on", ${instrumentName} AS instrumentName, i.delivered_on AS deliveredOn,
      (SELECT min(coalesce(c.issued_on, c.calibrated_on)) FROM certificates c
       WHERE c.instrument_id = i.id AND c.state = 'issued' AND c.is_complete = 1 AND c.deleted_at IS NULL) AS certifiedOn
    FROM instruments i LEFT JOIN products p ON p.id = i.product_id`,
  recalibration: `
    SELECT d.id, i.serial AS title, d.due_on AS "on", ${instrumentName} AS instrumentName, i.id AS instrumentId, d.due_on AS dueOn,
      d.extended_to_on AS extendedToOn, d.done_on AS doneOn
    FROM calibration_dues d JOIN instruments i ON i.id = d.instrument_id LEFT JOIN products p ON p.id = i.product_id`,
};

/** Survey answers that count as ratings are ratings to the person, with the client's own people as raters. */
const surveyRatings = `
  SELECT a.id, a.indicator_id AS title, s.answered_on AS "on", a.indicator_id AS indicatorId, a.answer AS rating, 'survey' AS source,
    p.name AS raterName, NULL AS note
  FROM survey_answers a JOIN surveys s ON s.id = a.survey_id LEFT JOIN contacts p ON p.id = s.contact_id`;

/** A kind of relationship record: dated and titled as its descriptor says, with all its fields by their keys. */
const entrySql = (kind: RelationshipKindKey): string => {
  const { table, fields, datedBy, titledBy } = relationshipKind(kind);
  const columnOf = (key: string): string => fields.find((field) => field.key === key)?.column ?? 'id';
  return `SELECT id, CAST(${columnOf(titledBy)} AS TEXT) AS title, ${columnOf(datedBy)} AS "on",
    ${fields.map(({ key, column }) => `${column} AS ${key}`).join(', ')} FROM ${table}`;
};

const aliasOf: Readonly<Partial<Record<SourceKind, string>>> = { 'order-line': 'l', interaction: 'i', assessment: 'a', 'survey-answer': 'a', instrument: 'i', recalibration: 'd' };

type FactRow = Readonly<Record<string, string | number | null>> & { readonly id: string; readonly title: string; readonly on: string | null };

export const factKey = ({ kind, id }: RecordRef): string => `${kind}:${id}`;

/** What they are about stands in their identifier. */
const withoutRecord: ReadonlySet<SourceKind> = new Set(['period', 'imagined']);

/** By `kind:id`; periods and imagined events, which no table holds, are left out. */
export function readFacts(connection: Connection, refs: Iterable<RecordRef>): Readonly<Record<string, RecordFact>> {
  const byKind = new Map<SourceKind, Set<string>>();
  for (const { kind, id } of refs) {
    const ids = byKind.get(kind) ?? new Set();
    ids.add(id);
    byKind.set(kind, ids);
  }
  const facts: Record<string, RecordFact> = {};
  for (const [kind, ids] of byKind) {
    if (withoutRecord.has(kind)) continue;
    for (const statement of statementsOf(kind)) {
      for (const { id, title, on, ...detail } of connection.all<FactRow>(statement, [JSON.stringify([...ids])])) {
        facts[factKey({ kind, id })] = { kind, id, title, on, detail };
      }
    }
  }
  return facts;
}

function statementsOf(kind: SourceKind): readonly string[] {
  const idColumn = `${aliasOf[kind] === undefined ? '' : `${aliasOf[kind]}.`}id`;
  const grouping = kind === 'order-line' ? ' GROUP BY l.id' : '';
  const statement = isRelationshipKind(kind) ? entrySql(kind) : factSql[kind];
  if (statement === undefined) throw new RangeError(`no table holds records of kind "${kind}"`);
  const whole = [statement, ...(kind === 'assessment' ? [surveyRatings] : [])];
  return whole.map((sql) => `${sql} WHERE ${idColumn} IN (SELECT value FROM json_each(?))${grouping}`);
}
