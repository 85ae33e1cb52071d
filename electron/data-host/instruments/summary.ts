import { instrumentFilter } from '#shared/contract/instruments.ts';
import type { ReportInstruments } from '#shared/contract/reports.ts';
import { dueStates } from '#shared/domain/calibration/index.ts';
import type { Connection } from '../db/store.ts';
import { conditionOf, stateCondition } from './filter.ts';
import { readInstrumentRows } from './list.ts';

/** What a client has of us and what of it falls due next; null where there is nothing. */
export function instrumentsOfClient(connection: Connection, clientId: string, today: string, mostRows: number): ReportInstruments | null {
  const filter = instrumentFilter.parse({ clientId });
  const { sql, parameters } = conditionOf(connection, filter, today);
  const sums = dueStates.map((state, index) => `count(CASE WHEN ${stateCondition(state, today)} THEN 1 END) AS s${index}`);
  const counts = connection.get<Readonly<Record<string, number>>>(
    `SELECT count(*) AS total, count(i.due_on) AS dated, ${sums.join(', ')} FROM instruments i WHERE ${sql}`, parameters,
  );
  const total = counts?.['total'] ?? 0;
  if (total === 0) return null;
  const { rows } = readInstrumentRows(connection, { filter, today, sort: 'due', descending: false, offset: 0, limit: mostRows });
  return {
    total, withDueDay: counts?.['dated'] ?? 0,
    states: dueStates.map((state, index) => ({ state, count: counts?.[`s${index}`] ?? 0 })).filter(({ count }) => count > 0),
    next: rows.filter(({ dueOn }) => dueOn !== null),
  };
}
