import { decide } from './decide.ts';
import type { DecisionRule, MeasurementPoint, Verdict } from './types.ts';

/** The verdicts on a set of points as one. */
export interface VerdictSummary {
  /** The worst of the judged points; `not-judged` where none is. */
  readonly verdict: Verdict;
  readonly counts: Readonly<Record<Verdict, number>>;
  /** Points that the rule could not judge: counted apart, they neither pass nor fail. */
  readonly notJudged: number;
  readonly judged: number;
}

export interface OverallVerdict {
  /** What the certificate says of the instrument as it leaves: its as-left results where it was adjusted. */
  readonly overall: VerdictSummary;
  /** How it was found before the adjustment; null where it was not adjusted. */
  readonly asFound: VerdictSummary | null;
}

/** From best to worst; verdicts of different rules never meet in one certificate. */
const severity: Readonly<Record<Verdict, number>> = {
  'not-judged': 0, pass: 1, conform: 1, 'conditional-pass': 2, indeterminate: 3, 'conditional-fail': 4, fail: 5, nonconform: 5,
};

const noneYet = (): Record<Verdict, number> => ({
  pass: 0, 'conditional-pass': 0, 'conditional-fail': 0, fail: 0, conform: 0, nonconform: 0, indeterminate: 0, 'not-judged': 0,
});

/** The worst verdict of the points, and how many have each. */
export const summariseVerdicts = (verdicts: Iterable<Verdict>): VerdictSummary => {
  const counts = noneYet();
  let worst: Verdict = 'not-judged';
  let all = 0;
  for (const verdict of verdicts) {
    counts[verdict] += 1;
    all += 1;
    if (severity[verdict] > severity[worst]) worst = verdict;
  }
  return { verdict: worst, counts, notJudged: counts['not-judged'], judged: all - counts['not-judged'] };
};

const inTolerance: Readonly<Record<Verdict, boolean | null>> = {
  pass: true, conform: true, 'conditional-pass': true, fail: false, nonconform: false, 'conditional-fail': false, indeterminate: null, 'not-judged': null,
};

/** Whether the result itself lies within the limits, whatever guard band the rule adds; null: nobody can tell. Where it does not, what was measured before is in doubt. */
export const isInTolerance = (verdict: Verdict): boolean | null => inTolerance[verdict];

/**
 * The certificate's verdict: with an adjustment its as-left points decide (none of them: not judged) and the as-found ones
 * stand apart; without one, all of its points. `rule` null: the certificate states results only.
 */
export const overallVerdict = (points: readonly MeasurementPoint[], adjusted: boolean, rule: DecisionRule | null): OverallVerdict => {
  const verdictsOf = (chosen: readonly MeasurementPoint[]): VerdictSummary =>
    summariseVerdicts(chosen.map((point) => decide(point, rule).verdict));
  if (!adjusted) return { overall: verdictsOf(points), asFound: null };
  return {
    overall: verdictsOf(points.filter(({ stage }) => stage === 'as-left')),
    asFound: verdictsOf(points.filter(({ stage }) => stage === 'as-found')),
  };
};
