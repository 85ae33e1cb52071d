import { z } from 'zod';
import { delimiters, encodings } from '#shared/domain/importing/index.ts';
import { StagedFiles } from '../staging.ts';

const keptCount = 5;

const upload = z.object({
  id: z.uuid(),
  fileName: z.string(),
  sizeBytes: z.int(),
  sha256: z.string(),
  takenInAt: z.iso.datetime(),
  encoding: z.enum(encodings),
  bomLength: z.int(),
  delimiter: z.enum(delimiters),
  /** The record that holds the header, counted from 1 as a spreadsheet counts rows. */
  headerRow: z.int(),
  /** Columns in front that a problem file of ours has and the source had not. */
  leadingColumns: z.int(),
  columns: z.array(z.object({ index: z.int(), letter: z.string(), name: z.string(), given: z.string() })),
  /** Records after the header, blank ones left out. */
  rowCount: z.int(),
});
/** A file that was taken in and understood as a table, waiting for the person's decision. */
export type Upload = z.output<typeof upload>;

/** Files taken in for an import, until the import is decided. */
export class Uploads extends StagedFiles<Upload> {
  constructor(folder: string, now: () => Date) {
    super(folder, now, { note: upload, extension: 'table', keptCount });
  }
}
