import { eventIterator, type } from '@orpc/contract';
import { z } from 'zod';
import { delimiters, encodings } from '../domain/importing/index.ts';
import type { ColumnProfile, Problem, Template, Warning } from '../domain/importing/index.ts';
import { day, id, instant, jobEvent, line, windowLanguage } from './common.ts';
import { procedure } from './errors.ts';

/** The largest file that is taken in: a million delivery rows are about 370 MB; this is far above a small exporter's history. */
export const maximumFileBytes = 128 * 1024 * 1024;

/** How many problems (and how many warnings) a dry run lists; the totals are always exact. */
export const problemLimit = 2000;
/** How many rejected rows one problem file holds; when they are mended, the next dry run tells the rest. */
export const problemRowLimit = 50_000;

export const importKind = z.enum(['deliveries', 'clients', 'contacts', 'instruments']);

/** What was understood of a file that was taken in, before anything is decided. */
export interface Inspection {
  readonly uploadId: string;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly encoding: string;
  readonly delimiter: string;
  readonly rowCount: number;
  readonly columns: readonly ColumnProfile[];
  /** First rows as text, for the eye. */
  readonly sample: readonly (readonly string[])[];
  /** The guess, or the remembered template of files with these columns. */
  readonly template: Template;
  readonly templateOrigin: 'built-in' | 'remembered' | 'guessed';
  readonly templates: readonly Template[];
  /** The batch that took in this very file before, if any. */
  readonly importedBefore: { readonly batchId: string; readonly committedAt: string; readonly state: 'committed' | 'undone' } | null;
}

const entityCounts = z.object({ created: z.int(), changed: z.int(), unchanged: z.int() });
export const importCounts = z.object({
  clients: entityCounts,
  contacts: entityCounts,
  products: entityCounts,
  orders: entityCounts,
  lines: entityCounts,
  shipments: entityCounts,
  /** Left out where the file speaks of none. */
  instruments: entityCounts.optional(),
});
export type ImportCounts = z.output<typeof importCounts>;

/** What a commit would do. Nothing is written by a dry run. */
export interface DryRun {
  readonly rowsRead: number;
  readonly rowsAccepted: number;
  readonly rowsRejected: number;
  readonly duplicateRows: number;
  readonly counts: ImportCounts;
  readonly countryCount: number;
  readonly values: readonly { readonly minor: number; readonly currency: string }[];
  /** The newest and oldest day that an accepted row speaks of. */
  readonly newestOn: string | null;
  readonly oldestOn: string | null;
  /** At most `problemLimit` each; the totals are exact. */
  readonly problems: readonly Problem[];
  readonly problemTotal: number;
  readonly warnings: readonly Warning[];
  readonly warningTotal: number;
}

const importResult = z.object({
  /** null: the file says nothing new, so nothing was written and there is nothing to undo. */
  batchId: id.nullable(),
  counts: importCounts,
  rowsRead: z.int(),
  rowsRejected: z.int(),
  /** Whether the scores follow already. False where the person stopped the rescoring: the import is kept all the same. */
  scored: z.boolean(),
});
export type ImportResult = z.output<typeof importResult>;

export const importBatch = z.object({
  id,
  kind: importKind,
  fileName: z.string(),
  state: z.enum(['committed', 'undone']),
  rowsRead: z.int(),
  rowsRejected: z.int(),
  counts: importCounts,
  staffName: z.string().nullable(),
  committedAt: instant,
  undoneAt: instant.nullable(),
});
export type ImportBatch = z.output<typeof importBatch>;

/** What an undo found: rows that people changed or built on since are kept, and named. */
const undoResult = z.object({
  purged: z.int(),
  restored: z.int(),
  /** All that was kept; `kept` names the first of them. */
  keptTotal: z.int(),
  kept: z.array(z.object({ entity: z.string(), id: z.string(), title: z.string(), reason: z.enum(['changed-since', 'used-by-later-record']) })),
});
export type UndoResult = z.output<typeof undoResult>;

const plan = z.object({ uploadId: id, template: z.custom<Template>((value) => typeof value === 'object' && value !== null) });

export const imports = {
  /** Takes the file's bytes in (bounded) and tells what it seems to be. FILE_REFUSED with the remedy where it is no table. */
  inspect: procedure
    .input(
      z.object({
        file: z.file(),
        /** The person's word against the guess; left out, both are detected. */
        encoding: z.enum(encodings).optional(),
        delimiter: z.enum(delimiters).optional(),
      }),
    )
    .output(type<Inspection>()),
  /** Reads every row with the mapping and says what a commit would do. */
  dryRun: procedure.input(plan).output(eventIterator(jobEvent(z.custom<DryRun>()))),
  /**
   * The rows that were rejected, as a CSV to correct and import again: row, column, problem and remedy, then the file's
   * own columns. At most `problemRowLimit` rows; `rowsLeftOut` says how many more there are.
   */
  problemsCsv: procedure
    .input(plan.extend({ language: windowLanguage }))
    .output(z.object({ fileName: z.string(), csv: z.string(), rowsLeftOut: z.int() })),
  /**
   * One transaction: all accepted rows or nothing. Progress in three phases: 'reading' and 'writing', in which a cancel
   * leaves nothing, and 'scoring', in which a cancel leaves the import and the scores as they were before it.
   */
  commit: procedure
    .input(plan.extend({ saveTemplateAs: line.nullable(), scoringOn: day.nullable() }))
    .output(eventIterator(jobEvent(importResult))),
  /** Takes a whole batch back. */
  undo: procedure.input(z.object({ batchId: id })).output(eventIterator(jobEvent(undoResult))),
  list: procedure.output(z.array(importBatch)),
  discard: procedure.input(z.object({ uploadId: id })).output(z.object({ uploadId: id })),
};
