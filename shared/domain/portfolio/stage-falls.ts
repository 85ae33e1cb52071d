import { dimensions } from '../model/index.ts';
import type { DimensionId } from '../model/index.ts';

/** Where one client stood. */
export interface Standing {
  readonly clientId: string;
  /** 0–5; null: could not be placed. */
  readonly stage: number | null;
  readonly overall: number | null;
  readonly dimensions: Readonly<Record<DimensionId, number | null>>;
}

export interface StageFall {
  readonly clientId: string;
  readonly fromStage: number;
  readonly toStage: number;
  readonly overallBefore: number | null;
  readonly overallNow: number | null;
  /** The link of the chain that no longer holds: the one after the stage where the client stands now. */
  readonly brokenDimension: DimensionId;
  readonly dimensionBefore: number | null;
  readonly dimensionNow: number | null;
}

interface StageFalls {
  /** The deepest first, then those who lost most points. */
  readonly falls: readonly StageFall[];
  /** Clients that were placed on both days. */
  readonly compared: number;
}

const lostPoints = ({ overallBefore, overallNow }: StageFall): number => (overallBefore ?? 0) - (overallNow ?? 0);

const byDepth = (left: StageFall, right: StageFall): number =>
  right.fromStage - right.toStage - (left.fromStage - left.toStage) || lostPoints(right) - lostPoints(left) || (left.clientId < right.clientId ? -1 : 1);

/** Who stands on an earlier stage than before. Who could not be placed on one of the two days has not fallen: nothing is known of it. */
export const stageFalls = (before: readonly Standing[], now: readonly Standing[]): StageFalls => {
  const old = new Map(before.map((standing) => [standing.clientId, standing]));
  const falls: StageFall[] = [];
  let compared = 0;
  for (const { clientId, stage: toStage, overall, dimensions: scores } of now) {
    const standing = old.get(clientId);
    const fromStage = standing?.stage ?? null;
    if (standing === undefined || fromStage === null || toStage === null) continue;
    compared += 1;
    const broken = dimensions[toStage];
    if (toStage >= fromStage || broken === undefined) continue;
    falls.push({
      clientId, fromStage, toStage, overallBefore: standing.overall, overallNow: overall, brokenDimension: broken.id,
      dimensionBefore: standing.dimensions[broken.id], dimensionNow: scores[broken.id],
    });
  }
  return { falls: falls.toSorted(byDepth), compared };
};
