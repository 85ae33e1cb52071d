import { dueDayOf, headlineMeasure, judgeLine, lineBits } from '#shared/domain/delivery/index.ts';
import { trustedIsoDayToNumber } from '#shared/domain/calendar/index.ts';
import type { ClientFacts, OpenMatter } from '#shared/domain/next-steps/index.ts';
import { profileFieldKeys } from '#shared/domain/scoring/index.ts';
import type { Connection } from '../db/store.ts';
import { localDayNumber } from './day.ts';
import type { ClientBundle } from './records.ts';

const mostPressingFirst = (matters: readonly OpenMatter[]): readonly OpenMatter[] =>
  matters.toSorted((a, b) => b.days - a.days || (a.source.id < b.source.id ? -1 : 1));

/** Undelivered past the first promise, or past the change that the customer asked for; no day of grace. */
function openLateLines(bundle: ClientBundle, asOfDay: number): readonly OpenMatter[] {
  const measure = { ...headlineMeasure, window: { earliestDays: null, latestDays: 0 } };
  return bundle.records.lines.flatMap((line): OpenMatter[] => {
    const bits = judgeLine(line, measure, asOfDay);
    const dueDay = dueDayOf(line, measure.basis, asOfDay);
    if ((bits & lineBits.due) === 0 || (bits & lineBits.delivered) !== 0 || line.cancelledBy !== null || dueDay === null) return [];
    return [{ source: { kind: 'order-line', id: line.id }, days: asOfDay - dueDay }];
  });
}

/** Inbound messages that ask for an answer, of which no answer is recorded by the reading day. */
function unansweredMessages(connection: Connection, clientId: string, asOfDay: number): readonly OpenMatter[] {
  const rows = connection.all<{ id: string; occurred_at: string; answered_at: string | null }>(
    `SELECT i.id, i.occurred_at, (SELECT min(a.occurred_at) FROM interactions a WHERE a.answers_id = i.id AND a.deleted_at IS NULL) AS answered_at
     FROM interactions i WHERE i.client_id = ? AND i.needs_answer = 1 AND i.direction = 'inbound' AND i.deleted_at IS NULL`,
    [clientId],
  );
  return rows.flatMap((row): OpenMatter[] => {
    const days = asOfDay - localDayNumber(row.occurred_at);
    const isOpen = row.answered_at === null || localDayNumber(row.answered_at) > asOfDay;
    return days >= 0 && isOpen ? [{ source: { kind: 'interaction', id: row.id }, days }] : [];
  });
}

function overdueTasks(connection: Connection, clientId: string, asOfDay: number): readonly OpenMatter[] {
  const rows = connection.all<{ id: string; due_on: string }>(
    'SELECT id, due_on FROM tasks WHERE client_id = ? AND done_at IS NULL AND due_on IS NOT NULL AND deleted_at IS NULL', [clientId],
  );
  return rows.flatMap(({ id, due_on: dueOn }): OpenMatter[] => {
    const days = asOfDay - trustedIsoDayToNumber(dueOn);
    return days > 0 ? [{ source: { kind: 'task', id }, days }] : [];
  });
}

function lastInteraction(bundle: ClientBundle, asOfDay: number): OpenMatter | null {
  let last: { readonly id: string; readonly day: number } | null = null;
  for (const interaction of bundle.records.interactions) {
    if (interaction.day <= asOfDay && (last === null || interaction.day >= last.day)) last = interaction;
  }
  return last && { source: { kind: 'interaction', id: last.id }, days: asOfDay - last.day };
}

/** What stands open with one client on the reading day: the facts that suggested steps rest on. */
export const readOpenMatters = (connection: Connection, bundle: ClientBundle, asOfDay: number): ClientFacts => ({
  openLateLines: mostPressingFirst(openLateLines(bundle, asOfDay)),
  unansweredMessages: mostPressingFirst(unansweredMessages(connection, bundle.client.id, asOfDay)),
  overdueTasks: mostPressingFirst(overdueTasks(connection, bundle.client.id, asOfDay)),
  lastInteraction: lastInteraction(bundle, asOfDay),
  rhythmDays: bundle.records.rhythmDays,
  missingFields: profileFieldKeys.filter((field) => bundle.records.profile[field] === null),
});
