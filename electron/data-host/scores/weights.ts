import { equalWeights } from '#shared/domain/scoring/index.ts';
import type { Weights } from '#shared/domain/scoring/index.ts';
import { weightItems, weightLevels, weightSetOf } from '#shared/domain/weighting/index.ts';
import type { Judgement, LevelJudgements } from '#shared/domain/weighting/index.ts';
import type { Connection } from '../db/store.ts';

export type WeightLevel = (typeof weightLevels)[number];

export interface WeightVersionRow {
  readonly id: string;
  readonly weights_id: string;
  readonly saved_by: string;
  readonly created_at: string;
}

interface JudgementRow {
  readonly level: string;
  readonly left_item: string;
  readonly right_item: string;
  readonly ratio: number;
}

const columns = 'SELECT id, weights_id, saved_by, created_at FROM weight_versions WHERE deleted_at IS NULL';

/** Oldest first. */
export const readWeightVersions = (connection: Connection): readonly WeightVersionRow[] => connection.all(`${columns} ORDER BY created_at, id`);

/** The newest one saved up to the instant; null: now. */
const latestVersion = (connection: Connection, until: string | null): WeightVersionRow | undefined =>
  connection.get(`${columns} AND (@until IS NULL OR created_at <= @until) ORDER BY created_at DESC, id DESC LIMIT 1`, { until });

/** Judgements on items that the model no longer has are kept in the file and weigh nothing. */
export function readJudgements(connection: Connection, versionId: string): LevelJudgements {
  const rows = connection.all<JudgementRow>(
    'SELECT level, left_item, right_item, ratio FROM weight_judgements WHERE version_id = ? AND deleted_at IS NULL ORDER BY id', [versionId],
  );
  const judgements: Partial<Record<WeightLevel, Judgement[]>> = {};
  for (const { level: name, left_item: left, right_item: right, ratio } of rows) {
    const level = weightLevels.find((known) => known === name);
    if (level === undefined) continue;
    const items = weightItems(level);
    const i = items.findIndex(({ id }) => id === left);
    const j = items.findIndex(({ id }) => id === right);
    if (i >= 0 && j >= 0 && i !== j) (judgements[level] ??= []).push({ i, j, ratio });
  }
  return judgements;
}

/** The set in force, or null as long as nobody has judged: all equal. */
export const currentWeightVersion = (connection: Connection): WeightVersionRow | null => latestVersion(connection, null) ?? null;

/** What counts how much at the instant (null: now). */
export function weightsAt(connection: Connection, until: string | null): Weights {
  const version = latestVersion(connection, until);
  return version === undefined ? equalWeights : weightSetOf(readJudgements(connection, version.id)).weights;
}
