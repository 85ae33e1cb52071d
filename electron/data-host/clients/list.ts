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
const orders: Readonly<Record<Exclude<ListInput['sort'], 'country'>, readonly [ascending: string, descending: string]>> = {
  overall: ['overall ASC NULLS LAST, id', 'overall DESC NULLS LAST, id DESC'],
  name: ['name_sort, id', 'name_sort DESC, id DESC'],
  value: ['value_minor ASC NULLS LAST, id', 'value_minor DESC NULLS LAST, id DESC'],
  lastInteraction: ['last_interaction_at ASC NULLS LAST, id', 'last_interaction_at DESC NULLS LAST, id DESC'],
  stage: ['stage ASC NULLS LAST, overall, id', 'stage DESC NULLS LAST, overall DESC, id DESC'],
};

/** The statement of a page, for the query-plan test as much as for the page. */
export const pageSql = (condition: string, order: string): string =>
  `SELECT ${columns} FROM client_summaries ${where(condition)} ORDER BY ${order} LIMIT ? OFFSET ?`;

export const orderOf = (sort: Exclude<ListInput['sort'], 'country'>, descending: boolean): string => orders[sort][descending ? 1 : 0];

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
  if (input.sort === 'country') return listByCountry(connection, input, condition, language);
  const total = connection.get<{ n: number }>(`SELECT count(*) AS n FROM client_summaries ${where(condition.sql)}`, condition.parameters)?.n ?? 0;
  const rows = connection.all<SummaryRow>(pageSql(condition.sql, orderOf(input.sort, input.descending)), [
    ...condition.parameters, input.limit, input.offset,
  ]);
  return { total, rows: rows.map(toRow) };
}

interface CountryCount {
  readonly country_code: string | null;
  readonly n: number;
}

/** By the country's name, then by the client's; without a country last. One short read along the index for each country of the page. */
function listByCountry(connection: Connection, input: ListInput, condition: Condition, language: string): ListPage {
  const counts = connection.all<CountryCount>(
    `SELECT country_code, count(*) AS n FROM client_summaries ${where(condition.sql)} GROUP BY country_code`, condition.parameters,
  );
  const ordered = byCountryName(counts, language, input.descending);
  const rows: ClientRow[] = [];
  let skip = input.offset;
  for (const { country_code: country, n } of ordered) {
    if (rows.length >= input.limit) break;
    if (skip < n) {
      const order = input.descending ? 'name_sort DESC, id DESC' : 'name_sort, id';
      const parameters = [...condition.parameters, country, input.limit - rows.length, skip];
      rows.push(...connection.all<SummaryRow>(pageSql([condition.sql, 'country_code IS ?'].filter((sql) => sql !== '').join(' AND '), order), parameters).map(toRow));
    }
    skip = Math.max(0, skip - n);
  }
  return { total: counts.reduce((sum, { n }) => sum + n, 0), rows };
}

/** Those without a country last. */
export function byCountryName(counts: readonly CountryCount[], language: string, descending: boolean): readonly CountryCount[] {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'code' });
  const { compare } = new Intl.Collator(language);
  const named = counts.flatMap((count) => (count.country_code === null ? [] : [{ count, name: names.of(count.country_code) ?? '' }]));
  const sorted = named.toSorted((a, b) => (descending ? -1 : 1) * compare(a.name, b.name)).map(({ count }) => count);
  return [...sorted, ...counts.filter((count) => count.country_code === null)];
}

export function readFacets(connection: Connection) {
  const count = (sql: string) => connection.get<{ n: number }>(sql)?.n ?? 0;
  return {
    total: count('SELECT count(*) AS n FROM client_summaries'),
    sampleCount: count('SELECT count(*) AS n FROM clients WHERE is_sample = 1'),
    countries: connection.all<{ code: string; count: number }>(
      'SELECT country_code AS code, count(*) AS count FROM client_summaries WHERE country_code IS NOT NULL GROUP BY country_code ORDER BY country_code',
    ),
    segments: connection.all<{ name: string; count: number }>(
      'SELECT segment AS name, count(*) AS count FROM client_summaries WHERE segment IS NOT NULL GROUP BY segment ORDER BY segment',
    ),
    stages: connection.all<{ stage: number; count: number }>(
      'SELECT coalesce(stage, 0) AS stage, count(*) AS count FROM client_summaries GROUP BY coalesce(stage, 0) ORDER BY 1',
    ),
  };
}
