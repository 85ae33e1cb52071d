import { intervalStart as intervalStarts } from '#shared/contract/instruments.ts';
import { dueDay, intervalStart } from '#shared/domain/calibration/index.ts';
import { newId } from '../db/ids.ts';
import type { Connection, Transaction } from '../db/store.ts';
import { calibrationDues } from '../db/tables.ts';
import type { Row, instruments } from '../db/tables.ts';
import { localDayOf } from '../settings/index.ts';
import { intervalColumns, intervalOf } from './interval.ts';
import type { IntervalFacts } from './interval.ts';

/**
 * The one writer of `calibration_dues` and of `instruments.due_on`.
 *
 * An instrument's rows that nothing closed are a chain: each runs from the start of an interval to the calibration that ended
 * it, and at most the last one is open. A row is closed without a calibration when the instrument is retired or lost, when
 * its interval changes, and when it goes to another client overdue. As evidence each missed day counts once, with the client
 * who had the instrument on it (scores/instruments.ts): an interval that changed stands in its successor, and what was
 * overdue before it was handed on stays with the client it was overdue with.
 */

export type DueRow = Row<typeof calibrationDues>;
export interface DueProblem {
  readonly field: string;
  readonly code: string;
}

type Subject = Row<typeof instruments> & IntervalFacts;
type Ended = Pick<DueRow, 'done_on' | 'done_certificate_id'>;

const notEnded: Ended = { done_on: null, done_certificate_id: null };
const isGone = ({ status }: Pick<Subject, 'status'>): boolean => status === 'lost' || status === 'retired';
const todayOf = (tx: Transaction): string => localDayOf(new Date(tx.context.at));

/** @throws RangeError where there is none: callers have looked. */
export function readSubject(connection: Connection, id: string): Subject {
  const subject = connection.get<Subject>(
    `SELECT i.*, ${intervalColumns} FROM instruments i LEFT JOIN products p ON p.id = i.product_id WHERE i.id = ?`, [id],
  );
  if (!subject) throw new RangeError(`no instrument ${id}`);
  return subject;
}

const readChain = (connection: Connection, id: string): DueRow[] =>
  connection.all<DueRow>(
    'SELECT * FROM calibration_dues WHERE instrument_id = ? AND deleted_at IS NULL AND closed_as IS NULL ORDER BY starts_on, done_on IS NULL, id', [id],
  );

const openOf = (chain: readonly DueRow[]): DueRow | undefined => chain.findLast(({ done_on: doneOn }) => doneOn === null);

const effectiveDueOn = ({ due_on: dueOn, extended_to_on: extendedToOn }: DueRow): string => extendedToOn ?? dueOn;

const dueRow = (subject: Subject, at: string, startsOn: string, given: Partial<DueRow> = {}): DueRow => {
  const { months } = intervalOf(subject);
  return {
    id: newId(), instrument_id: subject.id, client_id: subject.client_id, starts_on: startsOn, interval_months: months, due_on: dueDay(startsOn, months),
    extended_to_on: null, extension_reason: null, extended_by_staff_id: null, extended_at: null, ...notEnded, closed_as: null, closed_on: null,
    created_at: at, updated_at: at, deleted_at: null, ...given,
  };
};

function insertDue(tx: Transaction, subject: Subject, startsOn: string, given: Partial<DueRow> = {}): void {
  tx.insert(calibrationDues, dueRow(subject, tx.context.at, startsOn, given));
}

const updateDue = (tx: Transaction, id: string, patch: Partial<DueRow>): void => {
  tx.update(calibrationDues, id, { ...patch, updated_at: tx.context.at });
};

/** The open row's day where lists look for it. */
function settle(tx: Transaction, id: string): void {
  const open = openOf(readChain(tx, id));
  const dueOn = open ? effectiveDueOn(open) : null;
  tx.run('UPDATE instruments SET due_on = @dueOn, updated_at = @at WHERE id = @id AND due_on IS NOT @dueOn', { id, dueOn, at: tx.context.at });
}

