import { useMemo } from 'react';
import { decide, summariseVerdicts } from '#shared/domain/calibration/index.ts';
import type { Decision, DecisionRule, MeasurementPoint, OverallVerdict, VerdictSummary } from '#shared/domain/calibration/index.ts';

export type Judge = (point: MeasurementPoint) => Decision;

/** Each point is decided once: while one of ten thousand is typed, only that one is worked out anew. */
export function createJudge(rule: DecisionRule | null): Judge {
  const decided = new WeakMap<MeasurementPoint, Decision>();
  return (point) => {
    const known = decided.get(point);
    if (known !== undefined) return known;
    const decision = decide(point, rule);
    decided.set(point, decision);
    return decision;
  };
}

export const useJudge = (rule: DecisionRule | null): Judge => useMemo(() => createJudge(rule), [rule]);

/** As `overallVerdict` of the calibration rules, from decisions that are there already. */
export function overallOf(points: readonly MeasurementPoint[], adjusted: boolean, judge: Judge): OverallVerdict {
  const of = (chosen: readonly MeasurementPoint[]): VerdictSummary => summariseVerdicts(chosen.map((point) => judge(point).verdict));
  if (!adjusted) return { overall: of(points), asFound: null };
  return { overall: of(points.filter(({ stage }) => stage === 'as-left')), asFound: of(points.filter(({ stage }) => stage === 'as-found')) };
}
