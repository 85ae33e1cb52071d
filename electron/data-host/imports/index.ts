import { guarded } from '../procedures.ts';

const os = guarded.imports;

const notYet = (): never => {
  throw new Error('not yet');
};

export const importsRouter = os.router({
  inspect: os.inspect.handler(notYet),
  dryRun: os.dryRun.handler(notYet),
  problemsCsv: os.problemsCsv.handler(notYet),
  commit: os.commit.handler(notYet),
  undo: os.undo.handler(notYet),
  list: os.list.handler(notYet),
  discard: os.discard.handler(notYet),
});