const startOf = (subject: Subject, calibratedOn: string | null): string | null =>
  intervalStart({ starts: intervalStarts.parse(subject.interval_starts), calibratedOn, firstUsedOn: subject.first_used_on, receivedOn: subject.received_on });

/** What an import knows of an interval that runs: the day it was calibrated on, and the due day agreed, where that is said. */
export interface KnownStart {
  readonly calibratedOn: string | null;
  readonly dueOn: string | null;
}

/**
 * Opens the first row of an instrument that has none, from what is known of it; nothing happens where nothing is known to
 * count from, or where it is lost or retired. A due day without a calibration counts back by the interval.
 */
export function startInterval(tx: Transaction, instrumentId: string, known: KnownStart = { calibratedOn: null, dueOn: null }): void {
  const subject = readSubject(tx, instrumentId);
  if (isGone(subject) || readChain(tx, instrumentId).length > 0) return;
  const first = firstRow(subject, tx.context.at, known);
  if (!first) return;
  tx.insert(calibrationDues, first);
  settle(tx, instrumentId);
}

function firstRow(subject: Subject, at: string, known: KnownStart): DueRow | null {
  const { months } = intervalOf(subject);
  const startsOn = startOf(subject, known.calibratedOn) ?? known.calibratedOn ?? (known.dueOn === null ? null : dueDay(known.dueOn, -months));
  return startsOn === null ? null : dueRow(subject, at, startsOn, known.dueOn === null ? {} : { due_on: known.dueOn });
}

/** The first row of an instrument that is about to be inserted with it, by the chunk; its `due_on` is then the instrument's. */
export function firstDueOf(tx: Transaction, instrument: Row<typeof instruments>, known: KnownStart): DueRow | null {
  const product = instrument.product_id === null
    ? undefined
    : tx.get<Pick<IntervalFacts, 'product_type' | 'product_months' | 'product_cycles'>>(
        `SELECT instrument_type AS product_type, calibration_interval_months AS product_months, calibration_interval_cycles AS product_cycles
         FROM products WHERE id = ?`,
        [instrument.product_id],
      );
  return firstRow({ ...instrument, ...(product ?? { product_type: null, product_months: null, product_cycles: null }) }, tx.context.at, known);
}

export interface CalibrationDone {
  readonly instrumentId: string;
  readonly calibratedOn: string;
  readonly certificateId: string | null;
}

/**
 * A calibration ends the row that runs on its day and starts the next, wherever in the chain it falls: certificates may be
 * entered in any order. A second one of the same day takes the place of the first.
 */
export function calibrationDone(tx: Transaction, { instrumentId, calibratedOn, certificateId }: CalibrationDone): void {
  const subject = readSubject(tx, instrumentId);
  const chain = readChain(tx, instrumentId);
  const sameDay = chain.find(({ done_on: doneOn }) => doneOn === calibratedOn);
  const running = chain.find(({ starts_on: startsOn, done_on: doneOn }) => startsOn < calibratedOn && (doneOn === null || doneOn > calibratedOn));
  if (sameDay) updateDue(tx, sameDay.id, { done_certificate_id: certificateId });
  else if (running) {
    updateDue(tx, running.id, { done_on: calibratedOn, done_certificate_id: certificateId });
    const ended: Ended = { done_on: running.done_on, done_certificate_id: running.done_certificate_id };
    startNext(tx, subject, calibratedOn, ended);
  } else if ((chain.at(-1)?.done_on ?? calibratedOn) < calibratedOn) startNext(tx, subject, calibratedOn, notEnded);
  else startBefore(tx, subject, calibratedOn, chain[0]);
  settle(tx, instrumentId);
}

function startNext(tx: Transaction, subject: Subject, calibratedOn: string, ended: Ended): void {
  if (ended.done_on === null && isGone(subject)) return;
  const startsOn = startOf(subject, calibratedOn) ?? calibratedOn;
  // A row that was ended before its interval would even begin says nothing.
  if (ended.done_on === null || startsOn < ended.done_on) insertDue(tx, subject, startsOn, ended);
}

