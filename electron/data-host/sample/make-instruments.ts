import { isoDayToNumber, numberToIsoDay } from '#shared/domain/calendar/index.ts';
import { defaultInterval, dueDay, labelCode } from '#shared/domain/calibration/index.ts';
import type { CertificateDocument } from '#shared/domain/calibration/index.ts';
import { serialKey } from '../instruments/index.ts';
import type { Maker } from './clock.ts';
import { sampleInstrumentKinds, sampleStandards } from './instrument-kinds.ts';
import type { SampleInstrumentKind } from './instrument-kinds.ts';
import { makeCertificate } from './make-certificate.ts';
import type { MadeCertificate } from './make-certificate.ts';
import type { SampleClient } from './make-client.ts';
import type { Stocked } from './make-orders.ts';
import type { SampleRows } from './rows.ts';
import { wordsLanguage } from './words.ts';

const ownLaboratory: CertificateDocument['laboratory'] = {
  name: 'Sample: Meridian Measuring Tools, calibration laboratory', address: 'Example Street 12, İzmir', contact: 'sales@meridian-tools.example', accreditation: null,
};
const nationalLaboratory: CertificateDocument['laboratory'] = {
  name: 'Sample: Aegean Metrology Centre', address: 'Example Square 1, İzmir', contact: null, accreditation: { body: 'Example Accreditation', number: 'EX-0042-K', scope: null },
};
const signatory = { name: 'Deniz Aydın', role: 'Calibration technician' } as const;
const sites: Readonly<Record<'en' | 'fa', readonly string[]>> = { en: ['Hall 1', 'Hall 2', 'Workshop', 'Incoming inspection'], fa: ['سالن ۱', 'سالن ۲', 'کارگاه', 'بازرسی ورودی'] };
const reasons: Readonly<Record<'en' | 'fa', string>> = { en: 'On a job abroad until the end of the month', fa: 'تا پایان ماه در مأموریت بیرون است' };

interface MadeStandard {
  readonly id: string;
  readonly serial: string;
  readonly manufacturer: string;
  readonly model: string;
  readonly description: string;
  readonly calibrations: readonly (MadeCertificate & { readonly day: number })[];
}

export interface Laboratory {
  readonly standards: ReadonlyMap<SampleInstrumentKind['standard'], MadeStandard>;
  /** The next certificate number of a day's year. */
  readonly numberFor: (day: number) => string;
  readonly orderNumberFor: (day: number) => string;
  readonly serialFor: (code: string) => string;
}

const monthsBefore = (today: number, months: number): number => isoDayToNumber(dueDay(numberToIsoDay(today), -months));

function counter(width: number, prefix: (day: number) => string): (day: number) => string {
  const counts = new Map<string, number>();
  return (day) => {
    const head = prefix(day);
    const count = (counts.get(head) ?? 0) + 1;
    counts.set(head, count);
    return `${head}${String(count).padStart(width, '0')}`;
  };
}

const yearOf = (day: number): string => numberToIsoDay(day).slice(0, 4);

interface Made {
  readonly clientId: string | null;
  readonly serial: string;
  readonly kind: SampleInstrumentKind;
  readonly knownFrom: number;
}

function pushInstrument(maker: Maker, rows: SampleRows, given: Made, more: Partial<SampleRows['instruments'][number]>): string {
  const id = maker.id();
  const at = maker.instant(Math.min(given.knownFrom, maker.today - 1));
  const stamps = { created_at: at, updated_at: at, deleted_at: null, import_batch_id: null };
  rows.instruments.push({
    id, client_id: given.clientId, product_id: null, serial: given.serial, serial_key: serialKey(given.serial),
    label_code: labelCode(Uint8Array.from({ length: 7 }, () => maker.random.int(0, 255))), manufacturer: null, model: null, description: null,
    instrument_type: given.kind.type, asset_number: null, site: null, status: 'in-use', is_standard: 0, order_line_id: null, shipment_id: null,
    delivered_on: null, first_used_on: null, received_on: null, interval_months: null, interval_starts: 'calibration', interval_agreed: 0, due_on: null,
    notes: null, is_sample: 1, source_row: null, ...stamps, ...more,
  });
  const [lower, upper] = given.kind.range;
  const tolerance = 'absolute' in given.kind.tolerance ? given.kind.tolerance.absolute : given.kind.tolerance.relative * upper;
  rows.instrumentRanges.push({
    id: maker.id(), instrument_id: id, position: 0, quantity: given.kind.quantity, unit: given.kind.unit, lower: String(lower), upper: String(upper),
    resolution: (10 ** -given.kind.places).toFixed(given.kind.places), tolerance_lower: (-tolerance).toFixed(given.kind.places + 1),
    tolerance_upper: tolerance.toFixed(given.kind.places + 1), ...stamps,
  });
  rows.instrumentOwners.push({
    id: maker.id(), instrument_id: id, client_id: given.clientId, site: more.site ?? null, from_on: more.delivered_on ?? null, until_on: null, note: null, ...stamps,
  });
  return id;
}

