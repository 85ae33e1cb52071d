import { createConsistencyChecker, createRowReader } from '#shared/domain/importing/index.ts';
import type { ImportPlan, ImportRow, Problem, Warning } from '#shared/domain/importing/index.ts';
import type { Report } from '../jobs.ts';
import { Pace } from '../jobs.ts';
import { readTable } from './read-table.ts';
import type { Upload } from './uploads.ts';

export interface RowVisitor {
  /** A row that is taken in; `isPart`: a further delivery of a line that an earlier row told. */
  accepted(row: ImportRow): void;
  /** A row that is left out, with the cells it had. */
  refused(record: readonly string[], problems: readonly Problem[]): void;
  warned(warnings: readonly Warning[]): void;
}

export interface RowTotals {
  /** Rows that are not blank. */
  readonly rowsRead: number;
  readonly rowsAccepted: number;
  readonly rowsRejected: number;
  readonly duplicateRows: number;
}

/** The file's own cells of a record: the columns that a problem file of ours put in front are passed over. */
const ownCells = (record: readonly string[], upload: Upload): readonly string[] =>
  upload.leadingColumns === 0 ? record : record.slice(upload.leadingColumns);

/**
 * Reads every row under the plan and hands it to the visitor: the one reading that dry run, commit and problem file share.
 * @throws TableError where the file cannot be cut into records; CancelledError at a pulse.
 */
export async function readRows(
  upload: Upload,
  path: string,
  plan: ImportPlan,
  visitor: RowVisitor,
  report: Report,
  pulse: () => Promise<void>,
): Promise<RowTotals> {
  const reader = createRowReader(plan, upload.columns);
  const checker = createConsistencyChecker(plan);
  const totals = { rowsRead: 0, rowsAccepted: 0, rowsRejected: 0, duplicateRows: 0 };
  const pace = new Pace(pulse);

  const readRecord = (cells: readonly string[], rowNumber: number): void => {
    const reading = reader.read(cells, rowNumber);
    if (reading.outcome === 'blank') return;
    totals.rowsRead += 1;
    if (reading.warnings.length > 0) visitor.warned(reading.warnings);
    if (reading.outcome === 'refused') {
      totals.rowsRejected += 1;
      visitor.refused(cells, reading.problems);
      return;
    }
    const beside = checker.check(reading.row);
    switch (beside.outcome) {
      case 'duplicate':
        totals.duplicateRows += 1;
        break;
      case 'conflict':
        totals.rowsRejected += 1;
        visitor.refused(cells, beside.problems);
        break;
      case 'new':
      case 'part':
        if (beside.warnings.length > 0) visitor.warned(beside.warnings);
        totals.rowsAccepted += 1;
        visitor.accepted(reading.row);
        break;
    }
  };

  for await (const batch of readTable({ ...upload, path })) {
    for (const [index, record] of batch.records.entries()) {
      const rowNumber = batch.firstRow + index;
      if (rowNumber <= upload.headerRow) continue;
      readRecord(ownCells(record, upload), rowNumber);
      if (pace.isDue) {
        await pace.rest();
        report({ phase: 'reading', done: totals.rowsRead, total: Math.max(upload.rowCount, totals.rowsRead) });
      }
    }
    await pulse();
  }
  report({ phase: 'reading', done: totals.rowsRead, total: totals.rowsRead });
  return totals;
}
