import { instrumentRow } from '#shared/contract/instruments.ts';
import type { InstrumentRow, instrumentSorts } from '#shared/contract/instruments.ts';
import { addDays, daysBetween } from '#shared/domain/calendar/index.ts';
import { dueState } from '#shared/domain/calibration/index.ts';
import { sortKey } from '#shared/i18n/text/index.ts';
import type { Connection } from '../db/store.ts';
import { conditionOf, stateCondition } from './filter.ts';
import type { Condition, InstrumentFilter } from './filter.ts';
import { nameSql } from './keys.ts';

type Sort = (typeof instrumentSorts)[number];

export interface ListRequest {
  readonly filter: InstrumentFilter;
  /** ISO day that states and days to the due day are told for. */
  readonly today: string;
  readonly sort: Sort;
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

interface Order {
  /** Joined besides `i`. */
  readonly joins: string;
  readonly by: string;
}

const indexJoin = 'JOIN instrument_index x ON x.id = i.id';

/**
 * Kept as a table of its own, its identifiers of the column's type: only then does SQLite look a name up by an index, and
 * does not read all products again for each instrument.
 */
const productNames = 'WITH names AS MATERIALIZED (SELECT CAST(value ->> 0 AS TEXT) AS id, value ->> 1 AS name_sort FROM json_each(?)) ';

/** What is not known stands last either way; equals stand by identifier. `due`, `serial` and `delivered` run along an index. */
function orderOf(sort: Sort, descending: boolean): Order {
  const way = descending ? 'DESC' : 'ASC';
  const last = `${way} NULLS LAST, i.id${descending ? ' DESC' : ''}`;
  if (sort === 'due') return { joins: '', by: `i.due_on ${last}` };
  if (sort === 'delivered') return { joins: '', by: `i.delivered_on ${last}` };
  if (sort === 'serial') return { joins: indexJoin, by: `x.serial_sort ${way}, x.id ${way}` };
  if (sort === 'client') return { joins: 'LEFT JOIN client_summaries s ON s.id = i.client_id', by: `s.name_sort ${way} NULLS LAST, i.due_on NULLS LAST, i.id` };
  // Products are few: their names are put in order here, as people look names up, which SQL alone cannot.
  return { joins: indexJoin, by: `coalesce((SELECT n.name_sort FROM names n WHERE n.id = i.product_id), x.name_sort) ${way}, i.id` };
}

/** The statement of a page of identifiers, for the query-plan test as much as for the page. */
export function pageOf(connection: Connection, request: Omit<ListRequest, 'offset' | 'limit'>): { readonly sql: string; readonly parameters: readonly unknown[]; readonly condition: Condition } {
  const condition = conditionOf(connection, request.filter, request.today);
  const order = orderOf(request.sort, request.descending);
  const names = request.sort === 'name'
    ? [JSON.stringify(connection.all<{ id: string; name: string }>('SELECT id, name FROM products').map(({ id, name }) => [id, sortKey(name)]))]
    : [];
  return {
    sql: `${request.sort === 'name' ? productNames : ''}SELECT i.id FROM instruments i ${order.joins} WHERE ${condition.sql} ORDER BY ${order.by} LIMIT ? OFFSET ?`,
    parameters: [...names, ...condition.parameters], condition,
  };
}

/** Nothing but columns that no index has asks for less than all. */
const isUnnarrowed = ({ clientId, productIds, dueWithinDays, dueFromOn, dueToOn, standardsOnly, search }: InstrumentFilter): boolean =>
  clientId === null && productIds.length === 0 && dueWithinDays === null && dueFromOn === null && dueToOn === null && !standardsOnly && search.trim() === '';

/** Where every row is read anyway, in the order of the file: along a partial index, which SQLite prefers, it takes five times as long. */
const inFileOrder = 'instruments i NOT INDEXED';

/** The statement that counts a list, for the query-plan test as much as for the list. */
export function countOf(filter: InstrumentFilter, { sql }: Condition): string {
  const isScan = isUnnarrowed(filter) && filter.dueStates.length === 0 && filter.statuses.length > 0;
  return `SELECT count(*) AS n FROM ${isScan ? inFileOrder : 'instruments i'} WHERE ${sql}`;
}

const count = (connection: Connection, filter: InstrumentFilter, condition: Condition): number =>
  connection.get<{ n: number }>(countOf(filter, condition), condition.parameters)?.n ?? 0;

/** A window of what the filter finds, with how many it finds. */
export function readInstrumentRows(connection: Connection, request: ListRequest): { total: number; rows: InstrumentRow[] } {
  const { sql, parameters, condition } = pageOf(connection, request);
  const ids = connection.all<{ id: string }>(sql, [...parameters, request.limit, request.offset]).map(({ id }) => id);
  return { total: count(connection, request.filter, condition), rows: readInstrumentRowsById(connection, ids, request.today) };
}

type Span = Pick<ListRequest, 'filter' | 'today'>;

/** Identifiers of what the filter finds, what falls due first standing first, with how many there are: for work that reads the rows by the slice. */
export function readInstrumentIds(connection: Connection, { filter, today }: Span, which: 'all' | 'with-due-day', limit: number): { total: number; ids: string[] } {
  const found = conditionOf(connection, filter, today);
  const condition = which === 'all' ? found : { sql: `${found.sql} AND i.due_on IS NOT NULL`, parameters: found.parameters };
  const sql = `SELECT i.id FROM instruments i WHERE ${condition.sql} ORDER BY i.due_on NULLS LAST, i.id LIMIT ?`;
  const ids = connection.all<{ id: string }>(sql, [...condition.parameters, limit]).map(({ id }) => id);
  return { total: ids.length < limit ? ids.length : count(connection, filter, condition), ids };
}

/** The statement that counts what the filter finds by due day, for the query-plan test as much as for the calendar. */
export function dueDaysOf(connection: Connection, { filter, today }: Span): Condition {
  const { sql, parameters } = conditionOf(connection, filter, today);
  return {
    sql: `SELECT i.due_on AS "on", count(*) AS count, count(CASE WHEN ${stateCondition('overdue', today)} THEN 1 END) AS overdue
      FROM instruments i WHERE ${sql} AND i.due_on IS NOT NULL GROUP BY i.due_on ORDER BY i.due_on`,
    parameters,
  };
}

/** One row a due day, the earliest first; days without any are left out. */
export function readDueDays(connection: Connection, span: Span): { on: string; count: number; overdue: number }[] {
  const { sql, parameters } = dueDaysOf(connection, span);
  return connection.all(sql, parameters);
}

interface StoredInstrument {
  readonly id: string;
  readonly serial: string;
  readonly label_code: string;
  readonly name: string;
  readonly asset_number: string | null;
  readonly client_id: string | null;
  readonly client_name: string | null;
  readonly site: string | null;
  readonly status: string;
  readonly is_standard: number;
  readonly delivered_on: string | null;
  readonly due_on: string | null;
  readonly extended_to_on: string | null;
  readonly last_certificate: string | null;
  readonly last_done_on: string | null;
}

/** Of certificate `c`: issued, and no other issued one stands in its place. */
export const isInForce = `c.state = 'issued' AND c.deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM certificates r
  WHERE r.replaces_id = c.id AND r.state = 'issued' AND r.deleted_at IS NULL)`;

/**
 * The last calibration is that of the newest certificate in force, or, where an import told of one without its certificate,
 * the end or the beginning of an interval that counts from calibrations.
 */
const rowsSql = `
  SELECT i.id, i.serial, i.label_code, ${nameSql} AS name, i.asset_number, i.client_id, k.name AS client_name, i.site, i.status, i.is_standard,
    i.delivered_on, i.due_on,
    (SELECT d.extended_to_on FROM calibration_dues d WHERE d.instrument_id = i.id AND d.done_on IS NULL AND d.closed_as IS NULL AND d.deleted_at IS NULL) AS extended_to_on,
    (SELECT c.calibrated_on || coalesce(c.verdict, '') FROM certificates c WHERE c.instrument_id = i.id AND ${isInForce}
     ORDER BY c.calibrated_on DESC, c.created_at DESC, c.id DESC LIMIT 1) AS last_certificate,
    (SELECT max(CASE WHEN i.interval_starts = 'calibration' THEN max(d.starts_on, coalesce(d.done_on, '')) ELSE d.done_on END)
     FROM calibration_dues d WHERE d.instrument_id = i.id AND d.closed_as IS NULL AND d.deleted_at IS NULL) AS last_done_on
  FROM instruments i LEFT JOIN products p ON p.id = i.product_id LEFT JOIN clients k ON k.id = i.client_id
  WHERE i.id IN (SELECT value FROM json_each(?)) AND i.deleted_at IS NULL`;

const dayLength = 10;

function toRow(row: StoredInstrument, today: string): InstrumentRow {
  const status = instrumentRow.shape.status.parse(row.status);
  const certifiedOn = row.last_certificate?.slice(0, dayLength) ?? null;
  const isCertified = certifiedOn !== null && (row.last_done_on === null || certifiedOn >= row.last_done_on);
  return {
    id: row.id, serial: row.serial, labelCode: row.label_code, name: row.name, assetNumber: row.asset_number, clientId: row.client_id,
    clientName: row.client_name, site: row.site, status, isStandard: row.is_standard === 1, deliveredOn: row.delivered_on,
    lastCalibratedOn: isCertified ? certifiedOn : row.last_done_on, lastVerdict: isCertified ? row.last_certificate?.slice(dayLength) || null : null,
    dueOn: row.due_on, dueState: dueState({ status, dueOn: row.due_on, isExtended: row.extended_to_on !== null }, today),
    daysToDue: row.due_on === null ? null : daysBetween(today, row.due_on),
  };
}

/** In the order asked for; those that are not there, or are in the bin, are left out. */
export function readInstrumentRowsById(connection: Connection, ids: readonly string[], today: string): InstrumentRow[] {
  if (ids.length === 0) return [];
  const rows = new Map(connection.all<StoredInstrument>(rowsSql, [JSON.stringify(ids)]).map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = rows.get(id);
    return row ? [toRow(row, today)] : [];
  });
}

