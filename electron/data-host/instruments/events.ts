import { z } from 'zod';
import { passportEvent } from '#shared/contract/instruments.ts';
import type { Passport } from '#shared/contract/instruments.ts';
import type { Connection } from '../db/store.ts';

type Kind = Passport['events'][number]['kind'];

/**
 * One SELECT a kind, all with the columns id, on, title, params; `@id` is the instrument. Titles are what people wrote or
 * numbered; the words around them are the window's, from the params.
 */
const eventsOf: Readonly<Record<Kind, string>> = {
  ordered: `
    SELECT l.id, coalesce(o.ordered_on, l.requested_on, l.first_promised_on) AS day, o.number AS title, json_object('lineNumber', l.number, 'orderId', o.id) AS params
    FROM instruments i JOIN order_lines l ON l.id = i.order_line_id JOIN orders o ON o.id = l.order_id WHERE i.id = @id`,
  delivered: `
    SELECT i.id, i.delivered_on AS day, coalesce(s.number, '') AS title, json_object('shipmentNumber', s.number, 'clientName', k.name) AS params
    FROM instruments i LEFT JOIN shipments s ON s.id = i.shipment_id
    LEFT JOIN instrument_owners w ON w.instrument_id = i.id AND w.deleted_at IS NULL AND (w.from_on IS NULL OR w.from_on <= i.delivered_on)
      AND (w.until_on IS NULL OR w.until_on > i.delivered_on)
    LEFT JOIN clients k ON k.id = w.client_id WHERE i.id = @id`,
  received: "SELECT id, received_on AS day, '' AS title, json_object('site', site) AS params FROM instruments WHERE id = @id",
  'first-used': "SELECT id, first_used_on AS day, '' AS title, json_object('site', site) AS params FROM instruments WHERE id = @id",
  // The first holder is told by the delivery.
  holder: `
    SELECT o.id, o.from_on AS day, coalesce(k.name, '') AS title, json_object('clientName', k.name, 'site', o.site, 'note', o.note) AS params
    FROM instrument_owners o LEFT JOIN clients k ON k.id = o.client_id WHERE o.instrument_id = @id AND o.deleted_at IS NULL
      AND EXISTS (SELECT 1 FROM instrument_owners b WHERE b.instrument_id = o.instrument_id AND b.deleted_at IS NULL AND b.until_on = o.from_on AND b.id < o.id)`,
  certificate: `
    SELECT c.id, c.calibrated_on AS day, c.number AS title, json_object('verdict', c.verdict, 'asFoundVerdict', c.as_found_verdict,
      'laboratoryName', c.laboratory_name, 'issuedOn', c.issued_on, 'state', c.state,
      'replacedBy', (SELECT r.number FROM certificates r WHERE r.replaces_id = c.id AND r.state = 'issued' AND r.deleted_at IS NULL LIMIT 1)) AS params
    FROM certificates c WHERE c.instrument_id = @id AND c.deleted_at IS NULL AND c.state = 'issued'`,
  due: `
    SELECT id, due_on AS day, '' AS title, json_object('startsOn', starts_on, 'intervalMonths', interval_months, 'doneOn', done_on,
      'closedAs', closed_as, 'closedOn', closed_on, 'untilOn', extended_to_on) AS params
    FROM calibration_dues WHERE instrument_id = @id AND deleted_at IS NULL`,
  extended: `
    SELECT d.id, substr(d.extended_at, 1, 10) AS day, d.extension_reason AS title, json_object('untilOn', d.extended_to_on, 'dueOn', d.due_on, 'staffName', s.name) AS params
    FROM calibration_dues d LEFT JOIN staff s ON s.id = d.extended_by_staff_id
    WHERE d.instrument_id = @id AND d.deleted_at IS NULL AND d.extended_at IS NOT NULL`,
  'calibration-order': `
    SELECT id, booked_on AS day, number AS title, json_object('laboratory', laboratory, 'receivedOn', received_on, 'shippedOn', shipped_on,
      'cancelledOn', cancelled_on, 'cancelReason', cancel_reason) AS params
    FROM calibration_orders WHERE instrument_id = @id AND deleted_at IS NULL`,
  interval: `
    SELECT d.id, d.decided_on AS day, coalesce(d.reason, '') AS title, json_object('method', d.method, 'fromMonths', d.from_months, 'toMonths', d.to_months, 'staffName', s.name) AS params
    FROM interval_decisions d LEFT JOIN staff s ON s.id = d.staff_id WHERE d.instrument_id = @id AND d.deleted_at IS NULL`,
  letter: `
    SELECT l.id, coalesce(l.sent_on, l.written_on) AS day, l.kind AS title, json_object('kind', l.kind, 'sentOn', l.sent_on, 'channel', l.channel,
      'clientName', k.name, 'dueOn', n.due_on) AS params
    FROM calibration_letter_items n JOIN calibration_letters l ON l.id = n.letter_id AND l.deleted_at IS NULL JOIN clients k ON k.id = l.client_id
    WHERE n.instrument_id = @id AND n.deleted_at IS NULL`,
  'out-of-tolerance': `
    SELECT o.id, o.found_on AS day, c.number AS title, json_object('goodUntilOn', o.good_until_on, 'closedOn', o.closed_on, 'certificateId', o.certificate_id) AS params
    FROM out_of_tolerance_cases o JOIN certificates c ON c.id = o.certificate_id WHERE o.instrument_id = @id AND o.deleted_at IS NULL`,
  // The status has no history of its own: the audit log, which keeps every change of it, is that.
  status: `
    SELECT a.id, substr(a.at, 1, 10) AS day, json_extract(a.after, '$.status') AS title,
      json_object('from', json_extract(a.before, '$.status'), 'to', json_extract(a.after, '$.status'), 'actor', a.actor) AS params
    FROM audit_entries a WHERE a.row_id = @id AND a.table_name = 'instruments' AND a.action = 'update'
      AND json_extract(a.before, '$.status') IS NOT json_extract(a.after, '$.status') AND json_extract(a.after, '$.status') IS NOT NULL`,
};

const union = Object.entries(eventsOf)
  .map(([kind, sql]) => `SELECT '${kind}:' || id AS id, '${kind}' AS kind, day AS "on", title, params FROM (${sql}) WHERE day IS NOT NULL`)
  .join(' UNION ALL ');

const rowSchema = passportEvent.extend({
  params: z.string().transform((text): Passport['events'][number]['params'] => passportEvent.shape.params.parse(JSON.parse(text))),
});

/** Newest first; of one day, what came of the other first (a certificate stands above the delivery of its day). */
export const readEvents = (connection: Connection, id: string): Passport['events'] =>
  z.array(rowSchema).parse(connection.all(`${union} ORDER BY "on" DESC, id DESC`, { id }));