/** Before all that is known: the stretch up to the first row, or the first row itself. A row that began on receipt or first use stays the first. */
function startBefore(tx: Transaction, subject: Subject, calibratedOn: string, first: DueRow | undefined): void {
  if (!first) {
    startNext(tx, subject, calibratedOn, notEnded);
    return;
  }
  if (first.starts_on === calibratedOn || subject.interval_starts !== 'calibration') return;
  const starter = tx.get<{ id: string }>(
    `SELECT id FROM certificates WHERE instrument_id = ? AND calibrated_on = ? AND state = 'issued' AND deleted_at IS NULL ORDER BY id LIMIT 1`,
    [subject.id, first.starts_on],
  );
  insertDue(tx, subject, calibratedOn, { done_on: first.starts_on, done_certificate_id: starter?.id ?? null });
}

/** An amendment takes the place of the certificate it replaces, on its own day where that differs. */
export function calibrationReplaced(tx: Transaction, replaced: { readonly certificateId: string; readonly calibratedOn: string }, by: CalibrationDone): void {
  if (replaced.calibratedOn === by.calibratedOn) {
    tx.run(
      'UPDATE calibration_dues SET done_certificate_id = @by, updated_at = @at WHERE instrument_id = @id AND done_certificate_id = @certificate',
      { id: by.instrumentId, by: by.certificateId, certificate: replaced.certificateId, at: tx.context.at },
    );
    return;
  }
  calibrationWithdrawn(tx, { instrumentId: by.instrumentId, certificateId: replaced.certificateId, calibratedOn: replaced.calibratedOn });
  calibrationDone(tx, by);
}

/** The calibration did not happen after all: the row that it ended runs on, and the one that it started is gone. */
export function calibrationWithdrawn(tx: Transaction, { instrumentId, certificateId, calibratedOn }: CalibrationDone): void {
  const chain = readChain(tx, instrumentId);
  const ended = chain.find((row) => row.done_on === calibratedOn && row.done_certificate_id === certificateId);
  const started = chain.find((row) => row.starts_on >= calibratedOn && row.id !== ended?.id);
  const subject = readSubject(tx, instrumentId);
  if (ended) {
    const isOpen = started?.done_on === null;
    updateDue(tx, ended.id, isOpen || !started ? notEnded : { done_on: started.done_on, done_certificate_id: started.done_certificate_id });
    if (started) tx.softDelete(calibrationDues, started.id);
  } else if (started && started.starts_on === calibratedOn && started.done_on === null && subject.interval_starts === 'calibration') {
    tx.softDelete(calibrationDues, started.id);
  }
  settle(tx, instrumentId);
}

export interface Extension {
  readonly instrumentId: string;
  readonly untilOn: string;
  readonly reason: string;
  readonly staffId: string | null;
}

/** @returns what does not hold: there is no open due day, or the new one is not later than it. */
export function extendDue(tx: Transaction, { instrumentId, untilOn, reason, staffId }: Extension): DueProblem | undefined {
  const open = openOf(readChain(tx, instrumentId));
  if (!open) return { field: 'instrumentId', code: 'no-due-day' };
  if (untilOn <= open.due_on) return { field: 'untilOn', code: 'not-later' };
  updateDue(tx, open.id, { extended_to_on: untilOn, extension_reason: reason, extended_by_staff_id: staffId, extended_at: tx.context.at });
  settle(tx, instrumentId);
  return undefined;
}

const notExtended = { extended_to_on: null, extension_reason: null, extended_by_staff_id: null, extended_at: null } as const;

/** The due day is again what the interval says. */
export function withdrawExtension(tx: Transaction, instrumentId: string): void {
  const open = openOf(readChain(tx, instrumentId));
  if (open && open.extended_to_on !== null) updateDue(tx, open.id, notExtended);
  settle(tx, instrumentId);
}

