import { numberToIsoDay } from '#shared/domain/calendar/index.ts';
import { judgeLine, lineBits } from '#shared/domain/delivery/index.ts';
import type { DeliveryLine, DeliveryMeasure } from '#shared/domain/delivery/index.ts';
import { modelVersion } from '#shared/domain/model/index.ts';
import { equalWeights } from '#shared/domain/scoring/index.ts';
import type { ClientScore } from '#shared/domain/scoring/index.ts';
import { normaliseForSearch, phoneDigits, sortKey } from '#shared/i18n/text/index.ts';
import type { Connection, Transaction } from '../db/store.ts';
import { clientSummaries } from '../db/tables.ts';
import type { Row } from '../db/tables.ts';
import { localDayNumber } from './day.ts';
import type { ClientBundle, ClientRow } from './records.ts';
import type { ChannelRow, ContactRow } from './profile.ts';

type SummaryRow = Row<typeof clientSummaries>;

/** How a client is found, named and filtered in lists. */
export type Entry = Pick<SummaryRow, 'id' | 'name' | 'name_sort' | 'search_text' | 'country_code' | 'segment'>;
/** What its order lines come to. */
export type Figures = Pick<
  SummaryRow,
  'line_count' | 'due_count' | 'on_time_count' | 'open_late_count' | 'value_minor' | 'value_currency' | 'last_delivered_on' | 'last_interaction_at' | 'newest_on'
>;
type ScoreColumns = Pick<
  SummaryRow,
  | 'overall' | 'overall_lower' | 'overall_upper' | 'coverage' | 'stage' | 'weakest_dimension' | 'brand' | 'arousal' | 'quality' | 'attraction'
  | 'continuity' | 'as_of_on' | 'model_version' | 'priors_id' | 'weights_id' | 'theme_coverage'
>;

/** Marks a summary whose score was not computed since its records or the choices behind it changed. */
export const stalePriorsId = 'stale';

/** Names, code, people and handles; a phone number also without its grouping. Parts stand on lines of their own, so that no match spans two. */
function searchTextOf(client: ClientRow, contacts: readonly ContactRow[], channels: readonly ChannelRow[]): string {
  const texts = [client.name, client.code, ...contacts.flatMap(({ name, email, phone }) => [name, email, phone]), ...channels.map(({ handle }) => handle)];
  const parts = new Set<string>();
  for (const text of texts) if (text !== null) parts.add(normaliseForSearch(text));
  for (const { phone } of contacts) if (phone !== null) parts.add(phoneDigits(phone));
  for (const { kind, handle } of channels) if (kind === 'phone' || kind === 'whatsapp') parts.add(phoneDigits(handle));
  parts.delete('');
  return [...parts].join('\n');
}

export const entryOf = (client: ClientRow, contacts: readonly ContactRow[], channels: readonly ChannelRow[]): Entry => ({
  id: client.id, name: client.name, name_sort: sortKey(client.name), search_text: searchTextOf(client, contacts, channels),
  country_code: client.country_code, segment: client.segment,
});

/** Money of the currency that most lines are in: amounts of different currencies are never added up. */
function mainValue(lines: readonly DeliveryLine[]): { readonly minor: number; readonly currency: string } | null {
  let single: string | null = null;
  let minor = 0;
  let count = 0;
  const others = new Map<string, { minor: number; count: number }>();
  for (const line of lines) {
    if (line.valueMinor === null || line.currency === null) continue;
    single ??= line.currency;
    if (line.currency === single) {
      minor += line.valueMinor;
      count += 1;
    } else {
      const other = others.get(line.currency) ?? { minor: 0, count: 0 };
      other.minor += line.valueMinor;
      other.count += 1;
      others.set(line.currency, other);
    }
  }
  if (single === null) return null;
  let best = { minor, count, currency: single };
  for (const [currency, other] of others) {
    if (other.count > best.count || (other.count === best.count && currency < best.currency)) best = { ...other, currency };
  }
  return { minor: best.minor, currency: best.currency };
}

const dayOrNull = (day: number): string | null => (Number.isFinite(day) ? numberToIsoDay(day) : null);

