import type { IndicatorScore, LedgerEntry } from '../scoring/index.ts';
import { ratioChange } from './ratio.ts';
import type { ChangePart } from './types.ts';

/** A part in points of its indicator, before it is carried upwards. */
export type EventPart = Pick<ChangePart, 'cause' | 'change' | 'source' | 'reason'> & { readonly points: number };

/**
 * What makes an event the same one on two days: the record it comes from. A field of the client's record is the same
 * whoever holds it, and what speaks of a period is known by the period's last day.
 */
const identityOf = ({ from, source, day, reason }: LedgerEntry): string => {
  const field = reason.params['field'];
  if (field !== undefined) return `${from} field ${field}`;
  return source.kind === 'client' ? `${from} ${source.id} ${day}` : `${from} ${source.kind} ${source.id}`;
};

/** Entries by identity; of equal ones the second and third get a number, in order of their days. */
const byIdentity = (ledger: readonly LedgerEntry[]): ReadonlyMap<string, LedgerEntry> => {
  const entries = new Map<string, LedgerEntry>();
  for (const entry of ledger.toSorted((left, right) => left.day - right.day || left.outcome - right.outcome)) {
    const identity = identityOf(entry);
    let key = identity;
    for (let number = 2; entries.has(key); number += 1) key = `${identity} ${number}`;
    entries.set(key, entry);
  }
  return entries;
};

interface Pair {
  readonly before: LedgerEntry | null;
  readonly after: LedgerEntry | null;
}

const pairsOf = (before: IndicatorScore, after: IndicatorScore): readonly Pair[] => {
  const old = byIdentity(before.ledger);
  const current = byIdentity(after.ledger);
  return [
    ...[...current].map(([key, entry]) => ({ before: old.get(key) ?? null, after: entry })),
    ...[...old].filter(([key]) => !current.has(key)).map(([, entry]) => ({ before: entry, after: null })),
  ];
};

const totalOf = ({ evidence, assessment, parameters }: IndicatorScore): { readonly a: number; readonly b: number } => ({
  a: evidence.sum + assessment.sum + parameters.priorWeight * parameters.priorMean,
  b: evidence.weight + assessment.weight + parameters.priorWeight,
});

const causeOf = (entry: LedgerEntry): 'record' | 'rating' => (entry.from === 'assessment' ? 'rating' : 'record');

const changeOf = ({ before, after }: Pair): ChangePart['change'] => {
  if (before === null) return 'added';
  return after === null ? 'removed' : 'changed';
};

/** Ages alone: the same day seen from another reading day, and still the same outcome. */
const isUnmoved = (before: LedgerEntry, after: LedgerEntry): boolean => before.day === after.day || (before.ageDays === 0 && after.ageDays === 0);

/** The very same event: what rounding leaves of it is not worth a line. */
const isSame = ({ before, after }: Pair): boolean => before?.outcome === after?.outcome && before?.weight === after?.weight;

/**
 * What moved an indicator that has data on both sides, in points of the indicator; they add up to its change. A record
 * that came out differently has two parts: its new outcome, and its fading where its day stayed.
 */
export const eventParts = (before: IndicatorScore, after: IndicatorScore): readonly EventPart[] => {
  const old = totalOf(before);
  const current = totalOf(after);
  const { h, c } = ratioChange(old, current);
  const parts: EventPart[] = [];
  let fading = 0;
  for (const pair of pairsOf(before, after)) {
    const shown = pair.after ?? pair.before;
    if (shown === null || isSame(pair)) continue;
    const weightBefore = pair.before?.weight ?? 0;
    const weightAfter = pair.after?.weight ?? 0;
    // Points are 100·w·y/(N + m): from them w·y comes back as it was summed.
    const gain = ((pair.after?.points ?? 0) * current.b) / 100 - ((pair.before?.points ?? 0) * old.b) / 100;
    const whole = 100 * (h * gain - c * (weightAfter - weightBefore));
    let own = whole;
    if (pair.before !== null && pair.after !== null && isUnmoved(pair.before, pair.after)) {
      const changed = pair.before.outcome === pair.after.outcome ? 0 : 100 * h * ((weightBefore + weightAfter) / 2) * (pair.after.outcome - pair.before.outcome);
      fading += whole - changed;
      own = changed;
    }
    if (own !== 0) parts.push({ cause: causeOf(shown), change: changeOf(pair), source: shown.source, reason: shown.reason, points: own });
  }
  const priors =
    100 * (h * (after.parameters.priorWeight * after.parameters.priorMean - before.parameters.priorWeight * before.parameters.priorMean) -
      c * (after.parameters.priorWeight - before.parameters.priorWeight));
  if (fading !== 0) parts.push({ cause: 'fading', change: null, source: null, reason: null, points: fading });
  if (priors !== 0) parts.push({ cause: 'priors', change: null, source: null, reason: null, points: priors });
  return parts;
};

/**
 * What made an indicator speak that was silent, or fall silent: the records that came or went, by their weight; where
 * none did, the passing of time. The points given are those of the indicator's presence.
 */
export const presenceParts = (before: IndicatorScore, after: IndicatorScore, points: number): readonly EventPart[] => {
  const moved = pairsOf(before, after).flatMap((pair) => {
    const shown = pair.after ?? pair.before;
    const isMoved = pair.before === null || pair.after === null || pair.before.outcome !== pair.after.outcome;
    const weight = Math.abs((pair.after?.weight ?? 0) - (pair.before?.weight ?? 0));
    return shown !== null && isMoved && weight > 0 ? [{ pair, shown, weight }] : [];
  });
  const total = moved.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return [{ cause: 'fading', change: null, source: null, reason: null, points }];
  return moved.map(({ pair, shown, weight }) => ({
    cause: causeOf(shown), change: changeOf(pair), source: shown.source, reason: shown.reason, points: (points * weight) / total,
  }));
};
