import { guarded } from '../procedures.ts';

const notYet = (): never => {
  throw new Error('not yet');
};

const settingsProcedures = guarded.settings;
export const settingsRouter = settingsProcedures.router({
  get: settingsProcedures.get.handler(notYet),
  setPreferences: settingsProcedures.setPreferences.handler(notYet),
  setOrganisation: settingsProcedures.setOrganisation.handler(notYet),
  setLogo: settingsProcedures.setLogo.handler(notYet),
  setMe: settingsProcedures.setMe.handler(notYet),
  staff: settingsProcedures.staff.handler(notYet),
});
