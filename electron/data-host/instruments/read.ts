import type { z } from 'zod';
import { calibrationDue, instrumentInput, passport } from '#shared/contract/instruments.ts';
import type { InstrumentInput, Passport, instrumentRange } from '#shared/contract/instruments.ts';
import { certificateRow } from '#shared/contract/certificates.ts';
import type { CertificateRow } from '#shared/contract/certificates.ts';
import { daysBetween } from '#shared/domain/calendar/index.ts';
import { dueState } from '#shared/domain/calibration/index.ts';
import type { Connection } from '../db/store.ts';
import type { calibrationDues, certificates, instrumentRanges, instruments } from '../db/tables.ts';
import type { Row } from '../db/tables.ts';
import { readEvents } from './events.ts';
import { intervalColumns, intervalOf } from './interval.ts';
import type { IntervalFacts } from './interval.ts';
import { nameSql } from './keys.ts';

type Stored = Row<typeof instruments> & IntervalFacts & {
  readonly name: string;
  readonly client_name: string | null;
  readonly client_language: string | null;
  readonly product_name: string | null;
  readonly product_code: string | null;
  readonly product_manufacturer: string | null;
  readonly product_model: string | null;
  readonly order_id: string | null;
  readonly order_number: string | null;
  readonly line_number: string | null;
  readonly shipment_number: string | null;
};

/** An instrument without its history. */
export interface StoredInstrument extends InstrumentInput {
  readonly id: string;
  readonly labelCode: string;
  readonly name: string;
  readonly clientName: string | null;
  /** BCP 47. */
  readonly clientLanguage: string | null;
  readonly product: { readonly id: string; readonly code: string | null; readonly name: string; readonly manufacturer: string | null; readonly model: string | null } | null;
  readonly order: Passport['order'];
  readonly shipmentNumber: string | null;
  readonly interval: NonNullable<Passport['interval']>;
  /** Its extension included. */
  readonly dueOn: string | null;
  readonly updatedAt: string;
}

const storedSql = `
  SELECT i.*, ${intervalColumns}, ${nameSql} AS name, k.name AS client_name, k.language AS client_language, p.name AS product_name, p.code AS product_code,
    p.manufacturer AS product_manufacturer, p.model AS product_model, o.id AS order_id, o.number AS order_number, l.number AS line_number, s.number AS shipment_number
  FROM instruments i LEFT JOIN products p ON p.id = i.product_id LEFT JOIN clients k ON k.id = i.client_id
  LEFT JOIN order_lines l ON l.id = i.order_line_id LEFT JOIN orders o ON o.id = l.order_id LEFT JOIN shipments s ON s.id = i.shipment_id
  WHERE i.id = ? AND i.deleted_at IS NULL AND (i.client_id IS NULL OR k.deleted_at IS NULL)`;

export const toRange = (row: Row<typeof instrumentRanges>): z.output<typeof instrumentRange> => ({
  quantity: row.quantity, unit: row.unit, lower: row.lower, upper: row.upper, resolution: row.resolution, toleranceLower: row.tolerance_lower,
  toleranceUpper: row.tolerance_upper,
});

export const readRanges = (connection: Connection, id: string): InstrumentInput['ranges'] =>
  connection
    .all<Row<typeof instrumentRanges>>('SELECT * FROM instrument_ranges WHERE instrument_id = ? AND deleted_at IS NULL ORDER BY position, id', [id])
    .map(toRange);

const { status, instrumentType, intervalStarts } = instrumentInput.shape;

/** @returns undefined where there is none, where it is in the bin, or its client is. */
export function readInstrument(connection: Connection, id: string): StoredInstrument | undefined {
  const row = connection.get<Stored>(storedSql, [id]);
  if (!row) return undefined;
  return {
    id: row.id, serial: row.serial, labelCode: row.label_code, name: row.name, clientId: row.client_id, clientName: row.client_name,
    clientLanguage: row.client_language, site: row.site, productId: row.product_id,
    product: row.product_id === null || row.product_name === null
      ? null
      : { id: row.product_id, code: row.product_code, name: row.product_name, manufacturer: row.product_manufacturer, model: row.product_model },
    manufacturer: row.manufacturer, model: row.model, description: row.description, instrumentType: instrumentType.catch(null).parse(row.instrument_type),
    assetNumber: row.asset_number, status: status.parse(row.status), isStandard: row.is_standard === 1, orderLineId: row.order_line_id,
    order: row.order_line_id === null || row.order_id === null || row.order_number === null || row.line_number === null
      ? null
      : { orderId: row.order_id, orderNumber: row.order_number, lineId: row.order_line_id, lineNumber: row.line_number },
    shipmentId: row.shipment_id, shipmentNumber: row.shipment_number, deliveredOn: row.delivered_on, firstUsedOn: row.first_used_on,
    receivedOn: row.received_on, intervalMonths: row.interval_months, intervalStarts: intervalStarts.parse(row.interval_starts),
    intervalAgreed: row.interval_agreed === 1, interval: intervalOf(row), ranges: readRanges(connection, id), notes: row.notes, dueOn: row.due_on,
    updatedAt: row.updated_at,
  };
}