/** Lost or retired: nothing falls due any more. */
export function closeDues(tx: Transaction, instrumentId: string, as: 'retired' | 'lost'): void {
  for (const { id, done_on: doneOn } of readChain(tx, instrumentId)) if (doneOn === null) updateDue(tx, id, { closed_as: as, closed_on: todayOf(tx) });
  settle(tx, instrumentId);
}

/** Back in use: what fell due when it went falls due again, unless it was calibrated while it was away. */
export function reopenDues(tx: Transaction, instrumentId: string): void {
  const chain = readChain(tx, instrumentId);
  const last = tx.get<DueRow>(
    `SELECT * FROM calibration_dues WHERE instrument_id = ? AND deleted_at IS NULL AND closed_as IN ('retired', 'lost') ORDER BY starts_on DESC, id DESC LIMIT 1`,
    [instrumentId],
  );
  const lastDoneOn = chain.findLast(({ done_on: doneOn }) => doneOn !== null)?.done_on ?? '';
  const certified = lastCertified(tx, instrumentId);
  if (last && !openOf(chain) && last.starts_on >= lastDoneOn) updateDue(tx, last.id, { closed_as: null, closed_on: null });
  else if (lastDoneOn !== '' && !openOf(chain)) startNext(tx, readSubject(tx, instrumentId), lastDoneOn, notEnded);
  else startInterval(tx, instrumentId, { calibratedOn: certified?.on ?? null, dueOn: null });
  const open = openOf(readChain(tx, instrumentId));
  if (open && certified && certified.on > open.starts_on && open.starts_on >= lastDoneOn) calibrationDone(tx, { instrumentId, calibratedOn: certified.on, certificateId: certified.id });
  // Its interval may have been decided anew while it was away.
  followInterval(tx, instrumentId, readSubject(tx, instrumentId));
}

/**
 * Another client has it from `on`. What is not yet due goes along; what was overdue by then stays, closed, with the client it
 * was overdue with, and the new one goes on with a row of its own.
 */
export function transferDue(tx: Transaction, instrumentId: string, clientId: string | null, on: string): void {
  const open = openOf(readChain(tx, instrumentId));
  if (!open || open.client_id === clientId) return;
  if (open.client_id === null || effectiveDueOn(open) >= on) {
    updateDue(tx, open.id, { client_id: clientId });
    return;
  }
  updateDue(tx, open.id, { closed_as: 'transferred', closed_on: on });
  insertDue(tx, readSubject(tx, instrumentId), open.starts_on, { client_id: clientId, due_on: open.due_on, interval_months: open.interval_months });
  settle(tx, instrumentId);
}

export interface Handover {
  readonly from: string | null;
  readonly to: string | null;
  readonly on: string;
  /** The holder that it made: identifiers grow with time, so that what it wrote comes after. */
  readonly holderId: string;
}

/** Runs past the day, or was closed since by a retirement or a loss. */
const runsPast = ({ done_on: doneOn, closed_as: closedAs, closed_on: closedOn }: DueRow, on: string): boolean =>
  closedAs === null ? doneOn === null || doneOn > on : (closedAs === 'retired' || closedAs === 'lost') && (closedOn ?? '') >= on;

/** It was not handed on after all: what has run since is the former holder's, and the row that stayed behind overdue runs on. */
export function transferTakenBack(tx: Transaction, instrumentId: string, { from, to, on, holderId }: Handover): void {
  if (from === to) return;
  const rows = tx.all<DueRow>('SELECT * FROM calibration_dues WHERE instrument_id = ? AND deleted_at IS NULL ORDER BY starts_on, id', [instrumentId]);
  for (const row of rows) if (row.client_id === to && runsPast(row, on)) updateDue(tx, row.id, { client_id: from });
  const successorOf = (row: DueRow): DueRow | undefined => rows.find(({ id, starts_on: startsOn, due_on: dueOn }) => id > holderId && startsOn === row.starts_on && dueOn === row.due_on);
  const behind = rows.filter((row) => row.closed_as === 'transferred' && row.client_id === from && row.closed_on === on && successorOf(row)).toSorted((a, b) => (a.id < b.id ? -1 : 1)).at(-1);
  const successor = behind && successorOf(behind);
  if (successor) {
    const { extended_to_on, extension_reason, extended_by_staff_id, extended_at, done_on, done_certificate_id, closed_as, closed_on } = successor;
    const extension = extended_to_on === null ? {} : { extended_to_on, extension_reason, extended_by_staff_id, extended_at };
    updateDue(tx, behind.id, { ...extension, done_on, done_certificate_id, closed_as, closed_on });
    tx.softDelete(calibrationDues, successor.id);
  }
  settle(tx, instrumentId);
}

