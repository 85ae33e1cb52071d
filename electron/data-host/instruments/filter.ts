import type { z } from 'zod';
import type { instrumentFilter } from '#shared/contract/instruments.ts';
import { dueSoonDays } from '#shared/domain/calibration/index.ts';
import type { DueState } from '#shared/domain/calibration/index.ts';
import { addDays } from '#shared/domain/calendar/index.ts';
import { normaliseForSearch, searchWords } from '#shared/i18n/text/index.ts';
import type { Connection } from '../db/store.ts';

export type InstrumentFilter = z.output<typeof instrumentFilter>;

/** Fixed pieces of SQL over `i` (instruments), and what is bound to them. */
export interface Condition {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

const isExtended = `i.id IN (SELECT e.instrument_id FROM calibration_dues e WHERE e.extended_to_on IS NOT NULL AND e.done_on IS NULL
  AND e.closed_as IS NULL AND e.deleted_at IS NULL)`;
const isAtHand = "i.status IN ('in-use', 'stored')";

/** `dueState` of the rules as conditions, so that lists of a hundred thousand can be counted and filtered; a test holds the two together. */
const stateSql: Readonly<Record<DueState, string>> = {
  lost: "i.status = 'lost'",
  retired: "i.status = 'retired'",
  'out-for-calibration': "i.status = 'out-for-calibration'",
  unknown: `(${isAtHand} AND i.due_on IS NULL)`,
  overdue: `(${isAtHand} AND i.due_on < :today)`,
  extended: `(${isAtHand} AND i.due_on >= :today AND ${isExtended})`,
  due: `(${isAtHand} AND i.due_on = :today AND NOT ${isExtended})`,
  'due-soon': `(${isAtHand} AND i.due_on > :today AND i.due_on <= :soon AND NOT ${isExtended})`,
  valid: `(${isAtHand} AND i.due_on > :soon AND NOT ${isExtended})`,
};

/** The days of a state's condition are ISO days of our own making, and stand in it as literals. */
export const stateCondition = (state: DueState, today: string): string =>
  stateSql[state].replaceAll(':today', `'${today}'`).replaceAll(':soon', `'${addDays(today, dueSoonDays)}'`);

/** Clients in the bin are in no list, nor is what they have; most files have none. */
function outsideBin(connection: Connection): Condition[] {
  const isEmpty = connection.get('SELECT 1 FROM clients WHERE deleted_at IS NOT NULL LIMIT 1') === undefined;
  return isEmpty ? [] : [{ sql: '(i.client_id IS NULL OR i.client_id NOT IN (SELECT id FROM clients WHERE deleted_at IS NOT NULL))', parameters: [] }];
}

/** A word is in the instrument's own texts, in its product's name or code, or in the name of its client. */
function wordConditions(connection: Connection, search: string): Condition[] {
  const words = searchWords(search);
  if (words.length === 0) return [];
  const products = connection
    .all<{ id: string; code: string | null; name: string }>('SELECT id, code, name FROM products')
    .map(({ id, code, name }) => ({ id, text: normaliseForSearch(`${name}\n${code ?? ''}`) }));
  return words.map((word) => {
    const ofProducts = products.filter(({ text }) => text.includes(word)).map(({ id }) => id);
    return {
      // One pass over the narrow texts, then membership: a join would look up each instrument's text on its own.
      sql: `(i.id IN (SELECT x.id FROM instrument_index x WHERE instr(x.search_text, ?) > 0)${ofProducts.length > 0 ? ' OR i.product_id IN (SELECT value FROM json_each(?))' : ''}
        OR i.client_id IN (SELECT s.id FROM client_summaries s WHERE instr(s.search_text, ?) > 0))`,
      parameters: [word, ...(ofProducts.length > 0 ? [JSON.stringify(ofProducts)] : []), word],
    };
  });
}

/** What a filter asks for; instruments in the bin are never in it. */
export function conditionOf(connection: Connection, filter: InstrumentFilter, today: string, states: readonly DueState[] = filter.dueStates): Condition {
  const parts: Condition[] = [{ sql: 'i.deleted_at IS NULL', parameters: [] }, ...outsideBin(connection)];
  const add = (sql: string, ...parameters: readonly unknown[]) => parts.push({ sql, parameters });
  if (filter.clientId !== null) add('i.client_id = ?', filter.clientId);
  if (filter.productIds.length > 0) add('i.product_id IN (SELECT value FROM json_each(?))', JSON.stringify(filter.productIds));
  if (filter.statuses.length > 0) add('i.status IN (SELECT value FROM json_each(?))', JSON.stringify(filter.statuses));
  if (states.length > 0) add(`(${states.map((state) => stateCondition(state, today)).join(' OR ')})`);
  if (filter.dueWithinDays !== null) add('i.due_on <= ?', addDays(today, filter.dueWithinDays));
  if (filter.dueFromOn !== null) add('i.due_on >= ?', filter.dueFromOn);
  if (filter.dueToOn !== null) add('i.due_on <= ?', filter.dueToOn);
  if (filter.standardsOnly) add('i.is_standard = 1');
  parts.push(...wordConditions(connection, filter.search));
  return { sql: parts.map(({ sql }) => sql).join(' AND '), parameters: parts.flatMap(({ parameters }) => parameters) };
}
