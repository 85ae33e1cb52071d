import type { LevelWeights, WeightJudgement, WeightLevel, WeightSet, WeightVersion } from '#shared/contract/weights.ts';
import { equalWeights } from '#shared/domain/scoring/index.ts';
import { CONSISTENCY_LIMIT, pairwiseWeights, weightItems, weightLevels, weightSetOf } from '#shared/domain/weighting/index.ts';
import type { Judgement, LevelJudgements } from '#shared/domain/weighting/index.ts';
import { newId } from '../db/ids.ts';
import type { Connection, Transaction } from '../db/store.ts';
import { weightJudgements, weightVersions } from '../db/tables.ts';
import { currentWeightVersion, readJudgements, readWeightVersions } from '../scores/index.ts';

interface JudgementIssue {
  readonly field: string;
  readonly code: 'unknown-item' | 'same-item' | 'judged-twice';
}

/** By positions in the model's order, the lower one first; or what is wrong with them, by their places in the input. */
export function toJudgements(level: WeightLevel, given: readonly WeightJudgement[]): { readonly judgements: readonly Judgement[]; readonly issues: JudgementIssue[] } {
  const items = weightItems(level);
  const issues: JudgementIssue[] = [];
  const judgements: Judgement[] = [];
  for (const [index, { left, right, ratio }] of given.entries()) {
    const i = items.findIndex(({ id }) => id === left);
    const j = items.findIndex(({ id }) => id === right);
    const field = `judgements.${index}`;
    if (i < 0 || j < 0) issues.push({ field, code: 'unknown-item' });
    else if (i === j) issues.push({ field, code: 'same-item' });
    else {
      const judgement = i < j ? { i, j, ratio } : { i: j, j: i, ratio: 1 / ratio };
      if (judgements.some((known) => known.i === judgement.i && known.j === judgement.j)) issues.push({ field, code: 'judged-twice' });
      judgements.push(judgement);
    }
  }
  return { judgements, issues };
}

export function levelWeightsOf(level: WeightLevel, judgements: readonly Judgement[]): LevelWeights {
  const items = weightItems(level);
  const idAt = (index: number): string => items[index]?.id ?? '';
  const named = ({ i, j, ratio }: Judgement): WeightJudgement => ({ left: idAt(i), right: idAt(j), ratio });
  const { weights, consistencyRatio, spoiler } = pairwiseWeights(items.length, judgements);
  return {
    level,
    items: items.map(({ id }, index) => ({ id, weight: weights[index] ?? 0 })),
    judgements: judgements.map(named),
    consistencyRatio,
    isConsistent: consistencyRatio <= CONSISTENCY_LIMIT,
    spoiler: spoiler === null ? null : { ...named(spoiler), implied: spoiler.implied },
  };
}

const levelsOf = (judgements: LevelJudgements): LevelWeights[] => weightLevels.map((level) => levelWeightsOf(level, judgements[level] ?? []));

export function readCurrent(connection: Connection): WeightSet {
  const version = currentWeightVersion(connection);
  const judgements = version === null ? {} : readJudgements(connection, version.id);
  const { weights } = weightSetOf(judgements);
  return {
    id: weights.id, isEqual: weights.id === equalWeights.id, savedAt: version?.created_at ?? null, savedBy: version?.saved_by ?? null,
    levels: levelsOf(judgements),
  };
}

/** Newest first, numbered from the oldest. */
export function readVersions(connection: Connection): WeightVersion[] {
  const current = currentWeightVersion(connection);
  return readWeightVersions(connection)
    .map((row, index): WeightVersion => ({
      versionId: row.id, number: index + 1, weightsId: row.weights_id, isEqual: row.weights_id === equalWeights.id, isCurrent: row.id === current?.id,
      savedAt: row.created_at, savedBy: row.saved_by, levels: levelsOf(readJudgements(connection, row.id)),
    }))
    .toReversed();
}

/** @returns whether the weights came out otherwise than those in force. */
export function saveVersion(tx: Transaction, judgements: LevelJudgements): boolean {
  const before = readCurrent(tx).id;
  const { weights } = weightSetOf(judgements);
  const { at, actor } = tx.context;
  const stamps = { created_at: at, updated_at: at, deleted_at: null };
  const versionId = newId();
  tx.insert(weightVersions, { id: versionId, weights_id: weights.id, saved_by: actor, ...stamps });
  for (const level of weightLevels) {
    const items = weightItems(level);
    for (const { i, j, ratio } of judgements[level] ?? []) {
      tx.insert(weightJudgements, { id: newId(), version_id: versionId, level, left_item: items[i]?.id ?? '', right_item: items[j]?.id ?? '', ratio, ...stamps });
    }
  }
  return weights.id !== before;
}