interface Calibration {
  readonly day: number;
  readonly certificateId: string;
}

interface OpenDue {
  readonly closedAs?: 'lost' | 'retired';
  readonly extension?: { readonly day: number; readonly agreedOn: number; readonly reason: string; readonly staffId: string };
}

/** One row from each calibration to the next; the last one stays open, extended or closed as told. @returns the open due day. */
function pushDues(maker: Maker, rows: SampleRows, instrumentId: string, clientId: string | null, months: number, calibrations: readonly Calibration[], last: OpenDue): string | null {
  let openOn: string | null = null;
  for (const [index, { day }] of calibrations.entries()) {
    const next = calibrations[index + 1];
    const startsOn = numberToIsoDay(day);
    const at = maker.instant(day);
    const extension = next ? undefined : last.extension;
    const closedAs = next ? null : (last.closedAs ?? null);
    rows.calibrationDues.push({
      id: maker.id(), instrument_id: instrumentId, client_id: clientId, starts_on: startsOn, interval_months: months, due_on: dueDay(startsOn, months),
      extended_to_on: extension ? numberToIsoDay(extension.day) : null, extension_reason: extension?.reason ?? null,
      extended_by_staff_id: extension?.staffId ?? null, extended_at: extension ? maker.instant(extension.agreedOn) : null,
      done_on: next ? numberToIsoDay(next.day) : null, done_certificate_id: next?.certificateId ?? null, closed_as: closedAs,
      closed_on: closedAs === null ? null : numberToIsoDay(maker.today - 1), created_at: at, updated_at: at, deleted_at: null,
    });
    if (!next && closedAs === null) openOn = extension ? numberToIsoDay(extension.day) : dueDay(startsOn, months);
  }
  return openOn;
}

const setDue = (rows: SampleRows, instrumentId: string, patch: Partial<SampleRows['instruments'][number]>): void => {
  const index = rows.instruments.findIndex(({ id }) => id === instrumentId);
  const row = rows.instruments[index];
  if (row) rows.instruments[index] = { ...row, ...patch };
};

/** The exporter's own laboratory: reference standards with their certificates; one of them was last found out of tolerance. */
export function makeLaboratory(maker: Maker, rows: SampleRows): Laboratory {
  const external = counter(4, (day) => `AMC-${yearOf(day)}-`);
  const standards = new Map<SampleInstrumentKind['standard'], MadeStandard>();
  for (const standard of sampleStandards) {
    const first = monthsBefore(maker.today, standard.calibratedMonthsAgo[0] ?? 24);
    const id = pushInstrument(maker, rows, { clientId: null, serial: standard.serial, kind: standard.kind, knownFrom: first }, {
      manufacturer: standard.manufacturer, model: standard.model, description: standard.description, is_standard: 1, site: 'Laboratory',
    });
    const calibrations = standard.calibratedMonthsAgo.map((months, index) => {
      const day = monthsBefore(maker.today, months);
      const hasFailed = standard.lastFailed && index === standard.calibratedMonthsAgo.length - 1;
      const made = makeCertificate(maker, rows, {
        instrumentId: id, kind: standard.kind, calibratedDay: day, issuedDay: day + 2, number: external(day), laboratory: nationalLaboratory, isOwnLaboratory: false,
        item: { description: standard.description, manufacturer: standard.manufacturer, model: standard.model, serial: standard.serial, assetNumber: null },
        customer: { name: ownLaboratory.name, address: ownLaboratory.address, contact: null }, signatory: { name: 'Selin Kaya', role: 'Head of laboratory' },
        staffId: null, language: 'en', standards: [], ownStandards: [], found: hasFailed ? 'failed' : 'good', isComplete: true,
      });
      if (hasFailed) {
        const at = maker.instant(day + 2);
        rows.outOfToleranceCases.push({
          id: maker.id(), instrument_id: id, certificate_id: made.id, found_on: numberToIsoDay(day),
          good_until_on: numberToIsoDay(monthsBefore(maker.today, standard.calibratedMonthsAgo[index - 1] ?? months)), conclusion: null, closed_on: null,
          staff_id: null, created_at: at, updated_at: at, deleted_at: null,
        });
      }
      return { ...made, day };
    });
    const dueOn = pushDues(maker, rows, id, null, defaultInterval(standard.kind.type).months, calibrations.map(({ day, id: certificateId }) => ({ day, certificateId })), {});
    setDue(rows, id, { due_on: dueOn });
    standards.set(standard.key, { ...standard, id, calibrations });
  }
  const serials = counter(4, () => '');
  return {
    standards, numberFor: counter(4, (day) => `${yearOf(day)}-`), orderNumberFor: counter(4, (day) => `CAL-${yearOf(day)}-`),
    serialFor: (code) => `${code.replaceAll('-', '')}-${serials(0)}`,
  };
}

