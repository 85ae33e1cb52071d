import type { ChangeGroup, ChangePart } from './types.ts';

const keyOf = ({ cause, indicatorId, change, reason }: ChangePart): string =>
  cause === 'record' || cause === 'rating' ? `${cause} ${indicatorId} ${change} ${reason?.code}` : cause;

/**
 * Parts that say the same thing together, the most telling first: records of one indicator with one reason ("two late
 * lines"), all that faded, all that priors and weights did. The points of the groups add up as those of the parts do.
 */
export const groupChanges = (parts: readonly ChangePart[]): readonly ChangeGroup[] => {
  const groups = new Map<string, ChangeGroup>();
  for (const part of parts) {
    const key = keyOf(part);
    const isOfRecords = part.cause === 'record' || part.cause === 'rating';
    const known = groups.get(key);
    const sources = part.source === null ? [] : [part.source];
    groups.set(key, {
      cause: part.cause,
      indicatorId: isOfRecords ? part.indicatorId : null,
      change: part.change,
      reason: known === undefined ? part.reason : known.reason,
      count: (known?.count ?? 0) + 1,
      sources: [...(known?.sources ?? []), ...sources],
      overallPoints: (known?.overallPoints ?? 0) + part.overallPoints,
    });
  }
  return [...groups.values()].toSorted((left, right) => Math.abs(right.overallPoints) - Math.abs(left.overallPoints));
};
