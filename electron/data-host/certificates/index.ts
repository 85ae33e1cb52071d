import type { StoredCertificate } from '#shared/contract/certificates.ts';
import type { Connection, Pulse } from '../db/store.ts';
import { certificates } from '../db/tables.ts';
import { instrumentExists, readInstrument } from '../instruments/index.ts';
import { pulseOf } from '../jobs.ts';
import { author, guarded, invalid, missing } from '../procedures.ts';
import { localDayOf, readMe, readOrganisation, readPreferences } from '../settings/index.ts';
import { completenessOf } from './completeness.ts';
import { exportDcc, unwritable } from './export.ts';
import { amendmentUnderWay, draftAmendment, freezeDraft } from './issue.ts';
import { amendedNumber } from './numbers.ts';
import { attachPdf, keepPdf, pdfProblem, toPdfFile } from './pdf.ts';
import { readPoints } from './points.ts';
import { propose } from './proposal.ts';
import type { Order } from './proposal.ts';
import { listCertificates, readAttachment, readCertificate, readPointPage } from './read.ts';
import { documentOf, readStored, successorOf } from './rows.ts';
import { standardsInUse } from './standards.ts';
import { judgeAll } from './verdicts.ts';
import type { Verdicts } from './verdicts.ts';
import { findIssues, issueProblems, saveDraft } from './write.ts';

export { ownIdentifier } from './export.ts';
export { keepIssued } from './issue.ts';
export type { Arrived } from './issue.ts';
export { isTaken as isNumberTaken } from './numbers.ts';
export { readCertificate } from './read.ts';
export { currentOf, inForceNamed } from './rows.ts';
export type { StandardLink } from './standards.ts';
export { judgeAll } from './verdicts.ts';

const os = guarded.certificates;
const unstopped = new AbortController().signal;

/** What the caller has just written or seen. @throws RangeError where it is not there: a defect. */
async function reread(connection: Connection, id: string, pulse: Pulse, judged?: Verdicts): Promise<StoredCertificate> {
  const certificate = await readCertificate(connection, id, pulse, judged);
  if (!certificate) throw new RangeError(`certificate ${id} is gone`);
  return certificate;
}

