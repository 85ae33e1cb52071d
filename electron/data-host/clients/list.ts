import type { z } from 'zod';
import type { ClientFilter, ClientRow, clientListInput } from '#shared/contract/clients.ts';
import { dimensionId } from '#shared/contract/clients.ts';
import { searchWords } from '#shared/i18n/text/index.ts';
import type { Connection } from '../db/store.ts';
import type { clientSummaries } from '../db/tables.ts';
import type { Row } from '../db/tables.ts';

type ListInput = z.output<typeof clientListInput>;
type SummaryRow = Row<typeof clientSummaries>;

const columns = `id, name, country_code, segment, overall, overall_lower, overall_upper, coverage, stage, weakest_dimension, due_count,
  on_time_count, open_late_count, value_minor, value_currency, last_interaction_at, last_delivered_on`;

/** Fixed pieces of SQL and what is bound to them: nothing that a person typed ever becomes SQL. */
interface Condition {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

function conditionOf(input: ClientFilter): Condition {
  const parts: Condition[] = searchWords(input.search).map((word) => ({ sql: 'instr(search_text, ?) > 0', parameters: [word] }));
  const oneOf = (column: 'country_code' | 'segment' | 'weakest_dimension', values: readonly string[]) => {
    if (values.length > 0) parts.push({ sql: `${column} IN (SELECT value FROM json_each(?))`, parameters: [JSON.stringify(values)] });
  };
  oneOf('country_code', input.countryCodes);
  oneOf('segment', input.segments);
  oneOf('weakest_dimension', input.weakest);
  // Stage 0, where not even the first link holds, and "cannot be placed yet" are one filter: neither client stands on the chain.
  if (input.stages.length > 0) {
    parts.push({ sql: 'coalesce(stage, 0) IN (SELECT value FROM json_each(?))', parameters: [JSON.stringify(input.stages)] });
  }
  if (input.openLate) parts.push({ sql: 'open_late_count > 0', parameters: [] });
  return { sql: parts.map(({ sql }) => sql).join(' AND '), parameters: parts.flatMap(({ parameters }) => parameters) };
}

/** No clause at all where nothing is asked: SQLite then counts rows without visiting them. */
const where = (condition: string): string => (condition === '' ? '' : `WHERE ${condition}`);

/** Which summaries a filter asks for, as a whole WHERE clause (or none) with what is bound to it. */
export interface Selection {
  readonly where: string;
  readonly parameters: readonly unknown[];
}

export function selectionOf(filter: ClientFilter): Selection {
  const { sql, parameters } = conditionOf(filter);
  return { where: where(sql), parameters };
}

/** Both directions of every order run along an index; what is not known stands last either way; equals stand by identifier. */
const orders: Readonly<Record<Exclude<ListInput['sort'], 'country' | 'value'>, readonly [ascending: string, descending: string]>> = {
  overall: ['overall ASC NULLS LAST, id', 'overall DESC NULLS LAST, id DESC'],
  name: ['name_sort, id', 'name_sort DESC, id DESC'],
  lastInteraction: ['last_interaction_at ASC NULLS LAST, id', 'last_interaction_at DESC NULLS LAST, id DESC'],
  stage: ['stage ASC NULLS LAST, overall, id', 'stage DESC NULLS LAST, overall DESC, id DESC'],
};

/** The statement of a page, for the query-plan test as much as for the page. */
export const pageSql = (condition: string, order: string): string =>
  `SELECT ${columns} FROM client_summaries ${where(condition)} ORDER BY ${order} LIMIT ? OFFSET ?`;

export const orderOf = (sort: keyof typeof orders, descending: boolean): string => orders[sort][descending ? 1 : 0];

/** Orders that are read group by group: the rows of one group stand along an index, and what groups them is bound. */
const groupOrders = {
  country: { column: 'country_code', ascending: 'name_sort, id', descending: 'name_sort DESC, id DESC' },
  value: { column: 'value_currency', ascending: 'value_minor, id', descending: 'value_minor DESC, id DESC' },
} as const;

export const groupPageSql = (condition: string, sort: keyof typeof groupOrders, descending: boolean): string => {
  const order = groupOrders[sort];
  return pageSql([condition, `${order.column} IS ?`].filter((sql) => sql !== '').join(' AND '), descending ? order.descending : order.ascending);
};

const dimensions: ReadonlyMap<string | null, NonNullable<ClientRow['weakestDimension']>> = new Map(dimensionId.options.map((id) => [id, id]));
const dimensionOf = (id: string | null): ClientRow['weakestDimension'] => dimensions.get(id) ?? null;

const toRow = (row: SummaryRow): ClientRow => ({
  id: row.id, name: row.name, countryCode: row.country_code, segment: row.segment, overall: row.overall, overallLower: row.overall_lower,
  overallUpper: row.overall_upper, coverage: row.coverage, stage: row.stage,
  weakestDimension: dimensionOf(row.weakest_dimension),
  dueCount: row.due_count, onTimeCount: row.on_time_count, openLateCount: row.open_late_count,
  value: row.value_minor === null || row.value_currency === null ? null : { minor: row.value_minor, currency: row.value_currency },
  lastInteractionAt: row.last_interaction_at, lastDeliveredOn: row.last_delivered_on,
});

export interface ListPage {
  readonly total: number;
  readonly rows: ClientRow[];
}

/** @param language in which countries are named, because a list by country is read by names, not by codes. */
export function listClients(connection: Connection, input: ListInput, language: string): ListPage {
  const condition = conditionOf(input);
  const { sort, descending } = input;
  if (sort === 'country' || sort === 'value') {
    const counts = countGroups(connection, condition, groupOrders[sort].column);
    const groups = sort === 'country' ? byCountryName(counts, language, descending) : byCount(counts);
    return listByGroup(connection, input, { ...condition, sql: groupPageSql(condition.sql, sort, descending) }, groups);
  }
  const total = connection.get<{ n: number }>(`SELECT count(*) AS n FROM client_summaries ${where(condition.sql)}`, condition.parameters)?.n ?? 0;
  const rows = connection.all<SummaryRow>(pageSql(condition.sql, orderOf(sort, descending)), [
    ...condition.parameters, input.limit, input.offset,
  ]);
  return { total, rows: rows.map(toRow) };
}

type GroupColumn = (typeof groupOrders)[keyof typeof groupOrders]['column'];

/** How many of the rows have the code; null: that have none. */
interface GroupCount {
  readonly code: string | null;
  readonly n: number;
}

const countGroups = (connection: Connection, { sql, parameters }: Condition, column: GroupColumn): readonly GroupCount[] => groupsOf(connection, { where: where(sql), parameters }, column);

export const groupsOf = (connection: Connection, selection: Selection, column: GroupColumn): readonly GroupCount[] =>
  connection.all(`SELECT ${column} AS code, count(*) AS n FROM client_summaries ${selection.where} GROUP BY ${column}`, selection.parameters);

/** One short read along the index for each group that the page touches. */
function listByGroup(connection: Connection, { offset, limit }: ListInput, page: Condition, groups: readonly GroupCount[]): ListPage {
  const rows: ClientRow[] = [];
  let skip = offset;
  for (const { code, n } of groups) {
    if (rows.length >= limit) break;
    if (skip < n) rows.push(...connection.all<SummaryRow>(page.sql, [...page.parameters, code, limit - rows.length, skip]).map(toRow));
    skip = Math.max(0, skip - n);
  }
  return { total: groups.reduce((sum, { n }) => sum + n, 0), rows };
}

/** The currency that most clients buy in first; amounts of different currencies have no order among each other. Without any last. */
export const byCount = <G extends GroupCount>(groups: readonly G[]): readonly G[] =>
  groups.toSorted((a, b) => Number(a.code === null) - Number(b.code === null) || b.n - a.n || ((a.code ?? '') < (b.code ?? '') ? -1 : 1));

/** Those without a country last. */
export function byCountryName(counts: readonly GroupCount[], language: string, descending: boolean): readonly GroupCount[] {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'code' });
  const { compare } = new Intl.Collator(language);
  const named = counts.flatMap((count) => (count.code === null ? [] : [{ count, name: names.of(count.code) ?? '' }]));
  const sorted = named.toSorted((a, b) => (descending ? -1 : 1) * compare(a.name, b.name)).map(({ count }) => count);
  return [...sorted, ...counts.filter(({ code }) => code === null)];
}

export function readFacets(connection: Connection) {
  const count = (sql: string) => connection.get<{ n: number }>(sql)?.n ?? 0;
  return {
    total: count('SELECT count(*) AS n FROM client_summaries'),
    sampleCount: count('SELECT count(*) AS n FROM clients WHERE is_sample = 1'),
    countries: connection.all<{ code: string; count: number }>(
      'SELECT country_code AS code, count(*) AS count FROM client_summaries WHERE country_code IS NOT NULL GROUP BY country_code ORDER BY country_code',
    ),
    currencies: byCount(
      connection.all<{ code: string; n: number }>('SELECT value_currency AS code, count(*) AS n FROM client_summaries WHERE value_currency IS NOT NULL GROUP BY value_currency'),
    ).map(({ code, n }) => ({ code, count: n })),
    segments: connection.all<{ name: string; count: number }>(
      'SELECT segment AS name, count(*) AS count FROM client_summaries WHERE segment IS NOT NULL GROUP BY segment ORDER BY segment',
    ),
    stages: connection.all<{ stage: number; count: number }>(
      'SELECT coalesce(stage, 0) AS stage, count(*) AS count FROM client_summaries GROUP BY coalesce(stage, 0) ORDER BY 1',
    ),
  };
}
