import type { z } from 'zod';
import type { dccInstrument } from '#shared/contract/dcc.ts';
import type { Issue } from '#shared/contract/errors.ts';
import type { CertificateDocument } from '#shared/domain/calibration/index.ts';
import { currentOf, inForceNamed, isNumberTaken, keepIssued } from '../certificates/index.ts';
import type { Arrived, StandardLink } from '../certificates/index.ts';
import type { Connection, Pulse, Transaction } from '../db/store.ts';
import { bearerOf, createInstrument, findBySerial, instrumentIssues, readInstrument } from '../instruments/index.ts';
import type { DccTakenBefore } from '#shared/contract/dcc.ts';

/** What the person decided about one item of a file. */
export interface Taking extends Omit<Arrived, 'instrumentId' | 'standardInstruments' | 'replacesId'> {
  readonly instrument: z.output<typeof dccInstrument>;
  /** Another file of the same identifier, whose place it takes. */
  readonly before: DccTakenBefore | null;
}

/** What keeps it from being taken. */
export function takeIssues(connection: Connection, { instrument, document, isOwnLaboratory, before }: Taking): Issue[] {
  const issues: Issue[] = [];
  if (isOwnLaboratory && isNumberTaken(connection, document.number, before?.certificateId ?? null)) issues.push({ field: 'document.number', code: 'taken' });
  const former = before && instrumentOf(connection, before.certificateId);
  if (former !== null && (instrument.kind === 'new' || instrument.id !== former)) issues.push({ field: 'instrument', code: 'of-the-replaced' });
  if (instrument.kind === 'new') {
    const { input } = instrument;
    if (bearerOf(connection, input.serial, input) !== undefined) issues.push({ field: 'instrument.input.serial', code: 'taken' });
    issues.push(...instrumentIssues(connection, input, [input.clientId]).map(({ field, code }) => ({ field: `instrument.input.${field}`, code })));
  }
  return issues;
}

const instrumentOf = (connection: Connection, certificateId: string): string | null =>
  connection.get<{ id: string }>('SELECT instrument_id AS id FROM certificates WHERE id = ?', [certificateId])?.id ?? null;

/** Our own standards among those that our own laboratory names: one serial and one maker. */
const ownStandards = (connection: Connection, { standards }: CertificateDocument, instrumentId: string): StandardLink[] =>
  standards.flatMap(({ serial, manufacturer, model }, position) => {
    const found = findBySerial(connection, { serial, manufacturer, model, assetNumber: null })
      .find(({ id, match }) => match === 'certain' && id !== instrumentId && readInstrument(connection, id)?.isStandard === true);
    return found ? [{ position, instrumentId: found.id }] : [];
  });

/** Keeps it, with its instrument where that is new. @returns the certificate's identifier. */
export function take(tx: Transaction, { instrument, before, ...arrived }: Taking, now: Date, pulse: Pulse): Promise<string> {
  const instrumentId = instrument.kind === 'known' ? instrument.id : createInstrument(tx, instrument.input);
  const { replacesNumber } = arrived.document;
  const amended = replacesNumber === null ? undefined : inForceNamed(tx, instrumentId, replacesNumber);
  const replacesId = before ? currentOf(tx, before.certificateId) : (amended ?? null);
  const standardInstruments = arrived.isOwnLaboratory ? ownStandards(tx, arrived.document, instrumentId) : [];
  return keepIssued(tx, { ...arrived, instrumentId, replacesId, standardInstruments }, now, pulse);
}
