import type { MeasurementPoint, Stage } from '#shared/domain/calibration/index.ts';
import type { DocumentContent } from '#shared/contract/certificates.ts';
import type { InstrumentRange } from '#shared/contract/instruments.ts';
import type { Preferences } from '#shared/contract/settings.ts';
import type { Connection, Pulse } from '../db/store.ts';
import type { calibrationOrders } from '../db/tables.ts';
import type { Row } from '../db/tables.ts';
import { readInstrument } from '../instruments/index.ts';
import type { StoredInstrument } from '../instruments/index.ts';
import { readOrganisation } from '../settings/index.ts';
import { nextNumber } from './numbers.ts';
import { readPoints } from './points.ts';
import { documentOf, latestCertificate } from './rows.ts';
import type { StoredRow } from './rows.ts';
import { standardLinks } from './standards.ts';
import type { StandardLink } from './standards.ts';

export interface Proposal {
  document: Partial<DocumentContent>;
  points: MeasurementPoint[];
  isOwnLaboratory: boolean;
  standardInstruments: StandardLink[];
}

export type Order = Row<typeof calibrationOrders>;

/** The newest certificate of our laboratory on the same product, else on the same make; drafts show a habit as well. */
function lastLike(connection: Connection, { id, productId, manufacturer, model }: StoredInstrument): StoredRow | undefined {
  return connection.get<StoredRow>(
    `SELECT c.* FROM certificates c JOIN instruments i ON i.id = c.instrument_id
     WHERE c.is_own_laboratory = 1 AND c.deleted_at IS NULL
       AND (i.id = @id OR i.product_id = @productId OR (i.manufacturer = @manufacturer AND i.model = @model))
     ORDER BY i.id = @id DESC, c.created_at DESC, c.id DESC LIMIT 1`,
    { id, productId, manufacturer, model },
  );
}

const lastOwn = (connection: Connection): StoredRow | undefined =>
  connection.get<StoredRow>('SELECT * FROM certificates WHERE is_own_laboratory = 1 AND deleted_at IS NULL ORDER BY created_at DESC, id DESC LIMIT 1');

/** How this client was named on its last certificate: its address stands nowhere else. */
const lastCustomer = (connection: Connection, clientId: string): StoredRow | undefined =>
  connection.get<StoredRow>(
    `SELECT c.* FROM certificates c JOIN instruments i ON i.id = c.instrument_id WHERE i.client_id = ? AND c.is_own_laboratory = 1 AND c.deleted_at IS NULL
     ORDER BY c.created_at DESC, c.id DESC LIMIT 1`,
    [clientId],
  );

function laboratoryOf(connection: Connection, last: DocumentContent | undefined): Partial<DocumentContent> {
  const organisation = readOrganisation(connection);
  if (!organisation) return last ? { laboratory: last.laboratory } : {};
  const contact = [organisation.phone, organisation.email, organisation.website].filter((part) => part !== null && part !== '').join(' · ');
  return {
    laboratory: { name: organisation.name, address: organisation.address, contact: contact === '' ? null : contact, accreditation: last?.laboratory.accreditation ?? null },
  };
}

function customerOf(connection: Connection, { clientId, clientName }: StoredInstrument): Partial<DocumentContent> {
  if (clientId === null || clientName === null) return {};
  const last = lastCustomer(connection, clientId);
  const customer = last && documentOf(last).customer;
  if (customer?.name === clientName) return { customer };
  const person = connection.get<{ name: string }>(
    'SELECT name FROM contacts WHERE client_id = ? AND deleted_at IS NULL ORDER BY is_primary DESC, name, id LIMIT 1', [clientId],
  );
  return { customer: { name: clientName, address: null, contact: person?.name ?? null } };
}

/** What is done the same way each time for this kind of instrument. */
const habitsOf = (last: DocumentContent): Partial<DocumentContent> => ({
  title: last.title, method: last.method, conditions: last.conditions, standards: last.standards, traceability: last.traceability,
  specification: last.specification, decisionRule: last.decisionRule, statements: last.statements, signatories: last.signatories,
  performedAt: last.performedAt,
});