export function figuresOf(bundle: ClientBundle, measure: DeliveryMeasure, asOfDay: number): Figures {
  const { lines } = bundle.records;
  let due = 0;
  let onTime = 0;
  let openLate = 0;
  let lastDelivered = -Infinity;
  let newest = bundle.lastInteractionAt === null ? -Infinity : localDayNumber(bundle.lastInteractionAt);
  for (const line of lines) {
    if (line.deliveredDay !== null) {
      if (line.deliveredDay > lastDelivered) lastDelivered = line.deliveredDay;
      // What came before its day is settled, but due on that day only: a history is read whole from there on.
      newest = Math.max(newest, line.deliveredDay, line.firstPromisedDay ?? -Infinity);
    }
    const bits = judgeLine(line, measure, asOfDay);
    if ((bits & lineBits.due) === 0) continue;
    due += 1;
    if ((bits & lineBits.onTime) !== 0) onTime += 1;
    if ((bits & lineBits.delivered) === 0 && line.cancelledBy === null) openLate += 1;
  }
  const value = mainValue(lines);
  return {
    line_count: lines.length, due_count: due, on_time_count: onTime, open_late_count: openLate, value_minor: value?.minor ?? null,
    value_currency: value?.currency ?? null, last_delivered_on: dayOrNull(lastDelivered), newest_on: dayOrNull(newest),
    last_interaction_at: bundle.lastInteractionAt,
  };
}

const scoreColumnsOf = (score: ClientScore): ScoreColumns => ({
  overall: score.overall, overall_lower: score.lower, overall_upper: score.upper, coverage: score.coverage, stage: score.stage,
  weakest_dimension: score.weakestDimension, ...score.dimensions, as_of_on: numberToIsoDay(score.basis.asOfDay),
  model_version: score.basis.modelVersion, priors_id: score.basis.priorsId, weights_id: score.basis.weightsId,
  theme_coverage: JSON.stringify(score.themeCoverage),
});

const columns = Object.keys(clientSummaries.columns);
const upsert = `INSERT INTO client_summaries (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})
  ON CONFLICT (id) DO UPDATE SET ${columns.filter((column) => column !== 'id').map((column) => `${column} = excluded.${column}`).join(', ')}`;

export function writeSummary(tx: Transaction, entry: Entry, figures: Figures, score: ClientScore): void {
  tx.run(upsert, { ...entry, ...figures, ...scoreColumnsOf(score), computed_at: tx.context.at });
}

/** Takes a client out of lists; its records stay. */
export function deleteSummary(tx: Transaction, clientId: string): void {
  tx.run('DELETE FROM client_summaries WHERE id = ?', [clientId]);
}

/** A client that is in the bin, or gone, is in no list. */
export function deleteLostSummaries(tx: Transaction): void {
  tx.run('DELETE FROM client_summaries WHERE NOT EXISTS (SELECT 1 FROM clients WHERE clients.id = client_summaries.id AND clients.deleted_at IS NULL)');
}

const unscored = (asOfOn: string): ScoreColumns => ({
  overall: null, overall_lower: null, overall_upper: null, coverage: 0, stage: null, weakest_dimension: null, brand: null, arousal: null,
  quality: null, attraction: null, continuity: null, as_of_on: asOfOn, model_version: modelVersion, priors_id: stalePriorsId,
  weights_id: equalWeights.id, theme_coverage: null,
});
const noFigures: Figures = {
  line_count: 0, due_count: 0, on_time_count: 0, open_late_count: 0, value_minor: null, value_currency: null, last_delivered_on: null,
  last_interaction_at: null, newest_on: null,
};

/** Clients that came by a bulk change stand in lists at once, by name and without figures. */
export function listNewClients(tx: Transaction, asOfOn: string): void {
  const fresh = tx.all<ClientRow>(
    'SELECT * FROM clients WHERE deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM client_summaries WHERE client_summaries.id = clients.id)',
  );
  for (const client of fresh) {
    tx.run(upsert, { ...entryOf(client, [], []), ...noFigures, ...unscored(asOfOn), computed_at: tx.context.at });
  }
}

export const markAllStale = (tx: Transaction): void => {
  tx.run('UPDATE client_summaries SET priors_id = ? WHERE priors_id IS NOT ?', [stalePriorsId, stalePriorsId]);
};

export const hasStaleSummaries = (connection: Connection): boolean =>
  connection.get('SELECT 1 FROM client_summaries WHERE priors_id = ? LIMIT 1', [stalePriorsId]) !== undefined;

