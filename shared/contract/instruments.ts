import { type } from '@orpc/contract';
import { z } from 'zod';
import type { IntervalProposal } from '../domain/calibration/index.ts';
import { dueStates, instrumentTypes } from '../domain/calibration/index.ts';
import { day, decimalText, id, instant, optionalLine, prose, window } from './common.ts';
import { certificateRow } from './certificates.ts';
import { procedure } from './errors.ts';

export const instrumentStatus = z.enum(['in-use', 'stored', 'out-for-calibration', 'lost', 'retired']);
export const instrumentType = z.enum(instrumentTypes);
export const intervalStart = z.enum(['calibration', 'first-use', 'receipt']);
/** Read on a day, never stored. `unknown`: no calibration on record and nothing to count an interval from. */
export const dueState = z.enum(dueStates);

export const instrumentRange = z.object({
  quantity: optionalLine,
  /** D-SI text, `\milli\metre`. */
  unit: z.string().trim().min(1).max(100),
  lower: decimalText.nullable(),
  upper: decimalText.nullable(),
  resolution: decimalText.nullable(),
  /** Permissible error, inclusive, in the unit of the range; null: open on that side. */
  toleranceLower: decimalText.nullable(),
  toleranceUpper: decimalText.nullable(),
});
export type InstrumentRange = z.output<typeof instrumentRange>;

/** All that a person enters of an instrument but its serial number. */
const instrumentFields = {
  /** null: in the exporter's own hands. */
  clientId: id.nullable(),
  site: optionalLine,
  productId: id.nullable(),
  manufacturer: optionalLine,
  model: optionalLine,
  description: optionalLine,
  instrumentType: instrumentType.nullable(),
  assetNumber: optionalLine,
  status: instrumentStatus,
  /** A reference standard of the exporter's own laboratory. */
  isStandard: z.boolean(),
  orderLineId: id.nullable(),
  shipmentId: id.nullable(),
  deliveredOn: day.nullable(),
  firstUsedOn: day.nullable(),
  receivedOn: day.nullable(),
  /** null: the default of its product, else of its type. */
  intervalMonths: z.int().min(1).max(120).nullable(),
  intervalStarts: intervalStart,
  /** Agreed with the client: only then may it stand on a certificate or a label (ISO/IEC 17025:2017 7.8.4.3). */
  intervalAgreed: z.boolean(),
  ranges: z.array(instrumentRange).max(50),
  notes: prose,
};
/** Opaque: kept as typed but for blanks around it; found whatever its digits' script, letters' case and hyphens. */
export const serial = z.string().trim().min(1).max(100);
export const instrumentInput = z.object({ serial, ...instrumentFields });
export type InstrumentInput = z.output<typeof instrumentInput>;

export const instrumentRow = z.object({
  id,
  serial: z.string(),
  labelCode: z.string(),
  /** Product, else manufacturer and model, else description. */
  name: z.string(),
  assetNumber: z.string().nullable(),
  clientId: id.nullable(),
  clientName: z.string().nullable(),
  site: z.string().nullable(),
  status: instrumentStatus,
  isStandard: z.boolean(),
  deliveredOn: day.nullable(),
  lastCalibratedOn: day.nullable(),
  lastVerdict: z.string().nullable(),
  /** Its extension included. */
  dueOn: day.nullable(),
  dueState,
  /** Whole days to the due day; negative: overdue. */
  daysToDue: z.int().nullable(),
});
export type InstrumentRow = z.output<typeof instrumentRow>;

export const instrumentFilter = z.object({
  /** Found anywhere in serial, asset number, label code, product, manufacturer, model, client, site. */
  search: z.string().max(200).default(''),
  clientId: id.nullable().default(null),
  productIds: z.array(id).max(300).default([]),
  statuses: z.array(instrumentStatus).max(20).default([]),
  dueStates: z.array(dueState).max(20).default([]),
  /** Due within so many days of today, what is overdue included; null: whenever. */
  dueWithinDays: z.int().min(0).max(3650).nullable().default(null),
  /** Due day, both ends included; extensions count. */
  dueFromOn: day.nullable().default(null),
  dueToOn: day.nullable().default(null),
  standardsOnly: z.boolean().default(false),
});
export const instrumentSorts = ['due', 'serial', 'name', 'client', 'delivered'] as const;
export const instrumentListInput = instrumentFilter.extend({ sort: z.enum(instrumentSorts).default('due'), descending: z.boolean().default(false), ...window });

