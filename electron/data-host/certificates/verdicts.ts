import { decide, summariseVerdicts } from '#shared/domain/calibration/index.ts';
import type { Certificate, Decision, MeasurementPoint, Verdict } from '#shared/domain/calibration/index.ts';
import { Pace } from '../jobs.ts';

/** What the certificate's rule says of each point and of the instrument. */
export interface Verdicts {
  /** By its rule, in the order of the points; none where it has no rule. */
  readonly decisions: readonly Decision[];
  /** In the order of the points. */
  readonly points: readonly Verdict[];
  /** How it was found; null where it was not adjusted, so that `overall` says it. */
  readonly asFound: Verdict | null;
  /** null: the certificate states results and asks for no verdict. */
  readonly overall: Verdict | null;
}

/** By the rule; where that cannot say it, what the laboratory itself states. */
const verdictOf = ({ statedConformity }: MeasurementPoint, decision: Decision | undefined): Verdict =>
  decision === undefined || decision.verdict === 'not-judged' ? (statedConformity ?? 'not-judged') : decision.verdict;

/** @param pulse lets others have their turn: ten thousand points are not judged in one go. */
export async function judgeAll({ document, points }: Certificate, pulse: () => Promise<void>): Promise<Verdicts> {
  const { decisionRule } = document;
  const pace = new Pace(pulse);
  const decisions: Decision[] = [];
  if (decisionRule !== null) {
    for (const point of points) {
      decisions.push(decide(point, decisionRule));
      if (pace.isDue) await pace.rest();
    }
  }
  const verdicts = points.map((point, index) => verdictOf(point, decisions[index]));
  const worst = (stage: 'as-found' | 'as-left' | null) => summariseVerdicts(verdicts.filter((_, index) => stage === null || points[index]?.stage === stage)).verdict;
  const computed = worst(document.adjusted ? 'as-left' : null);
  const overall = computed === 'not-judged' ? (document.statedConformity ?? computed) : computed;
  return {
    decisions, points: verdicts,
    asFound: document.adjusted && points.some(({ stage }) => stage === 'as-found') ? worst('as-found') : null,
    overall: overall === 'not-judged' && document.decisionRule === null ? null : overall,
  };
}

/** What the calibration says of the measurements before it. */
export const foundVerdict = ({ asFound, overall }: Verdicts): Verdict | null => asFound ?? overall;
