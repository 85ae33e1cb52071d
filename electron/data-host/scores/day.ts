import { civilToDayNumber } from '#shared/domain/calendar/index.ts';

/** Epoch day of an instant where this computer stands: a meeting at half past midnight is that day's, whatever UTC says. */
export const localDayNumber = (instant: string): number => {
  const local = new Date(instant);
  return civilToDayNumber(local.getFullYear(), local.getMonth() + 1, local.getDate());
};
