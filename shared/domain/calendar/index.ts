export {
  addDays, civilToDayNumber, dayNumberToCivil, dayNumberToQuarter, daysBetween, isoDayToNumber, numberToIsoDay, parseIsoDay,
  quarterToFirstDay, trustedIsoDayToNumber, weekdayOf,
} from './days.ts';
export type { CivilDay, Weekday } from './days.ts';
export { addWorkingDays, defaultWeekendRules, isWorkingDay, saturdaySunday, weekendOf } from './working-days.ts';
export type { Weekend, WeekendRule } from './working-days.ts';
