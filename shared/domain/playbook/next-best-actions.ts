import type { IndicatorId } from '../model/index.ts';
import { scoreClient } from '../scoring/index.ts';
import type { ClientRecords, ExplainedScore, IndicatorScore, Reason, ScoringContext } from '../scoring/index.ts';
import { imagine } from '../what-if/index.ts';
import type { ImaginedChange } from '../what-if/index.ts';
import { applyRepair } from './repair.ts';
import type { PlaybookEntry } from './types.ts';

/** What was assumed of one indicator, with the outcome that was reckoned with (y in 0–1). */
interface ReckonedEvents {
  readonly indicatorId: IndicatorId;
  readonly outcome: number;
  readonly count: number;
  /** The client decides, and the outcome is what is usual. */
  readonly isAsUsual: boolean;
}

export interface NextBestAction {
  readonly entry: PlaybookEntry;
  readonly overallBefore: number;
  readonly overallAfter: number;
  /** Points of the overall score, always more than 0. */
  readonly gain: number;
  /** Gain divided by the effort 1–5. */
  readonly gainPerEffort: number;
  /** The indicator that the reason speaks of: the entry's own, or where that does not move the one that moves most. */
  readonly indicatorId: IndicatorId;
  /** Why, in the words of the scoring catalogue. */
  readonly reason: Reason;
  readonly expected: readonly ReckonedEvents[];
  /** Records that would be put right. */
  readonly repaired: number;
}

const indicatorOf = (score: ExplainedScore, id: IndicatorId): IndicatorScore => {
  const found = score.indicators.find(({ indicatorId }) => indicatorId === id);
  if (found === undefined) throw new RangeError(`no indicator "${id}" in the score`);
  return found;
};

/** (S + m·p0)/(N + m): where there is no data, what is usual. */
const usualOutcome = ({ evidence, assessment, parameters: { priorWeight, priorMean } }: IndicatorScore): number =>
  (evidence.sum + assessment.sum + priorWeight * priorMean) / (evidence.weight + assessment.weight + priorWeight);

const reckon = (score: ExplainedScore, { indicatorId, outcome, eventCount }: PlaybookEntry['also'][number]): ReckonedEvents => ({
  indicatorId, count: eventCount, outcome: outcome ?? usualOutcome(indicatorOf(score, indicatorId)), isAsUsual: outcome === null,
});

/** What an indicator is before and after; it has data afterwards. */
interface Move {
  readonly indicatorId: IndicatorId;
  readonly before: number | null;
  readonly after: number;
}

/** Every indicator that moved, the one that moved most first; first data count as if they came from 0. */
const movesOf = (before: ExplainedScore, after: ExplainedScore): readonly Move[] =>
  after.indicators
    .flatMap(({ indicatorId, value }): readonly Move[] => {
      const old = indicatorOf(before, indicatorId).value?.score ?? null;
      return value === null || value.score === old ? [] : [{ indicatorId, before: old, after: value.score }];
    })
    .toSorted((left, right) => Math.abs(right.after - (right.before ?? 0)) - Math.abs(left.after - (left.before ?? 0)));

const reasonOf = ({ before, after }: Move, repaired: number): Reason => {
  if (before === null) return { code: 'action.firstData', params: { after } };
  return repaired > 0 ? { code: 'action.mends', params: { count: repaired, before, after } } : { code: 'action.raises', params: { before, after } };
};

const recentDays = 180;
const lateReasons: ReadonlySet<string> = new Set(['timely-delivery.late', 'timely-delivery.open']);

const isCalledFor = ({ when }: PlaybookEntry, score: ExplainedScore): boolean =>
  when === 'always' || indicatorOf(score, 'timely-delivery').ledger.some(({ ageDays, reason }) => ageDays <= recentDays && lateReasons.has(reason.code));

/** Less than this is no gain that anybody could see, and may be rounding. */
const leastGain = 1e-6;

const actionOf = (entry: PlaybookEntry, records: ClientRecords, context: ScoringContext, before: ExplainedScore): NextBestAction | null => {
  let repairedRecords = records;
  let repaired = 0;
  for (const repair of entry.repairs) {
    const result = applyRepair(repairedRecords, repair, context.asOfDay);
    repairedRecords = result.records;
    repaired += result.count;
  }
  const expected = [entry, ...entry.also].filter(({ eventCount }) => eventCount > 0).map((assumed) => reckon(before, assumed));
  if (repaired === 0 && expected.length === 0) return null;
  const changes = expected.map(({ indicatorId, outcome, count }): ImaginedChange => ({ type: 'event', indicatorId, outcome, count }));
  const paper = imagine(repairedRecords, context, changes);
  const after = scoreClient(paper.records, paper.context);
  const overallBefore = before.overall.value?.score ?? Number.NaN;
  const overallAfter = after.overall.value?.score ?? Number.NaN;
  const gain = overallAfter - overallBefore;
  const moves = movesOf(before, after);
  const move = moves.find(({ indicatorId }) => indicatorId === entry.indicatorId) ?? moves[0];
  if (!(gain > leastGain) || move === undefined) return null;
  return {
    entry, overallBefore, overallAfter, gain, gainPerEffort: gain / entry.effort, indicatorId: move.indicatorId, reason: reasonOf(move, repaired), expected, repaired,
  };
};

const byWorth = (left: NextBestAction, right: NextBestAction): number =>
  right.gainPerEffort - left.gainPerEffort || right.gain - left.gain || (left.entry.id < right.entry.id ? -1 : 1);

/**
 * What of the playbook would raise this client's overall score, the most per effort first. Each entry is scored on paper
 * by the same rules as everything else: what it puts right in the records, and the events that it assumes, at the
 * outcomes that can be expected (see {@link PlaybookEntry}). What would not raise the score is left out.
 */
export const nextBestActions = (records: ClientRecords, context: ScoringContext, playbook: readonly PlaybookEntry[]): readonly NextBestAction[] => {
  const before = scoreClient(records, context);
  return playbook
    .filter((entry) => isCalledFor(entry, before))
    .flatMap((entry) => actionOf(entry, records, context, before) ?? [])
    .toSorted(byWorth);
};