/** Own standards may have been calibrated since: what our records say of them today stands in the place of what was written then. */
const currentStandards = (connection: Connection, standards: DocumentContent['standards'], links: readonly StandardLink[], today: string): DocumentContent['standards'] =>
  standards.map((standard, position) => {
    const link = links.find((each) => each.position === position);
    const own = link && readInstrument(connection, link.instrumentId);
    if (!own) return standard;
    const certificateNumber = latestCertificate(connection, own.id, today)?.number ?? standard.certificateNumber;
    return { ...standard, certificateNumber, dueOn: own.dueOn ?? standard.dueOn };
  });

const nothingRead = (unit: string) => ({ value: null, unit, uncertainty: null });

/** A range as points to be measured: both of its ends, with the permissible error as limits. */
export function pointsOfRange({ quantity, unit, lower, upper, toleranceLower, toleranceUpper }: InstrumentRange): MeasurementPoint[] {
  const places = [lower, upper].filter((value) => value !== null);
  return (places.length === 0 ? [null] : places).map((value) => ({
    stage: 'only', group: quantity, label: null, reference: { ...nothingRead(unit), value }, measured: nothingRead(unit), error: null, judged: 'error',
    lowerLimit: toleranceLower, upperLimit: toleranceUpper, statedAcceptance: null, statedConformity: null, fromExternalProvider: false,
  }));
}

/** The place of a point, with nothing read yet. */
const unread = (point: MeasurementPoint, stage: Stage): MeasurementPoint => ({
  ...point, stage, measured: point.measured && { ...point.measured, value: null }, error: point.error && { ...point.error, value: null },
  statedConformity: null, statedAcceptance: null,
});

/** The same places as last time; twice each where the instrument was adjusted. */
function emptied(points: readonly MeasurementPoint[], isAdjusted: boolean): MeasurementPoint[] {
  const found = points.filter(({ stage }) => stage !== 'as-left');
  const stages = isAdjusted ? (['as-found', 'as-left'] as const) : (['only'] as const);
  return stages.flatMap((stage) => (found.length > 0 ? found : points).map((point) => unread(point, stage)));
}

export async function propose(
  connection: Connection, instrument: StoredInstrument, order: Order | null, { language, calendar }: Pick<Preferences, 'language' | 'calendar'>, today: string, pulse: Pulse,
): Promise<Proposal> {
  const laboratory = order?.laboratory ?? null;
  const isOwnLaboratory = laboratory === null;
  const like = isOwnLaboratory ? lastLike(connection, instrument) : undefined;
  const last = like && documentOf(like);
  const newest = isOwnLaboratory ? (last ?? lastOwnDocument(connection)) : undefined;
  const adjusted = order !== null && order.adjusted_on !== null;
  const links = like ? standardLinks(connection, like.id) : [];
  const before = like ? await readPoints(connection, like.id, pulse) : [];
  const document: Partial<DocumentContent> = {
    ...(last ? { ...habitsOf(last), standards: currentStandards(connection, last.standards, links, today) } : { signatories: newest?.signatories ?? [], traceability: newest?.traceability ?? null, title: newest?.title ?? null }),
    ...(laboratory === null ? { number: nextNumber(connection, today, calendar), ...laboratoryOf(connection, newest) } : externalLaboratory(laboratory)),
    ...customerOf(connection, instrument),
    language: instrument.clientLanguage ?? language,
    item: {
      description: instrument.product?.name ?? instrument.description ?? instrument.name,
      manufacturer: instrument.manufacturer ?? instrument.product?.manufacturer ?? null, model: instrument.model ?? instrument.product?.model ?? null,
      serial: instrument.serial, assetNumber: instrument.assetNumber, otherIdentifications: [], condition: null,
    },
    receivedOn: order?.received_on ?? null,
    calibratedFromOn: order?.as_found_on ?? today, calibratedToOn: order?.as_left_on ?? order?.as_found_on ?? today,
    adjusted,
    agreedIntervalMonths: instrument.intervalAgreed ? instrument.interval.months : null,
  };
  const points = before.length > 0 ? emptied(before, adjusted) : emptied(instrument.ranges.flatMap(pointsOfRange), adjusted);
  return { document, points, isOwnLaboratory, standardInstruments: links };
}

function lastOwnDocument(connection: Connection): DocumentContent | undefined {
  const row = lastOwn(connection);
  return row && documentOf(row);
}

const externalLaboratory = (name: string): Partial<DocumentContent> => ({ laboratory: { name, address: null, contact: null, accreditation: null } });
