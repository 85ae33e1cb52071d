import { readFile } from 'node:fs/promises';
import { maximumDccBytes } from '#shared/contract/dcc.ts';
import { judgeAll, readCertificate } from '../certificates/index.ts';
import { dccSchemas } from '../db/tables.ts';
import type { Store } from '../db/store.ts';
import type { FileStore } from '../files.ts';
import { instrumentExists } from '../instruments/index.ts';
import { pulseOf } from '../jobs.ts';
import { author, guarded, invalid, missing } from '../procedures.ts';
import { readMe } from '../settings/index.ts';
import { toFileName } from '../../storage/file-name.ts';
import { fit } from './fit.ts';
import { embeddedAside, embeddedList, readBytes } from './reading.ts';
import { DccRefused } from './refused.ts';
import { reportOf, takenBefore } from './report.ts';
import { addSchema, listSchemas, readSchemaFile, restoreSchema, schemaFiles } from './schemas.ts';
import type { SchemaToKeep } from './schemas.ts';
import { stagedOf } from './staged.ts';
import { take, takeIssues } from './take.ts';
import type { Taking } from './take.ts';

const os = guarded.dcc;
const unstopped = new AbortController().signal;

interface Errors {
  FILE_REFUSED(options: { data: { code: string; params: Record<string, string | number> } }): Error;
}

/** What is wrong with a file, in the contract's words; a defect stays what it is. */
const toContractError = (error: unknown, errors: Errors): unknown =>
  error instanceof DccRefused ? errors.FILE_REFUSED({ data: { code: error.code, params: { ...error.params } } }) : error;

interface SourceRow {
  readonly number: string;
  readonly sha256: string;
}

/** The file that a certificate came as; undefined where it did not. */
const sourceOf = (store: Store, certificateId: string): SourceRow | undefined =>
  store.read.get<SourceRow>(
    `SELECT c.number, c.dcc_sha256 AS sha256 FROM certificates c JOIN instruments i ON i.id = c.instrument_id AND i.deleted_at IS NULL
     WHERE c.id = ? AND c.dcc_sha256 IS NOT NULL AND c.deleted_at IS NULL`,
    [certificateId],
  );

/** Content that no row came to speak of is taken away again: in a turn of its own, so that none is about to. */
const forget = (store: Store, files: FileStore, sha256: string): Promise<void> =>
  store.write(author(store), (tx) => {
    if (!tx.get('SELECT 1 FROM certificates WHERE dcc_sha256 = @sha256 UNION ALL SELECT 1 FROM attachments WHERE sha256 = @sha256', { sha256 })) files.remove(sha256);
  });

