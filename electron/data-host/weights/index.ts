import { guarded } from '../procedures.ts';

const os = guarded.weights;
const soon = (): never => {
  throw new Error('not there yet');
};

export const weightsRouter = os.router({
  current: os.current.handler(soon),
  preview: os.preview.handler(soon),
  save: os.save.handler(soon),
  useEqual: os.useEqual.handler(soon),
  useVersion: os.useVersion.handler(soon),
  versions: os.versions.handler(soon),
});