/** The statement that counts facets, for the query-plan test as much as for the facets. */
export function facetsOf(connection: Connection, filter: InstrumentFilter, today: string): Condition {
  const { sql, parameters } = conditionOf(connection, filter, today, []);
  const within = (days: number): string => `i.due_on <= '${addDays(today, days)}'`;
  const counted: Readonly<Record<Exclude<FacetCount, 'total'>, string>> = {
    overdue: stateCondition('overdue', today), within30: within(30), within60: within(60), within90: within(90), extended: stateCondition('extended', today),
    outForCalibration: stateCondition('out-for-calibration', today), unknown: stateCondition('unknown', today), standards: 'i.is_standard = 1',
  };
  const sums = Object.entries(counted).map(([name, condition]) => `count(CASE WHEN ${condition} THEN 1 END) AS ${name}`);
  return { sql: `SELECT count(*) AS total, ${sums.join(', ')} FROM ${isUnnarrowed(filter) ? inFileOrder : 'instruments i'} WHERE ${sql}`, parameters };
}

type FacetCount = 'total' | 'overdue' | 'within30' | 'within60' | 'within90' | 'extended' | 'outForCalibration' | 'unknown' | 'standards';

/** Counts of what the filter finds when its due states are left aside; one pass for all of them. */
export function readFacets(connection: Connection, filter: InstrumentFilter, today: string) {
  const { sql, parameters } = conditionOf(connection, filter, today, []);
  const facets = facetsOf(connection, filter, today);
  const counts = connection.get<Readonly<Record<FacetCount, number>>>(facets.sql, facets.parameters);
  if (!counts) throw new Error('a count without a row');
  return {
    ...counts,
    products: connection.all<{ id: string; name: string; count: number }>(
      `SELECT g.product_id AS id, p.name, g.n AS count FROM (SELECT i.product_id, count(*) AS n FROM instruments i WHERE ${sql} AND i.product_id IS NOT NULL GROUP BY i.product_id) g
       JOIN products p ON p.id = g.product_id ORDER BY g.n DESC, p.name, p.id LIMIT 300`,
      parameters,
    ),
  };
}