interface Delivered {
  readonly lineId: string;
  readonly item: Stocked;
  readonly kind: SampleInstrumentKind;
  readonly shipmentId: string | null;
  readonly day: number;
}

/** The client's last deliveries of goods that are calibrated. */
function deliveredTo(maker: Maker, rows: SampleRows, client: SampleClient, stock: readonly Stocked[]): readonly Delivered[] {
  const orderIds = new Set(rows.orders.filter(({ client_id: clientId }) => clientId === client.id).map(({ id }) => id));
  const byLine = new Map(rows.lineDeliveries.map((part) => [part.order_line_id, part]));
  const items = new Map(stock.map((item) => [item.id, item]));
  return rows.orderLines
    .flatMap((line): Delivered[] => {
      const part = orderIds.has(line.order_id) ? byLine.get(line.id) : undefined;
      const item = items.get(line.product_id ?? '');
      const kind = sampleInstrumentKinds.get(item?.product.code ?? '');
      if (!part || part.delivered_on === null || !item || !kind) return [];
      return [{ lineId: line.id, item, kind, shipmentId: part.shipment_id, day: isoDayToNumber(part.delivered_on) }];
    })
    .filter(({ day }) => day > maker.today - 800)
    .toSorted((left, right) => right.day - left.day)
    .slice(0, 24);
}

/** What the client has on record of the goods delivered: a few of each of some lines, most with their papers, some long due. */
export function makeInstruments(maker: Maker, rows: SampleRows, client: SampleClient, stock: readonly Stocked[], laboratory: Laboratory): void {
  const chosen = maker.random.some(deliveredTo(maker, rows, client, stock), 4);
  for (const delivered of chosen) {
    const pieces = maker.random.int(1, 3);
    for (let piece = 0; piece < pieces; piece += 1) makeInstrument(maker, rows, client, delivered, laboratory);
  }
}

function makeInstrument(maker: Maker, rows: SampleRows, client: SampleClient, { lineId, item, kind, shipmentId, day }: Delivered, laboratory: Laboratory): void {
  const { random, today } = maker;
  const { rates } = client.archetype;
  const language = wordsLanguage(client.country.language);
  const serial = laboratory.serialFor(item.product.code);
  const site = random.chance(0.7) ? random.pick(sites[language]) : null;
  const isAgreed = random.chance(0.5);
  const id = pushInstrument(maker, rows, { clientId: client.id, serial, kind, knownFrom: day }, {
    product_id: item.id, site, asset_number: random.chance(0.3) ? `${client.number}-${random.int(1000, 9999)}` : null, order_line_id: lineId, shipment_id: shipmentId,
    delivered_on: numberToIsoDay(day), interval_agreed: Number(isAgreed),
  });
  const { months } = defaultInterval(kind.type);
  const certify = (calibratedDay: number, found: 'good' | 'near' | 'failed'): Calibration => {
    const standard = laboratory.standards.get(kind.standard);
    const inForce = standard?.calibrations.findLast(({ day: on }) => on <= calibratedDay) ?? standard?.calibrations[0];
    const standardDueOn = inForce && dueDay(numberToIsoDay(inForce.day), 12);
    const made = makeCertificate(maker, rows, {
      instrumentId: id, kind, calibratedDay, issuedDay: Math.min(calibratedDay + 1, today - 1), number: laboratory.numberFor(calibratedDay), laboratory: ownLaboratory,
      isOwnLaboratory: true, item: { description: item.product.name, manufacturer: 'Meridian', model: item.product.code, serial, assetNumber: null },
      customer: { name: client.name, address: client.country.place, contact: null }, signatory, staffId: client.ownerId, language,
      standards: standard && inForce && standardDueOn !== undefined
        ? [{ name: standard.description, manufacturer: standard.manufacturer, model: standard.model, serial: standard.serial, certificateNumber: inForce.number, dueOn: standardDueOn }]
        : [],
      ownStandards: standard ? [{ instrumentId: standard.id, certificateId: inForce?.id ?? null }] : [], found, isComplete: !random.chance(rates.documents),
    });
    return { day: calibratedDay, certificateId: made.id };
  };
  // Unknown: it went out without its paper. Else calibrated before it went, now and then only when somebody asked for it.
  if (random.chance(0.06)) return;
  const calibrations = [certify(random.chance(0.9) ? day - random.int(3, 12) : Math.min(day + random.int(5, 40), today - 3), 'good')];
  // Recalibrated by its day by those who are served well.
  for (;;) {
    const last = calibrations.at(-1);
    const dueOn = last ? isoDayToNumber(dueDay(numberToIsoDay(last.day), months)) : today;
    if (dueOn >= today - 2 || !random.chance(0.85 - rates.late)) break;
    const next = Math.min(dueOn + random.int(-25, random.chance(rates.late) ? 30 : 0), today - 2);
    calibrations.push(certify(next, random.chance(0.06) ? 'failed' : random.chance(0.15) ? 'near' : 'good'));
  }
  conclude(maker, rows, client, { id, months, calibrations, language }, laboratory);
}

