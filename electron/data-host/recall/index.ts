import type { InstrumentRow } from '#shared/contract/instruments.ts';
import type { Letter } from '#shared/contract/recall.ts';
import { calibrationLetters, calibrationOrders, outOfToleranceCases } from '../db/tables.ts';
import { extendDue, readDueDays, readInstrument, readInstrumentIds, readInstrumentRowsById, setInstrumentStatus, withdrawExtension } from '../instruments/index.ts';
import type { Transaction } from '../db/store.ts';
import { Pace, pulseOf } from '../jobs.ts';
import { author, guarded, invalid, missing } from '../procedures.ts';
import { refreshClient } from '../scores/index.ts';
import { localDayOf, readMe, readPreferences } from '../settings/index.ts';
import { openCalendarFile } from './calendar-file.ts';
import { readCase, readCases, readTouched } from './cases.ts';
import { alreadyRecalled, insertLetter, lettersOfCase, readLetterContents, readLetters, readLettersById, recipientOf } from './letters.ts';
import { bookOrders, columnOf, instrumentsBooked, lastStepOf, readOrder, readOrders, stepProblem } from './orders.ts';
import { markLetterSent, unmarkLetterSent } from './sending.ts';

const os = guarded.recall;

/** Letters to print and send in one go, by instruments: a month of a very large installed base. What is beyond it comes with the next batch. */
const mostRecalled = 100_000;
/** More than calendars take in; what falls due first is in the file, and how many there are is told. */
const mostEvents = 10_000;
/** Instruments read, or written into letters, between two looks at the clock: a few milliseconds of work. */
const sliceRows = 100;

const unstopped = new AbortController().signal;
const slicesOf = <T>(items: readonly T[]): T[][] => Array.from({ length: Math.ceil(items.length / sliceRows) }, (_, index) => items.slice(index * sliceRows, (index + 1) * sliceRows));

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];
const clientsOf = (letters: readonly Letter[]): string[] => unique(letters.map(({ clientId }) => clientId));

/** Back from the laboratory; what was found lost or was retired meanwhile stays so. */
function returnToUse(tx: Transaction, instrumentId: string): void {
  if (readInstrument(tx, instrumentId)?.status === 'out-for-calibration') setInstrumentStatus(tx, instrumentId, 'in-use');
}