export const dccRouter = os.router({
  read: os.read.handler(async ({ context: { host, store, files, now }, input: { file, languages }, signal, errors }) => {
    if (file.size > maximumDccBytes) throw errors.FILE_REFUSED({ data: { code: 'too-large', params: { bytes: file.size, limit: maximumDccBytes } } });
    const staged = stagedOf(host);
    const { id, path, sha256 } = await staged.stage(file);
    try {
      const read = await readBytes(await readFile(path), languages, schemaFiles(store.read, files));
      const note = { id, fileName: file.name, sizeBytes: file.size, sha256, languages: [...languages], takenInAt: now().toISOString() };
      const report = await reportOf(store.read, note, read, pulseOf(signal ?? unstopped));
      await staged.keep(note);
      await staged.sweep();
      return report;
    } catch (error) {
      await staged.discard(id);
      throw toContractError(error, errors);
    }
  }),
  take: os.take.handler(async ({ context: { host, store, files, now }, input: { uploadId, instrument, isOwnLaboratory, item, again }, signal, errors }) => {
    const staged = stagedOf(host);
    const note = await staged.find(uploadId);
    if (!note) throw errors.NOT_FOUND(missing('upload', uploadId));
    const bytes = await readFile(staged.pathOf(uploadId));
    const pulse = pulseOf(signal ?? unstopped);
    try {
      const { contents, signature } = await readBytes(bytes, note.languages, []);
      const read = contents.certificates[item];
      if (!read) throw errors.INVALID(invalid({ field: 'item', code: 'no-such-item' }));
      const { certificate } = await fit(read.certificate, pulse);
      const verdicts = await judgeAll(certificate, pulse);
      await files.keep(bytes);
      const taken = await store.writeLong(author(store), signal, async (tx, rest) => {
        const before = takenBefore(tx, note.sha256, contents.uniqueIdentifier, item);
        if (before && (before.isSame || !again)) throw errors.CONFLICT(missing('certificate', before.certificateId));
        if (instrument.kind === 'known' && !instrumentExists(tx, instrument.id)) throw errors.NOT_FOUND(missing('instrument', instrument.id));
        const taking: Taking = {
          ...certificate, verdicts, isOwnLaboratory, instrument, before, staffId: readMe(tx)?.id ?? null,
          source: { sha256: note.sha256, identifier: contents.uniqueIdentifier, version: contents.schemaVersion, signature: signature.integrity, item },
        };
        const issues = takeIssues(tx, taking);
        if (issues.length > 0) throw errors.INVALID(invalid(...issues));
        // Another who took the same file, and failed, may have cleared it away meanwhile.
        if (!files.has(note.sha256)) files.put(bytes);
        const id = await take(tx, taking, now(), rest);
        const kept = await readCertificate(tx, id, rest, verdicts);
        if (!kept) throw new RangeError(`certificate ${id} is gone`);
        return kept;
      });
      if (contents.certificates.length === 1) await staged.discard(uploadId);
      return taken;
    } catch (error) {
      await forget(store, files, note.sha256);
      throw toContractError(error, errors);
    }
  }),
  discard: os.discard.handler(async ({ context: { host }, input: { uploadId } }) => {
    await stagedOf(host).discard(uploadId);
    return { uploadId };
  }),
  view: os.view.handler(async ({ context: { store, files }, input: { certificateId, languages }, errors }) => {
    const source = sourceOf(store, certificateId);
    if (!source) throw errors.NOT_FOUND(missing('dcc', certificateId));
    try {
      const { contents, signature } = await readBytes(await files.read(source.sha256), languages, []);
      return { view: contents.view, signature, embedded: embeddedList(contents) };
    } catch (error) {
      throw toContractError(error, errors);
    }
  }),
  source: os.source.handler(async ({ context: { store, files }, input: { certificateId }, errors }) => {
    const source = sourceOf(store, certificateId);
    if (!source) throw errors.NOT_FOUND(missing('dcc', certificateId));
    const name = `${toFileName(source.number, 'certificate')}.xml`;
    return { name, file: new File([new Uint8Array(await files.read(source.sha256))], name, { type: 'application/xml' }) };
  }),
  embedded: os.embedded.handler(async ({ context: { store, files }, input: { certificateId, index }, errors }) => {
    const source = sourceOf(store, certificateId);
    if (!source) throw errors.NOT_FOUND(missing('dcc', certificateId));
    try {
      const content = await embeddedAside(await files.read(source.sha256), index);
      if (!content) throw errors.NOT_FOUND(missing('embedded', String(index)));
      const name = toFileName(content.name, `file-${index + 1}`);
      // Whatever it says it is: bytes to be saved, that no viewer opens by their type.
      return { name, file: new File([new Uint8Array(content.bytes)], name, { type: 'application/octet-stream' }) };
    } catch (error) {
      throw toContractError(error, errors);
    }
  }),
  schemas: os.schemas.handler(({ context: { store } }) => listSchemas(store.read)),
  addSchemas: os.addSchemas.handler(async ({ context: { store, files }, input, errors }) => {
    const schemas: SchemaToKeep[] = [];
    const issues: { field: string; code: string }[] = [];
    for (const [index, file] of input.files.entries()) {
      const read = await readSchemaFile(file);
      if (typeof read === 'string') issues.push({ field: `files.${index}`, code: read });
      else schemas.push(read);
    }
    if (issues.length > 0) throw errors.INVALID(invalid(...issues));
    return store.write(author(store), (tx) => ({ added: schemas.filter((schema) => addSchema(tx, files, schema)).length }));
  }),
  removeSchemas: os.removeSchemas.handler(({ context: { store }, input: { ids }, errors }) =>
    store.write(author(store), (tx) => {
      for (const id of new Set(ids)) if (!tx.softDelete(dccSchemas, id)) throw errors.NOT_FOUND(missing('schema', id));
      return { ids: [...new Set(ids)] };
    }),
  ),
  restoreSchemas: os.restoreSchemas.handler(({ context: { store }, input: { ids }, errors }) =>
    store.write(author(store), (tx) => {
      for (const id of new Set(ids)) if (!restoreSchema(tx, id)) throw errors.NOT_FOUND(missing('schema', id));
      return { ids: [...new Set(ids)] };
    }),
  ),
});
