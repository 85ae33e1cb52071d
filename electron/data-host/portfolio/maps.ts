import type { CoverageRow, HeatMapRow, StageFall, heatMapSorts } from '#shared/contract/portfolio.ts';
import { dimensionId } from '#shared/contract/clients.ts';
import { themes } from '#shared/domain/model/index.ts';
import { coverageMap, stageFalls } from '#shared/domain/portfolio/index.ts';
import type { Standing } from '#shared/domain/portfolio/index.ts';
import type { Connection } from '../db/store.ts';
import { byCount, byCountryName, groupsOf } from '../clients/index.ts';
import type { Selection } from '../clients/index.ts';

type Dimensions = HeatMapRow['dimensions'];
type Sort = (typeof heatMapSorts)[number];

interface SummaryRow extends Dimensions {
  readonly id: string;
  readonly name: string;
  readonly country_code: string | null;
  readonly overall: number | null;
  readonly coverage: number;
  readonly stage: number | null;
  readonly weakest_dimension: string | null;
}

const columns = 'id, name, country_code, overall, coverage, stage, weakest_dimension, brand, arousal, quality, attraction, continuity';
const dimensionsOf = ({ brand, arousal, quality, attraction, continuity }: Dimensions): Dimensions => ({ brand, arousal, quality, attraction, continuity });

const sortColumns: Readonly<Record<Exclude<Sort, 'country' | 'value'>, string>> = {
  overall: 'overall', name: 'name_sort', lastInteraction: 'last_interaction_at', stage: 'stage',
  brand: 'brand', arousal: 'arousal', quality: 'quality', attraction: 'attraction', continuity: 'continuity',
};

const countOf = (connection: Connection, selection: Selection): number =>
  connection.get<{ n: number }>(`SELECT count(*) AS n FROM client_summaries ${selection.where}`, selection.parameters)?.n ?? 0;

interface Page {
  readonly offset: number;
  readonly limit: number;
}

export interface HeatMapRequest extends Page {
  readonly sort: Sort;
  readonly descending: boolean;
  /** In which countries are named. */
  readonly language: string;
}

/** What is not known stands last either way; equals stand by name. Countries stand by name, currencies by how many buy in them. */
function orderOf(connection: Connection, selection: Selection, { sort, descending, language }: HeatMapRequest): { readonly sql: string; readonly parameters: readonly string[] } {
  const direction = descending ? 'DESC' : 'ASC';
  if (sort !== 'country' && sort !== 'value') return { sql: `${sortColumns[sort]} ${direction} NULLS LAST, name_sort, id`, parameters: [] };
  const column = sort === 'country' ? 'country_code' : 'value_currency';
  const counts = groupsOf(connection, selection, column);
  const groups = sort === 'country' ? byCountryName(counts, language, descending) : byCount(counts);
  return {
    sql: `(SELECT key FROM json_each(?) WHERE value IS ${column}), ${sort === 'country' ? '' : `value_minor ${direction}, `}name_sort ${sort === 'country' ? direction : 'ASC'}, id`,
    parameters: [JSON.stringify(groups.map(({ code }) => code))],
  };
}

export function readHeatMap(connection: Connection, selection: Selection, request: HeatMapRequest): { total: number; rows: HeatMapRow[] } {
  const { sql, parameters } = orderOf(connection, selection, request);
  const rows = connection.all<SummaryRow>(`SELECT ${columns} FROM client_summaries ${selection.where} ORDER BY ${sql} LIMIT ? OFFSET ?`, [
    ...selection.parameters, ...parameters, request.limit, request.offset,
  ]);
  return {
    total: countOf(connection, selection),
    rows: rows.map((row) => ({
      clientId: row.id, name: row.name, countryCode: row.country_code, overall: row.overall, coverage: row.coverage, stage: row.stage,
      weakestDimension: dimensionId.nullable().catch(null).parse(row.weakest_dimension), dimensions: dimensionsOf(row),
    })),
  };
}

interface StandingRow extends Dimensions {
  readonly id: string;
  readonly stage: number | null;
  readonly overall: number | null;
  readonly taken_on: string;
}

const toStanding = (row: Omit<StandingRow, 'taken_on'>): Standing => ({ clientId: row.id, stage: row.stage, overall: row.overall, dimensions: dimensionsOf(row) });

/** Against the last snapshot up to the end of that day; who has none was not compared. */
export function readFalls(connection: Connection, selection: Selection, sinceOn: string): { rows: StageFall[]; comparedCount: number } {
  const now = connection.all<SummaryRow>(`SELECT ${columns} FROM client_summaries ${selection.where}`, selection.parameters);
  // SQLite gives the other columns of the row that max() comes from.
  const before = connection.all<StandingRow>(
    `SELECT client_id AS id, max(taken_on) AS taken_on, stage, overall, brand, arousal, quality, attraction, continuity
     FROM score_snapshots WHERE taken_on <= ? GROUP BY client_id`, [sinceOn],
  );
  const names = new Map(now.map(({ id, name }) => [id, name]));
  const days = new Map(before.map(({ id, taken_on: takenOn }) => [id, takenOn]));
  const { falls, compared } = stageFalls(before.map(toStanding), now.map(toStanding));
  return {
    comparedCount: compared,
    rows: falls.map(({ clientId, fromStage, toStage, overallBefore, overallNow, brokenDimension, dimensionBefore, dimensionNow }) => ({
      clientId, name: names.get(clientId) ?? '', fromStage, toStage, overallBefore, overallNow, fromOn: days.get(clientId) ?? sinceOn, brokenDimension,
      dimensionBefore, dimensionNow,
    })),
  };
}

interface CoverageSource {
  readonly id: string;
  readonly name: string;
  readonly coverage: number;
  readonly theme_coverage: string | null;
}

/** By hand: a schema takes longer than all the rest at 50,000 clients. */
const areShares = (read: unknown): read is readonly number[] => Array.isArray(read) && read.length === themes.length && read.every((share) => typeof share === 'number');
const nothingKnown: readonly number[] = themes.map(() => 0);

/** Of a client that is not scored yet, or was scored by a model with other themes, nothing is known until the next rescoring. */
function sharesOf(stored: string | null): readonly number[] {
  const read: unknown = stored === null ? null : JSON.parse(stored);
  return areShares(read) ? read : nothingKnown;
}

export function readCoverage(
  connection: Connection, selection: Selection, page: Page,
): { total: number; themeIds: string[]; means: number[]; rows: CoverageRow[] } {
  const rows = connection.all<CoverageSource>(`SELECT id, name, coverage, theme_coverage FROM client_summaries ${selection.where}`, selection.parameters);
  const map = coverageMap(
    rows.map(({ id, name, coverage, theme_coverage: shares }) => ({
      clientId: id, name, coverage, themeCoverage: sharesOf(shares),
    })),
  );
  return {
    total: rows.length,
    themeIds: map.themes.map(({ themeId }) => themeId),
    means: map.themes.map(({ mean }) => mean),
    rows: map.clients.slice(page.offset, page.offset + page.limit).map(({ clientId, name, coverage, themeCoverage }) => ({ clientId, name, coverage, themes: [...themeCoverage] })),
  };
}