export const recallRouter = os.router({
  calendar: os.calendar.handler(({ context: { store, now }, input: { fromOn, toOn, ...filter } }) => {
    return readDueDays(store.read, { filter: { ...filter, dueFromOn: fromOn, dueToOn: toOn }, today: localDayOf(now()) });
  }),

  extend: os.extend.handler(({ context: { store, now }, input, errors }) =>
    store.write(author(store), (tx) => {
      const [row] = readInstrumentRowsById(tx, [input.instrumentId], localDayOf(now()));
      if (!row) throw errors.NOT_FOUND(missing('instrument', input.instrumentId));
      const problem = extendDue(tx, { ...input, staffId: readMe(tx)?.id ?? null });
      if (problem) throw errors.INVALID(invalid(problem));
      if (row.clientId !== null) refreshClient(tx, row.clientId, now());
      return readInstrumentRowsById(tx, [input.instrumentId], localDayOf(now()))[0] ?? row;
    }),
  ),
  withdrawExtension: os.withdrawExtension.handler(({ context: { store, now }, input, errors }) =>
    store.write(author(store), (tx) => {
      const [row] = readInstrumentRowsById(tx, [input.instrumentId], localDayOf(now()));
      if (!row) throw errors.NOT_FOUND(missing('instrument', input.instrumentId));
      withdrawExtension(tx, input.instrumentId);
      if (row.clientId !== null) refreshClient(tx, row.clientId, now());
      return readInstrumentRowsById(tx, [input.instrumentId], localDayOf(now()))[0] ?? row;
    }),
  ),

  writeLetters: os.writeLetters.handler(({ context: { store, now }, input, signal, errors }) =>
    store.writeLong(author(store), signal, async (tx, pulse) => {
      const pace = new Pace(pulse);
      const today = localDayOf(now());
      const asked = input.instrumentIds ?? (input.filter === null ? null : readInstrumentIds(tx, { filter: input.filter, today }, 'all', mostRecalled).ids);
      if (asked === null) throw errors.INVALID(invalid({ field: 'instrumentIds', code: 'required' }));
      const rows: InstrumentRow[] = [];
      for (const slice of slicesOf(asked)) {
        rows.push(...readInstrumentRowsById(tx, slice, today));
        if (pace.isDue) await pace.rest();
      }
      const written = alreadyRecalled(tx, rows.map(({ id }) => id));
      const toRecall = rows.filter(({ id, clientId }) => clientId !== null && !written.has(id));
      const staffId = readMe(tx)?.id ?? null;
      const ids: string[] = [];
      for (const [clientId, items] of Map.groupBy(toRecall, (row) => row.clientId ?? '')) {
        ids.push(insertLetter(tx, {
          kind: 'recall', clientId, caseId: null, writtenOn: today, staffId, ...recipientOf(tx, clientId, input.language),
          items: items.map(({ id, dueOn }) => ({ instrumentId: id, dueOn, certificateId: null })),
        }));
        if (pace.isDue) await pace.rest();
      }
      return {
        letters: readLettersById(tx, ids),
        leftOut: { withoutClient: rows.filter(({ clientId }) => clientId === null).length, alreadyWritten: rows.filter(({ id, clientId }) => clientId !== null && written.has(id)).length },
      };
    }),
  ),
  letters: os.letters.handler(({ context: { store }, input }) => readLetters(store.read, input)),
  letterContents: os.letterContents.handler(({ context: { store }, input }) => readLetterContents(store.read, unique(input.ids))),
  changeLetter: os.changeLetter.handler(({ context: { store }, input, errors }) =>
    store.write(author(store), (tx) => {
      const [letter] = readLettersById(tx, [input.id]);
      if (!letter) throw errors.NOT_FOUND(missing('letter', input.id));
      if (letter.sentOn !== null) throw errors.INVALID(invalid({ field: 'id', code: 'sent' }));
      const isTheirs = input.contactId === null ||
        tx.get('SELECT 1 FROM contacts WHERE id = ? AND client_id = ? AND deleted_at IS NULL', [input.contactId, letter.clientId]) !== undefined;
      if (!isTheirs) throw errors.INVALID(invalid({ field: 'contactId', code: 'not-of-client' }));
      tx.update(calibrationLetters, input.id, { language: input.language, contact_id: input.contactId, updated_at: tx.context.at });
      return readLettersById(tx, [input.id])[0] ?? letter;
    }),
  ),
  markSent: os.markSent.handler(({ context: { store, now }, input, errors }) =>
    store.write(author(store), (tx) => {
      const letters = readLettersById(tx, unique(input.ids));
      if (input.sentOn > localDayOf(now())) throw errors.INVALID(invalid({ field: 'sentOn', code: 'ahead' }));
      const { language } = readPreferences(tx);
      for (const letter of letters) markLetterSent(tx, letter, { sentOn: input.sentOn, channel: input.channel, language, now: now(), staffId: readMe(tx)?.id ?? null });
      for (const clientId of clientsOf(letters)) refreshClient(tx, clientId, now());
      return readLettersById(tx, unique(input.ids));
    }),
  ),
  unmarkSent: os.unmarkSent.handler(({ context: { store, now }, input }) =>
    store.write(author(store), (tx) => {
      const letters = readLettersById(tx, unique(input.ids));
      for (const { id } of letters) unmarkLetterSent(tx, id);
      for (const clientId of clientsOf(letters)) refreshClient(tx, clientId, now());
      return readLettersById(tx, unique(input.ids));
    }),
  ),
  removeLetters: os.removeLetters.handler(({ context: { store }, input, errors }) =>
    store.write(author(store), (tx) => {
      const letters = readLettersById(tx, unique(input.ids));
      if (letters.some(({ sentOn }) => sentOn !== null)) throw errors.INVALID(invalid({ field: 'ids', code: 'sent' }));
      for (const { id } of letters) tx.softDelete(calibrationLetters, id);
      return { ids: letters.map(({ id }) => id) };
    }),
  ),
  restoreLetters: os.restoreLetters.handler(({ context: { store }, input }) =>
    store.write(author(store), (tx) => {
      for (const { id } of readLettersById(tx, unique(input.ids), true)) tx.restore(calibrationLetters, id);
      return readLettersById(tx, unique(input.ids));
    }),
  ),

  book: os.book.handler(({ context: { store, now }, input, errors }) =>
    store.write(author(store), (tx) => {
      const ids = unique(input.instrumentIds);
      const known = new Map(readInstrumentRowsById(tx, ids, localDayOf(now())).map((row) => [row.id, row]));
      const unknown = ids.find((id) => !known.has(id));
      if (unknown !== undefined) throw errors.NOT_FOUND(missing('instrument', unknown));
      const booked = instrumentsBooked(tx, ids);
      const issues = ids.flatMap((id, index) => (booked.has(id) ? [{ field: `instrumentIds.${index}`, code: 'already-booked' }] : []));
      if (issues.length > 0) throw errors.INVALID(invalid(...issues));
      const made = bookOrders(tx, {
        instruments: [...known.values()].map(({ id, clientId }) => ({ id, clientId })), laboratory: input.laboratory, bookedOn: input.bookedOn,
        note: input.note, staffId: readMe(tx)?.id ?? null,
      });
      return made.flatMap((id) => readOrder(tx, id) ?? []);
    }),
  ),
  orders: os.orders.handler(({ context: { store }, input }) => readOrders(store.read, input)),
  order: os.order.handler(({ context: { store }, input, errors }) => {
    const order = readOrder(store.read, input.id);
    if (!order) throw errors.NOT_FOUND(missing('calibration-order', input.id));
    return order;
  }),
  advance: os.advance.handler(({ context: { store, now }, input, errors }) =>
    store.write(author(store), (tx) => {
      const order = readOrder(tx, input.id);
      if (!order) throw errors.NOT_FOUND(missing('calibration-order', input.id));
      const problem = stepProblem(order, input.step, input.on, localDayOf(now()));
      if (problem) throw errors.INVALID(invalid(problem));
      tx.update(calibrationOrders, order.id, { [columnOf[input.step]]: input.on, updated_at: tx.context.at });
      if (input.step === 'received') setInstrumentStatus(tx, order.instrumentId, 'out-for-calibration');
      if (input.step === 'shipped') returnToUse(tx, order.instrumentId);
      if (order.clientId !== null) refreshClient(tx, order.clientId, now());
      return readOrder(tx, order.id) ?? order;
    }),
  ),
  stepBack: os.stepBack.handler(({ context: { store, now }, input, errors }) =>
    store.write(author(store), (tx) => {
      const order = readOrder(tx, input.id);
      if (!order) throw errors.NOT_FOUND(missing('calibration-order', input.id));
      if (order.cancelledOn !== null) throw errors.INVALID(invalid({ field: 'id', code: 'cancelled' }));
      const last = lastStepOf(order);
      if (last === null) throw errors.INVALID(invalid({ field: 'id', code: 'no-step' }));
      if (last === 'shipped' && instrumentsBooked(tx, [order.instrumentId]).size > 0) throw errors.INVALID(invalid({ field: 'id', code: 'already-booked' }));
      if (last === 'certificate') throw errors.INVALID(invalid({ field: 'id', code: 'certificate-issued' }));
      tx.update(calibrationOrders, order.id, { [columnOf[last]]: null, updated_at: tx.context.at });
      if (last === 'received') returnToUse(tx, order.instrumentId);
      if (last === 'shipped') setInstrumentStatus(tx, order.instrumentId, 'out-for-calibration');
      if (order.clientId !== null) refreshClient(tx, order.clientId, now());
      return readOrder(tx, order.id) ?? order;
    }),
  ),
  cancel: os.cancel.handler(({ context: { store, now }, input, errors }) =>
    store.write(author(store), (tx) => {
      const order = readOrder(tx, input.id);
      if (!order) throw errors.NOT_FOUND(missing('calibration-order', input.id));
      if (order.cancelledOn !== null || order.steps.shipped !== null) throw errors.INVALID(invalid({ field: 'id', code: 'not-open' }));
      tx.update(calibrationOrders, order.id, { cancelled_on: input.on, cancel_reason: input.reason, updated_at: tx.context.at });
      if (order.steps.received !== null) returnToUse(tx, order.instrumentId);
      if (order.clientId !== null) refreshClient(tx, order.clientId, now());
      return readOrder(tx, order.id) ?? order;
    }),
  ),
  reopen: os.reopen.handler(({ context: { store, now }, input, errors }) =>
    store.write(author(store), (tx) => {
      const order = readOrder(tx, input.id);
      if (!order) throw errors.NOT_FOUND(missing('calibration-order', input.id));
      if (order.cancelledOn === null) throw errors.INVALID(invalid({ field: 'id', code: 'not-cancelled' }));
      if (instrumentsBooked(tx, [order.instrumentId]).size > 0) throw errors.INVALID(invalid({ field: 'id', code: 'already-booked' }));
      tx.update(calibrationOrders, order.id, { cancelled_on: null, cancel_reason: null, updated_at: tx.context.at });
      if (order.steps.received !== null) setInstrumentStatus(tx, order.instrumentId, 'out-for-calibration');
      if (order.clientId !== null) refreshClient(tx, order.clientId, now());
      return readOrder(tx, order.id) ?? order;
    }),
  ),

  calendarFile: os.calendarFile.handler(async ({ context: { store, now }, input, signal }) => {
    const pace = new Pace(pulseOf(signal ?? unstopped));
    const today = localDayOf(now());
    const { total, ids } = readInstrumentIds(store.read, { filter: input.filter, today }, 'with-due-day', mostEvents);
    const { calendar, digits } = readPreferences(store.read);
    const file = openCalendarFile({ language: input.language, calendar, digits }, now());
    for (const slice of slicesOf(ids)) {
      file.add(readInstrumentRowsById(store.read, slice, today));
      if (pace.isDue) await pace.rest();
    }
    return { fileName: `calibrations-due-${today}.ics`, text: file.text(), count: file.count(), total };
  }),

  cases: os.cases.handler(({ context: { store }, input }) => readCases(store.read, input)),
  case: os.case.handler(({ context: { store }, input, errors }) => {
    const found = readCase(store.read, input.id);
    if (!found) throw errors.NOT_FOUND(missing('out-of-tolerance-case', input.id));
    return { ...found, touched: readTouched(store.read, found), letters: lettersOfCase(store.read, found.id) };
  }),
  writeNotices: os.writeNotices.handler(({ context: { store, now }, input, errors }) =>
    store.write(author(store), (tx) => {
      const found = readCase(tx, input.caseId);
      if (!found) throw errors.NOT_FOUND(missing('out-of-tolerance-case', input.caseId));
      const staffId = readMe(tx)?.id ?? null;
      const untold = readTouched(tx, found).filter(({ clientId, letterId }) => clientId !== null && letterId === null);
      const ids = [...Map.groupBy(untold, ({ clientId }) => clientId ?? '')].map(([clientId, items]) =>
        insertLetter(tx, {
          kind: 'out-of-tolerance', clientId, caseId: found.id, writtenOn: localDayOf(now()), staffId, ...recipientOf(tx, clientId, input.language),
          items: items.map(({ instrumentId, certificateId }) => ({ instrumentId, dueOn: null, certificateId })),
        }),
      );
      return { letters: readLettersById(tx, ids) };
    }),
  ),
  closeCase: os.closeCase.handler(({ context: { store, now }, input, errors }) =>
    store.write(author(store), (tx) => {
      const found = readCase(tx, input.id);
      if (!found) throw errors.NOT_FOUND(missing('out-of-tolerance-case', input.id));
      if (input.closedOn > localDayOf(now())) throw errors.INVALID(invalid({ field: 'closedOn', code: 'ahead' }));
      tx.update(outOfToleranceCases, input.id, { conclusion: input.conclusion, closed_on: input.closedOn, updated_at: tx.context.at });
      return readCase(tx, input.id) ?? found;
    }),
  ),
  reopenCase: os.reopenCase.handler(({ context: { store }, input, errors }) =>
    store.write(author(store), (tx) => {
      const found = readCase(tx, input.id);
      if (!found) throw errors.NOT_FOUND(missing('out-of-tolerance-case', input.id));
      tx.update(outOfToleranceCases, input.id, { closed_on: null, updated_at: tx.context.at });
      return readCase(tx, input.id) ?? found;
    }),
  ),
});
