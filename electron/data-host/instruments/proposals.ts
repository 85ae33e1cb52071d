import { measurementPoint, verdict as verdictSchema } from '#shared/contract/certificates.ts';
import { convertUnit, isInTolerance, judge, proposeIntervals } from '#shared/domain/calibration/index.ts';
import type { IntervalEvidence, IntervalProposal, MeasurementPoint } from '#shared/domain/calibration/index.ts';
import type { Connection } from '../db/store.ts';
import { readSubject } from './dues.ts';
import { intervalOf } from './interval.ts';
import { isInForce } from './list.ts';

interface FoundRow {
  readonly id: string;
  readonly calibrated_on: string;
  readonly verdict: string | null;
}

/** |y − c| over the permissible deviation on its side of c, which is the reference, or the middle of the limits; null: it cannot be told. */
function errorShare(point: MeasurementPoint): number | null {
  const judged = judge(point);
  if (judged.kind === 'not-judged') return null;
  const [value, lower, upper] = [judged.value, judged.lowerLimit, judged.upperLimit].map((text) => (text === null ? null : Number(text)));
  if (value === null || value === undefined) return null;
  const centre = judged.judged === 'error' ? 0 : centreOf(point, judged.unit, lower ?? null, upper ?? null);
  if (centre === null) return null;
  const limit = value >= centre ? upper : lower;
  if (limit === null || limit === undefined) return 0;
  const permissible = Math.abs(limit - centre);
  return permissible === 0 ? null : Math.abs(value - centre) / permissible;
}

function centreOf({ reference }: MeasurementPoint, unit: string, lower: number | null, upper: number | null): number | null {
  const converted = reference === null || reference.value === null ? null : convertUnit(reference.value, reference.unit, unit, 'value');
  if (converted !== null) return Number(converted);
  return lower === null || upper === null ? null : (lower + upper) / 2;
}

function greatestShare(connection: Connection, certificateId: string): number | null {
  let greatest: number | null = null;
  const points = connection.all<{ point: string }>(
    "SELECT point FROM certificate_points WHERE certificate_id = ? AND stage IN ('as-found', 'only') ORDER BY position", [certificateId],
  );
  for (const { point } of points) {
    const share = errorShare(measurementPoint.parse(JSON.parse(point)));
    if (share !== null && (greatest === null || share > greatest)) greatest = share;
  }
  return greatest;
}

/** From the certificates in force, as found. */
export function readProposals(connection: Connection, instrumentId: string): readonly IntervalProposal[] {
  const evidence = connection
    .all<FoundRow>(
      `SELECT c.id, c.calibrated_on, coalesce(c.as_found_verdict, c.verdict) AS verdict FROM certificates c WHERE c.instrument_id = ? AND ${isInForce} ORDER BY c.calibrated_on, c.id`,
      [instrumentId],
    )
    .map((row): IntervalEvidence => ({
      calibratedOn: row.calibrated_on, inTolerance: row.verdict === null ? null : isInTolerance(verdictSchema.parse(row.verdict)), errorShare: greatestShare(connection, row.id),
    }));
  return proposeIntervals(intervalOf(readSubject(connection, instrumentId)).months, evidence);
}