export const holder = z.object({
  id,
  clientId: id.nullable(),
  clientName: z.string().nullable(),
  site: z.string().nullable(),
  fromOn: day.nullable(),
  untilOn: day.nullable(),
  note: z.string().nullable(),
});

/** One stretch from the start of an interval to the calibration that ended it. */
export const calibrationDue = z.object({
  id,
  startsOn: day,
  intervalMonths: z.int(),
  dueOn: day,
  extension: z.object({ untilOn: day, reason: z.string(), staffName: z.string().nullable(), at: instant }).nullable(),
  doneOn: day.nullable(),
  closedAs: z.enum(['retired', 'lost', 'transferred', 'interval-changed']).nullable(),
});

export const passportEventKinds = [
  'ordered', 'delivered', 'received', 'first-used', 'holder', 'certificate', 'due', 'extended', 'calibration-order', 'interval', 'letter', 'out-of-tolerance', 'status',
] as const;
export const passportEvent = z.object({
  id: z.string(),
  kind: z.enum(passportEventKinds),
  on: day,
  title: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});

/** The whole life of one serial number. */
export const passport = instrumentInput.extend({
  id,
  labelCode: z.string(),
  name: z.string(),
  clientName: z.string().nullable(),
  /** The client's language, for what is printed for it. */
  clientLanguage: z.string().nullable(),
  product: z.object({ id, code: z.string().nullable(), name: z.string() }).nullable(),
  order: z.object({ orderId: id, orderNumber: z.string(), lineId: id, lineNumber: z.string() }).nullable(),
  shipmentNumber: z.string().nullable(),
  /** In force, with where it comes from. */
  interval: z.object({ months: z.int(), from: z.enum(['instrument', 'product', 'type']), cycles: z.int().nullable() }).nullable(),
  dueOn: day.nullable(),
  dueState,
  daysToDue: z.int().nullable(),
  holders: z.array(holder),
  dues: z.array(calibrationDue),
  certificates: z.array(certificateRow),
  /** Newest first. */
  events: z.array(passportEvent),
  updatedAt: instant,
});
export type Passport = z.output<typeof passport>;

/** What a label prints. */
export const labelContent = z.object({
  id,
  labelCode: z.string(),
  serial: z.string(),
  name: z.string(),
  assetNumber: z.string().nullable(),
  calibratedOn: day.nullable(),
  certificateNumber: z.string().nullable(),
  /** Only where the interval was agreed with the client (ISO/IEC 17025:2017 7.8.4.3). */
  dueOn: day.nullable(),
});
export type LabelContent = z.output<typeof labelContent>;
export const mostLabels = 1000;

export const foundBy = z.enum(['label', 'serial', 'asset-number']);

/** A serial range: `AB-0098 … AB-0103`, the running part counted with its leading zeros. */
export const serialRange = z.object({ first: serial, last: serial });

export const productOption = z.object({
  id, code: z.string().nullable(), name: z.string(), manufacturer: z.string().nullable(), model: z.string().nullable(),
  instrumentType: instrumentType.nullable(), intervalMonths: z.int().nullable(), intervalCycles: z.int().nullable(), instrumentCount: z.int(),
});

const statusEntry = z.object({ id, status: instrumentStatus });