export const certificatesRouter = os.router({
  list: os.list.handler(({ context: { store }, input }) => listCertificates(store.read, input)),
  get: os.get.handler(async ({ context: { store }, input: { id }, signal, errors }) => {
    const certificate = await readCertificate(store.read, id, pulseOf(signal ?? unstopped));
    if (!certificate) throw errors.NOT_FOUND(missing('certificate', id));
    return certificate;
  }),
  points: os.points.handler(({ context: { store }, input: { certificateId, ...page }, errors }) => {
    const stored = readStored(store.read, certificateId);
    if (!stored) throw errors.NOT_FOUND(missing('certificate', certificateId));
    return { total: stored.point_count, points: readPointPage(store.read, certificateId, page) };
  }),
  proposal: os.proposal.handler(({ context: { store, now }, input: { instrumentId, calibrationOrderId }, signal, errors }) => {
    const instrument = readInstrument(store.read, instrumentId);
    if (!instrument) throw errors.NOT_FOUND(missing('instrument', instrumentId));
    const order = calibrationOrderId === null ? null : readOrder(store.read, calibrationOrderId, instrumentId);
    if (order === undefined) throw errors.NOT_FOUND(missing('calibration-order', calibrationOrderId ?? ''));
    return propose(store.read, instrument, order, readPreferences(store.read), localDayOf(now()), pulseOf(signal ?? unstopped));
  }),
  save: os.save.handler(async ({ context: { store }, input: { id, updatedAt, ...draft }, signal, errors }) => {
    const verdicts = await judgeAll(draft, pulseOf(signal ?? unstopped));
    return store.writeLong(author(store), signal, async (tx, pulse) => {
      const known = id === null ? null : readStored(tx, id);
      if (known === undefined) throw errors.NOT_FOUND(missing('certificate', id ?? ''));
      if (!instrumentExists(tx, draft.instrumentId)) throw errors.NOT_FOUND(missing('instrument', draft.instrumentId));
      if (known?.state === 'issued') throw errors.INVALID(invalid({ field: 'id', code: 'issued' }));
      if (known && updatedAt !== known.updated_at) throw errors.CONFLICT(missing('certificate', known.id));
      const issues = findIssues(tx, known, draft);
      if (issues.length > 0) throw errors.INVALID(invalid(...issues));
      const saved = await saveDraft(tx, known, { ...draft, document: { ...draft.document, issuedOn: null } }, verdicts, pulse);
      return reread(tx, saved, pulse, verdicts);
    });
  }),
  issue: os.issue.handler(({ context: { store, now }, input: { id, issuedOn }, signal, errors }) =>
    store.writeLong(author(store), signal, async (tx, pulse) => {
      const draft = readStored(tx, id);
      if (!draft) throw errors.NOT_FOUND(missing('certificate', id));
      const document = { ...documentOf(draft), issuedOn };
      const points = await readPoints(tx, id, pulse);
      const verdicts = await judgeAll({ document, points }, pulse);
      const lacking = completenessOf({ document, points }, verdicts.decisions, standardsInUse(tx, id, document)).missing;
      const problems = issueProblems(tx, draft, document, localDayOf(now()));
      const refused = draft.is_own_laboratory === 1 ? lacking.filter((one) => problems.every(({ field }) => field !== one.field)) : [];
      const lackingIssues = [...problems, ...refused.map(({ field, clause }) => ({ field, code: clause }))];
      // Only what is whole is asked whether it can be written: what is missing is said once, by its clause.
      const issues = lackingIssues.length === 0 && draft.is_own_laboratory === 1 ? unwritable(id, { document, points }) : lackingIssues;
      if (issues.length > 0) throw errors.INVALID(invalid(...issues));
      await freezeDraft(tx, draft, { document, points, verdicts, isComplete: lacking.length === 0, staffId: readMe(tx)?.id ?? null }, now(), pulse);
      return reread(tx, id, pulse, verdicts);
    }),
  ),
  amend: os.amend.handler(({ context: { store }, input: { id, reason }, signal, errors }) =>
    store.writeLong(author(store), signal, async (tx, pulse) => {
      const issued = readStored(tx, id);
      if (!issued) throw errors.NOT_FOUND(missing('certificate', id));
      if (issued.state !== 'issued') throw errors.INVALID(invalid({ field: 'id', code: 'not-issued' }));
      if (successorOf(tx, id) !== undefined) throw errors.INVALID(invalid({ field: 'id', code: 'replaced' }));
      if (amendmentUnderWay(tx, id)) throw errors.INVALID(invalid({ field: 'id', code: 'amendment-under-way' }));
      const points = await readPoints(tx, id, pulse);
      const document = {
        ...documentOf(issued), number: amendedNumber(tx, issued.number), issuedOn: null, replacesNumber: issued.number, amendmentReason: reason,
      };
      const verdicts = await judgeAll({ document, points }, pulse);
      return reread(tx, await draftAmendment(tx, issued, { document, points }, verdicts, pulse), pulse, verdicts);
    }),
  ),
  remove: os.remove.handler(({ context: { store }, input: { id }, errors }) =>
    store.write(author(store), (tx) => {
      const draft = readStored(tx, id);
      if (!draft) throw errors.NOT_FOUND(missing('certificate', id));
      if (draft.state === 'issued') throw errors.INVALID(invalid({ field: 'id', code: 'issued' }));
      tx.softDelete(certificates, id);
      return { id };
    }),
  ),
  restore: os.restore.handler(({ context: { store }, input: { id }, signal, errors }) =>
    store.writeLong(author(store), signal, async (tx, pulse) => {
      if (!readStored(tx, id, true)) throw errors.NOT_FOUND(missing('certificate', id));
      tx.restore(certificates, id);
      return reread(tx, id, pulse);
    }),
  ),
  attachPdf: os.attachPdf.handler(async ({ context: { store, files }, input: { id, file }, signal, errors }) => {
    if (!readStored(store.read, id)) throw errors.NOT_FOUND(missing('certificate', id));
    const problem = file === null ? undefined : await pdfProblem(file);
    if (problem !== undefined) throw errors.INVALID(invalid({ field: 'file', code: problem }));
    const kept = file === null ? null : await keepPdf(files, file);
    return store.writeLong(author(store), signal, async (tx, pulse) => {
      const row = readStored(tx, id);
      if (!row) throw errors.NOT_FOUND(missing('certificate', id));
      attachPdf(tx, row, readInstrument(tx, row.instrument_id)?.clientId ?? null, kept);
      return reread(tx, id, pulse);
    });
  }),
  pdf: os.pdf.handler(async ({ context: { store, files }, input: { id }, errors }) => {
    const row = readStored(store.read, id);
    if (!row) throw errors.NOT_FOUND(missing('certificate', id));
    const attached = row.pdf_attachment_id === null ? undefined : readAttachment(store.read, row.pdf_attachment_id);
    if (!attached) throw errors.NOT_FOUND(missing('pdf', id));
    return { name: attached.name, file: toPdfFile(attached.name, await files.read(attached.sha256)) };
  }),
  exportDcc: os.exportDcc.handler(async ({ context: { host, store }, input: { id }, signal, errors }) => {
    const row = readStored(store.read, id);
    if (!row) throw errors.NOT_FOUND(missing('certificate', id));
    if (row.state !== 'issued') throw errors.INVALID(invalid({ field: 'id', code: 'not-issued' }));
    if (row.origin === 'dcc') throw errors.INVALID(invalid({ field: 'id', code: 'came-as-dcc' }));
    const points = await readPoints(store.read, id, pulseOf(signal ?? unstopped));
    const replaced = row.replaces_id === null ? undefined : readStored(store.read, row.replaces_id);
    const written = await exportDcc(id, { document: documentOf(row), points }, {
      softwareVersion: host.options.appVersion, countryCode: readOrganisation(store.read)?.countryCode ?? null,
      replaced: replaced ? { id: replaced.id, dccIdentifier: replaced.dcc_identifier } : null,
    });
    if ('issues' in written) throw errors.INVALID(invalid(...written.issues));
    return written;
  }),
});

/** @returns undefined where there is none of that instrument. */
const readOrder = (connection: Connection, id: string, instrumentId: string): Order | undefined =>
  connection.get<Order>('SELECT * FROM calibration_orders WHERE id = ? AND instrument_id = ? AND deleted_at IS NULL', [id, instrumentId]);
