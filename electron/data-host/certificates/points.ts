import type { MeasurementPoint, Verdict } from '#shared/domain/calibration/index.ts';
import { newId } from '../db/ids.ts';
import type { Connection, Pulse, Transaction } from '../db/store.ts';
import { certificatePoints } from '../db/tables.ts';
import type { Row } from '../db/tables.ts';
import { Pace } from '../jobs.ts';
import { pointOf } from './rows.ts';

type PointRow = Row<typeof certificatePoints>;

/** From so many new points on they are written, and audited, by the chunk. */
const bulkFrom = 100;
const chunkRows = 500;

const select = 'SELECT * FROM certificate_points WHERE certificate_id = ? ORDER BY position';

/** All of a certificate's points, in their order, read without holding others up. */
export async function readPoints(connection: Connection, certificateId: string, pulse: Pulse): Promise<MeasurementPoint[]> {
  const pace = new Pace(pulse);
  const points: MeasurementPoint[] = [];
  for (const row of connection.all<PointRow>(select, [certificateId])) {
    points.push(pointOf(row));
    if (pace.isDue) await pace.rest();
  }
  return points;
}

export interface JudgedPoints {
  readonly points: readonly MeasurementPoint[];
  /** In the order of the points. */
  readonly verdicts: readonly Verdict[];
}

/**
 * Makes a draft's points those given. Only what differs is written, so that saving a long certificate after one cell was
 * changed leaves one entry in the audit log.
 */
export async function writePoints(tx: Transaction, certificateId: string, { points, verdicts }: JudgedPoints, pulse: Pulse): Promise<void> {
  const pace = new Pace(pulse);
  const known = tx.all<PointRow>(select, [certificateId]);
  const added: PointRow[] = [];
  for (const [position, point] of points.entries()) {
    const columns = { stage: point.stage, point: JSON.stringify(point), verdict: verdicts[position] ?? 'not-judged' };
    const row = known[position];
    if (!row) added.push({ id: newId(), certificate_id: certificateId, position, ...columns, created_at: tx.context.at });
    else if (row.point !== columns.point || row.verdict !== columns.verdict) tx.update(certificatePoints, row.id, columns);
    if (pace.isDue) await pace.rest();
  }
  for (const { id } of known.slice(points.length)) tx.purge(certificatePoints, id);
  if (added.length < bulkFrom) {
    for (const row of added) tx.insert(certificatePoints, row);
    return;
  }
  await tx.inBulk(async (insertAll) => {
    for (let start = 0; start < added.length; start += chunkRows) {
      insertAll(certificatePoints, added.slice(start, start + chunkRows));
      await pulse();
    }
  });
}
