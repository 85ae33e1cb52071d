import path from 'node:path';
import { compilePlan } from '#shared/domain/importing/index.ts';
import type { ImportPlan, Template } from '#shared/domain/importing/index.ts';
import { CancelledError } from '../db/errors.ts';
import type { DataHost } from '../host.ts';
import { guarded } from '../procedures.ts';
import { localDayOf, readPreferences } from '../settings/index.ts';
import { listBatches } from './batches.ts';
import { commit, rescore } from './commit.ts';
import { TableError } from './read-table.ts';
import { dryRun } from './dry-run.ts';
import { inspect } from './inspect.ts';
import { streamJob } from '../jobs.ts';
import type { JobEvent, Report } from '../jobs.ts';
import { problemsCsv } from './problems-csv.ts';
import { parseTemplate } from './templates.ts';
import { undo } from './undo.ts';
import { Uploads } from './uploads.ts';
import type { Upload } from './uploads.ts';

const os = guarded.imports;

const uploadsOfHosts = new WeakMap<DataHost, Uploads>();
/** One a host, so that leftovers of an earlier process are cleaned once. */
function uploadsOf(host: DataHost): Uploads {
  let uploads = uploadsOfHosts.get(host);
  if (!uploads) {
    uploads = new Uploads(path.join(host.folder, 'uploads'), host.now);
    uploadsOfHosts.set(host, uploads);
  }
  return uploads;
}

/** The typed errors of the contract that this feature throws. */
interface Errors {
  NOT_FOUND(options: { data: { entity: string; id: string } }): Error;
  INVALID(options: { data: { issues: { field: string; code: string }[] } }): Error;
  FILE_REFUSED(options: { data: { code: string; params: Record<string, string | number> } }): Error;
  CANCELLED(): Error;
}

/** What went wrong in a long job, in the contract's words; a defect stays what it is. */
function toContractError(error: unknown, errors: Errors): unknown {
  if (error instanceof TableError) return errors.FILE_REFUSED({ data: { code: error.problem.code, params: { ...error.problem.params } } });
  return error instanceof CancelledError ? errors.CANCELLED() : error;
}

async function* told<R>(errors: Errors, signal: AbortSignal | undefined, work: (report: Report, signal: AbortSignal) => Promise<R>): AsyncGenerator<JobEvent<R>, void, undefined> {
  try {
    yield* streamJob(signal, work);
  } catch (error) {
    throw toContractError(error, errors);
  }
}

interface Bound {
  readonly upload: Upload;
  readonly path: string;
  readonly template: Template;
  readonly plan: ImportPlan;
}

/** The upload with the template bound to its columns. @throws NOT_FOUND, or INVALID with one issue a field. */
async function bind(host: DataHost, input: { readonly uploadId: string; readonly template: unknown }, errors: Errors): Promise<Bound> {
  const uploads = uploadsOf(host);
  const upload = await uploads.find(input.uploadId);
  if (!upload) throw errors.NOT_FOUND({ data: { entity: 'upload', id: input.uploadId } });
  const template = parseTemplate(input.template);
  if (!template) throw errors.INVALID({ data: { issues: [{ field: 'template', code: 'template-unreadable' }] } });
  const reading = compilePlan(template, upload.columns, localDayOf(host.now()));
  if (!reading.ok) {
    throw errors.INVALID({ data: { issues: reading.problems.map(({ field, code }) => ({ field: field ?? 'template', code })) } });
  }
  return { upload, path: uploads.pathOf(upload.id), template, plan: reading.plan };
}

export const importsRouter = os.router({
  inspect: os.inspect.handler(async ({ context: { host, store, now }, input, errors, signal }) => {
    try {
      return await inspect(input.file, input, uploadsOf(host), store.read, now(), signal);
    } catch (error) {
      throw toContractError(error, errors);
    }
  }),
  dryRun: os.dryRun.handler(async function* ({ context: { host, store }, input, errors, signal }) {
    const bound = await bind(host, input, errors);
    yield* told(errors, signal, (report, stop) => dryRun(store.read, bound.upload, bound.path, bound.plan, report, stop));
  }),
  problemsCsv: os.problemsCsv.handler(async ({ context: { host, store }, input, errors, signal }) => {
    const { upload, path: filePath, plan } = await bind(host, input, errors);
    const { calendar, digits } = readPreferences(store.read);
    const stop = signal ?? new AbortController().signal;
    try {
      return await problemsCsv(upload, filePath, plan, { language: input.language, calendar, digits }, stop);
    } catch (error) {
      throw toContractError(error, errors);
    }
  }),
  commit: os.commit.handler(async function* ({ context: { host, store, files, now }, input, errors, signal }) {
    const bound = await bind(host, input, errors);
    const { saveTemplateAs, scoringOn } = input;
    yield* told(errors, signal, async (report, stop) => {
      const result = await commit({ store, files, now }, { ...bound, saveTemplateAs, scoringOn }, report, stop);
      await uploadsOf(host).sweep();
      return result;
    });
  }),
  undo: os.undo.handler(async function* ({ context: { store, files, now }, input: { batchId }, errors, signal }) {
    const batch = listBatches(store.read).find(({ id }) => id === batchId);
    if (!batch) throw errors.NOT_FOUND({ data: { entity: 'import', id: batchId } });
    if (batch.state === 'undone') throw errors.CONFLICT({ data: { entity: 'import', id: batchId } });
    yield* told(errors, signal, async (report, stop) => {
      const result = await undo({ store, files, now }, batchId, report, stop);
      await rescore({ store, now }, report, stop);
      return result;
    });
  }),
  list: os.list.handler(async ({ context: { host, store } }) => {
    await uploadsOf(host).clean();
    return listBatches(store.read);
  }),
  discard: os.discard.handler(async ({ context: { host }, input: { uploadId } }) => {
    await uploadsOf(host).discard(uploadId);
    return { uploadId };
  }),
});