interface Standing {
  readonly id: string;
  readonly months: number;
  readonly calibrations: readonly Calibration[];
  readonly language: 'en' | 'fa';
}

/** What became of it: most are in use, a few lost, retired, out for calibration, or extended. */
function conclude(maker: Maker, rows: SampleRows, client: SampleClient, { id, months, calibrations, language }: Standing, laboratory: Laboratory): void {
  const { random, today } = maker;
  const dues = (last: OpenDue): string | null => pushDues(maker, rows, id, client.id, months, calibrations, last);
  const dueDayNumber = isoDayToNumber(dueDay(numberToIsoDay(calibrations.at(-1)?.day ?? today), months));
  const isClose = dueDayNumber < today + 45;
  if (random.chance(0.04)) {
    const status = random.pick(['lost', 'retired'] as const);
    setDue(rows, id, { status, due_on: dues({ closedAs: status }) });
    return;
  }
  if (isClose && dueDayNumber > today - 30 && random.chance(0.5)) {
    // Agreed by the day it was due.
    const agreedOn = Math.min(dueDayNumber - 2, today - 1);
    setDue(rows, id, { due_on: dues({ extension: { day: Math.max(dueDayNumber, today) + random.int(12, 50), agreedOn, reason: reasons[language], staffId: client.ownerId } }) });
    return;
  }
  const dueOn = dues({});
  if (isClose && random.chance(0.25)) {
    const bookedOn = today - random.int(6, 15);
    const at = maker.instant(bookedOn);
    rows.calibrationOrders.push({
      id: maker.id(), number: laboratory.orderNumberFor(bookedOn), instrument_id: id, client_id: client.id, laboratory: null, booked_on: numberToIsoDay(bookedOn),
      received_on: numberToIsoDay(bookedOn + 4), as_found_on: random.chance(0.5) ? numberToIsoDay(bookedOn + 5) : null, adjusted_on: null, as_left_on: null,
      certified_on: null, shipped_on: null, cancelled_on: null, cancel_reason: null, note: null, staff_id: client.ownerId, created_at: at, updated_at: at, deleted_at: null,
    });
    setDue(rows, id, { status: 'out-for-calibration', due_on: dueOn });
    return;
  }
  setDue(rows, id, { due_on: dueOn });
}

const lettersOfSample = 3;

/** Recall letters to the first few clients of whom something is overdue: one sent, the others still to be sent. */
export function makeRecallLetters(maker: Maker, rows: SampleRows): void {
  const todayOn = numberToIsoDay(maker.today);
  const overdue = Map.groupBy(
    rows.instruments.filter(({ client_id: clientId, due_on: dueOn, status }) => clientId !== null && status === 'in-use' && dueOn !== null && dueOn < todayOn),
    ({ client_id: clientId }) => clientId,
  );
  for (const [index, [clientId, items]] of [...overdue].slice(0, lettersOfSample).entries()) {
    const client = rows.clients.find(({ id }) => id === clientId);
    if (!client) continue;
    const contact = rows.contacts.find(({ client_id: of, is_primary: isPrimary }) => of === client.id && isPrimary === 1);
    const writtenDay = maker.today - 3;
    const at = maker.instant(writtenDay);
    const stamps = { created_at: at, updated_at: at, deleted_at: null };
    const id = maker.id();
    rows.calibrationLetters.push({
      id, kind: 'recall', client_id: client.id, contact_id: contact?.id ?? null, language: wordsLanguage(client.language ?? 'en'), written_on: numberToIsoDay(writtenDay),
      sent_on: index === 0 ? numberToIsoDay(writtenDay + 1) : null, channel: index === 0 ? 'email' : null, interaction_id: null, out_of_tolerance_id: null,
      staff_id: client.owner_staff_id, ...stamps,
    });
    for (const item of items) {
      rows.calibrationLetterItems.push({ id: maker.id(), letter_id: id, instrument_id: item.id, due_on: item.due_on, certificate_id: null, ...stamps });
    }
  }
}