export const instrumentExists = (connection: Connection, id: string): boolean =>
  connection.get('SELECT 1 FROM instruments i WHERE i.id = ? AND i.deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM clients k WHERE k.id = i.client_id AND k.deleted_at IS NOT NULL)', [id]) !==
  undefined;

const readHolders = (connection: Connection, id: string): Passport['holders'] =>
  connection.all(
    `SELECT o.id, o.client_id AS clientId, k.name AS clientName, o.site, o.from_on AS fromOn, o.until_on AS untilOn, o.note
     FROM instrument_owners o LEFT JOIN clients k ON k.id = o.client_id WHERE o.instrument_id = ? AND o.deleted_at IS NULL
     ORDER BY o.until_on IS NULL DESC, o.from_on DESC, o.id DESC`,
    [id],
  );

type StoredDue = Row<typeof calibrationDues> & { readonly staff_name: string | null };

const readDues = (connection: Connection, id: string): Passport['dues'] =>
  connection
    .all<StoredDue>(
      `SELECT d.*, s.name AS staff_name FROM calibration_dues d LEFT JOIN staff s ON s.id = d.extended_by_staff_id
       WHERE d.instrument_id = ? AND d.deleted_at IS NULL ORDER BY d.starts_on DESC, d.id DESC`,
      [id],
    )
    .map((row) => ({
      id: row.id, startsOn: row.starts_on, intervalMonths: row.interval_months, dueOn: row.due_on,
      extension: row.extended_to_on === null || row.extended_at === null
        ? null
        : { untilOn: row.extended_to_on, reason: row.extension_reason ?? '', staffName: row.staff_name, at: row.extended_at },
      doneOn: row.done_on, closedAs: calibrationDue.shape.closedAs.parse(row.closed_as),
    }));

type StoredCertificate = Omit<Row<typeof certificates>, 'document'> & { readonly successor: string | null; readonly successor_number: string | null };

/** The newest calibration first; drafts among them. Not asked of the certificates, which stand on the instruments. */
const readCertificates = (connection: Connection, id: string): CertificateRow[] =>
  connection
    .all<StoredCertificate>(
      `SELECT c.id, c.instrument_id, c.number, c.state, c.origin, c.is_own_laboratory, c.laboratory_name, c.calibrated_on, c.issued_on, c.is_complete,
         c.as_found_verdict, c.verdict, c.point_count, c.dcc_signature, r.id AS successor, r.number AS successor_number
       FROM certificates c LEFT JOIN certificates r ON r.replaces_id = c.id AND r.state = 'issued' AND r.deleted_at IS NULL
       WHERE c.instrument_id = ? AND c.deleted_at IS NULL ORDER BY c.calibrated_on DESC, c.created_at DESC, c.id DESC`,
      [id],
    )
    .map((row) =>
      certificateRow.parse({
        id: row.id, instrumentId: row.instrument_id, number: row.number, state: row.state, origin: row.origin, isOwnLaboratory: row.is_own_laboratory === 1,
        laboratoryName: row.laboratory_name, calibratedOn: row.calibrated_on, issuedOn: row.issued_on, isComplete: row.is_complete === 1,
        asFoundVerdict: row.as_found_verdict, verdict: row.verdict, pointCount: row.point_count, signature: row.dcc_signature,
        replacedBy: row.successor === null || row.successor_number === null ? null : { id: row.successor, number: row.successor_number },
      }),
    );

/** The whole life of one instrument. */
export function readPassport(connection: Connection, id: string, today: string): Passport | undefined {
  const stored = readInstrument(connection, id);
  if (!stored) return undefined;
  const dues = readDues(connection, id);
  const isExtended = dues.some(({ doneOn, closedAs, extension }) => doneOn === null && closedAs === null && extension !== null);
  return passport.parse({
    ...stored,
    dueState: dueState({ status: stored.status, dueOn: stored.dueOn, isExtended }, today),
    daysToDue: stored.dueOn === null ? null : daysBetween(today, stored.dueOn),
    holders: readHolders(connection, id), dues, certificates: readCertificates(connection, id), events: readEvents(connection, id),
  });
}
