import { guarded } from '../procedures.ts';

const os = guarded.playbook;
const soon = (): never => {
  throw new Error('not there yet');
};

export const playbookRouter = os.router({
  list: os.list.handler(soon),
  save: os.save.handler(soon),
  remove: os.remove.handler(soon),
  restore: os.restore.handler(soon),
  resetToDefault: os.resetToDefault.handler(soon),
});
