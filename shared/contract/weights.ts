import { z } from 'zod';
import { dimensionId } from './clients.ts';
import { id, instant } from './common.ts';
import { procedure } from './errors.ts';

/** `dimensions`: the five against each other; a dimension: its themes against each other. */
export const weightLevel = z.enum(['dimensions', ...dimensionId.options]);
export type WeightLevel = z.output<typeof weightLevel>;

const itemId = z.string();
/** How many times as important `left` is as `right`: Saaty's scale, 1/9 … 9. */
export const weightJudgement = z.object({ left: itemId, right: itemId, ratio: z.number().min(1 / 9 - 1e-9).max(9) });
export type WeightJudgement = z.output<typeof weightJudgement>;

export const levelWeights = z.object({
  level: weightLevel,
  /** In the order of the model; weights add up to 1. */
  items: z.array(z.object({ id: itemId, weight: z.number() })),
  /** As they were given; a pair that is not named counts as equally important. None: equal weights. */
  judgements: z.array(weightJudgement),
  consistencyRatio: z.number(),
  /** consistencyRatio ≤ 0.10 */
  isConsistent: z.boolean(),
  /** The judgement that is furthest from what the others together imply of its pair. */
  spoiler: weightJudgement.extend({ implied: z.number() }).nullable(),
});
export type LevelWeights = z.output<typeof levelWeights>;

export const weightSet = z.object({
  /** `equal`, or a hash of what the set says: equal sets have one identifier, on every computer. */
  id: z.string(),
  isEqual: z.boolean(),
  savedAt: instant.nullable(),
  savedBy: z.string().nullable(),
  levels: z.array(levelWeights),
});
export type WeightSet = z.output<typeof weightSet>;

export const weightVersion = z.object({
  versionId: id,
  /** From 1, oldest first. */
  number: z.int(),
  weightsId: z.string(),
  isEqual: z.boolean(),
  isCurrent: z.boolean(),
  savedAt: instant,
  savedBy: z.string(),
  levels: z.array(levelWeights),
});
export type WeightVersion = z.output<typeof weightVersion>;

/** A change of the weights moves every score: lists are out of date (`scores.portfolio().stale`) until a rescoring, which the data host starts by itself. */
export const weights = {
  current: procedure.output(weightSet),
  /** What judgements would give, for showing while somebody judges; nothing is saved. */
  preview: procedure.input(z.object({ level: weightLevel, judgements: z.array(weightJudgement).max(105) })).output(levelWeights),
  /** Judgements of one level, all of them, in place of the earlier ones: a new version of the set. */
  save: procedure.input(z.object({ level: weightLevel, judgements: z.array(weightJudgement).max(105) })).output(weightSet),
  /** All levels equal again, as a new version. */
  useEqual: procedure.output(weightSet),
  /** An earlier version again, as a new one. */
  useVersion: procedure.input(z.object({ versionId: id })).output(weightSet),
  /** Newest first. */
  versions: procedure.output(z.array(weightVersion)),
};
