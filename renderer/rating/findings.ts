import { indicatorById } from '#shared/domain/model/index.ts';
import type { Banded, ExplainedScore, IndicatorScore, LedgerEntry } from '#shared/domain/scoring/index.ts';

export interface Finding {
  readonly result: IndicatorScore;
  readonly value: Banded;
  /** The records that moved the score most in this direction. */
  readonly entries: readonly LedgerEntry[];
  /** How many more did. */
  readonly more: number;
}

export interface Findings {
  readonly strengths: readonly Finding[];
  readonly weakLinks: readonly Finding[];
}

const FINDINGS = 4;
const ENTRIES = 2;

function finding(result: IndicatorScore, value: Banded, sign: 1 | -1): Finding {
  // The heaviest first; of two equal ones the later, which people remember.
  const moved = result.ledger.filter(({ effect }) => effect * sign > 0).toSorted((a, b) => (b.effect - a.effect) * sign || b.day - a.day);
  return { result, value, entries: moved.slice(0, ENTRIES), more: Math.max(0, moved.length - ENTRIES) };
}

/**
 * What this client's relationship rests on and what holds it back, of the indicators that are about the client (the exporter's own are
 * shared by all). A strength stands above the stage threshold with its whole band; a weak link stands below it with its score. What lies
 * between is neither: nothing is called weak by chance.
 */
export function findingsOf({ indicators, basis: { stageThreshold } }: Pick<ExplainedScore, 'indicators' | 'basis'>): Findings {
  const known = indicators.flatMap((result) => (result.value !== null && indicatorById(result.indicatorId).subject === 'client' ? [{ result, value: result.value }] : []));
  return {
    strengths: known
      .filter(({ value }) => value.lower >= stageThreshold)
      .toSorted((a, b) => b.value.score - a.value.score)
      .slice(0, FINDINGS)
      .map(({ result, value }) => finding(result, value, 1)),
    weakLinks: known
      .filter(({ value }) => value.score < stageThreshold)
      .toSorted((a, b) => a.value.score - b.value.score)
      .slice(0, FINDINGS)
      .map(({ result, value }) => finding(result, value, -1)),
  };
}
