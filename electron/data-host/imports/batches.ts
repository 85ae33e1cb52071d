import { importCounts, importKind } from '#shared/contract/imports.ts';
import type { ImportBatch, Inspection } from '#shared/contract/imports.ts';
import type { Connection } from '../db/store.ts';
import type { importBatches, Row } from '../db/tables.ts';

type BatchRow = Row<typeof importBatches>;

const stateOf = (state: string): 'committed' | 'undone' => (state === 'undone' ? 'undone' : 'committed');

/** All imports that were kept or taken back, newest first. */
export const listBatches = (connection: Connection): ImportBatch[] =>
  connection
    .all<BatchRow & { readonly staff_name: string | null }>(
      `SELECT b.*, s.name AS staff_name FROM import_batches b LEFT JOIN staff s ON s.id = b.staff_id
       WHERE b.deleted_at IS NULL ORDER BY b.committed_at DESC, b.id DESC`,
    )
    .map((row) => ({
      id: row.id,
      kind: importKind.parse(row.kind),
      fileName: row.file_name,
      state: stateOf(row.state),
      rowsRead: row.rows_read,
      rowsRejected: row.rows_rejected,
      counts: importCounts.parse(JSON.parse(row.counts)),
      staffName: row.staff_name,
      committedAt: row.committed_at,
      undoneAt: row.undone_at,
    }));

/** The import that took in this very file; one that was taken back only where none stands. */
export function batchOfFile(connection: Connection, sha256: string): Inspection['importedBefore'] {
  const row = connection.get<Pick<BatchRow, 'id' | 'committed_at' | 'state'>>(
    `SELECT id, committed_at, state FROM import_batches WHERE file_sha256 = ? AND deleted_at IS NULL
     ORDER BY state = 'undone', committed_at DESC LIMIT 1`,
    [sha256],
  );
  return row ? { batchId: row.id, committedAt: row.committed_at, state: stateOf(row.state) } : null;
}