/** An interval that was decided is not: the due day that it closed stands again, its extension with it, where nothing was built on the new one. */
export function intervalTakenBack(tx: Transaction, instrumentId: string, decision: { readonly from: number; readonly to: number; readonly on: string }): void {
  const open = openOf(readChain(tx, instrumentId));
  const closed = tx.get<DueRow>(
    `SELECT * FROM calibration_dues WHERE instrument_id = ? AND deleted_at IS NULL AND closed_as = 'interval-changed' AND closed_on = ? AND interval_months = ? AND starts_on = ?
     ORDER BY id DESC LIMIT 1`,
    [instrumentId, decision.on, decision.from, open?.starts_on ?? ''],
  );
  if (open && closed && open.interval_months === decision.to && open.extended_to_on === null) {
    tx.softDelete(calibrationDues, open.id);
    updateDue(tx, closed.id, { closed_as: null, closed_on: null });
    settle(tx, instrumentId);
  } else followInterval(tx, instrumentId, readSubject(tx, instrumentId));
}

/** It was another client's all along: rows of the present holder follow. */
export function reassignDues(tx: Transaction, instrumentId: string, from: string | null, to: string | null): void {
  for (const { id, client_id: clientId } of readChain(tx, instrumentId)) if (clientId === from) updateDue(tx, id, { client_id: to });
}

/**
 * The interval, or the day it counts from, was changed. Another length is a new agreement, kept as a row of its own from the
 * same start; another start alone corrects the row that is open. An extension stays where it is still later.
 */
export function followInterval(tx: Transaction, instrumentId: string, before: Pick<Subject, 'interval_starts'>): void {
  const subject = readSubject(tx, instrumentId);
  if (isGone(subject)) return;
  const chain = readChain(tx, instrumentId);
  const open = openOf(chain);
  const lastDoneOn = chain.findLast(({ done_on: doneOn }) => doneOn !== null)?.done_on;
  const calibratedOn = lastDoneOn ?? (before.interval_starts === 'calibration' ? open?.starts_on : undefined) ?? lastCertified(tx, instrumentId)?.on ?? null;
  const startsOn = startOf(subject, calibratedOn) ?? calibratedOn;
  const { months } = intervalOf(subject);
  if (!open) {
    if (startsOn !== null) insertDue(tx, subject, startsOn);
  } else if (startsOn === null) tx.softDelete(calibrationDues, open.id);
  else if (months !== open.interval_months) {
    updateDue(tx, open.id, { closed_as: 'interval-changed', closed_on: todayOf(tx) });
    insertDue(tx, subject, startsOn);
  } else if (startsOn !== open.starts_on) {
    const dueOn = dueDay(startsOn, months);
    const isStillLater = open.extended_to_on !== null && open.extended_to_on > dueOn;
    updateDue(tx, open.id, { starts_on: startsOn, due_on: dueOn, ...(isStillLater ? {} : notExtended) });
  }
  settle(tx, instrumentId);
}

const lastCertified = (tx: Transaction, instrumentId: string): { readonly id: string; readonly on: string } | undefined =>
  tx.get(
    `SELECT id, calibrated_on AS "on" FROM certificates WHERE instrument_id = ? AND state = 'issued' AND deleted_at IS NULL ORDER BY calibrated_on DESC, id DESC LIMIT 1`, [instrumentId],
  );
