export {
  addDays, civilToDayNumber, dayNumberToQuarter, daysBetween, isoDayToNumber, numberToIsoDay, parseIsoDay,
  quarterToFirstDay, trustedIsoDayToNumber, weekdayOf,
} from './days.ts';
export { addWorkingDays, defaultWeekendRules, weekendOf } from './working-days.ts';
export type { Weekend } from './working-days.ts';
