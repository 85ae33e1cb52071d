import { guarded } from '../procedures.ts';

const os = guarded.surveys;
const soon = (): never => {
  throw new Error('not there yet');
};

export const surveysRouter = os.router({
  questionnaire: os.questionnaire.handler(soon),
  submit: os.submit.handler(soon),
  list: os.list.handler(soon),
  withdraw: os.withdraw.handler(soon),
  remove: os.remove.handler(soon),
  restore: os.restore.handler(soon),
});
