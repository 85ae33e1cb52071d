import { Worker } from 'node:worker_threads';
import type { Certificate } from '#shared/domain/calibration/types.ts';
import { checkSignature } from './signature/check-signature.ts';
import { embeddedContent, readDcc } from './read/read-dcc.ts';
import type { EmbeddedContent } from './read/embedded.ts';
import { validateDcc } from './schema/validate-dcc.ts';
import type { DccReading, SchemaFile, SchemaValidation, SignatureCheck } from './types.ts';
import type { WriteContext } from './write/context.ts';
import type { Obstacle } from './write/obstacles.ts';
import { DccUnwritable, writeDcc } from './write/write-dcc.ts';

export interface InspectOptions {
  readonly languages: readonly string[];
  /** Empty: it is not validated. */
  readonly schemas: readonly SchemaFile[];
}

export interface DccInspection {
  readonly reading: DccReading;
  readonly signature: SignatureCheck;
  /** null: no schemas were given, or the file could not be read at all. */
  readonly validation: SchemaValidation | null;
}

/** Everything at once, here and now. */
export async function inspectDcc(xml: Uint8Array, { languages, schemas }: InspectOptions): Promise<DccInspection> {
  const reading = readDcc(xml, { languages });
  const signature = checkSignature(xml);
  return { reading, signature, validation: reading.ok && schemas.length > 0 ? await validateDcc(xml, schemas) : null };
}

export type WorkerTask =
  | { readonly kind: 'inspect'; readonly xml: Uint8Array; readonly options: InspectOptions }
  | { readonly kind: 'embedded'; readonly xml: Uint8Array; readonly index: number }
  | { readonly kind: 'write'; readonly certificate: Certificate; readonly context: WriteContext };

export type WorkerAnswer =
  | { readonly kind: 'inspect'; readonly inspection: DccInspection }
  | { readonly kind: 'embedded'; readonly content: EmbeddedContent | null }
  | { readonly kind: 'write'; readonly written: DccWritten };

/** A file, or everything that keeps the certificate from being written as one. */
export type DccWritten = { readonly ok: true; readonly xml: string } | { readonly ok: false; readonly obstacles: readonly Obstacle[] };

/** As `writeDcc`, with what stands in its way as an answer. */
export function tryWriteDcc(certificate: Certificate, context: WriteContext): DccWritten {
  try {
    return { ok: true, xml: writeDcc(certificate, context) };
  } catch (error) {
    if (error instanceof DccUnwritable) return { ok: false, obstacles: error.obstacles };
    throw error;
  }
}

/** What the thread does with a task. */
export async function perform(task: WorkerTask): Promise<WorkerAnswer> {
  if (task.kind === 'inspect') return { kind: 'inspect', inspection: await inspectDcc(task.xml, task.options) };
  if (task.kind === 'embedded') return { kind: 'embedded', content: embeddedContent(task.xml, task.index) };
  return { kind: 'write', written: tryWriteDcc(task.certificate, task.context) };
}

/** The file took longer, or more memory, than any certificate does. */
export class DccTooHeavyError extends Error {
  override readonly name = 'DccTooHeavyError';
}

const longestMs = 60_000;

/** The thread's entry: beside this module in the sources, a bundle of its own in what is built. Electron's threads read it from the archive. */
const workerUrl = (here: string): URL => new URL(here.endsWith('.ts') ? './worker.ts' : '../dcc-worker/worker.js', here);

async function ask(task: WorkerTask): Promise<WorkerAnswer> {
  const worker = new Worker(workerUrl(import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: 1536 } });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<WorkerAnswer>((resolve, reject) => {
      timer = setTimeout(() => reject(new DccTooHeavyError(`Not read within ${String(longestMs)} ms.`)), longestMs);
      worker.once('message', (answer: WorkerAnswer) => resolve(answer));
      worker.once('messageerror', reject);
      worker.once('error', (error: Error & { readonly code?: string }) =>
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new DccTooHeavyError('Not read within its memory.', { cause: error }) : error));
      worker.once('exit', (code) => reject(new Error(`The thread that reads certificates ended with ${String(code)}.`)));
      worker.postMessage(task);
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

/**
 * Reads, checks and validates a certificate in a thread of its own: the host goes on answering while a large one (10,000
 * points, an enclosed file of 50 MB) takes its seconds. @throws DccTooHeavyError after a minute or beyond 1.5 GB.
 */
export async function inspectDccAside(xml: Uint8Array, options: InspectOptions): Promise<DccInspection> {
  const answer = await ask({ kind: 'inspect', xml, options });
  if (answer.kind !== 'inspect') throw new TypeError('The thread answered another question.');
  return answer.inspection;
}

/** As `embeddedContent`, in a thread of its own. @throws DccTooHeavyError */
export async function embeddedContentAside(xml: Uint8Array, index: number): Promise<EmbeddedContent | null> {
  const answer = await ask({ kind: 'embedded', xml, index });
  if (answer.kind !== 'embedded') throw new TypeError('The thread answered another question.');
  return answer.content;
}

/** As `tryWriteDcc`, in a thread of its own. @throws DccTooHeavyError */
export async function tryWriteDccAside(certificate: Certificate, context: WriteContext): Promise<DccWritten> {
  const answer = await ask({ kind: 'write', certificate, context });
  if (answer.kind !== 'write') throw new TypeError('The thread answered another question.');
  return answer.written;
}
