import { readFile } from 'node:fs/promises';
import type { ImportResult } from '#shared/contract/imports.ts';
import type { ImportPlan, Template } from '#shared/domain/importing/index.ts';
import { CancelledError } from '../db/errors.ts';
import { newId } from '../db/ids.ts';
import type { Store, Transaction } from '../db/store.ts';
import { attachments, importBatches } from '../db/tables.ts';
import type { FileStore } from '../files.ts';
import { author } from '../procedures.ts';
import { markScoresStale, rescoreAll } from '../scores/index.ts';
import { readMe, writePreferences } from '../settings/index.ts';
import { changesAnything, countChanges } from './changes.ts';
import { gatherFile } from './dry-run.ts';
import type { GatheredFile } from './dry-run.ts';
import { Pace } from '../jobs.ts';
import type { Report } from '../jobs.ts';
import { match } from './match.ts';
import { rememberTemplate } from './templates.ts';
import type { Upload } from './uploads.ts';
import { countWrites, writeChanges } from './write.ts';

/** Larger source files are not kept: the batch still has their name and hash. */
const keptFileBytes = 20 * 1024 * 1024;

export interface CommitRequest {
  readonly upload: Upload;
  readonly path: string;
  readonly template: Template;
  readonly plan: ImportPlan;
  readonly saveTemplateAs: string | null;
  readonly scoringOn: string | null;
}

export interface CommitPlace {
  readonly store: Store;
  readonly files: FileStore;
  readonly now: () => Date;
}

/**
 * Reads the file, then writes all that is new in one transaction: a cancel or a failure before its end leaves nothing.
 * A file that says nothing new writes no batch. The rescoring that follows can be stopped; the import is kept then.
 */
export async function commit(place: CommitPlace, request: CommitRequest, report: Report, signal: AbortSignal): Promise<ImportResult> {
  const file = await gatherFile(request.upload, request.path, request.plan, report, signal);
  const written = await writeFile(place, request, file, report, signal);
  const isScored = written.touchesScores ? await rescore(place, report, signal) : true;
  const { rowsRead, rowsRejected } = file.totals;
  return { batchId: written.batchId, counts: written.counts, rowsRead, rowsRejected, scored: isScored };
}

interface Written {
  readonly batchId: string | null;
  readonly counts: ImportResult['counts'];
  readonly touchesScores: boolean;
}

/** @returns what was written, after the transaction has ended. The store is touched by nothing else in between. */
async function writeFile(place: CommitPlace, request: CommitRequest, file: GatheredFile, report: Report, signal: AbortSignal): Promise<Written> {
  const { store, files } = place;
  const batchId = newId();
  const { gathering } = file;
  let keptFile: string | null = null;
  try {
    return await store.writeLong({ ...author(store), operationId: batchId }, signal, async (tx, pulse) => {
      const pace = new Pace(pulse);
      // Half of the bar is finding what is there already: the rows to write are known only then.
      let done = 0;
      let total = gathering.entityCount * 2;
      const step = (rows: number): void => {
        done += rows;
        report({ phase: 'writing', done: Math.min(done, total), total });
      };
      const changes = await match(tx, gathering, pace, () => step(1));
      total = gathering.entityCount + countWrites(gathering, changes);
      await writeChanges(tx, batchId, gathering, changes, pace, step);
      const counts = countChanges(gathering);
      const isNew = changesAnything(counts);
      if (isNew) {
        keptFile = await keepSource(tx, files, request);
        writeBatch(tx, batchId, request, file, counts);
        markScoresStale(tx, place.now());
      }
      if (request.saveTemplateAs !== null) rememberTemplate(tx, request.template, request.saveTemplateAs);
      const isMoved = request.scoringOn !== null && setScoringDay(tx, request.scoringOn);
      await pulse();
      return { batchId: isNew ? batchId : null, counts, touchesScores: isNew || isMoved };
    });
  } catch (error) {
    if (keptFile !== null) files.remove(keptFile);
    throw error;
  }
}

function setScoringDay(tx: Transaction, scoringOn: string): boolean {
  const before = tx.get<{ value: string }>("SELECT value FROM settings WHERE id = 'scoringOn'")?.value;
  writePreferences(tx, { scoringOn });
  return before !== JSON.stringify(scoringOn);
}

function writeBatch(tx: Transaction, id: string, { upload, template }: CommitRequest, { totals }: GatheredFile, counts: ImportResult['counts']): void {
  const { at } = tx.context;
  tx.insert(importBatches, {
    id,
    kind: template.kind,
    file_name: upload.fileName,
    file_sha256: upload.sha256,
    template: JSON.stringify(template),
    state: 'committed',
    rows_read: totals.rowsRead,
    rows_rejected: totals.rowsRejected,
    counts: JSON.stringify(counts),
    staff_id: readMe(tx)?.id ?? null,
    committed_at: at,
    undone_at: null,
    created_at: at,
    updated_at: at,
    deleted_at: null,
  });
}

/**
 * Keeps the file that the rows came from, as it came.
 * @returns the hash under which it was put, where it was not there before.
 */
async function keepSource(tx: Transaction, files: FileStore, { upload, path }: CommitRequest): Promise<string | null> {
  if (upload.sizeBytes > keptFileBytes) return null;
  const isKnown = tx.get('SELECT 1 FROM attachments WHERE sha256 = ? AND deleted_at IS NULL', [upload.sha256]) !== undefined;
  if (isKnown) return null;
  const { at } = tx.context;
  const wasThere = files.has(upload.sha256);
  const sha256 = files.put(await readFile(path));
  tx.insert(attachments, {
    id: newId(), client_id: null, name: upload.fileName, media_type: 'text/csv', size_bytes: upload.sizeBytes, sha256,
    created_at: at, updated_at: at, deleted_at: null,
  });
  return wasThere ? null : sha256;
}

const rescoringSteps: readonly string[] = ['reading', 'scoring', 'writing'];

/** @returns false where the person stopped it: the rows are in, their scores follow with the next rescoring. */
export async function rescore({ store, now }: Pick<CommitPlace, 'store' | 'now'>, report: Report, signal: AbortSignal): Promise<boolean> {
  report({ phase: 'scoring', done: 0, total: 0 });
  try {
    await rescoreAll(store, {
      now: now(),
      signal,
      onProgress: ({ phase, done, total }) => {
        const step = Math.max(rescoringSteps.indexOf(phase), 0);
        report({ phase: 'scoring', done: step * total + done, total: rescoringSteps.length * total });
      },
    });
    return true;
  } catch (error) {
    if (error instanceof CancelledError) return false;
    throw error;
  }
}
