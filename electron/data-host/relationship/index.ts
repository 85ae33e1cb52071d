import { guarded } from '../procedures.ts';

const os = guarded.relationship;
const soon = (): never => {
  throw new Error('not there yet');
};

export const relationshipRouter = os.router({
  list: os.list.handler(soon),
  save: os.save.handler(soon),
  remove: os.remove.handler(soon),
  restore: os.restore.handler(soon),
});
