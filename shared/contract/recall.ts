import { z } from 'zod';
import { orderSteps } from '../domain/calibration/index.ts';
import { day, documentLanguage, id, line, optionalLine, prose, window, windowLanguage } from './common.ts';
import { procedure } from './errors.ts';
import { instrumentFilter, instrumentRow } from './instruments.ts';

export const calibrationOrder = z.object({
  id,
  number: z.string(),
  instrumentId: id,
  instrumentName: z.string(),
  serial: z.string(),
  clientId: id.nullable(),
  clientName: z.string().nullable(),
  /** null: our own. */
  laboratory: z.string().nullable(),
  bookedOn: day,
  steps: z.object({ received: day.nullable(), 'as-found': day.nullable(), adjusted: day.nullable(), 'as-left': day.nullable(), certificate: day.nullable(), shipped: day.nullable() }),
  /** What may come next, by the rule. */
  next: z.array(z.enum(orderSteps)),
  certificate: z.object({ id, number: z.string(), state: z.enum(['draft', 'issued']) }).nullable(),
  cancelledOn: day.nullable(),
  cancelReason: z.string().nullable(),
  note: z.string().nullable(),
});
export type CalibrationOrder = z.output<typeof calibrationOrder>;

export const letter = z.object({
  id,
  kind: z.enum(['recall', 'out-of-tolerance']),
  clientId: id,
  clientName: z.string(),
  contact: z.object({ id, name: z.string(), email: z.string().nullable() }).nullable(),
  language: documentLanguage,
  writtenOn: day,
  sentOn: day.nullable(),
  channel: z.string().nullable(),
  instrumentCount: z.int(),
});
export type Letter = z.output<typeof letter>;

/** All that a letter prints. */
export const letterContent = letter.extend({
  items: z.array(z.object({
    instrumentId: id, serial: z.string(), name: z.string(), assetNumber: z.string().nullable(), site: z.string().nullable(),
    lastCalibratedOn: day.nullable(), dueOn: day.nullable(), certificateNumber: z.string().nullable(),
  })),
  /** Of an out-of-tolerance notice: what was found, and since when. It may be the client's own instrument. */
  finding: z.object({ instrumentId: id, standardName: z.string(), foundOn: day, goodUntilOn: day.nullable(), certificateNumber: z.string() }).nullable(),
});

export const outOfToleranceCase = z.object({
  id,
  instrumentId: id,
  instrumentName: z.string(),
  serial: z.string(),
  isStandard: z.boolean(),
  clientId: id.nullable(),
  clientName: z.string().nullable(),
  certificateId: id,
  certificateNumber: z.string(),
  foundOn: day,
  goodUntilOn: day.nullable(),
  /** Points that failed as found, of all. */
  failedPoints: z.int(),
  pointCount: z.int(),
  touchedClients: z.int(),
  touchedInstruments: z.int(),
  conclusion: z.string().nullable(),
  closedOn: day.nullable(),
});
/** What else the failure touches: calibrations made with it and instruments delivered on them, since the last good calibration. */
export const touched = z.object({
  clientId: id.nullable(),
  clientName: z.string().nullable(),
  instrumentId: id,
  instrumentName: z.string(),
  serial: z.string(),
  certificateId: id.nullable(),
  certificateNumber: z.string().nullable(),
  on: day,
  letterId: id.nullable(),
});

const period = { fromOn: day, toOn: day };