export const instruments = {
  list: procedure.input(instrumentListInput).output(z.object({ total: z.int(), rows: z.array(instrumentRow) })),
  /** Counts of the whole filter, whatever its due states say. */
  facets: procedure.input(instrumentFilter).output(
    z.object({
      total: z.int(), overdue: z.int(), within30: z.int(), within60: z.int(), within90: z.int(), extended: z.int(), outForCalibration: z.int(),
      unknown: z.int(), standards: z.int(), products: z.array(z.object({ id, name: z.string(), count: z.int() })),
    }),
  ),
  get: procedure.input(z.object({ id })).output(passport),
  /** In the order asked for; those in the bin are left out. */
  labels: procedure.input(z.object({ ids: z.array(id).min(1).max(mostLabels) })).output(z.array(labelContent)),
  /** What a scanner or a camera read, or a person typed: a label, a serial, an asset number. Several: the person chooses. */
  find: procedure.input(z.object({ text: z.string().max(500) })).output(z.array(instrumentRow.extend({ foundBy }))),
  /** The serials of a range and which are there already. INVALID `last`: `not-a-range`, `backwards`, `too-many` (more than 1000). */
  expandRange: procedure.input(serialRange).output(z.object({ serials: z.array(z.object({ serial: z.string(), existingId: id.nullable() })) })),
  /**
   * One or many that differ in the serial alone, all or none. INVALID `serials.<n>` `taken` where the same product, or the same
   * manufacturer and model, has that serial already.
   */
  create: procedure.input(z.object({ serials: z.array(serial).min(1).max(1000), fields: z.object(instrumentFields) })).output(z.object({ ids: z.array(id) })),
  update: procedure.input(z.object({ id, serial: serial.optional(), fields: z.object(instrumentFields).partial() })).output(passport),
  /** All or none; `before` sent back takes it back. */
  setStatuses: procedure.input(z.object({ entries: z.array(statusEntry).min(1).max(1000) })).output(z.object({ before: z.array(statusEntry) })),
  /** Handed to another client or site from a day on; the holders before it stay. */
  transfer: procedure.input(z.object({ id, clientId: id.nullable(), site: optionalLine, on: day, note: optionalLine })).output(passport),
  /** It was not handed on after all; `holderId` is the holder that the transfer made. INVALID `holderId` `not-last`. */
  takeBackTransfer: procedure.input(z.object({ id, holderId: id })).output(passport),
  remove: procedure.input(z.object({ ids: z.array(id).min(1).max(1000) })).output(z.object({ ids: z.array(id) })),
  restore: procedure.input(z.object({ ids: z.array(id).min(1).max(1000) })).output(z.object({ ids: z.array(id) })),
  /** Of the order lines of a client: what was delivered and has fewer instruments on record than pieces. */
  deliverable: procedure.input(z.object({ clientId: id })).output(
    z.array(z.object({
      lineId: id, orderNumber: z.string(), lineNumber: z.string(), productId: id.nullable(), productName: z.string().nullable(), quantity: z.number(),
      recorded: z.int(), deliveredOn: day.nullable(), shipmentId: id.nullable(), shipmentNumber: z.string().nullable(),
    })),
  ),
  products: procedure.output(z.array(productOption)),
  saveProductCalibration: procedure
    .input(z.object({ productId: id, manufacturer: optionalLine, model: optionalLine, instrumentType: instrumentType.nullable(), intervalMonths: z.int().min(1).max(120).nullable(), intervalCycles: z.int().positive().max(1_000_000_000).nullable() }))
    .output(productOption),
  sites: procedure.input(z.object({ clientId: id })).output(z.array(z.string())),
  /** What staircase, A1 and A3 propose from its calibrations, each with its numbers; nothing is changed. */
  intervalProposals: procedure.input(z.object({ id })).output(type<readonly IntervalProposal[]>()),
  /** A person's decision: the open due day follows, and the decision is kept. */
  decideInterval: procedure
    .input(z.object({ id, method: z.enum(['staircase', 'a1', 'a3', 'own']), months: z.int().min(1).max(120), reason: optionalLine }))
    .output(passport),
  /** The newest decision and what it did to the due day are gone: a slip is no decision. INVALID `decisionId` `not-last`. */
  takeBackInterval: procedure.input(z.object({ id, decisionId: id })).output(passport),
};
