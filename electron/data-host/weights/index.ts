import type { LevelJudgements } from '#shared/domain/weighting/index.ts';
import type { Transaction } from '../db/store.ts';
import { author, guarded } from '../procedures.ts';
import { currentWeightVersion, markScoresStale, readJudgements, readWeightVersions } from '../scores/index.ts';
import { levelWeightsOf, readCurrent, readVersions, saveVersion, toJudgements } from './versions.ts';

const os = guarded.weights;

/** A change of the weights moves all scores; one that weighs alike moves none. */
function follow(tx: Transaction, judgements: LevelJudgements, now: Date) {
  if (saveVersion(tx, judgements)) markScoresStale(tx, now);
  return readCurrent(tx);
}

export const weightsRouter = os.router({
  current: os.current.handler(({ context: { store } }) => readCurrent(store.read)),
  preview: os.preview.handler(({ input, errors }) => {
    const { judgements, issues } = toJudgements(input.level, input.judgements);
    if (issues.length > 0) throw errors.INVALID({ data: { issues } });
    return levelWeightsOf(input.level, judgements);
  }),
  save: os.save.handler(({ context: { store, now }, input, errors }) =>
    store.write(author(store), (tx) => {
      const { judgements, issues } = toJudgements(input.level, input.judgements);
      if (issues.length > 0) throw errors.INVALID({ data: { issues } });
      const version = currentWeightVersion(tx);
      const others = version === null ? {} : readJudgements(tx, version.id);
      return follow(tx, { ...others, [input.level]: judgements }, now());
    }),
  ),
  useEqual: os.useEqual.handler(({ context: { store, now } }) => store.write(author(store), (tx) => follow(tx, {}, now()))),
  useVersion: os.useVersion.handler(({ context: { store, now }, input, errors }) =>
    store.write(author(store), (tx) => {
      if (!readWeightVersions(tx).some(({ id }) => id === input.versionId)) throw errors.NOT_FOUND({ data: { entity: 'weights', id: input.versionId } });
      return follow(tx, readJudgements(tx, input.versionId), now());
    }),
  ),
  versions: os.versions.handler(({ context: { store } }) => readVersions(store.read)),
});