export const recall = {
  /** One day a row, days without any left out. */
  calendar: procedure.input(instrumentFilter.extend(period)).output(z.array(z.object({ on: day, count: z.int(), overdue: z.int() }))),
  /** INVALID `untilOn` `not-later`. Kept with who and when; a second one replaces it. */
  extend: procedure.input(z.object({ instrumentId: id, untilOn: day, reason: z.string().trim().min(1).max(2000) })).output(instrumentRow),
  withdrawExtension: procedure.input(z.object({ instrumentId: id })).output(instrumentRow),
  /**
   * One letter a client for the instruments named, or for all that the filter finds. Instruments without a client, and those
   * whose present due day an unsent or sent letter names already, are left out and counted.
   */
  writeLetters: procedure
    .input(z.object({ instrumentIds: z.array(id).max(10_000).nullable(), filter: instrumentFilter.nullable(), language: documentLanguage.nullable() }))
    .output(z.object({ letters: z.array(letter), leftOut: z.object({ withoutClient: z.int(), alreadyWritten: z.int() }) })),
  letters: procedure
    .input(z.object({ clientId: id.nullable(), kind: z.enum(['recall', 'out-of-tolerance']).nullable(), sent: z.boolean().nullable(), ...window }))
    .output(z.object({ total: z.int(), rows: z.array(letter) })),
  letterContents: procedure.input(z.object({ ids: z.array(id).min(1).max(500) })).output(z.array(letterContent)),
  /** Other language or contact before it is sent. INVALID `id` `sent`. */
  changeLetter: procedure.input(z.object({ id, language: documentLanguage, contactId: id.nullable() })).output(letter),
  /** Also kept as our interaction with the client. */
  markSent: procedure.input(z.object({ ids: z.array(id).min(1).max(500), sentOn: day, channel: z.enum(['email', 'post', 'fax', 'messenger']) })).output(z.array(letter)),
  unmarkSent: procedure.input(z.object({ ids: z.array(id).min(1).max(500) })).output(z.array(letter)),
  /** Unsent ones. */
  removeLetters: procedure.input(z.object({ ids: z.array(id).min(1).max(500) })).output(z.object({ ids: z.array(id) })),
  restoreLetters: procedure.input(z.object({ ids: z.array(id).min(1).max(500) })).output(z.array(letter)),
  /** All or none. INVALID `instrumentIds.<n>` `already-booked`. */
  book: procedure
    .input(z.object({ instrumentIds: z.array(id).min(1).max(1000), laboratory: optionalLine, bookedOn: day, note: prose }))
    .output(z.array(calibrationOrder)),
  orders: procedure
    .input(z.object({ clientId: id.nullable(), instrumentId: id.nullable(), open: z.boolean().nullable(), ...window }))
    .output(z.object({ total: z.int(), rows: z.array(calibrationOrder) })),
  order: procedure.input(z.object({ id })).output(calibrationOrder),
  /** The next step, on its day. INVALID `step` `not-next`, `on` `before-the-last-step`, `ahead`. `certificate` comes with issuing one. */
  advance: procedure.input(z.object({ id, step: z.enum(['received', 'as-found', 'adjusted', 'as-left', 'shipped']), on: day })).output(calibrationOrder),
  /** Takes the newest step back. INVALID `id` `cancelled`, `no-step`, `certificate-issued`, `already-booked`. */
  stepBack: procedure.input(z.object({ id })).output(calibrationOrder),
  cancel: procedure.input(z.object({ id, on: day, reason: line })).output(calibrationOrder),
  reopen: procedure.input(z.object({ id })).output(calibrationOrder),
  /**
   * RFC 5545, whole-day events with alarms at the reminder days; stable identifiers, so that a second import moves events.
   * Of more than 10,000 due days (`total`) the file holds the first (`count`).
   */
  calendarFile: procedure.input(z.object({ filter: instrumentFilter, language: windowLanguage })).output(z.object({ fileName: z.string(), text: z.string(), count: z.int(), total: z.int() })),
  cases: procedure.input(z.object({ open: z.boolean().nullable(), ...window })).output(z.object({ total: z.int(), rows: z.array(outOfToleranceCase) })),
  case: procedure.input(z.object({ id })).output(outOfToleranceCase.extend({ touched: z.array(touched), letters: z.array(letter) })),
  /** One notice a touched client, those that have one for this case left out. */
  writeNotices: procedure.input(z.object({ caseId: id, language: documentLanguage.nullable() })).output(z.object({ letters: z.array(letter) })),
  closeCase: procedure.input(z.object({ id, conclusion: z.string().trim().min(1).max(20_000), closedOn: day })).output(outOfToleranceCase),
  reopenCase: procedure.input(z.object({ id })).output(outOfToleranceCase),
};
