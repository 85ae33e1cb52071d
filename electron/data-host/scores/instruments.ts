import { trustedIsoDayToNumber } from '#shared/domain/calendar/index.ts';
import type { RelationshipRecords } from '#shared/domain/relationship/index.ts';
import type { Connection } from '../db/store.ts';
import { localDayNumber } from './day.ts';
import { grouped } from './relationship.ts';

/** With the holder of the day it was delivered on, whoever has it now. Any complete certificate counts, one that was replaced later as well. */
const deliveriesSql = `
  SELECT w.client_id, i.id, i.delivered_on, (SELECT min(coalesce(c.issued_on, c.calibrated_on)) FROM certificates c
    WHERE c.instrument_id = i.id AND c.state = 'issued' AND c.is_complete = 1 AND c.deleted_at IS NULL) AS certified_on
  FROM instrument_owners w CROSS JOIN instruments i ON i.id = w.instrument_id
  WHERE w.client_id BETWEEN ? AND ? AND w.deleted_at IS NULL AND i.deleted_at IS NULL AND i.delivered_on IS NOT NULL
    AND (w.from_on IS NULL OR w.from_on <= i.delivered_on) AND (w.until_on IS NULL OR w.until_on > i.delivered_on)
  ORDER BY w.client_id, i.id`;

/**
 * Each due day counts once, with the client who had the instrument on it. A row that ended without a calibration counts only
 * where its day had passed by then; an interval that was changed counts in its successor.
 */
const duesSql = `
  SELECT d.client_id, d.id, d.due_on, d.extended_to_on, d.extended_at, d.done_on
  FROM calibration_dues d CROSS JOIN instruments i ON i.id = d.instrument_id
  WHERE d.client_id BETWEEN ? AND ? AND d.deleted_at IS NULL AND i.deleted_at IS NULL
    AND (d.closed_as IS NULL OR (d.closed_as <> 'interval-changed' AND d.closed_on > coalesce(d.extended_to_on, d.due_on)))
    AND EXISTS (SELECT 1 FROM instrument_owners w WHERE w.instrument_id = d.instrument_id AND w.client_id = d.client_id AND w.deleted_at IS NULL
      AND (w.from_on IS NULL OR w.from_on <= d.due_on))
  ORDER BY d.client_id, d.id`;

interface DeliveryRow {
  readonly client_id: string;
  readonly id: string;
  readonly delivered_on: string;
  readonly certified_on: string | null;
}

interface DueRow {
  readonly client_id: string;
  readonly id: string;
  readonly due_on: string;
  readonly extended_to_on: string | null;
  readonly extended_at: string | null;
  readonly done_on: string | null;
}

type Told = Pick<RelationshipRecords, 'instrumentDeliveries' | 'recalibrations'>;

const dayOrNull = (on: string | null): number | null => (on === null ? null : trustedIsoDayToNumber(on));

/** An extension that was only written down when the day had passed was none. */
function extendedToDay({ due_on: dueOn, extended_to_on: untilOn, extended_at: at }: DueRow): number | null {
  if (untilOn === null || at === null) return null;
  return localDayNumber(at) <= trustedIsoDayToNumber(dueOn) ? trustedIsoDayToNumber(untilOn) : null;
}

/** What deliveries of instruments and their recalibrations say of each client of the range (both identifiers included). */
export function readInstrumentRecords(connection: Connection, range: readonly string[]): (clientId: string) => Told {
  const deliveries = grouped(connection.all<DeliveryRow>(deliveriesSql, range));
  const dues = grouped(connection.all<DueRow>(duesSql, range));
  return (clientId) => ({
    instrumentDeliveries: (deliveries.get(clientId) ?? []).map((row) => ({
      id: row.id, deliveredDay: trustedIsoDayToNumber(row.delivered_on), certifiedDay: dayOrNull(row.certified_on),
    })),
    recalibrations: (dues.get(clientId) ?? []).map((row) => ({
      id: row.id, dueDay: trustedIsoDayToNumber(row.due_on), extendedToDay: extendedToDay(row), doneDay: dayOrNull(row.done_on),
    })),
  });
}
